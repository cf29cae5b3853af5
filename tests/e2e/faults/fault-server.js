// A server that injects faults by writing to the socket directly.
import { once } from "node:events";
import { createServer } from "node:net";

/** @typedef {import("node:net").Socket} Socket */
/** @typedef {(socket: Socket, request: { path: string }) => unknown} Fault */

/** @param {number} n */
const article = (n) => ({ id: `n${n}`, title: `Article ${n}`, webUrl: `https://news.example/${n}` });

/** @param {number} from @param {number} to */
export const articles = (from, to) => Array.from({ length: to - from }, (_, at) => article(from + at));

/** A valid feed of twelve articles. */
export const VALID_FEED = JSON.stringify(articles(0, 12));

/**
 * Returns an HTTP response, with `content-length` unless the headers have one.
 * @param {string | Buffer} body
 * @param {Record<string, string | number>} [headers]
 * @param {string} [status]
 */
export function httpResponse(body, headers = {}, status = "200 OK") {
  const bytes = Buffer.from(body);
  const all = { "content-type": "application/json", "content-length": bytes.length, connection: "close", "access-control-allow-origin": "*", ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`), bytes]);
}

/**
 * Starts the server; paths without a fault serve `VALID_FEED`.
 * @param {Record<string, Fault>} faults by path
 */
export async function startFaultServer(faults) {
  /** @type {Map<string, number>} */
  const requests = new Map();
  /** @type {Set<Socket>} */
  const open = new Set();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // The browser may close the connection first.
    socket.on("error", () => {});
    socket.once("data", (request) => {
      const path = String(request).split(" ")[1]?.split("?")[0] ?? "/";
      requests.set(path, (requests.get(path) ?? 0) + 1);
      const fault = faults[path];
      if (fault) fault(socket, { path });
      else socket.end(httpResponse(VALID_FEED));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    /** Returns the number of requests for a path. @param {string} path */
    requests: (path) => requests.get(path) ?? 0,
    /** Stops the server and closes all connections. */
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      if (server.listening) await once(server, "close");
    },
  };
}
