// What the adapters of search servers share: which conditions a term sets on the fields that
// `article-cards push` stores, and the counts of facets. docs/search-servers.md lists these fields.
import { fold } from "./search-terms.js";

/** @typedef {import("./engine.js").Selection} Selection */
/** @typedef {import("./search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("./search-engine.js").FacetValue} FacetValue */
/** @typedef {import("./search-terms.js").Term} Term */
/** @typedef {import("./search-terms.js").TermWord} TermWord */

/**
 * A condition on documents. `is` and `not` compare with any of several tokens, which are hashes or
 * plain words: no text of a reader or a feed is ever part of a condition.
 * @typedef {{ field: string, is: readonly string[] } | { field: string, not: readonly string[] }
 *   | { field: string, least?: number, most?: number } | { all: readonly Condition[] } | { any: readonly Condition[] }} Condition
 */

/** The fields with the beginnings of words, and what a match in each weighs. */
export const SEARCHED = /** @type {const} */ ({ search_title: 8, search_topics: 4, search_names: 2, search_excerpt: 1 });

/** The defaults of the adapters' options. */
export const TIMEOUT_MS = 5_000;
export const FACET_VALUES = 1_000;

/** How many values of a facet are searched for a text. */
export const ALL_VALUES = 10_000;

/** The number of words that are ranked. */
const MAX_RANKED = 10;

/** As many characters of a word as are compared, and of a run as are one token. */
const MAX_PREFIX = 32;
const MAX_RUN = 3;

/** Matches every document. @type {Condition} */
export const EVERYTHING = { all: [] };
/** Matches no document. @type {Condition} */
export const NOTHING = { field: "position", most: -1 };

/**
 * Returns the FNV-1a hash of a text's UTF-8, 64 bits as hexadecimal digits: the same as the command's.
 * @param {string} text
 */
