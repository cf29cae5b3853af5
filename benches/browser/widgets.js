// @ts-check
// The measured widgets: whole pages with search field, facets, sort menu and cards, and cards alone.

/**
 * @typedef {object} Widget
 * @property {string} key
 * @property {string} label
 * @property {string} file in competitors/widgets/
 * @property {object} [options] for its `show`
 * @property {boolean} whole whether it has a search field, not cards alone
 */

/** @type {Widget[]} */
export const WIDGETS = [
  { key: "ours", label: "article-cards", file: "article-cards.js", whole: true },
  {
    key: "ours-cards",
    label: "article-cards, cards alone",
    file: "article-cards.js",
    options: { attributes: { facets: "none", "without-search": "", "without-sort": "" } },
    whole: false,
  },
  { key: "plain-cards", label: "plain DOM calls, cards alone", file: "plain-cards.js", whole: false },
  { key: "plain", label: "a page by hand", file: "plain.js", whole: true },
  { key: "instantsearch", label: "InstantSearch with ItemsJS", file: "instantsearch.js", whole: true },
  { key: "list", label: "List.js", file: "list.js", whole: true },
];

/** Only its bytes can be compared. */
export const PAGEFIND = { key: "pagefind", label: "Pagefind" };

export { selectPeers } from "./competitors.js";
