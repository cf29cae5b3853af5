// Requests to a search server that has several nodes: another one answers if one does not.

/** How long a node is left alone after it failed, unless all did. */
const REST_MS = 30_000;

/** The pause before a server with a single node is tried again. */
const PAUSE_MS = 300;

/**
 * Reads the URLs of nodes.
 * @param {string} caller what is named in errors
 * @param {string | undefined} url one or more, with spaces between them
 * @param {readonly string[]} more
 */
export function readUrls(caller, url, more) {
  return [...String(url ?? "").trim().split(/\s+/), ...more].map((text) => {
    let url;
    try {
      url = new URL(text);
    } catch {
      throw new TypeError(`${caller}: ${JSON.stringify(text)} is not a URL`);
    }
    if (!/^https?:$/.test(url.protocol)) throw new TypeError(`${caller}: ${url.origin} is not an http(s) URL`);
    return url;
  });
}

/** @typedef {{ url: string, failedAt: number }} Node */

/** What a node answered. @typedef {{ status: number, body: any, url: string }} Answer */

/** The nodes of a server. */
export class SearchNodes {
  /** @type {Node[]} */
  #nodes;
  #timeoutMs;
  /** The node that answered last. */
  #current = 0;

  /**
   * @param {readonly string[]} urls without a slash at the end
   * @param {number} timeoutMs
   */
  constructor(urls, timeoutMs) {
    this.#nodes = urls.map((url) => ({ url, failedAt: -Infinity }));
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Posts JSON to the node that answered last, else to the others.
   * @param {string} path
   * @param {Record<string, string>} headers
   * @param {unknown} body
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async post(path, headers, body, signal) {
    const problems = [];
    for (const node of this.#order()) {
      try {
        const answer = await this.#attempt(node, path, headers, body, signal);
        if (!isFailure(answer.status)) {
          node.failedAt = -Infinity;
          this.#current = this.#nodes.indexOf(node);
          return answer;
        }
        problems.push(`${node.url} answers with status ${answer.status}`);
      } catch (cause) {
        signal.throwIfAborted();
        problems.push(`${node.url} ${cause instanceof TimeoutError ? `does not answer within ${this.#timeoutMs} ms` : "can't be reached"}`);
      }
      node.failedAt = Date.now();
      if (this.#nodes.length === 1 && problems.length === 1) await pause(PAUSE_MS, signal);
    }
    throw new Error(`the search server does not answer: ${problems.join("; ")}. Check that it runs, and that it allows requests from this page (CORS)`);
  }

  /** Returns the nodes in the order to try them: those that failed lately last. */
  #order() {
    const nodes = [...this.#nodes.slice(this.#current), ...this.#nodes.slice(0, this.#current)];
    if (nodes.length === 1) return [...nodes, ...nodes];
    const isResting = (/** @type {Node} */ node) => Date.now() - node.failedAt < REST_MS;
    return [...nodes.filter((node) => !isResting(node)), ...nodes.filter(isResting)];
  }

  /**
   * @param {Node} node
   * @param {string} path
   * @param {Record<string, string>} headers
   * @param {unknown} body
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async #attempt({ url }, path, headers, body, signal) {
    signal.throwIfAborted();
    const controller = new AbortController();
    const abort = () => controller.abort(signal.reason);
    const timer = setTimeout(() => controller.abort(new TimeoutError()), this.#timeoutMs);
    signal.addEventListener("abort", abort);
    try {
      const response = await fetch(`${url}${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", ...headers },
        body: JSON.stringify(body),
        // A proxy of the site may know its readers.
        credentials: "same-origin",
        signal: controller.signal,
      });
      const text = await response.text();
      return { status: response.status, body: parse(text), url };
    } catch (cause) {
      throw controller.signal.aborted ? controller.signal.reason : cause;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", abort);
    }
  }
}

class TimeoutError extends Error {}

/** Returns whether another node may do better. @param {number} status */
const isFailure = (status) => status >= 500 || status === 408 || status === 429;

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * @param {number} ms
 * @param {AbortSignal} signal
 */
const pause = (ms, signal) =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      if (signal.aborted) reject(signal.reason);
      else resolve(undefined);
    }
  });
