// Where the focus is, can be seen; it gets everywhere, and away again.
import { told } from "../element/host.js";
import { expect, gallery, list, test } from "./gallery.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * What has the focus: its name, and how much of it can be seen of five points.
 * @param {Page} page
 */
const focused = (page) => page.evaluate(() => {
  const host = document.activeElement;
  const at = host?.shadowRoot?.activeElement;
  if (!host || !at) return { name: host?.localName ?? "", host: "", place: -1, seen: 0, isFieldPart: false, isOut: false };
  // A link of a card is as large as the card.
  const box = (at.matches(".ac-card-link") ? at.closest(".ac-card-title") ?? at : at).getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([across = 0, down = 0]) => [box.left + box.width * across, box.top + box.height * down]);
  const seen = points.filter(([x = 0, y = 0]) => {
    const element = host.shadowRoot?.elementFromPoint(x, y);
    return element && (at.contains(element) || element.contains(at) || element.closest("label")?.contains(at) || element.closest(".ac-card")?.contains(at));
  }).length;
  return {
    name: `${at.localName}.${at.className} ${at.getAttribute("aria-label") ?? at.textContent?.trim().slice(0, 30) ?? ""}`,
    host: host.id, place: [...host.shadowRoot?.querySelectorAll("*") ?? []].indexOf(at), seen,
    isFieldPart: at.matches("[type=date]"), isOut: box.left < -1 || box.right > innerWidth + 1,
  };
});

for (const [width, height] of /** @type {const} */ ([[1280, 420], [320, 256]])) {
  test(`Tab passes through everything and out again, and what has the focus is in sight, ${width} by ${height} pixels`, async ({ page }) => {
    await gallery(page, { only: ["full", "error"] });
    await page.setViewportSize({ width, height });
    await told(page);
    const address = page.url();
    const before = await page.locator("article-cards").evaluateAll((all) => all.map((element) => /** @type {any} */ (element).results.total));
    /** @type {Awaited<ReturnType<typeof focused>>[]} */
    const way = [];
    await page.locator("h1").click();
    for (let turn = 0; turn < 250; turn++) {
      await page.keyboard.press("Tab");
      const at = await focused(page);
      if (!at.host) break;
      expect.soft(at.seen, `${at.host}: ${at.name}`).toBeGreaterThanOrEqual(3);
      expect.soft(at.isOut, `${at.host}: ${at.name}`).toBe(false);
      way.push(at);
    }
    expect(new Set(way.map(({ host }) => host))).toEqual(new Set(["full", "error"]));
    expect(way.length).toBeGreaterThan(width > 1000 ? 80 : 40);
    expect(way.length).toBeLessThan(250);
    // In the order of the document, which is that of the eye.
    for (const [turn, { host, place, name }] of way.entries()) {
      const last = way[turn - 1];
      if (last?.host === host) expect(place, name).toBeGreaterThanOrEqual(last.place);
    }
    // And back, to the first.
    for (let turn = 0; turn < way.length; turn++) {
      await page.keyboard.press("Shift+Tab");
      const at = await focused(page);
      if (at.host) expect.soft(at.seen, `back: ${at.host}: ${at.name}`).toBeGreaterThanOrEqual(3);
    }
    expect(await focused(page)).toMatchObject({ host: "full" });
    // Focus alone changes nothing.
    expect(await told(page)).toEqual([]);
    expect(page.url()).toBe(address);
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    expect(await page.locator("article-cards").evaluateAll((all) => all.map((element) => /** @type {any} */ (element).results.total))).toEqual(before);
  });
}

test("in the panel the focus is in sight between its head and its foot", async ({ page }) => {
  await gallery(page, { only: ["full"] });
  await page.setViewportSize({ width: 320, height: 256 });
  const full = list(page, "#full");
  await full.locator(".ac-panel-button").press("Enter");
  await expect(full.locator("dialog")).toBeVisible();
  const reached = new Set();
  for (let turn = 0; turn < 60; turn++) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (!at.host) continue;
    expect.soft(at.seen, at.name).toBeGreaterThanOrEqual(3);
    reached.add(at.place);
  }
  expect(reached.size).toBeGreaterThan(30);
  await page.keyboard.press("Escape");
  await expect(full.locator(".ac-panel-button")).toBeFocused();
});
