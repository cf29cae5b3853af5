// Reads sort orders, as keys on the fields that `article-cards push` stores.
import { isFieldName, storedName } from "./search-server.js";

/** A key of an order: a stored field, or `relevance`. @typedef {{ field: string, isDescending: boolean }} SortKey */

/** The stored fields of the keys that every feed has. @type {Record<string, string>} */
const STORED = { publishedDateTime: "published", quality: "quality", heat: "heat", position: "position", relevance: "relevance" };

/**
 * Returns the keys of a sort order.
 * @param {string} sort
 * @param {boolean} hasText whether there are words to sort by their relevance
 * @returns {SortKey[]}
 */
export function sortKeys(sort, hasText) {
  const keys = sort.split(",").map((key) => key.trim()).filter((key) => isFieldName(key.replace(/^-/, "")) && key !== "-relevance");
  const own = keys.filter((key) => key !== "relevance" || hasText);
  const used = own.length ? own : [hasText && !keys.length ? "relevance" : "-publishedDateTime"];
  return used.map((key) => {
    const name = key.replace(/^-/, "");
    return { field: STORED[name] ?? `sort_${storedName(name)}`, isDescending: key !== name };
  });
}

/**
 * Returns whether articles are sorted by relevance.
 * @param {string} sort
 * @param {boolean} hasText
 */
export const sortsByRelevance = (sort, hasText) => sortKeys(sort, hasText).some(({ field }) => field === "relevance");
