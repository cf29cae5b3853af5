// The tables of docs/theming.md, generated from the package's manifest.
import { readFileSync } from "node:fs";
import { PROPERTIES, SCENES, toScenePart } from "./scenes.js";

/** @typedef {{ name: string, description: string, default?: string }} Entry */

const root = new URL("../../", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package/custom-elements.json", root), "utf8"));
/** @type {{ cssParts: Entry[], cssProperties: Entry[] }} */
const { cssParts, cssProperties } = manifest.modules[0].declarations[0];

/** The folder of the pictures, relative to the document. */
const FOLDER = "pictures";

/** Returns an error for each part or property that is only in the manifest or only in the pictures. */
export function coverageErrors() {
  const shown = new Set(SCENES.flatMap(({ parts }) => parts.map((part) => toScenePart(part).part)));
  return [
    ...difference(cssParts.map(({ name }) => name), [...shown], "part"),
    ...difference(cssProperties.map(({ name }) => name), PROPERTIES.map(({ name }) => name), "property"),
  ];
}

/**
 * @param {string[]} documented
 * @param {string[]} shown
 * @param {string} kind
 */
function difference(documented, shown, kind) {
  return [
    ...documented.filter((name) => !shown.includes(name)).map((name) => `the ${kind} ${name} is in no picture`),
    ...shown.filter((name) => !documented.includes(name)).map((name) => `there is no ${kind} ${name}`),
  ];
}

/** The file of a property's picture. @param {string} name */
export const propertyFile = (name) => `${FOLDER}/${name.replace(/^--/, "")}.webp`;
/** The file of a scene's picture. @param {string} name */
export const sceneFile = (name) => `${FOLDER}/parts-${name}.webp`;

/** The file of an example's picture. @param {string} name */
export const exampleFile = (name) => `${FOLDER}/example-${name}.webp`;

/** The generated sections by the name of their markers. @type {Record<string, () => string>} */
const SECTIONS = {
  properties() {
    const rows = cssProperties.map((entry) => `| [\`${entry.name}\`](#${entry.name}) | \`${entry.default}\` | ${cell(entry.description)} |`);
    const pictures = PROPERTIES.map(({ name, value }) =>
      [`#### \`${name}\``, "", `<img src="${propertyFile(name)}" width="700" alt="On the left the default, on the right ${name}: ${value}">`].join("\n"),
    );
    return [`| property | default | what it changes |`, "| --- | --- | --- |", ...rows, "", ...pictures.flatMap((picture) => [picture, ""])].join("\n").trim();
  },
  parts() {
    /** @type {Set<string>} */
    const listed = new Set();
    const sections = SCENES.map(({ name, title, parts }) => {
      const names = parts.map((part) => toScenePart(part).part).filter((part) => !listed.has(part));
      for (const part of names) listed.add(part);
      const all = parts.map((part) => toScenePart(part).part).join(", ");
      const rows = cssParts.filter(({ name }) => names.includes(name)).map((entry) => `| \`${entry.name}\` | ${cell(entry.description)} |`);
      const table = rows.length ? ["", "| part | what it is |", "| --- | --- |", ...rows] : [];
      return [`### ${title}`, "", `<img src="${sceneFile(name)}" width="760" alt="Outlined and named: ${all}">`, ...table].join("\n");
    });
    return sections.join("\n\n");
  },
};

/** @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|");

/**
 * Returns the document with current tables.
 * @param {string} document
 */
export function updateTables(document) {
  let text = document;
  for (const [name, generate] of Object.entries(SECTIONS)) {
    const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [from, to] = [text.indexOf(begin), text.indexOf(end)];
    if (from < 0 || to < from) throw new Error(`docs/theming.md lacks the markers ${begin} and ${end}`);
    text = `${text.slice(0, from + begin.length)}\n${generate()}\n${text.slice(to)}`;
  }
  return text;
}
