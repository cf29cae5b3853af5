// A static file server for the built demo page, the site, the package and the real feeds: `node serve.js <port>`.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The served folders by the first segment of the path. @type {Record<string, string>} */
const folders = { demo: "dist", gallery: "target/gallery", site: "target/site/pages", pkg: "pkg", everyday: join("..", "shared", "data", "everyday") };

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/**
 * Returns the file for a URL path, or `undefined` if there is none.
 * @param {string} path
 */
async function find(path) {
  const [, name = "", ...rest] = decodeURIComponent(path).split("/");
  const folder = Object.hasOwn(folders, name) ? folders[name] : undefined;
  if (folder === undefined) return undefined;
  const base = join(root, folder) + sep;
  const file = normalize(join(base, ...rest));
  if (!`${file}${sep}`.startsWith(base)) return undefined;
  const page = path.endsWith("/") ? join(file, "index.html") : file;
  const info = await stat(page).catch(() => undefined);
  return info?.isFile() ? { page, size: info.size } : undefined;
}

const server = createServer(async (request, response) => {
  try {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const found = await find(pathname);
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
      return;
    }
    response.writeHead(200, {
      "content-type": types[extname(found.page)] ?? "application/octet-stream",
      "content-length": found.size,
      "cache-control": "no-store",
    });
    createReadStream(found.page).pipe(response);
  } catch {
    // The path is not valid percent-encoding.
    response.writeHead(400, { "content-type": "text/plain" }).end("bad request\n");
  }
});

server.listen(Number(process.argv[2]), "127.0.0.1");
