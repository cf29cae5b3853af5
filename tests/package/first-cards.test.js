// The attributes that the first cards, drawn before the module, take account of.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

test("every attribute is handled, or leaves the first cards to the module", async () => {
  const { HANDLED, DECLINED } = await import(new URL("../../pkg/first-cards.js", import.meta.url).href);
  const { attributes } = JSON.parse(readFileSync(new URL("../../package/element.json", import.meta.url), "utf8"));
  const names = attributes.map((/** @type {{ name: string }} */ { name }) => name);
  assert.deepEqual([...HANDLED, ...DECLINED].sort(), names.sort());
});
