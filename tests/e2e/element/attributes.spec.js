// Every attribute and its property: values, default, and changes at run time.
import { holdRoute, holdTimers } from "../fixtures.js";
import { PUBLISHED_COUNT, expect, list, onElement, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

/** Attribute, property, default, valid texts with their values, invalid texts. @type {[string, string, unknown, [string, unknown][], string[]][]} */
const ATTRIBUTES = [
  ["src", "src", null, [["feed.json", "feed.json"]], ["", "  "]],
  ["page-src", "pageSrc", null, [["p/{page}.json", "p/{page}.json"]], ["", "p/2.json"]],
  ["query", "query", "", [["tide", "tide"]], [""]],
  ["sort", "sort", "", [["-heat,title", "-heat,title"], ["relevance", "relevance"], ["-price", "-price"], ["a.b_2", "a.b_2"]], ["", "-", "2", "a b", "-relevance"]],
  ["filter", "filter", "", [["topics=Sea", "topics=Sea"]], [""]],
  ["only", "only", null, [["topics=Sea", "topics=Sea"]], [""]],
  ["facets", "facets", "topics,provider,type,date", [["type", "type"], ["none", "none"], ["a.b:and", "a.b:and"], ["quality,date", "quality,date"]], ["", "!", "topics:xor", "page", ","]],
  ["sorts", "sorts", "", [["-publishedDateTime,title", "-publishedDateTime,title"], ["-price", "-price"]], ["", ",", "!"]],
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
  ["mapping", "mapping", null, [["wordpress", "wordpress"]], [""]],
  ["engine", "engine", "browser", [["typesense", "typesense"], ["opensearch", "opensearch"]], ["", "elsewhere"]],
  ["api-key", "apiKey", null, [["search-only", "search-only"]], [""]],
];

const FLAGS = ["withoutSearch", "withoutSort", "withoutSummary", "withoutImages", "withoutExcerpts", "withScores", "withAuthors", "withUnpublished"];

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';

test("each attribute has a property with its default, and null or undefined removes it", async ({ page }) => {
  await openHostPage(page, "");
  const wrong = await page.evaluate((all) => {
    /** @type {unknown[]} */
    const wrong = [];
    for (const [attribute, property, initial, good, bad] of all) {
      const element = /** @type {any} */ (document.createElement("article-cards"));
      const check = (/** @type {string} */ what, /** @type {unknown} */ is, /** @type {unknown} */ expected) => is === expected || wrong.push([attribute, what, is]);
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

test("boolean attributes are true when present", async ({ page }) => {
  await openHostPage(page, "");
  const states = await page.evaluate((flags) => {
    const element = /** @type {any} */ (document.createElement("article-cards"));
    return flags.map((name) => {
      const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      const states = [element[name], element.hasAttribute(attribute)];
      element.setAttribute(attribute, "false");
      states.push(element[name]);
      element[name] = false;
      states.push(element[name], element.hasAttribute(attribute));
      element[name] = true;
      states.push(element[name], element.getAttribute(attribute));
      return states;
    });
  }, FLAGS);
  expect(states).toEqual(FLAGS.map(() => [false, false, true, false, false, true, ""]));
});

test("setting an unchanged value changes nothing in the DOM", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const changes = await onElement(page, async (element) => {
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

test("each attribute takes effect at run time and can be reset", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const news = list(page);
  const base = news.locator("[part~=base]");
  /** @param {Record<string, unknown>} properties */
  const set = (properties) => onElement(page, (element, properties) => void Object.assign(element, properties), properties);
  const first = news.locator("[part~=card]").first();

  await set({ pageSize: 5 });
  expect(await shownIds(page)).toEqual(["a0", "a1", "a2", "a3", "a4"]);
  await set({ pageSize: 0 });
  expect((await shownIds(page)).length).toBe(12);
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
  expect(await onElement(page, (element) => Object.keys(element.facetCounts))).toEqual(["type"]);
  await set({ facets: "!!" });
  expect(await onElement(page, (element) => Object.keys(element.facetCounts))).toEqual(["topics", "provider", "type"]);
  const orders = news.locator("[part~=sort] option");
  await set({ sorts: "title,-heat" });
  await expect(orders).toHaveText(["Title A–Z", "Most heat", "Newest first"]);
  await set({ sorts: "!!" });
  await expect(orders).toHaveCount(6);
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
  expect(await onElement(page, (element) => element.results.total)).toBe(PUBLISHED_COUNT + 1);
  await set({ withUnpublished: null });
  expect(await onElement(page, (element) => element.results.total)).toBe(PUBLISHED_COUNT);
});

test("authors are shown, searched and filtered", async ({ page }) => {
  const items = [{ id: "a", title: "A", authors: ["Ines Okafor", { name: "Otto" }] }, { id: "b", title: "B", author: "Eva" }, { id: "c", title: "C" }];
  await openHostPage(page, '<article-cards id="news" facets="authors"></article-cards>');
  /** @param {Record<string, unknown>} properties */
  const set = (properties) => onElement(page, (element, properties) => void Object.assign(element, properties), properties);
  await set({ items });
  const news = page.locator("#news");
  const authors = news.locator("[part~=card-authors]");
  await expect(news.locator("[part~=card]")).toHaveCount(3);
  await expect(authors).toHaveCount(0);
  await expect(news.locator("[part~=facet-label]")).toHaveText(/Authors/u);
  await set({ withAuthors: true });
  await expect(authors).toHaveText(["Authors: Ines Okafor, Otto", "Authors: Eva"]);
  await expect(page.getByRole("article", { name: "A" }).getByRole("heading")).toBeVisible();
  await set({ layout: "compact" });
  await expect(authors).toHaveCount(0);
  await set({ layout: null, query: "okaf" });
  await expect(news.locator("[part~=card]")).toHaveCount(1);
  await set({ query: null, filter: "authors=Eva" });
  await expect(authors).toHaveText(["Authors: Eva"]);
});

test("dates, time zone and locale", async ({ page }) => {
  const items = [{ id: "a", title: "A", publishedDateTime: new Date(Date.now() - 3_600_000).toISOString() },
    { id: "b", title: "B", publishedDateTime: "2021-06-01T23:30:00Z" }];
  await openHostPage(page, '<article-cards id="news" time-zone="UTC"></article-cards>');
  const date = (/** @type {number} */ at) => list(page).locator("[part~=card-date]").nth(at);
  await onElement(page, (element, items) => void (element.items = items), items);
  await expect(date(0)).toHaveText("1 hour ago");
  await expect(date(1)).toHaveText("Jun 1, 2021");
  await onElement(page, (element) => void Object.assign(element, { timeZone: "Asia/Tokyo", dates: "absolute" }));
  await expect(date(0)).not.toHaveText("1 hour ago");
  await expect(date(1)).toHaveText("Jun 2, 2021");
  await onElement(page, (element) => void Object.assign(element, { timeZone: "Nowhere", locale: "de", dates: "sometimes" }));
  await expect(date(0)).toHaveText("Vor 1 Stunde");
  await expect(list(page).locator("[part~=summary]")).toHaveText("2 Artikel");
  await onElement(page, (element) => void (element.locale = "not a locale"));
  await expect(date(0)).toHaveText("1 hour ago");
});

test("no English is shown before another language has loaded, unless that takes long", async ({ page }) => {
  // The test says when the list has waited long enough, however slow the machine.
  const endWait = await holdTimers(page, 500);
  for (const isSlow of [false, true]) {
    const release = await holdRoute(page, "**/languages/de.js");
    await openHostPage(page, '<article-cards lang="de" src="feed.json"></article-cards>');
    const all = page.evaluate(async () => {
      const element = /** @type {HTMLElementTagNameMap["article-cards"]} */ (document.querySelector("article-cards"));
      /** @type {Set<string | undefined>} */
      const seen = new Set();
      element.append(document.createElement("span"));
      for (let turn = 0; !element.shadowRoot?.textContent?.includes("Artikel"); turn++) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        if (turn === 2) element.pageSize = 5;
        // Blank until then.
        const words = element.shadowRoot?.querySelector("input")?.placeholder;
        if (words) seen.add(words);
      }
      return [...seen];
    });
    if (isSlow) {
      await endWait();
      await expect(list(page).getByRole("searchbox")).toHaveAttribute("placeholder", "Search articles");
    } else await page.waitForTimeout(100);
    release();
    const seen = await all;
    await page.unroute("**/languages/de.js");
    expect(seen).toEqual(isSlow ? ["Search articles", expect.not.stringContaining("Search")] : [expect.not.stringContaining("Search")]);
  }
});

test("the nearest lang attribute applies, across shadow roots, and the element's own is live", async ({ page }) => {
  await openHostPage(page, '<div lang="fr"><div id="outer"></div></div>');
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

test("`locale` gives the list its language and direction, whatever those of the page", async ({ page }) => {
  /** The language and direction of the list's own text. */
  const language = () => list(page).evaluate((element) => {
    const base = element.shadowRoot?.querySelector(".ac-base");
    return [base?.closest("[lang]")?.getAttribute("lang"), base && getComputedStyle(base).direction];
  });
  /** Whether the page scrolls sideways. */
  const overflows = () => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  const release = await holdRoute(page, "**/pkg/article_cards.wasm");
  await openHostPage(page, '<article-cards src="feed.json" locale="ar"></article-cards>');
  await expect(list(page).locator(".ac-card, [part~=skeleton]").first()).toBeVisible();
  expect(await language()).toEqual(["ar", "rtl"]);
  expect(await overflows()).toBe(false);
  // A direction of the element itself counts.
  for (const [dir, direction] of [["ltr", "ltr"], ["auto", "rtl"], ["LTR", "ltr"], ["", "rtl"]]) {
    await list(page).evaluate((element, dir) => element.setAttribute("dir", dir), String(dir));
    expect(await language()).toEqual(["ar", direction]);
  }
  release();
  await waitUntilReady(page);
  expect(await language()).toEqual(["ar", "rtl"]);
  expect(await overflows()).toBe(false);
  for (const [locale, direction] of [["de", "ltr"], ["az-IR", "rtl"], ["az", "ltr"], ["uz-Arab", "rtl"], ["dv", "rtl"]]) {
    await onElement(page, (element, locale) => void (element.locale = String(locale)), locale);
    expect(await language()).toEqual([locale, direction]);
  }
  // Without it, those of the page apply.
  await page.evaluate(() => Object.assign(document.body, { lang: "ar", dir: "ltr" }));
  await onElement(page, (element) => element.removeAttribute("locale"));
  expect(await language()).toEqual([undefined, "ltr"]);
  await page.evaluate(() => Object.assign(document.body, { lang: "en", dir: "rtl" }));
  expect(await language()).toEqual([undefined, "rtl"]);
  await onElement(page, (element) => void (element.locale = "en"));
  expect(await language()).toEqual(["en", "ltr"]);
  expect(await overflows()).toBe(false);
  await onElement(page, (element) => void (element.dir = "rtl"));
  expect(await language()).toEqual(["en", "rtl"]);
});
