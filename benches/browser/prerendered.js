// @ts-check
// A page whose first cards are in it already, put there by the publisher's command.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Between these marks the command writes. */
export const MARKS = "<!-- article-cards:begin -->\n<!-- article-cards:end -->";

/**
 * @param {string} html the page, with the marks
 * @param {string | Buffer} feed
 * @returns {Promise<string>}
 */
export async function prerendered(html, feed) {
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
