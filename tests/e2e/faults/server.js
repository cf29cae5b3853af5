// A server of feeds that does what servers and networks should not, by hand on the socket.
import { once } from "node:events";
import { createServer } from "node:net";

/** @typedef {import("node:net").Socket} Socket */
/** @typedef {(socket: Socket, asked: { path: string, times: number }) => unknown} Fault */

/** @param {number} n */
const article = (n) => ({ id: `n${n}`, title: `Article ${n}`, webUrl: `https://news.example/${n}` });

/** @param {number} from @param {number} to */
export const articles = (from, to) => Array.from({ length: to - from }, (_, at) => article(from + at));

/** Twelve articles. */
export const GOOD = JSON.stringify(articles(0, 12));

/**
 * An answer, its length told unless the head does it.
 * @param {string | Buffer} body
 * @param {Record<string, string | number>} [head]
 * @param {string} [status]
 */
export function answer(body, head = {}, status = "200 OK") {
  const bytes = Buffer.from(body);
  const all = { "content-type": "application/json", "content-length": bytes.length, connection: "close", "access-control-allow-origin": "*", ...head };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`), bytes]);
}

/**
 * Begins to serve; what fails and how is told by path.
 * @param {Record<string, Fault>} faults
 */
export async function serveFaults(faults) {
  /** @type {Map<string, number>} */
  const times = new Map();
  /** @type {Set<Socket>} */
  const open = new Set();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // Browsers hang up too.
    socket.on("error", () => {});
    socket.once("data", (request) => {
      const path = String(request).split(" ")[1]?.split("?")[0] ?? "/";
      const before = times.get(path) ?? 0;
      times.set(path, before + 1);
      const fault = faults[path];
      if (fault) fault(socket, { path, times: before });
      else socket.end(answer(GOOD));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    /** How often a path was asked for. @param {string} path */
    asked: (path) => times.get(path) ?? 0,
    /** Stops it, whoever still waits. */
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      if (server.listening) await once(server, "close");
    },
  };
}
