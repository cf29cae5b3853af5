// By keyboard alone: a whole journey, visible focus, names, and the one shortcut there is.
import { expect, feed, test } from "./page.js";
import { cards, checkFocusIsInside, chips, facet, ids, open, option, search, sortMenu, summary } from "./reader.js";

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Whether anything around the focused element looks different for having the focus.
 * @param {Page} page
 */
const showsFocus = (page) => page.evaluate(() => {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return "the page has the focus";
  // The parts of a date are reached one by one, and taking the focus away would begin with the first.
  if (at.dataset.looked) return "the next part";
  const looks = () => {
    const all = [];
    for (let element = /** @type {Element | null} */ (at); element && !element.matches(".ac-results"); element = element.parentElement) {
      for (const part of [null, "::before", "::after"]) {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, part);
        all.push(outlineStyle === "none" ? "" : `${outlineStyle} ${outlineWidth}`, boxShadow);
      }
    }
    return all.join("|");
  };
  const focused = looks();
  at.blur();
  const without = looks();
  at.focus({ preventScroll: true });
  if (at.matches("[type=date]")) at.dataset.looked = "yes";
  return focused === without ? `no ring: ${at.outerHTML.slice(0, 120)}` : "";
});

/**
 * Presses Tab until what has the focus matches.
 * @param {Page} page
 * @param {string} selector
 * @param {number} [most]
 */
