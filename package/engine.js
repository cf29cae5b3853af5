// Feed and query without a document: in pages, in workers and in Node.
import { instance } from "./wasm.js";

/** @typedef {import("./bindings.js").FeedEngine} FeedEngine */
/** @typedef {import("./bindings.js").Bindings["FeedEngine"]} Reader */

/** @type {typeof import("./engine.js").createEngine} */
export async function createEngine(feed, options) {
  const settings = options ?? {};
  const { FeedEngine } = (await instance()).bindings;
  const [document, url] = await contents(feed, settings, FeedEngine);
  try {
    return new Engine(read(FeedEngine, document, url, settings));
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

  /** @param {FeedEngine} feed */
  constructor(feed) {
    this.#feed = feed;
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
    const read = () => (ids ??= JSON.parse(this.#ask((feed) => feed.ids(asked))));
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
 * What there is to read, as bytes or as a value, and where it is from.
 * @param {unknown} feed
 * @param {import("./engine.js").EngineOptions} options
 * @param {Reader} FeedEngine
 * @returns {Promise<[unknown, string | undefined]>}
 */
async function contents(feed, { url, maxBytes }, FeedEngine) {
  const own = typeof url === "string" ? url : url instanceof URL ? url.href : "";
  // By name: a value of another frame is no instance of this frame's classes.
  switch (Object.prototype.toString.call(feed)) {
    case "[object Response]": {
      const response = /** @type {Response} */ (feed);
      const from = own || response.url || undefined;
      return [await body(response, from, FeedEngine.maxBytes({ maxBytes })), from];
    }
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
 * @param {Reader} FeedEngine
 * @param {unknown} document
 * @param {string | undefined} url
 * @param {object} options
 */
function read(FeedEngine, document, url, options) {
  if (!ArrayBuffer.isView(document)) return FeedEngine.fromValue(document, url, options);
  const { buffer, byteOffset, byteLength } = document;
  return FeedEngine.fromBytes(new Uint8Array(buffer, byteOffset, byteLength), url, options);
}

/**
 * The bytes of an answer, no more of them than are needed to see that they are too many.
 * @param {Response} response
 * @param {string | undefined} url
 * @param {number} most
 */
async function body(response, url, most) {
  if (!response.ok) {
    response.body?.cancel().catch(() => {});
    const { status } = response;
    throw failure("http", `the server answered with status ${status}`, { url, status });
  }
  try {
    /** @type {Uint8Array[]} */
    const chunks = [];
    let length = 0;
    const reader = response.body?.getReader();
    for (let chunk; reader && length <= most && (chunk = await reader.read()) && !chunk.done; ) {
      chunks.push(chunk.value);
      length += chunk.value.length;
    }
    // What is left is not wanted.
    if (length > most) reader?.cancel().catch(() => {});
    const bytes = new Uint8Array(length);
    for (const chunk of chunks.reverse()) bytes.set(chunk, (length -= chunk.length));
    return bytes;
  } catch (cause) {
    throw failure("network", `the answer could not be read: ${cause}`, { url, cause });
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
