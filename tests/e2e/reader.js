// What a reader finds on the demo page, by name as assistive technology has it where it has one.
import { expect, feed } from "./page.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
export const search = (page) => feed(page).getByRole("searchbox", { name: "Search articles" });

/** @param {Page} page */
export const summary = (page) => feed(page).locator(".ac-summary");

/** @param {Page} page */
export const sortMenu = (page) => feed(page).getByLabel("Sort by");

/** @param {Page} page */
export const cards = (page) => feed(page).locator(".ac-card");

/** @param {Page} page */
export const chips = (page) => feed(page).locator(".ac-chip");

/**
 * The values of one field with their checkboxes.
 * @param {Page} page
 * @param {string} field
 */
export const facet = (page, field) => feed(page).locator(`.ac-facet[data-field="${field}"]`);

/**
 * One value of a field.
 * @param {Page} page
 * @param {string} field
 * @param {string} value
 */
export const option = (page, field, value) => facet(page, field).locator(`.ac-facet-option[data-value="${value}"]`);

/**
 * Opens the page with a query and waits for its first cards.
 * @param {Page} page
 * @param {string} [query] with its `?`
 */
export async function open(page, query = "") {
  await page.goto(`demo/${query}`);
  await expect(cards(page).first()).toBeVisible();
}

/**
 * The articles on screen, in order.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export const ids = (page) => cards(page).evaluateAll((all) => all.map((card) => card.getAttribute("data-id") ?? ""));

/**
 * Writes a number over what a field has, by keys: what Playwright's `fill` puts into a field of numbers in Firefox is
 * added to what is there, and is no change when the field is left.
 * @param {import("@playwright/test").Locator} field
 * @param {string} number
 */
export async function writeNumber(field, number) {
  await field.press("ControlOrMeta+a");
  await field.press("Delete");
  await field.pressSequentially(number);
}

/**
 * The values of a facet that are listed, and their counts.
 * @param {Page} page
 * @param {string} field
 * @returns {Promise<Record<string, number>>}
 */
export async function counts(page, field) {
  const rows = await facet(page, field).locator(".ac-facet-option").evaluateAll((all) =>
    all.map((row) => {
      // The number alone, without the words that are only heard.
      const nodes = [...(row.querySelector(".ac-facet-count")?.childNodes ?? [])];
      const count = nodes.find((node) => node.nodeType === Node.TEXT_NODE)?.textContent;
      return /** @type {const} */ ([row.getAttribute("data-value") ?? "", Number(count)]);
    }));
  return Object.fromEntries(rows);
}

/**
 * The name and the classes of what has the focus, for messages of tests and to hold it against `body`.
 * @param {Page} page
 * @returns {Promise<string>}
 */
export const focused = (page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return "body";
    return `${at.localName}.${at.className}`;
  });

/**
 * Fails if the focus has been lost, or is outside the list.
 * @param {Page} page
 */
export async function checkFocusIsInside(page) {
  await expect
    .poll(async () => feed(page).evaluate((base) => base.contains(document.activeElement)), await focused(page))
    .toBe(true);
  // It stays so, once everything has been drawn.
  await page.waitForTimeout(50);
  expect(await focused(page)).not.toBe("body");
}
