// Writes conditions in the notation of Typesense's filters.

/** @typedef {import("./search-server.js").Condition} Condition */

/** The greatest number that a range may have. */
const MAX = Number.MAX_SAFE_INTEGER;

/**
 * Returns the filter that all conditions hold. It consists of names of fields, hashes, words of Latin
 * letters and digits, and numbers.
 * @param {readonly Condition[]} conditions
 */
export const filter = (conditions) => join(conditions, "&&");

/**
 * @param {readonly Condition[]} conditions
 * @param {"&&" | "||"} operator
 */
function join(conditions, operator) {
  const texts = conditions.map(write).filter(Boolean);
  return texts.length > 1 ? `(${texts.join(` ${operator} `)})` : (texts[0] ?? "");
}

/** @param {Condition} condition @returns {string} */
function write(condition) {
  if ("all" in condition) return join(condition.all, "&&");
  if ("any" in condition) return join(condition.any, "||");
  if ("is" in condition) return `${condition.field}:=${list(condition.is)}`;
  if ("not" in condition) return `${condition.field}:!=${list(condition.not)}`;
  const bounds = [["from", ">="], ["to", "<="]].flatMap(([end, operator]) => {
    const bound = /** @type {Record<string, any>} */ (condition)[end];
    return bound === undefined ? [] : [`${condition.field}:${operator}${Math.max(-MAX, Math.min(MAX, bound))}`];
  });
  return bounds.length > 1 ? `(${bounds.join(" && ")})` : bounds[0];
}

/** @param {readonly string[]} values */
const list = (values) => (values.length === 1 ? values[0] : `[${values.join(",")}]`);
