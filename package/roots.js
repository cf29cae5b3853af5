// The roots of the module: what an element draws with. Importing it does nothing.

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./bindings.js").Hearer} Hearer */
/** @typedef {import("./wasm.js").Instance} Instance */

/**
 * A root of the module with the element of its own that it draws into. None is ever thrown away:
 * the module can't forget one, but it can draw another list there.
 * @typedef {object} Root
 * @property {Widget} widget
 * @property {HTMLElement} host
 * @property {Instance} instance
 * @property {Hearer | undefined} hearer who has it now
 */

/** Roots that no element has. @type {Root[]} */
const pool = [];

/**
 * A root that nobody has.
 * @param {Instance} instance
 * @param {Hearer} hearer
 * @returns {Root}
 */
export function takeRoot(instance, hearer) {
  const at = pool.findIndex((root) => root.instance === instance);
  const root = at < 0 ? makeRoot(instance) : /** @type {Root} */ (pool.splice(at, 1)[0]);
  root.hearer = hearer;
  return root;
}

/**
 * For another element, or for the same when it returns.
 * @param {Root} root
 */
export function giveBack(root) {
  root.hearer = undefined;
  root.host.remove();
  if (root.instance.broken) return;
  root.widget.clear();
  if (root.instance.isCommon) pool.push(root);
}

/**
 * @param {Instance} instance
 * @returns {Root}
 */
function makeRoot(instance) {
  const host = document.createElement("div");
  /** @type {Root} */
  const root = { host, instance, hearer: undefined, widget: /** @type {any} */ (undefined) };
  root.widget = new instance.bindings.Widget(host, {
    load: (...told) => root.hearer?.load(...told),
    error: (...told) => root.hearer?.error(...told),
    change: (...told) => root.hearer?.change(...told),
    page: (...told) => root.hearer?.page(...told),
    cardClick: (...told) => root.hearer?.cardClick(...told),
    drawn: (...told) => root.hearer?.drawn(...told),
  });
  return root;
}
