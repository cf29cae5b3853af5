// The focused element is visible; Tab reaches everything and leaves again.
import { takeEvents } from "../element/host-page.js";
import { expect, list, openGallery, test } from "./gallery.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Describes the focused element; `visiblePoints` is how many of five points in it are not covered.
 * @param {Page} page
 */
const describeFocus = (page) => page.evaluate(() => {
  const host = document.activeElement;
  const focused = host?.shadowRoot?.activeElement;
  if (!host || !focused) return { name: host?.localName ?? "", host: "", index: -1, visiblePoints: 0, isOutside: false };
  // A card's link covers the whole card, so its title is checked instead.
  const box = (focused.matches(".ac-card-link") ? focused.closest(".ac-card-title") ?? focused : focused).getBoundingClientRect();
  const points = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([across = 0, down = 0]) => [box.left + box.width * across, box.top + box.height * down]);
  const visiblePoints = points.filter(([x = 0, y = 0]) => {
    const element = host.shadowRoot?.elementFromPoint(x, y);
    return element && (focused.contains(element) || element.contains(focused) || element.closest("label")?.contains(focused) || element.closest(".ac-card")?.contains(focused));
  }).length;
  return {
    name: `${focused.localName}.${focused.className} ${focused.getAttribute("aria-label") ?? focused.textContent?.trim().slice(0, 30) ?? ""}`,
    host: host.id, index: [...host.shadowRoot?.querySelectorAll("*") ?? []].indexOf(focused), visiblePoints, isOutside: box.left < -1 || box.right > innerWidth + 1,
  };
});

for (const [width, height] of /** @type {const} */ ([[1280, 420], [320, 256]])) {
  test(`Tab passes through everything and out again, with the focus always visible, ${width} by ${height} pixels`, async ({ page }) => {
    await openGallery(page, { only: ["full", "error"] });
    await page.setViewportSize({ width, height });
    await takeEvents(page);
    const address = page.url();
    const before = await page.locator("article-cards").evaluateAll((all) => all.map((element) => /** @type {any} */ (element).results.total));
    /** @type {Awaited<ReturnType<typeof describeFocus>>[]} */
    const stops = [];
    await page.locator("h1").click();
    for (let turn = 0; turn < 250; turn++) {
      await page.keyboard.press("Tab");
      const focus = await describeFocus(page);
      if (!focus.host) break;
      expect.soft(focus.visiblePoints, `${focus.host}: ${focus.name}`).toBeGreaterThanOrEqual(3);
      expect.soft(focus.isOutside, `${focus.host}: ${focus.name}`).toBe(false);
      stops.push(focus);
    }
    expect(new Set(stops.map(({ host }) => host))).toEqual(new Set(["full", "error"]));
    expect(stops.length).toBeGreaterThan(width > 1000 ? 80 : 40);
    expect(stops.length).toBeLessThan(250);
    // The focus order is the document order.
    for (const [turn, { host, index, name }] of stops.entries()) {
      const last = stops[turn - 1];
      if (last?.host === host) expect(index, name).toBeGreaterThanOrEqual(last.index);
    }
    // And backwards to the first.
    for (let turn = 0; turn < stops.length; turn++) {
      await page.keyboard.press("Shift+Tab");
      const focus = await describeFocus(page);
      if (focus.host) expect.soft(focus.visiblePoints, `back: ${focus.host}: ${focus.name}`).toBeGreaterThanOrEqual(3);
    }
    expect(await describeFocus(page)).toMatchObject({ host: "full" });
    // Focus alone changes nothing.
    expect(await takeEvents(page)).toEqual([]);
    expect(page.url()).toBe(address);
    await expect(page.locator("dialog[open]")).toHaveCount(0);
    expect(await page.locator("article-cards").evaluateAll((all) => all.map((element) => /** @type {any} */ (element).results.total))).toEqual(before);
  });
}

test("in the panel the focus stays visible between header and footer", async ({ page }) => {
  await openGallery(page, { only: ["full"] });
  await page.setViewportSize({ width: 320, height: 256 });
  const full = list(page, "#full");
  await full.locator(".ac-panel-button").press("Enter");
  await expect(full.locator("dialog")).toBeVisible();
  const reached = new Set();
  for (let turn = 0; turn < 60; turn++) {
    await page.keyboard.press("Tab");
    const focus = await describeFocus(page);
    if (!focus.host) continue;
    expect.soft(focus.visiblePoints, focus.name).toBeGreaterThanOrEqual(3);
    reached.add(focus.index);
  }
  expect(reached.size).toBeGreaterThan(30);
  await page.keyboard.press("Escape");
  await expect(full.locator(".ac-panel-button")).toBeFocused();
});
