// What a list answers when it is asked how it stands.

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./index.js").Results} Results */
/** @typedef {import("./index.js").Article} Article */

/** @type {Results} */
export const NO_RESULTS = Object.freeze({ total: 0, ids: [], tookMs: 0 });
export const NO_DIAGNOSTICS = Object.freeze(Object.assign([], { count: 0 }));

/**
 * @param {Widget} widget
 * @returns {Results}
 */
export function results(widget) {
  /** Until the identities are asked for. */
  let found = /** @type {ReturnType<Widget["found"]> | undefined} */ (widget.found());
  /** @type {string[]} */
  let ids = [];
  return {
    total: widget.total(),
    get ids() {
      if (found) {
        ids = /** @type {string[]} */ (parse(found.ids()));
        found.free();
        found = undefined;
      }
      return ids;
    },
    tookMs: widget.tookMs(),
  };
}

/** @param {Widget} widget */
export function diagnostics(widget) {
  const written = parse(widget.diagnostics());
  return written && Object.freeze(Object.assign(written.kept, { count: written.count }));
}

/** @param {Widget} widget */
export const facetCounts = (widget) => parse(widget.facetCounts());

/**
 * @param {Widget} widget
 * @param {string[]} [ids] all, if none are named
 * @returns {Article[] | undefined}
 */
export const articles = (widget, ids) => parse(widget.articles(ids));

/** @param {string | undefined} json */
const parse = (json) => (json === undefined ? undefined : JSON.parse(json));
