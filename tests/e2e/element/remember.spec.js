// What a list remembers of its reader: new articles, saved ones, the layout.
import { expectAccessible } from "../fixtures.js";
import { ARTICLES, PUBLISHED_COUNT, expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const NEWS = '<article-cards src="own.json" remember="news" layouts="grid,list" locale="en" time-zone="UTC"></article-cards>';

/** Friday noon. */
const FRIDAY = Date.UTC(2024, 2, 15, 12);
const HOUR = 3_600_000;

/** @param {Page} page @param {object[]} articles @param {number} [now] @param {string} [markup] */
async function visit(page, articles, now = FRIDAY, markup = NEWS) {
  // The page before is left at its own time.
  await page.goto("about:blank");
  await page.clock.setFixedTime(now);
  await page.unroute("**/host/own.json");
  await page.route("**/host/own.json", (route) => route.fulfill({ json: articles }));
  await openHostPage(page, markup);
  await waitUntilReady(page);
}

/** @param {Page} page */
const marked = (page) => list(page).locator("[part~=card]:has([part~=card-new])").evaluateAll((cards) => cards.map((card) => card.getAttribute("data-id")));

/** @param {Page} page @param {string} id */
const bookmark = (page, id) => list(page).locator(`[part~=card][data-id=${id}] [part~=card-save]`);

/** @param {Page} page */
const savedFilter = (page) => list(page).getByRole("checkbox", { name: /^Saved/ });

test("what came in since the last visit is marked and counted", async ({ page }) => {
  await visit(page, ARTICLES.slice(4));
  expect(await marked(page)).toEqual([]);
  await expect(list(page).locator(".ac-x-since")).toHaveCount(0);
  // Within 30 minutes it is the same visit.
  await visit(page, ARTICLES.slice(3), FRIDAY + HOUR / 4);
  expect(await marked(page)).toEqual([]);
  await visit(page, ARTICLES, FRIDAY + 3 * 24 * HOUR);
  expect(await marked(page)).toEqual(["a0", "a1", "a2"]);
  await expect(list(page).locator(".ac-x-since")).toHaveText("3 new since Friday");
  await expectAccessible(page);
  // The marks stay during the visit, and no longer.
  await visit(page, ARTICLES, FRIDAY + 3 * 24 * HOUR + HOUR / 4);
  expect(await marked(page)).toEqual(["a0", "a1", "a2"]);
  await list(page).getByRole("searchbox").fill("pier");
  await expect(list(page).locator(".ac-x-since")).toHaveCount(0);
  await visit(page, ARTICLES, FRIDAY + 3 * 24 * HOUR + 2 * HOUR);
  expect(await marked(page)).toEqual([]);
});

test("a visit in which the feed fails or is empty changes nothing", async ({ page }) => {
  await visit(page, ARTICLES.slice(1));
  await visit(page, [], FRIDAY + 24 * HOUR);
  await visit(page, ARTICLES, FRIDAY + 48 * HOUR);
  expect(await marked(page)).toEqual(["a0"]);
});

test("later the same day, the line names the last visit", async ({ page }) => {
  await visit(page, ARTICLES.slice(1));
  await visit(page, ARTICLES, FRIDAY + 2 * HOUR);
  await expect(list(page).locator(".ac-x-since")).toHaveText("1 new since your last visit");
});

test("older pages of a feed are not new", async ({ page }) => {
  await page.route("**/host/page/2/own.json", (route) => route.fulfill({ json: { value: ARTICLES.slice(12) } }));
  const first = { value: ARTICLES.slice(0, 12), nextPage: 2 };
  await visit(page, /** @type {any} */ (first));
  await visit(page, /** @type {any} */ (first), FRIDAY + 24 * HOUR);
  await list(page).locator("[part~=more-button]").click();
  await expect(list(page).locator("[part~=card]")).toHaveCount(24);
  expect(await marked(page)).toEqual([]);
});

test("articles are saved, listed and removed, also those that the feed has lost", async ({ page }) => {
  await visit(page, ARTICLES);
  await expect(savedFilter(page)).toHaveCount(0);
  await bookmark(page, "a1").click();
  await bookmark(page, "a4").press("Space");
  await expect(bookmark(page, "a1")).toHaveAttribute("aria-pressed", "true");
  await expect(bookmark(page, "a1")).toHaveAccessibleName("Save “Article 1 tide”");
  expect((await takeEvents(page)).filter(({ type }) => type === "ac-save").map(({ detail }) => detail)).toEqual([{ id: "a1", saved: true }, { id: "a4", saved: true }]);
  expect(await onElement(page, (element) => element.saved)).toEqual(["a4", "a1"]);
  await savedFilter(page).check();
  expect(await shownIds(page)).toEqual(["a1", "a4"]);
  await expect(list(page).locator("[part~=summary]")).toHaveText("2 articles");
  await expect(list(page).locator("[part~=chip]")).toContainText("Saved");
  expect(new URL(page.url()).search).toBe("");
  await expectAccessible(page);
  // The next time without one of them.
  await visit(page, ARTICLES.filter(({ id }) => id !== "a4"), FRIDAY + HOUR);
  expect(await onElement(page, (element) => element.saved)).toEqual(["a4", "a1"]);
  await savedFilter(page).check();
  expect(await shownIds(page)).toEqual(["a1", "a4"]);
  await expect(list(page).getByRole("link", { name: "Article 4 tide" })).toHaveAttribute("href", "https://news.example/4");
  await list(page).getByRole("searchbox").fill("harbour");
  await expect(list(page).locator("[part~=card]")).toHaveCount(0);
  await list(page).getByRole("searchbox").fill("");
  await expect(list(page).locator("[part~=card]")).toHaveCount(2);
  await bookmark(page, "a4").click();
  await bookmark(page, "a1").click();
  await expect(list(page).getByRole("heading", { name: "Nothing saved yet" })).toBeVisible();
  await expectAccessible(page);
  await list(page).getByRole("button", { name: "Show all articles" }).click();
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
  await expect(savedFilter(page)).toHaveCount(0);
});

test("scripts save articles without an event, also before the feed is there", async ({ page }) => {
  await visit(page, ARTICLES);
  await onElement(page, (element) => void element.save("a2"));
  await onElement(page, (element) => void element.save("unknown"));
  expect(await onElement(page, (element) => element.saved)).toEqual(["a2"]);
  await expect(bookmark(page, "a2")).toHaveAttribute("aria-pressed", "true");
  await onElement(page, (element) => void element.save("a2", false));
  expect(await onElement(page, (element) => element.saved)).toEqual([]);
  expect((await takeEvents(page)).map(({ type }) => type)).not.toContain("ac-save");
  await page.evaluate(() => {
    const element = /** @type {any} */ (document.createElement("article-cards"));
    Object.assign(element, { src: "own.json", remember: "other", id: "early" });
    document.querySelector("main")?.append(element);
    element.save("a3");
  });
  await waitUntilReady(page, "#early");
  await expect.poll(() => page.locator("#early").evaluate((element) => /** @type {any} */ (element).saved)).toEqual(["a3"]);
});

test("the chosen layout is kept, and several tabs agree", async ({ page, context }) => {
  await visit(page, ARTICLES);
  await list(page).getByRole("radio", { name: "List" }).click();
  const other = await context.newPage();
  await visit(other, ARTICLES);
  await expect(list(other).locator("[part~=base]")).toHaveAttribute("data-layout", "list");
  await bookmark(other, "a1").click();
  await expect(bookmark(page, "a1")).toHaveAttribute("aria-pressed", "true");
  await bookmark(page, "a1").click();
  await expect(bookmark(other, "a1")).toHaveAttribute("aria-pressed", "false");
  await other.close();
});

test("nothing is stored unless it is asked for", async ({ page }) => {
  await visit(page, ARTICLES, FRIDAY, '<article-cards src="own.json"></article-cards>');
  await expect(list(page).locator("[part~=card-save]")).toHaveCount(0);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await visit(page, ARTICLES);
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([`news ${new URL("own.json", page.url())}`]);
});

test("storage that is blocked, full or damaged costs only this", async ({ page }) => {
  await page.addInitScript(() => {
    const mode = () => new URLSearchParams(location.search).get("storage");
    const own = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Window.prototype, "localStorage") ?? Object.getOwnPropertyDescriptor(window, "localStorage"));
    Object.defineProperty(window, "localStorage", { get() {
      if (mode() === "blocked") throw new DOMException("blocked", "SecurityError");
      return own.get?.call(window);
    } });
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (/** @type {string} */ name, /** @type {string} */ value) {
      if (mode() === "full") throw new DOMException("full", "QuotaExceededError");
      setItem.call(this, name, value);
    };
  });
  await page.route("**/host/own.json", (route) => route.fulfill({ json: ARTICLES }));
  for (const mode of ["blocked", "full", "damaged"]) {
    await openHostPage(page, NEWS, { query: `?storage=${mode}` });
    if (mode === "damaged") {
      await page.evaluate(() => localStorage.setItem(`news ${new URL("own.json", location.href)}`, '{"saved": [{"id": 1}, "x", null], "seenNow": 7, "lastVisit": "?"}'));
      await page.reload();
    }
    await waitUntilReady(page);
    await expect(list(page).locator("[part~=card]")).toHaveCount(12);
    await expect(list(page).locator("[part~=summary]")).toHaveText(`${PUBLISHED_COUNT} articles`);
    await expect(list(page).locator("[part~=card-save]")).toHaveCount(mode === "blocked" ? 0 : 12);
    await list(page).getByRole("radio", { name: "List" }).click();
    await expect(list(page).locator("[part~=base]")).toHaveAttribute("data-layout", "list");
    if (mode === "full") {
      await bookmark(page, "a1").click();
      await expect(bookmark(page, "a1")).toHaveAttribute("aria-pressed", "false");
    }
  }
});
