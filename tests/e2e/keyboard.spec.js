// Keyboard operation: a whole journey, visible focus, accessible names, and the `/` shortcut.
import { cards, chips, demoList, expectFocusInList, facet, facetOption, openDemo, searchField, shownIds, sortMenu, summary } from "./demo-page.js";
import { expect, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The result of `focusRingFault` for a further segment of a date field. */
const DATE_SEGMENT = "a further date segment";

/**
 * Returns an empty string if the focused element, or one around it, shows a focus ring; otherwise
 * the reason why not.
 * @param {Page} page
 */
const focusRingFault = (page) => page.evaluate((DATE_SEGMENT) => {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body) return "the page has the focus";
  // Tab visits the segments of a date field one by one; blurring the field would restart at the first.
  if (focused.dataset.checked) return DATE_SEGMENT;
  const rings = () => {
    const all = [];
    for (let element = /** @type {Element | null} */ (focused); element && !element.matches(".ac-results"); element = element.parentElement) {
      for (const part of [null, "::before", "::after"]) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
        all.push(outlineStyle === "none" ? "" : `${outlineStyle} ${outlineWidth}`, boxShadow);
      }
    }
    return all.join("|");
  };
  const withFocus = rings();
  focused.blur();
  const withoutFocus = rings();
  focused.focus({ preventScroll: true });
  if (focused.matches("[type=date]")) focused.dataset.checked = "yes";
  return withFocus === withoutFocus ? `no ring: ${focused.outerHTML.slice(0, 120)}` : "";
}, DATE_SEGMENT);

/**
 * Presses Tab until the focused element matches.
 * @param {Page} page
 * @param {string} selector
 * @param {number} [limit]
 */
