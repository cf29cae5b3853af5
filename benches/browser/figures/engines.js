// @ts-check
// (a) how long from bytes in memory to the first answers, and (b) how long each step of a session
// takes: one fresh page for each run of each competitor gives both.
import { inPage } from "../browser.js";
import { check } from "../agreement.js";
import { among, ENGINES, JSON_PARSE } from "../competitors.js";
import { rounds } from "../rounds.js";
import { FIRST, session } from "../session.js";
import { quantile, rounded, summary } from "../statistics.js";

/** @typedef {import("../competitors.js").Competitor} Competitor */
/** @typedef {import("../session.js").Answer} Answer */
/** @typedef {{ ready: number, everything: number, search: number, steps: number[], answers: Answer[] }} Run */

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
const measure = (page, { file, options }, size, steps) =>
  page.evaluate(
    async ({ file, options, size, first, questions }) => {
      const address = `/bundles/competitors/${file}`;
      const { open, prepare } = await import(address);
      await prepare?.();
      const bytes = new Uint8Array(await (await fetch(`/feeds/${size}.json`)).arrayBuffer());
      const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc;
      collect?.();
      const start = performance.now();
      const engine = await open(bytes, options);
      const ready = performance.now() - start;
      await engine.ask(first.everything);
      const everything = performance.now() - start;
      await engine.ask(first.search);
      const search = performance.now() - start;
      const times = [];
      const answers = [];
      for (const question of questions) {
        // A reader is no loop: what a script has put off has time to happen between two steps.
        await new Promise((done) => setTimeout(done));
        const begin = performance.now();
        const found = await engine.ask(question);
        times.push(performance.now() - begin);
        answers.push(engine.tell(found));
      }
      return { ready, everything, search, steps: times, answers };
    },
    { file, options, size, first: FIRST, questions: steps.map(({ question }) => question) },
  );

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
      };
      if (!runs[0]?.steps.length) return [key, ready];
      const all = runs.flatMap((run) => run.steps);
      const each = steps.map((_, at) => rounded(quantile(runs.map((run) => run.steps[at]), 0.5)));
      return [key, { ...ready, steps: { ...summary(all), slowest: Math.max(...each), each } }];
    }),
  );
}
