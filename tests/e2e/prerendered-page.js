// Pages that `article-cards prerender` has filled with cards, and where things are on screen.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { REAL_FEEDS } from "./real-feeds.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The `article-cards` command. */
const COMMAND = process.env.ARTICLE_CARDS ?? join(root, "target", "debug", "article-cards");

/**
 * A feed as a file, or as `text` for the standard input, and the URL that serves it.
 * @typedef {{ file: string, url: string, text?: string }} Feed
 */

/** The sample feed in pages. @type {Feed} */
export const SAMPLE = { file: join(root, "dist", "sample", "index.json"), url: "/demo/sample/index.json" };

/** The sample feed in one document. @type {Feed} */
export const SAMPLE_ONE_DOCUMENT = { file: join(root, "dist", "sample", "all.json"), url: "/demo/sample/all.json" };

/** A feed of real articles. @type {Feed} */
export const REAL_FEED = { file: join(REAL_FEEDS, "related.json"), url: "/everyday/related.json" };

/** The comments between which the command writes the cards. */
const MARKERS = "<!-- article-cards:begin -->\n<!-- article-cards:end -->";

/**
 * Returns a publisher's page before prerendering.
 * @param {string} attributes
 * @param {{ head?: string, script?: string }} [options]
 */
export function pageTemplate(attributes, { head = "", script = "/pkg/auto.js" } = {}) {
  const module = script && `\n    <script type="module" src="${script}"></script>`;
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>News</title>
    <link rel="icon" href="data:,">${head}${module}
  </head>
  <body>
    <main>
      <h1>News</h1>
      <h2>The latest</h2>
      <article-cards ${attributes}>
        ${MARKERS}
      </article-cards>
    </main>
    <footer>What follows</footer>
  </body>
</html>
`;
}

/**
 * Prerenders a page; returns it with the style sheet that it links to.
 * @param {string} page
 * @param {Feed} feed
 * @param {string[]} [options]
 * @param {string} [origin]
 */
export function prerender(page, feed, options = [], origin = "http://127.0.0.1") {
  const folder = mkdtempSync(join(tmpdir(), "article-cards-"));
  try {
    const file = join(folder, "index.html");
    writeFileSync(file, page);
    runCommand(["prerender", feed.file, "--into", file, "--url", origin + feed.url, ...options], feed.text);
    const sheet = join(folder, "article-cards.css");
    return { html: readFileSync(file, "utf8"), css: existsSync(sheet) ? readFileSync(sheet, "utf8") : "" };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A feed that a test defines.
 * @param {unknown} document
 * @returns {Feed}
 */
export const inlineFeed = (document) => ({ file: "-", url: "/host/feed.json", text: JSON.stringify(document) });

/**
 * @param {string[]} args
 * @param {string} [input]
 */
function runCommand(args, input) {
  try {
    execFileSync(COMMAND, args, { stdio: ["pipe", "ignore", "pipe"], input: input ?? "" });
  } catch (cause) {
    const { status, stderr } = /** @type {{ status: number | null, stderr?: Buffer }} */ (cause);
    // Status 1 means that the feed has diagnostics; the page is written all the same.
    if (status !== 1) throw new Error(`${COMMAND} ${args.join(" ")}: ${stderr ?? cause}`);
  }
}

/** The end of the page, before which browsers paint nothing: cards that arrive in pieces would move on a slow machine. */
const END = '<link rel="expect" href="#end" blocking="render">';

/**
 * Opens the page as `/host/`.
 * @param {import("@playwright/test").Page} page
 * @param {{ html: string, css: string }} prerendered
 * @param {Record<string, string>} [headers]
 */
export async function openPrerendered(page, { html, css }, headers = {}) {
  await page.route(
    (url) => url.pathname === "/host/",
    (route) => route.fulfill({ body: html.replace("<head>", `<head>${END}`).replace("<footer>", '<footer id="end">'), contentType: "text/html; charset=utf-8", headers }),
  );
  await page.route(
    (url) => url.pathname === "/host/article-cards.css",
    (route) => route.fulfill({ body: css, contentType: "text/css; charset=utf-8" }),
  );
  await page.goto("host/");
}

/**
 * Returns the position and size of the cards' elements, in pixels of the page: of the static cards,
 * or of those that the element renders.
 * @param {import("@playwright/test").Page} page
 * @param {"static" | "element"} which
 * @returns {Promise<string[]>}
 */
export function layoutOf(page, which) {
  return page.evaluate((which) => {
    const element = document.querySelector("article-cards");
    const root = which === "static" ? element : element?.shadowRoot;
    const selectors = [".ac-card", ".ac-card-title", ".ac-card-media", ".ac-card-excerpt", ".ac-card-date", ".ac-x-name", ".ac-x-foot", ".ac-card-related", ".ac-summary", ".ac-pager", ".ac-x-progress"];
    const found = selectors.flatMap((selector) => [...(root?.querySelectorAll(selector) ?? [])].map((one, index) => /** @type {const} */ ([`${selector} ${index}`, one])));
    const boxes = found.map(([name, one]) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      // Relative dates are shorter than absolute ones, which leaves the provider beside them more width.
      const horizontal = [".ac-card-date", ".ac-x-name"].includes(name.split(" ")[0] ?? "") ? "" : ` ${Math.round(x)} ${Math.round(width)}`;
      return `${name}:${horizontal} ${Math.round((y + scrollY) * 2) / 2} ${Math.round(height * 2) / 2}`;
    });
    const footer = document.querySelector("footer")?.getBoundingClientRect().y;
    return [...boxes, `footer: ${Math.round(((footer ?? 0) + scrollY) * 2) / 2}`];
  }, which);
}
