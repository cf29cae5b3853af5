// What the page places in an element's list: entries between the cards, and cards of its own.

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./index.js").Article} Article */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */
/** @typedef {import("./own-cards.js").OwnCards} OwnCards */
/** @typedef {(article: Article) => Element | null} RenderCard */

const TEMPLATE = 'template[slot="card"]';

/** The children of an element that belong into its list. Nothing of it is loaded unless there are own cards. */
export class OwnContent {
  /** @type {RenderCard | null} */
  renderCard = null;
  #element;
  #onChange;
  /** @type {OwnCards | undefined} */
  #cards;
  /** Whether the script is being loaded, or was. */
  #hasStarted = false;
  /** Whether it can't be loaded. */
  #hasFailed = false;
  /** Identifies the template or function: with another object the module makes all cards again. @type {object | undefined} */
  #source;

  /**
   * @param {ArticleCardsElement} element
   * @param {() => void} onChange
   */
  constructor(element, onChange) {
    this.#element = element;
    this.#onChange = onChange;
    const observer = new MutationObserver((changes) => this.#didChange(changes));
    // Frameworks put the content of a template beside its `content`, and add to it later.
    observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["slot"] });
  }

  /** @returns {HTMLTemplateElement | null} */
  get #template() {
    return this.#element.querySelector(`:scope > ${TEMPLATE}`);
  }

  /** Whether there is anything. */
  get hasAny() {
    return Boolean(this.renderCard || this.#template || this.after.length);
  }

  /** After how many cards there is an entry of the page. */
  get after() {
    const counts = [...this.#element.children].map(({ slot }) => Number(/^after-([1-9]\d*)$/.exec(slot)?.[1]));
    return [...new Set(counts)].filter(Boolean);
  }

  /** @param {MutationRecord[]} changes */
  #didChange(changes) {
    const template = this.#template;
    const moved = changes.filter(({ target }) => target === this.#element).flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
    const renamed = changes.filter(({ target, type }) => type === "attributes" && target.parentNode === this.#element).map(({ target }) => target);
    const isTemplate = (/** @type {Node} */ node) => node instanceof HTMLTemplateElement;
    const isEntry = (/** @type {Node} */ node) => node instanceof Element && node.slot.startsWith("after-");
    if (changes.some(({ target }) => template?.contains(target)) || [...moved, ...renamed].some(isTemplate)) this.invalidate();
    else if (renamed.length || moved.some(isEntry)) this.#onChange();
  }

  /** Makes all cards again. */
  invalidate() {
    this.#source = undefined;
    this.#onChange();
  }

  /**
   * Returns what the list is rendered with; `undefined` while the script of own cards is loaded.
   * @returns {{ after: number[], ownCards?: object | undefined } | undefined}
   */
  props() {
    const { after } = this;
    const template = this.#template;
    if ((!template && !this.renderCard) || this.#hasFailed) return { after };
    if (!this.#cards) {
      this.#load();
      return undefined;
    }
    this.#source ??= {};
    this.#cards.renderCard = this.renderCard;
    this.#cards.template = template;
    return { after, ownCards: this.#source };
  }

  #load() {
    if (this.#hasStarted) return;
    this.#hasStarted = true;
    import("./own-cards.js").then(
      ({ OwnCards }) => {
        this.#cards = new OwnCards(this.#element);
        this.#onChange();
      },
      (cause) => {
        console.warn(`article-cards: cannot load own cards: ${cause}`);
        this.#hasFailed = true;
        this.#onChange();
      },
    );
  }

  /** Makes the own card of an article, if there is one. Returns the name of its slot. @param {Article} article */
  make(article) {
    return this.#cards?.make(article);
  }

  /** Brings the own cards up to date with the list. @param {Element} host @param {Widget} widget */
  update(host, widget) {
    this.#cards?.update(host, widget);
  }

  /** Removes the own cards. */
  clear() {
    this.#cards?.clear();
  }
}
