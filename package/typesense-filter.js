// Writes conditions in the notation of Typesense's filters.

/** @typedef {import("./search-server.js").Condition} Condition */

/** What a filter may have of names, operators and parentheses together. */
const MAX_PARTS = 99;

/**
 * Returns the filter that all conditions hold. It consists of names of fields, hashes, words of Latin
 * letters and digits, and numbers.
 * @param {readonly Condition[]} conditions
 */
export const filter = (conditions) => join(conditions, "&&").text;

/**
 * Returns whether the server accepts the filter of conditions.
 * @param {readonly Condition[]} conditions
 */
export const isAccepted = (conditions) => join(conditions, "&&").parts <= MAX_PARTS;

/**
 * A filter, and the number of names, operators and parentheses in it.
 * @typedef {{ text: string, parts: number }} Filter
 */

/**
 * @param {readonly Condition[]} conditions
 * @param {"&&" | "||"} operator
 * @returns {Filter}
 */
function join(conditions, operator) {
  const filters = merge(flatten(conditions, operator), operator).map(write).filter(({ text }) => text);
  return {
    text: filters.map(({ text }) => text).join(` ${operator} `),
    parts: filters.reduce((sum, { parts }) => sum + parts, filters.length - 1),
  };
}

/**
 * Replaces conditions that are joined by the same operator by those in them.
 * @param {readonly Condition[]} conditions
 * @param {"&&" | "||"} operator
 * @returns {Condition[]}
 */
function flatten(conditions, operator) {
  return conditions.flatMap((condition) => {
    const inner = operator === "&&" && "all" in condition ? condition.all : operator === "||" && "any" in condition ? condition.any : undefined;
    return inner ? flatten(inner, operator) : [condition];
  });
}

/**
 * Makes one of conditions on the same field, and leaves out repeats.
 * @param {readonly Condition[]} conditions
 * @param {"&&" | "||"} operator
 * @returns {Condition[]}
 */
function merge(conditions, operator) {
  const key = operator === "&&" ? "not" : "is";
  /** @type {Map<string, string[]>} */
  const lists = new Map();
  /** @type {Map<string, Condition>} */
  const others = new Map();
  for (const condition of conditions) {
    const list = /** @type {Record<string, any>} */ (condition)[key];
    if ("field" in condition && list) lists.set(condition.field, [...(lists.get(condition.field) ?? []), ...list]);
    else others.set(JSON.stringify(condition), condition);
  }
  const merged = [...lists].map(([field, list]) => /** @type {Condition} */ (/** @type {unknown} */ ({ field, [key]: [...new Set(list)] })));
  return [...merged, ...others.values()];
}

/** @param {Condition} condition @returns {Filter} */
function write(condition) {
  if ("all" in condition) return inParentheses(join(condition.all, "&&"));
  if ("any" in condition) return inParentheses(join(condition.any, "||"));
  if ("is" in condition) return { text: `${condition.field}:=${list(condition.is)}`, parts: 1 };
  if ("not" in condition) return { text: `${condition.field}:!=${list(condition.not)}`, parts: 1 };
  const { field, least, most } = condition;
  const bounds = [least === undefined ? "" : `${field}:>=${least}`, most === undefined ? "" : `${field}:<=${most}`].filter(Boolean);
  const text = bounds.join(" && ");
  return bounds.length > 1 ? inParentheses({ text, parts: 3 }) : { text, parts: bounds.length };
}

/** @param {Filter} filter */
const inParentheses = ({ text, parts }) => (parts > 1 ? { text: `(${text})`, parts: parts + 2 } : { text, parts });

/** @param {readonly string[]} values */
const list = (values) => (values.length === 1 ? values[0] : `[${values.join(",")}]`);
