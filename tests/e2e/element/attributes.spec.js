// Every attribute with its property: what it reads, what counts without it, and that it is live.
import { ALL, expect, list, on, onOne, open, ready, shown, test } from "./host.js";

/** Attribute, property, default, then texts that are read as values, then texts that are not. @type {[string, string, unknown, [string, unknown][], string[]][]} */
const ATTRIBUTES = [
  ["src", "src", null, [["feed.json", "feed.json"]], ["", "  "]],
  ["page-src", "pageSrc", null, [["p/{page}.json", "p/{page}.json"]], ["", "p/2.json"]],
  ["query", "query", "", [["tide", "tide"]], [""]],
  ["sort", "sort", "", [["-heat,title", "-heat,title"], ["relevance", "relevance"]], ["", "size", "-relevance"]],
  ["filter", "filter", "", [["topics=Sea", "topics=Sea"]], [""]],
  ["only", "only", null, [["topics=Sea", "topics=Sea"]], [""]],
  ["facets", "facets", "topics,provider,type", [["type", "type"], ["none", "none"], ["a.b:and", "a.b:and"]], ["", "!", "topics:xor", "quality", ","]],
  ["page-size", "pageSize", 12, [["1", 1], ["500", 500], [" 24 ", 24]], ["0", "501", "-1", "12.5", "1e2", "many", ""]],
  ["paging", "paging", "more", [["infinite", "infinite"], ["pages", "pages"], ["none", "none"]], ["", "endless"]],
  ["layout", "layout", "grid", [["list", "list"], ["compact", "compact"], ["LIST", "list"]], ["", "table"]],
  ["url-state", "urlState", null, [["", ""], ["news-", "news-"]], []],
  ["locale", "locale", null, [["de-AT", "de-AT"], ["de_AT", "de-AT"]], ["", "no language", "1"]],
  ["time-zone", "timeZone", null, [["Asia/Tokyo", "Asia/Tokyo"], ["UTC", "UTC"]], ["", "Moon/Sea"]],
  ["dates", "dates", "relative", [["absolute", "absolute"]], ["", "never"]],
  ["theme", "theme", "auto", [["light", "light"], ["dark", "dark"]], ["", "blue"]],
  ["heading-level", "headingLevel", 3, [["2", 2], ["6", 6]], ["1", "7", "", "h2"]],
  ["link-target", "linkTarget", "_self", [["_blank", "_blank"]], ["", "_top", "other"]],
  ["image-proxy", "imageProxy", null, [["/i?u={url}&w={width}", "/i?u={url}&w={width}"]], ["", "/i"]],
  ["related", "related", 3, [["0", 0], ["9", 9]], ["-1", "", "all"]],
  ["refresh", "refresh", 0, [["10", 10], ["3600", 3600]], ["0", "9", "-10", "", "often"]],
  ["loading", "loading", "eager", [["lazy", "lazy"]], ["", "auto"]],
  ["credentials", "credentials", "same-origin", [["omit", "omit"], ["include", "include"]], ["", "some"]],
  ["max-bytes", "maxBytes", 268435456, [["1000", 1000]], ["0", "-5", "", "1 MB"]],
  ["label", "label", null, [["News", "News"]], [""]],
];

const FLAGS = ["withoutSearch", "withoutSort", "withoutImages", "withoutExcerpts", "withScores", "withUnpublished"];

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';

test("each is a property, with its default, and null or undefined removes it", async ({ page }) => {
  await open(page, "");
  const wrong = await page.evaluate((all) => {
    /** @type {unknown[]} */
    const wrong = [];
    for (const [attribute, property, initial, good, bad] of all) {
      const element = /** @type {any} */ (document.createElement("article-cards"));
      const check = (/** @type {string} */ what, /** @type {unknown} */ is, /** @type {unknown} */ wanted) => is === wanted || wrong.push([attribute, what, is]);
      check("default", element[property], initial);
      for (const [text, value] of good) {
        element.setAttribute(attribute, text);
        check(`attribute ${text}`, element[property], value);
        element.removeAttribute(attribute);
        check("removed", element[property], initial);
        element[property] = value;
        check(`property ${value}`, element[property], value);
        check("reflected", element.getAttribute(attribute), String(value));
        element[property] = null;
        check("null", element.hasAttribute(attribute), false);
        element[property] = value;
        element[property] = undefined;
        check("undefined", element[property], initial);
        check("undefined", element.hasAttribute(attribute), false);
      }
      for (const text of bad) {
        element.setAttribute(attribute, text);
        check(`bad ${text}`, element[property], initial);
        element[property] = text;
        check(`bad property ${text}`, element[property], initial);
      }
    }
    return wrong;
  }, ATTRIBUTES);
  expect(wrong).toEqual([]);
});

