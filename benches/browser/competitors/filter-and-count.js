// @ts-check
// Filters and facet counts for competitors without them, in one pass over the articles.
import { timeRange } from "./articles.js";

/** @typedef {import("../session.js").Question} Question */

/**
 * The fields that filters and counts use.
 * @typedef {{ topics: string[], provider: string, type: string, time: number }} Filterable
 */

/**
 * Returns the articles that pass the filters, and the counts of each facet without its own filter.
 * @template {Filterable} T
 * @param {T[]} found the articles that match the text
 * @param {Question} question
 */
export function filterAndCount(found, question) {
  const topics = new Set(question.topics);
  const excluded = new Set(question.notProviders);
  const [from, to] = timeRange(question);
  /** @type {Record<"topics" | "provider" | "type", Map<string, number>>} */
  const counts = { topics: new Map(), provider: new Map(), type: new Map() };
  /** @type {T[]} */
  const passed = [];
  for (const item of found) {
    if (item.time < from || item.time > to || excluded.has(item.provider)) continue;
    for (const topic of item.topics) add(counts.topics, topic);
    if (topics.size && !item.topics.some((topic) => topics.has(topic))) continue;
    add(counts.provider, item.provider);
    add(counts.type, item.type);
    passed.push(item);
  }
  return { passed, counts };
}

/**
 * @param {Map<string, number>} counts
 * @param {string} value
 */
const add = (counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1);

const collator = new Intl.Collator("en", { numeric: true });

/**
 * Sorts in place; results are already sorted by relevance.
 * @template {{ time: number, heat: number, title: string }} T
 * @param {T[]} passed
 * @param {Question["sort"]} sort
 */
export function sortItems(passed, sort) {
  switch (sort) {
    case "newest":
      return passed.sort((one, other) => other.time - one.time);
    case "heat":
      return passed.sort((one, other) => other.heat - one.heat);
    case "title":
      return passed.sort((one, other) => collator.compare(one.title, other.title));
    default:
      return passed;
  }
}

/**
 * Converts counts to plain objects.
 * @param {Record<string, Map<string, number>>} counts
 * @returns {Record<string, Record<string, number>>}
 */
export const toObjects = (counts) =>
  Object.fromEntries(Object.entries(counts).map(([field, values]) => [field, Object.fromEntries(values)]));
