// The attributes for requests, the initial state and paging.
import { PUBLISHED_COUNT, expect, list, onElement, onElementAt, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';

test("paging can be changed at run time", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const news = list(page);
  const more = news.locator("[part~=more-button]");
  await expect(more).toBeVisible();
  await onElement(page, (element) => void (element.paging = "none"));
  await expect(news.locator("[part~=pager]")).toHaveCount(0);
  await onElement(page, (element) => void (element.paging = "pages"));
  await news.locator("[part~=page-button]", { hasText: "2" }).first().click();
  await expect.poll(() => shownIds(page)).toEqual(["a3", "a4", "a5"]);
  await onElement(page, (element) => element.setAttribute("paging", "sideways"));
  await expect(more).toBeVisible();
  await onElement(page, (element) => void Object.assign(element, { state: {}, paging: "infinite" }));
  await news.locator("[part~=card]").last().scrollIntoViewIfNeeded();
  await expect.poll(async () => (await shownIds(page)).length).toBeGreaterThan(6);
});

test("a lazy list fetches its feed only near the viewport", async ({ page }) => {
  let requests = 0;
  await page.route("**/host/feed.json", (route) => ((requests += 1), route.fulfill({ json: [{ title: "A" }] })));
  await openHostPage(page, '<div style="block-size: 9000px"></div><article-cards src="feed.json" loading="lazy"></article-cards>');
  await onElement(page, (element) => void (element.pageSize = 3));
  await page.waitForTimeout(200);
  expect(requests).toBe(0);
  await list(page).scrollIntoViewIfNeeded();
  await expect(list(page).locator("[part~=card]")).toHaveCount(1);
  expect(requests).toBe(1);
});

test("a lazy list replaces the fallback content", async ({ page }) => {
  await openHostPage(page, '<div style="block-size: 9000px"></div><article-cards src="feed.json" loading="lazy"><a href="/all">All news</a></article-cards>');
  await list(page).scrollIntoViewIfNeeded();
  await expect(list(page).locator("[part~=card]").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "All news" })).toBeHidden();
});

test("page-src, credentials and max-bytes apply to the feed's requests", async ({ page }) => {
  /** @type {[string, boolean][]} */
  const requests = [];
  await page.route("**/host/api/**", (route) => {
    const request = route.request();
    requests.push([new URL(request.url()).pathname, "cookie" in request.headers()]);
    return route.fulfill({ json: { value: [{ title: request.url() }], nextPage: requests.length < 3 ? 2 : undefined } });
  });
  await page.context().addCookies([{ name: "key", value: "1", url: "http://127.0.0.1" }]);
  await openHostPage(page, '<article-cards src="api/1" page-src="api/page-{page}"></article-cards>');
  await waitUntilReady(page);
  await expect.poll(() => requests.map(([path]) => path)).toEqual(["/host/api/1", "/host/api/page-2", "/host/api/page-2"].slice(0, requests.length));
  await onElement(page, (element) => void (element.maxBytes = 5));
  await expect(list(page).locator("[part~=error]")).toBeVisible();
  await onElement(page, (element) => void (element.maxBytes = -1));
  await expect(list(page).locator("[part~=error]")).toHaveCount(0);
  const fetches = await page.evaluate(async () => {
    const element = /** @type {HTMLElementTagNameMap["article-cards"]} */ (document.querySelector("article-cards"));
    /** @type {unknown[]} */
    const credentialsUsed = [];
    const { fetch } = window;
    window.fetch = (input, options) => (credentialsUsed.push(/** @type {Request} */ (input).credentials ?? options?.credentials), fetch(input, options));
    for (const credentials of ["omit", "include", "bogus"]) {
      element.credentials = /** @type {any} */ (credentials);
      await element.updateComplete;
      await element.reload();
    }
    return [...new Set(credentialsUsed)];
  });
  expect(fetches).toEqual(["omit", "include", "same-origin"]);
});

