// @ts-check
// `cargo xtask bench` builds what is measured and runs this.
import { readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.js";
import { TARGET, bundle } from "./bundles.js";
import { ENGINES, JSON_PARSE, VERSIONS } from "./competitors.js";
import { bytes } from "./figures/bytes.js";
import { cards } from "./figures/cards.js";
import { engines } from "./figures/engines.js";
import { keys } from "./figures/keys.js";
import { memory } from "./figures/memory.js";
import { visit } from "./figures/visit.js";
import { serve } from "./serve.js";
import { parseSettings } from "./settings.js";
import { WIDGETS } from "./widgets.js";
import { printReport, writeReport } from "./report.js";

/**
 * The context of the measurements.
 * @typedef {object} Bench
 * @property {import("./browser.js").Browser} browser
 * @property {string} address of the server
 * @property {import("./settings.js").Settings} settings
 * @property {(what: string) => void} say
 */

/** Reads the committed figures. @returns {Record<string, any>} */
const committedFigures = () => JSON.parse(readFileSync(new URL("../results.json", import.meta.url), "utf8")).figures;

const settings = parseSettings(process.argv.slice(2));
const start = performance.now();
const say = (/** @type {string} */ what) => console.log(`  ${((performance.now() - start) / 1_000).toFixed(0).padStart(4)} s  ${what}`);

await bundle([
  ...new Set([...ENGINES, JSON_PARSE].map(({ file }) => `competitors/${file}`)),
  ...new Set(WIDGETS.map(({ file }) => `competitors/widgets/${file}`)),
  "in-page/memory.js",
  "in-page/painting.js",
]);
const server = await serve();
const browser = await launch();
/** @type {import("./report.js").Results} */
const results = { browser: browser.version(), quick: settings.quick, processors: cpus().length, load: loadavg()[0], highestLoad: loadavg()[0], versions: VERSIONS, figures: settings.keep ? committedFigures() : {} };
const save = () => writeFileSync(join(TARGET, "results.json"), `${JSON.stringify(results, null, 1)}\n`);
try {
  /** @type {Bench} */
  const bench = { browser, address: server.address, settings, say };
  /** @type {[letters: string, name: string, measure: (bench: Bench) => Promise<object>][]} */
  const figures = [
    ["g", "bytes", bytes],
    ["ab", "engines", engines],
    ["d", "cards", cards],
    ["e", "visit", visit],
    ["c", "keys", keys],
    ["f", "memory", memory],
  ];
  for (const [letters, name, measure] of figures) {
    if (![...letters].some((letter) => settings.figures.has(letter))) continue;
    results.figures[name] = await measure(bench);
    results.highestLoad = Math.max(results.highestLoad, loadavg()[0]);
    // Save early, because the next figure may fail.
    save();
  }
} finally {
  await browser.close();
  server.close();
}
printReport(results);
if (settings.write) writeReport(results);
