// Random feeds and queries: what the packed engine finds is what a plain reading of them finds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../pkg/engine.js";

/** @typedef {import("../../pkg/engine.js").ValueCount} ValueCount */

const names = new Intl.Collator("en", { numeric: true });
const inOrder = (/** @type {ValueCount} */ one, /** @type {ValueCount} */ other) =>
  other.count - one.count || names.compare(one.value, other.value);
const ordered = (/** @type {ValueCount[]} */ values) =>
  [...values].sort((one, other) => (one.value < other.value ? -1 : 1));

const file = process.env.ENGINE_CASES;

test("the engine answers as expected", { skip: file ? false : "no ENGINE_CASES" }, async () => {
  const lines = readFileSync(String(file), "utf8").trim().split("\n");
  // An engine has no fixed frame.
  const cases = lines.map((line) => JSON.parse(line)).filter((one) => one.only === null);
  assert.ok(cases.length > 100, `${cases.length} cases`);
  let [found, exact] = [0, 0];
  for (const { feed, options, state, query, ids, facetCounts } of cases) {
    const engine = await createEngine(feed, { ...options, locale: "en" });
    const told = JSON.stringify({ feed, options, state, query });
    // Where a title without a word stands among the others, locales and the plain reading differ.
    const bySign = String(state.sort).includes("title") && feed.includes('"— !"');
    exact += bySign ? 0 : 1;
    // In the order in which they were asked for.
    const fields = options.facets.split(",").map((/** @type {string} */ facet) => facet.split(":")[0]);
    if (options.facets === "none") fields.pop();
    const results = [engine.query(state), engine.query(query)];
    for (const result of results) {
      if (bySign) assert.deepEqual([...result.ids].sort(), [...ids].sort(), told);
      else assert.deepEqual(result.ids, ids, told);
      assert.equal(result.total, ids.length, told);
      for (const [field, values] of Object.entries(result.facetCounts)) {
        assert.deepEqual(ordered(values), ordered(facetCounts[field]), told);
        // By name as the environment sorts, which is not the order of the plain reading.
        assert.deepEqual(values, [...values].sort(inOrder), told);
      }
      assert.deepEqual(Object.keys(result.facetCounts), fields, told);
    }
    found += ids.length > 1 ? 1 : 0;
    engine.free();
  }
  assert.ok(exact > 0.8 * cases.length, `of ${cases.length} cases ${exact} tell the order`);
  assert.ok(found > 30, `${found} cases found several articles`);
});
