// Finds articles of a feed: `node news.js <feed> <text>`.
import { readFile } from "node:fs/promises";
import { createEngine } from "article-cards/engine";

const [feed = "", query = ""] = process.argv.slice(2);
const engine = await createEngine(await readFile(feed), { facets: "topics:and,provider" });
const { total, ids, facetCounts } = engine.query({ query, sort: "-publishedDateTime" });

console.log(`${total} found`);
for (const { title, webUrl } of engine.articles(ids.slice(0, 12))) console.log(`${title}\n  ${webUrl}`);
for (const { value, count } of facetCounts.topics) console.log(`${value} (${count})`);
engine.free();
