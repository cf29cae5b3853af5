// @ts-check
// Serves the package, the bundles, the pages and the feeds, compressed and with cache headers.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync, constants } from "node:zlib";
import { createHash } from "node:crypto";
import { visitPage } from "./visit-pages.js";
import { MARKERS, prerender } from "./prerendered.js";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The served folders by the first segment of the path. @type {Record<string, string>} */
const FOLDERS = { dist: "dist", pkg: "pkg", bundles: join("target", "bench", "bundles"), feeds: join("target", "bench", "feeds") };

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

/** The image of all articles, because their hosts do not exist. */
const IMAGE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqPn/HwAEuAKPC0JsTwAAAABJRU5ErkJggg==",
  "base64",
);

const IMAGE_URLS = /https:\/\/provider\d+\.example\/(?:images\/\d+-large\.jpg|favicon\.ico)/g;

/** The extensions of files that the browser may cache. */
const CACHEABLE = new Set([".css", ".js", ".png", ".wasm"]);

/** The largest size that is compressed, in bytes. */
const COMPRESSION_LIMIT = 4_000_000;

/**
 * Returns a feed whose images can be loaded.
 * @param {string[]} path
 * @param {string | undefined} host
 */
async function feedWithImages(path, host) {
  const feed = await readFile(join(root, FOLDERS.feeds, ...path), "utf8");
  return Buffer.from(feed.replace(IMAGE_URLS, `http://${host}/picture.png`));
}

/** @typedef {{ body: Buffer, headers: Record<string, string | number>, tag: string }} Cached */

/** @type {Map<string, Promise<Cached | undefined>>} */
const cache = new Map();

/**
 * @param {string} path
 * @param {string | undefined} host
 * @returns {Promise<Cached | undefined>}
 */
async function load(path, host) {
  const [, name = "", ...rest] = decodeURIComponent(path).split("/");
  if (name === "visit") {
    const [size, file] = rest;
    const html = visitPage(file.replace(".html", ""), size);
    const filled = html.includes(MARKERS) ? await prerender(html, await feedWithImages([`${size}.json`], host)) : html;
    return respond(Buffer.from(filled), ".html");
  }
  if (path === "/styles/cards.css") {
    // In the package the styles are a script.
    const { css } = await import(new URL("../../pkg/css.js", import.meta.url).href);
    return respond(Buffer.from(css), ".css");
  }
  if (path === "/picture.png") return respond(IMAGE, ".png");
  if (name === "news") return respond(await feedWithImages(rest, host), ".json");
  if (path === "/blank.html") return respond(Buffer.from("<!doctype html><title>Blank</title><link rel='icon' href='data:,'>"), ".html");
  const folder = Object.hasOwn(FOLDERS, name) ? FOLDERS[name] : undefined;
  if (folder === undefined) return undefined;
  const base = join(root, folder) + sep;
  const file = normalize(join(base, ...rest));
  if (!file.startsWith(base)) return undefined;
  const body = await readFile(file).catch(() => undefined);
  return body && respond(body, extname(file));
}

/**
 * @param {Buffer} body
 * @param {string} ending
 * @returns {Cached}
 */
function respond(body, ending) {
  const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
  /** @type {Record<string, string | number>} */
  const headers = {
    "content-type": TYPES[ending] ?? "application/octet-stream",
    "cache-control": CACHEABLE.has(ending) ? "public, max-age=31536000, immutable" : "no-cache",
    etag: tag,
    // Cross-origin isolation gives a more precise clock.
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
  };
  const compress = body.length < COMPRESSION_LIMIT && !ending.match(/[.](png|jpg)$/);
  const sent = compress ? gzipSync(body, { level: constants.Z_BEST_COMPRESSION }) : body;
  if (compress) headers["content-encoding"] = "gzip";
  headers["content-length"] = sent.length;
  return { body: sent, headers, tag };
}

/** @returns {Promise<{ address: string, close: () => void }>} */
export async function serve() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    if (!cache.has(pathname)) cache.set(pathname, load(pathname, request.headers.host).catch(() => undefined));
    const found = await cache.get(pathname);
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
