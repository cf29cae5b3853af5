// The interface in each language that has a file in `languages/`.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cards, chips, demoList, facetOption, openDemo, searchField, typeNumber } from "./demo-page.js";
import { expect, layoutShift, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

const folder = fileURLToPath(new URL("../../languages/", import.meta.url));
const languages = readdirSync(folder).map((file) => file.replace(".json", ""));

/** @param {string} language @returns {Record<string, any>} */
const messages = (language) => JSON.parse(readFileSync(`${folder}${language}.json`, "utf8"));

/** The demo page's language menu. @param {Page} page */
const languageMenu = (page) => page.locator(".demo-select").filter({ hasText: "Language" }).locator("select");

/**
 * Returns a pattern for each text of a language, except for those that consist of placeholders only.
 * @param {string} language
 */
function textPatterns(language) {
  /** @type {string[]} */
  const texts = [];
  const collect = (/** @type {unknown} */ value) => {
    if (typeof value === "string") texts.push(value);
    else if (value && typeof value === "object") Object.values(value).forEach(collect);
  };
  collect(messages(language));
  const escaped = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return texts
    .filter((text) => /[^\s–/]/.test(text.replace(/\{\w+\}/g, "")))
    .map((text) => new RegExp(`^${text.split(/\{\w+\}/).map(escaped).join(".+")}$`, "su"));
}

/**
 * Returns the list's own texts in toolbar, filters, chips and pager, visible or for screen readers
 * only, each with where it was found.
 * @param {Page} page
 */
const interfaceTexts = (page) => demoList(page).evaluate((base) => {
  const text = (/** @type {Element} */ element) => (element.textContent ?? "").replace(/[\u2066-\u2069\u200e\u200f]/g, "").trim();
  const texts = [];
  for (const selector of [
    ".ac-search label", ".ac-sort > span", "option", ".ac-x-skip", ".ac-facet-label", ".ac-facet-count", ".ac-facet[data-field=type] .ac-x-value",
    ".ac-x-preset", "legend", ".ac-range label > span", ".ac-chip-clear", ".ac-summary", ".ac-more-button", ".ac-x-gathering button",
    ".ac-card-scores dt",
  ]) {
    for (const element of base.querySelectorAll(selector)) {
      // "3 articles, excluded" consists of two texts.
      for (const part of selector === ".ac-facet-count" ? text(element).split(", ") : [text(element)]) texts.push([selector, part]);
    }
  }
  for (const attribute of ["aria-label", "placeholder"]) {
    for (const element of base.querySelectorAll(`.ac-toolbar [${attribute}], .ac-toolbar[${attribute}], .ac-facets[${attribute}], .ac-facets [${attribute}], .ac-chips[${attribute}]`)) {
      texts.push([attribute, element.getAttribute(attribute) ?? ""]);
    }
  }
  for (const hidden of base.querySelectorAll(".ac-chip .ac-x-vh")) texts.push(["chip", text(hidden).replace(/^, /, "")]);
  // "Show all 37" and, visually hidden, "in Topics".
  for (const more of base.querySelectorAll(".ac-facet-more")) {
    texts.push(["more", text(/** @type {Element} */ (more.firstChild)).trim()], ["more, hidden", text(more.querySelector(".ac-x-vh") ?? more)]);
  }
  return texts.filter(([, text]) => text !== "");
});

test("each language in the menu except English has a file", async ({ page }) => {
  await openDemo(page);
  const offered = await languageMenu(page).locator("option").evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value));
  expect(offered.filter((one) => !one.startsWith("en")).sort()).toEqual([...languages].sort());
  expect(offered).toHaveLength(11);
});

