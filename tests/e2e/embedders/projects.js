// The embedders' projects below target/, and helpers that build and serve them.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "../fixtures.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

const PROJECTS = join(root, "target", "embedders");

/** @param {string[]} path */
export const projectPath = (...path) => join(PROJECTS, ...path);

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
 * @property {string[]} requests the paths of all requests
 * @property {() => void} close
 */

/**
 * Serves each folder below its path prefix; the longest matching prefix wins.
 * @param {Record<string, string>} folders
 * @param {{ headers?: Record<string, string>, transform?: (html: string) => string }} [options]
 * @returns {Promise<Site>}
 */
export async function serveFolders(folders, { headers = {}, transform } = {}) {
  /** @type {string[]} */
  const requests = [];
  const prefixes = Object.keys(folders).sort((one, other) => other.length - one.length);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    requests.push(path);
    const prefix = prefixes.find((one) => path.startsWith(one));
    const name = path.slice(prefix?.length ?? 0) || "index.html";
    try {
      if (!prefix) throw new Error("no folder has this prefix");
      const file = join(folders[prefix] ?? "", normalize(`/${name}`));
      const bytes = await readFile(file);
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      const body = transform && type.startsWith("text/html") ? transform(bytes.toString()) : bytes;
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
  return { origin: `http://127.0.0.1:${port}`, requests, close };
}

/** The environment without the variables by which tools would notice that tests run. */
function environment() {
  const { NODE_ENV, NODE_OPTIONS, ...rest } = process.env;
  return rest;
}

const script = (/** @type {string} */ path) => join(root, "node_modules", path);

/**
 * Runs a script of `node_modules` in a project and expects success. Returns its output.
 * @param {string} name
 * @param {string} path
 * @param {string[]} args
 */
export function runNodeScript(name, path, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script(path), ...args], {
    cwd: projectPath(name),
    encoding: "utf8",
    env: environment(),
  });
  expect(status, stdout + stderr).toBe(0);
  return stdout + stderr;
}

export const VITE = "vite/bin/vite.js";

export const TSC = "typescript/bin/tsc";

/**
 * Starts Vite's development server, or its preview server for the built project.
 * @param {string} name
 * @param {"dev" | "preview"} command
 * @returns {Promise<Pick<Site, "origin" | "close">>}
 */
export async function startVite(name, command) {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  const port = address && typeof address === "object" ? address.port : 0;
  probe.close();
  const args = [script(VITE), command, "--host", "127.0.0.1", "--port", String(port), "--strictPort"];
  const server = spawn(process.execPath, args, { cwd: projectPath(name), env: environment(), stdio: "ignore" });
  const origin = `http://127.0.0.1:${port}`;
  const close = () => void server.kill();
  try {
    await expect.poll(() => fetch(origin).then((response) => response.ok, () => false), { timeout: 60_000 }).toBe(true);
  } catch (error) {
    close();
    throw error;
  }
  return { origin, close };
}
