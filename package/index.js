// The package's main entry. Importing it does nothing, on a server too.
import { elementClass } from "./element.js";
import { init } from "./wasm.js";

export { init };

const TAG = "article-cards";

/** @type {typeof import("./index.js").define} */
export function define(tag = TAG) {
  if (!globalThis.customElements) return undefined;
  const known = customElements.get(tag);
  if (known) return /** @type {import("./index.js").ArticleCardsConstructor} */ (known);
  // A class can stand for one name only.
  const made = class extends elementClass() {};
  customElements.define(tag, made);
  return made;
}

/** @type {typeof import("./index.js").mount} */
export async function mount(target, options = {}) {
  const { on = {}, wasm, signal, ...properties } = options;
  signal?.throwIfAborted();
  if (!define()) throw new TypeError("article-cards: there is no page here to mount in");
  const place = typeof target === "string" ? document.querySelector(target) : target;
  if (!place) throw new TypeError(`article-cards: there is nothing in the page that matches ${JSON.stringify(target)}`);
  await init(wasm);
  signal?.throwIfAborted();
  const element = /** @type {import("./index.js").ArticleCardsElement} */ (document.createElement(TAG));
  /** @param {Partial<import("./index.js").MountProperties>} next */
  const update = (next) => void Object.assign(element, next);
  const gone = new AbortController();
  const destroy = () => {
    gone.abort();
    element.remove();
  };
  for (const [type, listener] of Object.entries(on)) {
    element.addEventListener(type, /** @type {EventListener} */ (listener), { signal: gone.signal });
  }
  signal?.addEventListener("abort", destroy, { once: true, signal: gone.signal });
  update(properties);
  place.append(element);
  await element.updateComplete;
  signal?.throwIfAborted();
  return { element, update, destroy };
}
