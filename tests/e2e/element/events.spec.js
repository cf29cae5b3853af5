// The element's events: when they fire, their details, and the element's properties by then.
import { ARTICLES, MATCHES_PER_WORD, PUBLISHED_COUNT, expect, list, onElement, onElementAt, openHostPage, takeEventTypes, takeEvents, test, waitUntilReady } from "./host-page.js";

const NEWS = '<article-cards id="news" src="feed.json" page-size="3" url-state></article-cards>';

/** Waits for the first cards and discards the events so far. @param {import("@playwright/test").Page} page */
async function settle(page) {
  await waitUntilReady(page);
  await takeEvents(page);
}

test("ac-load fires for every fetched document, and not for items", async ({ page, baseURL }) => {
  await page.route("**/host/pages/**", (route) => {
    const isFirst = !route.request().url().includes("page/2");
    return route.fulfill({ json: isFirst ? { value: [...ARTICLES.slice(0, 3), { id: "x" }, ARTICLES[0]], nextPage: 2 } : ARTICLES.slice(3, 5) });
  });
  await openHostPage(page, '<article-cards src="pages/index.json" page-size="3"></article-cards>');
  await waitUntilReady(page);
  await onElement(page, (element) => element.loadMore());
  await onElement(page, async (element) => {
    element.items = [{ title: "A" }];
    await element.updateComplete;
  });
  const events = await takeEvents(page);
  expect(events.map(({ type, detail, status, total }) => [type, detail, status, total])).toEqual([
    ["ac-load", { count: 3, skipped: 2, url: `${baseURL}host/pages/index.json` }, "ready", 3],
    ["ac-load", { count: 2, skipped: 0, url: `${baseURL}host/pages/page/2/index.json` }, "ready", 5],
  ]);
});

test.describe("errors", () => {
  test.use({ expectedConsole: [/Failed to load resource/] });

  test("ac-error has the kind, the URL and whether a retry may help", async ({ page, baseURL }) => {
    await page.route("**/host/bad/**", (route) => {
      const url = route.request().url();
      if (url.endsWith("http.json")) return route.fulfill({ status: 404, body: "" });
      if (url.endsWith("network.json")) return route.abort("connectionrefused");
      if (url.endsWith("parse.json")) return route.fulfill({ body: "{" });
      if (url.endsWith("shape.json")) return route.fulfill({ json: 5 });
      if (url.endsWith("size.json")) return route.fulfill({ json: ARTICLES });
      if (url.endsWith("page.json")) return route.fulfill({ json: { value: ARTICLES.slice(0, 3), nextPage: "http.json" } });
      return route.abort();
    });
    await openHostPage(page, '<article-cards max-bytes="1500" page-size="3"></article-cards>');
    /** @param {string} name */
    const load = (name) => onElement(page, (element, name) => element.load(`bad/${name}.json`), name);
    for (const [kind, retryable] of /** @type {const} */ ([["http", false], ["network", true], ["parse", true], ["shape", true], ["size", false]])) {
      await load(kind);
      const [event, ...others] = await takeEvents(page);
      expect(others).toEqual([]);
      expect(event).toMatchObject({ type: "ac-error", status: "error", total: 0 });
      expect(event?.detail).toEqual({ kind, message: expect.any(String), url: `${baseURL}host/bad/${kind}.json`, retryable: expect.any(Boolean) });
      if (kind === "network") expect(event?.detail.retryable).toBe(retryable);
    }
    await onElement(page, (element) => void (element.maxBytes = 100_000));
    await load("page");
    await takeEvents(page);
    await onElement(page, (element) => element.loadMore());
    const [event] = await takeEvents(page);
    expect(event).toMatchObject({ type: "ac-error", detail: { kind: "page", url: `${baseURL}host/bad/http.json` }, status: "ready", total: 3 });
  });

  test("ac-error fires for a failed refresh, though nothing changes on screen", async ({ page }) => {
    await page.clock.install();
    let requests = 0;
    await page.route("**/host/feed.json", (route) => (requests++ ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: ARTICLES })));
    await openHostPage(page, '<article-cards src="feed.json" refresh="10"></article-cards>');
    await settle(page);
    await page.clock.runFor(11_000);
    await expect.poll(() => takeEventTypes(page)).toEqual(["ac-error"]);
    expect(await onElement(page, (element) => element.status)).toBe("ready");
  });
});