test("booleans are there or not", async ({ page }) => {
  await open(page, "");
  const told = await page.evaluate((flags) => {
    const element = /** @type {any} */ (document.createElement("article-cards"));
    return flags.map((name) => {
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const told = [element[name], element.hasAttribute(attribute)];
      element.setAttribute(attribute, "false");
      told.push(element[name]);
      element[name] = false;
      told.push(element[name], element.hasAttribute(attribute));
      element[name] = true;
      told.push(element[name], element.getAttribute(attribute));
      return told;
    });
  }, FLAGS);
  expect(told).toEqual(FLAGS.map(() => [false, false, true, false, false, true, ""]));
});

test("setting what is set does nothing", async ({ page }) => {
  await open(page, NEWS);
  await ready(page);
  const changes = await on(page, async (element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    observer.observe(element, { attributes: true });
    Object.assign(element, { pageSize: 3, layout: null, withScores: false, query: element.query || null, mapping: undefined });
    await element.updateComplete;
    observer.disconnect();
    return changes;
  });
  expect(changes).toBe(0);
});

test("each has its effect at run time, and loses it again", async ({ page }) => {
  await open(page, NEWS);
  await ready(page);
  const news = list(page);
  const base = news.locator("[part~=base]");
  /** @param {Record<string, unknown>} properties */
  const set = (properties) => on(page, (element, properties) => void Object.assign(element, properties), properties);
  const first = news.locator("[part~=card]").first();

  await set({ pageSize: 5 });
  expect(await shown(page)).toEqual(["a0", "a1", "a2", "a3", "a4"]);
  await set({ pageSize: 0 });
  expect((await shown(page)).length).toBe(12);
  await set({ layout: "compact" });
  await expect(base).toHaveAttribute("data-layout", "compact");
  await set({ layout: "bogus" });
  await expect(base).toHaveAttribute("data-layout", "grid");
  await set({ theme: "dark" });
  await expect(base).toHaveCSS("color-scheme", "dark");
  await set({ theme: null });
  await expect(base).toHaveCSS("color-scheme", "normal");
  await set({ headingLevel: 2 });
  await expect(news.getByRole("heading", { level: 2, name: "Article 0 harbour" })).toBeVisible();
  await set({ headingLevel: 9 });
  await expect(news.getByRole("heading", { level: 3, name: "Article 0 harbour" })).toBeVisible();
  await set({ linkTarget: "_blank" });
  await expect(first.locator("[part~=card-link]")).toHaveAttribute("target", "_blank");
  await set({ linkTarget: undefined });
  await expect(first.locator("[part~=card-link]")).not.toHaveAttribute("target", "_blank");
  await set({ imageProxy: "https://pictures.example/{width}?of={url}" });
  await expect(first.locator("[part~=card-image]")).toHaveAttribute("src", /pictures.example\/\d+\?of=https%3A%2F%2Fimg.example%2F0.png/);
  await set({ imageProxy: "/no-place" });
  await expect(first.locator("[part~=card-image]")).toHaveAttribute("src", "https://img.example/0.png");
  await set({ related: 0 });
  await expect(first.locator("[part~=card-related]")).toHaveCount(0);
  await set({ related: -1 });
  await expect(first.locator("[part~=card-related]")).toHaveCount(1);
  await set({ facets: "type" });
  expect(await on(page, (element) => Object.keys(element.facetCounts))).toEqual(["type"]);
  await set({ facets: "!!" });
  expect(await on(page, (element) => Object.keys(element.facetCounts))).toEqual(["topics", "provider", "type"]);
  await set({ facets: "none" });
  await expect(news.locator("[part~=facet]")).toHaveCount(0);
  await set({ facets: null });
  await set({ label: "Port news" });
  await expect(page.getByRole("region", { name: "Port news" })).toBeVisible();
  await set({ label: "" });
  await expect(page.getByRole("region")).toHaveCount(0);
  for (const [flag, part] of [["withoutSearch", "search"], ["withoutSort", "sort"], ["withoutImages", "card-image"], ["withoutExcerpts", "card-excerpt"]]) {
    await expect(news.locator(`[part~=${part}]`).first()).toBeVisible();
    await set({ [String(flag)]: true });
    await expect(news.locator(`[part~=${part}]`)).toHaveCount(0);
    await set({ [String(flag)]: false });
    await expect(news.locator(`[part~=${part}]`).first()).toBeVisible();
  }
  await expect(news.locator("[part~=card-scores]")).toHaveCount(0);
  await set({ withScores: true });
  await expect(first.locator("[part~=card-scores]")).toBeVisible();
  await set({ withScores: false, withUnpublished: true });
  expect(await on(page, (element) => element.results.total)).toBe(ALL + 1);
  await set({ withUnpublished: null });
  expect(await on(page, (element) => element.results.total)).toBe(ALL);
});

