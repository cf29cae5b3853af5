// Cards of the page's own: clones of its template, or what its `renderCard` returns. They are children of the
// element, in slots of the list's cards, so that the page's style sheets and scripts reach them.
import { attempt } from "./attribute-types.js";
import { readAttribute } from "./attributes.js";
import { fillTemplate } from "./card-template.js";
import { createFormats } from "./card-formats.js";
import { date } from "./field-values.js";
import { localeOf } from "./translations.js";

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./index.js").Article} Article */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */

const PREFIX = "card-";

export class OwnCards {
  /** @type {import("./own-content.js").RenderCard | null} */
  renderCard = null;
  /** @type {HTMLTemplateElement | null} */
  template = null;
  #element;
  /** The cards by their slots. @type {Map<string, { card: HTMLElement, id: string }>} */
  #cards = new Map();
  /** The card that was made last. @type {HTMLElement | null} */
  #last = null;
  /** @type {Widget | undefined} */
  #widget;

  /** @param {ArticleCardsElement} element */
  constructor(element) {
    this.#element = element;
    element.addEventListener("click", (event) => this.#onClick(event));
  }

  /**
   * Makes the card of an article, if there is one. Returns the name of its slot.
   * @param {Article} article
   */
  make(article) {
    const card = this.#create(article);
    const slot = PREFIX + article.id;
    this.#cards.get(slot)?.card.remove();
    this.#cards.delete(slot);
    if (!card) return undefined;
    card.slot = slot;
    if (article.locale && !card.lang) card.lang = article.locale.replaceAll("_", "-");
    this.#cards.set(slot, { card, id: article.id });
    // The list makes the last card first.
    this.#element.insertBefore(card, this.#last?.parentNode === this.#element ? this.#last : null);
    this.#last = card;
    return slot;
  }

  /** @param {Article} article @returns {HTMLElement | undefined} */
  #create(article) {
    try {
      if (!this.renderCard) return this.template ? fillTemplate(this.template, article, this.#element) : undefined;
      const card = this.renderCard(article);
      if (card === null || card === undefined) return undefined;
      if (card.nodeType === Node.ELEMENT_NODE) return /** @type {HTMLElement} */ (card);
      throw new TypeError("article-cards: `renderCard` must return an element or null");
    } catch (cause) {
      // The page's error must not stop the list.
      reportError(cause);
      return undefined;
    }
  }

  /**
   * Removes cards that the list no longer shows, and brings the others up to date with the query and the time.
   * @param {Element} host
   * @param {Widget} widget
   */
  update(host, widget) {
    this.#widget = widget;
    this.#last = null;
    const slots = new Set([...host.querySelectorAll(".ac-x-own > slot")].map((slot) => /** @type {HTMLSlotElement} */ (slot).name));
    for (const [slot, { card }] of this.#cards) {
      if (slots.has(slot)) continue;
      const hadFocus = card.matches(":focus-within");
      card.remove();
      this.#cards.delete(slot);
      if (hadFocus) focusSummary(host);
    }
    /** @type {HTMLElement[]} */
    const cards = [];
    for (const slot of slots) {
      const card = this.#cards.get(slot)?.card;
      if (!card) continue;
      const before = cards[cards.length - 1];
      if (before && before.nextElementSibling !== card) before.after(card);
      cards.push(card);
    }
    this.#markTerms(all(cards, "[data-mark]"));
    this.#pressButtons(all(cards, "button[data-filter]"));
    this.#formatDates(all(cards, "[data-date]"));
  }

  /** Marks the terms of the search. @param {HTMLElement[]} marked */
  #markTerms(marked) {
    const split = (marked.length && this.#widget?.splitAtTerms(marked.map(({ textContent }) => textContent ?? ""))) || [];
    for (const [index, pieces] of split.entries()) {
      const element = /** @type {HTMLElement} */ (marked[index]);
      const shown = [...element.childNodes].map(({ textContent }) => textContent);
      if (shown.join("\n") === pieces.join("\n")) continue;
      element.replaceChildren(...pieces.map((piece, at) => (at % 2 ? mark(piece) : piece)));
    }
  }

  /** Shows which buttons filter. @param {HTMLElement[]} buttons */
  #pressButtons(buttons) {
    const { filters } = this.#element.state;
    for (const button of buttons) {
      const chosen = /** @type {any} */ (filters?.[button.dataset["filter"] ?? ""])?.any ?? [];
      const value = valueOf(button).toLowerCase();
      button.setAttribute("aria-pressed", String(chosen.some((/** @type {string} */ one) => one.toLowerCase() === value)));
    }
  }

  /** Formats dates, which may be relative to now. @param {HTMLElement[]} times */
  #formatDates(times) {
    if (!times.length) return;
    const attribute = (/** @type {import("./attributes.js").AttributeName} */ name) => readAttribute(this.#element, name);
    const locale = localeOf(this.#element);
    const formats = createFormats(locale, /** @type {string | null} */ (attribute("timeZone")) ?? undefined, attribute("dates") === "relative");
    for (const time of times) {
      const moment = time.getAttribute("datetime");
      // Fields of a mapping may be no dates.
      const formatted = formats.date(attempt(() => date(moment)));
      const text = formatted.date || moment;
      if (time.textContent !== text) time.textContent = text;
      if (formatted.exact) time.title = formatted.exact;
    }
  }

  /** Removes all cards. */
  clear() {
    for (const { card } of this.#cards.values()) card.remove();
    this.#cards.clear();
  }

  /** @param {MouseEvent} event */
  #onClick(event) {
    const target = event.composedPath()[0];
    const at = target instanceof Element ? target.closest("a[href], button[data-filter]") : null;
    const found = at && [...this.#cards.values()].find(({ card }) => card.contains(at));
    if (!found) return;
    if (at instanceof HTMLButtonElement) {
      this.#widget?.toggle(at.dataset["filter"] ?? "", valueOf(at));
      return;
    }
    const detail = { id: found.id, url: /** @type {HTMLAnchorElement} */ (at).href };
    const click = new CustomEvent("ac-card-click", { detail, cancelable: true, bubbles: true, composed: true });
    if (!this.#element.dispatchEvent(click)) event.preventDefault();
  }
}

/** Moves the focus to the number of articles, where it goes when what had it is gone. @param {Element} host */
function focusSummary(host) {
  const summary = /** @type {HTMLElement | null} */ (host.querySelector(".ac-summary, .ac-x-main"));
  if (!summary) return;
  summary.tabIndex = -1;
  summary.focus();
}

/** The cards and what is in them, as far as a selector matches. @param {HTMLElement[]} cards @param {string} selector @returns {HTMLElement[]} */
const all = (cards, selector) => cards.flatMap((card) => [...(card.matches(selector) ? [card] : []), .../** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(selector))]);

/** The value that a button filters by. @param {HTMLElement} button */
const valueOf = (button) => button.getAttribute("value") || (button.textContent ?? "").trim();

/** @param {string} text */
function mark(text) {
  const created = document.createElement("mark");
  created.textContent = text;
  return created;
}
