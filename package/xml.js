// Converts RSS and Atom to JSON. Loaded only for a document that begins with `<`.
import * as script from "./xml-bindings.js";

/** @typedef {import("./wasm.js").WasmModule<import("./xml-bindings.js").Bindings>} XmlModule */

/** What the caller has loaded already. @typedef {Pick<typeof import("./wasm.js"), "WasmModule" | "loadCharacterReferences">} Wasm */

/** @type {XmlModule | undefined} */
let xmlModule;

/**
 * Converts a document from a URL.
 * @param {Uint8Array} bytes
 * @param {string | undefined} url
 * @param {Wasm} wasm
 * @returns {Promise<Uint8Array>}
 */
export async function convert(bytes, url, { WasmModule, loadCharacterReferences }) {
  xmlModule ??= new WasmModule(script, () => new URL("./article_cards_xml.wasm", import.meta.url));
  // The memory of an instance never shrinks, and most pages convert one document.
  const { bindings } = await xmlModule.createInstance();
  const json = bindings.convertXml(bytes, url, undefined);
  if (json) return json;
  const table = await loadCharacterReferences().catch(() => "");
  return /** @type {Uint8Array} */ (bindings.convertXml(bytes, url, table));
}

/** Collects a document of XML, and returns what it is converted to. */
export class XmlReader {
  #reader;
  #url;
  #maxBytes;
  #wasm;
  #isConverted = false;
  /** What has arrived. @type {Uint8Array<ArrayBuffer>[]} */
  #chunks = [];
  #length = 0;

  /**
   * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
   * @param {string | undefined} url
   * @param {number} maxBytes
   * @param {Wasm} wasm
   */
  constructor(reader, url, maxBytes, wasm) {
    this.#reader = reader;
    this.#url = url;
    this.#maxBytes = maxBytes;
    this.#wasm = wasm;
  }

  /** @returns {Promise<{ value?: Uint8Array }>} */
  async read() {
    const { value } = await this.#reader.read();
    if (value) return this.add(value);
    if (this.#isConverted) return {};
    this.#isConverted = true;
    return { value: await convert(await this.#document(), this.#url, this.#wasm) };
  }

  /**
   * Adds a chunk. Returns no bytes yet, but the response has not stalled.
   * @param {Uint8Array<ArrayBuffer>} chunk
   * @returns {Promise<{ value: Uint8Array }>}
   */
  async add(chunk) {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    // The caller reports a document that is too large.
    return { value: this.#length <= this.#maxBytes ? new Uint8Array() : await this.#document() };
  }

  async #document() {
    return new Uint8Array(await new Blob(this.#chunks).arrayBuffer());
  }
}
