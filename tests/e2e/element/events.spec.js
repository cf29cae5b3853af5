// What the element tells of, when, and what it says of itself then.
import { ALL, ARTICLES, NINE, expect, list, on, onOne, open, ready, test, told, types } from "./host.js";

const NEWS = '<article-cards id="news" src="feed.json" page-size="3" url-state></article-cards>';

/** @param {import("@playwright/test").Page} page */
async function quiet(page) {
  await ready(page);
  await told(page);
}

test("ac-load tells of every document that was fetched, and of no items", async ({ page, baseURL }) => {
  await page.route("**/host/pages/**", (route) => {
    const isFirst = !route.request().url().includes("page/2");
    return route.fulfill({ json: isFirst ? { value: [...ARTICLES.slice(0, 3), { id: "x" }, ARTICLES[0]], nextPage: 2 } : ARTICLES.slice(3, 5) });
  });
  await open(page, '<article-cards src="pages/index.json" page-size="3"></article-cards>');
  await ready(page);
  await on(page, (element) => element.loadMore());
  await on(page, async (element) => {
    element.items = [{ title: "A" }];
    await element.updateComplete;
  });
  const events = await told(page);
  expect(events.map(({ type, detail, status, total }) => [type, detail, status, total])).toEqual([
    ["ac-load", { count: 3, skipped: 2, url: `${baseURL}host/pages/index.json` }, "ready", 3],
    ["ac-load", { count: 2, skipped: 0, url: `${baseURL}host/pages/page/2/index.json` }, "ready", 5],
  ]);
});

test.describe("errors", () => {
  test.use({ expected: [/Failed to load resource/] });

  test("ac-error names the kind, the address and whether to try again", async ({ page, baseURL }) => {
    await page.route("**/host/bad/**", (route) => {
      const url = route.request().url();
      if (url.endsWith("http.json")) return route.fulfill({ status: 404, body: "" });
      if (url.endsWith("network.json")) return route.abort("connectionrefused");
      if (url.endsWith("parse.json")) return route.fulfill({ body: "<!doctype html>" });
      if (url.endsWith("shape.json")) return route.fulfill({ json: 5 });
      if (url.endsWith("size.json")) return route.fulfill({ json: ARTICLES });
      if (url.endsWith("page.json")) return route.fulfill({ json: { value: ARTICLES.slice(0, 3), nextPage: "http.json" } });
      return route.abort();
    });
    await open(page, '<article-cards max-bytes="1500" page-size="3"></article-cards>');
    /** @param {string} name */
    const load = (name) => on(page, (element, name) => element.load(`bad/${name}.json`), name);
    for (const [kind, retryable] of /** @type {const} */ ([["http", false], ["network", true], ["parse", true], ["shape", true], ["size", false]])) {
      await load(kind);
      const [event, ...others] = await told(page);
      expect(others).toEqual([]);
      expect(event).toMatchObject({ type: "ac-error", status: "error", total: 0 });
      expect(event?.detail).toEqual({ kind, message: expect.any(String), url: `${baseURL}host/bad/${kind}.json`, retryable: expect.any(Boolean) });
      if (kind === "network") expect(event?.detail.retryable).toBe(retryable);
    }
    await on(page, (element) => void (element.maxBytes = 100_000));
    await load("page");
    await told(page);
    await on(page, (element) => element.loadMore());
    const [event] = await told(page);
    expect(event).toMatchObject({ type: "ac-error", detail: { kind: "page", url: `${baseURL}host/bad/http.json` }, status: "ready", total: 3 });
  });

  test("ac-error tells of a refresh that failed, though nothing changes on screen", async ({ page }) => {
    await page.clock.install();
    let asked = 0;
    await page.route("**/host/feed.json", (route) => (asked++ ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: ARTICLES })));
    await open(page, '<article-cards src="feed.json" refresh="10"></article-cards>');
    await quiet(page);
    await page.clock.runFor(11_000);
    await expect.poll(() => types(page)).toEqual(["ac-error"]);
    expect(await on(page, (element) => element.status)).toBe("ready");
  });
});

