// @ts-check
// Pagefind builds its index with the site and loads parts of it while searching. It cannot read a feed in
// the page, so only its bytes are compared.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TARGET } from "./bundles.js";

/** The files that a page with its search field loads before a search. */
const INITIAL_FILES = [/^pagefind-ui\.(js|css)$/, /^pagefind\.js$/, /^pagefind-worker\.js$/, /^wasm\.en\.pagefind$/, /^pagefind-entry\.json$/];

/**
 * Builds the index of a feed; returns the files that a page loads.
 * @param {number} size
 * @returns {Promise<string[]>}
 */
export async function pagefind(size) {
  const { createIndex, close } = await import(new URL("competitors/node_modules/pagefind/lib/index.js", import.meta.url).href);
  const { index } = await createIndex({});
  /** @type {import("./competitors/articles.js").Article[]} */
  const articles = JSON.parse(readFileSync(join(TARGET, "feeds", `${size}.json`), "utf8"));
  for (const { title, excerpt, webUrl, topics, provider, type } of articles) {
    await index.addCustomRecord({ url: webUrl, content: excerpt, language: "en", meta: { title }, filters: { topics, provider: [provider.name], type: [type] } });
  }
  const folder = join(TARGET, "pagefind");
  await index.writeFiles({ outputPath: folder });
  await close();
  const files = readdirSync(folder).filter((file) => INITIAL_FILES.some((name) => name.test(file)));
  return files.map((file) => join(folder, file));
}
