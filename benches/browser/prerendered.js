// @ts-check
// Prerenders the first cards into a page with the `article-cards` command.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** The comments between which the command writes. */
export const MARKERS = "<!-- article-cards:begin -->\n<!-- article-cards:end -->";

/**
 * @param {string} html the page, with the markers
 * @param {string | Buffer} feed
 * @returns {Promise<string>}
 */
export async function prerender(html, feed) {
  const folder = await mkdtemp(join(tmpdir(), "prerendered-"));
  try {
    const [page, json] = ["page.html", "feed.json"].map((name) => join(folder, name));
    await Promise.all([writeFile(page, html), writeFile(json, feed)]);
    await promisify(execFile)(command(), ["prerender", json, "--into", page]);
    return await readFile(page, "utf8");
  } finally {
    await rm(folder, { recursive: true });
  }
}

function command() {
  const built = process.env.ARTICLE_CARDS;
  if (!built) throw new Error("ARTICLE_CARDS must name the built command: run `cargo xtask bench`");
  return built;
}