test("ac-change tells of what the reader does, and the element stands so already", async ({ page }) => {
  await open(page, NEWS);
  await quiet(page);
  const news = list(page);
  await news.getByRole("searchbox").fill("tide");
  await expect(news.locator("[part~=summary]")).toContainText(String(NINE));
  const [typed] = await told(page);
  const state = { query: "tide", sort: "", page: 1, filters: {} };
  expect(typed).toMatchObject({ type: "ac-change", detail: { state, total: NINE }, state, total: NINE, status: "ready" });
  await news.locator('[part~=facet][data-field="provider"]').getByRole("checkbox", { name: /Gull/ }).check();
  await expect(news.locator("[part~=summary]")).toContainText("4");
  const [chosen] = await told(page);
  expect(chosen).toMatchObject({ type: "ac-change", detail: { state: { ...state, filters: { provider: { any: ["Gull"] } } }, total: 4 }, total: 4 });
  expect(chosen?.facetCounts.provider.find((/** @type {any} */ it) => it.selected)).toMatchObject({ value: "Gull", count: 4 });
  await news.getByRole("button", { name: /more/i }).last().click();
  await expect(news.locator("[part~=card]")).toHaveCount(4);
  const events = await told(page);
  expect(events.map(({ type, detail }) => [type, detail.page ?? detail.state.page]).sort()).toEqual([["ac-change", 2], ["ac-page", 2]]);
  await page.goBack();
  await expect.poll(() => news.locator("[part~=card]").count()).toBe(3);
  await page.goBack();
  await expect(news.locator("[part~=summary]")).toContainText(String(NINE));
  const back = (await told(page)).filter(({ type }) => type === "ac-change");
  expect(back.map(({ detail }) => [detail.state.filters.provider !== undefined, detail.state.page, detail.total])).toEqual([[true, 1, 4], [false, 1, NINE]]);
});

test("nothing is told of what the embedder sets himself", async ({ page }) => {
  await open(page, NEWS);
  await quiet(page);
  await on(page, async (element) => {
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
  await expect.poll(() => on(page, (element) => element.status)).toBe("ready");
  expect(await types(page)).toEqual(["ac-load"]);
});

test("an address that counts later is taken over, and tells nothing", async ({ page }) => {
  await open(page, '<article-cards src="feed.json"></article-cards>', { query: "?n-q=tide" });
  await quiet(page);
  await on(page, (element) => void (element.urlState = "n-"));
  expect(await on(page, (element) => [element.state.query, element.results.total])).toEqual(["tide", NINE]);
  expect(await told(page)).toEqual([]);
});

test("events bubble, and leave the shadow tree of a page's own element", async ({ page }) => {
  await open(page, '<div id="own"></div>');
  await page.evaluate(() => {
    const root = /** @type {HTMLElement} */ (document.querySelector("#own")).attachShadow({ mode: "open" });
    root.innerHTML = '<article-cards src="feed.json"></article-cards>';
  });
  await expect.poll(async () => page.evaluate(() => /** @type {any} */ (window).told.length)).toBe(1);
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

test("ac-card-click tells of each click on a card's or a related link, and stops it if told to", async ({ page, context }) => {
  await context.route("https://news.example/**", (route) => route.fulfill({ body: "<title>There</title>", contentType: "text/html" }));
  await open(page, '<article-cards src="feed.json"></article-cards>');
  await quiet(page);
  await page.evaluate(() =>
    document.addEventListener("ac-card-click", (event) => {
      if (/** @type {any} */ (window).stops) event.preventDefault();
    }));
  /** @param {boolean} stops */
  const stops = (stops) => page.evaluate((stops) => void Object.assign(window, { stops }), stops);
  const card = list(page).locator("[part~=card]").first();
  const link = card.locator("[part~=card-link]");
  await stops(true);
  await link.click();
  await link.focus();
  await page.keyboard.press("Enter");
  await link.click({ modifiers: ["ControlOrMeta"] });
  await card.locator("[part~=card-related] button, [part~=card-related] summary").first().click();
  await card.locator("[part~=related-item] a").nth(1).click();
  const url = "https://news.example/0";
  const clicks = await told(page);
  expect(clicks.map(({ type, detail }) => [type, detail])).toEqual([
    ...[1, 2, 3].map(() => ["ac-card-click", { id: "a0", url }]),
    ["ac-card-click", { id: "a0", url: "https://news.example/related/2" }],
  ]);
  expect(new URL(page.url()).pathname).toBe("/host/");
  expect(context.pages().length).toBe(1);
  // The wheel's click is none.
  const opened = context.waitForEvent("page");
  await link.click({ button: "middle" });
  await (await opened).close();
  expect(await told(page)).toEqual([]);
  await stops(false);
  const other = context.waitForEvent("page");
  await link.click({ modifiers: ["ControlOrMeta"] });
  await (await other).close();
  expect(await types(page)).toEqual(["ac-card-click"]);
  await link.click();
  await expect(page).toHaveURL(url);
});

test("a listener may throw, remove the element, or ask for something else", async ({ page, expected }) => {
  expected.push(/listener broke/);
  await open(page, '<article-cards id="one" src="feed.json"></article-cards><article-cards id="two" src="feed.json"></article-cards>', { script: "" });
  await page.evaluate(async () => {
    const [one, two] = ["#one", "#two"].map((id) => /** @type {any} */ (document.querySelector(id)));
    one.addEventListener("ac-load", () => { one.remove(); throw new Error("listener broke"); });
    two.addEventListener("ac-load", () => two.search("pier"));
    await import(/** @type {string} */ ("/pkg/define.js"));
    await Promise.all([one.ready, two.ready]);
  });
  expect(await onOne(page, "#two", async (element) => (await element.updateComplete, element.results.total))).toBe(NINE);
  await expect(list(page, "#one")).toHaveCount(0);
  expect(ALL).toBe(NINE * 3);
});
