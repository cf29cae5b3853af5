// @ts-check
// The measured search engines, with their versions and capabilities.
import { readFileSync } from "node:fs";

/**
 * @typedef {object} Competitor
 * @property {string} key
 * @property {string} label
 * @property {string} file in competitors/
 * @property {object} [options] for its `open`
 * @property {"beginnings" | "parts"} matches whether a text matches beginnings of words or any part
 * @property {boolean} counts whether it has facet counts
 * @property {boolean} [ownCounts] whether its counts have another meaning than the others'
 * @property {boolean} [collates] whether it sorts titles by locale
 */

/** @type {Competitor[]} */
export const ENGINES = [
  { key: "ours", label: "article-cards", file: "article-cards.js", matches: "beginnings", counts: true, collates: true },
  { key: "ours-counts", label: "article-cards, total and counts only", file: "article-cards.js", options: { readIds: false }, matches: "beginnings", counts: true },
  { key: "plain", label: "plain arrays", file: "plain.js", matches: "parts", counts: true, collates: true },
  { key: "minisearch", label: "MiniSearch and plain arrays", file: "minisearch.js", matches: "beginnings", counts: true, collates: true },
  { key: "itemsjs", label: "ItemsJS", file: "itemsjs.js", matches: "beginnings", counts: true },
  { key: "orama", label: "Orama", file: "orama.js", matches: "beginnings", counts: true, ownCounts: true },
  { key: "list", label: "List.js", file: "list.js", matches: "parts", counts: false },
];

/** Not a competitor, but the minimum for all that parse JSON in JavaScript. @type {Competitor} */
export const JSON_PARSE = { key: "json", label: "JSON.parse alone", file: "json-parse.js", matches: "parts", counts: false };

const packages = JSON.parse(readFileSync(new URL("competitors/package.json", import.meta.url), "utf8")).dependencies;

/** The pinned versions of the measured packages. @type {Record<string, string>} */
export const VERSIONS = packages;

/**
 * Returns the chosen competitors; ours are always included.
 * @template {{ key: string }} C
 * @param {C[]} all
 * @param {Set<string> | undefined} chosen
 */
export const selectPeers = (all, chosen) =>
  chosen ? all.filter(({ key }) => key.startsWith("ours") || chosen.has(key)) : all;