async function tabTo(page, selector, limit = 60) {
  for (let turn = 0; turn < limit; turn++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
  }
  throw new Error(`${selector} is not reached by pressing Tab ${limit} times`);
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("a keyboard journey from the address bar through search, sort menu, filters, chips and cards to more cards", async ({ page }) => {
  await openDemo(page);
  await tabTo(page, "[aria-label='The feed'] .ac-search-input");
  await page.keyboard.type("the");
  await expect(summary(page)).toContainText("“the”");
  await page.keyboard.press("Tab");
  await expect(demoList(page).getByRole("button", { name: "Clear the search" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(sortMenu(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
  await expect(sortMenu(page)).toBeFocused();
  await page.keyboard.press("Tab");
  const skip = demoList(page).getByRole("button", { name: "Skip the filters" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await tabTo(page, ".ac-facet[data-field=topics] .ac-facet-checkbox");
  const value = await page.evaluate(() => document.activeElement?.closest("li")?.dataset.value ?? "");
  await page.keyboard.press("Space");
  await expect(chips(page)).toHaveText([`${value}, remove this filter`]);
  await expect(facetOption(page, "topics", value).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  // The facet's summary collapses it.
  await expect(facet(page, "topics").locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(facetOption(page, "topics", value)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(facetOption(page, "topics", value)).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await expect(skip).toBeFocused();
  // The chips come before the filters.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(chips(page).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(searchField(page)).toHaveValue("");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(cards(page).first().locator(".ac-card-link")).toBeFocused();
  await tabTo(page, "[aria-label='The feed'] .ac-more-button", 150);
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(24);
  await expect(cards(page).nth(12).locator(".ac-card-link")).toBeFocused();
});

test("every focused element has a visible focus ring and an accessible name", async ({ page }) => {
  await openDemo(page, "?scores&topics=AI&provider!=Counterweight");
  await expect(chips(page)).toHaveCount(2);
  await searchField(page).focus();
  const reached = [];
  for (let turn = 0; turn < 130; turn++) {
    const fault = await focusRingFault(page);
    if (fault === DATE_SEGMENT) {
      await page.keyboard.press("Tab");
      continue;
    }
    expect(fault).toBe("");
    const focused = page.locator(":focus");
    await expect(focused).toHaveAccessibleName(/\S/);
    const kind = await focused.evaluate((element) => `${element.localName}.${element.className || /** @type {HTMLInputElement} */ (element).type}`);
    reached.push(kind);
    if (kind.includes("ac-more-button") || kind.includes("ac-card-link") && reached.filter((one) => one === kind).length > 2) break;
    await page.keyboard.press("Tab");
  }
  for (const kind of [
    "input.ac-search-input", "select.select-one", "button.ac-x-skip", "summary.ac-facet-label", "input.ac-facet-search",
    "input.ac-facet-checkbox", "button.ac-facet-exclude", "button.ac-facet-more", "button.ac-x-preset", "input.date",
    "input.number", "button.ac-chip", "button.ac-chip-clear", "a.ac-card-link", "button.ac-topic", "button.ac-x-name",
  ]) {
    expect(reached).toContain(kind);
  }
});

test("the tab order follows the visual order: title, then the rest of the card, card by card", async ({ page }) => {
  await openDemo(page);
  await cards(page).first().locator(".ac-card-link").focus();
  const order = [];
  for (let turn = 0; turn < 25; turn++) {
    order.push(await page.evaluate(() => {
      const card = document.activeElement?.closest(".ac-card");
      const index = [...document.querySelectorAll("[aria-label='The feed'] .ac-card")].indexOf(/** @type {Element} */ (card));
      return { index, isTitle: Boolean(document.activeElement?.matches(".ac-card-link")) };
    }));
    await page.keyboard.press("Tab");
  }
  for (const [turn, { index, isTitle }] of order.entries()) {
    const before = order[turn - 1];
    if (!before) continue;
    expect(index === before.index || index === before.index + 1).toBe(true);
    // The first stop on a card is its title.
    expect(isTitle).toBe(index !== before.index);
  }
});

test("the / key focuses the search field, but only from inside the list and not from a field", async ({ page }) => {
  await openDemo(page);
  await page.getByRole("radio", { name: "Dark" }).focus();
  await page.keyboard.press("/");
  await expect(searchField(page)).not.toBeFocused();
  await cards(page).first().locator(".ac-card-link").focus();
  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  await expect(searchField(page)).toHaveValue("");
  await page.keyboard.press("/");
  await expect(searchField(page)).toHaveValue("/");
  await page.keyboard.press("Escape");
  const find = facet(page, "topics").getByRole("searchbox");
  await find.focus();
  await page.keyboard.press("/");
  await expect(find).toHaveValue("/");
  await find.press("Escape");
  await facetOption(page, "topics", "AI").getByRole("checkbox").focus();
  await page.keyboard.press("Control+/");
  await expect(searchField(page)).not.toBeFocused();
  await page.keyboard.press("/");
  await expect(searchField(page)).toBeFocused();
  // In another list the key focuses that list's field.
  const other = page.getByRole("region", { name: "List in a wide column" });
  await other.locator(".ac-card-link").first().focus();
  await page.keyboard.press("/");
  await expect(other.getByRole("searchbox").first()).toBeFocused();
});

test("an empty result can be left by keyboard, and the focus stays in the list", async ({ page }) => {
  await openDemo(page);
  const before = await shownIds(page);
  await searchField(page).focus();
  await page.keyboard.type("zzzzzz");
  await expect(cards(page)).toHaveCount(0);
  await tabTo(page, ".ac-x-drop");
  await page.keyboard.press("Enter");
  await expect.poll(() => shownIds(page)).toEqual(before);
  await expectFocusInList(page);
});

test("a date can be typed digit by digit", async ({ page }) => {
  await openDemo(page);
  const from = demoList(page).getByRole("group", { name: "Date" }).getByLabel("From");
  await from.focus();
  await page.keyboard.type("11012026");
  await expect(from).toHaveValue("2026-11-01");
  await expect(chips(page)).toHaveText([/2026, remove this filter$/]);
  await expect(from).toBeFocused();
  // While the year is incomplete the previous range stays.
  await page.keyboard.press("Backspace");
  await expect(chips(page)).toHaveText([/2026, remove this filter$/]);
  await page.keyboard.type("2025");
  await expect(from).toHaveValue("2025-11-01");
  await expect(chips(page)).toHaveText([/2025, remove this filter$/]);
  await expect(from).toBeFocused();
});

test("a typed score is applied by Enter or on blur", async ({ page }) => {
  await openDemo(page, "?scores");
  const minimum = demoList(page).getByRole("group", { name: "Heat" }).getByLabel("At least");
  await minimum.focus();
  await page.keyboard.type("60");
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveText(["Heat from 60, remove this filter"]);
  await expect(minimum).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("90");
  await page.keyboard.press("Tab");
  await expect(chips(page)).toHaveText(["Heat 60 – 90, remove this filter"]);
  await expectFocusInList(page);
});

test("an invalid number is reverted and keeps the current filter", async ({ page }) => {
  await openDemo(page, "?scores&heat=60..");
  const minimum = demoList(page).getByRole("group", { name: "Heat" }).getByLabel("At least");
  await expect(minimum).toHaveValue("60");
  // After input like "-", Firefox fires no further event until the field loses the focus.
  for (const [typed = "", key = ""] of [["1.5", "Enter"], ["-", "Enter"], ["1e", "Tab"], ["1e", "Enter"]]) {
    await minimum.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(typed);
    await page.keyboard.press(key);
    await expect(minimum, typed).toHaveValue("60");
    await expect(chips(page)).toHaveText(["Heat from 60, remove this filter"]);
  }
});

test("composing text with an input method is not disturbed", async ({ page }) => {
  await openDemo(page);
  await searchField(page).focus();
  const session = await page.context().newCDPSession(page);
  const compose = (/** @type {string} */ text) =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ["う", "うm", "うみ", "海"]) {
    await compose(text);
    await expect(searchField(page)).toHaveValue(text);
  }
  await page.waitForTimeout(400);
  await expect(searchField(page)).toHaveValue("海");
  await session.send("Input.insertText", { text: "海" });
  await expect(searchField(page)).toHaveValue("海");
  await expect(summary(page)).toContainText("“海”");
});
