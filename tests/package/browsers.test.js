// The build asks browsers for nothing newer than it is known to: features.json, and the table of docs/browsers.md.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { allowed, buildFeatures } from "./features/build.js";
import { scriptFeatures } from "./features/scripts.js";
import { styleFeatures } from "./features/styles.js";
import { BROWSERS, browsers, isKnown, oldest } from "./features/support.js";

const { found, unclear } = buildFeatures();

test("what is newer than browsers of 2020 is in features.json, and nothing else is", () => {
  assert.deepEqual(unclear, []);
  const known = [...allowed.needed, ...Object.keys(allowed.optional)];
  const added = [...found].filter(([key]) => !known.includes(key)).map(([key, where]) => `${key} in ${where}`);
  assert.deepEqual(added, [], "new: add it to \"needed\" and see what docs/browsers.md then promises, or to \"optional\" if all works without");
  assert.deepEqual(known.filter((key) => !found.has(key)), [], "no longer there: take it out");
  assert.deepEqual(known.filter((key) => !isKnown(key)), [], "MDN does not know it");
});

test("docs/browsers.md names the oldest browsers that have all of it", () => {
  const table = readFileSync(new URL("../../docs/browsers.md", import.meta.url), "utf8");
  for (const browser of browsers) {
    const { version, because } = oldest(allowed.needed, browser);
    const row = `| ${BROWSERS[browser]} | ${version} | ${because.map(spoken).join(", ")} |`;
    assert.ok(table.includes(row), `docs/browsers.md lacks: ${row}`);
  }
});

test("a newer feature is found, wherever it is used", () => {
  const script = scriptFeatures("const { promise } = Promise.withResolvers(); new Set([1]).isSubsetOf(b); document.startViewTransition(); for (const x of Iterator.from(y)) x;", {});
  assert.deepEqual([...script.found].filter((key) => /withResolvers|isSubsetOf|startViewTransition|Iterator\.from/.test(key)).toSorted(), [
    "api.Document.startViewTransition",
    "javascript.builtins.Iterator.from",
    "javascript.builtins.Promise.withResolvers",
    "javascript.builtins.Set.isSubsetOf",
  ]);
  assert.throws(() => scriptFeatures("{ using file = open(); }", {}), SyntaxError);
  const style = styleFeatures("@starting-style { a { anchor-name: --x } } a:has(b) { color: contrast-color(red); width: 1dvh; display: ruby; & b { field-sizing: content } } @media (scripting: none) { a { nonsense: y } }");
  for (const key of [
    "css.at-rules.starting-style",
    "css.properties.anchor-name",
    "css.selectors.has",
    "css.types.color.contrast-color",
    "css.types.length.viewport_percentage_units_dynamic",
    "css.properties.display.ruby",
    "css.selectors.nesting",
    "css.properties.field-sizing",
    "css.at-rules.media.scripting",
  ]) {
    assert.ok(style.found.has(key), key);
  }
  assert.deepEqual([...style.unknown], ["nonsense"]);
});

/**
 * A feature as people call it: its last name, with that of its owner where it says too little.
 * @param {string} key
 */
function spoken(key) {
  const [name = "", owner = ""] = key.split(".").toReversed();
  if (key.startsWith("css.selectors")) return `\`:${name}\``;
  if (key.startsWith("css.types.color")) return `\`${name}()\``;
  if (key.startsWith("css.at-rules.")) return `\`@${key.split(".").slice(2).join(" ")}\``;
  if (key.startsWith("css.properties.")) return `\`${key.split(".").slice(2).join(": ")}\``;
  return `\`${owner}.${name}\``;
}
