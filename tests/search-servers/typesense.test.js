// The adapter of Typesense, with a real server: its answers beside those of our own engine.
import assert from "node:assert/strict";
import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createTypesense } from "../../package/typesense.js";
import { startOfDay } from "../../package/search-request.js";
import { hash, valueHash } from "../../package/search-server.js";
import { feed, request, signal, testAnswers } from "./answers.js";
import { idOf } from "./comparison.js";
import { call, push, skip, startServer } from "./typesense-server.js";

const folder = mkdtempSync(join(tmpdir(), "article-cards-"));

/** @type {import("./typesense-server.js").ServerNode} */
let server;
/** A key that may only search. */
let searchKey = "";

before(async () => {
  if (skip) return;
  [server] = await startServer();
  const key = await call(server.url, "POST", "/keys", { description: "search", actions: ["documents:search"], collections: [".*"] });
  searchKey = key.value;
  writeFileSync(join(folder, "odd.json"), feed);
  const pushed = await push(server.url, join(folder, "odd.json"));
  assert.equal(pushed.status, 0, pushed.output);
});

after(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

const engine = (/** @type {Partial<import("../../package/typesense.js").TypesenseOptions>} */ options = {}) =>
  createTypesense({ url: `${server.url}/collections/news`, apiKey: searchKey, ...options });

testAnswers({
  skip,
  engine: (collection = "news") => engine({ url: `${server.url}/collections/${collection}` }),
  push: (file, collection) => push(server.url, file, { collection }),
});

test("the server and scripts compute the same hashes", { skip }, async () => {
  const found = await call(server.url, "GET", "/collections/news/documents/search?q=*&per_page=250&include_fields=id,article,key_topics,key_id");
  for (const { document } of found.hits) {
    const article = JSON.parse(document.article);
    assert.equal(document.id, hash(idOf(article)));
    assert.deepEqual(document.key_id, [valueHash("id", idOf(article))]);
    const topics = [...new Set((article.topics ?? []).map((/** @type {string} */ topic) => valueHash("topics", topic.normalize())))];
    if (!/[&\u0301\u00A0]/.test(JSON.stringify(article.topics))) assert.deepEqual(document.key_topics ?? [], topics);
  }
  assert.ok(found.hits.length > 200);
});

test("days begin at midnight of the reader's zone", () => {
  const day = (/** @type {string} */ text) => Date.parse(`${text}T00:00:00Z`);
  const start = (/** @type {string} */ text, /** @type {string} */ zone) => new Date(startOfDay(day(text), zone)).toISOString();
  assert.equal(start("2024-03-31", "Europe/Berlin"), "2024-03-30T23:00:00.000Z");
  assert.equal(start("2024-04-01", "Europe/Berlin"), "2024-03-31T22:00:00.000Z");
  assert.equal(start("2024-01-01", "America/New_York"), "2024-01-01T05:00:00.000Z");
  assert.equal(start("2024-01-01", "Asia/Kathmandu"), "2023-12-31T18:15:00.000Z");
  // Clocks skipped midnight.
  assert.equal(start("2018-11-04", "America/Sao_Paulo"), "2018-11-04T03:00:00.000Z");
  // Samoa had no such day.
  assert.equal(start("2011-12-30", "Pacific/Apia"), "2011-12-30T10:00:00.000Z");
});

test("errors say what is wrong, where, and what to do, without the key", { skip }, async () => {
  const fails = async (/** @type {Partial<import("../../package/typesense.js").TypesenseOptions>} */ options, /** @type {RegExp} */ message) => {
    const error = await engine(options).search(request({}), { signal }).then(() => undefined, (error) => error);
    assert.ok(error instanceof Error);
    assert.match(error.message, message);
    assert.ok(!error.message.includes(searchKey) && !error.message.includes("wrong-key"));
  };
  await fails({ apiKey: "wrong-key" }, /refuses the key for http:.*\/collections\/news: .*documents:search/);
  await fails({ url: `${server.url}/collections/nothing` }, /\/collections\/nothing does not exist.*article-cards push/);
  await call(server.url, "POST", "/collections", { name: "foreign", fields: [{ name: "title", type: "string" }] });
  await fails({ url: `${server.url}/collections/foreign` }, /can't be searched: .*article-cards push/);
  assert.throws(() => createTypesense({ url: "https://search.example", apiKey: "key" }), /must name one collection/);
  assert.throws(() => createTypesense({ url: "nonsense", apiKey: "key" }), /"nonsense" is not a URL/);
  assert.throws(() => createTypesense({ url: "https://search.example/collections/news", apiKey: "" }), /`apiKey` is missing/);
  const controller = new AbortController();
  const pending = engine().search(request({}), { signal: controller.signal });
  controller.abort();
  await assert.rejects(pending, { name: "AbortError" });
});

