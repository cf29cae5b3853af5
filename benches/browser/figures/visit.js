// @ts-check
// (e) Visits over a slow network: the time of the first cards, the largest contentful paint, the search
// field, and layout shifts; with an empty and with a warm cache.
import { PAGES, VISITS, describeVisit } from "../visit-pages.js";
import { rounds } from "../rounds.js";
import { PAGE_SIZE } from "../session.js";
import { summary } from "../statistics.js";

/** @typedef {{ cards: number, search: number, largest: number, shifts: number }} Times */

/** Returns a slow mobile network. @param {number} megabits */
const network = (megabits) => ({ offline: false, latency: 150, downloadThroughput: (megabits * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 });

/** The time after the cards in which layout shifts count, in milliseconds. */
const AFTERWARDS = 700;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function visit(bench) {
  const keys = Object.keys(VISITS).slice(0, bench.settings.quick ? 1 : undefined);
  /** @type {Record<string, object>} */
  const measured = {};
  for (const key of keys) measured[key] = await measure(bench, VISITS[key]);
  return measured;
}

/**
 * @param {import("../run.js").Bench} bench
 * @param {import("../visit-pages.js").Visit} visit
 * @returns {Promise<Record<string, object>>} by page
 */
async function measure({ browser, address, settings, say }, visit) {
  const pages = Object.keys(PAGES)
    .map((key) => ({ key }))
    .filter(({ key }) => key.startsWith("ours") || !settings.peers || settings.peers.has(key));
  const results = await rounds(pages, settings.quick, async ({ key }) => {
    const context = await browser.newContext({ viewport: { width: 412, height: 915 } });
    try {
      const url = `${address}visit/${visit.size}/${key}.html`;
      const first = await open(context, url, visit);
      const again = await open(context, url, visit);
      say(`${describeVisit(visit)}, ${PAGES[key].label}: cards after ${Math.round(first.cards)} ms, again after ${Math.round(again.cards)} ms`);
      return { first, again };
    } finally {
      await context.close();
    }
  });
  const summarise = (/** @type {Times[]} */ visits) => ({
    cards: summary(visits.map(({ cards }) => cards)),
    search: summary(visits.map(({ search }) => search)),
    largest: summary(visits.map(({ largest }) => largest)),
    shifts: summary(visits.map(({ shifts }) => shifts)),
  });
  return Object.fromEntries(
    pages.map(({ key }) => {
      const runs = results.get(key) ?? [];
      return [key, { first: summarise(runs.map(({ first }) => first)), again: summarise(runs.map(({ again }) => again)) }];
    }),
  );
}

/**
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} address
 * @param {import("../visit-pages.js").Visit} visit
 * @returns {Promise<Times>}
 */
async function open(context, address, { megabits }) {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", network(megabits));
    await page.addInitScript(watch, PAGE_SIZE);
    await page.goto(address);
    const isComplete = () => (({ cards, search }) => cards > 0 && search > 0)(/** @type {any} */ (window).visit);
    await page.waitForFunction(isComplete, undefined, { polling: 100 });
    await page.waitForTimeout(AFTERWARDS);
    return await page.evaluate(() => /** @type {any} */ (window).visit);
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page before its scripts: records the times of the visit.
 * @param {number} count
 */
function watch(count) {
  const visit = { cards: 0, search: 0, largest: 0, shifts: 0 };
  Object.assign(window, { visit });
  /** @param {"cards" | "search"} what @param {string} selector @param {number} minimum */
  const waitFor = (what, selector, minimum) => {
    const root = document.querySelector("article-cards")?.shadowRoot;
    const found = [root, document].map((root) => root?.querySelectorAll(selector).length ?? 0);
    if (Math.max(...found) < minimum) return void requestAnimationFrame(() => waitFor(what, selector, minimum));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (visit[what] = performance.now());
    // The message arrives after this frame has been painted.
    port2.postMessage(undefined);
  };
  requestAnimationFrame(() => waitFor("cards", ".ac-card", count));
  requestAnimationFrame(() => waitFor("search", "input[type=search]", 1));
  new PerformanceObserver((list) => (visit.largest = list.getEntries().at(-1)?.startTime ?? 0)).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) visit.shifts += /** @type {PerformanceEntry & { value: number }} */ (entry).value;
  }).observe({ type: "layout-shift", buffered: true });
}
