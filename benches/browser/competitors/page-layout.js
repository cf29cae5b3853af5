// @ts-check
// The layout of a competitor's page, with the same columns as ours.
import { element } from "./card-elements.js";

/**
 * @param {HTMLElement} place
 * @param {{ search: Node, sort: Node, facets: Node[], summary: Node, results: Node, pager?: Node }} parts
 */
export function layOutPage(place, { search, sort, facets, summary, results, pager }) {
  place.append(
    element(
      "section",
      { class: "ac-base", "data-layout": "grid", "data-theme": "auto" },
      element(
        "div",
        { class: "ac-x-shell" },
        element("search", { class: "ac-toolbar" }, search, element("div", { class: "ac-sort" }, sort), element("div", { class: "ac-x-status" }, summary)),
        element("div", { class: "ac-facets" }, ...facets),
        element("div", { class: "ac-x-main" }, element("div", {}, results), pager),
      ),
    ),
  );
}

/** The options of the sort menu. */
export const SORTS = [
  { value: "newest", label: "Newest first" },
  { value: "heat", label: "Hottest first" },
  { value: "title", label: "Title A–Z" },
];

/** The number of values that a facet lists. */
export const FACET_VALUES = 10;