for (const language of languages) {
  test(`${language}: no untranslated text`, async ({ page }) => {
    await openDemo(page, "?scores");
    await facetOption(page, "topics", "AI").getByRole("checkbox").check();
    await facetOption(page, "type", "article").getByRole("checkbox").check();
    await facetOption(page, "topics", "Cities").getByRole("button", { name: "Exclude Cities" }).click();
    await expect(chips(page)).toHaveCount(3);
    await typeNumber(demoList(page).getByRole("group", { name: "Quality" }).getByLabel("At most"), "150");
    await demoList(page).getByRole("group", { name: "Quality" }).getByLabel("At most").blur();
    await expect(chips(page)).toHaveCount(4);
    expect((await interfaceTexts(page)).length).toBeGreaterThan(60);
    const { search, chipRemove, sorted, sortNewest } = messages(language);
    await languageMenu(page).selectOption(language);
    await expect(demoList(page).locator(".ac-search-input")).toHaveAttribute("placeholder", search);
    await expect(chips(page).first()).toContainText(chipRemove);
    const known = textPatterns(language);
    const after = await interfaceTexts(page);
    expect(after.length).toBeGreaterThan(60);
    // The search's name ends with the page's label for the list.
    const own = after.map(([where, text = ""]) => [where, text.replace(/: The feed$/, "")]);
    const untranslated = own.filter(([, text = ""]) => !known.some((pattern) => pattern.test(text) || pattern.test(text.replace(/^[12] /, ""))));
    expect(untranslated).toEqual([]);
    await expect(demoList(page).locator(".ac-live")).toHaveText(new RegExp(`, ${sorted.replace("{sort}", sortNewest)}$`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await demoList(page).locator(".ac-panel-button").click();
    await expect(demoList(page).getByRole("dialog")).toBeVisible();
    expect(await demoList(page).getByRole("dialog").evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBeLessThanOrEqual(0);
    for (const button of await demoList(page).locator(".ac-x-panel-foot button, .ac-panel-close").all()) {
      await expect(button).toBeInViewport({ ratio: 0.99 });
    }
  });
}

test("the Arabic layout is mirrored and does not scroll horizontally", async ({ page }) => {
  await openDemo(page, "?scores");
  await languageMenu(page).selectOption("ar");
  await expect(searchField(page)).toHaveCount(0);
  const box = async (/** @type {string} */ selector) => {
    const box = await demoList(page).locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not there`);
    return { ...box, middle: box.x + box.width / 2, end: box.x + box.width };
  };
  const facets = await box(".ac-facets");
  const results = await box(".ac-results");
  expect(facets.x).toBeGreaterThanOrEqual(results.end);
  expect((await box(".ac-facet-checkbox")).x).toBeGreaterThan((await box(".ac-facet-count")).x);
  expect((await box(".ac-search > .ac-x-icon")).middle).toBeGreaterThan((await box(".ac-search-input")).middle);
  expect((await box(".ac-sort")).end).toBeLessThan((await box(".ac-search-input")).x + 1);
  // The first card is on the right.
  expect((await cards(page).nth(0).boundingBox())?.x ?? 0).toBeGreaterThan((await cards(page).nth(1).boundingBox())?.x ?? 0);
  for (const width of [1280, 820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // In a right-to-left page, overflow on the left does not widen the document.
    const overflowing = await demoList(page).evaluate((base) => [...base.querySelectorAll("button, input, select, a, p, .ac-card")]
      .filter((element) => element.checkVisibility() && !element.closest(".ac-x-vh, .ac-x-skip") && element.getBoundingClientRect().left < -1)
      .map((element) => element.outerHTML.slice(0, 100)));
    expect(overflowing).toEqual([]);
  }
  // As a drawer, the panel is at the inline end.
  await page.setViewportSize({ width: 800, height: 600 });
  await demoList(page).locator(".ac-panel-button").click();
  expect((await box(".ac-panel")).x).toBe(0);
  expect((await box(".ac-panel")).end).toBeLessThan(800);
});

test("a language from the URL: translations that arrive late cause no layout shift", async ({ page }) => {
  await page.route("**/languages/de.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.continue();
  });
  await openDemo(page, "?language=de");
  const { search, showMore } = messages("de");
  await expect(demoList(page).locator(".ac-search-input")).toHaveAttribute("placeholder", search);
  // The language is the interface's, and filters no articles.
  await expect(chips(page)).toHaveCount(0);
  await expect(demoList(page).locator(".ac-more-button")).toHaveText(showMore.other.replace("{count}", "12"));
  await page.waitForLoadState("networkidle");
  expect(await layoutShift(page)).toBe(0);
});

test.describe("when a language file cannot be loaded", () => {
  test.use({ expectedConsole: [/Failed to load resource|no messages could be read from languages\/de\.json/] });

  test("the list stays in English", async ({ page }) => {
    await page.route("**/languages/de.json", (route) => route.fulfill({ status: 404, body: "" }));
    await openDemo(page);
    await languageMenu(page).selectOption("de");
    await expect(searchField(page)).toBeVisible();
    await expect(demoList(page).locator(".ac-summary")).toHaveText(/articles so far$/);
    await languageMenu(page).selectOption("fr");
    await expect(demoList(page).locator(".ac-search-input")).toHaveAttribute("placeholder", messages("fr").search);
  });
});
