// @ts-check
// What is measured, how often, and on which feeds.
import { parseArgs } from "node:util";

/**
 * @typedef {object} Settings
 * @property {boolean} quick
 * @property {Set<string>} figures by letter
 * @property {Set<string> | undefined} peers by key; all, if none are named
 * @property {number[]} sizes articles in a feed
 * @property {boolean} write whether the committed results and tables are written
 * @property {boolean} keep whether what was not measured stays as it was written last
 */

/** The letters of the figures, and what they measure. */
export const FIGURES = {
  a: "bytes in memory → first answers",
  b: "a session of queries",
  c: "key stroke → paint",
  d: "bytes arrived → first cards",
  e: "navigation → first cards",
  f: "memory",
  g: "bytes of code",
};

const SIZES = [20, 1_000, 10_000, 100_000];

/** The sizes with which a figure says something. @type {Record<string, number[]>} */
const SAYING = { c: [1_000, 10_000, 100_000], d: [20, 1_000, 10_000], f: [1_000, 10_000, 100_000] };

/**
 * The sizes that were asked for, as far as they say something in a figure.
 * @param {Settings} settings
 * @param {string} figure
 */
export const sizesFor = ({ sizes }, figure) => sizes.filter((size) => SAYING[figure]?.includes(size) ?? true);

/** How often a thing is measured at most, and for how many seconds new runs of it are begun. */
export const RUNS = {
  quick: { most: 3, seconds: 2 },
  full: { most: 12, seconds: 10 },
};

/**
 * @param {string[]} args
 * @returns {Settings}
 */
export function settings(args) {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: "boolean", default: false },
      figure: { type: "string" },
      peer: { type: "string" },
      size: { type: "string" },
      write: { type: "boolean", default: false },
      keep: { type: "boolean", default: false },
    },
  });
  const list = (/** @type {string | undefined} */ text) => text?.split(",").map((one) => one.trim()).filter(Boolean);
  const figures = list(values.figure) ?? Object.keys(FIGURES);
  const unknown = figures.find((one) => !Object.hasOwn(FIGURES, one));
  if (unknown) throw new Error(`there is no figure ${JSON.stringify(unknown)}: ${Object.keys(FIGURES).join(", ")}`);
  const sizes = list(values.size)?.map(Number) ?? (values.quick ? SIZES.slice(0, 2) : SIZES);
  if (sizes.some((size) => !SIZES.includes(size))) throw new Error(`sizes are ${SIZES.join(", ")}`);
  const peers = list(values.peer);
  return { quick: values.quick, figures: new Set(figures), peers: peers && new Set(peers), sizes, write: values.write, keep: values.keep };
}
