// @ts-check
// (g) how many bytes of script, style and WebAssembly a page loads, raw and compressed.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { bundle } from "../bundles.js";
import { among, ENGINES } from "../competitors.js";
import { pagefind } from "../pagefind.js";
import { PAGEFIND, WIDGETS } from "../widgets.js";

/** @typedef {{ raw: number, gzip: number, brotli: number }} Bytes */

const top = (/** @type {string} */ file) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

/** What a page loads of ours, for the whole widget and for the engine alone. @type {Record<string, string[]>} */
const OURS = {
  widget: ["pkg/auto.js", "pkg/article_cards.wasm"],
  engine: ["pkg/engine.js", "pkg/wasm.js", "pkg/bindings.js", "pkg/article_cards.wasm"],
};

/** @param {import("../run.js").Bench} bench */
export async function bytes({ settings }) {
  const engines = among(ENGINES, settings.peers).filter(({ key }) => !key.startsWith("ours"));
  const widgets = among(WIDGETS, settings.peers).filter(({ key, whole }) => whole && !key.startsWith("ours"));
  const isChosen = !settings.peers || settings.peers.has(PAGEFIND.key);
  return {
    widgets: {
      ours: weigh(OURS.widget.map(top)),
      ...Object.fromEntries(await Promise.all(widgets.map(async ({ key, file }) => [key, weigh(await bundle([`competitors/widgets/${file}`]))]))),
      ...(isChosen && { [PAGEFIND.key]: weigh(await pagefind(20)) }),
    },
    engines: {
      ours: weigh(OURS.engine.map(top)),
      ...Object.fromEntries(await Promise.all(engines.map(async ({ key, file }) => [key, weigh(await bundle([`competitors/${file}`]))]))),
    },
  };
}

/**
 * @param {string[]} files each compressed by itself, as servers do
 * @returns {Bytes}
 */
function weigh(files) {
  const all = files.map((file) => readFileSync(file));
  const sum = (/** @type {(body: Buffer) => number} */ length) => all.reduce((total, body) => total + length(body), 0);
  return {
    raw: sum((body) => body.length),
    gzip: sum((body) => gzipSync(body, { level: 9 }).length),
    brotli: sum((body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length),
  };
}
