// The page's address: what a reader has found can be gone back to, reloaded and handed on.
import { expect, feed, test } from "./page.js";
import { ALL_PAGES, MISSING, NEWS, hasNews, hasWord, news, newestFirst } from "./news.js";
import { cards, chips, facet, ids, open, option, search, sortMenu, summary } from "./reader.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
const entries = (page) => page.evaluate(() => history.length);
/** @param {Page} page */
const query = (page) => new URL(page.url()).search;
/** @param {Page} page */
const place = (page) => page.evaluate(() => Math.round(scrollY));

/** Scrolls and waits until it has happened. @param {Page} page @param {number} to */
async function scrollTo(page, to) {
  await page.evaluate((to) => window.scrollTo({ top: to, behavior: "instant" }), to);
  await expect.poll(() => place(page)).toBe(to);
}

/** @param {Page} page @param {number} wanted */
const checkPlace = (page, wanted) => expect.poll(async () => Math.abs((await place(page)) - wanted), `place ${wanted}`).toBeLessThanOrEqual(2);

/**
 * Presses a topic on a card that is in sight, without scrolling to it.
 * @param {Page} page
 */
const pressTopicInView = (page) => feed(page).evaluate((base) => {
  const topics = [...base.querySelectorAll("button.ac-topic")];
  const inView = topics.find((topic) => topic.getBoundingClientRect().top > 100 && topic.getBoundingClientRect().bottom < innerHeight);
  if (!(inView instanceof HTMLElement)) throw new Error("no topic in sight");
  inView.click();
  return inView.innerText;
});

test("typing replaces the entry, at most every 300 ms; decisions add one", async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {[string, number][]} */
    const calls = [];
    Object.assign(window, { calls });
    for (const name of /** @type {const} */ (["pushState", "replaceState"])) {
      const own = history[name].bind(history);
      history[name] = (...given) => {
        calls.push([name, performance.now()]);
        own(...given);
      };
    }
  });
  await open(page);
  const before = await entries(page);
  await search(page).pressSequentially("science and the sea", { delay: 40 });
  await expect.poll(() => query(page)).toBe("?q=science+and+the+sea");
  expect(await entries(page)).toBe(before);
  /** @type {[string, number][]} */
  const calls = await page.evaluate(() => /** @type {any} */ (window).calls);
  expect(new Set(calls.map(([name]) => name))).toEqual(new Set(["replaceState"]));
  for (const [place, [, time]] of calls.entries()) {
    if (place > 0) expect(time - (calls[place - 1]?.[1] ?? 0)).toBeGreaterThan(280);
  }
  await search(page).fill("");
  await expect.poll(() => query(page)).toBe("");
  expect(await entries(page)).toBe(before);
  await option(page, "topics", "AI").getByRole("checkbox").check();
  await expect.poll(() => query(page)).toBe("?topics=AI");
  await option(page, "topics", "Cities").getByRole("button", { name: "Exclude Cities" }).click();
  await sortMenu(page).selectOption({ label: "Title A–Z" });
  await expect.poll(() => query(page)).toBe("?sort=title&topics=AI&topics%21=Cities");
  expect(await entries(page)).toBe(before + 3);
});

test("a decision right after typing keeps what was typed", async ({ page }) => {
  await open(page);
  const before = await entries(page);
  await search(page).pressSequentially("sea");
  await option(page, "type", "article").getByRole("checkbox").check();
  await expect.poll(() => query(page)).toBe("?q=sea&type=article");
  expect(await entries(page)).toBe(before + 1);
  await page.goBack();
  await expect.poll(() => query(page)).toBe("?q=sea");
  await expect(search(page)).toHaveValue("sea");
  await expect(chips(page)).toHaveCount(0);
});

test("back and forward restore text, filters, order, cards and place", async ({ page }) => {
  await open(page);
  const first = await ids(page);
  await scrollTo(page, 900);
  await feed(page).locator(".ac-more-button").evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await expect(cards(page)).toHaveCount(24);
  await scrollTo(page, 2_400);
  const second = await ids(page);
  const topic = await pressTopicInView(page);
  await expect(chips(page)).toHaveCount(1);
  const third = await ids(page);
  await sortMenu(page).selectOption({ label: "Title A–Z" });
  await expect.poll(() => query(page)).toBe(`?sort=title&topics=${topic.replaceAll(" ", "+")}`);
  const fourth = await ids(page);

  await page.goBack();
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
  await expect.poll(() => ids(page)).toEqual(third);
  await page.goBack();
  await expect(chips(page)).toHaveCount(0);
  await expect.poll(() => ids(page)).toEqual(second);
  await checkPlace(page, 2_400);
  await page.goBack();
  await expect.poll(() => ids(page)).toEqual(first);
  expect(query(page)).toBe("");
  await checkPlace(page, 900);
  await page.goForward();
  await expect.poll(() => ids(page)).toEqual(second);
  await checkPlace(page, 2_400);
  await page.goForward();
  await page.goForward();
  await expect.poll(() => ids(page)).toEqual(fourth);
  await expect(sortMenu(page)).toHaveValue("title");
  await expect(option(page, "topics", topic).getByRole("checkbox")).toBeChecked();
  await expect(feed(page).locator(".ac-facet-option input:checked")).toHaveCount(1);
});

