// What stays on screen while the reader scrolls: the toolbar of narrow lists, the filters of wide ones.
import { expectAccessible } from "../fixtures.js";
import { expect, list, openHostPage, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const NEWS = '<article-cards src="feed.json" page-size="27"></article-cards>';

/** @param {Page} page @param {number} distance */
async function scroll(page, distance) {
  // In steps, as a reader does.
  for (let step = 0; step < 5; step++) {
    await page.evaluate((by) => scrollBy({ top: by, behavior: "instant" }), distance / 5);
    await page.waitForTimeout(50);
  }
}

/** @param {Page} page */
const button = (page) => list(page).locator("[part~=panel-button]");

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("the bar of a narrow list leaves on the way down and comes back on the way up", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await scroll(page, 1500);
  await expect(button(page)).not.toBeInViewport();
  await scroll(page, -100);
  await expect(button(page)).toBeInViewport({ ratio: 1 });
  await expect(list(page).locator("[part~=summary]")).toBeInViewport({ ratio: 1 });
  await expect(list(page).getByRole("searchbox")).not.toBeInViewport();
  await expectAccessible(page);
  await list(page).getByRole("button", { name: "Sea" }).first().evaluate((topic) => /** @type {HTMLElement} */ (topic).click());
  await expect(list(page).locator("[part~=chip]")).toBeInViewport({ ratio: 1 });
  // It can be used where it is.
  await button(page).click();
  await expect(list(page).locator("[part~=panel]")).toBeVisible();
  await page.keyboard.press("Escape");
  // It stays while it has the focus.
  await scroll(page, 300);
  await expect(button(page)).toBeInViewport({ ratio: 1 });
  await button(page).blur();
  await scroll(page, 300);
  await expect(button(page)).not.toBeInViewport();
});

test("the search field comes along while it has the focus", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await scroll(page, 1500);
  await page.keyboard.press("Tab");
  await list(page).getByRole("searchbox").focus();
  await expect(list(page).getByRole("searchbox")).toBeInViewport({ ratio: 1 });
  await page.keyboard.type("pier");
  await expect(list(page).locator("[part~=summary]")).toContainText("“pier”");
  await expect(list(page).getByRole("searchbox")).toBeInViewport({ ratio: 1 });
});

test("nothing that has the focus is below the bar", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await list(page).locator("[part~=card-link]").nth(12).focus();
  await scroll(page, -60);
  for (let turn = 0; turn < 12; turn++) {
    await page.keyboard.press("Shift+Tab");
    const covered = await list(page).evaluate((element) => {
      const focused = element.shadowRoot?.activeElement;
      const toolbar = element.shadowRoot?.querySelector(".ac-toolbar[data-stuck]:not([data-away])");
      if (!focused?.closest(".ac-results") || !toolbar) return false;
      return focused.getBoundingClientRect().top < toolbar.getBoundingClientRect().bottom;
    });
    expect(covered).toBe(false);
  }
});

test("in a low window nothing stays", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await scroll(page, 1000);
  await scroll(page, -100);
  await expect(button(page)).not.toBeInViewport();
});

test("a rule for the part ends it", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await openHostPage(page, NEWS, { head: "<style>article-cards::part(toolbar), article-cards::part(facets) { position: static }</style>" });
  await waitUntilReady(page);
  await scroll(page, 1500);
  await scroll(page, -100);
  await expect(button(page)).not.toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 800 });
  await scroll(page, 1500);
  await expect(list(page).locator("[part~=facet]").first()).not.toBeInViewport();
});

test("filters beside the list stay, and scroll by themselves in a low window", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await scroll(page, 1500);
  await expect(list(page).locator("[part~=facet]").first()).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 420 });
  const facets = list(page).locator("[part~=facets]");
  await expect.poll(() => facets.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
  await list(page).getByRole("textbox", { name: "To", exact: true }).focus();
  await expect(list(page).getByRole("textbox", { name: "To", exact: true })).toBeInViewport({ ratio: 1 });
  await expectAccessible(page);
});
