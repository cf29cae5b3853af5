// The first cards of a feed, from a template, until the list has cards of its own.
import { readAttribute } from "./attributes.js";
import { cardValues } from "./card-values.js";
import { card, grid } from "./first-paint-data.js";
import { createNodes, messageOf } from "./template-nodes.js";

/** Attributes that the cards take account of, or that do not change them. */
export const HANDLED = ["src", "facets", "sorts", "page-size", "paging", "skip", "search-input", "layout", "layouts", "url-state", "locale", "time-zone", "dates", "theme", "heading-level", "link-target", "related", "refresh", "loading", "credentials", "label", "without-search", "without-sort", "without-summary", "without-images", "without-excerpts", "with-authors", "with-unpublished"];

/** Attributes with which the first cards are left to the module. */
export const DECLINED = ["page-src", "mapping", "engine", "api-key", "query", "sort", "filter", "only", "image-proxy", "max-bytes", "with-scores", "featured", "group-by", "remember"];

/**
 * The number of cards in a row, as `use_columns` of the crate counts them.
 * @param {Element} element
 * @param {HTMLElement} base the element of the list
 */
export function columnsOf(element, base) {
  if (readAttribute(element, "layout") !== "grid") return 1;
  const em = parseFloat(getComputedStyle(base).fontSize);
  return Math.max(Math.trunc((base.clientWidth / em + grid.gap) / (grid.cardMin + grid.gap)), 1);
}

/**
 * Creates the cells of the first cards; `undefined` if the list may show other ones.
 * @param {Element} element
 * @param {import("./feed-arrival.js").ArrivedFeed} feed
 * @param {import("./card-values.js").Surroundings} surroundings
 */
export function createFirstCards(element, feed, surroundings) {
  const hasSeveral = /\S\s+\S/.test(readAttribute(element, "src") ?? "");
  if (hasSeveral || DECLINED.some((name) => element.hasAttribute(name)) || isStateInUrl(element) || isQuerySaved(element) || readAttribute(element, "loading") === "lazy") return undefined;
  try {
    const values = cardValues(element, feed, surroundings);
    const heading = `h${readAttribute(element, "headingLevel")}`;
    const message = messageOf(surroundings.messages, surroundings.locale);
    return values.map((values, index) => {
      const cell = document.createElement("li");
      cell.className = "ac-cell";
      cell.part.add("cell");
      cell.append(...createNodes(card, message, { ...values, card: `first-${index}`, heading }));
      return cell;
    });
  } catch {
    // The module says what is wrong with it, if anything is.
    return undefined;
  }
}

/** Whether the page's URL may have a state of the list. @param {Element} element */
function isStateInUrl(element) {
  const prefix = readAttribute(element, "urlState");
  return prefix !== null && [...new URLSearchParams(location.search).keys()].some((key) => key.startsWith(prefix));
}

/** Whether this entry of the history may have a query of the list, as the module's `browser/place.rs` saves it. @param {Element} element */
function isQuerySaved(element) {
  const src = readAttribute(element, "src") ?? "";
  // A number follows if several lists have this feed.
  return Object.entries(history.state?.["article-cards"] ?? {}).some(([name, saved]) => name.startsWith(src) && (saved?.[2] ?? "?q=") !== "?q=");
}

/**
 * What can be focused or pressed in cards, in order.
 * @param {Element} host
 */
export const targetsOf = (host) => [...host.querySelectorAll(".ac-card :is(a, button, summary)")];

/**
 * Emits the event of a click on a link of a card, as the list does.
 * @param {Element} element
 * @param {Event} click
 */
export function reportClick(element, click) {
  const target = /** @type {Element} */ (click.target);
  const link = target.closest(".ac-card a[href]:not(.ac-x-name)");
  if (!link) return;
  const card = /** @type {HTMLElement | null} */ (link.closest(".ac-card"));
  const detail = { id: card?.dataset["id"], url: link.getAttribute("href") };
  const event = new CustomEvent("ac-card-click", { detail, cancelable: true, bubbles: true, composed: true });
  if (!element.dispatchEvent(event)) click.preventDefault();
}

/**
 * Decodes the list's copies of images that are on screen, so that the next frame can paint them. Returns
 * `undefined` if there are none.
 * @param {Element} from the first cards
 * @param {Element} to the list
 */
export function decodeImages(from, to) {
  const images = [...from.querySelectorAll("img")].filter((image) => image.complete && image.naturalWidth);
  const shown = new Set(images.map(({ src }) => src));
  const copies = [...to.querySelectorAll("img")].filter(({ src }) => shown.has(src));
  const decode = async (/** @type {HTMLImageElement} */ image) => {
    const { loading } = image;
    // A lazy image loads only when it comes near the viewport.
    image.loading = "eager";
    await image.decode().catch(() => {});
    image.loading = loading;
  };
  return copies.length ? Promise.all(copies.map(decode)) : undefined;
}
