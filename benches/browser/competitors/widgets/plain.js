// @ts-check
// A hand-written page: plain arrays for the search, plain DOM calls for controls and cards.
import { EVERYTHING, PAGE_SIZE } from "../../session.js";
import { card, element, formats } from "../card-elements.js";
import { FACET_VALUES, SORTS, layOutPage } from "../page-layout.js";
import { open } from "../plain.js";

/** @typedef {import("../../session.js").Question} Question */

const FACETS = { topics: "Topics", provider: "Provider", type: "Type" };

/** @typedef {keyof typeof FACETS} Field */

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 */
export async function show(place, address) {
  formats();
  const engine = open(new Uint8Array(await (await fetch(address)).arrayBuffer()));
  /** @type {Question} */
  let question = EVERYTHING;
  const search = /** @type {HTMLInputElement} */ (element("input", { type: "search", placeholder: "Search articles", class: "ac-search-input" }));
  const sort = /** @type {HTMLSelectElement} */ (element("select", {}, ...SORTS.map(({ value, label }) => element("option", { value }, label))));
  const summary = element("p", { class: "ac-summary" });
  const results = element("ul", { part: "results", role: "list", class: "ac-results" });
  const more = element("button", { type: "button", class: "ac-more-button" }, "Show more");
  const lists = /** @type {Field[]} */ (Object.keys(FACETS)).map((field) => /** @type {const} */ ([field, element("ul", { role: "list" })]));
  const facets = lists.map(([field, list]) => element("details", { class: "ac-facet", open: "" }, element("summary", { class: "ac-facet-label" }, FACETS[field]), list));

  /** @param {Partial<Question>} change */
  const update = (change) => {
    question = { ...question, page: 1, ...change };
    const { total, first, counts } = engine.query(question);
    summary.textContent = `${total.toLocaleString("en")} articles`;
    const cards = first.map(({ article }, at) => card(article, at));
    if (question.page === 1) results.replaceChildren(...cards);
    else results.append(...cards);
    more.hidden = question.page * PAGE_SIZE >= total;
    for (const [field, list] of lists) list.replaceChildren(...options(field, counts[field]));
  };

  /** @param {Field} field @param {Map<string, number>} counts */
  const options = (field, counts) =>
    [...counts]
      .sort(([one, many], [other, few]) => few - many || (one < other ? -1 : 1))
      .slice(0, FACET_VALUES)
      .map(([value, count]) => {
        const box = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", class: "ac-facet-checkbox" }));
        box.checked = field === "topics" && question.topics.includes(value);
        box.onchange = () => field === "topics" && update({ topics: box.checked ? [...question.topics, value] : question.topics.filter((one) => one !== value) });
        const label = element("label", {}, box, element("bdi", { class: "ac-x-value" }, value), element("span", { class: "ac-facet-count" }, String(count)));
        return element("li", { class: "ac-facet-option" }, label);
      });

  search.oninput = () => update({ text: search.value, sort: search.value ? "relevance" : /** @type {Question["sort"]} */ (sort.value) });
  sort.onchange = () => update({ sort: /** @type {Question["sort"]} */ (sort.value) });
  more.onclick = () => update({ page: question.page + 1 });
  layOutPage(place, { search: element("div", { class: "ac-search" }, search), sort, facets, summary, results, pager: more });
  update({});
}
