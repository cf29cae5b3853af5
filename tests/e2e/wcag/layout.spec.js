// Zoom, large text, text spacing and orientation (guidelines 1.3 and 1.4).
import { THEMES, applyTheme, expect, list, test } from "./gallery.js";
import { addUserStyle, clippedText } from "./clipping.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The spacing required by 1.4.12. */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
  p { margin-block-end: 2em !important; }`;

/**
 * Opens the filter panel, checks that its content fits or scrolls, and closes it.
 * @param {Page} page
 */
async function checkPanel(page) {
  const full = list(page, "#full");
  await full.locator(".ac-panel-button").click();
  const panel = full.locator("dialog");
  await expect(panel).toBeVisible();
  expect.soft(await clippedText(page, "#full")).toEqual([]);
  for (const name of ["Close the filters", /^Show \d+ article/]) {
    await expect.soft(panel.getByRole("button", { name })).toBeInViewport({ ratio: 0.99 });
  }
  const body = panel.locator(".ac-x-panel-body");
  const { height = 0 } = await body.boundingBox() ?? {};
  // More than two rows of 44 pixels between header and footer.
  expect.soft(height).toBeGreaterThanOrEqual(100);
  const last = panel.getByLabel("At most").last();
  await last.scrollIntoViewIfNeeded();
  await expect.soft(last).toBeInViewport({ ratio: 0.99 });
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
}

test("400 % zoom, 320 by 256 pixels: nothing is lost, scrolling is in one direction, in every theme", async ({ everything: page }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  for (const theme of THEMES) {
    await applyTheme(page, theme);
    expect.soft(await clippedText(page), theme).toEqual([]);
  }
  await applyTheme(page, "");
  for (const part of ["search-input", "sort", "panel-button", "summary", "chips", "results", "more-button"]) {
    await expect(list(page, "#full").locator(`[part~=${part}]`).first()).toBeVisible();
  }
  await checkPanel(page);
});

test("text spacing loses no content in any width, state or theme", async ({ everything: page }) => {
  const removeStyle = await addUserStyle(page, SPACING);
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    for (const theme of THEMES) {
      await applyTheme(page, theme);
      expect.soft(await clippedText(page), `${theme} ${width}`).toEqual([]);
    }
  }
  await applyTheme(page, "");
  await checkPanel(page);
  // The spacing was really applied.
  await expect(list(page, "#full").locator(".ac-summary strong")).toHaveCSS("letter-spacing", "1.68px");
  await removeStyle();
});

test("200 % text, by the browser's own setting, loses no content", async ({ everything: page }) => {
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  await page.setViewportSize({ width: 640, height: 512 });
  for (const theme of THEMES) {
    await applyTheme(page, theme);
    expect.soft(await clippedText(page), theme).toEqual([]);
  }
  await applyTheme(page, "");
  await checkPanel(page);
  await page.evaluate(() => { document.documentElement.style.fontSize = ""; });
});

test("facet values are never truncated, and \"exclude\" covers neither value nor count", async ({ everything: page }) => {
  const full = list(page, "#full");
  const expectWholeValues = async () => {
    const values = await full.locator(".ac-x-value, .ac-chip > span:first-child").evaluateAll((all) => all.map((value) => ({
      text: value.textContent, textOverflow: getComputedStyle(value).textOverflow,
      isWhole: value.scrollWidth <= Math.max(value.clientWidth, 1) + 1 && value.scrollHeight <= Math.max(value.clientHeight, 1) + 1 || getComputedStyle(value).display === "inline",
    })));
    expect(values.length).toBeGreaterThan(10);
    for (const { text, textOverflow, isWhole } of values) expect.soft({ textOverflow, isWhole }, String(text)).toEqual({ textOverflow: "clip", isWhole: true });
  };
  await expectWholeValues();
  for (const row of await full.locator(".ac-facet-option").all()) {
    await row.hover();
    const [exclude, value, count] = await Promise.all([".ac-facet-exclude", ".ac-x-value", ".ac-facet-count"].map((part) => row.locator(part).boundingBox()));
    if (!exclude || !value || !count) throw new Error("a row without value, count or button");
    expect.soft(value.x + value.width, await row.innerText()).toBeLessThanOrEqual(exclude.x + 0.5);
  }
  await page.setViewportSize({ width: 320, height: 700 });
  await full.locator(".ac-panel-button").click();
  await expect(full.locator("dialog")).toBeVisible();
  await expectWholeValues();
  await page.keyboard.press("Escape");
  await expect(full.locator("dialog")).toHaveCount(0);
});

test("portrait and landscape show the same content", async ({ everything: page }) => {
  const visibleContent = () =>
    page.locator("article-cards").evaluateAll((all) => all.flatMap(({ shadowRoot }) =>
      [...shadowRoot?.querySelectorAll(".ac-card, .ac-chip, .ac-search-input, .ac-sort select") ?? []]
        .filter((one) => one.checkVisibility()).map((one) => one.getAttribute("data-id") ?? one.textContent)));
  await page.setViewportSize({ width: 390, height: 844 });
  const portrait = await visibleContent();
  await page.setViewportSize({ width: 844, height: 390 });
  expect(await visibleContent()).toEqual(portrait);
  expect(portrait.length).toBeGreaterThan(15);
});
