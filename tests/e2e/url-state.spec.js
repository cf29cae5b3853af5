// The list's state in the URL: history, reload, and sharing a link.
import { cards, chips, demoList, facet, facetOption, openDemo, searchField, shownIds, sortMenu, summary } from "./demo-page.js";
import { expect, putOffEffects, test } from "./fixtures.js";
import { ALL_PAGES, NEWS_QUERY, NO_REAL_FEEDS, hasRealFeeds, hasWord, newestFirst, news } from "./real-feeds.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
const historyLength = (page) => page.evaluate(() => history.length);
/** @param {Page} page */
const query = (page) => new URL(page.url()).search;
/** From the list's beginning. @param {Page} page */
const scrollPosition = (page) => demoList(page).evaluate((base) => -Math.round(base.getBoundingClientRect().top));

/** Scrolls until the page stays there: the focus may move after the cards. @param {Page} page @param {number} to from the list's beginning */
async function scrollTo(page, to) {
  await expect(async () => {
    await demoList(page).evaluate((base, to) => window.scrollBy({ top: base.getBoundingClientRect().top + to, behavior: "instant" }), to);
    await page.waitForTimeout(100);
    expect(await scrollPosition(page)).toBe(to);
  }).toPass();
  // The place is saved once nothing scrolls.
  await page.waitForTimeout(400);
}

/** @param {Page} page @param {number} expected */
const expectScrollPosition = (page, expected) => expect.poll(async () => Math.abs((await scrollPosition(page)) - expected), `scroll position ${expected}`).toBeLessThanOrEqual(2);

/**
 * Clicks a topic on a card that is in the viewport, without scrolling. Returns the topic.
 * @param {Page} page
 */
const pressTopicInView = (page) => demoList(page).evaluate((base) => {
  const topics = [...base.querySelectorAll("button.ac-topic")];
  const inView = topics.find((topic) => topic.getBoundingClientRect().top > 100 && topic.getBoundingClientRect().bottom < innerHeight);
  if (!(inView instanceof HTMLElement)) throw new Error("no topic in the viewport");
  inView.click();
  return inView.innerText;
});

test("typing replaces the history entry, at most every 300 ms; filtering and sorting push a new one", async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {[string, number][]} */
    const calls = [];
    Object.assign(window, { calls });
    for (const name of /** @type {const} */ (["pushState", "replaceState"])) {
      const original = history[name].bind(history);
      history[name] = (...args) => {
        // Without an address only the place in the list is saved.
        if (args[2] !== undefined) calls.push([name, performance.now()]);
        original(...args);
      };
    }
  });
  await openDemo(page);
  const before = await historyLength(page);
  await searchField(page).pressSequentially("science and the sea", { delay: 40 });
  await expect.poll(() => query(page)).toBe("?q=science+and+the+sea");
  expect(await historyLength(page)).toBe(before);
  /** @type {[string, number][]} */
  const calls = await page.evaluate(() => /** @type {any} */ (window).calls);
  expect(new Set(calls.map(([name]) => name))).toEqual(new Set(["replaceState"]));
  for (const [index, [, time]] of calls.entries()) {
    if (index > 0) expect(time - (calls[index - 1]?.[1] ?? 0)).toBeGreaterThan(280);
  }
  await searchField(page).fill("");
  await expect.poll(() => query(page)).toBe("");
  expect(await historyLength(page)).toBe(before);
  await facetOption(page, "topics", "AI").getByRole("checkbox").check();
  await expect.poll(() => query(page)).toBe("?topics=AI");
  await facetOption(page, "topics", "Cities").getByRole("button", { name: "Exclude Cities" }).click();
  await sortMenu(page).selectOption({ label: "Title A–Z" });
  await expect.poll(() => query(page)).toBe("?sort=title&topics=AI&topics%21=Cities");
  expect(await historyLength(page)).toBe(before + 3);
});

