// @ts-check
// (f) how much memory an engine with its feed keeps: the module's and the scripts', once loaded and
// after many queries. What a module has taken it keeps, so its memory is its peak; what scripts took
// in between is collected before it is measured.
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inPage } from "../browser.js";
import { TARGET } from "../bundles.js";
import { among, ENGINES } from "../competitors.js";
import { sizesFor } from "../settings.js";
import { FIRST, session } from "../session.js";

/** @typedef {{ module: number, scripts: number, total: number }} Memory */

const QUERIES = 1_000;

/** No more queries are begun after so long, in milliseconds. */
const PATIENCE = { quick: 5_000, full: 20_000 };

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function memory({ browser, address, settings, say }) {
  const watch = readFileSync(join(TARGET, "bundles", "in-page", "memory.js"), "utf8");
  const patience = settings.quick ? PATIENCE.quick : PATIENCE.full;
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of sizesFor(settings, "f")) {
    const feed = statSync(join(TARGET, "feeds", `${size}.json`)).size;
    /** @type {Record<string, object>} */
    const told = {};
    for (const { key, label, file, options } of among(ENGINES, settings.peers).filter(({ key }) => key !== "ours-counts")) {
      told[key] = await inPage(browser, `${address}blank.html`, async (page) => {
        await page.evaluate((script) => (0, eval)(script), watch);
        const session = await page.context().newCDPSession(page);
        const before = await measure(page, session);
        await load(page, { file, options, size });
        const loaded = await measure(page, session);
        const queries = await ask(page, patience);
        const asked = await measure(page, session);
        const beside = (/** @type {Memory} */ now) => ({ module: now.module - before.module, scripts: now.scripts - before.scripts, total: now.total - before.total });
        return { loaded: beside(loaded), asked: beside(asked), queries };
      });
      say(`${size} articles, ${label}: memory`);
    }
    bySize[size] = { feed, engines: told };
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
  // A module's memory is told among what backs arrays.
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
      for (const question of Object.values(first)) await engine.ask(question);
      Object.assign(window, { engine });
    },
    { ...what, first: FIRST },
  );

/**
 * @param {import("../browser.js").Page} page
 * @param {number} patience
 * @returns {Promise<number>} how many queries there was time for
 */
const ask = (page, patience) =>
  page.evaluate(
    async ({ questions, most, patience }) => {
      const { engine } = /** @type {{ engine: { ask(question: object): unknown } }} */ (/** @type {unknown} */ (window));
      const start = performance.now();
      let asked = 0;
      while (asked < most && performance.now() - start < patience) {
        await engine.ask(questions[asked % questions.length]);
        asked += 1;
        if (asked % 50 === 0) await new Promise((done) => setTimeout(done));
      }
      return asked;
    },
    { questions: session().map(({ question }) => question), most: QUERIES, patience },
  );
