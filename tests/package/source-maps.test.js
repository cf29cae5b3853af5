// The source maps of the bundled scripts: an error in a page leads to a line of a source.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { SourceMap } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const pkg = join(root, "pkg");
const read = (/** @type {string} */ name) => readFileSync(join(pkg, name), "utf8");
const readMap = (/** @type {string} */ script) => JSON.parse(read(`${script}.map`));

/** A text in each bundled script that is in its source, too. */
const TEXTS = {
  "auto.js": "expected a URL, a response, bytes",
  "engine.js": "the feed could not be read",
  "opensearch.js": "_shards",
  "own-cards.js": "must return an element or null",
  "search-client.js": "the answer of the search engine has no",
  "typesense.js": "createTypesense: the URL must",
  "xml.js": "article_cards_xml.wasm",
};

test("each bundled script ends with a link to its map, and no other script has one", () => {
  const files = readdirSync(pkg, { recursive: true }).map(String);
  const links = files.filter((name) => name.endsWith(".js")).flatMap((name) => {
    const [link] = /\/\/# sourceMappingURL=.*/.exec(read(name)) ?? [];
    return link ? [[name, link, read(name).trimEnd().endsWith(link)]] : [];
  });
  const expected = Object.keys(TEXTS).map((name) => [name, `//# sourceMappingURL=${name}.map`, true]);
  assert.deepEqual(links.sort(), expected);
  assert.deepEqual(files.filter((name) => name.endsWith(".map")).sort(), Object.keys(TEXTS).map((name) => `${name}.map`));
});

for (const [script, text] of Object.entries(TEXTS)) {
  test(`the map of ${script} leads to lines of its sources`, () => {
    const map = readMap(script);
    const lines = read(script).split("\n");
    const line = lines.findIndex((one) => one.includes(text));
    const { originalSource, originalLine } = entryAt(map, line, lines[line]?.indexOf(text) ?? -1);
    const source = map.sourcesContent[map.sources.indexOf(originalSource.replace(map.sourceRoot, ""))];
    assert.ok(source.split("\n")[originalLine].includes(text), `${originalSource}:${originalLine}`);
  });

  test(`the map of ${script} has the sources as they are written, and nothing of this machine`, () => {
    const { sourceRoot, sources, sourcesContent } = readMap(script);
    assert.equal(sourceRoot, "package/");
    assert.ok(sources.includes(script));
    assert.equal(sourcesContent.length, sources.length);
    for (const [index, name] of sources.entries()) {
      assert.match(name, /^[a-z-]+\.js$/);
      const file = join(root, "package", name);
      // The others are generated.
      if (existsSync(file)) assert.ok(sourcesContent[index] === readFileSync(file, "utf8"), name);
    }
    for (const path of [root, join(homedir(), "/"), "file:///"]) assert.ok(!read(`${script}.map`).includes(path), path);
  });
}

test("an error of the engine names the line of its source", () => {
  const script = `
    import { createEngine } from ${JSON.stringify(new URL("../../pkg/engine.js", import.meta.url).href)};
    await createEngine("no JSON").catch((error) => console.log(error.stack));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--enable-source-maps", "--input-type=module", "--eval", script], { encoding: "utf8" });
  assert.equal(stderr, "");
  const [, line] = /package\/engine\.js:(\d+)/.exec(stdout) ?? assert.fail(stdout);
  const source = readFileSync(join(root, "package/engine.js"), "utf8").split("\n");
  assert.match(source[Number(line) - 1] ?? "", /\w\(/);
});

/**
 * The place in a source that belongs to a place in its bundle.
 * @param {import("node:module").SourceMapPayload} map
 * @param {number} line
 * @param {number} column
 */
function entryAt(map, line, column) {
  const entry = new SourceMap(map).findEntry(line, column);
  return "originalSource" in entry ? entry : assert.fail(`nothing belongs to ${line}:${column}`);
}