test("paging is live", async ({ page }) => {
  await open(page, NEWS);
  await ready(page);
  const news = list(page);
  const more = news.locator("[part~=more-button]");
  await expect(more).toBeVisible();
  await on(page, (element) => void (element.paging = "none"));
  await expect(news.locator("[part~=pager]")).toHaveCount(0);
  await on(page, (element) => void (element.paging = "pages"));
  await news.locator("[part~=page-button]", { hasText: "2" }).first().click();
  await expect.poll(() => shown(page)).toEqual(["a3", "a4", "a5"]);
  await on(page, (element) => void (element.paging = "sideways"));
  await expect(more).toBeVisible();
  await on(page, (element) => void Object.assign(element, { state: {}, paging: "infinite" }));
  await news.locator("[part~=card]").last().scrollIntoViewIfNeeded();
  await expect.poll(async () => (await shown(page)).length).toBeGreaterThan(6);
});

test("a lazy list is fetched near the viewport only", async ({ page }) => {
  let asked = 0;
  await page.route("**/host/feed.json", (route) => ((asked += 1), route.fulfill({ json: [{ title: "A" }] })));
  await open(page, '<div style="block-size: 9000px"></div><article-cards src="feed.json" loading="lazy"></article-cards>');
  await on(page, (element) => void (element.pageSize = 3));
  await page.waitForTimeout(200);
  expect(asked).toBe(0);
  await list(page).scrollIntoViewIfNeeded();
  await expect(list(page).locator("[part~=card]")).toHaveCount(1);
  expect(asked).toBe(1);
});

test("what a feed is asked for with: page-src, credentials, max-bytes", async ({ page }) => {
  /** @type {[string, boolean][]} */
  const asked = [];
  await page.route("**/host/api/**", (route) => {
    const request = route.request();
    asked.push([new URL(request.url()).pathname, "cookie" in request.headers()]);
    return route.fulfill({ json: { value: [{ title: request.url() }], nextPage: asked.length < 3 ? 2 : undefined } });
  });
  await page.context().addCookies([{ name: "key", value: "1", url: "http://127.0.0.1" }]);
  await open(page, '<article-cards src="api/1" page-src="api/page-{page}"></article-cards>');
  await ready(page);
  await expect.poll(() => asked.map(([path]) => path)).toEqual(["/host/api/1", "/host/api/page-2", "/host/api/page-2"].slice(0, asked.length));
  await on(page, (element) => void (element.maxBytes = 5));
  await expect(list(page).locator("[part~=error]")).toBeVisible();
  await on(page, (element) => void (element.maxBytes = -1));
  await expect(list(page).locator("[part~=error]")).toHaveCount(0);
  const fetches = await page.evaluate(async () => {
    const element = /** @type {HTMLElementTagNameMap["article-cards"]} */ (document.querySelector("article-cards"));
    /** @type {unknown[]} */
    const seen = [];
    const { fetch } = window;
    window.fetch = (input, options) => (seen.push(/** @type {Request} */ (input).credentials ?? options?.credentials), fetch(input, options));
    for (const credentials of ["omit", "include", "bogus"]) {
      element.credentials = /** @type {any} */ (credentials);
      await element.updateComplete;
      await element.reload();
    }
    return [...new Set(seen)];
  });
  expect(fetches).toEqual(["omit", "include", "same-origin"]);
});

