// What editors learn of the element: custom data for VS Code, read by its own language service, and
// web-types for JetBrains' editors. Both have everything that element.json declares.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Ajv } from "ajv";
import html from "vscode-html-languageservice";

const { TextDocument, getLanguageService, newHTMLDataProvider } = html;

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"));
const element = read("package/element.json");
const manifest = read("pkg/package.json");
const customData = read("pkg/vscode.html-custom-data.json");
const webTypes = read("pkg/web-types.json");

/** @typedef {{ name: string, description: string, type?: string, values?: string[] }} Declared */

const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name);
// Links in descriptions are relative to the documentation, so editors read their texts only.
const plain = (/** @type {string} */ markdown) => markdown.replace(/\[([^\]]+)\]\([^)]*\)/g, "$1");
const camelCase = (/** @type {string} */ name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const provider = newHTMLDataProvider("article-cards", customData);
const service = getLanguageService({ useDefaultDataProvider: false, customDataProviders: [provider] });

/**
 * A document with the place that `|` marks.
 * @param {string} text
 */
function place(text) {
  const offset = text.indexOf("|");
  const document = TextDocument.create("page.html", "html", 1, text.replace("|", ""));
  return { document, position: document.positionAt(offset), parsed: service.parseHTMLDocument(document) };
}

/** What VS Code proposes at a place. @param {string} text */
function proposals(text) {
  const { document, position, parsed } = place(text);
  return service.doComplete(document, position, parsed).items;
}

/** What VS Code explains at a place. @param {string} text */
function explained(text) {
  const { document, position, parsed } = place(text);
  const contents = service.doHover(document, position, parsed)?.contents;
  assert.ok(contents && typeof contents === "object" && "value" in contents, text);
  return contents.value;
}

test("the custom data has VS Code's format", () => {
  const schema = createRequire(import.meta.url)("vscode-html-languageservice/docs/customData.schema.json");
  // Keywords of the schema for VS Code itself.
  const ajv = new Ajv({ strict: false });
  assert.ok(ajv.validate({ ...schema, $schema: undefined }, customData), ajv.errorsText());
});

test("VS Code proposes the tag, its attributes and their values", () => {
  assert.ok(proposals("<|").some(({ label }) => label === "article-cards"));
  const proposed = proposals("<article-cards |></article-cards>");
  for (const { name, type, values } of element.attributes) {
    const proposal = proposed.find(({ label }) => label === name);
    assert.ok(proposal, name);
    const isBoolean = type === "boolean";
    assert.equal(proposal.textEdit?.newText, isBoolean ? name : `${name}="$1"`);
    if (values) assert.deepEqual(proposals(`<article-cards ${name}="|"></article-cards>`).map(({ label }) => label).sort(), values.toSorted());
  }
  const presets = proposals(`<article-cards mapping="|"></article-cards>`).map(({ label }) => label);
  assert.ok(presets.includes("wordpress"));
});

test("VS Code explains the tag and its attributes", () => {
  for (const { name, description } of element.attributes) {
    assert.ok(explained(`<article-cards |${name}="1"></article-cards>`).startsWith(plain(description)), name);
  }
  const text = explained("<|article-cards></article-cards>");
  const states = element.cssStates.map((/** @type {Declared} */ { name }) => `:state(${name})`);
  const slots = names(element.slots).map((name) => name || "(default)");
  for (const name of [...names(element.events), ...slots, ...names(element.cssParts), ...names(element.cssProperties), ...states]) {
    assert.ok(text.includes(`\`${name}\``), name);
  }
});

test("the manifest names the web-types, which have its name and version", () => {
  assert.equal(manifest["web-types"], "web-types.json");
  assert.deepEqual([webTypes.name, webTypes.version], [manifest.name, manifest.version]);
  assert.deepEqual([webTypes["description-markup"], webTypes["js-types-syntax"]], ["markdown", "typescript"]);
});

test("the web-types have everything that is declared", () => {
  assert.deepEqual(Object.keys(webTypes.contributions), ["html"]);
  const [tag, ...others] = webTypes.contributions.html.elements;
  assert.deepEqual([tag.name, tag.description, others], [element.tag, plain(element.description), []]);
  const reflecting = names(element.attributes).map(camelCase);
  /** @type {[{ name: string }[], string[]][]} */
  const lists = [
    [tag.attributes, names(element.attributes)],
    [tag.slots, names(element.slots)],
    [tag.js.properties, [...reflecting, ...names(element.properties)]],
    [tag.js.events, names(element.events)],
    [tag.css.properties, names(element.cssProperties)],
    [tag.css.parts, names(element.cssParts)],
    [tag.css["pseudo-classes"], ["state"]],
  ];
  for (const [list, expected] of lists) {
    assert.deepEqual(names(list), expected);
    for (const { name, description } of /** @type {Declared[]} */ (list)) {
      assert.ok(description, name);
      assert.equal(description, plain(description), name);
    }
  }
  const [state] = tag.css["pseudo-classes"];
  assert.equal(state.arguments, true);
  for (const { name, description } of element.cssStates) assert.ok(state.description.includes(`\`:state(${name})\`: ${plain(description)}`));
  for (const { name, values } of element.attributes) {
    const { value } = tag.attributes.find((/** @type {Declared} */ one) => one.name === name);
    assert.ok(typeof value.type === "string", name);
    if (values) assert.equal(value.type, values.map((/** @type {string} */ one) => `"${one}"`).join(" | "));
  }
});
