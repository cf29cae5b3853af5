// The adapter of OpenSearch, with a server that stands in for it: its answers beside those of our own engine.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createOpenSearch } from "../../package/opensearch.js";
import { feed, request, signal, testAnswers } from "./answers.js";
import { idOf } from "./comparison.js";
import { call, push, skip, startServer } from "./opensearch-server.js";

/** @typedef {import("../../package/search-engine.js").SearchRequest} SearchRequest */

const folder = mkdtempSync(join(tmpdir(), "article-cards-"));

/** @type {import("./opensearch-server.js").OpenSearchServer} */
let server;

before(async () => {
  if (skip) return;
  server = await startServer();
  writeFileSync(join(folder, "odd.json"), feed);
  const pushed = await push(server.url, join(folder, "odd.json"));
  assert.equal(pushed.status, 0, pushed.output);
});

after(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {Partial<import("../../package/opensearch.js").OpenSearchOptions>} [options] */
const engine = (options = {}) => createOpenSearch({ url: `${server.url}/news`, ...options });

testAnswers({
  skip,
  engine: (collection = "news") => engine({ url: `${server.url}/${collection}` }),
  push: (file, collection) => push(server.url, file, { collection }),
});

/** Answers as a server would; records what it is asked. @param {(request: import("node:http").IncomingMessage) => { status?: number, body?: unknown }} answer */
async function standIn(answer) {
  /** @type {import("node:http").IncomingHttpHeaders[]} */
  const headers = [];
  const proxy = createServer((incoming, outgoing) => {
    headers.push(incoming.headers);
    incoming.resume().on("end", () => {
      const { status = 200, body = {} } = answer(incoming);
      outgoing.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
    });
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
  return { url: `http://127.0.0.1:${port}/search`, headers, close: () => proxy.close() };
}

test("errors say what is wrong, where, and what to do, without what authorizes", { skip }, async () => {
  const fails = async (/** @type {string} */ url, /** @type {RegExp} */ message, /** @type {SearchRequest} */ asked = request({})) => {
    const error = await engine({ url, apiKey: "secret-key", headers: { "X-Site": "other-secret" } }).search(asked, { signal }).then(() => undefined, (error) => error);
    assert.ok(error instanceof Error);
    assert.match(error.message, message);
    assert.ok(!/secret/.test(error.message), error.message);
  };
  await fails(`${server.url}/nothing`, /\/nothing does not exist \(no such index \[nothing\]\): .*article-cards push/);
  await fails(`${server.url}/news`, /\/news has no pages so far back .*search or filter instead/, request({ page: 20_000 }));
  await call(server.url, "POST", "/foreign/_doc?refresh=true", { title: "Tide" });
  await fails(`${server.url}/foreign`, /index foreign has a document without an article: .*article-cards push/);
  let answer = { status: 403, body: /** @type {unknown} */ ({ error: { reason: "no secret-key other-secret" } }) };
  const proxy = await standIn(() => answer);
  await fails(proxy.url, /\/search refuses the request: the proxy/);
  answer = { status: 400, body: { error: { reason: "bad secret-key other-secret" } } };
  await fails(proxy.url, /\/search can't be searched: status 400 \(bad … …\)/);
  answer = { status: 200, body: { hits: { total: { value: 1 }, hits: [] }, _shards: { failed: 1 }, aggregations: {} } };
  await fails(proxy.url, /answered only for a part of the articles/);
  answer = { status: 200, body: "a page of something else" };
  await fails(proxy.url, /can't be searched: status 200/);
  assert.equal(proxy.headers[0].authorization, "ApiKey secret-key");
  assert.equal(proxy.headers[0]["x-site"], "other-secret");
  proxy.close();
  assert.throws(() => createOpenSearch({ url: "nonsense" }), /"nonsense" is not a URL/);
  assert.throws(() => createOpenSearch({ url: "ftp://search.example" }), /not an http\(s\) URL/);
});

test("another URL answers where one does not", { skip }, async () => {
  const down = await standIn(() => ({ status: 503 }));
  const searched = engine({ url: `${down.url} ${server.url}/news/` });
  const { total } = await searched.search(request({}), { signal });
  assert.ok(total > 300);
  await searched.search(request({}), { signal });
  assert.equal(down.headers.length, 1);
  down.close();
});

test("a push replaces the index, and an update changes it", { skip }, async () => {
  const file = join(folder, "feed.json");
  const write = (/** @type {object[]} */ articles) => writeFileSync(file, JSON.stringify(articles));
  const articles = Array.from({ length: 30 }, (_, at) => ({ id: at, title: `Tide ${at}`, topics: [at % 2 ? "odd" : "even"], publishedDateTime: "2024-01-01T00:00:00Z" }));
  const found = async (sort = "") => {
    const facets = [{ field: "topics", operator: /** @type {const} */ ("or") }];
    const { articles, facetCounts } = await engine({ url: `${server.url}/pushed` }).search(request({ sort, facets }), { signal });
    return { ids: articles.map(idOf), articles: /** @type {any[]} */ ([...articles]), topics: facetCounts.topics };
  };
  const indices = async () => Object.keys(await call(server.url, "GET", "/pushed_*"));
  write(articles);
  const first = await push(server.url, file, { collection: "pushed" });
  assert.deepEqual(first, { status: 0, output: "" });
  const before = await indices();
  assert.match(before.join(), /^pushed_\d+$/);
  assert.deepEqual((await found()).ids, articles.map(({ id }) => String(id)));

  const [one, two, , ...rest] = articles;
  write([{ ...two, id: 99, title: "Newest" }, one, { ...two, title: "Changed", topics: ["ODD", "new"] }, ...rest.slice().reverse()]);
  assert.deepEqual(await push(server.url, file, { collection: "pushed", more: ["--update"] }), { status: 0, output: "" });
  assert.deepEqual(await indices(), before);
  const { ids, articles: all, topics } = await found("position");
  assert.deepEqual(ids, ["99", "0", "1", ...rest.slice().reverse().map(({ id }) => String(id))]);
  assert.equal(all[2].title, "Changed");
  assert.deepEqual(topics, [{ value: "odd", count: 16 }, { value: "even", count: 14 }, { value: "new", count: 1 }]);
  assert.deepEqual((await found("title")).ids.slice(0, 2), ["1", "99"]);

  write(articles.slice(0, 7));
  assert.equal((await push(server.url, file, { collection: "pushed" })).status, 0);
  assert.equal((await found()).ids.length, 7);
  const after = await indices();
  assert.equal(after.length, 1);
  assert.notDeepEqual(after, before);

  // Somebody deleted the index: readers are told, and the next push brings it back.
  await call(server.url, "DELETE", `/${after[0]}`);
  await assert.rejects(found(), /\/pushed does not exist/);
  assert.deepEqual(await push(server.url, file, { collection: "pushed", more: ["--update"] }), { status: 0, output: "" });
  assert.equal((await found()).ids.length, 7);
});
