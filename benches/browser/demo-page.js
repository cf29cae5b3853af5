// @ts-check
// The demo page as a first visit loads it, by the measures of Lighthouse: `node demo-page.js`, after
// `cargo xtask demo --build-only`.
import { AxeBuilder } from "@axe-core/playwright";
import { launch } from "./browser.js";
import { serve } from "./serve.js";
import { quantile } from "./statistics.js";

/** How often each kind of visit is measured. */
const RUNS = 5;

/** Over this many milliseconds, a task counts as long. */
const LONG = 50;

/** Lighthouse's slow phone and its fast computer. */
const VISITS = {
  phone: { viewport: { width: 390, height: 844 }, megabits: 1.6, latency: 150, slowdown: 4 },
  computer: { viewport: { width: 1280, height: 900 }, megabits: 10, latency: 40, slowdown: 1 },
};

/** @typedef {{ firstCards: number, largest: number, shift: number, blocked: number, longest: number, bytes: number, requests: number }} Visit */

const server = await serve();
const browser = await launch();
try {
  for (const [name, visit] of Object.entries(VISITS)) {
    /** @type {Visit[]} */
    const all = [];
    for (let run = 0; run < RUNS; run++) all.push(await measure(visit));
    const median = (/** @type {keyof Visit} */ key) => quantile(all.map((one) => one[key]), 0.5);
    console.log(name, JSON.stringify(Object.fromEntries(Object.keys(all[0]).map((key) => [key, median(/** @type {keyof Visit} */ (key))]))));
  }
  console.log("axe", await findings());
} finally {
  await browser.close();
  server.close();
}

/**
 * @param {typeof VISITS.phone} visit
 * @returns {Promise<Visit>}
 */
async function measure({ viewport, megabits, latency, slowdown }) {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const bytesPerSecond = (megabits * 1e6) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
  let [bytes, requests] = [0, 0];
  session.on("Network.requestWillBeSent", () => (requests += 1));
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    const seen = { firstCards: 0, largest: 0, shift: 0, tasks: /** @type {number[]} */ ([]) };
    const observe = (/** @type {string} */ type, /** @type {(entry: any) => void} */ take) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
    observe("largest-contentful-paint", (entry) => (seen.largest = entry.startTime));
    observe("layout-shift", (entry) => (seen.shift += entry.hadRecentInput ? 0 : entry.value));
    observe("longtask", (entry) => seen.tasks.push(entry.duration));
    const look = () => {
      const list = document.querySelector("article-cards")?.shadowRoot;
      if (list?.querySelector("article")) requestAnimationFrame(() => (seen.firstCards = performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(window, { seen });
  });
  try {
    await page.goto(`${server.address}dist/index.html`, { waitUntil: "load" });
    await page.waitForFunction(() => /** @type {any} */ (window).seen.firstCards > 0, undefined, { timeout: 60_000 });
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(2_000);
    const { firstCards, largest, shift, tasks } = await page.evaluate(() => /** @type {any} */ (window).seen);
    const blocked = tasks.reduce((/** @type {number} */ sum, /** @type {number} */ task) => sum + task - LONG, 0);
    const rounded = { firstCards: Math.round(firstCards), largest: Math.round(largest), shift: Number(shift.toFixed(4)) };
    return { ...rounded, blocked: Math.round(blocked), longest: Math.max(0, ...tasks), bytes, requests };
  } finally {
    await context.close();
  }
}

/** Returns what axe finds, in light and dark and on both screens. */
async function findings() {
  const found = [];
  for (const { viewport } of Object.values(VISITS)) {
    for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
      const context = await browser.newContext({ viewport, colorScheme });
      const page = await context.newPage();
      await page.goto(`${server.address}dist/index.html`, { waitUntil: "networkidle" });
      const { violations } = await new AxeBuilder({ page }).analyze();
      found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.length}`));
      await context.close();
    }
  }
  return found;
}
