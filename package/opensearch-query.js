// Writes requests in the query language of OpenSearch, which Elasticsearch has, too.
import { EVERYTHING, SEARCHED, negate, rankingTokens, storedName, termCondition, wholeConditions } from "./search-server.js";
import { sortKeys, sortsByRelevance } from "./search-sort.js";

/** @typedef {import("./search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("./search-server.js").Condition} Condition */
/** @typedef {import("./search-request.js").RequestParts} RequestParts */
/** @typedef {import("./search-terms.js").Term} Term */

/** A query, or another part of a request. @typedef {Record<string, unknown>} Query */

/** A query for words with typos. @typedef {{ fuzzy: Query }} FuzzyQuery */

/**
 * A request, and what terms match instead whose words no article has.
 * @typedef {RequestParts & { replacements: ReadonlyMap<Term, Condition | FuzzyQuery> }} Plan
 */

/** What a query may have of conditions on fields: the servers' limit is 1,024. */
const MAX_CLAUSES = 900;

/** What whole words weigh, and what BM25 does: neither outweighs what is above it. */
const WHOLE_WORDS = 1_000;
const BM25 = 0.005;

/** How many words with typos are looked up, where the server limits them. */
const MAX_TYPOS = 1_000;

/**
 * Returns the query of documents that meet a condition.
 * @param {Condition} condition
 * @returns {Query}
 */
export function query(condition) {
  if ("all" in condition) return both(condition.all.map(query));
  if ("any" in condition) return { bool: { should: condition.any.map(query), minimum_should_match: 1 } };
  if ("is" in condition) return { terms: { [indexed(condition.field)]: condition.is } };
  if ("not" in condition) return { bool: { must_not: [query(negate(condition))] } };
  const { field, least, most } = condition;
  if (least === undefined && most === undefined) return query(EVERYTHING);
  return { range: { [field]: { gte: least, lte: most } } };
}

/** The name of a stored field in the index, where a dot would mean a part of another one. @param {string} field */
const indexed = (field) => field.replaceAll(".", "-");

/** Returns the query of documents that meet several. @param {Query[]} filter @returns {Query} */
const both = (filter) => ({ bool: { filter } });

/**
 * Returns the query of words that may mean a word, which has Latin letters and digits only.
 * @param {string} word
 * @param {number} edits
 * @returns {FuzzyQuery}
 */
export function fuzzyQuery(word, edits) {
  return { fuzzy: { words: { value: word, fuzziness: edits, prefix_length: 0, transpositions: true, max_expansions: MAX_TYPOS, rewrite: "constant_score" } } };
}

/**
 * Returns the body of a request: articles and their total, and the counts of facets.
 * @param {Plan} plan
 * @param {SearchRequest} request
 * @param {SearchRequest["facets"]} facets
 * @param {number} facetValues
 */
export function searchBody(plan, request, facets, facetValues) {
  const { page, pageSize, state } = request;
  const { all, some } = selected(plan.selections);
  const wanted = plan.terms.filter((term) => !term.isExcluded && !plan.replacements.has(term));
  return {
    from: (page - 1) * pageSize,
    size: pageSize,
    track_total_hits: true,
    _source: ["article"],
    query: { bool: { filter: filters(plan), should: sortsByRelevance(state.sort, wanted.length > 0) ? ranking(wanted) : [], minimum_should_match: 0 } },
    post_filter: all,
    sort: sortBy(state.sort, plan.terms.some((term) => !term.isExcluded)),
    aggs: Object.fromEntries(facets.map(({ field, operator }, at) => [at, valueCounts(field, operator === "and" ? all : some(field), facetValues)])),
  };
}

/**
 * Returns the body of a request for the values of a facet alone.
 * @param {Plan} plan
 * @param {SearchRequest["facets"][number]} facet
 * @param {number} limit
 */
export function facetBody(plan, { field, operator }, limit) {
  const { all, some } = selected(plan.selections);
  return { size: 0, query: both(filters(plan)), aggs: { 0: valueCounts(field, operator === "and" ? all : some(field), limit) } };
}

/**
 * Returns the body of a request that counts the documents of each condition.
 * @param {readonly Condition[]} conditions
 */
export const countBody = (conditions) => ({ size: 0, aggs: Object.fromEntries(conditions.map((condition, at) => [at, { filter: query(condition) }])) });

/**
 * Returns the queries of all selected values, and of those without the selection of a field.
 * @param {RequestParts["selections"]} selections
 */
function selected(selections) {
  const some = (/** @type {string} */ without) => both([...selections].filter(([field]) => field !== without).map(([, condition]) => query(condition)));
  return { all: some(""), some };
}

/**
 * @param {string} field
 * @param {Query} filter
 * @param {number} size
 */
const valueCounts = (field, filter, size) => ({ filter, aggs: { values: { terms: { field: indexed(`facet_${storedName(field)}`), size } } } });

/**
 * Returns the queries of the text and of all filters that are no selections.
 * @param {Plan} plan
 */
function filters({ terms, fixedTerms, base, replacements }) {
  const queries = base.map(query);
  let left = MAX_CLAUSES - queries.reduce((sum, query) => sum + clauses(query), 0);
  for (const term of [...terms, ...fixedTerms]) {
    const condition = replacements.get(term) ?? termCondition(term);
    const wanted = "fuzzy" in condition ? condition : query(term.isExcluded ? negate(condition) : condition);
    left -= clauses(wanted);
    // Of a very long text the rest is ignored.
    if (left < 0) break;
    queries.push(wanted);
  }
  return queries;
}

/**
 * Returns the number of conditions on fields in a query.
 * @param {Query} query
 * @returns {number}
 */
function clauses({ bool }) {
  if (!bool) return 1;
  const lists = Object.values(/** @type {Record<string, Query[] | number>} */ (bool));
  return lists.flatMap((list) => (Array.isArray(list) ? list : [])).reduce((sum, query) => sum + clauses(query), 0);
}

/**
 * Returns what makes articles relevant: all words as whole words, else the fields that have them, else
 * how rare they are and how short the article is.
 * @param {readonly Term[]} terms
 * @returns {Query[]}
 */
function ranking(terms) {
  const constant = (/** @type {Query} */ filter, /** @type {number} */ boost) => ({ constant_score: { filter, boost } });
  const whole = wholeConditions(terms);
  return [
    ...(whole.length ? [constant(query({ all: whole }), WHOLE_WORDS)] : []),
    ...rankingTokens(terms).flatMap((token) => [
      ...Object.entries(SEARCHED).map(([field, weight]) => constant({ term: { [field]: token } }, weight)),
      { term: { search_any: { value: token, boost: BM25 } } },
    ]),
  ];
}

/**
 * @param {string} sort
 * @param {boolean} hasText
 */
function sortBy(sort, hasText) {
  const by = (/** @type {string} */ field, isDescending = false) => ({ [indexed(field)]: { order: isDescending ? "desc" : "asc", missing: "_last", unmapped_type: "long" } });
  const keys = sortKeys(sort, hasText).flatMap(({ field, isDescending }) => (field === "relevance" ? ["_score", by("published", true)] : [by(field, isDescending)]));
  return [...keys, by("position")];
}
