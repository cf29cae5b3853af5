// Presets of mappings, which are loaded when they are named.
import { mappings } from "./mappings.js";

/** @typedef {import("./engine.js").Mapping} Mapping */

/**
 * Returns the mapping of a preset; its name if there is none, or if it can't be loaded: reading a
 * feed then fails with an error that says so.
 * @param {string} name
 * @returns {Promise<Mapping | string>}
 */
export async function findPreset(name) {
  try {
    if (Object.hasOwn(mappings, name)) return (await /** @type {any} */ (mappings[name])()).default;
    console.warn(`article-cards: no mapping is named "${name}", only ${Object.keys(mappings).join(", ")}`);
  } catch (cause) {
    console.warn(`article-cards: cannot load the mapping "${name}": ${cause}`);
  }
  return name;
}

/** The preset of one element. */
export class Preset {
  /** @type {string | undefined} */
  #name;
  /** @type {Mapping | string | undefined} */
  #mapping;

  /**
   * Returns the mapping of a preset, or its name as `findPreset` does. While it is loaded, returns
   * `undefined`, and calls `onLoaded` later.
   * @param {string} name
   * @param {() => void} onLoaded
   */
  load(name, onLoaded) {
    if (name === this.#name) return this.#mapping;
    this.#name = name;
    this.#mapping = undefined;
    void findPreset(name).then((mapping) => {
      if (this.#name !== name) return;
      this.#mapping = mapping;
      onLoaded();
    });
    return undefined;
  }
}
