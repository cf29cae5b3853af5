// Writes sort keys in the notation of Typesense.
import { sortKeys } from "./search-sort.js";

/** The number of keys that the server allows. */
const MAX_KEYS = 3;

/**
 * Returns the parameter that sorts. Of equal articles the server lists the one first that it got last,
 * which is the first one of the feed.
 * @param {string} sort
 * @param {boolean} hasText
 * @param {string} wholeWords the filter of those that have the words as a whole, which are more relevant
 * @param {ReadonlySet<string>} missing stored fields that the collection lacks
 */
export function sortBy(sort, hasText, wholeWords, missing) {
  const keys = sortKeys(sort, hasText).flatMap(({ field, isDescending }) => {
    if (field === "relevance") return [...(wholeWords ? [`_eval(${wholeWords}):desc`] : []), "_text_match:desc"];
    return [`${field}:${isDescending ? "desc" : "asc"}`];
  });
  const distinct = keys.filter((key, at) => keys.findIndex((other) => other.split(":")[0] === key.split(":")[0]) === at);
  const known = distinct.filter((key) => !missing.has(key.split(":")[0]));
  // Of texts with the same words the shorter one is more relevant.
  if (known[known.length - 1] === "_text_match:desc") known.push("word_count:asc");
  return { sort_by: [...(known.length ? known : ["published:desc"]), "position:asc"].slice(0, MAX_KEYS).join() };
}
