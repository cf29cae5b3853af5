// @ts-check
// Plain DOM calls, and nothing but cards: no search, no facets, no index.
import { PAGE } from "../../session.js";
import { card, element, formats } from "../cards.js";

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 */
export async function show(place, address) {
  formats();
  /** @type {import("../records.js").Article[]} */
  const articles = await (await fetch(address)).json();
  const time = new Map(articles.map((article) => [article, Date.parse(article.publishedDateTime)]));
  articles.sort((one, other) => Number(time.get(other)) - Number(time.get(one)));
  const list = element("ul", { part: "results", role: "list", class: "ac-results" }, ...articles.slice(0, PAGE).map(card));
  place.append(element("section", { class: "ac-base", "data-layout": "grid", "data-theme": "auto" }, list));
}
