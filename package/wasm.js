// The package's module of WebAssembly: compiled once, and instances of it. Importing does nothing.
import { bind } from "./bindings.js";

/** @typedef {import("./bindings.js").Bindings} Bindings */

/** @type {import("./index.js").WasmSource | undefined} */
let source;
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Instance> | undefined} */
let common;

/**
 * Functions around a module with a memory of its own. Once it broke it can't be trusted again.
 * @typedef {object} Instance
 * @property {Bindings} bindings
 * @property {boolean} broken
 * @property {boolean} isCommon whether elements share it
 * @property {Set<(cause: unknown) => void>} onBreak who hears of that
 */

/** @type {typeof import("./index.js").init} */
export async function init(wasm) {
  if (wasm !== undefined && !compiled) source = wasm;
  await module();
}

/**
 * An instance that nobody else has: what goes wrong in it touches no other, and its memory goes
 * with it.
 * @returns {Promise<Instance>}
 */
export async function instance() {
  const module_or_path = await module();
  try {
    const bindings = bind();
    /** @type {Instance} */
    const made = { bindings, broken: false, isCommon: false, onBreak: new Set() };
    bindings.guard((exports) => guarded(exports, made));
    await bindings({ module_or_path });
    return made;
  } catch (cause) {
    throw failure(cause);
  }
}

/**
 * The instance that elements share, until it breaks.
 * @returns {Promise<Instance>}
 */
export async function commonInstance() {
  const asked = (common ??= instance());
  try {
    const found = await asked;
    found.isCommon = true;
    if (!found.broken) return found;
  } catch (cause) {
    if (common === asked) common = undefined;
    throw cause;
  }
  if (common === asked) common = undefined;
  return commonInstance();
}

/** @returns {Promise<WebAssembly.Module>} */
async function module() {
  const asked = (compiled ??= compile(source));
  try {
    return await asked;
  } catch (cause) {
    // The next one tries again; a body that was read, or an address that failed, is used up.
    if (compiled === asked) [compiled, source] = [undefined, undefined];
    throw failure(cause);
  }
}

/** @param {unknown} cause */
function failure(cause) {
  if (cause instanceof Error && "kind" in cause) return cause;
  const message = `the module of WebAssembly could not be loaded: ${cause}`;
  return Object.assign(new Error(message, { cause }), { kind: "wasm" });
}

/**
 * @param {import("./index.js").WasmSource | undefined} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(wasm) {
  const given = await wasm;
  if (given instanceof WebAssembly.Module) return given;
  if (given instanceof ArrayBuffer || ArrayBuffer.isView(given)) return WebAssembly.compile(/** @type {BufferSource} */ (given));
  if (given instanceof Response) return compileAnswer(given);
  const address = given === undefined ? new URL("./article_cards.wasm", import.meta.url) : new URL(given, globalThis.document?.baseURI);
  if (address.protocol === "file:") return WebAssembly.compile(await read(address));
  return compileAnswer(await fetch(address));
}

/**
 * @param {Response} response
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileAnswer(response) {
  if (!response.ok) throw new Error(`${response.url} answered with status ${response.status}`);
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

/**
 * The module's functions, which tell once when one of them breaks, and do nothing afterwards:
 * listeners and timers may still call them.
 * @param {WebAssembly.Exports} exports
 * @param {Instance} instance
 */
function guarded(exports, instance) {
  /** @type {Record<string, WebAssembly.ExportValue>} */
  const all = {};
  for (const [name, value] of Object.entries(exports)) {
    if (typeof value !== "function") {
      all[name] = value;
      continue;
    }
    all[name] = (/** @type {unknown[]} */ ...args) => {
      if (instance.broken) return undefined;
      try {
        return value(...args);
      } catch (cause) {
        // Whatever is thrown from within leaves off in the middle of something.
        instance.broken = true;
        for (const tell of instance.onBreak) queueMicrotask(() => tell(cause));
        throw cause;
      }
    };
  }
  return all;
}
