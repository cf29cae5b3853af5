// Locators and helpers for the main list of the demo page.
import { expect } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * The list that shows a whole feed.
 * @param {Page} page
 */
export const demoList = (page) => page.getByRole("region", { name: "The feed" });

/** @param {Page} page */
export const searchField = (page) => demoList(page).getByRole("searchbox", { name: "Search articles" });

/** @param {Page} page */
export const summary = (page) => demoList(page).locator(".ac-summary");

/** @param {Page} page */
export const sortMenu = (page) => demoList(page).getByLabel("Sort by");

/** @param {Page} page */
export const cards = (page) => demoList(page).locator(".ac-card");

/** @param {Page} page */
export const chips = (page) => demoList(page).locator(".ac-chip");

/**
 * @param {Page} page
 * @param {string} field
 */
export const facet = (page, field) => demoList(page).locator(`.ac-facet[data-field="${field}"]`);

/**
 * The row of one value of a facet.
 * @param {Page} page
 * @param {string} field
 * @param {string} value
 */
export const facetOption = (page, field, value) => facet(page, field).locator(`.ac-facet-option[data-value="${value}"]`);

/**
 * Opens the demo page and waits for the first cards.
 * @param {Page} page
 * @param {string} [query] including the `?`
 */
export async function openDemo(page, query = "") {
  await page.goto(`demo/${query}`);
  await expect(cards(page).first()).toBeVisible();
  // Tab continues from here, past the list at the top of the page.
  await page.locator("#feed").evaluate((heading) => {
    heading.tabIndex = -1;
    // A list that is not in view does not load the rest of its feed, and Firefox types without scrolling.
    heading.focus();
    heading.blur();
    heading.removeAttribute("tabindex");
  });
}

/**
 * Returns the ids of the articles on screen, in order.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export const shownIds = (page) => cards(page).evaluateAll((all) => all.map((card) => card.getAttribute("data-id") ?? ""));

/**
 * Replaces the content of a number field key by key: in Firefox, Playwright's `fill` appends to the
 * current value and causes no `change` event on blur.
 * @param {import("@playwright/test").Locator} field
 * @param {string} number
 */
export async function typeNumber(field, number) {
  await field.press("ControlOrMeta+a");
  await field.press("Delete");
  await field.pressSequentially(number);
}

/**
 * Returns the listed values of a facet with their counts.
 * @param {Page} page
 * @param {string} field
 * @returns {Promise<Record<string, number>>}
 */
export async function facetCounts(page, field) {
  const rows = await facet(page, field).locator(".ac-facet-option").evaluateAll((all) =>
    all.map((row) => {
      // Only the number, without the visually hidden text.
      const nodes = [...(row.querySelector(".ac-facet-count")?.childNodes ?? [])];
      const count = nodes.find((node) => node.nodeType === Node.TEXT_NODE)?.textContent;
      return /** @type {const} */ ([row.getAttribute("data-value") ?? "", Number(count)]);
    }));
  return Object.fromEntries(rows);
}

/**
 * Returns name and classes of the focused element, or `body`.
 * @param {Page} page
 * @returns {Promise<string>}
 */
export const describeFocus = (page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return "body";
    return `${focused.localName}.${focused.className}`;
  });

/**
 * Fails if no element inside the list has the focus.
 * @param {Page} page
 */
export async function expectFocusInList(page) {
  await expect
    .poll(async () => demoList(page).evaluate((base) => base.contains(document.activeElement)), await describeFocus(page))
    .toBe(true);
  // A pending render must not take it away.
  await page.waitForTimeout(50);
  expect(await describeFocus(page)).not.toBe("body");
}
