// @ts-check
// The results as tables on the terminal.
import { tables } from "./tables.js";

/** @param {import("./results.js").Results} results */
export function print(results) {
  for (const { title, text } of tables(results)) console.log(`\n${title}\n\n${text}`);
}