test("filtering right after typing keeps the typed query", async ({ page }) => {
  await openDemo(page);
  const before = await historyLength(page);
  await searchField(page).pressSequentially("sea");
  await facetOption(page, "type", "article").getByRole("checkbox").check();
  await expect.poll(() => query(page)).toBe("?q=sea&type=article");
  expect(await historyLength(page)).toBe(before + 1);
  await page.goBack();
  await expect.poll(() => query(page)).toBe("?q=sea");
  await expect(searchField(page)).toHaveValue("sea");
  await expect(chips(page)).toHaveCount(0);
});

test("back and forward restore query, filters, sort order, cards and scroll position", async ({ page }) => {
  await openDemo(page);
  await scrollTo(page, 100);
  await demoList(page).locator(".ac-more-button").evaluate((button) => /** @type {HTMLElement} */ (button).click());
  await expect(cards(page)).toHaveCount(24);
  await scrollTo(page, 1_600);
  const second = await shownIds(page);
  const topic = await pressTopicInView(page);
  await expect(chips(page)).toHaveCount(1);
  await expect(summary(page)).not.toContainText("so far");
  const third = await shownIds(page);
  await sortMenu(page).selectOption({ label: "Title A–Z" });
  await expect.poll(() => query(page)).toBe(`?sort=title&topics=${topic.replaceAll(" ", "+")}`);
  const fourth = await shownIds(page);

  await page.goBack();
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
  await expect.poll(() => shownIds(page)).toEqual(third);
  await page.goBack();
  await expect(chips(page)).toHaveCount(0);
  await expect.poll(() => shownIds(page)).toEqual(second);
  // More articles replace the entry.
  expect(query(page)).toBe("?page=2");
  await expectScrollPosition(page, 1_600);
  await page.goForward();
  await page.goForward();
  await expect.poll(() => shownIds(page)).toEqual(fourth);
  await expect(sortMenu(page)).toHaveValue("title");
  await expect(facetOption(page, "topics", topic).getByRole("checkbox")).toBeChecked();
  await expect(demoList(page).locator(".ac-facet-option input:checked")).toHaveCount(1);
});

