// `article-cards push` with a real server: what readers find before, during and after it.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createTypesense } from "../../package/typesense.js";
import { idOf } from "./comparison.js";
import { ADMIN_KEY, call, push, skip, startServer } from "./typesense-server.js";

const folder = mkdtempSync(join(tmpdir(), "article-cards-"));
const file = join(folder, "feed.json");

/** @type {import("./typesense-server.js").ServerNode} */
let server;

before(async () => {
  if (!skip) [server] = await startServer();
});

after(async () => {
  await server?.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {object[]} articles */
const write = (articles) => writeFileSync(file, JSON.stringify(articles));

const articles = Array.from({ length: 30 }, (_, at) => ({ id: at, title: `Tide ${at}`, topics: [at % 2 ? "odd" : "even"], publishedDateTime: "2024-01-01T00:00:00Z" }));

/** Returns what readers find. @param {string} [query] @param {string} [sort] */
async function found(query = "", sort = "", collection = "news") {
  const engine = createTypesense({ url: `${server.url}/collections/${collection}`, apiKey: ADMIN_KEY });
  const request = { state: { query, sort, page: 1, filters: {} }, only: null, facets: [{ field: "topics", operator: /** @type {const} */ ("or") }], page: 1, pageSize: 500, locale: "en", timeZone: "UTC" };
  const { articles, facetCounts } = await engine.search(request, { signal: new AbortController().signal });
  return { ids: articles.map(idOf), articles: /** @type {any[]} */ ([...articles]), topics: facetCounts.topics };
}

/** Returns the names of all collections. */
const collections = async () => (await call(server.url, "GET", "/collections")).map((/** @type {any} */ { name }) => name);

test("a new collection replaces the old one", { skip }, async () => {
  write(articles);
  const first = await push(server.url, file);
  assert.deepEqual([first.status, first.output], [0, ""]);
  const [before] = await collections();
  assert.match(before, /^news_\d+$/);
  // Equal articles keep the order of the feed.
  assert.deepEqual((await found()).ids, articles.map(({ id }) => String(id)));
  assert.deepEqual((await found("tide")).ids, articles.map(({ id }) => String(id)));

  write(articles.slice(0, 7));
  assert.equal((await push(server.url, file)).status, 0);
  assert.equal((await found()).ids.length, 7);
  const after = await collections();
  assert.equal(after.length, 1);
  assert.notEqual(after[0], before);
});

test("an update sends what is new, changed and removed", { skip }, async () => {
  write(articles);
  await push(server.url, file);
  const before = await collections();
  const [first, second, , ...rest] = articles;
  write([{ ...second, id: 99, title: "Newest" }, first, { ...second, title: "Changed", topics: ["ODD", "new"] }, ...rest.slice().reverse()]);
  assert.deepEqual(await push(server.url, file, { more: ["--update"] }), { status: 0, output: "" });
  assert.deepEqual(await collections(), before);
  const { ids, articles: all, topics } = await found("", "position");
  assert.deepEqual(ids, ["99", "0", "1", ...rest.slice().reverse().map(({ id }) => String(id))]);
  assert.equal(all[2].title, "Changed");
  assert.deepEqual(topics, [{ value: "odd", count: 16 }, { value: "even", count: 14 }, { value: "new", count: 1 }]);
  assert.deepEqual((await found("", "title")).ids.slice(0, 2), ["1", "99"]);
  // Without a collection it pushes everything.
  assert.equal((await push(server.url, file, { collection: "other", more: ["--update"] })).status, 0);
  assert.equal((await found("", "", "other")).ids.length, 30);
});

test("an alias without its collection is an error that says so, and the next push mends it", { skip }, async () => {
  write(articles);
  await push(server.url, file, { collection: "dangling" });
  const { collection_name: name } = await call(server.url, "GET", "/aliases/dangling");
  await call(server.url, "DELETE", `/collections/${name}`);
  await assert.rejects(found("", "", "dangling"), /\/collections\/dangling does not exist .*article-cards push/);
  assert.deepEqual(await push(server.url, file, { collection: "dangling", more: ["--update"] }), { status: 0, output: "" });
  assert.equal((await found("", "", "dangling")).ids.length, 30);
});

test("fields of a mapping are found, filtered and sorted", { skip }, async () => {
  writeFileSync(join(folder, "mapping.toml"), 'region = "place.region"\nprice = "offer.price"\n');
  write([["North", "29.90"], ["south", "3"], ["North", "100"]].map(([region, price], id) => ({ id, title: "A", place: { region }, offer: { price } })));
  const more = ["--mapping", join(folder, "mapping.toml")];
  assert.equal((await push(server.url, file, { collection: "mapped", more })).status, 0);
  assert.deepEqual((await found("", "price", "mapped")).ids, ["1", "0", "2"]);
  assert.deepEqual((await found("", "-region", "mapped")).ids, ["1", "0", "2"]);
  const missing = await push(server.url, file, { collection: "news", more: [...more, "--update"] });
  assert.equal(missing.status, 2);
  assert.match(missing.output, /has no field key_\w+: push once without --update/);
});

test("drafts and removed articles stay away, and so does what nobody may read", { skip }, async () => {
  write([
    { id: 1, title: "Shown", secured: { key: "hidden" }, content: "hidden" },
    { id: 2, title: "hidden", published: false }, { id: 3, title: "hidden", draft: true }, { id: 4, title: "hidden", removed: true },
  ]);
  assert.equal((await push(server.url, file, { collection: "drafts" })).status, 0);
  const documents = await call(server.url, "GET", "/collections/drafts/documents/search?q=*");
  assert.equal(documents.found, 1);
  assert.ok(!JSON.stringify(documents).includes("hidden"));
});

test("of a feed with faults the rest is pushed; without an article nothing changes", { skip }, async () => {
  write([{ id: 1, title: "A" }, { id: 2 }, { id: 1, title: "B" }, { id: 3, title: "C" }]);
  const some = await push(server.url, file, { collection: "faults" });
  assert.equal(some.status, 1);
  assert.match(some.output, /article 1: title: missing/);
  assert.match(some.output, /article 2: a second article with the identity "1"/);
  write([]);
  const none = await push(server.url, file, { collection: "faults" });
  assert.equal(none.status, 2);
  assert.match(none.output, /there is no article to push, so nothing was changed/);
  assert.deepEqual((await found("", "", "faults")).ids, ["1", "3"]);
});

test("what can't be done is said without the key, and changes nothing", { skip }, async () => {
  write(articles);
  const key = "secret-of-the-tests";
  const refused = await push(server.url, file, { key });
  assert.equal(refused.status, 2);
  assert.match(refused.output, /GET http:\S+\/aliases\/news: the server refuses the key/);
  assert.ok(!refused.output.includes(key));
  assert.match((await push(server.url, file, { key: "" })).output, /TYPESENSE_API_KEY is not set/);
  assert.match((await push("ftp://search.example", file)).output, /--to typesense ftp:\S+ not an http\(s\) URL/);
  assert.match((await push(server.url.replace("//", "//name:word@"), file)).output, /has a name or a password/);
  await call(server.url, "POST", "/collections", { name: "taken", fields: [{ name: "title", type: "string" }] });
  assert.match((await push(server.url, file, { collection: "taken" })).output, /taken is a collection on the server and no alias/);
});

test("a server that fails in between is asked again; readers keep the old feed meanwhile", { skip }, async () => {
  write(articles.slice(0, 3));
  await push(server.url, file, { collection: "steady" });
  write(articles);
  let failures = 2;
  let imports = Infinity;
  const proxy = createServer((incoming, outgoing) => {
    /** @type {Buffer[]} */
    const pieces = [];
    incoming.on("data", (piece) => pieces.push(piece));
    incoming.on("end", async () => {
      if (failures-- > 0) return outgoing.writeHead(503).end('{"message": "Not Ready or Lagging"}');
      if (incoming.url?.includes("/import") && imports-- <= 0) return outgoing.writeHead(200).end('{"success": false, "error": "full"}');
      const headers = { "X-TYPESENSE-API-KEY": String(incoming.headers["x-typesense-api-key"]) };
      const body = pieces.length ? Buffer.concat(pieces) : undefined;
      const answer = await fetch(`${server.url}${incoming.url}`, { method: incoming.method, headers, body });
      outgoing.writeHead(answer.status).end(await answer.text());
    });
  });
  await new Promise((resolve) => proxy.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (proxy.address());
  try {
    imports = 0;
    const before = await collections();
    const failed = await push(`http://127.0.0.1:${port}`, file, { collection: "steady" });
    assert.equal(failed.status, 2);
    assert.match(failed.output, /the server refuses a document, so that nothing was changed for readers: full/);
    assert.deepEqual(await collections(), before);
    assert.equal((await found("", "", "steady")).ids.length, 3);
    [imports, failures] = [Infinity, 2];
    assert.deepEqual(await push(`http://127.0.0.1:${port}`, file, { collection: "steady" }), { status: 0, output: "" });
    assert.equal((await found("", "", "steady")).ids.length, 30);
  } finally {
    proxy.close();
  }
});
