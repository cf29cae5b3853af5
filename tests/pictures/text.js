// The tables of docs/theming.md, from the package's manifest.
import { readFileSync } from "node:fs";
import { PROPERTIES, SCENES, spot } from "./scenes.js";

/** @typedef {{ name: string, description: string, default?: string }} Entry */

const top = new URL("../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package/custom-elements.json", top), "utf8"));
/** @type {{ cssParts: Entry[], cssProperties: Entry[] }} */
const { cssParts, cssProperties } = manifest.modules[0].declarations[0];

/** Where the pictures lie, from the document. */
const FOLDER = "pictures";

/** What the manifest has and no picture, or the other way round; nothing if all is well. */
export function gaps() {
  const shown = new Set(SCENES.flatMap(({ parts }) => parts.map((part) => spot(part).part)));
  return [
    ...difference(cssParts.map(({ name }) => name), [...shown], "part"),
    ...difference(cssProperties.map(({ name }) => name), PROPERTIES.map(({ name }) => name), "property"),
  ];
}

/**
 * @param {string[]} told
 * @param {string[]} shown
 * @param {string} kind
 */
function difference(told, shown, kind) {
  return [
    ...told.filter((name) => !shown.includes(name)).map((name) => `the ${kind} ${name} is in no picture`),
    ...shown.filter((name) => !told.includes(name)).map((name) => `there is no ${kind} ${name}`),
  ];
}

/** The file of a property's picture. @param {string} name */
export const propertyFile = (name) => `${FOLDER}/${name.replace(/^--/, "")}.webp`;
/** The file of a scene's picture. @param {string} name */
export const sceneFile = (name) => `${FOLDER}/parts-${name}.webp`;

/** What stands between the marks. @type {Record<string, () => string>} */
const PIECES = {
  properties() {
    const rows = cssProperties.map((entry) => `| [\`${entry.name}\`](#${entry.name}) | \`${entry.default}\` | ${cell(entry.description)} |`);
    const pictures = PROPERTIES.map(({ name, value }) =>
      [`#### \`${name}\``, "", `<img src="${propertyFile(name)}" width="700" alt="On the left the default, on the right ${name}: ${value}">`].join("\n"),
    );
    return [`| property | default | what it changes |`, "| --- | --- | --- |", ...rows, "", ...pictures.flatMap((picture) => [picture, ""])].join("\n").trim();
  },
  parts() {
    /** @type {Set<string>} */
    const told = new Set();
    const pieces = SCENES.map(({ name, title, parts }) => {
      const names = parts.map((part) => spot(part).part).filter((part) => !told.has(part));
      for (const part of names) told.add(part);
      const all = parts.map((part) => spot(part).part).join(", ");
      const rows = cssParts.filter(({ name }) => names.includes(name)).map((entry) => `| \`${entry.name}\` | ${cell(entry.description)} |`);
      const table = rows.length ? ["", "| part | what it is |", "| --- | --- |", ...rows] : [];
      return [`### ${title}`, "", `<img src="${sceneFile(name)}" width="760" alt="Outlined and named: ${all}">`, ...table].join("\n");
    });
    return pieces.join("\n\n");
  },
};

/** @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|");

/**
 * The document with its tables as they should be.
 * @param {string} document
 */
export function filled(document) {
  let text = document;
  for (const [name, piece] of Object.entries(PIECES)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/theming.md lacks the marks ${begin} and ${end}`);
    text = `${text.slice(0, from + begin.length)}\n${piece()}\n${text.slice(to)}`;
  }
  return text;
}
