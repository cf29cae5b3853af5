// Reads documents, and converts RSS and Atom to JSON: most pages load nothing that reads XML.
import { WasmModule, loadCharacterReferences } from "./wasm.js";

/** @typedef {{ read(): Promise<{ value?: Uint8Array | undefined }>, cancel(): Promise<void> }} Reader */

/**
 * Returns whether a document is XML, by its first bytes; `undefined` if they are white space.
 * @param {Uint8Array} bytes
 */
export function isXml(bytes) {
  const start = String.fromCharCode(...bytes.subarray(0, 1000));
  // A byte order mark of UTF-16 or UTF-8 may precede it.
  return /\S/.test(start) ? /^(\xff\xfe|\xfe\xff)?\0?(\xef\xbb\xbf)?\s*</.test(start) : undefined;
}

const wasm = { WasmModule, loadCharacterReferences };

async function importXml() {
  return import("./xml.js").catch((cause) => {
    throw Object.assign(new Error(`the reader of XML could not be loaded: ${cause}`, { cause }), { kind: "wasm" });
  });
}

/**
 * Converts a document of XML from a URL.
 * @param {Uint8Array} bytes
 * @param {string | undefined} url
 */
export const convertXml = async (bytes, url) => (await importXml()).convert(bytes, url, wasm);

/** Reads a body in the place of its own reader. @implements {Reader} */
class BodyReader {
  #reader;
  #url;
  #maxBytes;
  /** @type {boolean | undefined} */
  #isXml;
  /** What reads the rest of a document of XML. @type {import("./xml.js").XmlReader | undefined} */
  #xml;

  /**
   * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
   * @param {string | undefined} url
   * @param {number} maxBytes
   */
  constructor(reader, url, maxBytes) {
    this.#reader = reader;
    this.#url = url;
    this.#maxBytes = maxBytes;
  }

  async read() {
    if (this.#xml) return this.#xml.read();
    const { value } = await this.#reader.read();
    if (value) this.#isXml ??= isXml(value);
    if (!value || !this.#isXml) return { value };
    const { XmlReader } = await importXml();
    this.#xml = new XmlReader(this.#reader, this.#url, this.#maxBytes, wasm);
    return this.#xml.add(value);
  }

  cancel() {
    return this.#reader.cancel();
  }
}

/**
 * Returns a reader of a response's body that converts a document of XML.
 * @param {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} reader
 * @param {string | undefined} url
 * @param {number} maxBytes the most bytes to convert
 * @returns {Reader}
 */
export const convertBody = (reader, url, maxBytes) => new BodyReader(reader, url, maxBytes);
