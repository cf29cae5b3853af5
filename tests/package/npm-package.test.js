// The packed npm package: its files and manifest, importing its entry points on a server, types and
// bundling.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { pack } from "./npm-pack.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const { folder, tarball, files, remove } = pack();
after(remove);

const installed = join(folder, "node_modules", "article-cards");
const read = (/** @type {string} */ name) => readFileSync(join(installed, name));
const json = (/** @type {string} */ name) => JSON.parse(read(name).toString());
const manifest = json("package.json");

const MAPPINGS = readdirSync(join(root, "mappings")).map((name) => name.replace(".json", ".js"));
const LANGUAGES = readdirSync(join(root, "languages")).map((name) => name.replace(".json", ".js"));

// Each has an entry point of types only.
const FRAMEWORKS = ["preact", "react", "solid", "svelte", "vue"];

test("it contains the expected files and nothing else", () => {
  assert.deepEqual(files.toSorted(), [
    ...["LICENSE-APACHE", "LICENSE-MIT", "README.md", "THIRD-PARTY-LICENSES.txt", "package.json"],
    ...["index.js", "define.js", "auto.js", "engine.js", "opensearch.js", "typesense.js"],
    ...["index.d.ts", "define.d.ts", "auto.d.ts", "engine.d.ts", "messages.d.ts", "opensearch.d.ts", "search-engine.d.ts", "tag.d.ts", "typesense.d.ts"],
    ...FRAMEWORKS.map((name) => `${name}.d.ts`),
    // Internal modules.
    ...["attribute-table.js", "attribute-types.js", "attributes.js", "bindings.js", "body-reader.js", "card-decorator.js", "card-formats.js", "card-template.js", "card-values.js", "card-views.js", "character-references.js", "css.js", "element.js", "feed-arrival.js", "field-values.js", "first-cards.js", "first-paint-data.js", "first-paint.js", "languages.js", "mappings.js", "own-cards.js", "own-content.js", "presets.js"],
    ...["engine-loader.js", "search-client.js"],
    ...["list-controller.js", "measure-first.js", "prefetch.js", "results.js", "root-pool.js", "shadow-root.js", "state.js", "template-nodes.js", "translations.js"],
    ...["update-tracker.js", "wasm.js", "widget-module.js", "xml.js"],
    ...["search-corrections.js", "search-nodes.js", "search-request.js", "search-server.js", "search-sort.js", "search-terms.js", "search-typos.js"],
    ...["opensearch-query.js", "typesense-filter.js", "typesense-sort.js", "typesense-text.js"],
    // Maps of the bundled scripts.
    ...["auto.js.map", "engine.js.map", "opensearch.js.map", "own-cards.js.map", "search-client.js.map", "typesense.js.map", "xml.js.map"],
    ...LANGUAGES.map((name) => `languages/${name}`),
    ...MAPPINGS.map((name) => `mappings/${name}`),
    ...["article_cards.wasm", "article_cards_engine.wasm", "article_cards_xml.wasm", "integrity.json", "preload.html"],
    ...["custom-elements.json", "vscode.html-custom-data.json", "web-types.json"],
  ].sort());
});

test("its manifest agrees with the repository", () => {
  const cargo = readFileSync(join(root, "Cargo.toml"), "utf8");
  for (const key of ["name", "version", "license"]) {
    assert.ok(cargo.includes(`\n${key} = "${manifest[key]}"\n`), key);
  }
  const tools = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  assert.deepEqual(manifest.engines, tools.engines);
  // The first matching condition wins, so `types` must come first.
  for (const [entry, conditions] of Object.entries(manifest.exports)) {
    if (typeof conditions === "string") continue;
    const isOfFramework = FRAMEWORKS.includes(entry.replace("./", ""));
    assert.deepEqual(Object.keys(conditions), isOfFramework ? ["types"] : ["types", "default"], entry);
  }
  const repository = /^repository = "(.+)"$/m.exec(cargo)?.[1];
  assert.equal(manifest.repository?.url, repository && `git+${repository}.git`);
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.scripts, undefined);
});

test("a script tag of a CDN that is given the package's name alone loads what is made for script tags", () => {
  const { default: script } = manifest.exports["./auto"];
  for (const field of ["jsdelivr", "unpkg"]) assert.equal(`./${manifest[field]}`, script, field);
});

test("integrity.json has the hash of every file that a page loads", () => {
  const loaded = files.filter((name) => /\.(js|wasm)$/.test(name));
  const hashes = loaded.map((name) => [name, `sha384-${createHash("sha384").update(read(name)).digest("base64")}`]);
  assert.deepEqual(json("integrity.json"), Object.fromEntries(hashes));
});

test("preload.html names files of the package, with their hashes", () => {
  const hashes = json("integrity.json");
  const tags = read("preload.html").toString().trim().split("\n");
  const named = tags.map((tag) => /(?:href|src)="([^"]+)"/.exec(tag)?.[1] ?? "");
  assert.deepEqual(named, ["news.json", "auto.js", "article_cards.wasm", "auto.js"]);
  for (const [index, tag] of tags.entries()) {
    if (tag.includes("integrity")) assert.ok(tag.includes(`integrity="${hashes[named[index]]}"`), tag);
  }
});

