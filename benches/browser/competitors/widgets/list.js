// @ts-check
// List.js as in its documentation: a search field, a sort menu and a list of cards. It has no facets.
import List from "list.js";
import { PAGE_SIZE } from "../../session.js";
import { cardHtml } from "../card-html.js";
import { element, formats } from "../card-elements.js";
import { SORTS, layOutPage } from "../page-layout.js";
import { toItems } from "../articles.js";

/** @type {Record<string, [string, { order: "asc" | "desc" }]>} */
const ORDERS = { newest: ["time", { order: "desc" }], heat: ["heat", { order: "desc" }], title: ["title", { order: "asc" }] };

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 */
export async function show(place, address) {
  formats();
  const all = toItems(await (await fetch(address)).json());
  const search = /** @type {HTMLInputElement} */ (element("input", { type: "search", placeholder: "Search articles", class: "ac-search-input search" }));
  const sort = /** @type {HTMLSelectElement} */ (element("select", {}, ...SORTS.map(({ value, label }) => element("option", { value }, label))));
  const summary = element("p", { class: "ac-summary" });
  const results = element("ul", { role: "list", class: "ac-results list" });
  layOutPage(place, { search: element("div", { class: "ac-search" }, search), sort, facets: [], summary, results });
  // Sort before creating the list, which renders after each sort.
  all.sort((one, other) => other.time - one.time);
  const options = {
    valueNames: [],
    searchColumns: ["title", "topics", "provider", "excerpt"],
    item: (/** @type {import("../articles.js").Item} */ { article }) => cardHtml(article, PAGE_SIZE),
    page: PAGE_SIZE,
  };
  const list = new List(place, /** @type {any} */ (options), all);
  list.on("updated", () => (summary.textContent = `${list.matchingItems.length.toLocaleString("en")} articles`));
  sort.onchange = () => list.sort(...ORDERS[sort.value]);
}