test("what can't be read of filter and only is passed over, with a warning", async ({ page, expected }) => {
  expected.push(/^warning: article-cards: `(filter|only)` has what can't be read: /);
  /** @type {string[]} */
  const warned = [];
  page.on("console", (message) => warned.push(message.text()));
  await open(page, '<article-cards src="feed.json" filter="nothing=1&topics=Sea" only="quality=x&type=article"></article-cards>');
  await ready(page);
  expect(await on(page, (element) => element.state.filters)).toEqual({ topics: { any: ["Sea"] } });
  await on(page, (element) => void (element.filter = "topics=Rain&heat=hot"));
  expect(await on(page, (element) => element.state.filters)).toEqual({ topics: { any: ["Rain"] } });
  expect(warned.map((line) => line.split(": ").slice(1).join(": ")).sort()).toEqual(
    ["`filter` has what can't be read: heat=hot", "`filter` has what can't be read: nothing=1", "`only` has what can't be read: quality=x"]);
});

test("dates, time zone and locale", async ({ page }) => {
  const items = [{ id: "a", title: "A", publishedDateTime: new Date(Date.now() - 3_600_000).toISOString() },
    { id: "b", title: "B", publishedDateTime: "2021-06-01T23:30:00Z" }];
  await open(page, '<article-cards id="news" time-zone="UTC"></article-cards>');
  const date = (/** @type {number} */ at) => list(page).locator("[part~=card-date]").nth(at);
  await on(page, (element, items) => void (element.items = items), items);
  await expect(date(0)).toHaveText("1 hour ago");
  await expect(date(1)).toHaveText("Jun 1, 2021");
  await on(page, (element) => void Object.assign(element, { timeZone: "Asia/Tokyo", dates: "absolute" }));
  await expect(date(0)).not.toHaveText("1 hour ago");
  await expect(date(1)).toHaveText("Jun 2, 2021");
  await on(page, (element) => void Object.assign(element, { timeZone: "Nowhere", locale: "de", dates: "sometimes" }));
  await expect(date(0)).toHaveText("Vor 1 Stunde");
  await expect(list(page).locator("[part~=summary]")).toHaveText("2 Artikel");
  await on(page, (element) => void (element.locale = "not a locale"));
  await expect(date(0)).toHaveText("1 hour ago");
});

test("the nearest lang counts, across shadow roots, and the element's own is live", async ({ page }) => {
  await open(page, '<div lang="fr"><div id="outer"></div></div>');
  await page.evaluate(() => {
    const root = /** @type {HTMLElement} */ (document.querySelector("#outer")).attachShadow({ mode: "open" });
    const element = document.createElement("article-cards");
    element.items = [{ title: "A" }, { title: "B" }];
    root.append(element);
  });
  const summary = page.locator("#outer article-cards [part~=summary]");
  await expect(summary).toHaveText("2 articles");
  await expect(page.locator("#outer [part~=search-input]")).toHaveAttribute("placeholder", /Rechercher/);
  await page.locator("#outer article-cards").evaluate((element) => element.setAttribute("lang", "de"));
  await expect(summary).toHaveText("2 Artikel");
});

test("query and sort beat filter, and each changes its own part of what the reader has", async ({ page }) => {
  await open(page, '<article-cards src="feed.json" filter="q=pier&sort=title&topics=Rain" query="article" sort="-quality"></article-cards>');
  await ready(page);
  const state = () => on(page, (element) => element.state);
  expect(await state()).toEqual({ query: "article", sort: "-quality", page: 1, filters: { topics: { any: ["Rain"] } } });
  await on(page, (element) => element.setFilter("provider", { any: ["Gull"] }));
  await on(page, (element) => void (element.query = "tide"));
  expect(await state()).toEqual({ query: "tide", sort: "-quality", page: 1, filters: { topics: { any: ["Rain"] }, provider: { any: ["Gull"] } } });
  await on(page, (element) => element.removeAttribute("query"));
  expect((await state()).query).toBe("pier");
  await on(page, (element) => void (element.sort = "nonsense"));
  expect((await state()).sort).toBe("title");
  await on(page, (element) => void (element.filter = "topics=Sea"));
  expect(await state()).toEqual({ query: "", sort: "", page: 1, filters: { topics: { any: ["Sea"] } } });
  const last = await on(page, (element) => {
    element.query = "one";
    element.search("two");
    element.search("three");
    element.query = "four";
    return element.state.query;
  });
  expect([last, (await state()).query]).toEqual(["four", "four"]);
});

test("the address beats them, with its prefix, and says nothing without url-state", async ({ page }) => {
  const markup = `<article-cards id="plain" src="feed.json" url-state query="pier" page-size="2"></article-cards>
    <article-cards id="other" src="feed.json" url-state="n-" query="harbour"></article-cards>
    <article-cards id="off" src="feed.json" query="tide"></article-cards>`;
  await open(page, markup, { query: "?n-q=1&q=2&keep=1#end" });
  const query = (/** @type {string} */ id) => onOne(page, id, async (element) => (await element.ready, element.state.query));
  expect(await Promise.all(["#plain", "#other", "#off"].map(query))).toEqual(["2", "1", "tide"]);
  await list(page, "#other").getByRole("searchbox").fill("sea");
  await expect.poll(() => page.url()).toMatch(/host\/\?q=2&keep=1&n-q=sea#end$/);
});

test("only is a frame that the reader neither sees nor leaves", async ({ page }) => {
  await open(page, '<article-cards src="feed.json" only="topics=Rain&id=a2&id=a5&id=a8"></article-cards>');
  await ready(page);
  expect(await shown(page)).toEqual(["a2", "a5", "a8"]);
  await expect(list(page).locator("[part~=chip]")).toHaveCount(0);
  const { state, counts } = await on(page, (element) => ({ state: element.state, counts: element.facetCounts["topics"] }));
  expect(state.filters).toEqual({});
  expect(counts?.find(({ value }) => value === "Rain")).toEqual({ value: "Rain", count: 3, selected: false, excluded: false });
  await on(page, (element) => element.clearFilters());
  expect(await shown(page)).toEqual(["a2", "a5", "a8"]);
  await on(page, (element) => void (element.only = null));
  expect(await on(page, (element) => element.results.total)).toBe(ALL);
});
