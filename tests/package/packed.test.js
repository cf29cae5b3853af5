// What is in the packed package, what its entries do when they are imported, and what bundlers and
// compilers make of it.
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
import { pack } from "./packed.js";

const top = fileURLToPath(new URL("../../", import.meta.url));
const { folder, tarball, files, remove } = pack();
after(remove);

const installed = join(folder, "node_modules", "article-cards");
const read = (/** @type {string} */ name) => readFileSync(join(installed, name));
const json = (/** @type {string} */ name) => JSON.parse(read(name).toString());
const manifest = json("package.json");

const LANGUAGES = readdirSync(join(top, "languages")).map((name) => name.replace(".json", ".js"));

test("it holds what it needs and nothing else", () => {
  assert.deepEqual(files.toSorted(), [
    ...["LICENSE-APACHE", "LICENSE-MIT", "README.md", "package.json"],
    ...["index.js", "define.js", "auto.js", "engine.js"],
    ...["index.d.ts", "define.d.ts", "auto.d.ts", "engine.d.ts", "react.d.ts"],
    // What these are made of.
    ...["attribute-table.js", "attribute-types.js", "attributes.js", "bindings.js", "card-decorator.js", "css.js", "element.js", "languages.js"],
    ...["list-controller.js", "prefetch.js", "results.js", "root-pool.js", "shadow-root.js", "state.js", "translations.js"],
    ...["update-tracker.js", "wasm.js"],
    ...LANGUAGES.map((name) => `languages/${name}`),
    ...["article_cards.wasm", "custom-elements.json", "integrity.json"],
  ].sort());
});

test("its manifest says what the repository says", () => {
  const cargo = readFileSync(join(top, "Cargo.toml"), "utf8");
  assert.ok(cargo.includes(`\nname = "${manifest.name}"\nversion = "${manifest.version}"\n`));
  assert.ok(cargo.includes(`\nlicense = "${manifest.license}"\n`));
  const tools = JSON.parse(readFileSync(join(top, "package.json"), "utf8"));
  assert.deepEqual(manifest.engines, tools.engines);
  // The first condition that holds counts.
  for (const [entry, conditions] of Object.entries(manifest.exports)) {
    if (typeof conditions === "string") continue;
    assert.deepEqual(Object.keys(conditions), entry === "./react" ? ["types"] : ["types", "default"], entry);
  }
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.scripts, undefined);
});

test("its hashes are those of what a page loads", () => {
  const loaded = files.filter((name) => /\.(js|wasm)$/.test(name));
  const hashes = loaded.map((name) => [name, `sha384-${createHash("sha384").update(read(name)).digest("base64")}`]);
  assert.deepEqual(json("integrity.json"), Object.fromEntries(hashes));
});

test("publint finds nothing", async () => {
  const file = readFileSync(tarball);
  const { messages } = await publint({ pack: { tarball: new Uint8Array(file).buffer }, strict: true });
  assert.deepEqual(messages.map((message) => formatMessage(message, manifest)), []);
});

test("compilers find the types of every entry", () => {
  const cli = join(top, "node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
  // What has no types: the module of WebAssembly and the two files of JSON.
  const untyped = ["article_cards.wasm", "custom-elements.json", "integrity.json", "package.json"];
  const args = [cli, tarball, "--profile", "esm-only", "--no-color", "--no-emoji", "--format", "json", "--exclude-entrypoints", ...untyped];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: folder });
  assert.equal(status, 0, stdout + stderr);
  const { analysis } = JSON.parse(stdout);
  assert.deepEqual(Object.keys(analysis.entrypoints).sort(), [".", "./auto", "./define", "./engine", "./react"]);
});

/** What each entry exports. */
const ENTRIES = {
  "article-cards": ["define", "init", "mount"],
  "article-cards/define": [],
  "article-cards/auto": [],
  "article-cards/engine": ["createEngine"],
};

/** @param {string} script */
function run(script) {
  writeFileSync(join(folder, "page.mjs"), script);
  const { stdout, stderr } = spawnSync(process.execPath, ["page.mjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(stderr, "");
  return stdout;
}

for (const [entry, names] of Object.entries(ENTRIES)) {
  test(`importing ${entry} does nothing on a server`, () => {
    const told = run(`
      const names = new Set(Object.getOwnPropertyNames(globalThis));
      for (const name of ["fetch", "WebAssembly", "setTimeout"]) {
        Object.defineProperty(globalThis, name, { get() { throw new Error(name + " was used") }, configurable: true });
      }
      const library = await import("${entry}");
      const more = Object.getOwnPropertyNames(globalThis).filter((name) => !names.has(name));
      console.log(JSON.stringify([Object.keys(library).sort(), more]));`);
    assert.deepEqual(JSON.parse(told), [names, []]);
  });
}

test("only what is meant for it can be imported", () => {
  const told = run(`
    const told = [];
    for (const name of ["bindings.js", "element.js", "wasm", "languages/de.js", "index.js", "react"]) {
      told.push(await import("article-cards/" + name).then(() => "imported", (error) => error.code));
    }
    const urls = ["article_cards.wasm", "custom-elements.json", "integrity.json", "package.json"];
    for (const name of urls) told.push(import.meta.resolve("article-cards/" + name).endsWith("/" + name));
    console.log(JSON.stringify(told));`);
  const closed = Array(6).fill("ERR_PACKAGE_PATH_NOT_EXPORTED");
  assert.deepEqual(JSON.parse(told), [...closed, true, true, true, true]);
});

test("on a server nothing is defined, and nothing can be mounted", () => {
  const told = run(`
    import { define, mount } from "article-cards";
    console.log(String(define()), await mount("main").catch(String));`);
  assert.equal(told, "undefined TypeError: article-cards: mounting needs a document\n");
});

/**
 * What a bundler makes of a script.
 * @param {string} contents
 */
async function bundled(contents) {
  const { outputFiles, warnings } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  // It tells that it leaves out an import of which nothing is used: that is what is wanted.
  assert.deepEqual(warnings.filter(({ id }) => id !== "ignored-bare-import"), []);
  return outputFiles[0]?.text.trim() ?? "";
}

test("a bundle has what is used of it", async () => {
  assert.equal(await bundled(`import "article-cards";`), "");
  assert.equal(await bundled(`import "article-cards/engine";`), "");
  assert.equal(await bundled(`import { init, mount } from "article-cards"; import { createEngine } from "article-cards/engine";`), "");
  const [engine, define, auto] = [
    await bundled(`import { createEngine } from "article-cards/engine"; createEngine();`),
    await bundled(`import "article-cards/define";`),
    await bundled(`import "article-cards/auto";`),
  ];
  // What a script of this size is told to hold is not printed.
  const has = (/** @type {string} */ script) =>
    ["article_cards.wasm", "customElements.define", "--ac-accent"].map((text) => script.includes(text));
  assert.deepEqual([engine, define, auto].map(has), [[true, false, false], [true, true, true], [true, true, true]]);
});
