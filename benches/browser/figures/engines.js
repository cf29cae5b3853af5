// @ts-check
// (a) The time from bytes in memory to the first answers, and (b) the time of each step of a session. A
// fresh page for each run of each competitor gives both.
import { withFreshPage } from "../browser.js";
import { checkAnswers } from "../check-answers.js";
import { ENGINES, JSON_PARSE, selectPeers } from "../competitors.js";
import { rounds } from "../rounds.js";
import { FIRST, session } from "../session.js";
import { quantile, rounded, summary } from "../statistics.js";
import { watchThreadTime } from "../thread-time.js";

/** @typedef {import("../competitors.js").Competitor} Competitor */
/** @typedef {import("../session.js").Answer} Answer */
/** @typedef {{ ready: number, everything: number, search: number, busy: number }} Ready */
/** @typedef {{ took: number, longest: number }} Rest the time of the work that continues after the first answers, and its longest task */
/** @typedef {Ready & Rest & { steps: number[], answers: (Answer | undefined)[] }} Run skipped steps are NaN */

/** After this time a session skips questions that it has already asked, in milliseconds. */
const REPEAT_LIMIT = 40_000;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<object>}
 */
export async function engines({ browser, address, settings, say }) {
  const steps = settings.figures.has("b") ? session() : [];
  const competitors = selectPeers(ENGINES, settings.peers);
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of settings.sizes) {
    const results = await rounds([...competitors, JSON_PARSE], settings.quick, async (competitor) => {
      const ownSteps = competitor === JSON_PARSE ? [] : steps;
      const run = await withFreshPage(browser, `${address}blank.html`, (page) => measure(page, competitor, size, ownSteps));
      say(`${size} articles, ${competitor.label}: ready after ${Math.round(run.search)} ms`);
      return run;
    });
    if (steps.length) checkAnswers(size, steps, competitors, results);
    bySize[size] = summarise([...competitors, JSON_PARSE], results, steps);
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
  const threadTime = await watchThreadTime(page);
  const ready = await page.evaluate(open, { options, first: FIRST });
  const { busy } = await threadTime();
  const rested = await page.evaluate(waitUntilIdle);
  return { ...ready, busy, ...rested, ...(await page.evaluate(runSession, { questions: steps.map(({ question }) => question), repeatLimit: REPEAT_LIMIT })) };
}

/** @typedef {{ query(question: object): any, toAnswer(found: any): Answer }} Engine */
/** @typedef {{ open(bytes: Uint8Array, options?: object): Promise<Engine>, bytes: Uint8Array, engine: Engine }} Loaded the page's `window.loaded` */

/** Runs in the page: loads the script and the feed. @param {{ file: string, size: number }} what */
async function load({ file, size }) {
  const address = `/bundles/competitors/${file}`;
  const { open, prepare } = await import(address);
  await prepare?.();
  const bytes = new Uint8Array(await (await fetch(`/feeds/${size}.json`)).arrayBuffer());
  Object.assign(window, { loaded: { open, bytes } });
  /** @type {{ gc?: () => void }} */ (globalThis).gc?.();
}

/** Runs in the page: times the first answers. @param {{ options: object | undefined, first: typeof FIRST }} what */
async function open({ options, first }) {
  const { loaded } = /** @type {{ loaded: Loaded }} */ (/** @type {unknown} */ (window));
  const start = performance.now();
  const engine = await loaded.open(loaded.bytes, options);
  const ready = performance.now() - start;
  await engine.query(first.everything);
  const everything = performance.now() - start;
  await engine.query(first.search);
  const search = performance.now() - start;
  loaded.engine = engine;
  return { ready, everything, search };
}

/** Runs in the page: waits until it is idle. @returns {Promise<Rest>} */
async function waitUntilIdle() {
  const start = performance.now();
  let [before, idleTurns, took, longest] = [start, 0, 0, 0];
  while (idleTurns < 20) {
    await new Promise((done) => setTimeout(done, 10));
    const now = performance.now();
    // Timers are late by a few milliseconds.
    const blocked = now - before - 10;
    idleTurns = blocked < 8 ? idleTurns + 1 : 0;
    if (!idleTurns) took = now - start;
    longest = Math.max(longest, blocked);
    before = now;
  }
  return { took, longest };
}

/** Runs in the page: a session. @param {{ questions: import("../session.js").Question[], repeatLimit: number }} what */
async function runSession({ questions, repeatLimit }) {
  const { engine } = /** @type {{ loaded: Loaded }} */ (/** @type {unknown} */ (window)).loaded;
  const steps = [];
  const answers = [];
  const asked = new Set();
  const start = performance.now();
  for (const question of questions) {
    const key = JSON.stringify(question);
    if (asked.has(key) && performance.now() - start > repeatLimit) {
      steps.push(NaN);
      answers.push(undefined);
      continue;
    }
    asked.add(key);
    // Between two steps of a real user, deferred work has time to run.
    await new Promise((done) => setTimeout(done));
    const stepStart = performance.now();
    const found = await engine.query(question);
    steps.push(performance.now() - stepStart);
    answers.push(engine.toAnswer(found));
  }
  return { steps, answers };
}

/**
 * @param {Competitor[]} competitors
 * @param {Map<string, Run[]>} results
 * @param {import("../session.js").Step[]} steps
 */
function summarise(competitors, results, steps) {
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
      // JSON cannot represent NaN: a skipped step is null.
      const each = steps.map((_, at) => {
        const times = runs.map((run) => run.steps[at]).filter(Number.isFinite);
        return times.length ? rounded(quantile(times, 0.5)) : null;
      });
      return [key, { ...ready, steps: { ...summary(all), each } }];
    }),
  );
}