test("publint reports nothing", async () => {
  const file = readFileSync(tarball);
  const { messages } = await publint({ pack: { tarball: new Uint8Array(file).buffer }, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest)), []);
});

test("types resolve for every entry point", () => {
  const cli = join(root, "node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
  // The module and the JSON files have no types.
  const untyped = ["article_cards.wasm", "article_cards_engine.wasm", "article_cards_xml.wasm", "custom-elements.json", "integrity.json", "package.json", "preload.html", "vscode.html-custom-data.json", "web-types.json"];
  const args = [cli, tarball, "--profile", "esm-only", "--no-color", "--no-emoji", "--format", "json", "--exclude-entrypoints", ...untyped];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: folder });
  assert.equal(status, 0, stdout + stderr);
  const { analysis } = JSON.parse(stdout);
  const frameworks = FRAMEWORKS.map((name) => `./${name}`);
  assert.deepEqual(Object.keys(analysis.entrypoints).sort(), [".", "./auto", "./define", "./engine", "./opensearch", "./typesense", ...frameworks].sort());
});

/** The exports of each entry point. */
const ENTRIES = {
  "article-cards": ["define", "init", "mount"],
  "article-cards/define": [],
  "article-cards/auto": [],
  "article-cards/engine": ["createEngine", "init"],
  "article-cards/opensearch": ["createOpenSearch"],
  "article-cards/typesense": ["createTypesense"],
};

/** Runs a script beside the installed package. @param {string} script */
function run(script) {
  writeFileSync(join(folder, "page.mjs"), script);
  const { stdout, stderr } = spawnSync(process.execPath, ["page.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout;
}

for (const [entry, names] of Object.entries(ENTRIES)) {
  test(`importing ${entry} has no side effects on a server`, () => {
    const output = run(`
      const names = new Set(Object.getOwnPropertyNames(globalThis));
      for (const name of ["fetch", "WebAssembly", "setTimeout"]) {
        Object.defineProperty(globalThis, name, { get() { throw new Error(name + " was used") }, configurable: true });
      }
      const library = await import("${entry}");
      const more = Object.getOwnPropertyNames(globalThis).filter((name) => !names.has(name));
      console.log(JSON.stringify([Object.keys(library).sort(), more]));`);
    assert.deepEqual(JSON.parse(output), [names, []]);
  });
}

test("only the entry points can be imported", () => {
  const output = run(`
    const results = [];
    for (const name of ["bindings.js", "element.js", "wasm", "languages/de.js", "index.js", ...${JSON.stringify(FRAMEWORKS)}]) {
      results.push(await import("article-cards/" + name).then(() => "imported", (error) => error.code));
    }
    const urls = ["article_cards.wasm", "article_cards_engine.wasm", "article_cards_xml.wasm", "custom-elements.json", "integrity.json", "package.json", "preload.html", "vscode.html-custom-data.json", "web-types.json"];
    for (const name of urls) results.push(import.meta.resolve("article-cards/" + name).endsWith("/" + name));
    console.log(JSON.stringify(results));`);
  const closed = Array(5 + FRAMEWORKS.length).fill("ERR_PACKAGE_PATH_NOT_EXPORTED");
  assert.deepEqual(JSON.parse(output), [...closed, ...Array(9).fill(true)]);
});

test("on a server define() returns undefined and mount() rejects", () => {
  const output = run(`
    import { define, mount } from "article-cards";
    console.log(String(define()), await mount("main").catch(String));`);
  assert.equal(output, "undefined TypeError: article-cards: mounting needs a document\n");
});

/**
 * Bundles a script with esbuild.
 * @param {string} contents
 */
async function bundle(contents) {
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  // esbuild warns about removing an unused import, which is intended here.
  assert.deepEqual(warnings.filter(({ id }) => id !== "ignored-bare-import"), []);
  return outputFiles[0]?.text.trim() ?? "";
}

test("a bundle contains only what is used", async () => {
  assert.equal(await bundle(`import "article-cards";`), "");
  assert.equal(await bundle(`import "article-cards/engine";`), "");
  assert.equal(await bundle(`import { init, mount } from "article-cards"; import { createEngine } from "article-cards/engine";`), "");
  const [engine, define, auto] = [
    await bundle(`import { createEngine } from "article-cards/engine"; createEngine();`),
    await bundle(`import "article-cards/define";`),
    await bundle(`import "article-cards/auto";`),
  ];
  // Compare a few texts, because a failure would print the whole bundle.
  const has = (/** @type {string} */ script) =>
    ["article_cards.wasm", "article_cards_engine.wasm", "customElements.define", "--ac-accent"].map((text) => script.includes(text));
  assert.deepEqual([engine, define, auto].map(has), [[false, true, false, false], [true, false, true, true], [true, false, true, true]]);
});
