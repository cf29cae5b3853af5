// Tells which articles a reader has seen.

/** For how many milliseconds half of a card must be in view. */
const DURATION = 1000;

/** How much of a card is in view when the browser reports it. */
const THRESHOLDS = [0.1, 0.2, 0.3, 0.4, 0.5];

/** Watches the cards of a list, and reports each article once. */
export class CardViews {
  #report;
  /** @type {Set<string>} */
  #reported = new Set();
  /** The cards that are in view, with the timers that report them. @type {Map<Element, ReturnType<typeof setTimeout>>} */
  #inView = new Map();
  #observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#update(entry)), { threshold: THRESHOLDS });

  /** @param {(id: string) => void} report */
  constructor(report) {
    this.#report = report;
  }

  /** Watches the cards that are there now. @param {ShadowRoot | null} root */
  observeCards(root) {
    // Nothing changes for a card that is already observed.
    for (const card of root?.querySelectorAll("[part~=card]") ?? []) this.#observer.observe(card);
  }

  /** Reports the articles of another feed, which may have the same ids. */
  forget() {
    this.#reported.clear();
  }

  /** Watches no card any more. */
  stop() {
    this.#observer.disconnect();
    for (const timer of this.#inView.values()) clearTimeout(timer);
    this.#inView.clear();
  }

  /** @param {IntersectionObserverEntry} entry */
  #update({ target, intersectionRatio, intersectionRect, rootBounds }) {
    // Of a card that is higher than the window, half of the window is enough.
    const isSeen = intersectionRatio >= 0.5 || (rootBounds !== null && intersectionRect.height >= rootBounds.height / 2);
    if (isSeen === this.#inView.has(target)) return;
    clearTimeout(this.#inView.get(target));
    if (isSeen) this.#inView.set(target, setTimeout(() => this.#end(target), DURATION));
    else this.#inView.delete(target);
  }

  /** @param {Element} card that has been in view for long enough */
  #end(card) {
    const id = /** @type {HTMLElement} */ (card).dataset.id ?? "";
    if (document.hidden) {
      // Nobody looks at it: it begins again once the browser draws the page.
      this.#inView.delete(card);
      this.#observer.unobserve(card);
      return this.#observer.observe(card);
    }
    if (this.#reported.has(id)) return;
    this.#reported.add(id);
    this.#report(id);
  }
}
