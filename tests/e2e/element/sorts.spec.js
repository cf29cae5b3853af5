// Orders: those that a page offers, and those by numbers and texts of a mapping.
import { expectAccessible } from "../fixtures.js";
import { expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

/** Of each course: id, title, price, place. @type {[string, string, unknown, string | null][]} */
const COURSES = [
  ["a", "Knots", 100, "Room 10"],
  ["b", "Charts", "29.90", "Room 9"],
  ["c", "Tides", null, null],
  ["d", "Sails", 9.5, "Attic"],
];

const MAPPING = { price: "offer.amount", region: "place" };

/** @param {Page} page */
const orders = (page) => list(page).locator("[part~=sort] option");

/** @param {Page} page */
const menu = (page) => list(page).getByRole("combobox", { name: "Sort by" });

/**
 * Opens a list of the courses that has its mapping from the start.
 * @param {Page} page
 * @param {Record<string, unknown>} properties
 * @param {string} [query] that of the page's address
 */
async function openCourses(page, properties, query = "") {
  const courses = COURSES.map(([id, title, amount, place], index) => ({ id, title, offer: { amount }, place, publishedDateTime: `2021-06-0${9 - index}T10:00:00Z` }));
  await page.route("**/host/courses.json", (route) => route.fulfill({ json: courses }));
  await openHostPage(page, "", { query });
  await page.evaluate((properties) => {
    const element = Object.assign(document.createElement("article-cards"), { src: "courses.json" }, properties);
    document.querySelector("main")?.append(element);
  }, { mapping: MAPPING, ...properties });
  await waitUntilReady(page);
}

test("the listed orders are offered in their order, and one that applies", async ({ page }) => {
  await openHostPage(page, '<article-cards src="feed.json" page-size="3" sorts="title, -heat,position,title"></article-cards>');
  await waitUntilReady(page);
  await expect(orders(page)).toHaveText(["Title A–Z", "Most heat", "Feed order", "Newest first"]);
  await expect(menu(page)).toHaveValue("-publishedDateTime");
  await menu(page).selectOption("Most heat");
  expect(await shownIds(page)).toEqual(["a0", "a1", "a2"]);
  await expect(orders(page)).toHaveText(["Title A–Z", "Most heat", "Feed order"]);
  await list(page).getByRole("searchbox").fill("pier");
  await expect(orders(page)).toHaveText(["Best match", "Title A–Z", "Most heat", "Feed order"]);
  await expectAccessible(page);
  await onElement(page, (element) => void (element.state = { sort: "-heat,title" }));
  await expect(orders(page)).toHaveText(["Title A–Z", "Most heat", "Feed order", "Special order"]);
  await onElement(page, (element) => void (element.sorts = ""));
  await onElement(page, (element) => void (element.state = {}));
  await expect(orders(page)).toHaveCount(6);
});

test("fields of a preset sort when the order is set later", async ({ page }) => {
  const posts = ["fr", "de", "en"].map((language, index) => ({ id: language, spoiler_text: `Post ${index}`, url: `https://posts.example/${index}`, created_at: `2021-06-0${index + 1}T10:00:00Z`, language }));
  await page.route("**/host/posts.json", (route) => route.fulfill({ json: posts }));
  await openHostPage(page, '<article-cards src="posts.json" mapping="mastodon"></article-cards>');
  await waitUntilReady(page);
  const titles = () => list(page).locator("[part~=card-title]").allTextContents();
  expect(await titles()).toEqual(["Post 2", "Post 1", "Post 0"]);
  await onElement(page, (element) => void (element.sort = "locale"));
  expect(await titles()).toEqual(["Post 1", "Post 2", "Post 0"]);
});

test("a single order is no choice, and typing keeps the focus when the menu comes", async ({ page }) => {
  await openHostPage(page, '<article-cards src="feed.json" sorts="-publishedDateTime"></article-cards>');
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=sort]")).toHaveCount(0);
  await list(page).getByRole("searchbox").pressSequentially("pier");
  await expect(orders(page)).toHaveText(["Best match", "Newest first"]);
  await expect(list(page).getByRole("searchbox")).toBeFocused();
  await expect(list(page).getByRole("searchbox")).toHaveValue("pier");
});

test("unknown orders are told on the console, and the others are offered", async ({ page, expectedConsole }) => {
  expectedConsole.push(/article-cards/);
  /** @type {string[]} */
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await openHostPage(page, '<article-cards src="feed.json" sorts="-price,title,-heat"></article-cards>');
  await waitUntilReady(page);
  await expect(orders(page)).toHaveText(["Title A–Z", "Most heat", "Newest first"]);
  expect(warnings).toEqual(["article-cards: `sorts` has what can't be read: -price"]);
});

test("fields of the mapping sort as numbers and as texts, without a value last", async ({ page }) => {
  await openCourses(page, { sort: "-price" });
  expect(await shownIds(page)).toEqual(["a", "b", "d", "c"]);
  // Only listed ones are offered, and one that applies.
  await expect(orders(page).last()).toHaveText("Price, descending");
  await expect(orders(page)).toHaveCount(5);
  for (const [sort, ids] of /** @type {const} */ ([["price", "dbac"], ["-region", "abdc"], ["region", "dbac"], ["", "abcd"]])) {
    await onElement(page, (element, sort) => void (element.sort = sort), sort);
    expect((await shownIds(page)).join(""), sort).toBe(ids);
  }
  // There is nothing to sort by the provider.
  await expect(orders(page)).toHaveText(["Newest first", "Oldest first", "Title A–Z", "Title Z–A"]);
});

test("a reader sorts by a field of the mapping, which messages name", async ({ page }) => {
  await openCourses(page, { sorts: "-price,price,region,-publishedDateTime", messages: { fields: { price: "Fee", publishedDateTime: "Start" } } });
  await expect(orders(page)).toHaveText(["Fee, descending", "Fee, ascending", "Region, ascending", "Start, descending"]);
  await menu(page).selectOption("Fee, ascending");
  expect(await shownIds(page)).toEqual(["d", "b", "a", "c"]);
  const change = (await takeEvents(page)).find(({ type }) => type === "ac-change");
  expect(change?.detail.state.sort).toBe("price");
  await expect(list(page).locator("[part~=live]")).toContainText("sorted by Fee, ascending");
  await expectAccessible(page);
  await onElement(page, (element) => void (element.locale = "de"));
  await expect(orders(page).first()).toHaveText("Fee, absteigend");
});

test("the address has such an order, and opens it", async ({ page }) => {
  const properties = { urlState: "c-", sorts: "-price,price,-publishedDateTime" };
  await openCourses(page, properties);
  await menu(page).selectOption("Price, descending");
  await expect.poll(() => new URL(page.url()).search).toBe("?c-sort=-price");
  await page.goBack();
  await expect(menu(page)).toHaveValue("-publishedDateTime");
  expect(await shownIds(page)).toEqual(["a", "b", "c", "d"]);
  await openCourses(page, properties, "?c-sort=-bogus,-price&c-price=100&c-price=9.5");
  await expect(menu(page)).toHaveValue("-price");
  expect(await shownIds(page)).toEqual(["a", "d"]);
});
