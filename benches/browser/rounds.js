// @ts-check
// Measures competitors in turn, so that other load on the machine affects all of them.
import { RUNS } from "./settings.js";

/**
 * Measures each competitor once per round, starting with another one each time. A competitor that has
 * used up its time gets no further runs.
 * @template {{ key: string }} C
 * @template R
 * @param {C[]} competitors
 * @param {boolean} quick
 * @param {(competitor: C) => Promise<R>} measure
 * @returns {Promise<Map<string, R[]>>}
 */
export async function rounds(competitors, quick, measure) {
  const { runs, seconds } = quick ? RUNS.quick : RUNS.full;
  const spent = new Map(competitors.map(({ key }) => [key, 0]));
  /** @type {Map<string, R[]>} */
  const results = new Map(competitors.map(({ key }) => [key, []]));
  for (let round = 0; round < runs; round += 1) {
    for (let at = 0; at < competitors.length; at += 1) {
      const competitor = competitors[(at + round) % competitors.length];
      const used = spent.get(competitor.key) ?? 0;
      if (used > seconds * 1_000) continue;
      const start = performance.now();
      results.get(competitor.key)?.push(await measure(competitor));
      spent.set(competitor.key, used + performance.now() - start);
    }
  }
  return results;
}
