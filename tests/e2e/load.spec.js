// Much of everything: a part of it here, all of it by `cargo xtask load`, which prints what it measured.
import { held, watchMemory } from "./element/held.js";
import { expect, list, on, onOne, open, ready, shown, test } from "./element/host.js";

/** @typedef {import("@playwright/test").Page} Page */

const FULL = process.env.LOAD === "full";
const WIDGETS = 100;
const REPLACED = FULL ? 600 : 40;
const QUERIES = FULL ? 10_000 : 300;

/** By so many bytes the module's memory may grow by chance: less than one of the feeds below takes. */
const MORE = 8 * 65_536;

const WORDS = ["harbour", "tide", "pier", "gull", "storm", "open", "ai", "security", "naïve", "Ebbe", "潮"];
const TOPICS = ["Sea", "Wind", "Rain", "Sun", "Fog", "Ice"];

/**
 * A thousand articles, others each time.
 * @param {number} time
 */
const feed = (time) =>
  Array.from({ length: 1000 }, (_, n) => {
    const number = time * 7 + n;
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

/** The longest that the page stood still, in milliseconds, since it was last asked. @param {Page} page */
const longest = (page) =>
  page.evaluate(() => {
    const all = /** @type {number[]} */ (/** @type {any} */ (window).tasks.splice(0));
    return Math.round(Math.max(0, ...all));
  });

/** @param {string} what @param {object} measured */
function tell(what, measured) {
  if (FULL) console.log(`${what}: ${JSON.stringify(measured)}`);
}

test.beforeEach(async ({ page }) => {
  if (FULL) test.setTimeout(30 * 60_000);
  await watchMemory(page);
  await page.addInitScript(() => {
    /** @type {number[]} */
    const tasks = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((entries) => tasks.push(...entries.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });
  });
});

test("a hundred lists on a page keep apart", async ({ page }) => {
  await page.route("**/host/many.json*", (route) => {
    const { search } = new URL(route.request().url());
    return route.fulfill({ json: feed(Number(search.slice(1))).slice(0, 50) });
  });
  const lists = Array.from({ length: WIDGETS }, (_, n) => `<article-cards id="l${n}" src="many.json?${n}" page-size="2" url-state="l${n}-" facets="topics"></article-cards>`);
  await open(page, lists.join(""), { query: "?l3-q=tide" });
  const begin = Date.now();
  // In the page: what the tests look at is written down each time, which takes longer than all else here.
  await page.evaluate(() => Promise.all([...document.querySelectorAll("article-cards")].map((one) => one.ready)));
  const took = Date.now() - begin;
  const ids = await page.evaluate(() => [...document.querySelectorAll("article-cards")].map((one) => one.results.ids.length));
  expect(ids.filter((length) => length === 0)).toEqual([]);
  await onOne(page, "#l7", (element) => element.search("storm"));
  const found = await page.evaluate(() => [...document.querySelectorAll("article-cards")].filter((one) => one.results.total < 50).map(({ id }) => id));
  expect(found).toEqual(["l3", "l7"]);
  await list(page, "#l99").locator("[part~=more-button]").click();
  await expect.poll(() => shown(page, "#l99")).toHaveLength(4);
  expect(await shown(page, "#l98")).toHaveLength(2);
  const modules = await page.evaluate(() => performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".wasm")).length);
  expect(modules).toBe(1);
  tell("a hundred lists", { took, ...await held(page), longest: await longest(page) });
});

test("a feed that is replaced again and again leaves nothing behind", async ({ page }) => {
  let times = 0;
  await page.route("**/host/news.json*", (route) => route.fulfill({ json: feed(times) }));
  await open(page, '<article-cards src="news.json" url-state></article-cards>');
  await ready(page);
  const replace = async () => {
    times += 1;
    await on(page, (element, times) => (times % 2 ? element.load(`news.json?${times}`) : element.load()), times);
    // The newest are first.
    expect((await shown(page))[0]).toBe(`a${times * 7 + 999}`);
    await page.waitForTimeout(FULL ? 1000 : 0);
  };
  while (times < 20) await replace();
  const before = await held(page);
  await longest(page);
  while (times < 20 + REPLACED) await replace();
  const after = await held(page);
  tell(`replaced ${REPLACED} times`, { before, after, longest: await longest(page) });
  expect(after.memory - before.memory).toBeLessThanOrEqual(MORE);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
  expect(after.heap).toBeLessThan(before.heap * 1.2 + 1e6);
});

test("query after query takes no more memory", async ({ page }) => {
  await page.route("**/host/news.json", (route) => route.fulfill({ json: feed(1) }));
  await open(page, '<article-cards src="news.json"></article-cards>');
  await ready(page);
  /** Asks in turn for all kinds of things, and waits for what is drawn. @param {number} from @param {number} to */
  const ask = (from, to) =>
    on(page, async (element, { from, to, WORDS, TOPICS }) => {
      const totals = new Set();
      const pick = (/** @type {string[]} */ all, /** @type {number} */ at) => all[at % all.length] ?? "";
      for (let at = from; at < to; at++) {
        const word = pick(WORDS, at * 7);
        const query = [word, word.slice(0, 2), `"${word} ${pick(WORDS, at)}"`, `${word} -${pick(WORDS, at * 3)}`, "", `${word.slice(0, -1)}x`][at % 6];
        const filters = at % 4 ? { topics: { any: [pick(TOPICS, at)], none: at % 3 ? [] : [pick(TOPICS, at + 1)] } } : {};
        element.state = { query, filters, sort: ["", "-title", "provider", "publishedDateTime"][at % 4], page: 1 + (at % 3) };
        await element.updateComplete;
        totals.add(element.results.total);
        // Else all of them were one task.
        await new Promise((done) => setTimeout(done));
      }
      return totals.size;
    }, { from, to, WORDS, TOPICS });
  // What is on screen counts, and must be the same.
  const rest = () => on(page, (element) => void (element.state = {}));
  expect(await ask(0, 200)).toBeGreaterThan(10);
  await rest();
  const before = await held(page);
  await longest(page);
  for (let at = 0; at < QUERIES; at += 100) await ask(at, at + 100);
  await rest();
  const after = await held(page);
  tell(`${QUERIES} queries`, { before, after, longest: await longest(page) });
  expect(after.memory - before.memory).toBeLessThanOrEqual(MORE);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes - before.nodes).toBeLessThanOrEqual(50);
  expect(after.heap).toBeLessThan(before.heap * 1.2 + 1e6);
});
