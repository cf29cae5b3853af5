// @ts-check
// (e) A visit over a slow network, with a feed of twenty articles: the time of the first cards, the
// largest contentful paint, the search field, and layout shifts; with an empty and with a warm cache.
import { PAGES } from "../visit-pages.js";
import { rounds } from "../rounds.js";
import { PAGE_SIZE } from "../session.js";
import { summary } from "../statistics.js";

/** @typedef {{ cards: number, search: number, largest: number, shifts: number }} Visit */

/** A slow mobile network. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };

/** The time after the cards in which layout shifts count, in milliseconds. */
const AFTERWARDS = 700;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function visit({ browser, address, settings, say }) {
  const pages = Object.keys(PAGES)
    .map((key) => ({ key }))
    .filter(({ key }) => key.startsWith("ours") || !settings.peers || settings.peers.has(key));
  const results = await rounds(pages, settings.quick, async ({ key }) => {
    const context = await browser.newContext({ viewport: { width: 412, height: 915 } });
    try {
      const first = await open(context, `${address}visit/${key}.html`);
      const again = await open(context, `${address}visit/${key}.html`);
      say(`${PAGES[key].label}: cards after ${Math.round(first.cards)} ms, again after ${Math.round(again.cards)} ms`);
      return { first, again };
    } finally {
      await context.close();
    }
  });
  const summarise = (/** @type {Visit[]} */ visits) => ({
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
 * @returns {Promise<Visit>}
 */
async function open(context, address) {
  const page = await context.newPage();
  try {
    const session = await context.newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", NETWORK);
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
