// Writes sort keys in the notation of Typesense.
import { isFieldName, storedName } from "./search-server.js";

/** The number of keys that the server allows. */
const MAX_KEYS = 3;

/** The stored fields of the keys that every feed has. @type {Record<string, string>} */
const STORED = { publishedDateTime: "published", quality: "quality", heat: "heat", position: "position" };

/**
 * Returns the keys of a sort order.
 * @param {string} sort
 * @param {boolean} hasText
 */
function keysOf(sort, hasText) {
  const keys = sort.split(",").map((key) => key.trim()).filter((key) => isFieldName(key.replace(/^-/, "")) && key !== "-relevance");
  const own = keys.filter((key) => key !== "relevance" || hasText);
  return own.length ? own : [hasText && !keys.length ? "relevance" : "-publishedDateTime"];
}

/**
 * Returns whether articles are sorted by relevance.
 * @param {string} sort
 * @param {boolean} hasText
 */
export const sortsByRelevance = (sort, hasText) => keysOf(sort, hasText).includes("relevance");

/**
 * Returns the parameter that sorts. Of equal articles the server lists the one first that it got last,
 * which is the first one of the feed.
 * @param {string} sort
 * @param {boolean} hasText
 * @param {string} wholeWords the filter of those that have the words as a whole, which are more relevant
 * @param {ReadonlySet<string>} missing stored fields that the collection lacks
 */
export function sortBy(sort, hasText, wholeWords, missing) {
  const keys = keysOf(sort, hasText).flatMap((key) => {
    if (key === "relevance") return [...(wholeWords ? [`_eval(${wholeWords}):desc`] : []), "_text_match:desc"];
    const name = key.replace(/^-/, "");
    return [`${STORED[name] ?? `sort_${storedName(name)}`}:${key === name ? "asc" : "desc"}`];
  });
  const distinct = keys.filter((key, at) => keys.findIndex((other) => other.split(":")[0] === key.split(":")[0]) === at);
  const known = distinct.filter((key) => !missing.has(key.split(":")[0]));
  // Of texts with the same words the shorter one is more relevant.
  if (known[known.length - 1] === "_text_match:desc") known.push("word_count:asc");
  return { sort_by: [...(known.length ? known : ["published:desc"]), "position:asc"].slice(0, MAX_KEYS).join() };
}
