// Pages with cards that `article-cards prerender` has put into them, and what is where on screen.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** The command, as it was built last. */
export const COMMAND = process.env.ARTICLE_CARDS ?? join(top, "target", "debug", "article-cards");

/** `text`: what is in it, where it is no file. @typedef {{ file: string, url: string, text?: string }} Feed */

/** The sample feed, as it is written and where it is served. @type {Feed} */
export const SAMPLE = { file: join(top, "dist", "sample", "index.json"), url: "/demo/sample/index.json" };

/** The same in one document. @type {Feed} */
export const WHOLE = { file: join(top, "dist", "sample", "all.json"), url: "/demo/sample/all.json" };

const everyday = join(top, "..", "shared", "data", "everyday");

/** Real articles, where they are beside the project. @type {Feed} */
export const REAL = { file: join(everyday, "related.json"), url: "/everyday/related.json" };
export const hasReal = existsSync(REAL.file);
export const MISSING = `no real data at ${everyday}`;

/** Where the marks stand. */
export const MARKS = "<!-- article-cards:begin -->\n<!-- article-cards:end -->";

/**
 * A page of a publisher's before the command has seen it.
 * @param {string} attributes
 * @param {{ head?: string, body?: string, script?: string }} [options]
 */
export function template(attributes, { head = "", body = "<footer>What follows</footer>", script = "/pkg/auto.js" } = {}) {
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
        ${MARKS}
      </article-cards>
    </main>
    ${body}
  </body>
</html>
`;
}

/**
 * The page after the command, and the sheet that it links to.
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
    const said = run(["prerender", feed.file, "--into", file, "--url", origin + feed.url, ...options], feed.text);
    const sheet = join(folder, "article-cards.css");
    return { html: readFileSync(file, "utf8"), css: existsSync(sheet) ? readFileSync(sheet, "utf8") : "", said };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A feed that a test makes up.
 * @param {unknown} document
 * @returns {Feed}
 */
export const written = (document) => ({ file: "-", url: "/host/feed.json", text: JSON.stringify(document) });

/**
 * @param {string[]} words
 * @param {string} [input]
 */
function run(words, input) {
  try {
    execFileSync(COMMAND, words, { stdio: ["pipe", "ignore", "pipe"], input: input ?? "" });
    return "";
  } catch (cause) {
    const { status, stderr } = /** @type {{ status: number | null, stderr?: Buffer }} */ (cause);
    // Findings: the page is written all the same.
    if (status !== 1) throw new Error(`${COMMAND} ${words.join(" ")}: ${stderr ?? cause}`);
    return String(stderr);
  }
}

/**
 * Opens the page as `/host/`.
 * @param {import("@playwright/test").Page} page
 * @param {{ html: string, css: string }} made
 * @param {Record<string, string>} [headers]
 */
export async function open(page, { html, css }, headers = {}) {
  await page.route(
    (url) => url.pathname === "/host/",
    (route) => route.fulfill({ body: html, contentType: "text/html; charset=utf-8", headers }),
  );
  await page.route(
    (url) => url.pathname === "/host/article-cards.css",
    (route) => route.fulfill({ body: css, contentType: "text/css; charset=utf-8" }),
  );
  await page.goto("host/");
}

/**
 * Holds a feed back until it is released.
 * @param {import("@playwright/test").Page} page
 * @param {Feed} feed
 */
export async function hold(page, feed) {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(`**${feed.url}`, async (route) => (await held, route.continue()));
  return release;
}

/**
 * Where the pieces of the cards are, in pixels of the page: in the static ones, or in those of the element.
 * @param {import("@playwright/test").Page} page
 * @param {"static" | "element"} which
 * @returns {Promise<string[]>}
 */
export function places(page, which) {
  return page.evaluate((which) => {
    const element = document.querySelector("article-cards");
    const root = which === "static" ? element : element?.shadowRoot;
    const pieces = [".ac-card", ".ac-card-title", ".ac-card-media", ".ac-card-excerpt", ".ac-card-date", ".ac-x-name", ".ac-x-foot", ".ac-card-related", ".ac-summary", ".ac-pager", ".ac-x-progress"];
    const found = pieces.flatMap((piece) => [...(root?.querySelectorAll(piece) ?? [])].map((one, place) => /** @type {const} */ ([`${piece} ${place}`, one])));
    const told = found.map(([name, one]) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      // Relative dates are shorter than absolute ones, and the source beside them then longer.
      const wide = [".ac-card-date", ".ac-x-name"].includes(name.split(" ")[0] ?? "") ? "" : ` ${Math.round(x)} ${Math.round(width)}`;
      return `${name}:${wide} ${Math.round((y + scrollY) * 2) / 2} ${Math.round(height * 2) / 2}`;
    });
    const footer = document.querySelector("footer")?.getBoundingClientRect().y;
    return [...told, `footer: ${Math.round(((footer ?? 0) + scrollY) * 2) / 2}`];
  }, which);
}
