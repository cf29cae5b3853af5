// The event `ac-card-view`.
import { expect, list, onElement, openHostPage, test, waitUntilReady } from "./host-page.js";

test("half of a card for a second is a view, once for each article", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openHostPage(page, '<article-cards src="feed.json" facets="none"></article-cards>');
  await page.evaluate(() => {
    /** @type {string[]} */
    const seen = [];
    Object.assign(window, { seen });
    document.addEventListener("ac-card-view", (event) => seen.push(/** @type {CustomEvent} */ (event).detail.id));
  });
  await waitUntilReady(page);
  const seen = () => page.evaluate(() => /** @type {any} */ (window).seen);
  await page.waitForTimeout(300);
  expect(await seen()).toEqual([]);
  await expect.poll(seen).toContain("a0");
  const first = await seen();
  expect(first).not.toContain("a11");
  expect(new Set(first).size).toBe(first.length);
  // Passing by is no view.
  await list(page).locator('[data-id="a7"]').scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(1_500);
  expect(await seen()).toEqual(first);
  // Nor is a second look.
  await onElement(page, (element) => element.search("nothing has this"));
  await onElement(page, (element) => element.search(""));
  await page.waitForTimeout(1_500);
  expect(await seen()).toEqual(first);
  await list(page).locator('[data-id="a11"]').scrollIntoViewIfNeeded();
  await expect.poll(seen).toContain("a11");
});
