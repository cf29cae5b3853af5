// @ts-check
// The results as Markdown tables, with the targets.
import { ENGINES, JSON_PARSE } from "./competitors.js";
import { grouped, megabytes, milliseconds, ratio } from "./format-numbers.js";
import { PAGES, VISITS, describeVisit } from "./visit-pages.js";
import { checkTarget } from "./targets.js";
import { PAGEFIND, WIDGETS } from "./widgets.js";

/** @typedef {import("./report.js").Results} Results */
/** @typedef {import("./statistics.js").Summary} Summary */
/** @typedef {import("./figures/memory.js").Memory} Memory */
/** @typedef {{ figure: string, title: string, text: string }} Table */

/**
 * @param {Results} results
 * @returns {Table[]}
 */
export function tables({ figures }) {
  /** @type {Table[]} */
  const all = [];
  const { engines, keys, cards, visit, memory, bytes } = figures;
  if (engines) {
    for (const [size, competitors] of Object.entries(engines.sizes)) {
      all.push({ figure: "a", title: `(a) Bytes in memory → answered, ${grouped(Number(size))} articles`, text: ready(Number(size), competitors) });
    }
    for (const [size, competitors] of Object.entries(engines.sizes)) {
      if (!competitors.ours?.steps) continue;
      all.push({ figure: "b", title: `(b) A session of ${engines.steps.length} queries, ${grouped(Number(size))} articles`, text: session(Number(size), competitors, engines.steps) });
    }
  }
  for (const [size, widgets] of Object.entries(keys ?? {})) {
    all.push({ figure: "c", title: `(c) Key stroke → painted, ${grouped(Number(size))} articles`, text: strokes(Number(size), widgets) });
  }
  for (const [size, widgets] of Object.entries(cards ?? {})) {
    all.push({ figure: "d", title: `(d) Bytes arrived → twelve cards, ${grouped(Number(size))} articles`, text: firstCards(Number(size), widgets) });
  }
  for (const [key, pages] of Object.entries(visit ?? {})) {
    all.push({ figure: "e", title: `(e) Navigation → first cards, ${describeVisit(VISITS[key])}, 150 ms`, text: visits(VISITS[key].size, pages) });
  }
  for (const [size, { feed, engines }] of Object.entries(memory ?? {})) {
    all.push({ figure: "f", title: `(f) Memory, ${grouped(Number(size))} articles of ${megabytes(feed)} MB`, text: memories(Number(size), feed, engines) });
  }
  if (bytes) {
    all.push({ figure: "g", title: "(g) Bytes of code: the whole page", text: weights(bytes.widgets, [...WIDGETS, PAGEFIND], true) });
    all.push({ figure: "g", title: "(g) Bytes of code: the engine alone", text: weights(bytes.engines, ENGINES, false) });
  }
  return all;
}

/**
 * @param {number} size
 * @param {Record<string, Record<"everything" | "search" | "busy", Summary>>} competitors
 */
function ready(size, competitors) {
  const ours = competitors.ours;
  const rows = [...ENGINES, JSON_PARSE].filter(({ key }) => competitors[key]).map(({ key, label }) => {
    const { everything, search, busy } = competitors[key];
    // JSON.parse has no search, so it is compared with the first answer.
    const answer = key === JSON_PARSE.key ? "everything" : "search";
    const target = checkTarget("a", size, key, { ours: ours[answer], theirs: competitors[key][answer] });
    return [label, medianAndP95(everything), ratio(everything.median, ours.everything.median), medianAndP95(search), ratio(search.median, ours.search.median), milliseconds(busy.median), ratio(busy.median, ours.busy.median), target, String(search.runs)];
  });
  return table(["ms", "first screen", "× ours", "then a search", "× ours", "work of the page", "× ours", "target", "runs"], rows);
}

/**
 * @param {number} size
 * @param {Record<string, any>} competitors
 * @param {{ kind: string, name: string }[]} steps
 */
function session(size, competitors, steps) {
  const kinds = [...new Set(steps.map(({ kind }) => kind))];
  const ours = competitors.ours.steps;
  // Competitors return only a page of the results, so they are compared without reading all ids.
  const counted = competitors["ours-counts"]?.steps ?? ours;
  const rows = ENGINES.filter(({ key }) => competitors[key]?.steps).map(({ key, label }) => {
    const own = competitors[key].steps;
    const each = kinds.map((kind) => {
      const times = steps.flatMap((step, at) => (step.kind === kind ? (own.each[at] ?? []) : []));
      return times.length === 0 ? "" : milliseconds(times.reduce((/** @type {number} */ sum, /** @type {number} */ time) => sum + time, 0) / times.length);
    });
    const slowest = Math.max(...own.each);
    const { took, longest } = competitors[key];
    const before = took.median < 100 ? "" : `${milliseconds(took.median)}; longest task ${milliseconds(longest.median)}`;
    const slow = `${milliseconds(slowest)}: ${steps[own.each.indexOf(slowest)].name}`;
    return [label, before, ...each, slow, milliseconds(own.median), milliseconds(own.p95), ratio(own.median, ours.median), ratio(own.p95, ours.p95), checkTarget("b", size, key, { ours: key === "ours" ? ours : counted, theirs: own })];
  });
  return table(["ms", "background work before", ...kinds, "slowest step", "median", "p95", "median × ours", "p95 × ours", "target"], rows);
}

