// What a query loads of a feed in pages, and what scripts read of it.
import { expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const PAGE_SIZE = 5;
const ARTICLES = '<article-cards src="feed/index.json" page-size="5" facets="topics"></article-cards>';

/**
 * Serves a feed of so many pages, newest first; every fifth article is about the sea. Returns the
 * numbers of the pages that are requested.
 * @param {Page} page
 * @param {number} pages
 * @param {(number: number) => Promise<void> | void} [hold]
 */
async function serveFeed(page, pages, hold = () => {}) {
  /** @type {number[]} */
  const requested = [];
  await page.route(/\/host\/feed(\/page\/\d+)?\/index\.json$/, async (route) => {
    const number = Number(route.request().url().match(/page\/(\d+)/)?.[1] ?? 1);
    requested.push(number);
    await hold(number);
    const value = Array.from({ length: PAGE_SIZE }, (_, index) => {
      const n = (number - 1) * PAGE_SIZE + index;
      const publishedDateTime = new Date(Date.UTC(2024, 0, 300 - n)).toISOString();
      return { id: `a${n}`, title: n % 5 ? `Hills ${n}` : `Sea ${n}`, topics: [n % 5 ? "Hills" : "Sea"], publishedDateTime };
    });
    await route.fulfill({ json: { value, nextPage: number < pages ? number + 1 : null } }).catch(() => {});
  });
  return requested;
}

/** The results of the element, and its status. @param {Page} page */
const results = (page) => onElement(page, ({ results, status }) => ({ total: results.total, complete: results.complete, status }));

/** @param {Page} page */
const isComplete = (page) => onElement(page, (element) => element.results.complete);

test("any query but the default one loads the rest, and results say whether they are complete", async ({ page }) => {
  const requested = await serveFeed(page, 4);
  await openHostPage(page, ARTICLES);
  await waitUntilReady(page);
  expect(await results(page)).toEqual({ total: 5, complete: false, status: "ready" });
  await onElement(page, (element) => void (element.sort = "-publishedDateTime"));
  await page.waitForTimeout(200);
  expect(requested).toEqual([1]);
  await onElement(page, (element) => void (element.sort = "publishedDateTime"));
  await expect.poll(() => isComplete(page)).toBe(true);
  expect(requested).toEqual([1, 2, 3, 4]);
  expect(await shownIds(page)).toEqual(["a19", "a18", "a17", "a16", "a15"]);
  await onElement(page, (element) => void element.search("sea"));
  expect(await results(page)).toEqual({ total: 4, complete: true, status: "ready" });
  const counts = await onElement(page, (element) => element.facetCounts.topics);
  expect(counts?.map(({ value, count }) => [value, count])).toEqual([["Sea", 4]]);
  const loads = (await takeEvents(page)).filter(({ type }) => type === "ac-load");
  expect(loads.map(({ detail }) => detail.count)).toEqual([5, 5, 5, 5]);
});

test("a query in the page's address loads the rest", async ({ page }) => {
  const requested = await serveFeed(page, 4);
  await openHostPage(page, ARTICLES.replace(" ", ' url-state="news-" '), { query: "?news-topics=Sea&news-sort=title" });
  await waitUntilReady(page);
  await expect.poll(() => isComplete(page)).toBe(true);
  expect(requested).toEqual([1, 2, 3, 4]);
  expect(await shownIds(page)).toEqual(["a0", "a5", "a10", "a15"]);
  await expect(list(page).locator("[part~=summary]")).toHaveText("4 of 20 articles");
});

test("twenty pages load by themselves, then a button goes on", async ({ page }) => {
  const requested = await serveFeed(page, 30);
  await openHostPage(page, ARTICLES);
  await waitUntilReady(page);
  await onElement(page, (element) => element.search("sea"));
  await expect.poll(() => requested.length).toBe(21);
  const summary = list(page).locator("[part~=summary]");
  await expect(summary).toHaveText("21 of 105 articles so far for “sea”");
  await onElement(page, (element) => element.search("hills"));
  await expect(summary).toHaveText("84 of 105 articles so far for “hills”");
  await page.waitForTimeout(200);
  expect(requested).toHaveLength(21);
  expect(await isComplete(page)).toBe(false);
  await list(page).getByRole("button", { name: "Search the whole feed" }).click();
  await expect.poll(() => isComplete(page)).toBe(true);
  await expect(summary).toHaveText("120 of 150 articles for “hills”");
});

test("pages load only while the list is in view", async ({ page }) => {
  /** @type {(() => void)[]} */
  const waiting = [];
  const requested = await serveFeed(page, 4, (number) =>
    number > 1 ? new Promise((resolve) => waiting.push(() => resolve(undefined))) : undefined);
  const far = '<div style="height: 3000px"></div>';
  await openHostPage(page, `${far}${ARTICLES.replace(" ", ' query="sea" ')}${far}`);
  await waitUntilReady(page);
  await page.waitForTimeout(300);
  expect(requested).toEqual([1]);
  await list(page).scrollIntoViewIfNeeded();
  await expect.poll(() => waiting.length).toBe(1);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForTimeout(100);
  waiting.shift()?.();
  await expect.poll(() => results(page)).toEqual({ total: 2, complete: false, status: "ready" });
  await page.waitForTimeout(200);
  expect(requested).toEqual([1, 2]);
  await list(page).scrollIntoViewIfNeeded();
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()?.();
  await expect.poll(() => waiting.length).toBe(1);
  waiting.shift()?.();
  await expect.poll(() => isComplete(page)).toBe(true);
});

test("page numbers and scrolling go on in what the query has loaded", async ({ page }) => {
  await serveFeed(page, 4);
  await openHostPage(page, ARTICLES.replace(" ", ' paging="pages" query="hills" '));
  await waitUntilReady(page);
  await expect.poll(() => isComplete(page)).toBe(true);
  await list(page).getByRole("button", { name: "Page 4", exact: true }).click();
  await expect.poll(() => shownIds(page)).toHaveLength(1);
  await onElement(page, (element) => void (element.paging = "infinite"));
  await expect.poll(() => shownIds(page)).toHaveLength(16);
});

test("a fixed filter loads no more than the first cards need, and nothing is claimed of pages that are missing", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  const requested = await serveFeed(page, 30);
  await openHostPage(page, ARTICLES.replace(" ", ' only="topics=Hills" '));
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=summary]")).toHaveText("8 articles so far");
  expect(requested).toEqual([1, 2]);
  await onElement(page, (element) => element.search("sea"));
  await expect(list(page).locator("[part~=empty]")).toContainText("Nothing among 10 articles loaded");
  await onElement(page, (element) => void (element.only = "topics=Sky"));
  await expect(list(page).locator("[part~=empty]")).toContainText("Nothing among 10 articles loaded");
  await list(page).getByRole("button", { name: "Search the whole feed" }).click();
  await expect.poll(() => isComplete(page)).toBe(true);
  await expect(list(page).locator("[part~=empty]")).toContainText("No articles yet");
});

test("a feed that is cut off is not complete", async ({ page }) => {
  await page.route("**/host/feed/index.json", (route) => route.fulfill({ body: '[{"id": "a", "title": "Low tide"}, {"id": "b", "ti' }));
  await openHostPage(page, ARTICLES);
  await waitUntilReady(page);
  await expect.poll(() => results(page)).toEqual({ total: 1, complete: false, status: "ready" });
  await page.unroute("**/host/feed/index.json");
  await serveFeed(page, 1);
  await list(page).getByRole("button", { name: "Try again" }).click();
  await expect.poll(() => results(page)).toEqual({ total: 5, complete: true, status: "ready" });
});
