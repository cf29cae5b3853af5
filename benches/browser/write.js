// @ts-check
// The results of a full run, put where they are committed: as JSON, as tables and as charts.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chart } from "./charts.js";
import { behind, comparisons } from "./comparisons.js";
import { tables } from "./tables.js";

const folder = fileURLToPath(new URL("../", import.meta.url));
const [OPEN, CLOSE] = ["<!-- results -->", "<!-- /results -->"];

/** What each figure is, as a heading. @type {Record<string, string>} */
const HEADINGS = {
  a: "Ready to be asked",
  b: "A reader's session",
  c: "Typing in the page",
  d: "The first cards",
  e: "A visit over a slow network",
  f: "Memory",
  g: "Bytes",
};

/** Which charts belong to which figure, by the beginning of their name. @type {Record<string, RegExp>} */
const CHARTS = { a: /^ready/, b: /^session/, c: /^keys/, d: /^cards/, e: /^(visit|again)/, f: /^memory/, g: /^bytes/ };

/** @param {import("./results.js").Results} results */
export function write(results) {
  writeFileSync(`${folder}results.json`, `${JSON.stringify(results)}\n`);
  const all = comparisons(results);
  rmSync(`${folder}charts`, { recursive: true, force: true });
  mkdirSync(`${folder}charts`);
  const charts = all.filter(({ isChart, rows }) => isChart && rows.length > 1);
  for (const { key, title, rows } of charts) {
    writeFileSync(`${folder}charts/${key}.svg`, chart(title, rows.map((row) => ({ ...row, isOurs: row.key.startsWith("ours") }))));
  }
  const told = tables(results);
  const parts = Object.entries(HEADINGS).flatMap(([figure, heading]) => {
    const own = told.filter((table) => table.figure === figure);
    if (!own.length) return [];
    const images = charts.filter(({ key }) => CHARTS[figure].test(key)).map(({ key, title }) => `![${title}](charts/${key}.svg)\n`);
    return [`### ${heading}\n`, ...images, ...own.map(({ title, text }) => `**${title}**\n\n${text}`)];
  });
  const versions = Object.entries(results.versions).map(([name, version]) => `${name} ${version}`);
  const made = `Chromium ${results.browser} on a machine of ${results.processors} processors with a load of ${results.load.toFixed(1)} when it began and of up to ${results.highestLoad.toFixed(1)} later, ${versions.join(", ")}.\n`;
  const losses = ["### Where others are ahead\n", `${behind(all).join("\n")}\n`];
  const readme = `${folder}README.md`;
  const [before, rest] = readFileSync(readme, "utf8").split(OPEN);
  const after = rest?.split(CLOSE)[1];
  if (after === undefined) throw new Error(`benches/README.md needs the marks ${OPEN} and ${CLOSE}`);
  writeFileSync(readme, [before, OPEN, "\n", [made, ...losses, ...parts].join("\n"), CLOSE, after].join(""));
}