test("ac-change fires for user actions, once the element's state has changed", async ({ page }) => {
  await openHostPage(page, NEWS);
  await settle(page);
  const news = list(page);
  await news.getByRole("searchbox").fill("tide");
  await expect(news.locator("[part~=summary]")).toContainText(String(MATCHES_PER_WORD));
  const [typed] = await takeEvents(page);
  const state = { query: "tide", sort: "", page: 1, filters: {} };
  expect(typed).toMatchObject({ type: "ac-change", detail: { state, total: MATCHES_PER_WORD }, state, total: MATCHES_PER_WORD, status: "ready" });
  await news.locator('[part~=facet][data-field="provider"]').getByRole("checkbox", { name: /Gull/ }).check();
  await expect(news.locator("[part~=summary]")).toContainText("4");
  const [chosen] = await takeEvents(page);
  expect(chosen).toMatchObject({ type: "ac-change", detail: { state: { ...state, filters: { provider: { any: ["Gull"] } } }, total: 4 }, total: 4 });
  expect(chosen?.facetCounts.provider.find((/** @type {any} */ value) => value.selected)).toMatchObject({ value: "Gull", count: 4 });
  await news.getByRole("button", { name: /more/i }).last().click();
  await expect(news.locator("[part~=card]")).toHaveCount(4);
  const events = await takeEvents(page);
  expect(events.map(({ type, detail }) => [type, detail.page ?? detail.state.page]).sort()).toEqual([["ac-change", 2], ["ac-page", 2]]);
  // More articles have replaced the entry of the history.
  await page.goBack();
  await expect(news.locator("[part~=summary]")).toContainText(String(MATCHES_PER_WORD));
  const back = (await takeEvents(page)).filter(({ type }) => type === "ac-change");
  expect(back.map(({ detail }) => [detail.state.filters.provider !== undefined, detail.state.page, detail.total])).toEqual([[false, 1, MATCHES_PER_WORD]]);
});

test("changes made by script fire no events", async ({ page }) => {
  await openHostPage(page, NEWS);
  await settle(page);
  await onElement(page, async (element) => {
    const steps = [
      () => element.search("tide"),
      () => element.setFilter("topics", { any: ["Sea"] }),
      () => element.clearFilters(),
      () => element.loadMore(),
      () => void (element.state = { query: "pier", page: 2 }),
      () => void (element.query = "harbour"),
      () => void (element.sort = "title"),
      () => void (element.filter = "topics=Wind"),
      () => void (element.only = "type=article"),
      () => void (element.pageSize = 1),
      () => void (element.paging = "pages"),
      () => void (element.facets = "none"),
      () => void (element.urlState = "other-"),
      () => void (element.items = [{ title: "A" }]),
      () => void (element.items = null),
    ];
    for (const step of steps) {
      await step();
      await element.updateComplete;
    }
  });
  await expect.poll(() => onElement(page, (element) => element.status)).toBe("ready");
  expect(await takeEventTypes(page)).toEqual(["ac-load"]);
});

test("setting url-state later applies the URL and fires no event", async ({ page }) => {
  await openHostPage(page, '<article-cards src="feed.json"></article-cards>', { query: "?n-q=tide" });
  await settle(page);
  await onElement(page, (element) => void (element.urlState = "n-"));
  expect(await onElement(page, (element) => [element.state.query, element.results.total])).toEqual(["tide", MATCHES_PER_WORD]);
  expect(await takeEvents(page)).toEqual([]);
});

