// 1.4.3 and 1.4.11: each colour that is painted, in each look, by day and night, in each state. Controls that
// cannot be used now are left out, as WCAG leaves them out.
import { colours, forcing } from "./colours.js";
import { LOOKS, SCHEMES, expect, list, test, wear } from "./gallery.js";

/** @typedef {import("@playwright/test").Page} Page */

const REST = /** @type {string[]} */ ([]);
const FOCUS = ["focus", "focus-visible"];

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string[][]} states
 * @param {number} least how many things there are to look at
 */
async function check(page, selector, states, least) {
  const force = await forcing(page);
  for (const state of states) {
    await force(state);
    for (const look of LOOKS) {
      await wear(page, look);
      const { faults, looked } = await colours(page, selector);
      expect.soft(faults, `${look} ${state}`).toEqual([]);
      expect(looked).toBeGreaterThan(least);
    }
  }
  await force([]);
}

for (const colorScheme of SCHEMES) {
  test(`contrast of texts, controls, signs and focus rings in every look and state, ${colorScheme}`, async ({ everything: page }) => {
    await page.emulateMedia({ colorScheme });
    await check(page, "article-cards", [REST, ["hover"], FOCUS], 550);
    await page.emulateMedia({ contrast: "more" });
    expect((await colours(page)).faults).toEqual([]);
    await page.emulateMedia({ contrast: null });
    await page.setViewportSize({ width: 390, height: 844 });
    await list(page, "#full").locator(".ac-panel-button").click();
    await expect(list(page, "#full").locator("dialog")).toBeVisible();
    await check(page, "#full", [REST, FOCUS], 100);
    await page.keyboard.press("Escape");
    await expect(list(page, "#full").locator("dialog")).toHaveCount(0);
  });
}
