// The adapter of Typesense, with a cluster of three real nodes that fail.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { createTypesense } from "../../package/typesense.js";
import { ADMIN_KEY, call, push, skip, startServer } from "./typesense-server.js";

const folder = mkdtempSync(join(tmpdir(), "article-cards-"));
const COUNT = 40;

/** @type {import("./typesense-server.js").ServerNode[]} */
let nodes = [];

before(async () => {
  if (skip) return;
  nodes = await startServer(3);
  const file = join(folder, "feed.json");
  writeFileSync(file, JSON.stringify(Array.from({ length: COUNT }, (_, id) => ({ id, title: `Tide ${id}` }))));
  const pushed = await push(nodes[0].url, file);
  assert.equal(pushed.status, 0, pushed.output);
  await everyNodeHas("news", COUNT);
});

after(async () => {
  await Promise.all(nodes.map((node) => node.remove()));
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until the followers have what the leader has. @param {string} alias @param {number} count */
async function everyNodeHas(alias, count) {
  for (const { url } of nodes) {
    for (let attempt = 0; (await call(url, "GET", `/collections/${alias}`))?.num_documents !== count; attempt++) {
      assert.ok(attempt < 100, `${url} lacks ${alias}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

const create = (timeoutMs = 2_000) => {
  const url = nodes.map(({ url }) => `${url}/collections/news`).join(" ");
  return createTypesense({ url, apiKey: ADMIN_KEY, timeoutMs });
};
const request = { state: { query: "tide", sort: "", page: 1, filters: {} }, only: null, facets: [], page: 1, pageSize: 12, locale: "en", timeZone: "UTC" };
const total = async (/** @type {import("../../package/search-engine.js").SearchEngine} */ engine) =>
  (await engine.search(request, { signal: new AbortController().signal })).total;

test("a node that dies during searches costs no reader an answer", { skip }, async () => {
  const engine = create();
  assert.equal(await total(engine), COUNT);
  const searches = Array.from({ length: 30 }, async (_, at) => {
    await new Promise((resolve) => setTimeout(resolve, at * 10));
    return total(engine);
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await nodes[0].stop();
  assert.deepEqual([...new Set(await Promise.all(searches))], [COUNT]);
  nodes[0].start();
  await nodes[0].healthy();
});

test("a node that does not answer in time is left alone", { skip }, async () => {
  const engine = create(700);
  nodes[0].pause();
  try {
    const start = performance.now();
    assert.equal(await total(engine), COUNT);
    assert.ok(performance.now() - start > 600);
    const again = performance.now();
    assert.equal(await total(engine), COUNT);
    assert.ok(performance.now() - again < 500, "the slow node is asked again");
  } finally {
    nodes[0].resume();
  }
});

test("when all are gone the error names them; when they are back the next search is answered", { skip }, async () => {
  const engine = create();
  assert.equal(await total(engine), COUNT);
  await Promise.all(nodes.map((node) => node.stop()));
  const error = await total(engine).then(() => undefined, (error) => error);
  assert.match(error.message, /^the search server does not answer: /);
  for (const { url } of nodes) assert.ok(error.message.includes(`${url} can't be reached`), error.message);
  assert.ok(!error.message.includes(ADMIN_KEY));
  for (const node of nodes) node.start();
  await Promise.all(nodes.map((node) => node.healthy()));
  assert.equal(await total(engine), COUNT);
});

test("an aborted search asks no further node", { skip }, async () => {
  const engine = create(5_000);
  for (const node of nodes) node.pause();
  try {
    const controller = new AbortController();
    const pending = engine.search(request, { signal: controller.signal });
    setTimeout(() => controller.abort(), 100);
    const start = performance.now();
    await assert.rejects(pending, { name: "AbortError" });
    assert.ok(performance.now() - start < 1_000);
  } finally {
    for (const node of nodes) node.resume();
  }
});

test("a node that dies during a push loses no article and doubles none; readers see the old feed until the new one is whole", { skip }, async () => {
  const count = 3_000;
  const file = join(folder, "long.json");
  const text = "low water at the harbour wall and boats that wait for the tide";
  writeFileSync(file, JSON.stringify(Array.from({ length: count }, (_, id) => ({ id, title: `Tide ${id}`, excerpt: text }))));
  const urls = nodes.map(({ url }) => url).join(" ");
  const engine = create();
  const pushed = push(urls, file);
  /** @type {Set<number>} */
  const totals = new Set();
  let isPushed = false;
  void pushed.then(() => (isPushed = true));
  const { collection_name: before } = await call(nodes[1].url, "GET", "/aliases/news");
  // The leader, once a part of the articles is there.
  const isPartial = async () => {
    const all = await call(nodes[1].url, "GET", "/collections");
    return all?.some((/** @type {any} */ { name, num_documents }) => name !== before && name.startsWith("news_") && num_documents > 0 && num_documents < count);
  };
  for (let attempt = 0; attempt < 600 && !isPushed && !(await isPartial()); attempt++) await new Promise((resolve) => setTimeout(resolve, 25));
  assert.ok(!isPushed, "the push ended before the node died");
  const states = await Promise.all(nodes.map(({ url }) => call(url, "GET", "/debug")));
  const leader = nodes[Math.max(0, states.findIndex(({ state }) => state === 1))];
  await leader.stop();
  while (!isPushed) {
    totals.add(await total(engine));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { status, output } = await pushed;
  assert.equal(status, 0, output);
  leader.start();
  await leader.healthy();
  await everyNodeHas("news", count);
  assert.equal(await total(engine), count);
  assert.deepEqual([...totals].filter((total) => total !== COUNT && total !== count), []);
});
