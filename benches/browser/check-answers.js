// @ts-check
// Checks that all competitors gave the same answers; otherwise their times would mean nothing.

/** @typedef {import("./competitors.js").Competitor} Competitor */
/** @typedef {import("./session.js").Answer} Answer */
/** @typedef {import("./session.js").Step} Step */

/** The fields whose counts are compared. */
const COUNTED_FIELDS = ["topics", "provider", "type"];

/**
 * Throws if answers differ: totals, for competitors that match the same way or queries without text;
 * the ids of a page, if the sort order is unambiguous; facet counts.
 * @param {number} size
 * @param {Step[]} steps
 * @param {Competitor[]} competitors
 * @param {Map<string, { answers: (Answer | undefined)[] }[]>} results
 */
export function checkAnswers(size, steps, competitors, results) {
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
        wrong.push(`${size} articles, ${name}: ${competitor.label} has different ${what}`);
      if (competitor.matches === "parts" && question.text) {
        // The beginning of a word is also a part of it, so this finds at least as much.
        if (found.total < expected.total) differs(`totals: ${found.total}, not at least ${expected.total}`);
        continue;
      }
      if (found.total !== expected.total) differs(`totals: ${found.total}, not ${expected.total}`);
      const isUnambiguous = question.sort === "newest" || (question.sort === "title" && competitor.collates && found.first.length);
      if (isUnambiguous && found.first.length && String(found.first) !== String(expected.first)) {
        differs(`articles: ${found.first}, not ${expected.first}`);
      }
      if (!competitor.counts || competitor.ownCounts) continue;
      for (const field of COUNTED_FIELDS) {
        const [one, other] = [found, expected].map(({ counts }) => formatCounts(counts?.[field] ?? {}, question.notProviders));
        if (one !== other) differs(`counts of ${field}: ${one.slice(0, 200)}, not ${other.slice(0, 200)}`);
      }
    }
  });
  if (wrong.length) throw new Error(`the competitors' answers differ:\n${wrong.slice(0, 20).join("\n")}`);
}

/**
 * Formats the counts above 0 in a fixed order, without excluded values, which only some competitors list.
 * @param {Record<string, number>} counts
 * @param {string[]} excluded
 */
const formatCounts = (counts, excluded) =>
  Object.entries(counts)
    .filter(([value, count]) => count > 0 && !excluded.includes(value))
    .map(([value, count]) => `${value}=${count}`)
    .sort()
    .join(", ");
