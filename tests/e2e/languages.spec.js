// The words on screen in each language that there is a file for.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, feed, shifts, test } from "./page.js";
import { cards, chips, open, option, search, writeNumber } from "./reader.js";

/** @typedef {import("@playwright/test").Page} Page */

const folder = fileURLToPath(new URL("../../languages/", import.meta.url));
const languages = readdirSync(folder).map((file) => file.replace(".json", ""));

/** @param {string} language @returns {Record<string, any>} */
const messages = (language) => JSON.parse(readFileSync(`${folder}${language}.json`, "utf8"));

/** The page's menu of languages. @param {Page} page */
const menu = (page) => page.locator(".demo-select").filter({ hasText: "Language" }).locator("select");

/**
 * Patterns of all texts of a language, but for those that are nothing but what is filled in.
 * @param {string} language
 */
function patterns(language) {
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
 * The widget's own words in toolbar, filters, chips and pager: what is seen and what is heard.
 * @param {Page} page
 */
const ownWords = (page) => feed(page).evaluate((base) => {
  const text = (/** @type {Element} */ element) => (element.textContent ?? "").replace(/[\u2066-\u2069\u200e\u200f]/g, "").trim();
  const words = [];
  for (const selector of [
    ".ac-search label", ".ac-sort > span", "option", ".ac-x-skip", ".ac-facet-label", ".ac-facet-count", ".ac-facet[data-field=type] .ac-x-value",
    ".ac-x-preset", "legend", ".ac-range label > span", ".ac-chip-clear", ".ac-summary", ".ac-more-button", ".ac-x-gathering button",
    ".ac-card-scores dt",
  ]) {
    for (const element of base.querySelectorAll(selector)) {
      // A count is followed by "excluded", where it is; a word for two stands behind its number.
      for (const part of selector === ".ac-facet-count" ? text(element).split(", ") : [text(element)]) words.push([selector, part]);
    }
  }
  for (const attribute of ["aria-label", "placeholder"]) {
    for (const element of base.querySelectorAll(`.ac-toolbar [${attribute}], .ac-toolbar[${attribute}], .ac-facets[${attribute}], .ac-facets [${attribute}], .ac-chips[${attribute}]`)) {
      words.push([attribute, element.getAttribute(attribute) ?? ""]);
    }
  }
  for (const hidden of base.querySelectorAll(".ac-chip .ac-x-vh")) words.push(["chip", text(hidden).replace(/^, /, "")]);
  // "Show all 37" and, only heard, "in Topics".
  for (const more of base.querySelectorAll(".ac-facet-more")) {
    words.push(["more", text(/** @type {Element} */ (more.firstChild)).trim()], ["more, heard", text(more.querySelector(".ac-x-vh") ?? more)]);
  }
  return words.filter(([, said]) => said !== "");
});

test("there is a file for each language of the menu but English", async ({ page }) => {
  await open(page);
  const offered = await menu(page).locator("option").evaluateAll((all) => all.map((one) => /** @type {HTMLOptionElement} */ (one).value));
  expect(offered.filter((one) => !one.startsWith("en")).sort()).toEqual([...languages].sort());
  expect(offered).toHaveLength(11);
});

for (const language of languages) {
  test(`${language}: no word of another language`, async ({ page }) => {
    await open(page, "?scores");
    await option(page, "topics", "AI").getByRole("checkbox").check();
    await option(page, "type", "article").getByRole("checkbox").check();
    await option(page, "topics", "Cities").getByRole("button", { name: "Exclude Cities" }).click();
    await expect(chips(page)).toHaveCount(3);
    await writeNumber(feed(page).getByRole("group", { name: "Quality" }).getByLabel("At most"), "150");
    await feed(page).getByRole("group", { name: "Quality" }).getByLabel("At most").blur();
    await expect(chips(page)).toHaveCount(4);
    expect((await ownWords(page)).length).toBeGreaterThan(60);
    const { search, chipRemove, sorted, sortNewest } = messages(language);
    await menu(page).selectOption(language);
    await expect(feed(page).locator(".ac-search-input")).toHaveAttribute("placeholder", search);
    await expect(chips(page).first()).toContainText(chipRemove);
    const known = patterns(language);
    const after = await ownWords(page);
    expect(after.length).toBeGreaterThan(60);
    // The page names the list, and so its search.
    const ours = after.map(([where, said = ""]) => [where, said.replace(/: The feed$/, "")]);
    const strange = ours.filter(([, said = ""]) => !known.some((pattern) => pattern.test(said) || pattern.test(said.replace(/^[12] /, ""))));
    expect(strange).toEqual([]);
    await expect(feed(page).locator(".ac-live")).toHaveText(new RegExp(`, ${sorted.replace("{sort}", sortNewest)}$`));
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await feed(page).locator(".ac-panel-button").click();
    await expect(feed(page).getByRole("dialog")).toBeVisible();
    expect(await feed(page).getByRole("dialog").evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBeLessThanOrEqual(0);
    for (const button of await feed(page).locator(".ac-x-panel-foot button, .ac-panel-close").all()) {
      await expect(button).toBeInViewport({ ratio: 0.99 });
    }
  });
}

test("Arabic is mirrored, and nothing scrolls sideways", async ({ page }) => {
  await open(page, "?scores");
  await menu(page).selectOption("ar");
  await expect(search(page)).toHaveCount(0);
  const box = async (/** @type {string} */ selector) => {
    const box = await feed(page).locator(selector).first().boundingBox();
    if (!box) throw new Error(`${selector} is not there`);
    return { ...box, middle: box.x + box.width / 2, end: box.x + box.width };
  };
  const facets = await box(".ac-facets");
  const results = await box(".ac-results");
  expect(facets.x).toBeGreaterThanOrEqual(results.end);
  expect((await box(".ac-facet-checkbox")).x).toBeGreaterThan((await box(".ac-facet-count")).x);
  expect((await box(".ac-search > .ac-x-icon")).middle).toBeGreaterThan((await box(".ac-search-input")).middle);
  expect((await box(".ac-sort")).end).toBeLessThan((await box(".ac-search-input")).x + 1);
  // The first card stands on the right.
  expect((await cards(page).nth(0).boundingBox())?.x ?? 0).toBeGreaterThan((await cards(page).nth(1).boundingBox())?.x ?? 0);
  for (const width of [1280, 820, 390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    // What stands out on the left is not counted above.
    const out = await feed(page).evaluate((base) => [...base.querySelectorAll("button, input, select, a, p, .ac-card")]
      .filter((element) => element.checkVisibility() && !element.closest(".ac-x-vh, .ac-x-skip") && element.getBoundingClientRect().left < -1)
      .map((element) => element.outerHTML.slice(0, 100)));
    expect(out).toEqual([]);
  }
  // Where it is a drawer, the panel comes from the end of the line.
  await page.setViewportSize({ width: 800, height: 600 });
  await feed(page).locator(".ac-panel-button").click();
  expect((await box(".ac-panel")).x).toBe(0);
  expect((await box(".ac-panel")).end).toBeLessThan(800);
});

test("a language of the address: words that come late move nothing", async ({ page }) => {
  await page.route("**/languages/de.json", async (route) => {
    await new Promise((done) => setTimeout(done, 300));
    await route.continue();
  });
  await open(page, "?language=de");
  const { search, showMore } = messages("de");
  await expect(feed(page).locator(".ac-search-input")).toHaveAttribute("placeholder", search);
  // It says in which language the words are, and nothing of which articles.
  await expect(chips(page)).toHaveCount(0);
  await expect(feed(page).locator(".ac-more-button")).toHaveText(showMore.other.replace("{count}", "12"));
  await page.waitForLoadState("networkidle");
  expect(await shifts(page)).toBe(0);
});

test.describe("a file that cannot be had", () => {
  test.use({ expected: [/Failed to load resource|no words could be read from languages\/de\.json/] });

  test("leaves English", async ({ page }) => {
    await page.route("**/languages/de.json", (route) => route.fulfill({ status: 404, body: "" }));
    await open(page);
    await menu(page).selectOption("de");
    await expect(search(page)).toBeVisible();
    await expect(feed(page).locator(".ac-summary")).toHaveText(/articles so far$/);
    await menu(page).selectOption("fr");
    await expect(feed(page).locator(".ac-search-input")).toHaveAttribute("placeholder", messages("fr").search);
  });
});
