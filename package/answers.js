// What a list answers when it is asked how it stands.
import { identities } from "./wasm.js";

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./index.js").Results} Results */
/** @typedef {import("./index.js").Article} Article */

/** @type {Results} */
export const NO_RESULTS = Object.freeze({ total: 0, ids: [], tookMs: 0 });
export const NO_DIAGNOSTICS = Object.freeze(Object.assign([], { count: 0 }));

/**
 * What is found now, and how to let go of it: results keep hold of the feed, and for the sake of
 * memory only the last ones may. They are made when they are let go of, if it was replaced
 * meanwhile or `isLast`; else when they are read, as long as the list `isThere`.
 * @param {Widget} widget
 * @param {() => boolean} isThere
 */
export function find(widget, isThere) {
  const state = widget.state() ?? {};
  /** @type {import("./bindings.js").Found | undefined} */
  let held = widget.found(state);
  /** @type {string[] | undefined} */
  let ids;
  const drop = () => {
    held?.free();
    held = undefined;
  };
  const make = () => {
    held ??= isThere() ? widget.found(state) : undefined;
    ids = held ? identities(held.ids()) : [];
    drop();
    return ids;
  };
  const letGo = (isLast = false) => {
    if (held && isThere() && (isLast || !widget.isOfNow(held))) make();
    drop();
  };
  /** @type {Results} */
  const results = {
    total: widget.total(),
    get ids() {
      return ids ?? make();
    },
    tookMs: widget.tookMs(),
  };
  return { results, letGo };
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
