// @ts-check
// `cargo xtask bench` builds what is measured and runs this.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.js";
import { bundle, TARGET } from "./bundles.js";
import { ENGINES, JSON_PARSE, VERSIONS } from "./competitors.js";
import { bytes } from "./figures/bytes.js";
import { cards } from "./figures/cards.js";
import { engines } from "./figures/engines.js";
import { keys } from "./figures/keys.js";
import { memory } from "./figures/memory.js";
import { visit } from "./figures/visit.js";
import { print } from "./print.js";
import { serve } from "./serve.js";
import { settings as read } from "./settings.js";
import { WIDGETS } from "./widgets.js";
import { write } from "./write.js";

/**
 * What the figures are measured with.
 * @typedef {object} Bench
 * @property {import("./browser.js").Browser} browser
 * @property {string} address of the server
 * @property {import("./settings.js").Settings} settings
 * @property {(what: string) => void} say
 */

const settings = read(process.argv.slice(2));
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
/** @type {import("./results.js").Results} */
const results = { browser: browser.version(), quick: settings.quick, processors: cpus().length, load: loadavg()[0], versions: VERSIONS, figures: {} };
try {
  /** @type {Bench} */
  const bench = { browser, address: server.address, settings, say };
  const has = (/** @type {string} */ figures) => [...figures].some((one) => settings.figures.has(one));
  if (has("g")) results.figures.bytes = await bytes(bench);
  if (has("ab")) results.figures.engines = await engines(bench);
  if (has("d")) results.figures.cards = await cards(bench);
  if (has("e")) results.figures.visit = await visit(bench);
  if (has("c")) results.figures.keys = await keys(bench);
  if (has("f")) results.figures.memory = await memory(bench);
} finally {
  await browser.close();
  server.close();
}
mkdirSync(TARGET, { recursive: true });
writeFileSync(join(TARGET, "results.json"), `${JSON.stringify(results, null, 1)}\n`);
print(results);
if (settings.write) write(results);
