// @ts-check
// List.js as its documentation has it: a search field, a sort menu, a list of cards. It knows no
// facets.
import List from "list.js";
import { PAGE } from "../../session.js";
import { cardText } from "../card-text.js";
import { element, formats } from "../cards.js";
import { frame, SORTS } from "../frame.js";
import { items } from "../records.js";

/** @type {Record<string, [string, { order: "asc" | "desc" }]>} */
const ORDERS = { newest: ["time", { order: "desc" }], heat: ["heat", { order: "desc" }], title: ["title", { order: "asc" }] };

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 */
export async function show(place, address) {
  formats();
  const all = items(await (await fetch(address)).json());
  const search = /** @type {HTMLInputElement} */ (element("input", { type: "search", placeholder: "Search articles", class: "ac-search-input search" }));
  const sort = /** @type {HTMLSelectElement} */ (element("select", {}, ...SORTS.map(({ value, label }) => element("option", { value }, label))));
  const summary = element("p", { class: "ac-summary" });
  const results = element("ul", { role: "list", class: "ac-results list" });
  frame(place, { search: element("div", { class: "ac-search" }, search), sort, facets: [], summary, results });
  // Newest first before there is a list, which would draw itself for each order.
  all.sort((one, other) => other.time - one.time);
  const options = {
    valueNames: [],
    searchColumns: ["title", "topics", "provider", "excerpt"],
    item: (/** @type {import("../records.js").Item} */ { article }) => cardText(article, PAGE),
    page: PAGE,
  };
  const list = new List(place, /** @type {any} */ (options), all);
  list.on("updated", () => (summary.textContent = `${list.matchingItems.length.toLocaleString("en")} articles`));
  sort.onchange = () => list.sort(...ORDERS[sort.value]);
}
