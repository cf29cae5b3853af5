// Starts a server on loopback that stands in for OpenSearch: the program that OPENSEARCH_SERVER names,
// else the one of Python's package `osmem-server`.
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { pushTo } from "./command.js";
import { freePort } from "./typesense-server.js";

/** Returns the path of the server; `undefined` if there is none. */
function findServer() {
  const named = process.env.OPENSEARCH_SERVER;
  if (named) return named;
  try {
    const script = "import osmem_server; print(osmem_server.resolve_binary())";
    const path = execFileSync("python3", ["-c", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Why tests are skipped; `false` if they run. */
export const skip = findServer() ? false : "no server for OpenSearch: name one with OPENSEARCH_SERVER, or `pip install osmem-server`";

/** A server, which keeps everything in memory. */
export class OpenSearchServer {
  #process;

  /** @param {number} port */
  constructor(port) {
    this.url = `http://127.0.0.1:${port}`;
    // Ends when its standard input does.
    this.#process = spawn(String(findServer()), ["-addr", `127.0.0.1:${port}`], { stdio: ["pipe", "ignore", "ignore"] });
  }

  async healthy() {
    for (let attempt = 0; attempt < 300; attempt++) {
      if ((await fetch(this.url).catch(() => undefined))?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${this.url} does not answer`);
  }

  /** Stops answering without closing connections. */
  pause() {
    this.#process.kill("SIGSTOP");
  }

  resume() {
    this.#process.kill("SIGCONT");
  }

  async stop() {
    const exit = new Promise((resolve) => this.#process.once("exit", resolve));
    this.resume();
    this.#process.kill("SIGKILL");
    await exit;
  }
}

/** Starts a server. */
export async function startServer() {
  const server = new OpenSearchServer(await freePort());
  await server.healthy();
  return server;
}

/**
 * Pushes a feed.
 * @param {string} url
 * @param {string} feed
 * @param {import("./command.js").PushOptions} [options]
 */
export const push = (url, feed, options) => pushTo("opensearch", url, feed, options);

/**
 * Calls the server itself.
 * @param {string} url
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
export async function call(url, method, path, body) {
  const response = await fetch(`${url}${path}`, { method, headers: { "Content-Type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body) });
  return /** @type {any} */ (await response.json().catch(() => undefined));
}