test("going back is no decision: the way forward stays, and typing goes on from there", async ({ page }) => {
  await open(page);
  await search(page).fill("sea");
  await option(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(1);
  const length = await entries(page);
  await page.goBack();
  await expect(chips(page)).toHaveCount(0);
  await page.waitForTimeout(400);
  expect(await entries(page)).toBe(length);
  await search(page).press("End");
  await search(page).pressSequentially("s");
  await expect.poll(() => query(page)).toBe("?q=seas");
  await page.goForward();
  await expect(search(page)).toHaveValue("sea");
  await expect(chips(page)).toHaveCount(1);
});

test("an address that is handed on opens the same view", async ({ page, context }) => {
  await open(page);
  await search(page).fill("the");
  await option(page, "type", "article").getByRole("checkbox").check();
  await sortMenu(page).selectOption({ label: "Provider A–Z" });
  await feed(page).getByRole("button", { name: "Search the whole feed" }).click();
  await expect(summary(page)).not.toContainText("so far");
  await feed(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  const shown = await ids(page);
  const told = await summary(page).innerText();
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(summary(other)).toHaveText(told);
  await expect(cards(other)).toHaveCount(24);
  expect(await ids(other)).toEqual(shown);
  await expect(search(other)).toHaveValue("the");
  await expect(sortMenu(other)).toHaveValue("provider");
  await expect(option(other, "type", "article").getByRole("checkbox")).toBeChecked();
  expect(other.url()).toBe(page.url());
});

test("what is not the widget's stays in the address and in the history", async ({ page }) => {
  await open(page, "?utm=%7e&layout=list&x=a+b#part");
  await page.evaluate(() => history.replaceState({ mine: [1, 2] }, ""));
  const kept = () => page.evaluate(() => JSON.stringify(history.state));
  await search(page).fill("sea");
  await expect.poll(() => page.url()).toMatch(/\?utm=%7e&layout=list&x=a\+b&q=sea#part$/);
  expect(await kept()).toBe('{"mine":[1,2]}');
  await option(page, "type", "article").getByRole("checkbox").check();
  await expect.poll(() => page.url()).toMatch(/\?utm=%7e&layout=list&x=a\+b&q=sea&type=article#part$/);
  expect(await kept()).toBe('{"mine":[1,2]}');
  await chips(page).click();
  await search(page).fill("");
  await expect.poll(() => page.url()).toMatch(/\?utm=%7e&layout=list&x=a\+b#part$/);
  await expect(feed(page)).toHaveAttribute("data-layout", "list");
});

test("a fragment alone changes nothing", async ({ page }) => {
  await open(page, "?q=sea");
  await expect(summary(page)).not.toContainText("so far");
  const shown = await ids(page);
  await page.evaluate(() => { location.hash = "elsewhere"; });
  await page.waitForTimeout(200);
  expect(await ids(page)).toEqual(shown);
  await page.goBack();
  await page.waitForTimeout(200);
  expect(await ids(page)).toEqual(shown);
  await expect(search(page)).toHaveValue("sea");
});

test("nonsense in the address is passed over without a word", async ({ page }) => {
  await open(page, "?sort=colour,-&page=-3&from=yesterday&heat=hot..&quality=..&topics=&type!=&%E0%A4%A=1");
  await expect(cards(page)).toHaveCount(12);
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
  await expect(chips(page)).toHaveCount(0);
  await expect(summary(page)).toHaveText(/^\d+ articles so far$/);
});

test("a reload keeps view and place", async ({ page }) => {
  await open(page);
  await feed(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  await feed(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(36);
  await scrollTo(page, 3_000);
  const shown = await ids(page);
  await page.reload();
  await expect(cards(page)).toHaveCount(36);
  expect(await ids(page)).toEqual(shown);
  await checkPlace(page, 3_000);
});

test("a reload keeps the place where a slow server brings the cards late, on a page that is long without them", async ({ page }) => {
  await open(page);
  for (const count of [24, 36, 48]) {
    await feed(page).locator(".ac-more-button").click();
    await expect(cards(page)).toHaveCount(count);
  }
  await scrollTo(page, 3_000);
  await page.route("**/sample/page/*/index.json", async (route) => {
    await new Promise((done) => setTimeout(done, 800));
    await route.continue();
  });
  await page.reload();
  await expect(cards(page)).toHaveCount(48);
  await page.waitForTimeout(200);
  await checkPlace(page, 3_000);
});

test("what was typed a moment before another page was opened is there on the way back", async ({ page }) => {
  await page.route("**/elsewhere.html", (route) =>
    route.fulfill({ body: "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>", contentType: "text/html" }));
  await open(page);
  await search(page).pressSequentially("seas", { delay: 10 });
  await page.evaluate(() => { location.href = "elsewhere.html"; });
  await page.waitForURL("**/elsewhere.html");
  await page.goBack();
  await expect(search(page)).toHaveValue("seas");
});

test("another question begins at the top of the list", async ({ page }) => {
  await open(page);
  await feed(page).locator(".ac-more-button").click();
  await expect.poll(() => query(page)).toBe("?page=2");
  await search(page).fill("the");
  await expect.poll(() => query(page)).toBe("?q=the");
  await expect(cards(page)).toHaveCount(12);
});

test("from another page the way back leads to the same cards and place", async ({ page }) => {
  await open(page);
  await sortMenu(page).selectOption({ label: "Title A–Z" });
  await feed(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  await scrollTo(page, 2_000);
  const shown = await ids(page);
  await page.route("**/elsewhere.html", (route) =>
    route.fulfill({ body: "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>", contentType: "text/html" }));
  await page.goto("demo/elsewhere.html");
  await page.goBack();
  await expect(cards(page)).toHaveCount(24);
  await expect(sortMenu(page)).toHaveValue("title");
  await expect.poll(() => ids(page)).toEqual(shown);
  await checkPlace(page, 2_000);
});

test("a history that refuses is survived", async ({ page }) => {
  await page.addInitScript(() => {
    history.pushState = history.replaceState = () => { throw new DOMException("too often", "SecurityError"); };
  });
  await open(page);
  await search(page).fill("sea");
  await expect(summary(page)).toContainText("“sea”");
  await option(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(1);
  await chips(page).click();
  await expect(chips(page)).toHaveCount(0);
  await search(page).fill("");
  await feed(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  expect(query(page)).toBe("");
});

test("a storage that refuses is survived", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  await open(page);
  await option(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(1);
  await page.goBack();
  await expect(chips(page)).toHaveCount(0);
});

test("other lists on the page leave the address alone", async ({ page }) => {
  await open(page);
  const other = page.getByRole("region", { name: "List in a wide column" });
  await other.getByRole("searchbox").fill("sea");
  await expect(other.locator(".ac-summary")).toContainText("“sea”");
  await page.waitForTimeout(400);
  expect(query(page)).toBe("");
  await expect(search(page)).toHaveValue("");
  await expect(feed(page).locator(".ac-summary")).not.toContainText("“sea”");
});

test.describe("real news", () => {
  test.skip(!hasNews, MISSING);

  test("an address with a text finds it in all pages by itself", async ({ page }) => {
    await page.goto(`demo/?${NEWS}&q=portals&sort=-publishedDateTime&page=3`);
    const found = news.filter((article) => hasWord(article, (word) => word.startsWith("portals")));
    await expect(summary(page)).toHaveText(`${found.length} of ${news.length} articles for “portals”`);
    await expect(search(page)).toHaveValue("portals");
    await expect(cards(page)).toHaveCount(Math.min(36, found.length));
    expect(await ids(page)).toEqual(newestFirst(found).slice(0, 36));
    await expect(feed(page).getByRole("button", { name: "Search the whole feed" })).toHaveCount(0);
  });

  test("a reload of what was found in all pages keeps cards and place", async ({ page }) => {
    await open(page, `?${NEWS}&q=apps&page=4`);
    await expect(cards(page)).toHaveCount(48);
    await expect(summary(page)).toHaveText(/ of 428 articles for “apps”$/);
    await scrollTo(page, 3_500);
    const shown = await ids(page);
    await page.reload();
    await expect(cards(page)).toHaveCount(48);
    await expect.poll(() => ids(page)).toEqual(shown);
    await checkPlace(page, 3_500);
  });

  test("36 pages of cards in one address, and the last card is the oldest", async ({ page }) => {
    await open(page, `?${NEWS}&page=${ALL_PAGES}`);
    await expect(cards(page)).toHaveCount(news.length, { timeout: 60_000 });
    expect(await ids(page)).toEqual(newestFirst(news));
    await expect(facet(page, "topics")).toBeVisible();
    expect(query(page)).toContain(`page=${ALL_PAGES}`);
  });
});
