// Guidelines 1.3 and 1.4 as far as they are about room: zoom, large text, text spacing, the way a screen is held.
import { LOOKS, expect, list, test, wear } from "./gallery.js";
import { lost, readersStyle } from "./loss.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The spacing that 1.4.12 names. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`;

/**
 * Opens the filters, and tells whether they have room in their window.
 * @param {Page} page
 */
async function checkPanel(page) {
  const full = list(page, "#full");
  await full.locator(".ac-panel-button").click();
  const panel = full.locator("dialog");
  await expect(panel).toBeVisible();
  expect.soft(await lost(page, "#full")).toEqual([]);
  for (const name of ["Close the filters", /^Show \d+ article/]) {
    await expect.soft(panel.getByRole("button", { name })).toBeInViewport({ ratio: 0.99 });
  }
  const body = panel.locator(".ac-x-panel-body");
  const { height = 0 } = await body.boundingBox() ?? {};
  // More than two rows of 44 pixels between head and foot.
  expect.soft(height).toBeGreaterThanOrEqual(100);
  const last = panel.getByLabel("At most").last();
  await last.scrollIntoViewIfNeeded();
  await expect.soft(last).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
}

test("400 %: in 320 by 256 pixels all is there, in one direction of scrolling, in each look", async ({ everything: page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const look of LOOKS) {
    await wear(page, look);
    expect.soft(await lost(page), look).toEqual([]);
  }
  await wear(page, "");
  for (const part of ["search-input", "sort", "panel-button", "summary", "chips", "results", "more-button"]) {
    await expect(list(page, "#full").locator(`[part~=${part}]`).first()).toBeVisible();
  }
  await checkPanel(page);
});

test("text spacing loses nothing, in any width, state and look", async ({ everything: page }) => {
  const takeAway = await readersStyle(page, SPACING);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    for (const look of LOOKS) {
      await wear(page, look);
      expect.soft(await lost(page), `${look} ${width}`).toEqual([]);
    }
  }
  await wear(page, "");
  await checkPanel(page);
  // The spacing was really there.
  await expect(list(page, "#full").locator(".ac-summary strong")).toHaveCSS("letter-spacing", "1.92px");
  await takeAway();
});

test("text of twice the size, by the browser's own setting, loses nothing", async ({ everything: page }) => {
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  await page.setViewportSize({ width: 640, height: 512 });
  for (const look of LOOKS) {
    await wear(page, look);
    expect.soft(await lost(page), look).toEqual([]);
  }
  await wear(page, "");
  await checkPanel(page);
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
});

test("names of values are never shortened, and \"exclude\" covers neither name nor count", async ({ everything: page }) => {
  const full = list(page, "#full");
  const check = async () => {
    const values = await full.locator(".ac-x-value, .ac-chip > span:first-child").evaluateAll((all) => all.map((at) => ({
      text: at.textContent, cut: getComputedStyle(at).textOverflow,
      isWhole: at.scrollWidth <= Math.max(at.clientWidth, 1) + 1 && at.scrollHeight <= Math.max(at.clientHeight, 1) + 1 || getComputedStyle(at).display === "inline",
    })));
    expect(values.length).toBeGreaterThan(10);
    for (const { text, cut, isWhole } of values) expect.soft({ cut, isWhole }, String(text)).toEqual({ cut: "clip", isWhole: true });
  };
  await check();
  for (const row of await full.locator(".ac-facet-option").all()) {
    await row.hover();
    const [exclude, value, count] = await Promise.all([".ac-facet-exclude", ".ac-x-value", ".ac-facet-count"].map((part) => row.locator(part).boundingBox()));
    if (!exclude || !value || !count) throw new Error("a row without name, count and button");
    expect.soft(value.x + value.width, await row.innerText()).toBeLessThanOrEqual(exclude.x + 0.5);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  await full.locator(".ac-panel-button").click();
  await expect(full.locator("dialog")).toBeVisible();
  await check();
  await page.keyboard.press("Escape");
  await expect(full.locator("dialog")).toHaveCount(0);
});

test("upright or lying, the same is there", async ({ everything: page }) => {
  const names = async () => {
    const cards = await page.locator("article-cards").evaluateAll((all) => all.flatMap(({ shadowRoot }) =>
      [...shadowRoot?.querySelectorAll(".ac-card, .ac-chip, .ac-search-input, .ac-sort select") ?? []]
        .filter((one) => one.checkVisibility()).map((one) => one.getAttribute("data-id") ?? one.textContent)));
    return cards;
  };
  await page.setViewportSize({ width: 390, height: 844 });
  const upright = await names();
  await page.setViewportSize({ width: 844, height: 390 });
  expect(await names()).toEqual(upright);
  expect(upright.length).toBeGreaterThan(15);
});
