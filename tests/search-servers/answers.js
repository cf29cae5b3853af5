// What every adapter of a search server must answer, beside our own engine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { OwnEngines, compare, idOf } from "./comparison.js";
import { VALUES, oddFeed } from "./odd-feed.js";
import { randomRequests } from "./random-states.js";

/** @typedef {import("../../package/search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("../../package/search-engine.js").SearchEngine} SearchEngine */

/** The number of random queries about each feed. */
const STATES = Number(process.env.SEARCH_STATES ?? 500);

export const feed = oddFeed(400, 7);
const own = new OwnEngines(feed);

/** @param {Partial<SearchRequest> & { query?: string, sort?: string, filters?: object }} parts @returns {SearchRequest} */
export const request = ({ query = "", sort = "", filters = {}, ...rest }) => ({
  state: { query, sort, page: 1, filters: /** @type {any} */ (filters) },
  only: null, facets: [], page: 1, pageSize: 500, locale: "en", timeZone: "UTC", ...rest,
});

export const { signal } = new AbortController();

/**
 * Compares random queries, and returns how many differ in what.
 * @param {OwnEngines} own
 * @param {SearchEngine} searched
 * @param {number} seed
 * @param {{ typos?: boolean }} [options]
 */
async function differences(own, searched, seed, options) {
  const next = randomRequests(await own.articles(), seed, options);
  const differing = { results: 0, orders: 0, found: 0 };
  /** @type {string[]} */
  const examples = [];
  for (let at = 0; at < STATES; at++) {
    const request = next();
    const { total, counts, order, expected } = await compare(own, searched, request);
    const byRelevance = request.state.sort === "" && request.state.query !== "";
    // A day without a time begins in UTC on the server, in the reader's zone in ours.
    const byDate = !/title|provider|position|quality/.test(request.state.sort) && request.timeZone !== "UTC";
    if (total || counts) examples.push(JSON.stringify(request));
    differing.results += total || counts ? 1 : 0;
    differing.orders += order && !total && !byRelevance && !byDate ? 1 : 0;
    differing.found += expected.total > 0 ? 1 : 0;
  }
  return { ...differing, examples };
}

/**
 * Tests the adapter of a server.
 * @param {object} server
 * @param {string | false} server.skip
 * @param {(collection?: string) => SearchEngine} server.engine asks about the feed of these tests
 * @param {(file: string, collection: string) => Promise<{ status: number, output: string }>} server.push
 */
