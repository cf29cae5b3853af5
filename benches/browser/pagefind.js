// @ts-check
// Pagefind, which makes its index when a site is built and loads parts of it while one searches: a
// feed that arrives in the page is nothing it could read. So only its bytes can be compared.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TARGET } from "./bundles.js";

/** What a page with its search field loads before anything is found. */
const LOADED = [/^pagefind-ui\.(js|css)$/, /^pagefind\.js$/, /^pagefind-worker\.js$/, /^wasm\.en\.pagefind$/, /^pagefind-entry\.json$/];

/**
 * Makes its index of a feed.
 * @param {number} size
 * @returns {Promise<string[]>} the files that a page loads
 */
export async function pagefind(size) {
  const { createIndex, close } = await import(new URL("competitors/node_modules/pagefind/lib/index.js", import.meta.url).href);
  const { index } = await createIndex({});
  /** @type {import("./competitors/records.js").Article[]} */
  const articles = JSON.parse(readFileSync(join(TARGET, "feeds", `${size}.json`), "utf8"));
  for (const { title, excerpt, webUrl, topics, provider, type } of articles) {
    await index.addCustomRecord({ url: webUrl, content: excerpt, language: "en", meta: { title }, filters: { topics, provider: [provider.name], type: [type] } });
  }
  const folder = join(TARGET, "pagefind");
  await index.writeFiles({ outputPath: folder });
  await close();
  const files = readdirSync(folder).filter((file) => LOADED.some((name) => name.test(file)));
  return files.map((file) => join(folder, file));
}
