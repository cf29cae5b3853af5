// THIRD-PARTY-LICENSES.txt: the crates that are compiled into the modules, with the texts of their licenses.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const document = readFileSync(new URL("../../pkg/THIRD-PARTY-LICENSES.txt", import.meta.url), "utf8");

/** A line of the list, such as `serde 1.0.0: MIT OR Apache-2.0 (texts 1, 2)`. */
const CRATE = /^(?<name>\S+) (?<version>\S+): (?<license>.+) \(texts? (?<texts>[\d, ]+)\)$/gm;
const crates = [...document.matchAll(CRATE)].map(({ groups = {} }) => groups);

/** The texts by their numbers, which begin at 1. */
const texts = document.split(/^=+\nText \d+\n=+\n/m);

/** The licenses that the rules for dependencies allow. */
const rules = readFileSync(new URL("../../deny.toml", import.meta.url), "utf8");
const [, list = ""] = /^allow = \[(.+?)^\]/ms.exec(rules) ?? [];
const ALLOWED = new Set(["allowed", ...[...list.matchAll(/"(.+)"/g)].map(([, name]) => name)]);

/**
 * Whether an SPDX expression leaves a choice that is allowed.
 * @param {string} expression
 * @returns {boolean}
 */
function isAllowed(expression) {
  const [group, inner = ""] = /\(([^()]*)\)/.exec(expression) ?? [];
  if (group) return isAllowed(expression.replace(group, isAllowed(inner) ? "allowed" : "refused"));
  // An exception permits more than the license that it belongs to.
  const names = (/** @type {string} */ choice) => choice.split(" AND ").map((name) => name.replace(/ WITH .+/, "").trim());
  return expression.split(/ OR |\//).some((choice) => names(choice).every((name) => ALLOWED.has(name)));
}

test("it lists every crate that is linked into a module", () => {
  const scope = ["--package", "article-cards-wasm", "--all-features", "--target", "wasm32-unknown-unknown"];
  const format = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"];
  const tree = execFileSync("cargo", ["tree", "--locked", ...scope, ...format], { cwd: root, encoding: "utf8" });
  const others = tree.split("\n").filter((line) => line && !line.startsWith("article-cards"));
  const linked = others.map((line) => line.replace(" v", " ").split(" ", 2).join(" "));
  assert.ok(linked.length > 50);
  const listed = crates.map(({ name, version }) => `${name} ${version}`);
  assert.deepEqual([...new Set(linked)].filter((one) => !listed.includes(one)), []);
});

test("it lists Rust's standard library", () => {
  const [, version] = execFileSync("rustc", ["--version"], { encoding: "utf8" }).split(" ");
  for (const library of ["core", "alloc", "std"]) {
    assert.equal(crates.find(({ name }) => name === library)?.version, version, library);
  }
});

test("it lists neither macros, nor what only builds the modules, nor the project itself", () => {
  const listed = crates.map(({ name }) => name);
  for (const name of ["syn", "quote", "proc-macro2", "serde_derive", "yew-macro", "article-cards", "article-cards-core"]) {
    assert.ok(!listed.includes(name), name);
  }
});

test("each crate has the text of its license, and each text belongs to a crate", () => {
  const numbers = new Set(crates.flatMap((one) => (one.texts ?? "").split(", ").map(Number)));
  assert.deepEqual([...numbers].sort((a, b) => a - b), [...texts.keys()].slice(1));
  for (const text of texts.slice(1)) assert.match(text, /licensed?|permission/i);
});

test("each license is one that deny.toml allows", () => {
  assert.ok(!isAllowed("GPL-3.0-only") && !isAllowed("MIT AND (GPL-3.0-only OR MPL-2.0)"));
  assert.deepEqual(crates.filter(({ license = "" }) => !isAllowed(license)), []);
});

test("it has nothing of the machine that built it", () => {
  for (const path of [root, join(homedir(), "/")]) assert.ok(!document.includes(path), path);
});
