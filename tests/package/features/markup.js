// The elements and attributes that the components use, from the Rust sources.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isKnown, isOld } from "./support.js";

/**
 * Finds elements and attributes in the Rust sources below a folder: `element("dialog")` and
 * `.attr("inert", …)`, or `<dialog inert={…}>` in `html!`. An attribute that several of the elements have counts as the oldest of them.
 * @param {string} folder
 * @returns {Set<string>}
 */
export function markupFeatures(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rs"));
  const source = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  /** @param {RegExp} pattern */
  const named = (pattern) => [...new Set([...source.matchAll(pattern)].map(([, built, written]) => built ?? written ?? ""))];
  const elements = named(/\belement\("([a-z][a-z0-9]*)"\)|<([a-z][a-z0-9]*)[\s>]/g);
  const attributes = named(/\.\w+\(\s*"([a-z][a-z-]*)"|\s([a-z][a-z-]*)=[{"]/g).map((name) =>
    [`html.global_attributes.${name}`, ...elements.map((element) => `html.elements.${element}.${name}`)].filter(isKnown),
  );
  return new Set([
    ...elements.map((name) => `html.elements.${name}`).filter(isKnown),
    ...attributes.flatMap((keys) => keys.find(isOld) ?? keys[0] ?? []),
  ]);
}
