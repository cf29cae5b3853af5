// @ts-check
// The command line settings of a run.
import { parseArgs } from "node:util";

/**
 * @typedef {object} Settings
 * @property {boolean} quick
 * @property {Set<string>} figures letters
 * @property {Set<string> | undefined} peers keys of the competitors; all if undefined
 * @property {number[]} sizes numbers of articles
 * @property {boolean} write whether to update the committed results and tables
 * @property {boolean} keep whether to keep committed results of figures that are not measured
 */

/** The figures by letter. */
const FIGURES = {
  a: "bytes in memory → first answers",
  b: "a session of queries",
  c: "key stroke → paint",
  d: "bytes arrived → first cards",
  e: "navigation → first cards",
  f: "memory",
  g: "bytes of code",
};

const SIZES = [20, 1_000, 10_000, 100_000];

/** The sizes that are meaningful for a figure; all for the others. @type {Record<string, number[]>} */
const MEANINGFUL_SIZES = { c: [1_000, 10_000, 100_000], d: [20, 1_000, 10_000], f: [1_000, 10_000, 100_000] };

/**
 * Returns the chosen sizes that are meaningful for a figure.
 * @param {Settings} settings
 * @param {string} figure
 */
export const sizesFor = ({ sizes }, figure) => sizes.filter((size) => MEANINGFUL_SIZES[figure]?.includes(size) ?? true);

/** The maximum number of runs of each measurement, and the seconds after which no new run starts. */
export const RUNS = {
  quick: { runs: 3, seconds: 2 },
  full: { runs: 12, seconds: 10 },
};

/**
 * @param {string[]} args
 * @returns {Settings}
 */
export function parseSettings(args) {
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
  if (sizes.some((size) => !SIZES.includes(size))) throw new Error(`sizes must be among ${SIZES.join(", ")}`);
  const peers = list(values.peer);
  return { quick: values.quick, figures: new Set(figures), peers: peers && new Set(peers), sizes, write: values.write, keep: values.keep };
}
