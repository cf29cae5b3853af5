// The browser features that the build uses. features.json lists those that are allowed.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { markupFeatures } from "./markup.js";
import { scriptFeatures } from "./scripts.js";
import { styleFeatures } from "./styles.js";
import { isOld } from "./support.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const pkg = join(root, "pkg");

/**
 * `needed` features, `optional` ones with what happens without them, the `owners` of members with
 * ambiguous names, and names that are the scripts' `own`.
 * @type {{ needed: string[], optional: Record<string, string>, owners: Record<string, string>, own: string[] }}
 */
export const allowed = JSON.parse(readFileSync(new URL("features.json", import.meta.url), "utf8"));

/**
 * Returns the newer features with the file that uses them, and messages about uses that are ambiguous.
 * @returns {{ found: Map<string, string>, unclear: string[] }}
 */
export function buildFeatures() {
  /** @type {Map<string, string>} */
  const found = new Map();
  /** @type {string[]} */
  const unclear = [];
  /** @param {Iterable<string>} keys @param {string} where */
  const note = (keys, where) => {
    for (const key of keys) if (!found.has(key) && !isOld(key)) found.set(key, where);
  };
  const wasmFeatures = fileURLToPath(new URL("wasm.js", import.meta.url));
  for (const name of ["article_cards.wasm", "article_cards_engine.wasm", "article_cards_xml.wasm"]) {
    const module = execFileSync(process.execPath, [wasmFeatures, join(pkg, name)], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    note(JSON.parse(module), name);
  }
  for (const name of readdirSync(pkg, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"))) {
    const script = scriptFeatures(readFileSync(join(pkg, name), "utf8"), allowed.owners);
    note([...script.found].filter((key) => !allowed.own.includes(key)), name);
    for (const [member, keys] of script.unclear) {
      if (!allowed.own.includes(member)) unclear.push(`${name}: .${member} may be ${keys.join(" or ")}: add it to "owners", or to "own" if it is not a browser API`);
    }
  }
  for (const name of ["cards.css", "element.css", "static.css"]) {
    const sheet = styleFeatures(readFileSync(join(root, "styles", name), "utf8"));
    note(sheet.found, name);
    unclear.push(...[...sheet.unknown].map((what) => `${name}: ${what} is not in MDN's data`));
  }
  note(markupFeatures(join(root, "src", "components")), "src/components");
  return { found, unclear };
}
