// Compares the answers of a search server with those of our own engine.
import { createEngine } from "../../pkg/engine.js";

/** @typedef {import("../../package/search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("../../package/search-engine.js").SearchEngine} SearchEngine */
/** @typedef {import("../../pkg/engine.js").Engine} Engine */

/** Answers requests with our own engine, one for each time zone and list of facets. */
export class OwnEngines {
  /** @type {Map<string, Promise<Engine>>} */
  #engines = new Map();

  /** @param {string} feed @param {object} [options] */
  constructor(feed, options = {}) {
    this.feed = feed;
    this.options = options;
  }

  /** @param {SearchRequest} request */
  async query({ state, facets, timeZone }) {
    const list = facets.map(({ field, operator }) => `${field}:${operator}`).join();
    const key = `${timeZone} ${list}`;
    const engine = this.#engines.get(key) ?? createEngine(this.feed, { ...this.options, timeZone, locale: "en", facets: list || "none" });
    this.#engines.set(key, engine);
    return (await engine).query(state);
  }

  async articles() {
    const engine = await createEngine(this.feed, { ...this.options, locale: "en" });
    return engine.articles(engine.query({ sort: "position" }).ids);
  }
}

/** Returns the identity of an article. @param {any} article */
export const idOf = (article) => String(article.id ?? article.path ?? article.webUrl ?? article.link ?? article.url ?? article.originalUrl);

/**
 * Returns in what two answers differ: `total`, `counts` and `order`.
 * @param {OwnEngines} own
 * @param {SearchEngine} server
 * @param {SearchRequest} request
 */
export async function compare(own, server, request) {
  const expected = await own.query(request);
  const answer = await server.search(request, { signal: new AbortController().signal });
  const counts = (/** @type {any} */ all) => JSON.stringify(request.facets.map(({ field }) => countsOf(all[field])));
  const ids = answer.articles.map(idOf);
  return {
    total: answer.total !== expected.total,
    counts: counts(answer.facetCounts) !== counts(expected.facetCounts),
    order: JSON.stringify(ids) !== JSON.stringify(expected.ids.slice(0, request.pageSize)),
    expected,
    answer,
  };
}

/**
 * Returns counts to compare. The spelling of a value without articles is the reader's or the feed's.
 * @param {readonly { value: string, count: number }[]} values
 */
const countsOf = (values) => {
  const found = values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]);
  return [found, values.filter(({ count }) => count === 0).map(({ value }) => value.toLowerCase()).sort()];
};
