// The README of the package: short, and true about what is in the package.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = join(root, "pkg");
const readme = readFileSync(join(pkg, "README.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(pkg, "package.json"), "utf8"));

const all = (/** @type {RegExp} */ pattern) => [...readme.matchAll(pattern)].map(([, text = ""]) => text);

test("it fits on a few screens", () => {
  assert.ok(readme.split("\n").length <= 150);
});

test("its links work outside the repository, and lead to files that exist", () => {
  const targets = all(/\]\(([^)]*)\)/g);
  const { url = "" } = manifest.repository ?? {};
  const base = url.replace(/^git\+/, "").replace(/\.git$/, "/blob/HEAD/");
  for (const target of targets) assert.match(target, /^https:\/\//);
  // Without a public address of the repository, the names of its files stand alone.
  const files = base ? targets.filter((target) => target.startsWith(base)).map((target) => target.slice(base.length)) : all(/ \(`([^`]+)`\)/g);
  assert.ok(files.length > 10);
  for (const file of files) assert.ok(existsSync(join(root, file.replace(/#.*/, ""))), file);
});

test("the entry points and files that it names are in the package", () => {
  const specifiers = all(/[`"]article-cards(\/[a-z]+)?[`"]/g);
  assert.ok(specifiers.length > 10);
  for (const name of specifiers) assert.ok(`.${name}` in manifest.exports, name);
  const files = [...all(/`([\w-]+\.(?:html|json|txt))`/g), ...all(/article-cards\/([\w.]+\.js)/g)];
  assert.ok(files.length > 4);
  for (const file of files) assert.ok(readdirSync(pkg).includes(file), file);
});
