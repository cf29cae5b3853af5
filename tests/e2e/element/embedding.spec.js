// What embedders choose: filters, words, themes, parts.
import { typeNumber } from "../demo-page.js";
import { expectAccessible } from "../fixtures.js";
import { expect, list, onElement, openHostPage, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The names of the filters on screen, in their order. @param {Page} page */
const filters = (page) => list(page).locator("[part~=facet], [part~=range]").evaluateAll((all) => all.map((one) => one.getAttribute("data-field")));

/** @param {Page} page @param {string} attributes */
async function open(page, attributes) {
  await openHostPage(page, `<article-cards src="feed.json" ${attributes}></article-cards>`);
  await waitUntilReady(page);
}

for (const [attributes, expected] of /** @type {const} */ ([
  ["", ["topics", "provider", "type", "date"]],
  ["with-scores", ["topics", "provider", "type", "date", "quality", "heat"]],
  ['facets="type"', ["type"]],
  ['facets="type" with-scores', ["type"]],
  ['facets="topics,provider,type,date" with-scores', ["topics", "provider", "type", "date"]],
  ['facets="heat,type,date,topics"', ["heat", "type", "date", "topics"]],
  ['facets="date"', ["date"]],
  ['facets="none" with-scores', []],
])) {
  test(`what is listed is offered, in this order: ${attributes || "the default"}`, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await open(page, attributes);
    expect(await filters(page)).toEqual(expected);
    await page.setViewportSize({ width: 390, height: 800 });
    const button = list(page).locator("[part~=panel-button]");
    if (!expected.length) return expect(button).toHaveCount(0);
    await button.click();
    await expect(list(page).locator("[part~=panel]")).toBeVisible();
    expect(await filters(page)).toEqual(expected);
    await expectAccessible(page);
  });
}

test("ranges that are listed filter without facets", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, 'facets="quality"');
  await typeNumber(list(page).getByLabel("At least"), "60");
  await list(page).getByLabel("At least").press("Enter");
  await expect(list(page).locator("[part~=chip]").first()).toContainText("Quality from 60");
  expect(await onElement(page, (element) => element.results.total)).toBeLessThan(27);
});

test("without-summary shows no number of articles, and announces it", async ({ page }) => {
  await open(page, "without-summary");
  await expect(list(page).locator("[part~=summary]")).toHaveCount(0);
  await list(page).getByRole("searchbox").fill("pier");
  await expect(list(page).locator("[part~=live]")).toContainText("9 of 27 articles");
  await expectAccessible(page);
});

test("a list without any control has no toolbar, and keeps the focus where a control goes", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, 'facets="none" without-search without-sort without-summary page-size="20"');
  const place = async () => [await list(page).boundingBox(), await list(page).locator("[part~=card]").first().boundingBox()];
  const [element, card] = await place();
  expect(Math.abs((card?.y ?? 0) - (element?.y ?? 0))).toBeLessThan(2);
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForTimeout(100);
  await page.evaluate(() => scrollTo(0, 700));
  await page.waitForTimeout(100);
  expect(await list(page).locator("[part~=toolbar]").isVisible()).toBe(false);
  await onElement(page, (element) => void (element.filter = "topics=Sea"));
  await list(page).locator("[part~=chip-clear]").click();
  await expect(list(page).locator("[part~=chip]")).toHaveCount(0);
  expect(await onElement(page, (element) => Boolean(element.shadowRoot?.activeElement))).toBe(true);
});

test("an unsupported order is told on the console, and the rest of it is used", async ({ page, expectedConsole }) => {
  expectedConsole.push(/article-cards/);
  /** @type {string[]} */
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await open(page, 'sort="-loudness,title,-mood"');
  expect(warnings).toEqual(["article-cards: `sort` has what can't be read: -loudness,-mood"]);
  await expect(list(page).locator("[part~=card-title]").first()).toHaveText("Article 0 harbour");
  await onElement(page, (element) => void (element.sort = "loudest"));
  await expect.poll(() => warnings.slice(1)).toEqual(["article-cards: `sort` has what can't be read: loudest"]);
});

test("messages name facets and ranges, and unknown names are told", async ({ page, expectedConsole }) => {
  expectedConsole.push(/article-cards/);
  /** @type {string[]} */
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.setViewportSize({ width: 1280, height: 900 });
  await open(page, "with-scores");
  await onElement(page, (element) => {
    element.messages = /** @type {any} */ ({ fields: { topics: "Themes", quality: "Stars", date: "Day" }, search: "Find", serach: "?", kinds: { video: 3 } });
    return element.updateComplete;
  });
  for (const name of ["Themes", "Provider", "Type", "Day", "Stars", "Heat"]) {
    await expect(list(page).getByRole("group", { name, exact: true })).toHaveCount(1);
  }
  await expect(list(page).getByRole("searchbox", { name: "Find" })).toBeVisible();
  expect(warnings).toEqual(["article-cards: `messages` has unknown names, or values that are no texts: serach, kinds.video"]);
});

for (const [theme, scheme] of /** @type {const} */ ([["dark", "light"], ["light", "dark"]])) {
  test(`a ${theme} list on a ${scheme} page brings its own ground`, async ({ page }) => {
    const ground = scheme === "dark" ? "#111" : "#fff";
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await openHostPage(page, `<style>body { margin: 0; background: ${ground}; color: ${scheme === "dark" ? "#eee" : "#111"} }</style><article-cards src="feed.json" theme="${theme}" with-scores page-size="6"></article-cards>`);
      await waitUntilReady(page);
      // Texts beside the cards, of which axe measures the contrast.
      await expect(list(page).locator("[part~=summary]")).toBeVisible();
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const colour = await list(page).locator("[part~=base]").evaluate((base) => getComputedStyle(base).backgroundColor);
      const [red = 0] = colour.match(/\d+/g)?.map(Number) ?? [];
      expect(red > 128, colour).toBe(theme === "light");
    }
  });
}

test("each card is in a cell, which style sheets reach", async ({ page }) => {
  await openHostPage(page, `<style>article-cards::part(cell) { border-top: 7px solid }</style><article-cards src="feed.json" page-size="6"></article-cards>`);
  await waitUntilReady(page);
  const borders = await list(page).locator("[part~=cell]").evaluateAll((cells) => cells.map((cell) => [getComputedStyle(cell).borderTopWidth, cell.querySelectorAll("[part~=card][data-id]").length]));
  expect(borders).toEqual(Array(6).fill(["7px", 1]));
});
