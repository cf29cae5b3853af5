// The package's module of WebAssembly: compiled once, and instances of it. Importing does nothing.
import { bind } from "./bindings.js";

/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;

/**
 * An instance of its own, with a memory of its own: what goes wrong in it touches no other, and
 * its memory goes with it.
 * @returns {Promise<import("./bindings.js").Bindings>}
 */
export async function instance() {
  compiled ??= compile();
  try {
    const bindings = bind();
    await bindings({ module_or_path: await compiled });
    return bindings;
  } catch (cause) {
    // The next one tries again.
    compiled = undefined;
    const message = `the module of WebAssembly could not be loaded: ${cause}`;
    throw Object.assign(new Error(message, { cause }), { kind: "wasm" });
  }
}

/** @returns {Promise<WebAssembly.Module>} */
async function compile() {
  const address = new URL("./article_cards.wasm", import.meta.url);
  if (address.protocol === "file:") return WebAssembly.compile(await read(address));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered with status ${response.status}`);
  // Compiling while it arrives needs the right type of content, which not every server knows.
  const type = response.headers.get("content-type")?.split(";")[0];
  return type === "application/wasm" && WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Node fetches no files. Its module is named so that no bundler looks for it in a page.
 * @param {URL} address
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function read(address) {
  const name = ["node:fs", "promises"].join("/");
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ name);
  return readFile(address);
}
