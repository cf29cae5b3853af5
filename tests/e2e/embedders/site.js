// Where the projects lie, and how they are served.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "../page.js";

const top = fileURLToPath(new URL("../../../", import.meta.url));

/** Where the projects lie when they are run. */
export const PROJECTS = join(top, "target", "embedders");

/** @param {string[]} path */
export const project = (...path) => join(PROJECTS, ...path);

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/**
 * @typedef {object} Site
 * @property {string} origin
 * @property {string[]} asked the paths that were asked for
 * @property {() => void} close
 */

/**
 * Serves folders by the start of the path, the longest first.
 * @param {Record<string, string>} folders
 * @param {{ headers?: Record<string, string>, change?: (text: string, path: string) => string }} [options]
 * @returns {Promise<Site>}
 */
export async function serve(folders, { headers = {}, change } = {}) {
  /** @type {string[]} */
  const asked = [];
  const prefixes = Object.keys(folders).sort((one, other) => other.length - one.length);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    asked.push(path);
    const prefix = prefixes.find((one) => path.startsWith(one));
    const name = path.slice(prefix?.length ?? 0) || "index.html";
    try {
      if (!prefix) throw new Error("there is nothing");
      const file = join(folders[prefix] ?? "", normalize(`/${name}`));
      const bytes = await readFile(file);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      const body = change && type.startsWith("text/html") ? change(bytes.toString(), path) : bytes;
      response.writeHead(200, { "content-type": type, ...headers }).end(body);
    } catch {
      response.writeHead(404, { "content-type": "text/plain" }).end("not found\n");
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address && typeof address === "object" ? address.port : 0;
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { origin: `http://127.0.0.1:${port}`, asked, close };
}

/** What tools see of this process: it runs tests, they must not know. */
function environment() {
  const { NODE_ENV, NODE_OPTIONS, ...rest } = process.env;
  return rest;
}

const script = (/** @type {string} */ path) => join(top, "node_modules", path);

/**
 * Runs a script of `node_modules` in a project; it must succeed.
 * @param {string} name
 * @param {string} path
 * @param {string[]} args
 */
export function run(name, path, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script(path), ...args], {
    cwd: project(name),
    encoding: "utf8",
    env: environment(),
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

/** Vite's program. */
export const VITE = "vite/bin/vite.js";

/** TypeScript's compiler. */
export const TSC = "typescript/bin/tsc";

/**
 * Vite's server of a project: the one for development, or the one of what was built.
 * @param {string} name
 * @param {"dev" | "preview"} command
 * @returns {Promise<Pick<Site, "origin" | "close">>}
 */
export async function vite(name, command) {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const address = free.address();
  const port = address && typeof address === "object" ? address.port : 0;
  free.close();
  const args = [script(VITE), command, "--host", "127.0.0.1", "--port", String(port), "--strictPort"];
  const server = spawn(process.execPath, args, { cwd: project(name), env: environment(), stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  const close = () => void server.kill();
  try {
    await expect.poll(() => fetch(origin).then((answer) => answer.ok, () => false), { timeout: 60_000 }).toBe(true);
  } catch (error) {
    close();
    throw error;
  }
  return { origin, close };
}
