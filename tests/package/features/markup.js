// What the components' markup asks of a browser: elements and attributes, as the Rust sources name them.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isKnown, isOld } from "./support.js";

/**
 * The elements and attributes in all Rust sources below a folder: `tag("dialog")`, `.with("inert", …)`. Where an
 * old attribute of one of these elements may be meant, that is the one.
 * @param {string} folder
 * @returns {Set<string>}
 */
export function markupFeatures(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rs"));
  const source = files.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  /** @param {RegExp} pattern */
  const named = (pattern) => [...new Set([...source.matchAll(pattern)].map(([, name]) => name ?? ""))];
  const elements = named(/\btag\("([a-z][a-z0-9]*)"\)/g);
  const attributes = named(/\.\w+\(\s*"([a-z][a-z-]*)"/g).map((name) =>
    [`html.global_attributes.${name}`, ...elements.map((element) => `html.elements.${element}.${name}`)].filter(isKnown),
  );
  return new Set([
    ...elements.map((name) => `html.elements.${name}`).filter(isKnown),
    ...attributes.flatMap((keys) => keys.find(isOld) ?? keys[0] ?? []),
  ]);
}
