// @ts-check
// Cards built with plain DOM calls, without search, facets or index.
import { PAGE_SIZE } from "../../session.js";
import { card, element, formats } from "../card-elements.js";

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 */
export async function show(place, address) {
  formats();
  /** @type {import("../articles.js").Article[]} */
  const articles = await (await fetch(address)).json();
  const time = new Map(articles.map((article) => [article, Date.parse(article.publishedDateTime)]));
  articles.sort((one, other) => Number(time.get(other)) - Number(time.get(one)));
  const list = element("ul", { part: "results", role: "list", class: "ac-results" }, ...articles.slice(0, PAGE_SIZE).map(card));
  place.append(element("section", { class: "ac-base", "data-layout": "grid", "data-theme": "auto" }, list));
}
