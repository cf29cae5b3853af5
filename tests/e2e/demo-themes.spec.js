// The sliders and the numbers of the demo page.
import { readFileSync } from "node:fs";
import { expect, expectAccessible, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));

/** @param {Page} page */
const element = (page) => page.locator(".demo-themes article-cards");

/** @param {Page} page */
const sheet = (page) => page.locator(".demo-tuner pre");

/** @param {Page} page @param {string} property */
const style = (page, property) => element(page).evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), property);

test("sliders change the list and print its CSS, and the address has them", async ({ page }) => {
  await page.goto("demo/");
  await element(page).scrollIntoViewIfNeeded();
  await expect(element(page).locator("[part~=card]")).toHaveCount(6);
  const card = element(page).locator("[part~=card]").first();
  await page.getByLabel("Accent").fill("#b0125b");
  await page.getByLabel("Corners").fill("0.25");
  await page.getByLabel("Gap").fill("2");
  await page.getByLabel("Card width").fill("12");
  await page.getByLabel("Text size").fill("0.875");
  await expect(sheet(page)).toHaveText(`article-cards {
  --ac-accent: light-dark(#b0125b, color-mix(in oklab, #b0125b 45%, white));
  --ac-radius: 0.25em;
  --ac-gap: 2em;
  --ac-card-min: 12em;
  font-size: 0.875em;
}
`);
  await expect(card).toHaveCSS("border-top-left-radius", "3.5px");
  expect(await style(page, "--ac-gap")).toBe("2em");
  await expect(element(page)).toHaveCSS("font-size", "14px");
  await expectAccessible(page, ".demo-themes");
  await expect.poll(() => new URL(page.url()).search).toBe("?accent=b0125b&radius=0.25&gap=2&card=12&text=0.875");
  await page.reload();
  await expect(page.getByLabel("Gap")).toHaveValue("2");
  await expect(sheet(page)).toContainText("--ac-gap: 2em;");
  await page.getByRole("button", { name: "Reset" }).click();
  await expect(page.getByLabel("Gap")).toHaveValue("1.25");
  await expect(sheet(page)).toContainText("Move a slider");
  await expect(element(page)).not.toHaveAttribute("style");
  await expect.poll(() => new URL(page.url()).search).toBe("");
});

test("sliders begin where the look is, and change its own style sheet", async ({ page }) => {
  await page.goto("demo/?look=poster");
  await expect(page.getByRole("radio", { name: "Poster" })).toBeChecked();
  await expect(page.getByLabel("Corners")).toHaveValue("1.75");
  await expect(page.getByLabel("Accent")).toHaveValue("#2b2fd4");
  const before = await sheet(page).innerText();
  await page.getByLabel("Corners").press("ArrowLeft");
  await page.getByLabel("Text size").press("ArrowRight");
  const after = await sheet(page).innerText();
  expect(after).toBe(before
    .replace("--ac-radius: 1.75em;", "--ac-radius: 1.625em;")
    .replace("\n}", "\n  font-size: 1.0625em;\n}"));
  // The printed style sheet does what the sliders do.
  const shown = await style(page, "--ac-radius");
  await element(page).evaluate((element, css) => {
    element.removeAttribute("style");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets.push(sheet);
  }, after);
  expect(await style(page, "--ac-radius")).toBe(shown);
  await expect(element(page)).toHaveCSS("font-size", "17px");
});

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  test(`the numbers are those of the benchmark and of the tests, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const { figures, browser } = read("../../benches/results.json");
    await page.goto("demo/");
    const section = page.getByRole("region", { name: "In numbers" });
    await expect(section).toContainText(browser);
    const row = (/** @type {string | RegExp} */ table, /** @type {string} */ name) =>
      section.getByRole("table", { name: table }).getByRole("row").filter({ hasText: name });
    await expect(row(/^Code that a page loads/, "article-cards")).toContainText(`${Math.round(figures.bytes.widgets.ours.gzip / 1000)} kB`);
    await expect(row(/^Key stroke/, "InstantSearch")).toContainText(`${(figures.keys[100000].instantsearch.painted.median / 1000).toFixed(1)} s`);
    await expect(row(/^First cards on a slow line/, "List.js")).toContainText(`${(figures.visit.slow.list.first.cards.median / 1000).toFixed(1)} s`);
    // Also where others are ahead: the best is first.
    await expect(section.getByRole("table", { name: /^Code/ }).getByRole("row").first()).toContainText("A page by hand");
    const criteria = read("wcag/criteria.json");
    const tested = criteria.filter((/** @type {object} */ one) => "tests" in one).length;
    await expect(section).toContainText(`${tested} of ${criteria.length} criteria`);
    await expectAccessible(page, "[aria-labelledby=numbers]");
  });
}