/**
 * @param {number} size
 * @param {Record<string, { painted: Summary, interaction: Summary, busy: Summary, first: number, long: { share: number, longest: number } }>} widgets
 */
function strokes(size, widgets) {
  const ours = widgets.ours;
  const rows = WIDGETS.filter(({ key }) => widgets[key]).map(({ key, label }) => {
    const { painted, interaction, busy, first, long } = widgets[key];
    const tasks = long.longest ? `${Math.round(100 * long.share)}%, up to ${milliseconds(long.longest)}` : "none";
    const target = checkTarget("c", size, key, { ours: { ...ours.painted, longest: ours.long.longest }, theirs: painted });
    return [label, medianAndP95(painted), milliseconds(first), medianAndP95(interaction), tasks, ratio(painted.median, ours.painted.median), milliseconds(busy.median), ratio(busy.median, ours.busy.median), target, String(painted.runs)];
  });
  return table(["ms", "key → answer painted", "first key", "interaction", "keys with long tasks", "× ours", "work of the page", "× ours", "target", "keys"], rows);
}

/**
 * @param {number} size
 * @param {Record<string, Record<"first" | "again", { cards: Summary, search: Summary, largest: Summary, shifts: Summary }>>} pages
 */
function visits(size, pages) {
  const ours = pages.ours.first.cards;
  const rows = Object.entries(pages).map(([key, { first, again }]) => [
    PAGES[key].label,
    medianAndP95(first.cards),
    medianAndP95(first.largest),
    ratio(first.cards.median, ours.median),
    milliseconds(first.search.median),
    medianAndP95(again.cards),
    ratio(again.cards.median, pages.ours.again.cards.median),
    first.shifts.median.toFixed(3),
    checkTarget("e", size, key, { ours: { ...ours, shifts: pages.ours.first.shifts.p95 }, theirs: first.cards }),
    String(first.cards.runs),
  ]);
  return table(["ms", "first cards", "largest paint", "× ours", "search field", "again: first cards", "× ours", "layout shift", "target", "runs"], rows);
}

/**
 * @param {number} size
 * @param {number} feed
 * @param {Record<string, { loaded: Memory, asked: Memory, queries: number }>} engines
 */
function memories(size, feed, engines) {
  const ours = engines.ours.loaded.total;
  const rows = ENGINES.filter(({ key }) => engines[key]).map(({ key, label }) => {
    const { loaded, asked, queries } = engines[key];
    const times = { median: loaded.total / feed, p95: asked.total / feed };
    return [label, megabytes(loaded.module), megabytes(loaded.scripts), times.median.toFixed(2), ratio(loaded.total, ours), times.p95.toFixed(2), grouped(queries), checkTarget("f", size, key, { ours: times, theirs: times })];
  });
  return table(["MB", "module", "scripts", "× the feed", "× ours", "× the feed after queries", "queries", "target"], rows);
}

/**
 * @param {number} size
 * @param {Record<string, Record<"waiting" | "atOnce", Record<"inserted" | "painted" | "busy" | "layout", Summary>>>} widgets
 */
function firstCards(size, widgets) {
  const ours = widgets.ours.waiting.painted;
  const rows = WIDGETS.filter(({ key }) => widgets[key]).map(({ key, label }) => {
    const { waiting, atOnce } = widgets[key];
    const theirs = waiting.painted;
    return [
      label,
      medianAndP95(waiting.inserted),
      medianAndP95(theirs),
      ratio(theirs.median, ours.median),
      milliseconds(waiting.busy.median),
      milliseconds(waiting.layout.median),
      ratio(waiting.busy.median, widgets.ours.waiting.busy.median),
      medianAndP95(atOnce.painted),
      ratio(atOnce.painted.median, widgets.ours.atOnce.painted.median),
      checkTarget("d", size, key, { ours, theirs }),
      String(theirs.runs),
    ];
  });
  return table(["ms", "inserted", "painted", "× ours", "work of the page", "of which style and layout", "× ours", "painted, without waiting", "× ours", "target", "runs"], rows);
}

/**
 * @param {Record<string, { raw: number, gzip: number, brotli: number }>} weights
 * @param {{ key: string, label: string }[]} names
 * @param {boolean} hasTarget
 */
function weights(weights, names, hasTarget) {
  const labels = new Map([["ours", "article-cards"], ...names.map(({ key, label }) => /** @type {const} */ ([key, label]))]);
  const rows = Object.entries(weights).map(([key, { raw, gzip, brotli }]) => [
    labels.get(key) ?? key,
    grouped(raw),
    grouped(gzip),
    grouped(brotli),
    ratio(gzip, weights.ours.gzip),
    hasTarget && key === "ours" ? checkTarget("g", 0, key, { ours: { median: gzip, p95: gzip }, theirs: { median: gzip, p95: gzip } }) : "",
  ]);
  return table(["bytes", "raw", "gzip", "brotli", "gzip × ours", "target"], rows);
}

/**
 * @param {string[]} heads
 * @param {string[][]} rows
 */
function table(heads, rows) {
  const used = heads.map((_, column) => column === 0 || rows.some((row) => row[column]));
  const line = (/** @type {string[]} */ cells) => `| ${cells.filter((_, column) => used[column]).join(" | ")} |\n`;
  return line(heads) + line(heads.map((_, column) => (column ? "---:" : "---"))) + rows.map(line).join("");
}

/** @param {Summary} summary */
const medianAndP95 = ({ median, p95 }) => `${milliseconds(median)} (${milliseconds(p95)})`;
