// Which parameters of Typesense search for the text of a request, and which conditions are its filter.
import { EVERYTHING, NOTHING, SEARCHED, negate, rankedTokens, rankingTokens, termCondition, wholeConditions } from "./search-server.js";
import { filter, isAccepted } from "./typesense-filter.js";
import { sortBy } from "./typesense-sort.js";

/** @typedef {import("./search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("./search-server.js").Condition} Condition */
/** @typedef {import("./search-request.js").RequestParts} RequestParts */
/** @typedef {import("./search-terms.js").Term} Term */

/**
 * A request, and what terms match instead whose words no article has.
 * @typedef {RequestParts & { replacements: ReadonlyMap<Term, Condition> }} Plan
 */

/** One of several searches in a request to the server. @typedef {Record<string, string | number | boolean>} Search */

/**
 * Returns the parameters that search for the text and sort. All but words is a filter.
 * @param {Plan} parts
 * @param {SearchRequest} request
 * @param {ReadonlySet<string>} missing
 * @returns {Search}
 */
export function textSearch({ terms, replacements }, request, missing) {
  const wanted = terms.filter((term) => !term.isExcluded);
  const known = wanted.filter((term) => !replacements.has(term));
  const { sort } = request.state;
  const order = sortBy(sort, wanted.length > 0, filter(wholeConditions(known)), missing);
  const ranked = rankingTokens(known);
  if (!ranked.length) return { q: "*", ...order };
  return {
    ...{ q: ranked.join(" "), query_by: Object.keys(SEARCHED).join(), query_by_weights: Object.values(SEARCHED).join(), prefix: false },
    ...{ num_typos: 0, drop_tokens_threshold: 0, typo_tokens_threshold: 0, prioritize_exact_match: false, split_join_tokens: "off", ...order },
  };
}

/**
 * Returns all conditions of a request, without the selections of some fields.
 * @param {Plan} parts
 * @param {Search} text
 * @param {readonly string[]} [without]
 * @returns {Condition[]}
 */
export function conditions({ terms, fixedTerms, replacements, base, selections }, text, without = []) {
  const inText = new Set(String(text.q).split(" "));
  const ofTerms = [...terms, ...fixedTerms].map((term) => {
    const condition = replacements.get(term) ?? termCondition(term);
    if (term.isExcluded) return negate(condition);
    const tokens = rankedTokens(term);
    const isSearched = !replacements.has(term) && !term.isQuoted && tokens.length > 0 && tokens.every((token) => inText.has(token));
    return isSearched ? EVERYTHING : condition;
  });
  const selected = [...selections].filter(([field]) => !without.includes(field)).map(([, condition]) => condition);
  const all = [...base, ...selected];
  if (all.includes(NOTHING)) return [NOTHING];
  // Of a very long text the rest is ignored.
  for (const condition of ofTerms) if (isAccepted([...all, condition])) all.push(condition);
  return all;
}
