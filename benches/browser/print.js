// @ts-check
// The results on the terminal: tables, and where others are ahead.
import { behind, comparisons } from "./comparisons.js";
import { tables } from "./tables.js";

/** @param {import("./results.js").Results} results */
export function print(results) {
  for (const { title, text } of tables(results)) console.log(`\n${title}\n\n${text}`);
  console.log(`\nWhere others are ahead\n\n${behind(comparisons(results)).join("\n")}`);
}
