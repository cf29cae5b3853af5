// Feeds that mean harm: nothing of them runs, leaves, breaks out of its place or stops the page.
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createServer } from "node:http";
import { extname } from "node:path";
import { Readable } from "node:stream";
import { list, on, ready } from "./element/host.js";
import { BIG, ODD, PICTURES, TAME } from "./hostile.js";
import { expect, test as base } from "./page.js";

/** The longest that the page may stand still, in milliseconds: a second, on a machine that is left to itself. */
const STILL = 3_000;

/** The pictures that an address may hold itself. */
const PICTURE = /^data:image\/(png|jpeg|webp|gif|avif)[;,]/i;

/** @typedef {import("@playwright/test").Page} Page */

/** @typedef {{ origin: string, markup: string, feed: Iterable<string | Buffer> }} Site */

/**
 * `site`: a page, the package and a feed that comes in pieces, from a server of their own: what large feeds are made of
 * is never held as a whole. `reached`: what was asked for beside these and pictures.
 * @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs
 *   & import("@playwright/test").PlaywrightTestOptions & { expected: RegExp[], site: Site, reached: string[] },
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>}
 */
const test = /** @type {any} */ (base).extend({
  site: async (/** @type {{}} */ {}, /** @type {any} */ use) => {
    /** @type {Site} */
    const site = { origin: "", markup: "", feed: [] };
    const server = createServer((request, response) => {
      const path = request.url ?? "";
      /** @param {string} type @param {Readable} body */
      const answer = (type, body) => body.pipe(response.setHeader("content-type", type));
      if (path === "/") return answer("text/html; charset=utf-8", Readable.from([site.markup]));
      if (path === "/feed.json") return answer("application/json", Readable.from(site.feed, { objectMode: false }));
      const type = { ".js": "text/javascript", ".wasm": "application/wasm" }[extname(path)];
      if (/^\/pkg\/[\w./-]+$/.test(path) && type) return answer(type, createReadStream(new URL(`../..${path}`, import.meta.url)));
      response.writeHead(404).end();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    site.origin = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
    await use(site);
    server.closeAllConnections();
    server.close();
  },
  reached: async (/** @type {{ page: Page, site: Site }} */ { page, site }, /** @type {any} */ use) => {
    /** @type {string[]} */
    const reached = [];
    page.on("request", (request) => {
      const url = new URL(request.url());
      const isOurs = url.origin === site.origin && /^\/(pkg\/.*|feed\.json|)$/.test(url.pathname);
      const isPicture = url.hostname === PICTURES || PICTURE.test(url.href) || url.href === "data:,";
      if (!isOurs && !isPicture) reached.push(url.href.slice(0, 100));
    });
    await use(reached);
  },
  page: async (/** @type {{ page: Page }} */ { page }, /** @type {any} */ use) => {
    await page.addInitScript(() => {
      /** @type {string[]} */
      const trapped = [];
      /** @type {number[]} */
      const stalls = [];
      Object.assign(window, { trapped, stalls, trap: (/** @type {string} */ what) => void trapped.push(String(what)) });
      new PerformanceObserver((tasks) => stalls.push(...tasks.getEntries().map(({ duration }) => duration))).observe({ type: "longtask", buffered: true });
    });
    await use(page);
  },
});

/** What of a feed runs: all of them call this. @param {Page} page */
const trapped = (page) => page.evaluate(() => /** @type {any} */ (window).trapped);

/**
 * The shapes of all elements of the list: names, classes and attributes, by which those of the feed would stand out; and
 * addresses that should not be there.
 * @param {Page} page
 */
const look = (page) =>
  list(page).evaluate((element, picture) => {
    const isPicture = new RegExp(picture, "i");
    const URLS = ["href", "src", "srcset", "action", "formaction", "poster", "data", "ping", "cite", "background", "xlink:href", "srcdoc"];
    const shapes = new Set();
    /** @type {string[]} */
    const addresses = [];
    for (const one of element.shadowRoot?.querySelectorAll("*") ?? []) {
      const names = one.getAttributeNames();
      shapes.add(`${one.localName}.${(one.getAttribute("class") ?? "").split(" ")[0]}`);
      for (const name of names) {
        shapes.add(`${one.localName} ${name}`);
        const value = one.getAttribute(name) ?? "";
        if (name === "style" && /url\(/i.test(value)) addresses.push(value.slice(0, 100));
        if (!URLS.includes(name)) continue;
        const { protocol } = new URL(value, location.href);
        const isImage = one.localName === "img" && isPicture.test(value);
        if (protocol !== "http:" && protocol !== "https:" && !isImage) addresses.push(`${one.localName} ${name}=${value.slice(0, 100)}`);
      }
    }
    return { shapes: [...shapes], addresses };
  }, PICTURE.source);

/** All that a reader may do. @param {Page} page */
async function use(page) {
  const news = list(page);
  for (const selector of ["[part~=card-related] summary", ".ac-x-more-related", ".ac-x-more-topics", "[part~=facet-more]", "[part~=facet-label]"]) {
    const found = news.locator(selector).filter({ visible: true });
    for (const one of (await found.all()).slice(0, 3)) await one.click({ timeout: 1_000 }).catch(() => undefined);
  }
  await on(page, (element) => element.search("tide trap"));
  await on(page, (element) => element.search(""));
  const topic = news.locator("[part~=card-topics] button").first();
  if (await topic.count()) await topic.click();
  await on(page, (element) => element.clearFilters());
  await on(page, (element) => void (element.sort = "title,provider"));
  await on(page, (element) => element.loadMore());
}

/** @param {Page} page @param {Site} site @param {string} markup */
async function open(page, site, markup) {
  site.markup = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
    <h1>News</h1>${markup}<script type="module" src="/pkg/define.js"></script>`;
  await page.goto(site.origin);
}

/** A page with the list of a feed. @param {Page} page @param {Site} site @param {Iterable<string | Buffer>} feed @param {string} [attributes] */
async function show(page, site, feed, attributes = "") {
  site.feed = feed;
  await open(page, site, `<article-cards src="/feed.json" with-scores label="News" page-size="60" ${attributes}></article-cards>`);
  await ready(page);
}

/** @type {string[] | undefined} */
let known;

/** The shapes of the list's own elements: full, empty and broken. @param {Page} page @param {Site} site */
async function ours(page, site) {
  if (known) return known;
  const shapes = [];
  for (const feed of [JSON.stringify(TAME), "[]", "{"]) {
    await show(page, site, [feed]);
    await use(page);
    shapes.push(...(await look(page)).shapes);
  }
  return (known = shapes);
}

/** @param {Page} page @param {string} name @param {string[]} reached */
async function unharmed(page, name, reached) {
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  const { shapes, addresses } = await look(page);
  expect(addresses).toEqual([]);
  expect(await trapped(page)).toEqual([]);
  expect(reached).toEqual([]);
  const stalls = await page.evaluate(() => /** @type {any} */ (window).stalls);
  const longest = Math.round(Math.max(0, ...stalls));
  console.log(`  ${name}: stood still for ${longest} ms at the longest`);
  expect(longest).toBeLessThan(STILL);
  return shapes;
}

test("what these tests look for is found where it is", async ({ page, site, reached, expected }) => {
  expected.push(/404/);
  await show(page, site, [JSON.stringify(TAME)]);
  const { shapes } = await look(page);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
  await list(page).evaluate((element) => {
    const card = /** @type {Element} */ (element.shadowRoot?.querySelector("[part~=card-excerpt]"));
    card.innerHTML = '<img src="x" onerror="trap(1)"><svg onload="trap(2)"></svg><a href="java\tscript:trap(3)">a</a><iframe src="https://forbidden.example/"></iframe>';
    // In a task of the page itself: of those of a debugger browsers do not always tell.
    setTimeout(() => {
      const until = performance.now() + 200;
      while (performance.now() < until);
    });
  });
  await expect.poll(() => trapped(page)).toContain("1");
  await expect.poll(() => reached.length).toBeGreaterThan(1);
  const after = await look(page);
  expect(after.addresses).toHaveLength(1);
  expect(after.shapes.filter((shape) => !shapes.includes(shape))).toEqual(
    expect.arrayContaining(["img.", "img onerror", "svg.", "svg onload", "a.", "iframe.", "iframe src"]));
  await expect.poll(() => page.evaluate(() => Math.max(0, .../**  @type {any} */ (window).stalls))).toBeGreaterThan(150);
});

test.describe("feeds that are small", () => {
  for (const [name, { feed: document, attributes, check }] of Object.entries(ODD)) {
    test(name, async ({ page, site, reached }) => {
      const tame = await ours(page, site);
      await show(page, site, document(), attributes);
      const found = await on(page, (element) => ({ status: element.status, total: element.results.total, ids: element.results.ids, diagnostics: element.diagnostics.map(({ path, message }) => `${path}: ${message}`), facetCounts: element.facetCounts }));
      await check?.(found, page);
      await unharmed(page, name, reached);
      await use(page);
      const shapes = await unharmed(page, name, reached);
      expect(shapes.filter((shape) => !tame.includes(shape))).toEqual([]);
    });
  }
});

test.describe("feeds that are large", () => {
  // One after the other, so that none takes the time of another.
  test.describe.configure({ mode: "default" });
  for (const [name, { feed: document, attributes, check }] of Object.entries(BIG)) {
    test(name, async ({ page, site, reached }) => {
      await show(page, site, document(), attributes);
      const found = await on(page, (element) => ({ status: element.status, total: element.results.total, ids: element.results.ids.slice(0, 3), diagnostics: element.diagnostics.slice(0, 3).map(({ path, message }) => `${path}: ${message}`), facetCounts: {} }));
      await check?.(found, page);
      await unharmed(page, `${name}, shown`, reached);
      await use(page);
      await unharmed(page, `${name}, used`, reached);
    });
  }
});

test("objects of a script that throw, and count what they are asked", async ({ page, site, reached }) => {
  await open(page, site, '<article-cards label="News" facets="topics,constructor"></article-cards>');
  const found = await on(page, async (element) => {
    const trap = /** @type {any} */ (window).trap;
    const thrower = { id: "thrower", title: "Thrower", get excerpt() { throw new Error("no"); }, get webUrl() { return "javascript:trap(1)"; } };
    const text = { id: "text", title: { toString: () => trap("toString") }, name: "Text", topics: ["__proto__", "constructor"] };
    const json = { id: "json", title: "JSON", toJSON: () => trap("toJSON") };
    const list = Object.assign(Object.create({ title: "of the prototype" }), { id: "made" });
    element.mapping = JSON.parse('{"__proto__": "constructor", "constructor": "__proto__", "toString": "toString"}');
    element.items = [thrower, text, json, list, new Date(), () => trap("called"), Symbol("s"), 7n];
    await element.updateComplete;
    const counts = element.facetCounts;
    return { status: element.status, ids: element.results.ids, own: Object.keys(counts), prototype: Object.getPrototypeOf(counts) === Object.prototype };
  });
  expect(found).toMatchObject({ status: "ready", prototype: true, own: ["topics", "constructor"] });
  expect(found.ids).toEqual(expect.arrayContaining(["thrower", "text", "json"]));
  expect(await page.evaluate(() => "any" in {} || "title" in {} || "items" in {})).toBe(false);
  await unharmed(page, "objects of a script", reached);
});

test("objects of a script that lead in circles cost the list of items, and nothing else", async ({ page, site, reached }) => {
  await open(page, site, '<article-cards label="News"></article-cards>');
  const message = await on(page, async (element) => {
    /** @type {any} */
    const circle = { id: "circle", title: "Circle" };
    circle.related = [circle, circle];
    circle.provider = circle;
    const heard = new Promise((done) => element.addEventListener("ac-error", (event) => done(/** @type {CustomEvent} */ (event).detail.message), { once: true }));
    element.items = [circle];
    return heard;
  });
  expect(message).toMatch(/128/);
  await unharmed(page, "circles", reached);
  await on(page, (element) => void (element.items = [{ id: "good", title: "Good" }]));
  expect(await on(page, (element) => element.results.ids)).toEqual(["good"]);
});
