// @ts-check
// The performance targets, and whether a run meets them.

/** @typedef {{ median: number, p95: number, longest?: number, shifts?: number }} Times */

/**
 * A target for ours compared with a competitor, or for ours alone if the key is ours.
 * @typedef {object} Target
 * @property {string} figure
 * @property {number[]} sizes empty for all
 * @property {string} key of the competitor
 * @property {string} description
 * @property {(ours: Times, theirs: Times) => boolean} holds
 */

/** @type {(times: number, what: "median" | "p95") => (ours: Times, theirs: Times) => boolean} */
const faster = (times, what) => (ours, theirs) => theirs[what] >= times * ours[what];
/** @type {(most: number, what: "median" | "p95") => (ours: Times) => boolean} */
const atMost = (most, what) => (ours) => ours[what] <= most;

/** @type {Target[]} */
const TARGETS = [
  { figure: "a", sizes: [100_000], key: "itemsjs", description: "ours 10 times faster", holds: faster(10, "median") },
  { figure: "a", sizes: [100_000], key: "orama", description: "ours 10 times faster", holds: faster(10, "median") },
  { figure: "a", sizes: [100_000], key: "minisearch", description: "ours 5 times faster", holds: faster(5, "median") },
  { figure: "a", sizes: [100_000], key: "json", description: "our first screen at most 1.5 times this", holds: (ours, theirs) => ours.median <= 1.5 * theirs.median },
  { figure: "b", sizes: [100_000], key: "ours", description: "p95 at most 20 ms with all ids", holds: atMost(20, "p95") },
  { figure: "b", sizes: [100_000], key: "ours-counts", description: "p95 at most 5 ms", holds: (_, own) => own.p95 <= 5 },
  { figure: "b", sizes: [100_000], key: "itemsjs", description: "ours without ids 20 times faster", holds: faster(20, "median") },
  { figure: "b", sizes: [100_000], key: "orama", description: "ours without ids 20 times faster", holds: faster(20, "median") },
  { figure: "b", sizes: [100_000], key: "plain", description: "ours without ids 4 times faster", holds: faster(4, "median") },
  { figure: "c", sizes: [10_000, 100_000], key: "ours", description: "p95 at most 32 ms, no long task", holds: (ours) => ours.p95 <= 32 && !ours.longest },
  { figure: "c", sizes: [10_000, 100_000], key: "plain", description: "not faster than ours", holds: faster(1, "median") },
  { figure: "c", sizes: [10_000, 100_000], key: "instantsearch", description: "not faster than ours", holds: faster(1, "median") },
  { figure: "c", sizes: [10_000, 100_000], key: "list", description: "not faster than ours", holds: faster(1, "median") },
  { figure: "d", sizes: [], key: "plain-cards", description: "ours at most twice this", holds: (ours, theirs) => ours.median <= 2 * theirs.median },
  { figure: "e", sizes: [], key: "ours", description: "layout shift 0", holds: (ours) => ours.shifts === 0 },
  { figure: "e", sizes: [20], key: "instantsearch", description: "ours at most 0.7 times this", holds: (ours, theirs) => ours.median <= 0.7 * theirs.median },
  { figure: "e", sizes: [1_000], key: "instantsearch", description: "ours at most 0.85 times this", holds: (ours, theirs) => ours.median <= 0.85 * theirs.median },
  { figure: "f", sizes: [100_000], key: "ours", description: "at most 1.5 times the feed, flat over queries", holds: ({ median, p95 }) => median <= 1.5 && p95 <= 1.02 * median },
  { figure: "g", sizes: [], key: "ours", description: "at most 132,000 gzip", holds: atMost(132_000, "median") },
];

/**
 * Describes the target for a measurement, if there is one, and whether it is met.
 * @param {string} figure
 * @param {number} size
 * @param {string} key
 * @param {{ ours: Times, theirs: Times }} measured
 */
export function checkTarget(figure, size, key, { ours, theirs }) {
  const target = TARGETS.find((one) => one.figure === figure && one.key === key && (!one.sizes.length || one.sizes.includes(size)));
  if (!target) return "";
  return `${target.description}: ${target.holds(ours, theirs) ? "met" : "**not met**"}`;
}
