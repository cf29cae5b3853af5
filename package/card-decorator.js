// Calls the page's `decorateCard`.

/** @typedef {import("./index.js").Article} Article */

/** Calls `decorate` once for each card element: what it adds stays when the list shows other articles or functions. */
export class CardDecorator {
  /** @type {((card: HTMLElement, article: Article) => void) | null} */
  decorate = null;
  /** @type {WeakSet<Element>} */
  #decorated = new WeakSet();

  /**
   * @param {ShadowRoot | null} root
   * @param {(id: string) => Article | null} find
   */
  run(root, find) {
    if (!this.decorate || !root) return;
    for (const card of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[part~=card]"))) {
      const article = this.#decorated.has(card) ? null : find(card.dataset.id ?? "");
      if (!article) continue;
      this.#decorated.add(card);
      try {
        this.decorate(card, article);
      } catch (cause) {
        // The page's error must not stop the list.
        reportError(cause);
      }
    }
  }
}
