// `init` of the engine, which shares its code with that of the widget: the sources of the WebAssembly module and what happens when loading fails. Each run is in a
// thread of its own, where nothing is loaded yet.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { Worker } from "node:worker_threads";

const file = new URL("../../pkg/article_cards_engine.wasm", import.meta.url);
const bytes = readFileSync(file);

/** The statuses of the next responses; after them the server sends the module. @type {number[]} */
let failures = [];
/** The paths of the requests. @type {string[]} */
let requests = [];
const server = createServer((request, response) => {
  const path = request.url ?? "";
  requests.push(path);
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

const library = new URL("../../pkg/engine.js", import.meta.url).href;

/**
 * Runs a function in a new thread with a fresh copy of the package. The function must not use anything
 * outside itself.
 * @template {unknown[]} G
 * @template T
 * @param {(library: typeof import("../../pkg/engine.js"), ...args: G) => Promise<T>} run
 * @param {G} args
 * @returns {Promise<T>}
 */
function inFreshThread(run, ...args) {
  const script = `
    const { parentPort, workerData: { library, args } } = require("node:worker_threads");
    import(library)
      .then((engine) => (${run})(engine, ...args))
      .then((result) => parentPort.postMessage(result));`;
  const worker = new Worker(script, { eval: true, workerData: { library, args } });
  return new Promise((resolve, reject) => {
    worker.once("message", (result) => {
      resolve(result);
      worker.terminate();
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread exited without a result")));
  });
}

test("the module loads from beside the package in a thread", async () => {
  const total = await inFreshThread(async ({ createEngine }) => (await createEngine([{ title: "a" }])).query().total);
  assert.equal(total, 1);
});

test("init accepts a URL, a response, bytes or a compiled module", async () => {
  requests = [];
  const totals = await Promise.all([
    inFreshThread(async ({ init, createEngine }, url) => { await init(url); return (await createEngine([])).query().total; }, `${base}string.wasm`),
    inFreshThread(async ({ init, createEngine }, url) => { await init(new URL(url)); return (await createEngine([])).query().total; }, `${base}url.wasm`),
    inFreshThread(async ({ init, createEngine }, url) => { await init(url); return (await createEngine([])).query().total; }, file.href),
    inFreshThread(async ({ init, createEngine }, url) => { await init(await fetch(url)); return (await createEngine([])).query().total; }, `${base}response.wasm`),
    inFreshThread(async ({ init, createEngine }, url) => { await init(fetch(url)); return (await createEngine([])).query().total; }, `${base}promise.wasm`),
    inFreshThread(async ({ init, createEngine }, url) => { await init(fetch(url)); return (await createEngine([])).query().total; }, `${base}plain.wasm`),
    inFreshThread(async ({ init, createEngine }, bytes) => { await init(bytes); return (await createEngine([])).query().total; }, new Uint8Array(bytes)),
    inFreshThread(async ({ init, createEngine }, bytes) => { await init(new Uint8Array(bytes).buffer); return (await createEngine([])).query().total; }, bytes),
    inFreshThread(async ({ init, createEngine }, bytes) => { await init(new DataView(new Uint8Array(bytes).buffer)); return (await createEngine([])).query().total; }, bytes),
    inFreshThread(async ({ init, createEngine }, module) => { await init(module); return (await createEngine([])).query().total; }, await WebAssembly.compile(bytes)),
  ]);
  assert.deepEqual(totals, totals.map(() => 0));
  assert.deepEqual(requests.sort(), ["/plain.wasm", "/promise.wasm", "/response.wasm", "/string.wasm", "/url.wasm"]);
});

test("concurrent calls load the module once", async () => {
  requests = [];
  await inFreshThread(async ({ init, createEngine }, url) => {
    await Promise.all([init(url), init(), createEngine([]), createEngine([])]);
    // A later source is ignored, even if it rejects.
    await init(Promise.reject(new Error("too late")));
    await init(`${url}2`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }, `${base}once.wasm`);
  assert.deepEqual(requests, ["/once.wasm"]);
});

test("a URL that failed is retried, and not replaced by the default", async () => {
  [requests, failures] = [[], [503, 500]];
  const result = await inFreshThread(async ({ init, createEngine }, url) => {
    const errors = [await init(url).catch((error) => error), await createEngine([]).catch((error) => error)];
    await init();
    const { total } = (await createEngine([])).query();
    return { errors: errors.map(({ kind, message }) => [kind, message]), total };
  }, `${base}again.wasm`);
  const message = (/** @type {number} */ status) =>
    `the WebAssembly module could not be loaded: Error: ${base}again.wasm answered with status ${status}`;
  assert.deepEqual(result, { errors: [["wasm", message(503)], ["wasm", message(500)]], total: 0 });
  assert.deepEqual(requests, ["/again.wasm", "/again.wasm", "/again.wasm"]);
});

test("a response that failed is final until init gets another source", async () => {
  [requests, failures] = [[], [404]];
  const result = await inFreshThread(async ({ init, createEngine }, url) => {
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
  }, `${base}response.wasm`);
  const status = ["wasm", `Error: ${base}response.wasm answered with status 404`];
  const hash = ["wasm", "TypeError: hash"];
  assert.deepEqual(result, { errors: [status, status, status, hash, hash], total: 0 });
  assert.deepEqual(requests, ["/response.wasm", "/response.wasm"]);
});

test("an invalid source rejects with a reason", async () => {
  const result = await inFreshThread(async ({ init, createEngine }, base) => {
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
  for (const message of result.messages) assert.match(message, /^wasm: the WebAssembly module could not be loaded: /);
  assert.match(result.messages[0] ?? "", /got Number/);
  assert.match(result.messages[1] ?? "", /got Object/);
  assert.match(result.messages[2] ?? "", /got Null/);
  assert.match(result.messages[5] ?? "", /got Boolean/);
  assert.equal(result.total, 0);
});
