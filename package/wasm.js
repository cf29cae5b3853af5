// A WebAssembly module of the package: compiled once, then instantiated. Importing has no side effect.

/**
 * An instance of a module, with a memory of its own. After a crash it must not be used any more.
 * @template Bindings
 * @typedef {object} Instance
 * @property {Bindings} bindings
 * @property {boolean} crashed
 * @property {boolean} isShared whether several elements use it
 * @property {Set<(cause: unknown) => void>} onCrash
 */

/**
 * What wasm-bindgen generates for a module, and the content of the section `build` in it.
 * @template {import("./bindings.js").Loader} Bindings
 * @typedef {{ bind: () => Bindings, BUILD: string }} Script
 */

/**
 * A module that is loaded at most once.
 * @template {import("./bindings.js").Loader} Bindings
 */
export class WasmModule {
  #script;
  #defaultUrl;
  #turn;
  /** Where to load the module from; by default `#defaultUrl`. @type {import("./index.js").WasmSource | undefined} */
  #source;
  /** Why the source failed for good: a response can be read only once. @type {Error | undefined} */
  #sourceError;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #compiled;
  /** @type {Promise<Instance<Bindings>> | undefined} */
  #shared;

  /**
   * @param {Script<Bindings>} script
   * @param {() => URL} defaultUrl returns the URL of the module beside the scripts
   * @param {() => Promise<unknown>} turn resolves once the module may be fetched from there
   */
  constructor(script, defaultUrl, turn = () => Promise.resolve()) {
    this.#script = script;
    this.#defaultUrl = defaultUrl;
    this.#turn = turn;
  }

  /** @type {typeof import("./index.js").init} */
  async init(wasm) {
    if (wasm !== undefined && !this.#compiled) [this.#source, this.#sourceError] = [wasm, undefined];
    // An unused promise must not cause an unhandled rejection.
    else if (isPromise(wasm)) wasm.then(undefined, () => {});
    await this.#module();
  }

  /**
   * Creates an instance that nothing else uses: a crash affects no other one, and its memory is
   * freed with it.
   * @returns {Promise<Instance<Bindings>>}
   */
  async createInstance() {
    const module = await this.#module();
    try {
      const bindings = this.#script.bind();
      /** @type {Instance<Bindings>} */
      const instance = { bindings, crashed: false, isShared: false, onCrash: new Set() };
      await bindings.instantiate(module, (exports) => guarded(exports, instance));
      return instance;
    } catch (cause) {
      throw wasmError(cause);
    }
  }

  /**
   * Returns the instance that elements share, or a new one once that has crashed.
   * @returns {Promise<Instance<Bindings>>}
   */
  async sharedInstance() {
    const promise = (this.#shared ??= this.createInstance());
    try {
      const instance = await promise;
      instance.isShared = true;
      if (!instance.crashed) return instance;
    } catch (cause) {
      if (this.#shared === promise) this.#shared = undefined;
      throw cause;
    }
    if (this.#shared === promise) this.#shared = undefined;
    return this.sharedInstance();
  }

  /** @returns {Promise<WebAssembly.Module>} */
  async #module() {
    if (this.#sourceError) throw this.#sourceError;
    const promise = (this.#compiled ??= this.#compile(this.#source));
    try {
      return await promise;
    } catch (cause) {
      const error = wasmError(cause);
      if (this.#compiled === promise) {
        this.#compiled = undefined;
        // A retry uses the same URL, but never the default one in place of the page's own source:
        // the page may have checked that with a hash.
        if (isPromise(this.#source) || typeName(this.#source) === "Response") this.#sourceError = error;
      }
      throw error;
    }
  }

  /**
   * Compiles the module, and checks that it is of the same build as the bindings: their short names
   * mean other functions in another build.
   * @param {import("./index.js").WasmSource | undefined} wasm
   */
  async #compile(wasm) {
    if (wasm === undefined) await this.#turn();
    let module = wasm === undefined ? await compileUrl(this.#defaultUrl()) : await compile(wasm);
    // A cache may keep the module for longer than the scripts.
    if (wasm === undefined && !this.#isThisBuild(module)) module = await compileUrl(this.#defaultUrl(), "reload");
    if (this.#isThisBuild(module)) return module;
    throw new Error("it is of another build than the scripts: publish all files of the package together");
  }

  /** @param {WebAssembly.Module} module */
  #isThisBuild(module) {
    const sections = WebAssembly.Module.customSections(module, "build");
    return sections.some((section) => new TextDecoder().decode(section) === this.#script.BUILD);
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
 * @param {import("./index.js").WasmSource} wasm
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
  return compileResponse(await fetch(url, { cache, priority: "low" }));
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
 * Reads a file: Node's `fetch` can't. Bundlers would follow an import.
 * @param {URL} url
 */
const readFile = (url) => process.getBuiltinModule("node:fs/promises").readFile(url);

/**
 * Wraps the module's functions: the first that throws marks the instance as crashed, and from then
 * on they do nothing, since listeners and timers may still call them.
 * @param {WebAssembly.Exports} exports
 * @param {Instance<unknown>} instance
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

/**
 * Loads the names of all HTML character references: the modules contain only the common ones.
 * @returns {Promise<string>}
 */
export const loadCharacterReferences = async () => (await import("./character-references.js")).default;
