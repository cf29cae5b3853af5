// Random feeds and queries with expected results from the oracle in tests/oracle, in the file that
// ENGINE_CASES names.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../pkg/engine.js";

/** @typedef {import("../../pkg/engine.js").ValueCount} ValueCount */

const collator = new Intl.Collator("en", { numeric: true });
const byCount = (/** @type {ValueCount} */ one, /** @type {ValueCount} */ other) =>
  other.count - one.count || collator.compare(one.value, other.value);
const sortedByName = (/** @type {ValueCount[]} */ values) =>
  [...values].sort((one, other) => (one.value < other.value ? -1 : 1));

const file = process.env.ENGINE_CASES;

test("the engine's results are those of the oracle", { skip: file ? false : "no ENGINE_CASES" }, async () => {
  const lines = readFileSync(String(file), "utf8").trim().split("\n");
  // The engine has no base filter.
  const cases = lines.map((line) => JSON.parse(line)).filter((one) => one.only === null);
  assert.ok(cases.length > 100, `${cases.length} cases`);
  let [found, exact] = [0, 0];
  for (const { feed, options, state, query, ids, facetCounts } of cases) {
    const engine = await createEngine(feed, { ...options, locale: "en" });
    const description = JSON.stringify({ feed, options, state, query });
    // The oracle and the locale order a title without letters differently.
    const hasAmbiguousOrder = String(state.sort).includes("title") && feed.includes('"— !"');
    exact += hasAmbiguousOrder ? 0 : 1;
    // In the order of the `facets` option.
    const fields = options.facets.split(",").map((/** @type {string} */ facet) => facet.split(":")[0]);
    if (options.facets === "none") fields.pop();
    const results = [engine.query(state), engine.query(query)];
    for (const result of results) {
      if (hasAmbiguousOrder) assert.deepEqual([...result.ids].sort(), [...ids].sort(), description);
      else assert.deepEqual(result.ids, ids, description);
      assert.equal(result.total, ids.length, description);
      for (const [field, values] of Object.entries(result.facetCounts)) {
        assert.deepEqual(sortedByName(values), sortedByName(facetCounts[field]), description);
        // Equal counts are sorted by the environment's collation, which differs from the oracle's.
        assert.deepEqual(values, [...values].sort(byCount), description);
      }
      assert.deepEqual(Object.keys(result.facetCounts), fields, description);
    }
    found += ids.length > 1 ? 1 : 0;
    engine.free();
  }
  assert.ok(exact > 0.8 * cases.length, `${exact} of ${cases.length} cases check the order`);
  assert.ok(found > 30, `${found} cases found several articles`);
});
