// Load and leak tests. This runs a short version; `cargo xtask load` runs the full one and prints the
// measurements.
import { resourceUsage, trackLayouts, trackWasmMemory } from "./element/resource-usage.js";
import { expect, list, onElement, onElementAt, openHostPage, shownIds, test, waitUntilReady } from "./element/host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const FULL = process.env.LOAD === "full";
const WIDGETS = 100;
const REPLACEMENTS = FULL ? 600 : 40;
const QUERIES = FULL ? 10_000 : 300;

/** Tolerated growth of the module's memory in bytes: less than one of the feeds below takes. */
const TOLERANCE = 8 * 65_536;

const WORDS = ["harbour", "tide", "pier", "gull", "storm", "open", "ai", "security", "naïve", "Ebbe", "潮"];
const TOPICS = ["Sea", "Wind", "Rain", "Sun", "Fog", "Ice"];

/**
 * Returns articles, different ones for each version.
 * @param {number} version
 * @param {number} [length]
 */
const feed = (version, length = 1000) =>
  Array.from({ length }, (_, n) => {
    const number = version * 7 + n;
    const word = (/** @type {number} */ at) => WORDS[(number * 31 + at * 17) % WORDS.length];
    return {
      id: `a${number}`,
      title: `${word(1)} ${word(2)} ${number}`,
      excerpt: [3, 4, 5, 6, 7].map(word).join(" "),
      webUrl: `https://news.example/${number}`,
      publishedDateTime: new Date(1.6e12 + number * 3.6e6).toISOString(),
      topics: TOPICS.filter((_, at) => (number >> at) & 1),
      provider: { name: `Provider ${number % 9}` },
      images: number % 3 ? [] : [{ url: `https://img.example/${number}.png`, width: 16, height: 9 }],
    };
  });

/** Returns the longest task since the last call, in milliseconds. @param {Page} page */
const longestTask = (page) =>
  page.evaluate(() => {
    const all = /** @type {number[]} */ (/** @type {any} */ (window).tasks.splice(0));
    return Math.round(Math.max(0, ...all));
  });

/** Prints measurements of the full version. @param {string} what @param {object} measurements */
function report(what, measurements) {
  if (FULL) console.log(`${what}: ${JSON.stringify(measurements)}`);
}

test.beforeEach(async ({ page }) => {
  if (FULL) test.setTimeout(30 * 60_000);
  await trackWasmMemory(page);
  await page.addInitScript(() => {
    /** @type {number[]} */
    const tasks = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((entries) => tasks.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
});

test("a hundred lists on a page are independent", async ({ page }) => {
  await page.route("**/host/many.json*", (route) => {
    const { search } = new URL(route.request().url());
    return route.fulfill({ json: feed(Number(search.slice(1)), 50) });
  });
  const lists = Array.from({ length: WIDGETS }, (_, n) => `<article-cards id="l${n}" src="many.json?${n}" page-size="2" url-state="l${n}-" facets="topics"></article-cards>`);
  const countLayouts = await trackLayouts(page);
  await openHostPage(page, lists.join(""), { query: "?l3-q=tide" });
  const start = Date.now();
  // In one evaluation: a Playwright call for each list would take longer than the lists themselves.
  await page.evaluate(() => Promise.all([...document.querySelectorAll("article-cards")].map((one) => one.ready)));
  const took = Date.now() - start;
  // Each list measures when it mounts. Their first paints measure together, and so do their exchanges.
  const layouts = await countLayouts();
  expect(layouts).toBeLessThan(1.75 * WIDGETS);
  const ids = await page.evaluate(() => [...document.querySelectorAll("article-cards")].map((one) => one.results.ids.length));
  expect(ids.filter((length) => length === 0)).toEqual([]);
  await onElementAt(page, "#l7", (element) => element.search("storm"));
  const found = await page.evaluate(() => [...document.querySelectorAll("article-cards")].filter((one) => one.results.total < 50).map(({ id }) => id));
  expect(found).toEqual(["l3", "l7"]);
  await list(page, "#l99").locator("[part~=more-button]").click();
  await expect.poll(() => shownIds(page, "#l99")).toHaveLength(4);
  expect(await shownIds(page, "#l98")).toHaveLength(2);
  const modules = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length);
  expect(modules).toBe(1);
  report("a hundred lists", { took, layouts, ...await resourceUsage(page), longestTask: await longestTask(page) });
});

test("replacing the feed repeatedly leaks nothing", async ({ page }) => {
  let version = 0;
  await page.route("**/host/news.json*", (route) => route.fulfill({ json: feed(version) }));
  await openHostPage(page, '<article-cards src="news.json" url-state></article-cards>');
  await waitUntilReady(page);
  const replace = async () => {
    version += 1;
    await onElement(page, (element, version) => (version % 2 ? element.load(`news.json?${version}`) : element.load()), version);
    // The newest article is the first.
    expect((await shownIds(page))[0]).toBe(`a${version * 7 + 999}`);
    await page.waitForTimeout(FULL ? 1000 : 0);
  };
  while (version < 20) await replace();
  const before = await resourceUsage(page);
  await longestTask(page);
  while (version < 20 + REPLACEMENTS) await replace();
  const after = await resourceUsage(page);
  report(`replaced ${REPLACEMENTS} times`, { before, after, longestTask: await longestTask(page) });
  expect(after.wasmMemory - before.wasmMemory).toBeLessThanOrEqual(TOLERANCE);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
  expect(after.heap).toBeLessThan(before.heap * 1.2 + 1e6);
});

test("repeated queries do not grow memory", async ({ page }) => {
  test.slow();
  await page.route("**/host/news.json", (route) => route.fulfill({ json: feed(1) }));
  await openHostPage(page, '<article-cards src="news.json"></article-cards>');
  await waitUntilReady(page);
  /** Runs queries of all kinds, one after the other. @param {number} from @param {number} to */
  const runQueries = (from, to) =>
    onElement(page, async (element, { from, to, WORDS, TOPICS }) => {
      const totals = new Set();
      const pick = (/** @type {string[]} */ all, /** @type {number} */ at) => all[at % all.length] ?? "";
      for (let at = from; at < to; at++) {
        const word = pick(WORDS, at * 7);
        const query = [word, word.slice(0, 2), `"${word} ${pick(WORDS, at)}"`, `${word} -${pick(WORDS, at * 3)}`, "", `${word.slice(0, -1)}x`][at % 6];
        const filters = at % 4 ? { topics: { any: [pick(TOPICS, at)], none: at % 3 ? [] : [pick(TOPICS, at + 1)] } } : {};
        element.state = { query, filters, sort: ["", "-title", "provider", "publishedDateTime"][at % 4], page: 1 + (at % 3) };
        await element.updateComplete;
        totals.add(element.results.total);
        // Without a pause all queries would be one task.
        await new Promise((resolve) => setTimeout(resolve));
      }
      return totals.size;
    }, { from, to, WORDS, TOPICS });
  // Both measurements must see the same cards on screen.
  const reset = () => onElement(page, (element) => void (element.state = {}));
  expect(await runQueries(0, 200)).toBeGreaterThan(10);
  await reset();
  const before = await resourceUsage(page);
  await longestTask(page);
  for (let at = 0; at < QUERIES; at += 100) await runQueries(at, at + 100);
  await reset();
  const after = await resourceUsage(page);
  report(`${QUERIES} queries`, { before, after, longestTask: await longestTask(page) });
  expect(after.wasmMemory - before.wasmMemory).toBeLessThanOrEqual(TOLERANCE);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
  expect(after.heap).toBeLessThan(before.heap * 1.2 + 1e6);
});
