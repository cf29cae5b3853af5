// The build needs only the browser features in features.json, which determine the table of
// docs/browsers.md.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { allowed, buildFeatures } from "./features/build.js";
import { scriptFeatures } from "./features/scripts.js";
import { styleFeatures } from "./features/styles.js";
import { BROWSERS, browsers, isKnown, oldest } from "./features/support.js";

const { found, unclear } = buildFeatures();

test("features.json lists exactly the features that are newer than 2020", () => {
  assert.deepEqual(unclear, []);
  const known = [...allowed.needed, ...Object.keys(allowed.optional)];
  const missing = [...found].filter(([key]) => !known.includes(key)).map(([key, where]) => `${key} in ${where}`);
  assert.deepEqual(missing, [], "new: add it to \"needed\" and update docs/browsers.md, or to \"optional\" if everything works without it");
  assert.deepEqual(known.filter((key) => !found.has(key)), [], "no longer used: remove it");
  assert.deepEqual(known.filter((key) => !isKnown(key)), [], "not in MDN's data");
});

test("docs/browsers.md names the oldest browsers with all needed features", () => {
  const table = readFileSync(new URL("../../docs/browsers.md", import.meta.url), "utf8");
  for (const browser of browsers) {
    const { version, because } = oldest(allowed.needed, browser);
    const row = `| ${BROWSERS[browser]} | ${version} | ${because.map(displayName).join(", ")} |`;
    assert.ok(table.includes(row), `docs/browsers.md lacks: ${row}`);
  }
});

test("newer features are found in scripts and styles", () => {
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
 * Returns the usual name of a feature, with that of its owner where necessary.
 * @param {string} key
 */
function displayName(key) {
  const [name = "", owner = ""] = key.split(".").toReversed();
  if (key.startsWith("css.selectors")) return `\`:${name}\``;
  if (key.startsWith("css.types.color")) return `\`${name}()\``;
  if (key.startsWith("css.at-rules.")) return `\`@${key.split(".").slice(2).join(" ")}\``;
  if (key.startsWith("css.properties.")) return `\`${key.split(".").slice(2).join(": ")}\``;
  return `\`${owner}.${name}\``;
}