test("going back keeps the forward entries, and typing continues from the restored state", async ({ page }) => {
  await openDemo(page);
  await searchField(page).fill("sea");
  await facetOption(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(1);
  const length = await historyLength(page);
  await page.goBack();
  await expect(chips(page)).toHaveCount(0);
  await page.waitForTimeout(400);
  expect(await historyLength(page)).toBe(length);
  await searchField(page).press("End");
  await searchField(page).pressSequentially("s");
  await expect.poll(() => query(page)).toBe("?q=seas");
  await page.goForward();
  await expect(searchField(page)).toHaveValue("sea");
  await expect(chips(page)).toHaveCount(1);
});

test("a copied URL opens the same view", async ({ page, context }) => {
  await openDemo(page);
  await searchField(page).fill("the");
  await facetOption(page, "type", "article").getByRole("checkbox").check();
  await sortMenu(page).selectOption({ label: "Provider A–Z" });
  await expect(summary(page)).not.toContainText("so far");
  await demoList(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  const shown = await shownIds(page);
  const summaryText = await summary(page).innerText();
  const other = await context.newPage();
  await other.goto(page.url());
  // The rest of a feed loads while the list is in view.
  await searchField(other).scrollIntoViewIfNeeded();
  await expect(summary(other)).toHaveText(summaryText);
  await expect(cards(other)).toHaveCount(24);
  expect(await shownIds(other)).toEqual(shown);
  await expect(searchField(other)).toHaveValue("the");
  await expect(sortMenu(other)).toHaveValue("provider");
  await expect(facetOption(other, "type", "article").getByRole("checkbox")).toBeChecked();
  expect(other.url()).toBe(page.url());
});

test("other query parameters and history state are preserved", async ({ page }) => {
  await openDemo(page, "?utm=%7e&layout=list&x=a+b#part");
  await page.evaluate(() => history.replaceState({ mine: [1, 2] }, ""));
  // Scrolling adds the places of lists.
  const historyState = () => page.evaluate(() => JSON.stringify({ ...history.state, "article-cards": undefined }));
  await searchField(page).fill("sea");
  await expect.poll(() => page.url()).toMatch(/\?utm=%7e&layout=list&x=a\+b&q=sea#part$/);
  expect(await historyState()).toBe('{"mine":[1,2]}');
  await facetOption(page, "type", "article").getByRole("checkbox").check();
  await expect.poll(() => page.url()).toMatch(/\?utm=%7e&layout=list&x=a\+b&q=sea&type=article#part$/);
  expect(await historyState()).toBe('{"mine":[1,2]}');
  await chips(page).click();
  await searchField(page).fill("");
  await expect.poll(() => page.url()).toMatch(/\?utm=%7e&layout=list&x=a\+b#part$/);
  await expect(demoList(page)).toHaveAttribute("data-layout", "list");
});

test("changing only the fragment changes nothing", async ({ page }) => {
  await openDemo(page, "?q=sea");
  await searchField(page).scrollIntoViewIfNeeded();
  await expect(summary(page)).not.toContainText("so far");
  const shown = await shownIds(page);
  await page.evaluate(() => { location.hash = "elsewhere"; });
  await page.waitForTimeout(200);
  expect(await shownIds(page)).toEqual(shown);
  await page.goBack();
  await page.waitForTimeout(200);
  expect(await shownIds(page)).toEqual(shown);
  await expect(searchField(page)).toHaveValue("sea");
});

test("invalid parameters in the URL are ignored silently", async ({ page }) => {
  await openDemo(page, "?sort=colour,-&page=-3&from=yesterday&heat=hot..&quality=..&topics=&type!=&%E0%A4%A=1");
  await expect(cards(page)).toHaveCount(12);
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
  await expect(chips(page)).toHaveCount(0);
  await expect(summary(page)).toHaveText(/^\d+ articles so far$/);
});

test("a reload keeps the view and the scroll position", async ({ page }) => {
  await openDemo(page);
  await demoList(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  await demoList(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(36);
  await scrollTo(page, 2_200);
  const shown = await shownIds(page);
  await page.reload();
  await expect(cards(page)).toHaveCount(36);
  expect(await shownIds(page)).toEqual(shown);
  await expectScrollPosition(page, 2_200);
});

test("a reload restores the scroll position when a slow server delays the cards on a page that is long without them", async ({ page }) => {
  await openDemo(page);
  for (const count of [24, 36, 48]) {
    await demoList(page).locator(".ac-more-button").click();
    await expect(cards(page)).toHaveCount(count);
  }
  await scrollTo(page, 2_200);
  await page.route("**/sample/page/*/index.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await page.reload();
  await expect(cards(page)).toHaveCount(48);
  await page.waitForTimeout(200);
  await expectScrollPosition(page, 2_200);
});

test("text typed just before leaving the page is restored on the way back", async ({ page }) => {
  await page.route("**/elsewhere.html", (route) =>
    route.fulfill({ body: "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>", contentType: "text/html" }));
  await openDemo(page);
  await searchField(page).pressSequentially("seas", { delay: 10 });
  await page.evaluate(() => { location.href = "elsewhere.html"; });
  await page.waitForURL("**/elsewhere.html");
  await page.goBack();
  await expect(searchField(page)).toHaveValue("seas");
});

test("text is restored on the way back even if the list had no time to render it", async ({ page }) => {
  await page.route("**/elsewhere.html", (route) =>
    route.fulfill({ body: "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>", contentType: "text/html" }));
  await openDemo(page);
  await putOffEffects(page);
  await searchField(page).pressSequentially("seas");
  await page.evaluate(() => { location.href = "elsewhere.html"; });
  await page.waitForURL("**/elsewhere.html");
  await page.goBack();
  await expect(searchField(page)).toHaveValue("seas");
});

test("a new query starts at the first page", async ({ page }) => {
  await openDemo(page);
  await demoList(page).locator(".ac-more-button").click();
  await expect.poll(() => query(page)).toBe("?page=2");
  await searchField(page).fill("the");
  await expect.poll(() => query(page)).toBe("?q=the");
  await expect(cards(page)).toHaveCount(12);
});

test("going back from another page restores the cards and the scroll position", async ({ page }) => {
  await openDemo(page);
  await sortMenu(page).selectOption({ label: "Title A–Z" });
  await demoList(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  await expect(summary(page)).not.toContainText("so far");
  await scrollTo(page, 1_200);
  const shown = await shownIds(page);
  await page.route("**/elsewhere.html", (route) =>
    route.fulfill({ body: "<!doctype html><title>Elsewhere</title><link rel=icon href=data:,>", contentType: "text/html" }));
  await page.goto("demo/elsewhere.html");
  await page.goBack();
  await expect(cards(page)).toHaveCount(24);
  await expect(sortMenu(page)).toHaveValue("title");
  await expect.poll(() => shownIds(page)).toEqual(shown);
  await expectScrollPosition(page, 1_200);
});

test("the list works when the History API throws", async ({ page }) => {
  await page.addInitScript(() => {
    history.pushState = history.replaceState = () => { throw new DOMException("too often", "SecurityError"); };
  });
  await openDemo(page);
  await searchField(page).fill("sea");
  await expect(summary(page)).toContainText("“sea”");
  await facetOption(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(1);
  await chips(page).click();
  await expect(chips(page)).toHaveCount(0);
  await searchField(page).fill("");
  await demoList(page).locator(".ac-more-button").click();
  await expect(cards(page)).toHaveCount(24);
  expect(query(page)).toBe("");
});

test("the list works when sessionStorage throws", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("no", "SecurityError"); } });
  });
  await openDemo(page);
  await facetOption(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(1);
  await page.goBack();
  await expect(chips(page)).toHaveCount(0);
});

test("other lists on the page do not change the URL", async ({ page }) => {
  await openDemo(page);
  const other = page.getByRole("region", { name: "List in a wide column" });
  await other.getByRole("searchbox").fill("sea");
  await expect(other.locator(".ac-summary")).toContainText("“sea”");
  await page.waitForTimeout(400);
  expect(query(page)).toBe("");
  await expect(searchField(page)).toHaveValue("");
  await expect(demoList(page).locator(".ac-summary")).not.toContainText("“sea”");
});

test.describe("real news feed", () => {
  test.skip(!hasRealFeeds, NO_REAL_FEEDS);

  test("a URL with a query searches all pages of the feed", async ({ page }) => {
    await page.goto(`demo/?${NEWS_QUERY}&q=portals&sort=-publishedDateTime&page=3`);
    await searchField(page).scrollIntoViewIfNeeded();
    const found = news.filter((article) => hasWord(article, (word) => word.startsWith("portals")));
    await expect(summary(page)).toHaveText(`${found.length} of ${news.length} articles for “portals”`);
    await expect(searchField(page)).toHaveValue("portals");
    await expect(cards(page)).toHaveCount(Math.min(36, found.length));
    expect(await shownIds(page)).toEqual(newestFirst(found).slice(0, 36));
    await expect(demoList(page).getByRole("button", { name: "Search the whole feed" })).toHaveCount(0);
  });

  test("reloading a search over all pages keeps the cards and the scroll position", async ({ page }) => {
    await openDemo(page, `?${NEWS_QUERY}&q=apps&page=4`);
    await expect(cards(page)).toHaveCount(48);
    await scrollTo(page, 2_700);
    await expect(summary(page)).toHaveText(/ of 428 articles for “apps”$/);
    // The place is saved again among all articles.
    await page.waitForTimeout(500);
    const shown = await shownIds(page);
    // The heights of cards far above are estimates, so the card counts, not the position in the page.
    const card = await cards(page).evaluateAll((all) => all.findIndex((card) => card.getBoundingClientRect().top > 0));
    const top = async () => (await cards(page).nth(card).boundingBox())?.y ?? 0;
    const before = await top();
    await page.reload();
    await expect(cards(page)).toHaveCount(48);
    await expect.poll(() => shownIds(page)).toEqual(shown);
    await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
  });

  test("a URL with page=36 shows all cards, the oldest last", async ({ page }) => {
    await openDemo(page, `?${NEWS_QUERY}&page=${ALL_PAGES}`);
    await expect(cards(page)).toHaveCount(news.length, { timeout: 60_000 });
    expect(await shownIds(page)).toEqual(newestFirst(news));
    await expect(facet(page, "topics")).toBeVisible();
    expect(query(page)).toContain(`page=${ALL_PAGES}`);
  });
});
