// @ts-check
// (g) The bytes of script, style and WebAssembly that a page loads, raw and compressed.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { bundle } from "../bundles.js";
import { ENGINES, selectPeers } from "../competitors.js";
import { pagefind } from "../pagefind.js";
import { PAGEFIND, WIDGETS } from "../widgets.js";

/** @typedef {{ raw: number, gzip: number, brotli: number }} Bytes */

const fromRoot = (/** @type {string} */ file) => fileURLToPath(new URL(`../../../${file}`, import.meta.url));

/** The files of ours that a page loads, for the whole widget and for the engine alone. @type {Record<string, string[]>} */
const OURS = {
  widget: ["pkg/auto.js", "pkg/article_cards.wasm"],
  engine: ["pkg/engine.js", "pkg/article_cards_engine.wasm"],
};

/** @param {import("../run.js").Bench} bench */
export async function bytes({ settings }) {
  const engines = selectPeers(ENGINES, settings.peers).filter(({ key }) => !key.startsWith("ours"));
  const widgets = selectPeers(WIDGETS, settings.peers).filter(({ key, whole }) => whole && !key.startsWith("ours"));
  const isChosen = !settings.peers || settings.peers.has(PAGEFIND.key);
  return {
    widgets: {
      ours: compressedSizes(OURS.widget.map(fromRoot)),
      ...Object.fromEntries(await Promise.all(widgets.map(async ({ key, file }) => [key, compressedSizes(await bundle([`competitors/widgets/${file}`]))]))),
      ...(isChosen && { [PAGEFIND.key]: compressedSizes(await pagefind(20)) }),
    },
    engines: {
      ours: compressedSizes(OURS.engine.map(fromRoot)),
      ...Object.fromEntries(await Promise.all(engines.map(async ({ key, file }) => [key, compressedSizes(await bundle([`competitors/${file}`]))]))),
    },
  };
}

/**
 * @param {string[]} files compressed one by one, as servers do
 * @returns {Bytes}
 */
function compressedSizes(files) {
  const all = files.map((file) => readFileSync(file));
  const sum = (/** @type {(body: Buffer) => number} */ length) => all.reduce((total, body) => total + length(body), 0);
  return {
    raw: sum((body) => body.length),
    gzip: sum((body) => gzipSync(body, { level: 9 }).length),
    brotli: sum((body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length),
  };
}
