// Where the module of WebAssembly may come from, and what happens where it can't be had; in Node's
// threads.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { fresh } from "./fresh.js";

const file = new URL("../../pkg/article_cards.wasm", import.meta.url);
const bytes = readFileSync(file);

/** What the server answers next; then it has the module. @type {number[]} */
let failures = [];
/** What it was asked for. @type {string[]} */
let asked = [];
const server = createServer((request, response) => {
  const path = request.url ?? "";
  asked.push(path);
  const type = path.startsWith("/plain") ? "application/octet-stream" : "application/wasm";
  const status = failures.shift() ?? 200;
  response.writeHead(status, { "content-type": type }).end(status === 200 ? bytes : "no");
});
/** @type {string} */
let base;
before(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  assert.ok(address && typeof address === "object");
  base = `http://127.0.0.1:${address.port}/`;
});
after(() => server.close());

test("in a thread, from beside the package", async () => {
  const total = await fresh(async ({ createEngine }) => (await createEngine([{ title: "a" }])).query().total);
  assert.equal(total, 1);
});

test("from an address, an answer, bytes or a compiled module", async () => {
  asked = [];
  const totals = await Promise.all([
    fresh(async ({ init, createEngine }, url) => { await init(url); return (await createEngine([])).query().total; }, `${base}string.wasm`),
    fresh(async ({ init, createEngine }, url) => { await init(new URL(url)); return (await createEngine([])).query().total; }, `${base}url.wasm`),
    fresh(async ({ init, createEngine }, url) => { await init(url); return (await createEngine([])).query().total; }, file.href),
    fresh(async ({ init, createEngine }, url) => { await init(await fetch(url)); return (await createEngine([])).query().total; }, `${base}answer.wasm`),
    fresh(async ({ init, createEngine }, url) => { await init(fetch(url)); return (await createEngine([])).query().total; }, `${base}promise.wasm`),
    fresh(async ({ init, createEngine }, url) => { await init(fetch(url)); return (await createEngine([])).query().total; }, `${base}plain.wasm`),
    fresh(async ({ init, createEngine }, bytes) => { await init(bytes); return (await createEngine([])).query().total; }, new Uint8Array(bytes)),
    fresh(async ({ init, createEngine }, bytes) => { await init(new Uint8Array(bytes).buffer); return (await createEngine([])).query().total; }, bytes),
    fresh(async ({ init, createEngine }, bytes) => { await init(new DataView(new Uint8Array(bytes).buffer)); return (await createEngine([])).query().total; }, bytes),
    fresh(async ({ init, createEngine }, module) => { await init(module); return (await createEngine([])).query().total; }, await WebAssembly.compile(bytes)),
  ]);
  assert.deepEqual(totals, totals.map(() => 0));
  assert.deepEqual(asked.sort(), ["/answer.wasm", "/plain.wasm", "/promise.wasm", "/string.wasm", "/url.wasm"]);
});

test("once, whoever asks for it", async () => {
  asked = [];
  await fresh(async ({ init, createEngine }, url) => {
    await Promise.all([init(url), init(), createEngine([]), createEngine([])]);
    // What comes too late is not used, and says nothing if it fails.
    await init(Promise.reject(new Error("too late")));
    await init(`${url}2`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }, `${base}once.wasm`);
  assert.deepEqual(asked, ["/once.wasm"]);
});

test("an address that failed is tried again, and no other in its place", async () => {
  [asked, failures] = [[], [503, 500]];
  const told = await fresh(async ({ init, createEngine }, url) => {
    const errors = [await init(url).catch((error) => error), await createEngine([]).catch((error) => error)];
    await init();
    const { total } = (await createEngine([])).query();
    return { errors: errors.map(({ kind, message }) => [kind, message]), total };
  }, `${base}again.wasm`);
  const message = (/** @type {number} */ status) =>
    `the WebAssembly module could not be loaded: Error: ${base}again.wasm answered with status ${status}`;
  assert.deepEqual(told, { errors: [["wasm", message(503)], ["wasm", message(500)]], total: 0 });
  assert.deepEqual(asked, ["/again.wasm", "/again.wasm", "/again.wasm"]);
});

test("an answer that failed stays failed until there is another source", async () => {
  [asked, failures] = [[], [404]];
  const told = await fresh(async ({ init, createEngine }, url) => {
    const errors = [
      await init(fetch(url)).catch((error) => error),
      await createEngine([]).catch((error) => error),
      await init().catch((error) => error),
      await init(Promise.reject(new TypeError("hash"))).catch((error) => error),
      await createEngine([]).catch((error) => error),
    ];
    await init(fetch(url));
    const { total } = (await createEngine([])).query();
    return { errors: errors.map(({ kind, message }) => [kind, message.replace(/^.*loaded: /, "")]), total };
  }, `${base}answer.wasm`);
  const status = ["wasm", `Error: ${base}answer.wasm answered with status 404`];
  const hash = ["wasm", "TypeError: hash"];
  assert.deepEqual(told, { errors: [status, status, status, hash, hash], total: 0 });
  assert.deepEqual(asked, ["/answer.wasm", "/answer.wasm"]);
});

test("what is no module rejects and says so", async () => {
  const told = await fresh(async ({ init, createEngine }, base) => {
    /** @type {any[]} */
    const wrong = [5, {}, null, new Uint8Array(5), "not an address", Promise.resolve(true)];
    const messages = [];
    for (const one of wrong) {
      const error = await init(one).catch((error) => error);
      messages.push(`${error.kind}: ${error.message}`);
    }
    await init(new URL(base));
    return { messages, total: (await createEngine([])).query().total };
  }, base);
  for (const message of told.messages) assert.match(message, /^wasm: the WebAssembly module could not be loaded: /);
  assert.match(told.messages[0] ?? "", /got Number/);
  assert.match(told.messages[1] ?? "", /got Object/);
  assert.match(told.messages[2] ?? "", /got Null/);
  assert.match(told.messages[5] ?? "", /got Boolean/);
  assert.equal(told.total, 0);
});
