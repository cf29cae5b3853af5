// The package's module of WebAssembly: compiled once, and instances of it. Importing does nothing.
import { BUILD, bind } from "./bindings.js";

/** @typedef {import("./bindings.js").Bindings} Bindings */

/** Where it comes from, unless it is the one beside the package. @type {import("./index.js").WasmSource | undefined} */
let source;
/** Why that can't be had: what can be read only once fails for good. @type {Error | undefined} */
let spent;
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
  if (wasm !== undefined && !compiled) [source, spent] = [wasm, undefined];
  // Nobody hears of an answer that is not needed any more.
  else if (isPromise(wasm)) wasm.then(undefined, () => {});
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
  if (spent) throw spent;
  const asked = (compiled ??= ofThisBuild(source));
  try {
    return await asked;
  } catch (cause) {
    const error = failure(cause);
    if (compiled === asked) {
      compiled = undefined;
      // The next one tries the same address again, but no other in the place of what the page gave:
      // it may have asked for this one with a hash.
      if (isPromise(source) || kindOf(source) === "Response") spent = error;
    }
    throw error;
  }
}

/** @param {unknown} cause */
function failure(cause) {
  if (cause instanceof Error && "kind" in cause) return cause;
  const message = `the module of WebAssembly could not be loaded: ${cause}`;
  return Object.assign(new Error(message, { cause }), { kind: "wasm" });
}

/**
 * By name: a value of another frame is no instance of this frame's classes.
 * @param {unknown} value
 */
const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

/**
 * @param {unknown} value
 * @returns {value is PromiseLike<unknown>}
 */
const isPromise = (value) => typeof value === "object" && value !== null && "then" in value;

/**
 * What a module and the functions around it call each other is short, and in another build
 * something else: its functions would do what nobody asked for.
 * @param {import("./index.js").WasmSource | undefined} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
async function ofThisBuild(wasm) {
  let found = await compile(wasm);
  // A cache may keep the module for longer than the scripts.
  if (wasm === undefined && !isOfThisBuild(found)) found = await compileAt(BESIDE(), "reload");
  if (isOfThisBuild(found)) return found;
  throw new Error("it is of another build than the scripts: publish all files of the package together");
}

/** @param {WebAssembly.Module} module */
const isOfThisBuild = (module) =>
  WebAssembly.Module.customSections(module, "build").some((section) => new TextDecoder().decode(section) === BUILD);

/** The module that lies beside this script. */
const BESIDE = () => new URL("./article_cards.wasm", import.meta.url);

/**
 * @param {import("./index.js").WasmSource | undefined} wasm
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(wasm) {
  /** @type {any} */
  const given = await wasm;
  // Not every engine takes every view.
  if (ArrayBuffer.isView(given)) return WebAssembly.compile(new Uint8Array(/** @type {ArrayBuffer} */ (given.buffer), given.byteOffset, given.byteLength));
  switch (kindOf(given)) {
    case "WebAssembly.Module":
      return given;
    case "ArrayBuffer":
      return WebAssembly.compile(given);
    case "Response":
      return compileAnswer(given);
    case "Undefined":
      return compileAt(BESIDE());
    case "String":
    case "URL":
      return compileAt(new URL(given, globalThis.document?.baseURI));
    default:
      throw new TypeError(`a ${kindOf(given)} is no address, no answer, no bytes and no compiled module`);
  }
}

/**
 * @param {URL} address
 * @param {RequestCache} [cache]
 * @returns {Promise<WebAssembly.Module>}
 */
async function compileAt(address, cache) {
  if (address.protocol === "file:") return WebAssembly.compile(await read(address));
  return compileAnswer(await fetch(address, cache && { cache }));
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

/**
 * Identities as the module writes them: a line each, for that is taken apart soonest, or JSON.
 * @param {string} written
 * @returns {string[]}
 */
export const identities = (written) => (written[0] === "[" ? JSON.parse(written) : written.split("\n"));
