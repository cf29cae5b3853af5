// Reads from a list: results, facet counts, diagnostics, articles.
import { parseIds } from "./wasm.js";

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./index.js").Results} Results */
/** @typedef {import("./index.js").Article} Article */

/** @type {Results} */
export const NO_RESULTS = Object.freeze({ total: 0, ids: [], tookMs: 0, complete: false });
export const NO_DIAGNOSTICS = Object.freeze(Object.assign([], { count: 0 }));

/**
 * Reads the current results, and returns them with a function that releases them. Unread results
 * keep a replaced feed in memory, so only the latest may; on release their `ids` are read if the
 * feed was replaced or the list is about to unmount (`isLast`), else when the page reads them.
 * @param {Widget} widget
 * @param {() => boolean} isMounted
 */
export function readResults(widget, isMounted) {
  const state = widget.state() ?? {};
  /** @type {import("./bindings.js").ResultIds | undefined} */
  let handle = widget.resultIds(state);
  /** @type {string[] | undefined} */
  let ids;
  const free = () => {
    handle?.free();
    handle = undefined;
  };
  const readIds = () => {
    handle ??= isMounted() ? widget.resultIds(state) : undefined;
    ids = handle ? parseIds(handle.ids()) : [];
    free();
    return ids;
  };
  const release = (isLast = false) => {
    if (handle && isMounted() && (isLast || !widget.isCurrent(handle))) readIds();
    free();
  };
  /** @type {Results} */
  const results = {
    total: widget.total(),
    get ids() {
      return ids ?? readIds();
    },
    tookMs: widget.measureQuery(),
    complete: widget.isComplete(),
  };
  return { results, release };
}

/** @param {Widget} widget */
export function readDiagnostics(widget) {
  const diagnostics = widget.diagnostics();
  return diagnostics && Object.freeze(Object.assign(diagnostics.first, { count: diagnostics.count }));
}

/** @param {Widget} widget */
export const readFacetCounts = (widget) => widget.facetCounts();

/**
 * @param {Widget} widget
 * @param {string[]} [ids] all articles by default
 * @returns {Article[] | undefined}
 */
export const readArticles = (widget, ids) => widget.articles(ids);
