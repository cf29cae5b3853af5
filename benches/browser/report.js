// @ts-check
// Prints the results of a run, and writes those of a full run as JSON, tables and charts.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chart } from "./charts.js";
import { comparisons, describeLosses } from "./comparisons.js";
import { tables } from "./tables.js";

/**
 * The results of a run.
 * @typedef {object} Results
 * @property {string} browser
 * @property {boolean} quick
 * @property {number} processors
 * @property {number} load average of the machine when the run began
 * @property {number} highestLoad after any figure; above the number of processors, times are unreliable
 * @property {Record<string, string>} versions
 * @property {Record<string, any>} figures
 */

/** Prints tables, and where others are ahead. @param {Results} results */
export function printReport(results) {
  for (const { title, text } of tables(results)) console.log(`\n${title}\n\n${text}`);
  console.log(`\nWhere others are ahead\n\n${describeLosses(comparisons(results)).join("\n")}`);
}

const folder = fileURLToPath(new URL("../", import.meta.url));
const [OPEN, CLOSE] = ["<!-- results -->", "<!-- /results -->"];

/** The heading of each figure. @type {Record<string, string>} */
const HEADINGS = {
  a: "Time to the first answers",
  b: "A session of queries",
  c: "Typing in the page",
  d: "The first cards",
  e: "A visit over a slow network",
  f: "Memory",
  g: "Bytes",
};

/** The file names of each figure's charts. @type {Record<string, RegExp>} */
const CHARTS = { a: /^ready/, b: /^session/, c: /^keys/, d: /^cards/, e: /^(visit|again)/, f: /^memory/, g: /^bytes/ };

/** Writes the committed results. @param {Results} results */
export function writeReport(results) {
  writeFileSync(`${folder}results.json`, `${JSON.stringify(results)}\n`);
  const all = comparisons(results);
  rmSync(`${folder}charts`, { recursive: true, force: true });
  mkdirSync(`${folder}charts`);
  const charts = all.filter(({ isChart, rows }) => isChart && rows.length > 1);
  for (const { key, title, rows } of charts) {
    writeFileSync(`${folder}charts/${key}.svg`, chart(title, rows.map((row) => ({ ...row, isOurs: row.key.startsWith("ours") }))));
  }
  const resultTables = tables(results);
  const parts = Object.entries(HEADINGS).flatMap(([figure, heading]) => {
    const own = resultTables.filter((table) => table.figure === figure);
    if (!own.length) return [];
    const images = charts.filter(({ key }) => CHARTS[figure].test(key)).map(({ key, title }) => `![${title}](charts/${key}.svg)\n`);
    return [`### ${heading}\n`, ...images, ...own.map(({ title, text }) => `**${title}**\n\n${text}`)];
  });
  const versions = Object.entries(results.versions).map(([name, version]) => `${name} ${version}`);
  const environment = `Chromium ${results.browser} on a machine of ${results.processors} processors with a load of ${results.load.toFixed(1)} when it began and of up to ${results.highestLoad.toFixed(1)} later, ${versions.join(", ")}.\n`;
  const losses = ["### Where others are ahead\n", `${describeLosses(all).join("\n")}\n`];
  const readme = `${folder}README.md`;
  const [before, rest] = readFileSync(readme, "utf8").split(OPEN);
  const after = rest?.split(CLOSE)[1];
  if (after === undefined) throw new Error(`benches/README.md needs the markers ${OPEN} and ${CLOSE}`);
  writeFileSync(readme, [before, OPEN, "\n", [environment, ...losses, ...parts].join("\n"), CLOSE, after].join(""));
}
