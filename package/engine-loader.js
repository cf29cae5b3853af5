// Loads the script that asks search engines, for elements that have one.

/** @typedef {Pick<import("./search-client.js").SearchClient, "update" | "ask"> & { can: object }} SearchClient */
/** @typedef {import("./search-engine.js").SearchEngine} SearchEngine */

/** The client of one element's search engine. */
export class EngineLoader {
  /** What the client is of. @type {unknown[]} */
  #source = [];
  /** @type {SearchClient | undefined} */
  #client;

  /**
   * Returns the client of an engine, or of the one that is named. While its script is loaded, returns
   * `undefined`, and calls `onLoaded` later.
   * @param {SearchEngine | string} engine
   * @param {string} url the addresses of a named engine
   * @param {string} apiKey
   * @param {() => void} onLoaded
   */
  load(engine, url, apiKey, onLoaded) {
    const source = typeof engine === "string" ? [engine, url, apiKey] : [engine];
    if (source.length === this.#source.length && source.every((part, at) => part === this.#source[at])) return this.#client;
    this.#source = source;
    this.#client = undefined;
    void create(engine, url, apiKey).then((client) => {
      if (this.#source !== source) return;
      this.#client = client;
      onLoaded();
    });
    return undefined;
  }
}

/**
 * @param {SearchEngine | string} engine
 * @param {string} url
 * @param {string} apiKey
 * @returns {Promise<SearchClient>}
 */
async function create(engine, url, apiKey) {
  try {
    const { SearchClient, createNamedEngine } = await import("./search-client.js");
    return new SearchClient(typeof engine === "string" ? await createNamedEngine(engine, url, apiKey) : engine);
  } catch (cause) {
    const error = `the script of search engines could not be loaded: ${cause}`;
    return { can: {}, update() {}, ask: async () => ({ error }) };
  }
}
