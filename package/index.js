// The package's main entry. Importing it has no side effect, on a server too.
import { getElementClass } from "./element.js";
import { widgetModule } from "./widget-module.js";

const TAG = "article-cards";

/** @type {typeof import("./index.js").init} */
export const init = (wasm) => widgetModule.init(wasm);

/** @type {typeof import("./index.js").define} */
export function define(tag = TAG) {
  if (!globalThis.customElements) return undefined;
  const defined = customElements.get(tag);
  if (defined) return /** @type {import("./index.js").ArticleCardsConstructor} */ (defined);
  // A class can be registered under one name only.
  const elementClass = class extends getElementClass() {};
  customElements.define(tag, elementClass);
  return elementClass;
}

/** @type {typeof import("./index.js").mount} */
export async function mount(target, options = {}) {
  const { on = {}, wasm, signal, ...properties } = options;
  signal?.throwIfAborted();
  if (!define()) throw new TypeError("article-cards: mounting needs a document");
  const parent = typeof target === "string" ? document.querySelector(target) : target;
  if (!parent) throw new TypeError(`article-cards: no element matches ${JSON.stringify(target)}`);
  await init(wasm);
  signal?.throwIfAborted();
  const element = /** @type {import("./index.js").ArticleCardsElement} */ (document.createElement(TAG));
  /** @param {Partial<import("./index.js").MountProperties>} next */
  const update = (next) => void Object.assign(element, next);
  const destroyed = new AbortController();
  const destroy = () => {
    destroyed.abort();
    element.remove();
  };
  for (const [type, listener] of Object.entries(on)) {
    element.addEventListener(type, /** @type {EventListener} */ (listener), { signal: destroyed.signal });
  }
  signal?.addEventListener("abort", destroy, { once: true, signal: destroyed.signal });
  update(properties);
  parent.append(element);
  await element.updateComplete;
  signal?.throwIfAborted();
  return { element, update, destroy };
}
