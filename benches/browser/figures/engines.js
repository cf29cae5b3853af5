// @ts-check
// (a) how long from bytes in memory to the first answers, and (b) how long each step of a session
// takes: one fresh page for each run of each competitor gives both.
import { inPage } from "../browser.js";
import { check } from "../agreement.js";
import { among, ENGINES, JSON_PARSE } from "../competitors.js";
import { rounds } from "../rounds.js";
import { FIRST, session } from "../session.js";
import { quantile, rounded, summary } from "../statistics.js";
import { watchWork } from "../work.js";

/** @typedef {import("../competitors.js").Competitor} Competitor */
/** @typedef {import("../session.js").Answer} Answer */
/** @typedef {{ ready: number, everything: number, search: number, busy: number }} Ready */
/** @typedef {{ took: number, longest: number }} Rest what went on after the first answers, and how long the page stood still for it at once */
/** @typedef {Ready & Rest & { steps: number[], answers: (Answer | undefined)[] }} Run steps that were left out are no number */

/** After so long a session does not ask a second time what it has asked before, in milliseconds. */
const PATIENCE = 40_000;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<object>}
 */
export async function engines({ browser, address, settings, say }) {
  const steps = settings.figures.has("b") ? session() : [];
  const competitors = among(ENGINES, settings.peers);
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of settings.sizes) {
    const results = await rounds([...competitors, JSON_PARSE], settings.quick, async (competitor) => {
      const asked = competitor === JSON_PARSE ? [] : steps;
      const run = await inPage(browser, `${address}blank.html`, (page) => measure(page, competitor, size, asked));
      say(`${size} articles, ${competitor.label}: ready after ${Math.round(run.search)} ms`);
      return run;
    });
    if (steps.length) check(size, steps, competitors, results);
    bySize[size] = told([...competitors, JSON_PARSE], results, steps);
  }
  return { steps: steps.map(({ kind, name }) => ({ kind, name })), sizes: bySize };
}

/**
 * @param {import("../browser.js").Page} page
 * @param {Competitor} competitor
 * @param {number} size
 * @param {import("../session.js").Step[]} steps
 * @returns {Promise<Run>}
 */
async function measure(page, { file, options }, size, steps) {
  await page.evaluate(load, { file, size });
  const work = await watchWork(page);
  const ready = await page.evaluate(begin, { options, first: FIRST });
  const { busy } = await work();
  const rested = await page.evaluate(rest);
  return { ...ready, busy, ...rested, ...(await page.evaluate(ask, { questions: steps.map(({ question }) => question), patience: PATIENCE })) };
}

/** @typedef {{ ask(question: object): any, tell(found: any): Answer }} Engine */
/** @typedef {{ open(bytes: Uint8Array, options?: object): Promise<Engine>, bytes: Uint8Array, engine: Engine }} Loaded what is in the page */

/** In the page: gets the script and the feed. @param {{ file: string, size: number }} what */
async function load({ file, size }) {
  const address = `/bundles/competitors/${file}`;
  const { open, prepare } = await import(address);
  await prepare?.();
  const bytes = new Uint8Array(await (await fetch(`/feeds/${size}.json`)).arrayBuffer());
  Object.assign(window, { loaded: { open, bytes } });
  /** @type {{ gc?: () => void }} */ (globalThis).gc?.();
}

/** In the page: from the bytes to the first answers. @param {{ options: object | undefined, first: typeof FIRST }} what */
async function begin({ options, first }) {
  const { loaded } = /** @type {{ loaded: Loaded }} */ (/** @type {unknown} */ (window));
  const start = performance.now();
  const engine = await loaded.open(loaded.bytes, options);
  const ready = performance.now() - start;
  await engine.ask(first.everything);
  const everything = performance.now() - start;
  await engine.ask(first.search);
  const search = performance.now() - start;
  loaded.engine = engine;
  return { ready, everything, search };
}

/** In the page: until nothing goes on any more. @returns {Promise<Rest>} */
async function rest() {
  const start = performance.now();
  let [before, calm, took, longest] = [start, 0, 0, 0];
  while (calm < 20) {
    await new Promise((done) => setTimeout(done, 10));
    const now = performance.now();
    // Timers are late by some milliseconds.
    const still = now - before - 10;
    calm = still < 8 ? calm + 1 : 0;
    if (!calm) took = now - start;
    longest = Math.max(longest, still);
    before = now;
  }
  return { took, longest };
}

/** In the page: a session. @param {{ questions: import("../session.js").Question[], patience: number }} what */
async function ask({ questions, patience }) {
  const { engine } = /** @type {{ loaded: Loaded }} */ (/** @type {unknown} */ (window)).loaded;
  const steps = [];
  const answers = [];
  const asked = new Set();
  const start = performance.now();
  for (const question of questions) {
    const key = JSON.stringify(question);
    if (asked.has(key) && performance.now() - start > patience) {
      steps.push(NaN);
      answers.push(undefined);
      continue;
    }
    asked.add(key);
    // A reader is no loop: what a script has put off has time to happen between two steps.
    await new Promise((done) => setTimeout(done));
    const begin = performance.now();
    const found = await engine.ask(question);
    steps.push(performance.now() - begin);
    answers.push(engine.tell(found));
  }
  return { steps, answers };
}

/**
 * @param {Competitor[]} competitors
 * @param {Map<string, Run[]>} results
 * @param {import("../session.js").Step[]} steps
 */
function told(competitors, results, steps) {
  return Object.fromEntries(
    competitors.map(({ key }) => {
      const runs = results.get(key) ?? [];
      const ready = {
        ready: summary(runs.map(({ ready }) => ready)),
        everything: summary(runs.map(({ everything }) => everything)),
        search: summary(runs.map(({ search }) => search)),
        busy: summary(runs.map(({ busy }) => busy)),
        took: summary(runs.map(({ took }) => took)),
        longest: summary(runs.map(({ longest }) => longest)),
      };
      if (!runs[0]?.steps.length) return [key, ready];
      const all = runs.flatMap((run) => run.steps).filter(Number.isFinite);
      // JSON has no word for what is no number: a step that was left out is null.
      const each = steps.map((_, at) => {
        const times = runs.map((run) => run.steps[at]).filter(Number.isFinite);
        return times.length ? rounded(quantile(times, 0.5)) : null;
      });
      return [key, { ...ready, steps: { ...summary(all), each } }];
    }),
  );
}
