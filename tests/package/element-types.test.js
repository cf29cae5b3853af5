// The element's declared types match its custom elements manifest and the attributes that its code
// reads. tests/e2e/package.spec.js compares the manifest with the class in a browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import ts from "typescript";
import { ATTRIBUTES, attributeOf } from "../../pkg/attributes.js";
import * as library from "../../pkg/index.js";
import { declarations, names } from "./declarations.js";

const manifest = JSON.parse(readFileSync(new URL("../../pkg/custom-elements.json", import.meta.url), "utf8"));
const [element] = manifest.modules[0].declarations;

const { checker, source, exported, membersOf } = declarations("index.d.ts");

/** Returns the element's members that it does not inherit from `HTMLElement`. */
function ownMembers() {
  const isOwn = (/** @type {ts.Symbol} */ one) =>
    one.declarations?.some((declaration) => declaration.getSourceFile() === source);
  const overloads = ["addEventListener", "removeEventListener"];
  return membersOf("ArticleCardsElement").filter((one) => isOwn(one) && !overloads.includes(one.name));
}

test("the declared exports are the module's exports", () => {
  const values = exported.filter((one) => one.flags & ts.SymbolFlags.Value);
  assert.deepEqual(names(values), Object.keys(library).sort());
});

test("the declared members are those of the manifest", () => {
  // `focus` is declared by HTMLElement.
  assert.deepEqual(names(ownMembers()), names(element.members).filter((name) => name !== "focus"));
  const methods = element.members.filter((/** @type {{ kind: string }} */ one) => one.kind === "method");
  const isMethod = (/** @type {ts.Symbol} */ one) => Boolean(one.flags & ts.SymbolFlags.Method);
  assert.deepEqual(names(ownMembers().filter(isMethod)), names(methods).filter((name) => name !== "focus"));
});

test("the same members are read-only in both", () => {
  const isReadOnly = (/** @type {ts.Symbol} */ one) =>
    one.declarations?.some((declaration) => ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Readonly);
  const readonly = element.members.filter((/** @type {{ readonly?: boolean }} */ one) => one.readonly);
  assert.deepEqual(names(ownMembers().filter(isReadOnly)), names(readonly));
});

test("the attributes are those that the element reads", () => {
  const read = Object.keys(ATTRIBUTES);
  assert.deepEqual(names(element.attributes), read.map(attributeOf).sort());
  for (const { name, fieldName } of element.attributes) assert.equal(attributeOf(fieldName), name);
  const properties = names(membersOf("ArticleCardsProperties"));
  const withoutAttribute = ["renderCard", "decorateCard", "messages"];
  assert.deepEqual(properties, [...read, ...withoutAttribute].sort());
  assert.deepEqual(names(membersOf("MountProperties")), [...properties, "items", "state"].sort());
});

test("the events and their details are those of the manifest", () => {
  const events = membersOf("ArticleCardsEvents");
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
