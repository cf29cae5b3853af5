// @ts-check
// Serves the package, the bundles, the pages and the feeds, as a sensible host does: compressed,
// with what never changes kept by the browser.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync, constants } from "node:zlib";
import { createHash } from "node:crypto";
import { PAGES } from "./pages.js";
import { MARKS, prerendered } from "./prerendered.js";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** Which folder is served below which path. @type {Record<string, string>} */
const FOLDERS = { pkg: "pkg", bundles: join("target", "bench", "bundles"), feeds: join("target", "bench", "feeds") };

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".wasm": "application/wasm",
};

/** The one picture of all articles: their own hosts do not exist. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqPn/HwAEuAKPC0JsTwAAAABJRU5ErkJggg==",
  "base64",
);

const PICTURES = /https:\/\/provider\d+\.example\/(?:images\/\d+-large\.jpg|favicon\.ico)/g;

/** What does not change while a page is in use. */
const FIXED = new Set([".css", ".js", ".png", ".wasm"]);

/** What is small enough to be kept compressed. */
const COMPRESSED = 4_000_000;

/**
 * A feed whose pictures can be loaded.
 * @param {string[]} path
 * @param {string | undefined} host
 */
async function news(path, host) {
  const feed = await readFile(join(top, FOLDERS.feeds, ...path), "utf8");
  return Buffer.from(feed.replace(PICTURES, `http://${host}/picture.png`));
}

/** @typedef {{ body: Buffer, headers: Record<string, string | number>, tag: string }} Answer */

/** @type {Map<string, Promise<Answer | undefined>>} */
const known = new Map();

/**
 * @param {string} path of the address
 * @param {string | undefined} host
 * @returns {Promise<Answer | undefined>}
 */
async function make(path, host) {
  const [, name = "", ...rest] = decodeURIComponent(path).split("/");
  if (name === "visit") {
    const { html } = PAGES[rest[0].replace(".html", "")];
    const filled = html.includes(MARKS) ? await prerendered(html, await news(["20.json"], host)) : html;
    return answer(Buffer.from(filled), ".html");
  }
  if (path === "/styles/cards.css") {
    // The package has its styles as a script.
    const { css } = await import(new URL("../../pkg/css.js", import.meta.url).href);
    return answer(Buffer.from(css), ".css");
  }
  if (path === "/picture.png") return answer(PICTURE, ".png");
  if (name === "news") return answer(await news(rest, host), ".json");
  if (path === "/blank.html") return answer(Buffer.from("<!doctype html><title>Blank</title><link rel='icon' href='data:,'>"), ".html");
  const folder = Object.hasOwn(FOLDERS, name) ? FOLDERS[name] : undefined;
  if (folder === undefined) return undefined;
  const base = join(top, folder) + sep;
  const file = normalize(join(base, ...rest));
  if (!file.startsWith(base)) return undefined;
  const body = await readFile(file).catch(() => undefined);
  return body && answer(body, extname(file));
}

/**
 * @param {Buffer} body
 * @param {string} ending
 * @returns {Answer}
 */
function answer(body, ending) {
  const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  /** @type {Record<string, string | number>} */
  const headers = {
    "content-type": TYPES[ending] ?? "application/octet-stream",
    "cache-control": FIXED.has(ending) ? "public, max-age=31536000, immutable" : "no-cache",
    etag: tag,
    // The finer clock is only for pages that nobody else can look into.
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
  };
  const compress = body.length < COMPRESSED && ending !== ".png";
  const sent = compress ? gzipSync(body, { level: constants.Z_BEST_COMPRESSION }) : body;
  if (compress) headers["content-encoding"] = "gzip";
  headers["content-length"] = sent.length;
  return { body: sent, headers, tag };
}

/** @returns {Promise<{ address: string, close: () => void }>} */
export async function serve() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (!known.has(pathname)) known.set(pathname, make(pathname, request.headers.host).catch(() => undefined));
    const found = await known.get(pathname);
    if (!found) return void response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    if (request.headers["if-none-match"] === found.tag) {
      const { "content-length": _, "content-encoding": __, ...headers } = found.headers;
      return void response.writeHead(304, headers).end();
    }
    response.writeHead(200, found.headers).end(found.body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}
