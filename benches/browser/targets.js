// @ts-check
// What the product promises, and whether a run keeps it.

/** @typedef {{ median: number, p95: number, longest?: number, shifts?: number }} Times */

/**
 * A promise about ours beside one competitor, or, with its own key, about ours alone.
 * @typedef {object} Target
 * @property {string} figure
 * @property {number[]} sizes none: any
 * @property {string} key of whom it is about
 * @property {string} words
 * @property {(ours: Times, theirs: Times) => boolean} holds
 */

/** @type {(times: number, what: "median" | "p95") => (ours: Times, theirs: Times) => boolean} */
const faster = (times, what) => (ours, theirs) => theirs[what] >= times * ours[what];
/** @type {(most: number, what: "median" | "p95") => (ours: Times) => boolean} */
const atMost = (most, what) => (ours) => ours[what] <= most;

/** @type {Target[]} */
const TARGETS = [
  { figure: "a", sizes: [100_000], key: "itemsjs", words: "10 times", holds: faster(10, "median") },
  { figure: "a", sizes: [100_000], key: "orama", words: "10 times", holds: faster(10, "median") },
  { figure: "a", sizes: [100_000], key: "minisearch", words: "5 times", holds: faster(5, "median") },
  { figure: "a", sizes: [100_000], key: "json", words: "our first screen at most 1.5 times this", holds: (ours, theirs) => ours.median <= 1.5 * theirs.median },
  { figure: "b", sizes: [100_000], key: "ours", words: "p95 at most 20 ms with all identities", holds: atMost(20, "p95") },
  { figure: "b", sizes: [100_000], key: "ours-counts", words: "p95 at most 5 ms", holds: (_, own) => own.p95 <= 5 },
  { figure: "b", sizes: [100_000], key: "itemsjs", words: "20 times ours without identities", holds: faster(20, "median") },
  { figure: "b", sizes: [100_000], key: "orama", words: "20 times ours without identities", holds: faster(20, "median") },
  { figure: "b", sizes: [100_000], key: "plain", words: "4 times ours without identities", holds: faster(4, "median") },
  { figure: "c", sizes: [10_000, 100_000], key: "ours", words: "p95 at most 32 ms, no long task", holds: (ours) => ours.p95 <= 32 && !ours.longest },
  { figure: "c", sizes: [10_000, 100_000], key: "plain", words: "not faster", holds: faster(1, "median") },
  { figure: "c", sizes: [10_000, 100_000], key: "instantsearch", words: "not faster", holds: faster(1, "median") },
  { figure: "c", sizes: [10_000, 100_000], key: "list", words: "not faster", holds: faster(1, "median") },
  { figure: "d", sizes: [], key: "plain-cards", words: "ours at most twice this", holds: (ours, theirs) => ours.median <= 2 * theirs.median },
  { figure: "e", sizes: [], key: "ours", words: "layout shift 0", holds: (ours) => ours.shifts === 0 },
  { figure: "e", sizes: [], key: "instantsearch", words: "ours at most 1.25 times this", holds: (ours, theirs) => ours.median <= 1.25 * theirs.median },
  { figure: "f", sizes: [100_000], key: "ours", words: "at most 1.5 times the feed, flat over queries", holds: ({ median, p95 }) => median <= 1.5 && p95 <= 1.02 * median },
  { figure: "g", sizes: [], key: "ours", words: "at most 132,000 gzip", holds: atMost(132_000, "median") },
];

/**
 * What is promised there, and whether it is met.
 * @param {string} figure
 * @param {number} size
 * @param {string} key
 * @param {{ ours: Times, theirs: Times }} measured
 */
export function verdict(figure, size, key, { ours, theirs }) {
  const target = TARGETS.find((one) => one.figure === figure && one.key === key && (!one.sizes.length || one.sizes.includes(size)));
  if (!target) return "";
  return `${target.words}: ${target.holds(ours, theirs) ? "met" : "**not met**"}`;
}