export function hash(text) {
  let [high, low] = [0xcbf29ce4, 0x84222325];
  for (const byte of new TextEncoder().encode(text)) {
    low = (low ^ byte) >>> 0;
    // The prime is 2^40 + 0x1b3.
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
}

/**
 * Returns the hash of a value of a field. Values that differ only in case are the same, except ids.
 * @param {string} field
 * @param {string} value
 */
export const valueHash = (field, value) => hash(field === "id" ? value : value.toLowerCase());

/** The name under which a field is stored. @param {string} field */
export const storedName = (field) => (field === "provider.name" ? "provider" : field);

/** Returns what is shown of a stored value, which begins with its hash. @param {string} stored */
export const facetValue = (stored) => stored.slice(stored.indexOf(" ") + 1);

/** Returns whether a text can be the name of a field. @param {string} name */
export const isFieldName = (name) => /^[A-Za-z][\w.]*$/.test(name);

/** Returns the token of a word. @param {string} text */
const token = (text) => (/^[a-z0-9]*$/.test(text) ? text : hash(text));

/** @param {string} text @param {number} length */
const firstCharacters = (text, length) => Array.from(text).slice(0, length).join("");

/** Returns the condition that none of several hold. @param {Condition} condition @returns {Condition} */
export function negate(condition) {
  if ("is" in condition) return { field: condition.field, not: condition.is };
  if ("not" in condition) return { field: condition.field, is: condition.not };
  if ("all" in condition) return { any: condition.all.map(negate) };
  if ("any" in condition) return { all: condition.any.map(negate) };
  throw new TypeError("a range can't be negated");
}

/**
 * Returns the word of a term that is a single word without quotes.
 * @param {Term} term
 */
export function plainWord({ words, isQuoted }) {
  const [first] = words;
  return words.length === 1 && !isQuoted && !first.isRun ? first.folded : undefined;
}

/** Returns the tokens that must be found for a word, among the beginnings of words. @param {TermWord} word */
function beginningTokens({ folded, isRun }) {
  if (!isRun) return [token(firstCharacters(folded, MAX_PREFIX))];
  return runParts(folded).map(token);
}

/**
 * Returns a word as servers find it: one that has only Latin letters and digits.
 * @param {string} word
 */
export const isPlainToken = (word) => token(word) === word;

/** Returns all parts of a run that are one token. @param {string} run */
function runParts(run) {
  const characters = Array.from(run);
  const count = Math.max(1, characters.length - MAX_RUN + 1);
  return Array.from({ length: count }, (_, at) => characters.slice(at, at + MAX_RUN).join(""));
}

/**
 * Returns the tokens that every article has which a term matches; none if that depends on the article.
 * @param {Term} term
 */
export function rankedTokens(term) {
  const isCertain = !term.isSymbols && (term.isQuoted || term.words.length === 1);
  return isCertain ? term.words.flatMap(beginningTokens) : [];
}

/**
 * Returns the tokens that articles are ranked by.
 * @param {readonly Term[]} terms
 */
export const rankingTokens = (terms) => [...new Set(terms.flatMap(rankedTokens))].slice(0, MAX_RANKED);

/**
 * Returns the conditions that articles have the words of terms as whole words.
 * @param {readonly Term[]} terms
 */
export const wholeConditions = (terms) => terms.map(wholeCondition).filter((condition) => condition !== undefined).slice(0, MAX_RANKED);

/** @param {string} text @returns {Condition} */
const neighbor = (text) => ({ field: "neighbors", is: [hash(text)] });

/** The condition that a token is in any searched field. @param {string} token @returns {Condition} */
const anywhere = (token) => ({ any: Object.keys(SEARCHED).map((field) => ({ field, is: [token] })) });

/**
 * Returns the condition that a term matches, regardless of whether it is an exclusion.
 * @param {Term} term
 * @returns {Condition}
 */
export function termCondition({ words, isSymbols, isQuoted }) {
  const [first] = words;
  if (isSymbols) return { all: runParts(first.folded).map((part) => neighbor(`~${part}`)) };
  if (words.length === 1) {
    if (isQuoted && !first.isRun) return neighbor(`=${first.folded}`);
    return { all: beginningTokens(first).map(anywhere) };
  }
  const pairs = isQuoted ? neighbors(words) : [...neighbors(words.slice(0, -1)), lastPair(words)];
  const canJoin = !isQuoted && !words.some(({ isRun }) => isRun);
  if (!canJoin) return { all: pairs };
  const joined = { folded: words.map(({ folded }) => folded).join(""), isRun: false };
  return { any: [{ all: pairs }, ...beginningTokens(joined).map(anywhere)] };
}

/**
 * Returns the conditions that each two of whole words are next to each other.
 * @param {readonly TermWord[]} words
 * @returns {Condition[]}
 */
const neighbors = (words) =>
  words.slice(1).map((_, at) => {
    const pair = words.slice(at, at + 2);
    return bothRuns(pair) ?? neighbor(`=${pair.map(neighborText).join(" ")}`);
  });

/**
 * Returns the condition that the last two words are next to each other. The last one may be unfinished
 * where no white space is between them.
 * @param {readonly TermWord[]} words
 * @returns {Condition}
 */
function lastPair(words) {
  const [one, other] = words.slice(-2);
  const [first, last] = [neighborText(one), neighborText(other)];
  const hashes = [hash(`${first} ${firstCharacters(last, MAX_PREFIX)}`), hash(`=${first} ${last}`)];
  return bothRuns([one, other]) ?? { field: "neighbors", is: hashes };
}

/** @param {TermWord} word */
const neighborText = ({ folded, isRun }) => (isRun ? firstCharacters(folded, MAX_RUN) : folded);

/**
 * Returns the condition on two runs, which are not stored as neighbors.
 * @param {readonly TermWord[]} words
 * @returns {Condition | undefined}
 */
const bothRuns = (words) => (words.every(({ isRun }) => isRun) ? { all: words.flatMap(beginningTokens).map(anywhere) } : undefined);

/**
 * Returns the condition that all words of a term are whole words of an article; `undefined` if it has none.
 * @param {Term} term
 * @returns {Condition | undefined}
 */
function wholeCondition(term) {
  if (term.isSymbols || term.isExcluded) return undefined;
  return { all: term.words.map(({ folded }) => wordCondition([folded])) };
}

/**
 * Returns the condition that a word joins two neighbors: `powerapps` does "Power Apps".
 * @param {string} word
 * @returns {Condition}
 */
export function joinedPairCondition(word) {
  const characters = Array.from(word);
  const pairs = characters.slice(1).map((_, at) => hash(`=${characters.slice(0, at + 1).join("")} ${characters.slice(at + 1).join("")}`));
  return { field: "neighbors", is: pairs };
}

/**
 * Returns the condition that an article has one of several words.
 * @param {readonly string[]} words
 * @returns {Condition}
 */
export const wordCondition = (words) => ({ field: "words", is: words.map(token) });

/**
 * Completes the counts of a facet: what is selected or excluded is listed even without articles.
 * @param {string} field
 * @param {readonly FacetValue[]} counts
 * @param {SearchRequest} request
 * @returns {FacetValue[]}
 */
export function completeCounts(field, counts, { state, locale }) {
  const filter = /** @type {Selection | undefined} */ (state.filters[field]);
  const known = new Set(counts.map(({ value }) => valueHash(field, value)));
  const values = [...counts];
  for (const value of [...(filter?.any ?? []), ...(filter?.not ?? [])]) {
    const key = valueHash(field, value);
    if (!known.has(key)) values.push({ value, count: 0 });
    known.add(key);
  }
  const collator = new Intl.Collator(locale, { numeric: true });
  const byName = (/** @type {string} */ one, /** @type {string} */ other) => collator.compare(one, other) || (one < other ? -1 : 1);
  return values.sort((one, other) => other.count - one.count || byName(one.value, other.value));
}

/**
 * Returns the values that contain a text, whatever its case and accents.
 * @param {readonly FacetValue[]} values
 * @param {string} text
 */
export function valuesWith(values, text) {
  const wanted = fold(text.trim());
  return values.filter(({ value }) => fold(value).includes(wanted));
}
