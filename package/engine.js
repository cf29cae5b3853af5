// Feed and query without a document: in pages, in workers and in Node.
import { identities, instance } from "./wasm.js";

/** @typedef {import("./bindings.js").FeedEngine} FeedEngine */

/** How many bytes are copied into the module at once. */
const PART = 1 << 18;

/** For how many milliseconds a page may stand still. */
const PATIENCE = 24;

/** @type {typeof import("./engine.js").createEngine} */
export async function createEngine(feed, options) {
  const settings = options ?? {};
  const { FeedEngine } = (await instance()).bindings;
  const engine = new FeedEngine(settings);
  const rest = resting();
  const [document, url] = named(feed, settings);
  try {
    if (tag(document) === "[object Response]") {
      await readAnswer(engine, /** @type {Response} */ (document), url, rest);
      engine.finish(url);
    } else if (ArrayBuffer.isView(document)) {
      const { buffer, byteOffset, byteLength } = document;
      await readBytes(engine, new Uint8Array(buffer, byteOffset, byteLength), url, rest);
      engine.finish(url);
    } else engine.readValue(document, url);
    while (!engine.step()) await rest();
    return new Engine(engine, rest);
  } catch (cause) {
    // What the feed itself is to blame for comes with its kind.
    if (cause instanceof Error && "kind" in cause) throw cause;
    const broke = cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError;
    const message = `the feed could not be read: ${cause}`;
    // What else is thrown comes from the feed: a getter, or a buffer that was given away.
    throw failure(broke ? "wasm" : "shape", message, { cause, url });
  }
}

/** @implements {import("./engine.js").Engine} */
class Engine {
  /** @type {FeedEngine | undefined} */
  #feed;
  #gone = "this engine was freed";
  /** @type {import("./engine.js").Diagnostics | undefined} */
  #diagnostics;

  /**
   * @param {FeedEngine} feed
   * @param {Rest} rest
   */
  constructor(feed, rest) {
    this.#feed = feed;
    void this.#prepare(rest);
  }

  /**
   * What searches and orders by texts need is made ready while the page goes on.
   * @param {Rest} rest
   */
  async #prepare(rest) {
    await rest(true);
    try {
      while (this.#feed && !this.#ask((feed) => feed.prepare())) await rest();
    } catch {
      // Whoever asks next is told.
    }
  }

  /** @type {import("./engine.js").Engine["query"]} */
  query(state) {
    const start = performance.now();
    // Nothing that happens to the caller's object later changes what `ids` says.
    const asked = this.#ask((feed) => feed.state(state));
    const { total, facetCounts } = JSON.parse(this.#ask((feed) => feed.query(asked)));
    const tookMs = performance.now() - start;
    /** @type {string[] | undefined} */
    let ids;
    const read = () => (ids ??= identities(this.#ask((feed) => feed.ids(asked))));
    return {
      total,
      get ids() {
        return read();
      },
      facetCounts,
      tookMs,
    };
  }

  /** @type {import("./engine.js").Engine["articles"]} */
  articles(ids) {
    const wanted = typeof ids === "string" ? [ids] : [...ids];
    return JSON.parse(this.#ask((feed) => feed.articles(wanted)));
  }

  get diagnostics() {
    const written = this.#ask((feed) => this.#diagnostics ?? feed.diagnostics());
    if (typeof written === "string") {
      const { count, kept } = JSON.parse(written);
      this.#diagnostics = Object.freeze(Object.defineProperty(kept, "count", { value: count }));
    }
    return /** @type {import("./engine.js").Diagnostics} */ (this.#diagnostics);
  }

  free() {
    this.#feed = undefined;
    this.#diagnostics = undefined;
  }

  /**
   * @template T
   * @param {(feed: FeedEngine) => T} use
   * @returns {T}
   */
  #ask(use) {
    if (!this.#feed) throw new Error(this.#gone);
    try {
      return use(this.#feed);
    } catch (cause) {
      // Whatever broke off in the middle can't be trusted again. It shared its memory with none.
      this.free();
      this.#gone = "this engine broke and can't be used again: make a new one";
      throw new Error(this.#gone, { cause });
    }
  }
}

/**
 * What there is to read, text as bytes, and where it is from.
 * @param {unknown} feed
 * @param {import("./engine.js").EngineOptions} options
 * @returns {[unknown, string | undefined]}
 */
function named(feed, { url }) {
  const own = typeof url === "string" ? url : url instanceof URL ? url.href : "";
  switch (tag(feed)) {
    case "[object Response]":
      return [feed, own || /** @type {Response} */ (feed).url || undefined];
    case "[object ArrayBuffer]":
    case "[object SharedArrayBuffer]":
      return [new Uint8Array(/** @type {ArrayBuffer} */ (feed)), own || undefined];
    case "[object String]":
      return [new TextEncoder().encode(String(feed)), own || undefined];
    default:
      return [feed, own || undefined];
  }
}

/**
 * By name: a value of another frame is no instance of this frame's classes.
 * @param {unknown} value
 */
function tag(value) {
  return Object.prototype.toString.call(value);
}

/**
 * What lets the page go on, if it has stood still for long enough, or now.
 * @typedef {(now?: boolean) => Promise<void>} Rest
 * @returns {Rest}
 */
function resting() {
  let since = performance.now();
  return async (now = false) => {
    if (!now && performance.now() - since < PATIENCE) return;
    // Timers would wait for four milliseconds each time.
    await new Promise((/** @type {(event: unknown) => void} */ done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => (port1.close(), done(event));
      port2.postMessage(0);
    });
    since = performance.now();
  };
}

/**
 * @param {FeedEngine} engine
 * @param {Uint8Array} bytes
 * @param {string | undefined} url
 * @param {Rest} rest
 */
async function readBytes(engine, bytes, url, rest) {
  for (let start = 0; start < bytes.length; start += PART) {
    engine.push(bytes.subarray(start, start + PART), url);
    await rest();
  }
}

/**
 * Reads an answer as it comes, no more of it than is needed to see that it is wrong.
 * @param {FeedEngine} engine
 * @param {Response} response
 * @param {string | undefined} url
 * @param {Rest} rest
 */
async function readAnswer(engine, response, url, rest) {
  if (!response.ok) {
    response.body?.cancel().catch(() => {});
    const { status } = response;
    throw failure("http", `the server answered with status ${status}`, { url, status });
  }
  const reading = (/** @type {unknown} */ cause) =>
    failure("network", `the answer could not be read: ${cause}`, { url, cause });
  /** @type {ReadableStreamDefaultReader<Uint8Array> | undefined} */
  let reader;
  try {
    reader = response.body?.getReader();
  } catch (cause) {
    throw reading(cause);
  }
  while (reader) {
    const chunk = await reader.read().catch((cause) => Promise.reject(reading(cause)));
    if (chunk.done) return;
    try {
      await readBytes(engine, chunk.value, url, rest);
    } catch (error) {
      // What is left is not wanted.
      reader.cancel().catch(() => {});
      throw error;
    }
  }
}

/**
 * @param {import("./engine.js").FeedErrorKind} kind
 * @param {string} message
 * @param {{ cause?: unknown, url?: string, status?: number }} more
 */
function failure(kind, message, { cause, url, status }) {
  const error = new Error(url ? `${url}: ${message}` : message, cause ? { cause } : {});
  return Object.assign(error, { kind }, url && { url }, status !== undefined && { status });
}
