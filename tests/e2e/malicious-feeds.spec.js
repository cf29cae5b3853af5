// Malicious feeds: none may run a script, make a request, inject an element or block the page.
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { Readable } from "node:stream";
import { list, onElement, waitUntilReady } from "./element/host-page.js";
import { BENIGN_ARTICLES, IMAGE_HOST, LARGE_FEEDS, SMALL_FEEDS } from "./malicious-feeds.js";
import { expect, test as base } from "./fixtures.js";

/** The longest task allowed, in milliseconds: on an idle machine a second is enough. */
const MAX_TASK = 3_000;

/** The images allowed as `data:` URLs. */
const DATA_IMAGE = /^data:image\/(png|jpeg|webp|gif|avif)[;,]/i;

/** @typedef {import("@playwright/test").Page} Page */

/** @typedef {{ origin: string, markup: string, feed: Iterable<string | Buffer> }} Site */

/**
 * `site` serves a page, the package and a feed in chunks, so that large feeds are never in memory as a
 * whole. `unexpectedRequests` lists the URLs of all other requests, except for images.
 * @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs
 *   & import("@playwright/test").PlaywrightTestOptions & { expectedConsole: RegExp[], site: Site, unexpectedRequests: string[] },
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>}
 */
const test = /** @type {any} */ (base).extend({
  site: async (/** @type {{}} */ {}, /** @type {any} */ use) => {
    /** @type {Site} */
    const site = { origin: "", markup: "", feed: [] };
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      /** @param {string} type @param {Readable} body */
      const respond = (type, body) => body.pipe(response.setHeader("content-type", type));
      if (path === "/") return respond("text/html; charset=utf-8", Readable.from([site.markup]));
      if (path === "/feed.json") return respond("application/json", Readable.from(site.feed, { objectMode: false }));
      const type = { ".js": "text/javascript", ".wasm": "application/wasm" }[extname(path)];
      if (/^\/pkg\/[\w./-]+$/.test(path) && type) return respond(type, createReadStream(new URL(`../..${path}`, import.meta.url)));
      response.writeHead(404).end();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    site.origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
    await use(site);
    server.closeAllConnections();
    server.close();
  },
  unexpectedRequests: async (/** @type {{ page: Page, site: Site }} */ { page, site }, /** @type {any} */ use) => {
    /** @type {string[]} */
    const unexpectedRequests = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      const isOurs = url.origin === site.origin && /^\/(pkg\/.*|feed\.json|)$/.test(url.pathname);
      const isImage = url.hostname === IMAGE_HOST || DATA_IMAGE.test(url.href) || url.href === "data:,";
      if (!isOurs && !isImage) unexpectedRequests.push(url.href.slice(0, 100));
    });
    await use(unexpectedRequests);
  },
  page: async (/** @type {{ page: Page }} */ { page }, /** @type {any} */ use) => {
    await page.addInitScript(() => {
      /** @type {string[]} */
      const trapped = [];
      /** @type {number[]} */
      const longTasks = [];
      Object.assign(window, { trapped, longTasks, trap: (/** @type {string} */ what) => void trapped.push(String(what)) });
      new PerformanceObserver((tasks) => longTasks.push(...tasks.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
    });
    await use(page);
  },
});

/** Returns the names of the injected scripts that ran. @param {Page} page */
const trapped = (page) => page.evaluate(() => /** @type {any} */ (window).trapped);

/**
 * Returns the distinct element names, classes and attributes in the list, in which injected elements
 * would stand out, and the URLs that must not be there.
 * @param {Page} page
 */
