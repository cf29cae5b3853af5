// 1.4.3 and 1.4.11: the contrast of every colour, in every theme, colour scheme and state. Disabled
// controls are exempt, as in WCAG.
import { contrastFaults, forcePseudoStates } from "./contrast.js";
import { SCHEMES, THEMES, applyTheme, expect, list, test } from "./gallery.js";

/** @typedef {import("@playwright/test").Page} Page */

const NO_STATE = /** @type {string[]} */ ([]);
const FOCUS = ["focus", "focus-visible"];

/**
 * @param {Page} page
 * @param {string} selector
 * @param {string[][]} states
 * @param {number} minimum the number of things that must have been checked
 */
async function expectContrast(page, selector, states, minimum) {
  const force = await forcePseudoStates(page);
  for (const state of states) {
    await force(state);
    for (const theme of THEMES) {
      await applyTheme(page, theme);
      const { faults, checked } = await contrastFaults(page, selector);
      expect.soft(faults, `${theme} ${state}`).toEqual([]);
      expect(checked).toBeGreaterThan(minimum);
    }
  }
  await force([]);
}

for (const colorScheme of SCHEMES) {
  test(`contrast of text, controls, icons and focus rings in every theme and state, ${colorScheme}`, async ({ everything: page }) => {
    await page.emulateMedia({ colorScheme });
    await expectContrast(page, "article-cards", [NO_STATE, ["hover"], FOCUS], 550);
    await page.emulateMedia({ contrast: "more" });
    expect((await contrastFaults(page)).faults).toEqual([]);
    await page.emulateMedia({ contrast: null });
    await page.setViewportSize({ width: 390, height: 844 });
    await list(page, "#full").locator(".ac-panel-button").click();
    await expect(list(page, "#full").locator("dialog")).toBeVisible();
    await expectContrast(page, "#full", [NO_STATE, FOCUS], 100);
    await page.keyboard.press("Escape");
    await expect(list(page, "#full").locator("dialog")).toHaveCount(0);
  });
}
