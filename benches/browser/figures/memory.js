// @ts-check
// (f) The memory of an engine with its feed, of the module and of scripts, once loaded and after many
// queries. A module's memory never shrinks, so it is the peak; garbage of scripts is collected before
// measuring.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { withFreshPage } from "../browser.js";
import { TARGET } from "../bundles.js";
import { ENGINES, selectPeers } from "../competitors.js";
import { sizesFor } from "../settings.js";
import { FIRST, session } from "../session.js";

/** @typedef {{ module: number, scripts: number, total: number }} Memory */

const QUERIES = 1_000;

/** The time after which no more queries are run, in milliseconds. */
const TIME_LIMIT = { quick: 5_000, full: 20_000 };

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function memory({ browser, address, settings, say }) {
  const watch = readFileSync(join(TARGET, "bundles", "in-page", "memory.js"), "utf8");
  const timeLimit = settings.quick ? TIME_LIMIT.quick : TIME_LIMIT.full;
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of sizesFor(settings, "f")) {
    const feed = statSync(join(TARGET, "feeds", `${size}.json`)).size;
    /** @type {Record<string, object>} */
    const byEngine = {};
    for (const { key, label, file, options } of selectPeers(ENGINES, settings.peers).filter(({ key }) => key !== "ours-counts")) {
      byEngine[key] = await withFreshPage(browser, `${address}blank.html`, async (page) => {
        await page.evaluate((script) => (0, eval)(script), watch);
        const session = await page.context().newCDPSession(page);
        const before = await measure(page, session);
        await load(page, { file, options, size });
        const loaded = await measure(page, session);
        const queries = await runQueries(page, timeLimit);
        const afterQueries = await measure(page, session);
        const sinceStart = (/** @type {Memory} */ now) => ({ module: now.module - before.module, scripts: now.scripts - before.scripts, total: now.total - before.total });
        return { loaded: sinceStart(loaded), asked: sinceStart(afterQueries), queries };
      });
      say(`${size} articles, ${label}: memory`);
    }
    bySize[size] = { feed, engines: byEngine };
  }
  return bySize;
}

/**
 * @param {import("../browser.js").Page} page
 * @param {import("@playwright/test").CDPSession} session
 * @returns {Promise<Memory>}
 */
async function measure(page, session) {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const module = await page.evaluate(() => /** @type {{ moduleBytes(): number }} */ (/** @type {unknown} */ (window)).moduleBytes());
  /** @type {any} */
  const usage = await session.send("Runtime.getHeapUsage");
  // The backing storage of arrays includes the module's memory.
  const backing = Math.max(0, (usage.backingStorageSize ?? 0) - module);
  const scripts = usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + backing;
  return { module, scripts, total: module + scripts };
}

/**
 * @param {import("../browser.js").Page} page
 * @param {{ file: string, options: object | undefined, size: number }} what
 */
const load = (page, what) =>
  page.evaluate(
    async ({ file, options, size, first }) => {
      const address = `/bundles/competitors/${file}`;
      const { open, prepare } = await import(address);
      await prepare?.();
      const engine = await open(new Uint8Array(await (await fetch(`/feeds/${size}.json`)).arrayBuffer()), options);
      for (const question of Object.values(first)) await engine.query(question);
      Object.assign(window, { engine });
    },
    { ...what, first: FIRST },
  );

/**
 * @param {import("../browser.js").Page} page
 * @param {number} timeLimit
 * @returns {Promise<number>} the number of queries run
 */
const runQueries = (page, timeLimit) =>
  page.evaluate(
    async ({ questions, limit, timeLimit }) => {
      const { engine } = /** @type {{ engine: { query(question: object): unknown } }} */ (/** @type {unknown} */ (window));
      const start = performance.now();
      let count = 0;
      while (count < limit && performance.now() - start < timeLimit) {
        await engine.query(questions[count % questions.length]);
        count += 1;
        if (count % 50 === 0) await new Promise((done) => setTimeout(done));
      }
      return count;
    },
    { questions: session().map(({ question }) => question), limit: QUERIES, timeLimit },
  );
