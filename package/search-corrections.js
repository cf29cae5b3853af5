// What a search looks for instead of words that no article has.
import { joinedPairCondition, plainWord, termCondition } from "./search-server.js";
import { allowedEdits } from "./search-typos.js";

/** @typedef {import("./search-server.js").Condition} Condition */
/** @typedef {import("./search-request.js").RequestParts} RequestParts */
/** @typedef {import("./search-terms.js").Term} Term */

/** How many words are replaced if no article has them. */
const MAX_REPLACED = 25;

/**
 * Returns what to look for instead of words that begin no word of any article: two neighbors that a word
 * joins, else words with typos.
 * @template Correction
 * @param {RequestParts} parts
 * @param {(conditions: Condition[]) => Promise<boolean[]>} exist whether any article meets each condition
 * @param {(word: string) => Promise<Correction>} correct
 * @returns {Promise<Map<Term, Condition | Correction>>}
 */
export async function replaceUnknownWords({ terms, fixedTerms }, exist, correct) {
  const plain = [...terms, ...fixedTerms].filter((term) => !term.isExcluded && plainWord(term) !== undefined).slice(0, MAX_REPLACED);
  const words = plain.map((term) => plainWord(term) ?? "");
  const pairs = words.map(joinedPairCondition);
  /** @type {Map<Term, Condition | Correction>} */
  const replacements = new Map();
  if (!plain.length) return replacements;
  const isFound = await exist([...plain.map(termCondition), ...pairs]);
  for (const [at, term] of plain.entries()) {
    if (isFound[at]) continue;
    if (isFound[plain.length + at]) replacements.set(term, pairs[at]);
    else if (allowedEdits(words[at])) replacements.set(term, await correct(words[at]));
  }
  return replacements;
}
