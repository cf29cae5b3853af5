// Notices which cards are seen.

/** The part of a card that has to be on screen, and for how long, in milliseconds. */
const PART = 0.5;
const TIME = 1_000;

/** Calls a function with the id of each card that is seen, once. */
export class CardViews {
  #onView;
  /** @type {IntersectionObserver | undefined} */
  #observer;
  /** The cards that are observed, with the timers of those on screen. @type {Map<HTMLElement, ReturnType<typeof setTimeout> | undefined>} */
  #cards = new Map();
  /** The ids of the cards that were seen. */
  #seen = new Set();

  /** @param {(id: string) => void} onView */
  constructor(onView) {
    this.#onView = onView;
    if (typeof IntersectionObserver === "undefined") return;
    this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#didMove(entry)), { threshold: PART });
  }

  /** Observes the cards that are drawn. The observer would keep those that are not. @param {Element} host */
  update(host) {
    for (const card of this.#cards.keys()) if (!host.contains(card)) this.#drop(card);
    for (const card of /** @type {NodeListOf<HTMLElement>} */ (host.querySelectorAll("[part~=card]"))) {
      if (this.#cards.has(card) || this.#seen.has(card.dataset["id"])) continue;
      this.#cards.set(card, undefined);
      this.#observer?.observe(card);
    }
  }

  /** @param {IntersectionObserverEntry} entry */
  #didMove({ target, intersectionRatio }) {
    const card = /** @type {HTMLElement} */ (target);
    clearTimeout(this.#cards.get(card));
    if (this.#cards.has(card)) this.#cards.set(card, intersectionRatio >= PART ? setTimeout(() => this.#view(card), TIME) : undefined);
  }

  /** @param {HTMLElement} card */
  #view(card) {
    if (document.visibilityState === "hidden") {
      // Observed again, it is reported once the page is on screen again.
      this.#observer?.unobserve(card);
      this.#observer?.observe(card);
      return;
    }
    this.#drop(card);
    const id = card.dataset["id"] ?? "";
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#onView(id);
  }

  /** @param {HTMLElement} card */
  #drop(card) {
    clearTimeout(this.#cards.get(card));
    this.#cards.delete(card);
    this.#observer?.unobserve(card);
  }

  /** Ends the observation. */
  clear() {
    for (const card of this.#cards.keys()) this.#drop(card);
  }
}
