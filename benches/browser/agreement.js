// @ts-check
// All competitors must have answered the same question, or their times say nothing.

/** @typedef {import("./competitors.js").Competitor} Competitor */
/** @typedef {import("./session.js").Answer} Answer */
/** @typedef {import("./session.js").Step} Step */

/** What is compared besides totals: fields whose counts mean the same to all that have them. */
const COUNTED = ["topics", "provider", "type"];

/**
 * Fails if an answer differs where it should not: totals of those that match the same way, or of
 * any where there is no text; pages in an order that leaves no choice; counts.
 * @param {number} size
 * @param {Step[]} steps
 * @param {Competitor[]} competitors
 * @param {Map<string, { answers: (Answer | undefined)[] }[]>} results
 */
export function check(size, steps, competitors, results) {
  const answersOf = (/** @type {string} */ key) => results.get(key)?.[0]?.answers ?? [];
  const ours = answersOf("ours");
  /** @type {string[]} */
  const wrong = [];
  steps.forEach(({ name, question }, at) => {
    const expected = ours[at];
    if (!expected) return;
    for (const competitor of competitors) {
      const found = answersOf(competitor.key)[at];
      if (!found) continue;
      const differs = (/** @type {string} */ what) =>
        wrong.push(`${size} articles, ${name}: ${competitor.label} has other ${what}`);
      if (competitor.matches === "parts" && question.text) {
        // What begins a word is also a part of it.
        if (found.total < expected.total) differs(`totals: ${found.total}, not at least ${expected.total}`);
        continue;
      }
      if (found.total !== expected.total) differs(`totals: ${found.total}, not ${expected.total}`);
      const isFixed = question.sort === "newest" || (question.sort === "title" && competitor.collates && found.first.length);
      if (isFixed && found.first.length && String(found.first) !== String(expected.first)) {
        differs(`articles: ${found.first}, not ${expected.first}`);
      }
      if (!competitor.counts || competitor.ownCounts) continue;
      for (const field of COUNTED) {
        const [one, other] = [found, expected].map(({ counts }) => written(counts?.[field] ?? {}, question.notProviders));
        if (one !== other) differs(`counts of ${field}: ${one.slice(0, 200)}, not ${other.slice(0, 200)}`);
      }
    }
  });
  if (wrong.length) throw new Error(`the competitors do not answer the same:\n${wrong.slice(0, 20).join("\n")}`);
}

/**
 * Counts above 0 in one order; what is excluded, some list and some don't.
 * @param {Record<string, number>} counts
 * @param {string[]} excluded
 */
const written = (counts, excluded) =>
  Object.entries(counts)
    .filter(([value, count]) => count > 0 && !excluded.includes(value))
    .map(([value, count]) => `${value}=${count}`)
    .sort()
    .join(", ");
