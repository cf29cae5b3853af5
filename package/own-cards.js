// Cards of the page's own: clones of its template, or what its `renderCard` returns. They are children of the
// element, in slots of the list's cards, so that the page's style sheets and scripts reach them.
import { readAttribute } from "./attributes.js";
import { fillTemplate } from "./card-template.js";
import { createFormats } from "./card-formats.js";
import { date } from "./field-values.js";
import { nearestLanguage } from "./translations.js";

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
   * Makes the card of an article. Returns whether there is one.
   * @param {Article} article
   */
  make(article) {
    const card = this.#create(article);
    const slot = PREFIX + article.id;
    this.#cards.get(slot)?.card.remove();
    this.#cards.delete(slot);
    if (!card) return false;
    card.slot = slot;
    if (article.locale && !card.lang) card.lang = article.locale.replaceAll("_", "-");
    this.#cards.set(slot, { card, id: article.id });
    // The list makes the last card first.
    this.#element.insertBefore(card, this.#last?.parentNode === this.#element ? this.#last : null);
    this.#last = card;
    return true;
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
    const { filters } = this.#element.state;
    /** @type {HTMLElement | undefined} */
    let before;
    for (const slot of slots) {
      const card = this.#cards.get(slot)?.card;
      if (!card) continue;
      if (before && before.nextElementSibling !== card) before.after(card);
      before = card;
      this.#refresh(card, widget, filters);
    }
  }

  /** @param {HTMLElement} card @param {Widget} widget @param {import("./engine.js").State["filters"]} filters */
  #refresh(card, widget, filters) {
    for (const marked of all(card, "[data-mark]")) {
      const pieces = widget.splitAtTerms(marked.textContent ?? "");
      const shown = [...marked.childNodes].map(({ textContent }) => textContent);
      if (shown.join("\n") === pieces.join("\n")) continue;
      marked.replaceChildren(...pieces.map((piece, index) => (index % 2 ? mark(piece) : piece)));
    }
    for (const button of all(card, "button[data-filter]")) {
      const chosen = /** @type {any} */ (filters?.[button.dataset["filter"] ?? ""])?.any ?? [];
      const value = valueOf(button).toLowerCase();
      button.setAttribute("aria-pressed", String(chosen.some((/** @type {string} */ one) => one.toLowerCase() === value)));
    }
    const times = all(card, "[data-date]");
    if (times.length) this.#formatDates(times);
  }

  /** Formats dates, which may be relative to now. @param {HTMLElement[]} times */
  #formatDates(times) {
    const attribute = (/** @type {import("./attributes.js").AttributeName} */ name) => readAttribute(this.#element, name);
    const locale = /** @type {string | null} */ (attribute("locale")) ?? nearestLanguage(this.#element);
    const formats = createFormats(locale, /** @type {string | null} */ (attribute("timeZone")) ?? undefined, attribute("dates") === "relative");
    for (const time of times) {
      const moment = time.getAttribute("datetime");
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

/** The card itself and what is in it. @param {HTMLElement} card @param {string} selector @returns {HTMLElement[]} */
const all = (card, selector) => [...(card.matches(selector) ? [card] : []), .../** @type {NodeListOf<HTMLElement>} */ (card.querySelectorAll(selector))];

/** The value that a button filters by. @param {HTMLElement} button */
const valueOf = (button) => button.getAttribute("value") || (button.textContent ?? "").trim();

/** Fields of a mapping may be no dates. @template T @param {() => T} read */
function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** @param {string} text */
function mark(text) {
  const created = document.createElement("mark");
  created.textContent = text;
  return created;
}
