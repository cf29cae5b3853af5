// Answers the queries of a list from a Typesense server that `article-cards push` loads.
import { replaceUnknownWords } from "./search-corrections.js";
import { SearchNodes, readUrls } from "./search-nodes.js";
import { readRequest } from "./search-request.js";
import { ALL_VALUES, FACET_VALUES, TIMEOUT_MS, completeCounts, facetValue, isFieldName, isPlainToken, storedName, valuesWith, wordCondition } from "./search-server.js";
import { allowedEdits, editDistance, wordsWithOneEdit } from "./search-typos.js";
import { filter } from "./typesense-filter.js";
import { conditions, textSearch } from "./typesense-text.js";

/** @typedef {import("./search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("./search-engine.js").SearchEngine} SearchEngine */
/** @typedef {import("./search-engine.js").FacetValue} FacetValue */
/** @typedef {import("./search-server.js").Condition} Condition */
/** @typedef {import("./typesense.js").TypesenseOptions} TypesenseOptions */

/** @typedef {import("./typesense-text.js").Search} Search */
/** @typedef {import("./typesense-text.js").Plan} Plan */

/** The server's limits: hits on a page, searches in a request. */
const MAX_HITS = 250;
const MAX_SEARCHES = 50;

/** How often a search is planned again because the collection lacks a field. */
const MAX_MISSING = 20;

/** @type {typeof import("./typesense.js").createTypesense} */
export const createTypesense = (options) => new Typesense(options);

/** @implements {SearchEngine} */
class Typesense {
  #nodes;
  #collection;
  #apiKey;
  #facetValues;
  /** The names of fields that the collection does not have. @type {Set<string>} */
  #missing = new Set();

  /** @param {TypesenseOptions} options */
  constructor({ url, nodes = [], collection, apiKey, timeoutMs = TIMEOUT_MS, facetValues = FACET_VALUES }) {
    const places = readUrls("createTypesense", url, nodes).map(readUrl);
    const names = new Set(places.map((place) => place.collection ?? collection));
    const [name] = collection === undefined ? names : [collection];
    if (!name || (collection === undefined && names.size > 1)) {
      throw new TypeError("createTypesense: the URL must name one collection, such as https://search.example/collections/news");
    }
    if (!apiKey) throw new TypeError("createTypesense: `apiKey` is missing: pass a key that may only search");
    this.#nodes = new SearchNodes(places.map(({ base }) => base), timeoutMs);
    this.#collection = name;
    this.#apiKey = apiKey;
    this.#facetValues = facetValues;
  }

