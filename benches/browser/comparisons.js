// @ts-check
// The main number of each figure and competitor, for the charts and the list of those ahead of us.
import { ENGINES, JSON_PARSE } from "./competitors.js";
import { PAGES, VISITS, describeVisit } from "./visit-pages.js";
import { grouped, milliseconds } from "./format-numbers.js";
import { PAGEFIND, WIDGETS } from "./widgets.js";

/**
 * @typedef {object} Comparison
 * @property {string} key for file names
 * @property {string} title
 * @property {boolean} isChart
 * @property {{ key: string, label: string, value: number, shown: string }[]} rows lower is better
 */

const ms = (/** @type {number} */ value) => `${milliseconds(value)} ms`;

/**
 * @param {import("./report.js").Results} results
 * @returns {Comparison[]}
 */
export function comparisons({ figures }) {
  const { engines, keys, cards, visit, memory, bytes } = figures;
  /** @type {Comparison[]} */
  const all = [];
  /**
   * @param {string} key @param {string} title @param {boolean} isChart
   * @param {{ key: string, label: string }[]} names
   * @param {Record<string, any>} measured
   * @param {(one: any) => number | undefined} value
   * @param {(value: number) => string} show
   */
  const compare = (key, title, isChart, names, measured, value, show) => {
    const rows = names.flatMap((name) => {
      const number = measured[name.key] && value(measured[name.key]);
      return number === undefined ? [] : [{ key: name.key, label: name.label, value: number, shown: show(number) }];
    });
    all.push({ key, title, isChart, rows });
  };
  const largest = (/** @type {Record<string, any> | undefined} */ bySize) => Math.max(...Object.keys(bySize ?? {}).map(Number));
  const entriesBySize = (/** @type {Record<string, any> | undefined} */ bySize) =>
    Object.entries(bySize ?? {}).map(([size, measured]) => /** @type {const} */ ([`${grouped(Number(size))} articles`, Number(size), measured]));

  for (const [articles, size, measured] of entriesBySize(engines?.sizes)) {
    const isChart = size === largest(engines.sizes);
    compare("ready", `Bytes in memory → first search answered, ${articles}`, isChart, [...ENGINES, JSON_PARSE], measured, ({ search }) => search.median, ms);
    compare("session", `A step of a session, median, ${articles}`, isChart, ENGINES, measured, ({ steps }) => steps?.median, ms);
    compare("session-p95", `A step of a session, p95, ${articles}`, isChart, ENGINES, measured, ({ steps }) => steps?.p95, ms);
  }
  for (const [articles, size, measured] of entriesBySize(keys)) {
    compare("keys", `Key stroke → answer painted, median, ${articles}`, size === largest(keys), WIDGETS, measured, ({ painted }) => painted.median, ms);
  }
  for (const [articles, size, measured] of entriesBySize(cards)) {
    compare(`cards-${size}`, `Bytes arrived → twelve cards painted, ${articles}`, size === 20 || size === largest(cards), WIDGETS, measured, ({ waiting }) => waiting.painted.median, ms);
  }
  const pages = Object.entries(PAGES).map(([key, { label }]) => ({ key, label }));
  for (const [key, measured] of Object.entries(visit ?? {})) {
    const what = describeVisit(VISITS[key]);
    compare(`visit-${key}`, `First visit → first cards, ${what}`, true, pages, measured, ({ first }) => first.cards.median, ms);
    compare(`again-${key}`, `Second visit → first cards, ${what}`, key === "short", pages, measured, ({ again }) => again.cards.median, ms);
  }
  for (const [articles, size, { feed, engines: measured }] of entriesBySize(memory)) {
    compare("memory", `Memory beside the feed's own size, ${articles}`, size === largest(memory), ENGINES, measured, ({ loaded }) => loaded.total / feed, (value) => `${value.toFixed(2)} ×`);
  }
  if (bytes) compare("bytes", "Code that a page loads, gzip", true, [...WIDGETS, PAGEFIND], bytes.widgets, ({ gzip }) => gzip, (value) => `${grouped(value)} B`);
  return all;
}

/**
 * Describes where a competitor is ahead of ours.
 * @param {Comparison[]} all
 */
export const describeLosses = (all) =>
  all.flatMap(({ title, rows }) => {
    const ours = rows.find(({ key }) => key === "ours");
    const ahead = rows.filter(({ key, value }) => ours && !key.startsWith("ours") && key !== "json" && value < ours.value);
    if (!ours || !ahead.length) return [];
    const descriptions = ahead.sort((one, other) => one.value - other.value).map(({ label, value, shown }) => `${label} ${shown} (${(ours.value / value).toFixed(1)} times less)`);
    return [`- ${title}: ${descriptions.join(", ")}; ours ${ours.shown}.`];
  });
