// The types for each framework, as npm packs them: its project in frameworks/ has an example that
// compiles, and a file whose every mistake is reported.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { pack } from "./npm-pack.js";

const root = fileURLToPath(new URL("../../", import.meta.url));
const modules = join(root, "node_modules");

// Below the repository, so that the frameworks resolve to its `node_modules`.
const projects = join(root, "target", "frameworks");

const TSC = ["typescript/bin/tsc", "--pretty", "false", "-p", "."];

/** What checks the types of each project. */
const CHECKERS = {
  react: TSC,
  preact: TSC,
  solid: TSC,
  vue: ["vue-tsc/bin/vue-tsc.js", "--pretty", "false", "-p", "."],
  svelte: ["svelte-check/bin/svelte-check", "--tsconfig", "tsconfig.json", "--output", "machine"],
};

/** A line of their output: file and line of an error or warning. */
const REPORT = /^(?:(?<file>[^\s(]+)\((?<line>\d+),\d+\)|\d+ (?:ERROR|WARNING) "(?<name>[^"]+)" (?<row>\d+):)/gm;

const { folder, remove } = pack();
rmSync(projects, { recursive: true, force: true });
mkdirSync(projects, { recursive: true });
cpSync(fileURLToPath(new URL("frameworks/", import.meta.url)), projects, { recursive: true });
cpSync(join(folder, "node_modules"), join(projects, "node_modules"), { recursive: true });
remove();

/**
 * The lines of a project that are marked as mistakes. In JSX the compiler itself compares them.
 * @param {string} project
 */
function mistakes(project) {
  return readdirSync(project).flatMap((file) => {
    const lines = readFileSync(join(project, file), "utf8").split("\n");
    return lines.flatMap((line, index) => (line.includes("<!-- wrong:") ? [`${file}:${index + 1}`] : []));
  });
}

test("the declarations have no errors themselves", () => {
  const files = Object.keys(CHECKERS).map((name) => join(projects, "node_modules", "article-cards", `${name}.d.ts`));
  /** @type {ts.CompilerOptions} */
  const options = { strict: true, target: ts.ScriptTarget.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] };
  const program = ts.createProgram(files, options);
  const found = files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)));
  assert.deepEqual(found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")), []);
});

describe("the types report every mistake in a project of", { concurrency: 2 }, () => {
  for (const [name, [script = "", ...args]] of Object.entries(CHECKERS)) {
    test(name, async () => {
      const cwd = join(projects, name);
      const checker = spawn(process.execPath, [join(modules, script), ...args], { cwd });
      const [output, errors, [status]] = await Promise.all([text(checker.stdout), text(checker.stderr), once(checker, "close")]);
      const reported = [...output.matchAll(REPORT)].map(({ groups = {} }) => `${groups.file ?? groups.name}:${groups.line ?? groups.row}`);
      const expected = mistakes(cwd);
      assert.deepEqual([...new Set(reported)].sort(), expected.sort(), output + errors);
      assert.equal(status === 0, expected.length === 0, output + errors);
    });
  }
});