  /** @type {SearchEngine["search"]} */
  async search(request, { signal }) {
    const facets = request.facets.filter(({ field }) => isFieldName(field));
    const { parts, results } = await this.#run(request, (parts) => this.#searches(parts, request, facets), signal);
    if (results[0].found) return this.#answer(results, request, facets);
    const exist = (/** @type {Condition[]} */ conditions) => this.#exist(conditions, signal);
    const correct = async (/** @type {string} */ word) => wordCondition(await this.#corrections(word, signal));
    const replacements = await replaceUnknownWords(parts, exist, correct);
    if (!replacements.size) return this.#answer(results, request, facets);
    const corrected = await this.#run(request, () => this.#searches({ ...parts, replacements }, request, facets), signal);
    return this.#answer(corrected.results, request, facets);
  }

  /** @type {NonNullable<SearchEngine["searchFacetValues"]>} */
  async searchFacetValues(field, text, request, { signal }) {
    if (!isFieldName(field)) return [];
    const { results } = await this.#run(request, (parts) => [this.#facetSearch(parts, request, [field], ALL_VALUES)], signal);
    return valuesWith(completeCounts(field, countsOf(results[0], field), request), text);
  }

  /**
   * Plans and runs searches. If the collection lacks a field, plans again without it.
   * @param {SearchRequest} request
   * @param {(parts: Plan) => Search[]} plan
   * @param {AbortSignal} signal
   */
  async #run(request, plan, signal) {
    for (let attempt = 0; ; attempt++) {
      const parts = { ...readRequest(request, this.#missing), replacements: new Map() };
      const { results, missing } = await this.#send(plan(parts), signal);
      if (!missing.length || attempt === MAX_MISSING) return { parts, results };
      for (const name of missing) this.#missing.add(name);
    }
  }

  /**
   * Returns the searches of a request: the pages of hits, the first one with the counts of the facets
   * without an own selection, and one for each other facet.
   * @param {Plan} parts
   * @param {SearchRequest} request
   * @param {SearchRequest["facets"]} facets
   */
  #searches(parts, request, facets) {
    const counted = facets.filter(({ field, operator }) => operator === "and" || !parts.selections.has(field));
    const others = facets.filter((facet) => !counted.includes(facet));
    const text = textSearch(parts, request, this.#missing);
    const { size, first, last } = pagesOf(request);
    const hits = Array.from({ length: last - first + 1 }, (_, at) => ({
      ...text,
      filter_by: filter(conditions(parts, text)),
      include_fields: "article",
      page: first + at,
      per_page: size,
    }));
    Object.assign(hits[0], this.#facetBy(counted.map(({ field }) => field), this.#facetValues));
    return [...hits, ...others.map(({ field }) => this.#facetSearch(parts, request, [field], this.#facetValues))];
  }

  /**
   * Returns the search that counts the values of fields without their own selection.
   * @param {Plan} parts
   * @param {SearchRequest} request
   * @param {string[]} fields
   * @param {number} limit
   * @returns {Search}
   */
  #facetSearch(parts, request, fields, limit) {
    const text = textSearch(parts, request, this.#missing);
    const isAnd = request.facets.some(({ field, operator }) => fields.includes(field) && operator === "and");
    const own = isAnd ? [] : fields;
    return { ...text, filter_by: filter(conditions(parts, text, own)), include_fields: "id", per_page: 0, ...this.#facetBy(fields, limit) };
  }

  /**
   * @param {string[]} fields
   * @param {number} limit
   * @returns {Search}
   */
  #facetBy(fields, limit) {
    const names = fields.map(facetName).filter((name) => !this.#missing.has(name));
    return names.length ? { facet_by: names.join(","), max_facet_values: limit } : {};
  }

  /**
   * Returns for each condition whether any document meets it.
   * @param {Condition[]} conditions
   * @param {AbortSignal} signal
   * @returns {Promise<boolean[]>}
   */
  async #exist(conditions, signal) {
    const searches = conditions.map((condition) => ({ q: "*", filter_by: filter([condition]), per_page: 0, include_fields: "id" }));
    return (await this.#send(searches, signal)).results.map(({ found }) => found > 0);
  }

  /**
   * Returns the words that a word may mean: all that are one edit away, and those with two edits that the
   * server finds.
   * @param {string} word
   * @param {AbortSignal} signal
   */
  async #corrections(word, signal) {
    const one = wordsWithOneEdit(word);
    const edits = allowedEdits(word);
    if (edits < 2 || !isPlainToken(word)) return one;
    const search = {
      ...{ q: word, query_by: "words", prefix: true, num_typos: edits, min_len_1typo: 1, min_len_2typo: 1, typo_tokens_threshold: MAX_HITS },
      ...{ exhaustive_search: true, split_join_tokens: "off", include_fields: "id", per_page: MAX_HITS, highlight_full_fields: "none" },
    };
    const { results } = await this.#send([search], signal);
    /** @type {{ highlights: { matched_tokens: string[][] }[] }[]} */
    const hits = results[0].hits;
    const found = hits.flatMap(({ highlights }) => highlights.flatMap((highlight) => highlight.matched_tokens.flat()));
    return [...new Set([...one, ...found.filter((other) => editDistance(word, other) <= edits)])];
  }

  /**
   * @param {any[]} results
   * @param {SearchRequest} request
   * @param {SearchRequest["facets"]} facets
   */
  #answer(results, request, facets) {
    const { size, first, last, start, end } = pagesOf(request);
    const hits = results.slice(0, last - first + 1).flatMap((result) => result.hits);
    const offset = (first - 1) * size;
    const articles = hits.slice(start - offset, end - offset).map(({ document }) => this.#article(document));
    const counts = facets.map(({ field }) => [field, completeCounts(field, results.flatMap((result) => countsOf(result, field)), request)]);
    return { total: results[0].found, articles, facetCounts: Object.fromEntries(counts) };
  }

  /** @param {{ article?: string }} document */
  #article({ article }) {
    try {
      return JSON.parse(String(article));
    } catch {
      throw new Error(`the collection ${this.#collection} has a document without an article: load it with \`article-cards push\``);
    }
  }

  /**
   * Sends searches. Returns their results and the names of fields that the collection lacks.
   * @param {Search[]} searches
   * @param {AbortSignal} signal
   */
  async #send(searches, signal) {
    /** @type {any[]} */
    const results = [];
    for (let at = 0; at < searches.length; at += MAX_SEARCHES) {
      const some = searches.slice(at, at + MAX_SEARCHES).map((search) => ({ collection: this.#collection, ...search }));
      const answer = await this.#nodes.post("/multi_search", { "X-TYPESENSE-API-KEY": this.#apiKey }, { searches: some }, signal);
      if (answer.status !== 200 || !Array.isArray(answer.body?.results)) throw this.#error(answer.status, answer.body?.message, answer.url);
      results.push(...answer.body.results.map((/** @type {any} */ result) => ({ ...result, url: answer.url })));
    }
    const missing = new Set();
    for (const { error, code, url } of results) {
      const [, name] = /named `([^`]+)`/.exec(error ?? "") ?? [];
      if (name && /^(key|facet|sort)_/.test(name)) missing.add(name);
      else if (error) throw this.#error(code, error, url);
    }
    return { results, missing: [...missing] };
  }

  /**
   * @param {number} status
   * @param {unknown} message
   * @param {string} url
   */
  #error(status, message, url) {
    const place = `${url}/collections/${this.#collection}`;
    const said = typeof message === "string" ? ` (${message.split(this.#apiKey).join("…")})` : "";
    if (status === 401 || status === 403) {
      return new Error(`the search server refuses the key for ${place}: \`api-key\` needs one with the action documents:search on this collection`);
    }
    if (status === 404 && !/^Could not find/.test(String(message))) return new Error(`${place} does not exist${said}: load it with \`article-cards push\`, and check the name and the URL`);
    return new Error(`${place} can't be searched: status ${status}${said}. Load it with this release's \`article-cards push\``);
  }
}

/**
 * Reads the URL of a node, with or without that of a collection.
 * @param {URL} url
 */
function readUrl({ origin, pathname }) {
  const [, path, collection] = /^(.*?)(?:\/collections\/([^/]+))?\/*$/.exec(pathname) ?? [];
  return { base: `${origin}${path ?? ""}`, collection: collection && decodeURIComponent(collection) };
}

/** @param {string} field */
const facetName = (field) => `facet_${storedName(field)}`;

/**
 * Returns the counts of a field in a result.
 * @param {any} result
 * @param {string} field
 * @returns {FacetValue[]}
 */
function countsOf(result, field) {
  const facets = (result.facet_counts ?? []).filter((/** @type {any} */ facet) => facet.field_name === facetName(field));
  const counts = facets.flatMap((/** @type {any} */ facet) => facet.counts);
  return counts.map((/** @type {FacetValue} */ { value, count }) => ({ value: facetValue(value), count }));
}

/**
 * Returns the pages of the server that have the articles of a request.
 * @param {SearchRequest} request
 */
function pagesOf({ page, pageSize }) {
  const start = (page - 1) * pageSize;
  const size = Math.min(pageSize, MAX_HITS);
  return { size, start, end: start + pageSize, first: Math.floor(start / size) + 1, last: Math.ceil((start + pageSize) / size) };
}
