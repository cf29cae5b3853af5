// Reads and queries a feed without a DOM: in pages, in workers and in Node.
import * as script from "./engine-bindings.js";
import { convertBody, convertXml, isXml } from "./body-reader.js";
import { findPreset } from "./presets.js";
import { WasmModule, loadCharacterReferences, parseIds, typeName } from "./wasm.js";

/** @typedef {import("./engine-bindings.js").FeedEngine} FeedEngine */

const engineModule = new WasmModule(script, () => new URL("./article_cards_engine.wasm", import.meta.url));

/** @type {typeof import("./engine.js").init} */
export const init = (wasm) => engineModule.init(wasm);

/**
 * The engine that reads a document, and the URL of the document.
 * @typedef {{ engine: FeedEngine, url: string | undefined, chunkSize: number, pause: Pause }} Reader
 */

/** @type {typeof import("./engine.js").createEngine} */
export async function createEngine(feed, options) {
  const preset = typeof options?.mapping === "string" ? options.mapping : undefined;
  /** @type {import("./engine.js").EngineOptions} */
  const settings = preset === undefined ? (options ?? {}) : { ...options, mapping: /** @type {any} */ (await findPreset(preset)) };
  const { FeedEngine } = (await engineModule.createInstance()).bindings;
  let engine = new FeedEngine(settings);
  const pause = timeSlices(FeedEngine.timeSliceMs());
  const [document, url] = normalized(feed, settings);
  const reader = { engine, url, chunkSize: FeedEngine.chunkSize(), pause };
  try {
    if (typeName(document) === "Response") {
      await readResponse(reader, /** @type {Response} */ (document));
      await finish(reader, FeedEngine);
    } else if (ArrayBuffer.isView(document)) {
      const { buffer, byteOffset, byteLength } = document;
      const bytes = new Uint8Array(buffer, byteOffset, byteLength);
      // The engine reports a document that is too large.
      const isConverted = isXml(bytes) && byteLength <= engine.maxBytes();
      await readBytes(reader, isConverted ? await convertXml(bytes, url).catch((error) => Promise.reject(withUrl(error))) : bytes);
      await finish(reader, FeedEngine);
    } else {
      engine.readValue(document, url);
      if (await ensureCharacterReferences(FeedEngine)) {
        engine.free();
        engine = new FeedEngine(settings);
        engine.readValue(document, url);
      }
    }
    while (!engine.step()) await pause();
    return new Engine(engine, pause);
  } catch (cause) {
    if (cause instanceof Error && "kind" in cause) throw cause;
    // Anything else is a crash, or thrown by the feed itself: a getter, or a detached buffer.
    const isCrash = cause instanceof WebAssembly.RuntimeError || cause instanceof RangeError;
    throw feedError(isCrash ? "wasm" : "shape", `the feed could not be read: ${cause}`, { cause, url });
  }
}

/**
 * Loads the table of character references if a document needs it. Without it, unknown references stay
 * as they are written.
 * @param {import("./engine-bindings.js").Bindings["FeedEngine"]} FeedEngine
 * @returns {Promise<boolean>} whether it was loaded
 */
async function ensureCharacterReferences(FeedEngine) {
  if (!FeedEngine.needsCharacterReferences()) return false;
  const table = await loadCharacterReferences().catch(() => undefined);
  if (table !== undefined) FeedEngine.loadCharacterReferences(table);
  return table !== undefined;
}

/** @implements {import("./engine.js").Engine} */
class Engine {
  /** @type {FeedEngine | undefined} */
  #engine;
  /** Why the engine can't be used any more. */
  #reason = "this engine was freed";
  /** @type {import("./engine.js").Diagnostics | undefined} */
  #diagnostics;

  /**
   * @param {FeedEngine} engine
   * @param {Pause} pause
   */
  constructor(engine, pause) {
    this.#engine = engine;
    void this.#warmUp(pause);
  }

  /**
   * Builds what text search and sorting need, in the background.
   * @param {Pause} pause
   */
  async #warmUp(pause) {
    await pause(true);
    try {
      while (this.#engine && !this.#call((engine) => engine.warmUp())) await pause();
    } catch {
      // The next call throws.
    }
  }