test("events bubble and cross the shadow root of a page's own element", async ({ page }) => {
  await openHostPage(page, '<div id="own"></div>');
  await page.evaluate(() => {
    const root = /** @type {HTMLElement} */ (document.querySelector("#own")).attachShadow({ mode: "open" });
    root.innerHTML = '<article-cards src="feed.json"></article-cards>';
  });
  await expect.poll(async () => page.evaluate(() => /** @type {any} */ (window).recordedEvents.length)).toBe(1);
  const [event] = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.querySelector("#own")?.shadowRoot?.querySelector("article-cards"));
    /** @type {unknown[]} */
    const seen = [];
    document.addEventListener("ac-load", (event) => seen.push([event.bubbles, event.composed, event.cancelable, event.target === document.querySelector("#own")]));
    await element.reload();
    return seen;
  });
  expect(event).toEqual([true, true, false, true]);
});

test("ac-card-click fires for each click on a card or related link, and preventDefault stops the navigation", { tag: "@tabs" }, async ({ page, context }) => {
  await context.route("https://news.example/**", (route) => route.fulfill({ body: "<title>There</title>", contentType: "text/html" }));
  await openHostPage(page, '<article-cards src="feed.json"></article-cards>');
  await settle(page);
  await page.evaluate(() =>
    document.addEventListener("ac-card-click", (event) => {
      if (/** @type {any} */ (window).prevents) event.preventDefault();
    }));
  /** @param {boolean} prevents */
  const preventDefault = (prevents) => page.evaluate((prevents) => void Object.assign(window, { prevents }), prevents);
  const card = list(page).locator("[part~=card]").first();
  const link = card.locator("[part~=card-link]");
  await preventDefault(true);
  await link.click();
  await link.focus();
  await page.keyboard.press("Enter");
  await link.click({ modifiers: ["ControlOrMeta"] });
  await card.locator("[part~=card-related] button, [part~=card-related] summary").first().click();
  await card.locator("[part~=related-item] a").nth(1).click();
  const url = "https://news.example/0";
  const clicks = await takeEvents(page);
  expect(clicks.map(({ type, detail }) => [type, detail])).toEqual([
    ...[1, 2, 3].map(() => ["ac-card-click", { id: "a0", url }]),
    ["ac-card-click", { id: "a0", url: "https://news.example/related/2" }],
  ]);
  expect(new URL(page.url()).pathname).toBe("/host/");
  expect(context.pages().length).toBe(1);
  // A middle click fires `auxclick`, not `click`.
  const opened = context.waitForEvent("page");
  await link.click({ button: "middle" });
  await (await opened).close();
  expect(await takeEvents(page)).toEqual([]);
  await preventDefault(false);
  const other = context.waitForEvent("page");
  await link.click({ modifiers: ["ControlOrMeta"] });
  await (await other).close();
  expect(await takeEventTypes(page)).toEqual(["ac-card-click"]);
  await link.click();
  await expect(page).toHaveURL(url);
});

test("a listener may throw, remove the element or start another search", async ({ page, expectedConsole }) => {
  expectedConsole.push(/listener broke/);
  await openHostPage(page, '<article-cards id="one" src="feed.json"></article-cards><article-cards id="two" src="feed.json"></article-cards>', { script: "" });
  await page.evaluate(async () => {
    const [one, two] = ["#one", "#two"].map((id) => /** @type {any} */ (document.querySelector(id)));
    one.addEventListener("ac-load", () => { one.remove(); throw new Error("listener broke"); });
    two.addEventListener("ac-load", () => two.search("pier"));
    await import(/** @type {string} */ ("/pkg/define.js"));
    await Promise.all([one.ready, two.ready]);
  });
  expect(await onElementAt(page, "#two", async (element) => (await element.updateComplete, element.results.total))).toBe(MATCHES_PER_WORD);
  await expect(list(page, "#one")).toHaveCount(0);
  expect(PUBLISHED_COUNT).toBe(MATCHES_PER_WORD * 3);
});
