// What the page adds to the cards.

/** @typedef {import("./index.js").Article} Article */

/** Calls the page for each card that it has not seen as it is now. */
export class Decoration {
  /** @type {((card: HTMLElement, article: Article) => void) | null} */
  #decorate = null;
  /** Cards that it was called for, and with what. @type {WeakMap<Element, { id: string, article: string }>} */
  #seen = new WeakMap();
  /** Whether articles may have changed since. */
  renewed = false;

  get decorate() {
    return this.#decorate;
  }

  /** Another one sees all cards. */
  set decorate(decorate) {
    this.#decorate = decorate;
    this.#seen = new WeakMap();
  }

  /**
   * @param {ShadowRoot | null} root
   * @param {(id: string) => Article | null} find
   */
  run(root, find) {
    if (!this.#decorate || !root) return;
    const { renewed } = this;
    this.renewed = false;
    for (const card of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[part~=card]"))) {
      const id = card.dataset.id ?? "";
      const seen = this.#seen.get(card);
      if (seen?.id === id && !renewed) continue;
      const found = find(id);
      const article = JSON.stringify(found);
      if (!found || seen?.article === article) continue;
      this.#seen.set(card, { id, article });
      try {
        this.#decorate?.(card, found);
      } catch (cause) {
        // The page's own fault, and nothing of the list's.
        reportError(cause);
      }
    }
  }
}
