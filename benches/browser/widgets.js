// @ts-check
// Who is measured as a whole page: search field, facets, sort menu, cards.

/**
 * @typedef {object} Widget
 * @property {string} key
 * @property {string} label
 * @property {string} file its `show`, in competitors/widgets/
 * @property {object} [options] of its `show`
 * @property {boolean} whole whether it is a page that a reader can search in, not cards alone
 * @property {number} most the most articles with which it is measured
 */

/** @type {Widget[]} */
export const WIDGETS = [
  { key: "ours", label: "article-cards", file: "article-cards.js", whole: true, most: 100_000 },
  {
    key: "ours-cards",
    label: "article-cards, cards alone",
    file: "article-cards.js",
    options: { attributes: { facets: "none", "without-search": "", "without-sort": "" } },
    whole: false,
    most: 100_000,
  },
  { key: "plain-cards", label: "plain DOM calls, cards alone", file: "plain-cards.js", whole: false, most: 100_000 },
  { key: "plain", label: "a page by hand", file: "plain.js", whole: true, most: 100_000 },
  { key: "instantsearch", label: "InstantSearch with ItemsJS", file: "instantsearch.js", whole: true, most: 100_000 },
  { key: "list", label: "List.js", file: "list.js", whole: true, most: 100_000 },
];

/** Only its bytes can be compared. */
export const PAGEFIND = { key: "pagefind", label: "Pagefind" };

export { among } from "./competitors.js";
