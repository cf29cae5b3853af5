// Answers the queries of a list from an OpenSearch or Elasticsearch server that `article-cards push` loads.
import { countBody, facetBody, fuzzyQuery, searchBody } from "./opensearch-query.js";
import { replaceUnknownWords } from "./search-corrections.js";
import { SearchNodes, readUrls } from "./search-nodes.js";
import { readRequest } from "./search-request.js";
import { ALL_VALUES, FACET_VALUES, TIMEOUT_MS, completeCounts, facetValue, isFieldName, isPlainToken, valuesWith, wordCondition } from "./search-server.js";
import { allowedEdits, wordsWithOneEdit } from "./search-typos.js";

/** @typedef {import("./search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("./search-engine.js").SearchEngine} SearchEngine */
/** @typedef {import("./search-engine.js").FacetValue} FacetValue */
/** @typedef {import("./search-server.js").Condition} Condition */
/** @typedef {import("./opensearch.js").OpenSearchOptions} OpenSearchOptions */
/** @typedef {import("./opensearch-query.js").FuzzyQuery} FuzzyQuery */
/** @typedef {import("./opensearch-query.js").Plan} Plan */

/** @type {typeof import("./opensearch.js").createOpenSearch} */
export const createOpenSearch = (options) => new OpenSearch(options);

/** @implements {SearchEngine} */
class OpenSearch {
  #nodes;
  #headers;
  #secrets;
  #facetValues;

  /** @param {OpenSearchOptions} options */
  constructor({ url, nodes = [], apiKey, headers = {}, timeoutMs = TIMEOUT_MS, facetValues = FACET_VALUES }) {
    const urls = readUrls("createOpenSearch", url, nodes).map(({ origin, pathname }) => `${origin}${pathname.replace(/\/+$/, "")}`);
    this.#nodes = new SearchNodes(urls, timeoutMs);
    this.#headers = { ...headers, ...(apiKey ? { Authorization: `ApiKey ${apiKey}` } : {}) };
    this.#secrets = [...(apiKey ? [apiKey] : []), ...Object.values(headers)];
    this.#facetValues = facetValues;
  }

  /** @type {SearchEngine["search"]} */
  async search(request, { signal }) {
    const facets = request.facets.filter(({ field }) => isFieldName(field));
    /** @type {Plan} */
    const plan = { ...readRequest(request), replacements: new Map() };
    let answer = await this.#send(searchBody(plan, request, facets, this.#facetValues), signal);
    if (!answer.hits.total.value) {
      const replacements = await replaceUnknownWords(plan, (conditions) => this.#exist(conditions, signal), async (word) => correction(word));
      if (replacements.size) answer = await this.#send(searchBody({ ...plan, replacements }, request, facets, this.#facetValues), signal);
    }
    const articles = answer.hits.hits.map((/** @type {any} */ hit) => articleOf(hit));
    const counts = facets.map(({ field }, at) => [field, completeCounts(field, countsOf(answer.aggregations[at]), request)]);
    return { total: answer.hits.total.value, articles, facetCounts: Object.fromEntries(counts) };
  }

  /** @type {NonNullable<SearchEngine["searchFacetValues"]>} */
  async searchFacetValues(field, text, request, { signal }) {
    if (!isFieldName(field)) return [];
    const facet = request.facets.find((facet) => facet.field === field) ?? { field, operator: "or" };
    const plan = { ...readRequest(request), replacements: new Map() };
    const { aggregations } = await this.#send(facetBody(plan, facet, ALL_VALUES), signal);
    return valuesWith(completeCounts(field, countsOf(aggregations[0]), request), text);
  }

  /**
   * Returns for each condition whether any document meets it.
   * @param {Condition[]} conditions
   * @param {AbortSignal} signal
   * @returns {Promise<boolean[]>}
   */
  async #exist(conditions, signal) {
    const { aggregations } = await this.#send(countBody(conditions), signal);
    return conditions.map((_, at) => aggregations[at].doc_count > 0);
  }

  /**
   * @param {object} body
   * @param {AbortSignal} signal
   * @returns {Promise<any>}
   */
  async #send(body, signal) {
    const { status, body: answer, url } = await this.#nodes.post("/_search", this.#headers, body, signal);
    if (status !== 200 || !answer?.hits?.total) throw this.#error(status, answer?.error, url);
    if (answer.timed_out || answer._shards?.failed) throw new Error(`${url} answered only for a part of the articles: some of the server's shards fail or are too slow`);
    return answer;
  }

  /**
   * @param {number} status
   * @param {any} error
   * @param {string} url
   */
  #error(status, error, url) {
    if (status === 401 || status === 403) {
      return new Error(`${url} refuses the request: the proxy before the server must add an authorization that may search the index`);
    }
    const reason = error?.root_cause?.[0]?.reason ?? error?.reason ?? error;
    const said = typeof reason === "string" ? ` (${this.#secrets.reduce((text, secret) => text.split(secret).join("…"), reason)})` : "";
    if (status === 404) return new Error(`${url} does not exist${said}: load the index with \`article-cards push\`, and check the URL`);
    if (/Result window is too large/.test(said)) return new Error(`${url} has no pages so far back${said}: search or filter instead`);
    return new Error(`${url} can't be searched: status ${status}${said}. Load the index with this release's \`article-cards push\``);
  }
}

/**
 * Returns what words are looked for instead of one that no article has.
 * @param {string} word
 * @returns {Condition | FuzzyQuery}
 */
function correction(word) {
  // Words with other characters are stored as hashes.
  return isPlainToken(word) ? fuzzyQuery(word, allowedEdits(word)) : wordCondition(wordsWithOneEdit(word));
}

/** @param {{ _index: string, _source?: { article?: string } }} hit */
function articleOf({ _index, _source }) {
  try {
    return JSON.parse(String(_source?.article));
  } catch {
    throw new Error(`the index ${_index} has a document without an article: load it with \`article-cards push\``);
  }
}

/**
 * Returns the counts in an aggregation.
 * @param {{ values: { buckets: { key: string, doc_count: number }[] } }} aggregation
 * @returns {FacetValue[]}
 */
const countsOf = ({ values }) => values.buckets.map(({ key, doc_count }) => ({ value: facetValue(key), count: doc_count }));
