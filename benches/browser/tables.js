// @ts-check
// Results as tables in Markdown, ours first, with what is promised beside.
import { ENGINES, JSON_PARSE } from "./competitors.js";
import { verdict } from "./targets.js";
import { WIDGETS } from "./widgets.js";

/** @typedef {import("./results.js").Results} Results */
/** @typedef {import("./statistics.js").Summary} Summary */
/** @typedef {{ figure: string, title: string, text: string }} Table */

/**
 * @param {Results} results
 * @returns {Table[]}
 */
export function tables({ figures }) {
  /** @type {Table[]} */
  const all = [];
  const { engines, cards, bytes } = figures;
  if (engines) {
    for (const [size, competitors] of Object.entries(engines.sizes)) {
      all.push({ figure: "a", title: `(a) Bytes in memory → answered, ${grouped(Number(size))} articles`, text: ready(Number(size), competitors) });
    }
    for (const [size, competitors] of Object.entries(engines.sizes)) {
      if (!competitors.ours?.steps) continue;
      all.push({ figure: "b", title: `(b) A session of ${engines.steps.length} queries, ${grouped(Number(size))} articles`, text: session(Number(size), competitors, engines.steps) });
    }
  }
  for (const [size, widgets] of Object.entries(cards ?? {})) {
    all.push({ figure: "d", title: `(d) Bytes arrived → twelve cards, ${grouped(Number(size))} articles`, text: firstCards(Number(size), widgets) });
  }
  if (bytes) {
    all.push({ figure: "g", title: "(g) Bytes of code: the whole page", text: weights(bytes.widgets, WIDGETS, true) });
    all.push({ figure: "g", title: "(g) Bytes of code: the engine alone", text: weights(bytes.engines, ENGINES, false) });
  }
  return all;
}

/**
 * @param {number} size
 * @param {Record<string, { ready: Summary, everything: Summary, search: Summary }>} competitors
 */
function ready(size, competitors) {
  const ours = competitors.ours;
  const rows = [...ENGINES, JSON_PARSE].filter(({ key }) => competitors[key]).map(({ key, label }) => {
    const { everything, search } = competitors[key];
    return [label, both(everything), both(search), ratio(search.median, ours.search.median), verdict("a", size, key, { ours: ours.search, theirs: search }), String(search.runs)];
  });
  return table(["", "first screen", "and a search", "× ours", "promised", "runs"], rows);
}

/**
 * @param {number} size
 * @param {Record<string, any>} competitors
 * @param {{ kind: string, name: string }[]} steps
 */
function session(size, competitors, steps) {
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const ours = competitors.ours.steps;
  const rows = ENGINES.filter(({ key }) => competitors[key]?.steps).map(({ key, label }) => {
    const own = competitors[key].steps;
    const each = kinds.map((kind) => {
      const times = steps.flatMap((step, at) => (step.kind === kind ? [own.each[at]] : []));
      return milliseconds(times.reduce((sum, time) => sum + time, 0) / times.length);
    });
    return [label, ...each, milliseconds(own.median), milliseconds(own.p95), ratio(own.median, ours.median), ratio(own.p95, ours.p95), verdict("b", size, key, { ours, theirs: own })];
  });
  return table(["ms", ...kinds, "median", "p95", "median × ours", "p95 × ours", "promised"], rows);
}

/**
 * @param {number} size
 * @param {Record<string, Record<"waiting" | "atOnce", { inserted: Summary, painted: Summary }>>} widgets
 */
function firstCards(size, widgets) {
  const ours = widgets.ours.waiting.painted;
  const rows = WIDGETS.filter(({ key }) => widgets[key]).map(({ key, label }) => {
    const { waiting, atOnce } = widgets[key];
    const theirs = waiting.painted;
    return [
      label,
      both(waiting.inserted),
      both(theirs),
      ratio(theirs.median, ours.median),
      both(atOnce.painted),
      ratio(atOnce.painted.median, widgets.ours.atOnce.painted.median),
      verdict("d", size, key, { ours, theirs }),
      String(theirs.runs),
    ];
  });
  return table(["ms", "in the page", "painted", "× ours", "painted, page begun at once", "× ours", "promised", "runs"], rows);
}

/**
 * @param {Record<string, { raw: number, gzip: number, brotli: number }>} weights
 * @param {{ key: string, label: string }[]} names
 * @param {boolean} promised
 */
function weights(weights, names, promised) {
  const labels = new Map([["ours", "article-cards"], ...names.map(({ key, label }) => /** @type {const} */ ([key, label]))]);
  const rows = Object.entries(weights).map(([key, { raw, gzip, brotli }]) => [
    labels.get(key) ?? key,
    grouped(raw),
    grouped(gzip),
    grouped(brotli),
    ratio(gzip, weights.ours.gzip),
    promised && key === "ours" ? verdict("g", 0, key, { ours: { median: gzip, p95: gzip }, theirs: { median: gzip, p95: gzip } }) : "",
  ]);
  return table(["bytes", "raw", "gzip", "brotli", "gzip × ours", "promised"], rows);
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
export function table(heads, rows) {
  const used = heads.map((_, column) => column === 0 || rows.some((row) => row[column]));
  const line = (/** @type {string[]} */ cells) => `| ${cells.filter((_, column) => used[column]).join(" | ")} |\n`;
  return line(heads) + line(heads.map((_, column) => (column ? "---:" : "---"))) + rows.map(line).join("");
}

/** @param {Summary} summary */
export const both = ({ median, p95 }) => `${milliseconds(median)} (${milliseconds(p95)})`;

/** @param {number} value */
export const milliseconds = (value) =>
  value >= 100 ? grouped(Math.round(value)) : value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2);

/** @param {number} theirs @param {number} ours */
export const ratio = (theirs, ours) => {
  const value = theirs / ours;
  return Number.isFinite(value) ? `${value >= 10 ? value.toFixed(0) : value.toFixed(2)}` : "";
};

/** @param {number} value */
export const grouped = (value) => Math.round(value).toLocaleString("en");
