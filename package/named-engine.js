// The search engine that an element names, whose script is loaded when it is named.

/** @typedef {import("./search-engine.js").SearchEngine} SearchEngine */

/** What creates the engine of each name. */
const CREATE = {
  typesense: async () => (await import("./typesense.js")).createTypesense,
};

/**
 * What an element says of its engine.
 * @typedef {{ name: keyof typeof CREATE, url: string, apiKey: string | null }} Description
 */

/**
 * An engine that fails, for a reason that the reader can see.
 * @param {unknown} cause
 * @returns {SearchEngine}
 */
const failing = (cause) => ({ search: () => Promise.reject(cause) });

/**
 * The URLs of a server's nodes, which may be relative to the page.
 * @param {string} urls
 */
const absolute = (urls) => urls.trim().split(/\s+/).map((url) => new URL(url, document.baseURI).href).join(" ");

/** The named engine of one element. */
export class NamedEngine {
  #key = "";
  /** @type {SearchEngine | undefined} */
  #engine;

  /**
   * Returns the engine. While its script is loaded, returns `undefined`, and calls `onLoaded` later.
   * @param {Description} description
   * @param {() => void} onLoaded
   */
  load(description, onLoaded) {
    const key = JSON.stringify(description);
    if (key === this.#key) return this.#engine;
    this.#key = key;
    this.#engine = undefined;
    const { name, url, apiKey } = description;
    const created = CREATE[name]().then((create) => create({ url: absolute(url), apiKey: apiKey ?? "" }));
    void created.catch(failing).then((engine) => {
      if (this.#key !== key) return;
      this.#engine = engine;
      onLoaded();
    });
    return undefined;
  }
}
