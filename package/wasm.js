// The package's WebAssembly module: compiled once, then instantiated. Importing has no side effect.
import { BUILD, bind } from "./bindings.js";

/** @typedef {import("./bindings.js").Bindings} Bindings */

/** Where to load the module from; the file beside this script by default. @type {import("./index.js").WasmSource | undefined} */
let source;
/** Why the source failed for good: a response can be read only once. @type {Error | undefined} */
let sourceError;
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Instance> | undefined} */
let shared;

/**
 * An instance of the module, with a memory of its own. After a crash it must not be used any more.
 * @typedef {object} Instance
 * @property {Bindings} bindings
 * @property {boolean} crashed
 * @property {boolean} isShared whether several elements use it
 * @property {Set<(cause: unknown) => void>} onCrash
 */

/** @type {typeof import("./index.js").init} */
export async function init(wasm) {
  if (wasm !== undefined && !compiled) [source, sourceError] = [wasm, undefined];
  // An unused promise must not cause an unhandled rejection.
  else if (isPromise(wasm)) wasm.then(undefined, () => {});
  await module();
}

/**
 * Creates an instance that nothing else uses: a crash affects no other one, and its memory is
 * freed with it.
 * @returns {Promise<Instance>}
 */
export async function createInstance() {
  const module_or_path = await module();
  try {
    const bindings = bind();
    /** @type {Instance} */
    const instance = { bindings, crashed: false, isShared: false, onCrash: new Set() };
    bindings.guard((exports) => guarded(exports, instance));
    await bindings({ module_or_path });
    return instance;
  } catch (cause) {
    throw wasmError(cause);
  }
}

/**
 * Returns the instance that elements share, or a new one once that has crashed.
 * @returns {Promise<Instance>}
 */
export async function sharedInstance() {
  const promise = (shared ??= createInstance());
  try {
    const instance = await promise;
    instance.isShared = true;
    if (!instance.crashed) return instance;
  } catch (cause) {
    if (shared === promise) shared = undefined;
    throw cause;
  }
  if (shared === promise) shared = undefined;
  return sharedInstance();
}

/** @returns {Promise<WebAssembly.Module>} */
async function module() {
  if (sourceError) throw sourceError;
  const promise = (compiled ??= compileThisBuild(source));
  try {
    return await promise;
  } catch (cause) {
    const error = wasmError(cause);
    if (compiled === promise) {
      compiled = undefined;
      // A retry uses the same URL, but never the default one in place of the page's own source:
      // the page may have checked that with a hash.
      if (isPromise(source) || typeName(source) === "Response") sourceError = error;
    }
    throw error;
  }
}

/** @param {unknown} cause */
function wasmError(cause) {
  if (cause instanceof Error && "kind" in cause) return cause;
  const message = `the WebAssembly module could not be loaded: ${cause}`;
  return Object.assign(new Error(message, { cause }), { kind: "wasm" });
}

/**
 * Returns the name of a value's class. `instanceof` fails for values of another frame.
 * @param {unknown} value
 */
export const typeName = (value) => Object.prototype.toString.call(value).slice(8, -1);

/**
 * @param {unknown} value
 * @returns {value is PromiseLike<unknown>}
 */
const isPromise = (value) => typeof value === "object" && value !== null && "then" in value;

/**
 * Compiles the module, and checks that it is of the same build as the bindings: their short names
 * mean other functions in another build.
 * @param {import("./index.js").WasmSource | undefined} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileThisBuild(wasm) {
  let module = await compile(wasm);
  // A cache may keep the module for longer than the scripts.
  if (wasm === undefined && !isThisBuild(module)) module = await compileUrl(defaultUrl(), "reload");
  if (isThisBuild(module)) return module;
  throw new Error("it is of another build than the scripts: publish all files of the package together");
}

/** @param {WebAssembly.Module} module */
const isThisBuild = (module) =>
  WebAssembly.Module.customSections(module, "build").some((section) => new TextDecoder().decode(section) === BUILD);

/** The URL of the module beside this script. */
const defaultUrl = () => new URL("./article_cards.wasm", import.meta.url);

/**
 * @param {import("./index.js").WasmSource | undefined} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(wasm) {
  /** @type {any} */
  const value = await wasm;
  // Some engines accept only Uint8Array.
  if (ArrayBuffer.isView(value)) return WebAssembly.compile(new Uint8Array(/** @type {ArrayBuffer} */ (value.buffer), value.byteOffset, value.byteLength));
  switch (typeName(value)) {
    case "WebAssembly.Module":
      return value;
    case "ArrayBuffer":
      return WebAssembly.compile(value);
    case "Response":
      return compileResponse(value);
    case "Undefined":
      return compileUrl(defaultUrl());
    case "String":
    case "URL":
      return compileUrl(new URL(value, globalThis.document?.baseURI));
    default:
      throw new TypeError(`expected a URL, a response, bytes or a compiled module, got ${typeName(value)}`);
  }
}

/**
 * @param {URL} url
 * @param {RequestCache} [cache]
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileUrl(url, cache) {
  if (url.protocol === "file:") return WebAssembly.compile(await readFile(url));
  return compileResponse(await fetch(url, cache && { cache }));
}

/**
 * @param {Response} response
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileResponse(response) {
  if (!response.ok) throw new Error(`${response.url} answered with status ${response.status}`);
  // Streaming needs the right content type, which not every server sends.
  const type = response.headers.get("content-type")?.split(";")[0];
  return type === "application/wasm" && WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * Reads a file: Node's `fetch` can't. The name of its module is hidden from bundlers.
 * @param {URL} url
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
async function readFile(url) {
  const name = ["node:fs", "promises"].join("/");
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ name);
  return readFile(url);
}

/**
 * Wraps the module's functions: the first that throws marks the instance as crashed, and from then
 * on they do nothing, since listeners and timers may still call them.
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
      if (instance.crashed) return undefined;
      try {
        return value(...args);
      } catch (cause) {
        // The module's data is inconsistent after an exception.
        instance.crashed = true;
        for (const listener of instance.onCrash) queueMicrotask(() => listener(cause));
        throw cause;
      }
    };
  }
  return all;
}

/**
 * Parses ids as the module writes them: one per line, or JSON. Splitting 100,000 URLs takes 8 ms,
 * `JSON.parse` 20 ms (Node 20).
 * @param {string} text
 * @returns {string[]}
 */
export const parseIds = (text) => (text[0] === "[" ? JSON.parse(text) : text.split("\n"));
