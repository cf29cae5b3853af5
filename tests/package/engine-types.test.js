// The engine's declared types match its exports, results, articles, options and errors.
import assert from "node:assert/strict";
import { test } from "node:test";
import ts from "typescript";
import * as module from "../../pkg/engine.js";
import { declarations, names } from "./declarations.js";

const { createEngine } = module;
const { exported, membersOf } = declarations("engine.d.ts");
const declared = (/** @type {string} */ name) => names(membersOf(name));

/**
 * Returns an object that records the names of the properties that are read.
 * @param {Set<string>} read
 * @param {Record<string, unknown>} [values]
 */
const recorder = (read, values = {}) =>
  new Proxy(values, {
    get: (target, key) => {
      if (typeof key === "string") read.add(key);
      return Reflect.get(target, key);
    },
  });

/** @param {object | undefined} object */
const keys = (object) => Object.keys(object ?? {}).sort();

const IMAGE = { url: "https://a.example/i.png", width: 1, height: 1, title: "t", attribution: "b", isCached: true };
const PROVIDER = { name: "n", domain: "a.example", images: [IMAGE] };
const SHORT = {
  title: "t", excerpt: "e", publishedDateTime: "2021-06-01", webUrl: "https://a.example/", originalUrl: "https://b.example/",
  type: "video", provider: PROVIDER, quality: 1, images: [IMAGE],
};
const FULL = {
  ...SHORT, id: "full", authors: ["a"], category: ["c"], topics: ["t"], heat: 1, published: true, related: [SHORT], length: "PT1M",
  price: "1", levels: ["l"], members: 1, locale: "en",
};

test("the declared exports are the module's exports", () => {
  const values = exported.filter((one) => one.flags & ts.SymbolFlags.Value);
  assert.deepEqual(names(values), keys(module));
});

test("engines, results and articles have the declared members", async () => {
  const engine = await createEngine([FULL, {}]);
  const prototype = Object.getPrototypeOf(engine);
  const members = Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");
  assert.deepEqual([...members, ...Object.getOwnPropertyNames(engine)].sort(), declared("Engine"));
  const result = engine.query({});
  assert.deepEqual(keys(result), declared("Result"));
  assert.deepEqual(keys(result.facetCounts["topics"]?.[0]), declared("ValueCount"));
  assert.deepEqual(keys(engine.diagnostics[0]), declared("Diagnostic"));
  assert.ok("count" in engine.diagnostics && declared("Diagnostics").includes("count"));
  const [article] = engine.articles(["full"]);
  assert.deepEqual(article, FULL);
  assert.deepEqual(keys(article), declared("Article"));
  assert.deepEqual(keys(article?.related?.[0]), declared("RelatedArticle"));
  assert.deepEqual(keys(article?.provider), declared("Provider"));
  assert.deepEqual(keys(article?.images?.[0]), declared("Image"));
});

test("the engine reads the declared members of options and states", async () => {
  /** @type {Set<string>} */
  const options = new Set();
  const engine = await createEngine([FULL], recorder(options));
  assert.deepEqual([...options].sort(), declared("EngineOptions"));
  /** @type {[Set<string>, Set<string>, Set<string>]} */
  const [state, filters, selection] = [new Set(), new Set(), new Set()];
  engine.query(recorder(state, { filters: recorder(filters, { topics: recorder(selection) }) }));
  assert.deepEqual([...state].sort(), declared("State"));
  filters.delete("topics");
  assert.deepEqual([...filters].sort(), declared("Filters"));
  assert.deepEqual([...selection].sort(), declared("Selection"));
});

test("errors have the declared members", async () => {
  const url = "https://a.example/";
  const failures = [() => createEngine("[", { url }), () => createEngine(new Response("", { status: 500 }))];
  const members = new Set(["name", "message", "cause", "stack"]);
  for (const failure of failures) {
    const error = await failure().then(() => assert.fail("it did not reject"), (reason) => reason);
    for (const key of Object.keys(error)) members.add(key);
  }
  assert.deepEqual([...members].sort(), declared("FeedError"));
});