  /** @type {import("./engine.js").Engine["query"]} */
  query(state) {
    const start = performance.now();
    // A copy, since `ids` is read later and the caller may change the object until then.
    const copy = this.#call((engine) => engine.state(state));
    const { total, facetCounts } = this.#call((engine) => engine.query(copy));
    const tookMs = performance.now() - start;
    /** @type {string[] | undefined} */
    let ids;
    const readIds = () => (ids ??= parseIds(this.#call((engine) => engine.ids(copy))));
    return {
      total,
      get ids() {
        return readIds();
      },
      facetCounts,
      tookMs,
    };
  }

  /** @type {import("./engine.js").Engine["articles"]} */
  articles(ids) {
    const list = typeof ids === "string" ? [ids] : [...ids];
    return this.#call((engine) => engine.articles(list));
  }

  get diagnostics() {
    return this.#call((engine) => {
      if (this.#diagnostics) return this.#diagnostics;
      const { count, first } = engine.diagnostics();
      const truncation = engine.truncation();
      /** @type {import("./engine.js").Diagnostic[]} */
      const ofDocument = truncation === undefined ? [] : [{ index: null, path: "", message: `${truncation}: only the articles before are read` }];
      const list = [...ofDocument, ...first].slice(0, 1000);
      return (this.#diagnostics = Object.freeze(Object.defineProperty(list, "count", { value: count + ofDocument.length })));
    });
  }

  free() {
    this.#engine = undefined;
    this.#diagnostics = undefined;
  }

  /**
   * @template T
   * @param {(engine: FeedEngine) => T} call
   * @returns {T}
   */
  #call(call) {
    if (!this.#engine) throw new Error(this.#reason);
    try {
      return call(this.#engine);
    } catch (cause) {
      // Its data is inconsistent after an exception. No other engine shares its memory.
      this.free();
      this.#reason = "this engine crashed and can't be used again: create a new one";
      throw new Error(this.#reason, { cause });
    }
  }
}

/**
 * Returns the feed, text and buffers as bytes, and its URL.
 * @param {unknown} feed
 * @param {import("./engine.js").EngineOptions} options
 * @returns {[unknown, string | undefined]}
 */
function normalized(feed, { url }) {
  const ownUrl = typeof url === "string" ? url : url instanceof URL ? url.href : "";
  switch (typeName(feed)) {
    case "Response":
      return [feed, ownUrl || /** @type {Response} */ (feed).url || undefined];
    case "ArrayBuffer":
    case "SharedArrayBuffer":
      return [new Uint8Array(/** @type {ArrayBuffer} */ (feed)), ownUrl || undefined];
    case "String":
      return [new TextEncoder().encode(String(feed)), ownUrl || undefined];
    default:
      return [feed, ownUrl || undefined];
  }
}

/**
 * Yields to the event loop if the time slice is over, or if `now` is set.
 * @typedef {(now?: boolean) => Promise<void>} Pause
 */

/**
 * @param {number} milliseconds
 * @returns {Pause}
 */
function timeSlices(milliseconds) {
  let start = performance.now();
  return async (now = false) => {
    if (!now && performance.now() - start < milliseconds) return;
    // A timer would wait for at least four milliseconds.
    await new Promise((/** @type {(event: unknown) => void} */ resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = (event) => (port1.close(), resolve(event));
      port2.postMessage(0);
    });
    start = performance.now();
  };
}

/**
 * @param {Reader} reader
 * @param {Uint8Array} bytes
 */
async function readBytes({ engine, url, chunkSize, pause }, bytes) {
  for (let start = 0; start < bytes.length; start += chunkSize) {
    engine.push(bytes.subarray(start, start + chunkSize), url);
    await pause();
  }
}

/**
 * Ends the document.
 * @param {Reader} reader
 * @param {import("./engine-bindings.js").Bindings["FeedEngine"]} FeedEngine
 */
async function finish({ engine, url }, FeedEngine) {
  await ensureCharacterReferences(FeedEngine);
  engine.finish(url);
}

/**
 * Adds the URL of the document to the message of an error of XML, as in all others.
 * @param {Error & { url?: string }} error
 */
function withUrl(error) {
  if (error.url) error.message = `${error.url}: ${error.message}`;
  return error;
}

/**
 * Reads a response as it arrives, and cancels it at the first error.
 * @param {Reader} reader
 * @param {Response} response
 */
async function readResponse(reader, response) {
  const { url } = reader;
  if (!response.ok) {
    response.body?.cancel().catch(() => {});
    const { status } = response;
    throw feedError("http", `the server answered with status ${status}`, { url, status });
  }
  const readError = (/** @type {unknown} */ cause) =>
    feedError("network", `the response could not be read: ${cause}`, { url, cause });
  /** @type {ReturnType<typeof convertBody> | undefined} */
  let body;
  try {
    body = response.body ? convertBody(response.body.getReader(), url, reader.engine.maxBytes()) : undefined;
  } catch (cause) {
    throw readError(cause);
  }
  while (body) {
    const { value } = await body.read().catch((cause) => Promise.reject(cause?.kind ? withUrl(cause) : readError(cause)));
    if (!value) return;
    try {
      await readBytes(reader, value);
    } catch (error) {
      body.cancel().catch(() => {});
      throw error;
    }
  }
}

/**
 * @param {import("./engine.js").FeedErrorKind} kind
 * @param {string} message
 * @param {{ cause?: unknown, url?: string, status?: number }} details
 */
function feedError(kind, message, { cause, url, status }) {
  const error = new Error(url ? `${url}: ${message}` : message, cause ? { cause } : {});
  return Object.assign(error, { kind }, url && { url }, status !== undefined && { status });
}
