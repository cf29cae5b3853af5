// Reads the declared types of a built entry point with TypeScript's compiler.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/**
 * Returns the checker and the exports of `pkg/<file>`, and a function that returns the declared members
 * of an exported type.
 * @param {string} file
 */
export function declarations(file) {
  const path = fileURLToPath(new URL(`../../pkg/${file}`, import.meta.url));
  const program = ts.createProgram([path], { strict: true, target: ts.ScriptTarget.ES2022, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path);
  assert.ok(source);
  const exported = checker.getExportsOfModule(/** @type {ts.Symbol} */ (checker.getSymbolAtLocation(source)));
  /** @param {string} name */
  const membersOf = (name) => {
    const symbol = exported.find((one) => one.name === name);
    assert.ok(symbol, name);
    return checker.getDeclaredTypeOfSymbol(symbol).getProperties();
  };
  return { checker, source, exported, membersOf };
}

/**
 * Returns the sorted names of members.
 * @param {{ name: string }[]} members
 */
export const names = (members) => members.map(({ name }) => name).sort();
