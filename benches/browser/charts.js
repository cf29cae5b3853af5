// @ts-check
// Bar charts for the documentation, as SVG for light and dark pages.

/**
 * @typedef {object} Bar
 * @property {string} label
 * @property {number} value
 * @property {string} shown
 * @property {boolean} isOurs
 */

const WIDTH = 780;
const LABELS = 290;
const ROW = 26;
const TOP = 40;
/** The width for the numbers behind the bars. */
const NUMBERS = 100;

/** @param {string} text */
const escapeXml = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * Returns a bar chart, the shortest bar first. The scale is logarithmic if the longest bar is more than
 * 30 times the shortest.
 * @param {string} title
 * @param {Bar[]} bars
 */
export function chart(title, bars) {
  const sorted = bars.filter(({ value }) => value > 0).sort((one, other) => one.value - other.value);
  const [least, most] = [sorted[0]?.value ?? 1, sorted.at(-1)?.value ?? 1];
  const isLogarithmic = most / least > 30;
  const floor = 10 ** Math.floor(Math.log10(least));
  const share = (/** @type {number} */ value) =>
    isLogarithmic ? Math.log10(value / (floor / 2)) / Math.log10(most / (floor / 2)) : value / most;
  const room = WIDTH - LABELS - NUMBERS;
  const height = TOP + sorted.length * ROW + 14;
  const lines = isLogarithmic
    ? Array.from({ length: Math.floor(Math.log10(most / floor)) + 1 }, (_, at) => floor * 10 ** at).map((value) => {
        const x = LABELS + room * share(value);
        return `<line class="grid" x1="${x.toFixed(1)}" y1="${TOP - 6}" x2="${x.toFixed(1)}" y2="${height - 8}"/>`;
      })
    : [];
  const rows = sorted.map(({ label, value, shown, isOurs }, at) => {
    const y = TOP + at * ROW;
    const width = Math.max(2, room * share(value));
    const kind = isOurs ? "ours" : "theirs";
    return `<text x="${LABELS - 10}" y="${y + 14}" text-anchor="end" class="${kind}-text">${escapeXml(label)}</text>
<rect class="${kind}" x="${LABELS}" y="${y}" width="${width.toFixed(1)}" height="18" rx="3"/>
<text x="${(LABELS + width + 8).toFixed(1)}" y="${y + 14}" class="${kind}-text">${escapeXml(shown)}</text>`;
  });
  const note = isLogarithmic ? " (each line is ten times the one before)" : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeXml(title)}">
<style>
text { font: 13px system-ui, sans-serif; fill: #565e69 }
.title { font-weight: 600; fill: #15181d }
.ours { fill: #2b50c3 } .theirs { fill: #b9c0ca } .ours-text { fill: #15181d; font-weight: 600 }
.grid { stroke: #e2e5ea }
@media (prefers-color-scheme: dark) {
text { fill: #a6aeba } .title, .ours-text { fill: #eceef2 }
.ours { fill: #a6baff } .theirs { fill: #4a515c } .grid { stroke: #2f343d }
}
</style>
<text class="title" x="0" y="18">${escapeXml(title)}${note}</text>
${[...lines, ...rows].join("\n")}
</svg>
`;
}
