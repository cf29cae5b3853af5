// A field of the page that serves as the search field.
import { expectAccessible } from "../fixtures.js";
import { MATCHES_PER_WORD, PUBLISHED_COUNT, expect, list, onElement, openHostPage, test, waitUntilReady } from "./host-page.js";

const FORM = '<form action="/elsewhere"><label>Search the site <input id="site-search" name="q"></label></form>';

/** @param {import("@playwright/test").Page} page */
const total = (page) => onElement(page, (element) => element.results.total);

test("the page's field searches, and shows the text of the query", async ({ page }) => {
  await openHostPage(page, `${FORM}<article-cards src="feed.json" search-input="#site-search" url-state></article-cards>`);
  await waitUntilReady(page);
  await expect(list(page).getByRole("searchbox")).toHaveCount(0);
  const field = page.getByLabel("Search the site");
  await field.fill("pier");
  await expect.poll(() => total(page)).toBe(MATCHES_PER_WORD);
  await expect(page).toHaveURL(/\?q=pier/);
  const changes = await page.evaluate(() => /** @type {any} */ (window).recordedEvents.filter((/** @type {any} */ one) => one.type === "ac-change").map((/** @type {any} */ one) => one.detail.state.query));
  expect(changes.at(-1)).toBe("pier");
  await expect(field).toBeFocused();
  // Enter stays in the page.
  await field.press("Enter");
  await page.waitForTimeout(100);
  await expect(page).toHaveURL(/\/host\/\?q=pier/);
  await field.fill("zzzz");
  await list(page).locator(".ac-x-drops button, .ac-x-text-button").first().click();
  await expect(field).toHaveValue("");
  await onElement(page, (element) => element.search("tide"));
  await expect(field).toHaveValue("tide");
  // The key for the search field leads there from inside of the list.
  await list(page).locator("[part~=card-link]").first().focus();
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  await expectAccessible(page);
});

test("what is in the field before the list is there is searched for", async ({ page }) => {
  await openHostPage(page, `${FORM.replace('name="q"', 'name="q" value="pier"')}<article-cards src="feed.json" search-input="#site-search"></article-cards>`);
  await waitUntilReady(page);
  await expect.poll(() => total(page)).toBe(MATCHES_PER_WORD);
});

test("a text in the address is shown in the field", async ({ page }) => {
  await openHostPage(page, `${FORM}<article-cards src="feed.json" search-input="#site-search" url-state></article-cards>`, { query: "?q=tide" });
  await waitUntilReady(page);
  await expect(page.getByLabel("Search the site")).toHaveValue("tide");
  expect(await total(page)).toBe(MATCHES_PER_WORD);
});

test("a field of the element's own shadow tree comes first", async ({ page }) => {
  await openHostPage(page, `${FORM}<div id="app"></div>`);
  await page.evaluate(() => {
    const root = /** @type {HTMLElement} */ (document.getElementById("app")).attachShadow({ mode: "open" });
    const field = Object.assign(document.createElement("input"), { id: "site-search" });
    const element = document.createElement("article-cards");
    element.setAttribute("src", "feed.json");
    element.setAttribute("search-input", "#site-search");
    root.append(field, element);
  });
  await waitUntilReady(page);
  await page.locator("#app #site-search").fill("pier");
  await expect.poll(() => total(page)).toBe(MATCHES_PER_WORD);
  await page.getByLabel("Search the site").fill("tide");
  await page.waitForTimeout(100);
  expect(await onElement(page, (element) => element.state.query)).toBe("pier");
});

test("a field that is not there yet is told on the console, and works later; a wrong selector does no harm", async ({ page, expectedConsole }) => {
  expectedConsole.push(/nothing in the page matches `search-input`/);
  await openHostPage(page, '<article-cards src="feed.json" search-input="#late"></article-cards>');
  await waitUntilReady(page);
  await page.evaluate(() => document.body.prepend(Object.assign(document.createElement("textarea"), { id: "late", ariaLabel: "Late" })));
  await page.getByLabel("Late").fill("pier");
  await expect.poll(() => total(page)).toBe(MATCHES_PER_WORD);
  await onElement(page, (element) => void (element.searchInput = "]["));
  await page.getByLabel("Late").fill("tide");
  expect(await onElement(page, (element) => element.state.query)).toBe("pier");
  await onElement(page, (element) => void (element.searchInput = null));
  await list(page).getByRole("searchbox").fill("");
  await expect.poll(() => total(page)).toBe(PUBLISHED_COUNT);
});