test("invalid parts of filter and only are ignored with a warning", async ({ page, expectedConsole }) => {
  expectedConsole.push(/^warning: article-cards: `(filter|only)` has what can't be read: /);
  /** @type {string[]} */
  const warnings = [];
  page.on("console", (message) => warnings.push(message.text()));
  await openHostPage(page, '<article-cards src="feed.json" filter="nothing=1&topics=Sea" only="quality=x&type=article"></article-cards>');
  await waitUntilReady(page);
  expect(await onElement(page, (element) => element.state.filters)).toEqual({ topics: { any: ["Sea"] } });
  await onElement(page, (element) => void (element.filter = "topics=Rain&heat=hot"));
  expect(await onElement(page, (element) => element.state.filters)).toEqual({ topics: { any: ["Rain"] } });
  expect(warnings.map((line) => line.split(": ").slice(1).join(": ")).sort()).toEqual(
    ["`filter` has what can't be read: heat=hot", "`filter` has what can't be read: nothing=1", "`only` has what can't be read: quality=x"]);
});

test("query and sort override filter, and each changes only its part of the state", async ({ page, expectedConsole }) => {
  // The unknown order is told.
  expectedConsole.push(/`sort` has what can't be read: nonsense/);
  await openHostPage(page, '<article-cards src="feed.json" filter="q=pier&sort=title&topics=Rain" query="article" sort="-quality"></article-cards>');
  await waitUntilReady(page);
  const state = () => onElement(page, (element) => element.state);
  expect(await state()).toEqual({ query: "article", sort: "-quality", page: 1, filters: { topics: { any: ["Rain"] } } });
  await onElement(page, (element) => element.setFilter("provider", { any: ["Gull"] }));
  await onElement(page, (element) => void (element.query = "tide"));
  expect(await state()).toEqual({ query: "tide", sort: "-quality", page: 1, filters: { topics: { any: ["Rain"] }, provider: { any: ["Gull"] } } });
  await onElement(page, (element) => element.removeAttribute("query"));
  expect((await state()).query).toBe("pier");
  await onElement(page, (element) => void (element.sort = "nonsense"));
  expect((await state()).sort).toBe("title");
  await onElement(page, (element) => void (element.filter = "topics=Sea"));
  expect(await state()).toEqual({ query: "", sort: "", page: 1, filters: { topics: { any: ["Sea"] } } });
  const last = await onElement(page, (element) => {
    element.query = "one";
    element.search("two");
    element.search("three");
    element.query = "four";
    return element.state.query;
  });
  expect([last, (await state()).query]).toEqual(["four", "four"]);
});

test("the URL overrides them, with its prefix, and is ignored without url-state", async ({ page }) => {
  const markup = `<article-cards id="plain" src="feed.json" url-state query="pier" page-size="2"></article-cards>
    <article-cards id="other" src="feed.json" url-state="n-" query="harbour"></article-cards>
    <article-cards id="off" src="feed.json" query="tide"></article-cards>`;
  await openHostPage(page, markup, { query: "?n-q=1&q=2&keep=1#end" });
  const query = (/** @type {string} */ id) => onElementAt(page, id, async (element) => (await element.ready, element.state.query));
  expect(await Promise.all(["#plain", "#other", "#off"].map(query))).toEqual(["2", "1", "tide"]);
  await list(page, "#other").getByRole("searchbox").fill("sea");
  await expect.poll(() => page.url()).toMatch(/host\/\?q=2&keep=1&n-q=sea#end$/);
});

test("only is a base filter that the user can neither see nor clear", async ({ page }) => {
  await openHostPage(page, '<article-cards src="feed.json" only="topics=Rain&id=a2&id=a5&id=a8"></article-cards>');
  await waitUntilReady(page);
  expect(await shownIds(page)).toEqual(["a2", "a5", "a8"]);
  await expect(list(page).locator("[part~=chip]")).toHaveCount(0);
  const { state, counts } = await onElement(page, (element) => ({ state: element.state, counts: element.facetCounts["topics"] }));
  expect(state.filters).toEqual({});
  expect(counts?.find(({ value }) => value === "Rain")).toEqual({ value: "Rain", count: 3, selected: false, excluded: false });
  await onElement(page, (element) => element.clearFilters());
  expect(await shownIds(page)).toEqual(["a2", "a5", "a8"]);
  await onElement(page, (element) => void (element.only = null));
  expect(await onElement(page, (element) => element.results.total)).toBe(PUBLISHED_COUNT);
});
