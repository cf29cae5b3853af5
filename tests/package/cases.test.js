// Random feeds and queries: what the packed engine finds is what a plain reading of them finds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../pkg/engine.js";

const file = process.env.ENGINE_CASES;

test("the engine answers as expected", { skip: file ? false : "no ENGINE_CASES" }, async () => {
  const lines = readFileSync(String(file), "utf8").trim().split("\n");
  // An engine has no fixed frame.
  const cases = lines.map((line) => JSON.parse(line)).filter((one) => one.only === null);
  assert.ok(cases.length > 100, `${cases.length} cases`);
  let found = 0;
  for (const { feed, options, state, query, ids, facetCounts } of cases) {
    const engine = await createEngine(feed, { ...options, locale: "en" });
    const told = JSON.stringify({ feed, options, state, query });
    const results = [engine.query(state), engine.query(query)];
    for (const result of results) {
      assert.deepEqual(result.ids, ids, told);
      assert.equal(result.total, ids.length, told);
      assert.deepEqual(result.facetCounts, facetCounts, told);
      assert.deepEqual(Object.keys(result.facetCounts), Object.keys(facetCounts), told);
    }
    found += ids.length > 1 ? 1 : 0;
    engine.free();
  }
  assert.ok(found > 30, `${found} cases found several articles`);
});