const inspect = (page) =>
  list(page).evaluate((element, dataImage) => {
    const isDataImage = new RegExp(dataImage, "i");
    const URL_ATTRIBUTES = ["href", "src", "srcset", "action", "formaction", "poster", "data", "ping", "cite", "background", "xlink:href", "srcdoc"];
    const shapes = new Set();
    /** @type {string[]} */
    const urls = [];
    for (const one of element.shadowRoot?.querySelectorAll("*") ?? []) {
      const names = one.getAttributeNames();
      shapes.add(`${one.localName}.${(one.getAttribute("class") ?? "").split(" ")[0]}`);
      for (const name of names) {
        shapes.add(`${one.localName} ${name}`);
        const value = one.getAttribute(name) ?? "";
        if (name === "style" && /url\(/i.test(value)) urls.push(value.slice(0, 100));
        if (!URL_ATTRIBUTES.includes(name)) continue;
        const { protocol } = new URL(value, location.href);
        const isImage = one.localName === "img" && isDataImage.test(value);
        if (protocol !== "http:" && protocol !== "https:" && !isImage) urls.push(`${one.localName} ${name}=${value.slice(0, 100)}`);
      }
    }
    return { shapes: [...shapes], urls };
  }, DATA_IMAGE.source);

/** Does everything a user can do with the list. @param {Page} page */
async function operate(page) {
  const news = list(page);
  for (const selector of ["[part~=card-related] summary", ".ac-x-more-related", ".ac-x-more-topics", "[part~=facet-more]", "[part~=facet-label]"]) {
    const found = news.locator(selector).filter({ visible: true });
    for (const one of (await found.all()).slice(0, 3)) await one.click({ timeout: 1_000 }).catch(() => undefined);
  }
  await onElement(page, (element) => element.search("tide trap"));
  await onElement(page, (element) => element.search(""));
  const topic = news.locator("[part~=card-topics] button").first();
  if (await topic.count()) await topic.click();
  await onElement(page, (element) => element.clearFilters());
  await onElement(page, (element) => void (element.sort = "title,provider"));
  await onElement(page, (element) => element.loadMore());
}

/** @param {Page} page @param {Site} site @param {string} markup */
async function openPage(page, site, markup) {
  site.markup = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <h1>News</h1>${markup}<script type="module" src="/pkg/define.js"></script>`;
  await page.goto(site.origin);
}

/** Opens a page with a list of the feed. @param {Page} page @param {Site} site @param {Iterable<string | Buffer>} feed @param {string} [attributes] */
async function showFeed(page, site, feed, attributes = "") {
  site.feed = feed;
  await openPage(page, site, `<article-cards src="/feed.json" with-scores label="News" page-size="60" ${attributes}></article-cards>`);
  await waitUntilReady(page);
}

/** @type {string[] | undefined} */
let benign;

/** Returns the shapes that the list has by itself: full, empty and with an error. @param {Page} page @param {Site} site */
async function benignShapes(page, site) {
  if (benign) return benign;
  // The line with the number of articles gets the focus when what had it is gone. Cards that a jump brings into view are marked.
  const shapes = ["p tabindex", "li data-rendered"];
  for (const feed of [JSON.stringify(BENIGN_ARTICLES), "[]", "{"]) {
    await showFeed(page, site, [feed]);
    await operate(page);
    shapes.push(...(await inspect(page)).shapes);
  }
  return (benign = shapes);
}

/**
 * Fails if the feed did any harm; returns the shapes in the list.
 * @param {Page} page @param {string} name @param {string[]} unexpectedRequests
 */
async function expectUnharmed(page, name, unexpectedRequests) {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  const { shapes, urls } = await inspect(page);
  expect(urls).toEqual([]);
  expect(await trapped(page)).toEqual([]);
  expect(unexpectedRequests).toEqual([]);
  const longTasks = await page.evaluate(() => /** @type {any} */ (window).longTasks);
  const longest = Math.round(Math.max(0, ...longTasks));
  console.log(`  ${name}: longest task ${longest} ms`);
  expect(longest).toBeLessThan(MAX_TASK);
  return shapes;
}

test("the checks detect an injected script, request, element and long task", async ({ page, site, unexpectedRequests, expectedConsole }) => {
  expectedConsole.push(/404/);
  await showFeed(page, site, [JSON.stringify(BENIGN_ARTICLES)]);
  const { shapes } = await inspect(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  await list(page).evaluate((element) => {
    const card = /** @type {Element} */ (element.shadowRoot?.querySelector("[part~=card-excerpt]"));
    card.innerHTML = '<img src="x" onerror="trap(1)"><svg onload="trap(2)"></svg><a href="java\tscript:trap(3)">a</a><iframe src="https://forbidden.example/"></iframe>';
    // In a task of the page itself: browsers do not always report those of a debugger.
    setTimeout(() => {
      const until = performance.now() + 200;
      while (performance.now() < until);
    });
  });
  await expect.poll(() => trapped(page)).toContain("1");
  await expect.poll(() => unexpectedRequests.length).toBeGreaterThan(1);
  const after = await inspect(page);
  expect(after.urls).toHaveLength(1);
  expect(after.shapes.filter((shape) => !shapes.includes(shape))).toEqual(
    expect.arrayContaining(["img.", "img onerror", "svg.", "svg onload", "a.", "iframe.", "iframe src"]));
  await expect.poll(() => page.evaluate(() => Math.max(0, .../**  @type {any} */ (window).longTasks))).toBeGreaterThan(150);
});

test.describe("small feeds", () => {
  for (const [name, { feed: document, attributes, check }] of Object.entries(SMALL_FEEDS)) {
    test(name, async ({ page, site, unexpectedRequests }) => {
      const ownShapes = await benignShapes(page, site);
      await showFeed(page, site, document(), attributes);
      const found = await onElement(page, (element) => ({ status: element.status, total: element.results.total, ids: element.results.ids, diagnostics: element.diagnostics.map(({ path, message }) => `${path}: ${message}`), facetCounts: element.facetCounts }));
      await check?.(found, page);
      await expectUnharmed(page, name, unexpectedRequests);
      await operate(page);
      const shapes = await expectUnharmed(page, name, unexpectedRequests);
      expect(shapes.filter((shape) => !ownShapes.includes(shape))).toEqual([]);
    });
  }
});

test.describe("large feeds", () => {
  // One after the other, so that they do not slow each other down.
  test.describe.configure({ mode: "default" });
  for (const [name, { feed: document, attributes, check }] of Object.entries(LARGE_FEEDS)) {
    test(name, async ({ page, site, unexpectedRequests }) => {
      await showFeed(page, site, document(), attributes);
      const found = await onElement(page, (element) => ({ status: element.status, total: element.results.total, ids: element.results.ids.slice(0, 3), diagnostics: element.diagnostics.slice(0, 3).map(({ path, message }) => `${path}: ${message}`), facetCounts: {} }));
      await check?.(found, page);
      await expectUnharmed(page, `${name}, shown`, unexpectedRequests);
      await operate(page);
      await expectUnharmed(page, `${name}, used`, unexpectedRequests);
    });
  }
});

test("items with throwing getters and hooks are read safely", async ({ page, site, unexpectedRequests }) => {
  await openPage(page, site, '<article-cards label="News" facets="topics,constructor"></article-cards>');
  const found = await onElement(page, async (element) => {
    const trap = /** @type {any} */ (window).trap;
    const thrower = { id: "thrower", title: "Thrower", get excerpt() { throw new Error("no"); }, get webUrl() { return "javascript:trap(1)"; } };
    const text = { id: "text", title: { toString: () => trap("toString") }, name: "Text", topics: ["__proto__", "constructor"] };
    const json = { id: "json", title: "JSON", toJSON: () => trap("toJSON") };
    const inherited = Object.assign(Object.create({ title: "of the prototype" }), { id: "made" });
    element.mapping = JSON.parse('{"__proto__": "constructor", "constructor": "__proto__", "toString": "toString"}');
    element.items = [thrower, text, json, inherited, new Date(), () => trap("called"), Symbol("s"), 7n];
    await element.updateComplete;
    const counts = element.facetCounts;
    return { status: element.status, ids: element.results.ids, own: Object.keys(counts), prototype: Object.getPrototypeOf(counts) === Object.prototype };
  });
  expect(found).toMatchObject({ status: "ready", prototype: true, own: ["topics", "constructor"] });
  expect(found.ids).toEqual(expect.arrayContaining(["thrower", "text", "json"]));
  expect(await page.evaluate(() => "any" in {} || "title" in {} || "items" in {})).toBe(false);
  await expectUnharmed(page, "JavaScript objects", unexpectedRequests);
});

test("cyclic items are rejected with an error, and the element keeps working", async ({ page, site, unexpectedRequests }) => {
  await openPage(page, site, '<article-cards label="News"></article-cards>');
  const message = await onElement(page, async (element) => {
    /** @type {any} */
    const circle = { id: "circle", title: "Circle" };
    circle.related = [circle, circle];
    circle.provider = circle;
    const message = new Promise((resolve) => element.addEventListener("ac-error", (event) => resolve(/** @type {CustomEvent} */ (event).detail.message), { once: true }));
    element.items = [circle];
    return message;
  });
  expect(message).toMatch(/128/);
  await expectUnharmed(page, "circular JavaScript objects", unexpectedRequests);
  await onElement(page, (element) => void (element.items = [{ id: "good", title: "Good" }]));
  expect(await onElement(page, (element) => element.results.ids)).toEqual(["good"]);
});