async function tabTo(page, selector, most = 60) {
  for (let turn = 0; turn < most; turn++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), selector)) return;
  }
  throw new Error(`${selector} is not reached by ${most} times Tab`);
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("from the address bar through search, order, filters, chips and cards to more cards", async ({ page }) => {
  await open(page);
  await tabTo(page, "[aria-label='The feed'] .ac-search-input");
  await page.keyboard.type("the");
  await expect(summary(page)).toContainText("“the”");
  await page.keyboard.press("Tab");
  await expect(feed(page).getByRole("button", { name: "Clear the search" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(sortMenu(page)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
  await expect(sortMenu(page)).toBeFocused();
  await page.keyboard.press("Tab");
  const skip = feed(page).getByRole("button", { name: "Skip the filters" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport({ ratio: 1 });
  await tabTo(page, ".ac-facet[data-field=topics] .ac-facet-checkbox");
  const value = await page.evaluate(() => document.activeElement?.closest("li")?.dataset.value ?? "");
  await page.keyboard.press("Space");
  await expect(chips(page)).toHaveText([`${value}, remove this filter`]);
  await expect(option(page, "topics", value).getByRole("checkbox")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  // The summary of the group folds it.
  await expect(facet(page, "topics").locator("summary")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(option(page, "topics", value)).toBeHidden();
  await page.keyboard.press("Enter");
  await expect(option(page, "topics", value)).toBeVisible();
  await page.keyboard.press("Shift+Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  // Past the filters come the chips.
  await page.keyboard.press("Tab");
  await expect(chips(page).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(search(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveValue("");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  // An order was chosen, of what is there so far.
  await page.keyboard.press("Tab");
  await expect(feed(page).getByRole("button", { name: "Search the whole feed" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(cards(page).first().locator(".ac-card-link")).toBeFocused();
  await tabTo(page, "[aria-label='The feed'] .ac-more-button", 150);
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(24);
  await expect(cards(page).nth(12).locator(".ac-card-link")).toBeFocused();
});

test("whatever has the focus shows it and has a name", async ({ page }) => {
  await open(page, "?scores&topics=AI&provider!=Counterweight");
  await expect(chips(page)).toHaveCount(2);
  await search(page).focus();
  const reached = [];
  for (let turn = 0; turn < 130; turn++) {
    const fault = await showsFocus(page);
    if (fault === "the next part") {
      await page.keyboard.press("Tab");
      continue;
    }
    expect(fault).toBe("");
    const at = page.locator(":focus");
    await expect(at).toHaveAccessibleName(/\S/);
    const kind = await at.evaluate((at) => `${at.localName}.${at.className || /** @type {HTMLInputElement} */ (at).type}`);
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

test("the order of Tab is that of the eye: title, then what lies on the card, card by card", async ({ page }) => {
  await open(page);
  await cards(page).first().locator(".ac-card-link").focus();
  const order = [];
  for (let turn = 0; turn < 25; turn++) {
    order.push(await page.evaluate(() => {
      const card = document.activeElement?.closest(".ac-card");
      const place = [...document.querySelectorAll("[aria-label='The feed'] .ac-card")].indexOf(/** @type {Element} */ (card));
      return { place, isTitle: Boolean(document.activeElement?.matches(".ac-card-link")) };
    }));
    await page.keyboard.press("Tab");
  }
  for (const [turn, { place, isTitle }] of order.entries()) {
    const before = order[turn - 1];
    if (!before) continue;
    expect(place === before.place || place === before.place + 1).toBe(true);
    // A card is entered by its title.
    expect(isTitle).toBe(place !== before.place);
  }
});

test("a slash leads to the search, but only from inside the list and not from a field", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: "Dark" }).focus();
  await page.keyboard.press("/");
  await expect(search(page)).not.toBeFocused();
  await cards(page).first().locator(".ac-card-link").focus();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("");
  await page.keyboard.press("/");
  await expect(search(page)).toHaveValue("/");
  await page.keyboard.press("Escape");
  const find = facet(page, "topics").getByRole("searchbox");
  await find.focus();
  await page.keyboard.press("/");
  await expect(find).toHaveValue("/");
  await find.press("Escape");
  await option(page, "topics", "AI").getByRole("checkbox").focus();
  await page.keyboard.press("Control+/");
  await expect(search(page)).not.toBeFocused();
  await page.keyboard.press("/");
  await expect(search(page)).toBeFocused();
  // Another list on the page is meant by its own.
  const other = page.getByRole("region", { name: "List in a wide column" });
  await other.locator(".ac-card-link").first().focus();
  await page.keyboard.press("/");
  await expect(other.getByRole("searchbox").first()).toBeFocused();
});

test("Escape in an empty result leads nowhere else than to a full one", async ({ page }) => {
  await open(page);
  const before = await ids(page);
  await search(page).focus();
  await page.keyboard.type("zzzzzz");
  await expect(cards(page)).toHaveCount(0);
  await tabTo(page, ".ac-x-drop");
  await page.keyboard.press("Enter");
  await expect.poll(() => ids(page)).toEqual(before);
  await checkFocusIsInside(page);
});

test("a date is typed key by key", async ({ page }) => {
  await open(page);
  const from = feed(page).getByRole("group", { name: "Date" }).getByLabel("From");
  await from.focus();
  await page.keyboard.type("11012026");
  await expect(from).toHaveValue("2026-11-01");
  await expect(chips(page)).toHaveText([/2026, remove this filter$/]);
  await expect(from).toBeFocused();
  // The year once more: until it is whole the range stays as it was, and nothing of it is lost.
  await page.keyboard.press("Backspace");
  await expect(chips(page)).toHaveText([/2026, remove this filter$/]);
  await page.keyboard.type("2025");
  await expect(from).toHaveValue("2025-11-01");
  await expect(chips(page)).toHaveText([/2025, remove this filter$/]);
  await expect(from).toBeFocused();
});

test("a score is typed, and taken by Enter or by leaving the field", async ({ page }) => {
  await open(page, "?scores");
  const least = feed(page).getByRole("group", { name: "Heat" }).getByLabel("At least");
  await least.focus();
  await page.keyboard.type("60");
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveText(["Heat from 60, remove this filter"]);
  await expect(least).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.type("90");
  await page.keyboard.press("Tab");
  await expect(chips(page)).toHaveText(["Heat 60 – 90, remove this filter"]);
  await checkFocusIsInside(page);
});

test("what is no number is taken back, and drops nothing", async ({ page }) => {
  await open(page, "?scores&heat=60..");
  const least = feed(page).getByRole("group", { name: "Heat" }).getByLabel("At least");
  await expect(least).toHaveValue("60");
  // After one like "-", Firefox tells of another only when the field is left.
  for (const [typed = "", key = ""] of [["1.5", "Enter"], ["-", "Enter"], ["1e", "Tab"], ["1e", "Enter"]]) {
    await least.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(typed);
    await page.keyboard.press(key);
    await expect(least, typed).toHaveValue("60");
    await expect(chips(page)).toHaveText(["Heat from 60, remove this filter"]);
  }
});

test("an input method composes undisturbed, and its Enter and Escape are its own", async ({ page }) => {
  await open(page);
  await search(page).focus();
  const session = await page.context().newCDPSession(page);
  const compose = (/** @type {string} */ text) =>
    session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  for (const text of ["う", "うm", "うみ", "海"]) {
    await compose(text);
    await expect(search(page)).toHaveValue(text);
  }
  await page.waitForTimeout(400);
  await expect(search(page)).toHaveValue("海");
  await session.send("Input.insertText", { text: "海" });
  await expect(search(page)).toHaveValue("海");
  await expect(summary(page)).toContainText("“海”");
});
