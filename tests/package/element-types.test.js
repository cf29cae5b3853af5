// What the types declare of the element is what its manifest for editors tells, and what its code
// reads. What its class has in a browser is compared with the manifest there.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { ATTRIBUTES, attributeOf } from "../../pkg/attributes.js";
import * as library from "../../pkg/index.js";

const pkg = (/** @type {string} */ name) => fileURLToPath(new URL(`../../pkg/${name}`, import.meta.url));
const manifest = JSON.parse(readFileSync(pkg("custom-elements.json"), "utf8"));
const [element] = manifest.modules[0].declarations;
/** @param {{ name: string }[]} all */
const names = (all) => all.map(({ name }) => name).sort();

const program = ts.createProgram([pkg("index.d.ts")], { strict: true, target: ts.ScriptTarget.ES2022, types: [] });
const checker = program.getTypeChecker();
const source = program.getSourceFile(pkg("index.d.ts"));
assert.ok(source);
const exported = checker.getExportsOfModule(/** @type {ts.Symbol} */ (checker.getSymbolAtLocation(source)));

/** @param {string} name */
function declared(name) {
  const symbol = exported.find((one) => one.name === name);
  assert.ok(symbol, name);
  return checker.getDeclaredTypeOfSymbol(symbol).getProperties();
}

/** What the element has beside what every element has. */
function own() {
  const isOurs = (/** @type {ts.Symbol} */ one) =>
    one.declarations?.some((declaration) => declaration.getSourceFile() === source);
  const listening = ["addEventListener", "removeEventListener"];
  return declared("ArticleCardsElement").filter((one) => isOurs(one) && !listening.includes(one.name));
}

test("what the module exports", () => {
  const values = exported.filter((one) => one.flags & ts.SymbolFlags.Value);
  assert.deepEqual(names(values), Object.keys(library).sort());
});

test("the members are those of the manifest", () => {
  // `focus` is every element's.
  assert.deepEqual(names(own()), names(element.members).filter((name) => name !== "focus"));
  const methods = element.members.filter((/** @type {{ kind: string }} */ one) => one.kind === "method");
  const isMethod = (/** @type {ts.Symbol} */ one) => Boolean(one.flags & ts.SymbolFlags.Method);
  assert.deepEqual(names(own().filter(isMethod)), names(methods).filter((name) => name !== "focus"));
});

test("what can't be set is the same in both", () => {
  const isReadOnly = (/** @type {ts.Symbol} */ one) =>
    one.declarations?.some((declaration) => ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly);
  const readonly = element.members.filter((/** @type {{ readonly?: boolean }} */ one) => one.readonly);
  assert.deepEqual(names(own().filter(isReadOnly)), names(readonly));
});

test("the attributes are those that are read", () => {
  const read = Object.keys(ATTRIBUTES);
  assert.deepEqual(names(element.attributes), read.map(attributeOf).sort());
  for (const { name, fieldName } of element.attributes) assert.equal(attributeOf(fieldName), name);
  const properties = names(declared("ArticleCardsProperties"));
  const alone = ["decorateCard", "mapping", "messages"];
  assert.deepEqual(properties, [...read, ...alone].sort());
  assert.deepEqual(names(declared("MountProperties")), [...properties, "items", "state"].sort());
});

test("the events, and what they tell", () => {
  const events = declared("ArticleCardsEvents");
  assert.deepEqual(names(events), names(element.events));
  for (const { name, type } of element.events) {
    const symbol = events.find((one) => one.name === name);
    assert.ok(symbol);
    const [detail] = checker.getTypeArguments(/** @type {ts.TypeReference} */ (checker.getTypeOfSymbol(symbol)));
    assert.ok(detail);
    const fields = [...type.text.matchAll(/(\w+): /g)].map(([, field]) => field);
    assert.deepEqual(names(detail.getProperties()), fields.sort(), name);
  }
});
