// The module's roots, which elements render with. Importing it has no side effect.

import { convertBody } from "./body-reader.js";
import { loadCharacterReferences } from "./wasm.js";

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./bindings.js").ListEvents} ListEvents */
/** @typedef {import("./wasm.js").Instance<import("./bindings.js").Bindings>} Instance */

/**
 * A root of the module and the element that it renders into. Roots are reused, never dropped:
 * Yew leaves listeners and nodes of each behind.
 * @typedef {object} Root
 * @property {Widget} widget
 * @property {HTMLElement} host
 * @property {Instance} instance
 * @property {ListEvents | undefined} sink receives the events; the element that uses the root
 */

/** Unused roots. @type {Root[]} */
const pool = [];

/**
 * Takes an unused root of an instance, or creates one.
 * @param {Instance} instance
 * @param {ListEvents} sink
 * @returns {Root}
 */
export function acquireRoot(instance, sink) {
  const index = pool.findIndex((root) => root.instance === instance);
  const root = index < 0 ? createRoot(instance) : /** @type {Root} */ (pool.splice(index, 1)[0]);
  root.sink = sink;
  return root;
}

/**
 * Unmounts a root's list, and keeps the root for the next element that connects.
 * @param {Root} root
 */
export function releaseRoot(root) {
  root.sink = undefined;
  root.host.remove();
  if (root.instance.crashed) return;
  root.widget.unmount();
  if (root.instance.isShared) pool.push(root);
}

/**
 * @param {Instance} instance
 * @returns {Root}
 */
function createRoot(instance) {
  const host = document.createElement("div");
  /** @type {Root} */
  const root = { host, instance, sink: undefined, widget: /** @type {any} */ (undefined) };
  root.widget = new instance.bindings.Widget(host, {
    emit: (type, detail) => root.sink?.emit(type, detail),
    cardClick: (detail, click) => root.sink?.cardClick(detail, click),
    ownCard: (article) => root.sink?.ownCard(article),
    loadCharacterReferences,
    convertBody,
    rendered: (revision) => root.sink?.rendered(revision),
  });
  return root;
}
