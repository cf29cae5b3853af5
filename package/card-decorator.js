// Calls the page's `decorateCard`.

/** @typedef {import("./index.js").Article} Article */

/** Calls `decorate` for each card that is new or shows a changed article. */
export class CardDecorator {
  /** @type {((card: HTMLElement, article: Article) => void) | null} */
  #decorate = null;
  /** The decorated cards, and what they showed then. @type {WeakMap<Element, { id: string, article: string }>} */
  #decorated = new WeakMap();
  /** Whether articles may have changed since the last run. */
  articlesChanged = false;

  get decorate() {
    return this.#decorate;
  }

  /** Another function is called for all cards. */
  set decorate(decorate) {
    this.#decorate = decorate;
    this.#decorated = new WeakMap();
  }

  /**
   * @param {ShadowRoot | null} root
   * @param {(id: string) => Article | null} find
   */
  run(root, find) {
    if (!this.#decorate || !root) return;
    const { articlesChanged } = this;
    this.articlesChanged = false;
    for (const card of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[part~=card]"))) {
      const id = card.dataset.id ?? "";
      const before = this.#decorated.get(card);
      if (before?.id === id && !articlesChanged) continue;
      const found = find(id);
      const article = JSON.stringify(found);
      if (!found || before?.article === article) continue;
      this.#decorated.set(card, { id, article });
      try {
        this.#decorate?.(card, found);
      } catch (cause) {
        // The page's error must not stop the list.
        reportError(cause);
      }
    }
  }
}
