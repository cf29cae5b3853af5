// @ts-check
// Competitors in turn, so that what else the machine does meets all of them.
import { RUNS } from "./settings.js";

/**
 * Measures each competitor once a round, in another order every time. One that is slow has fewer
 * runs: a new one is begun only as long as it has time left.
 * @template {{ key: string }} C
 * @template R
 * @param {C[]} competitors
 * @param {boolean} quick
 * @param {(competitor: C) => Promise<R>} measure
 * @returns {Promise<Map<string, R[]>>}
 */
export async function rounds(competitors, quick, measure) {
  const { most, seconds } = quick ? RUNS.quick : RUNS.full;
  const spent = new Map(competitors.map(({ key }) => [key, 0]));
  /** @type {Map<string, R[]>} */
  const results = new Map(competitors.map(({ key }) => [key, []]));
  for (let round = 0; round < most; round += 1) {
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