export function testAnswers({ skip, engine, push }) {
  const ask = (/** @type {SearchRequest} */ request) => engine().search(request, { signal });

  test("totals, counts and orders are those of our own engine", { skip }, async (t) => {
    const { results, orders, found, examples } = await differences(own, engine(), 1);
    t.diagnostic(`${results} of ${STATES} queries differ in totals or counts; ${found} find something`);
    assert.ok(results <= STATES / 20, examples.slice(0, 5).join("\n"));
    assert.equal(orders, 0);
    assert.ok(found > STATES / 3);
  });

  test("words with typos are found as by our own engine", { skip }, async (t) => {
    const { results, examples } = await differences(own, engine(), 2, { typos: true });
    t.diagnostic(`${results} of ${STATES} queries differ in totals or counts`);
    assert.ok(results <= STATES / 20, examples.slice(0, 5).join("\n"));
  });

  const everyday = process.env.SEARCH_FEED;

  test("the same with a feed of one's own", { skip: skip || (everyday ? false : "no SEARCH_FEED") }, async (t) => {
    const text = readFileSync(String(everyday), "utf8");
    const pushed = await push(String(everyday), "everyday");
    assert.ok(pushed.status < 2, pushed.output);
    const [plain, typos] = [false, true].map((typos) => differences(new OwnEngines(text), engine("everyday"), 3, { typos }));
    for (const { results, orders, examples } of [await plain, await typos]) {
      t.diagnostic(`${results} of ${STATES} queries differ in totals or counts`);
      assert.ok(results <= STATES / 20, examples.slice(0, 5).join("\n"));
      assert.equal(orders, 0);
    }
  });

  test("every value filters exactly, whatever characters it has", { skip }, async () => {
    for (const field of ["topics", "authors", "category", "provider", "type"]) {
      for (const value of VALUES) {
        for (const filter of [{ any: [value] }, { not: [value] }, { any: [value, "plain"] }]) {
          const facets = [{ field, operator: /** @type {const} */ ("or") }];
          const { total, counts } = await compare(own, engine(), request({ filters: { [field]: filter }, facets }));
          assert.ok(!total && !counts, `${field} ${JSON.stringify(filter)}`);
        }
      }
    }
  });

  test("a page may have more articles than the server's pages", { skip }, async () => {
    const expected = (await own.query(request({ sort: "position" }))).ids;
    for (const [page, pageSize] of [[1, 300], [2, 300], [1, 251], [2, 170], [3, 12], [1, 500]]) {
      const { articles, total } = await ask(request({ sort: "position", page, pageSize }));
      assert.deepEqual(articles.map(idOf), expected.slice((page - 1) * pageSize, page * pageSize), `page ${page} of ${pageSize}`);
      assert.equal(total, expected.length);
    }
  });

  test("everything is counted within the fixed filter", { skip }, async () => {
    const only = { query: "tide", sort: "", page: 1, filters: { topics: { not: ["x"] } } };
    const facets = [{ field: "topics", operator: /** @type {const} */ ("or") }];
    const { total, facetCounts } = await ask(request({ only, facets }));
    const expected = await own.query(request({ query: "tide", filters: only.filters, facets }));
    assert.equal(total, expected.total);
    const above = (/** @type {any[]} */ values) => values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]);
    assert.deepEqual(above([...facetCounts.topics]), above(expected.facetCounts.topics));
    const [some] = (await own.articles()).map(idOf).slice(5);
    const one = await ask(request({ only: { query: "", sort: "", page: 1, filters: { id: { any: [some] } } } }));
    assert.deepEqual(one.articles.map(idOf), [some]);
  });

  test("values of a facet are searched", { skip }, async () => {
    const facets = [{ field: "topics", operator: /** @type {const} */ ("or") }];
    const searched = engine();
    const found = await searched.searchFacetValues?.("topics", " ECLAIR", request({ facets, filters: { topics: { any: ["x"] } } }), { signal });
    assert.deepEqual(found?.map(({ value }) => value.normalize().toLowerCase()), ["éclair", "éclair"]);
    assert.deepEqual(await searched.searchFacetValues?.("nothing", "a", request({}), { signal }), []);
  });

  test("fields that no article has select nothing and sort nothing", { skip }, async () => {
    const facets = [{ field: "region", operator: /** @type {const} */ ("or") }, { field: "topics", operator: /** @type {const} */ ("or") }];
    const selected = await ask(request({ filters: { region: { any: ["North"] } }, facets }));
    assert.equal(selected.total, 0);
    assert.deepEqual(selected.facetCounts.region, [{ value: "North", count: 0 }]);
    const all = await ask(request({ filters: { region: { not: ["North"] } }, sort: "-region" }));
    assert.equal(all.total, (await own.query(request({}))).total);
  });

  test("a long text, many values and a broad range are no error", { skip }, async () => {
    const { total } = await ask(request({ query: "tide ".repeat(60) + "xyzzy " + Array.from({ length: 100 }, (_, at) => `low${at}`).join(" ") }));
    assert.equal(total, 0);
    const any = Array.from({ length: 500 }, (_, at) => `value ${at}`);
    assert.equal((await ask(request({ filters: { topics: { any } } }))).total, 0);
    const range = [-(2 ** 70), 2 ** 70];
    assert.ok((await ask(request({ filters: { quality: range } }))).total > 100);
  });
}
