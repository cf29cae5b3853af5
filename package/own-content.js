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
  #observer;
  /** What the cards are made of; another object makes them anew. @type {object | undefined} */
  #source;

  /**
   * @param {ArticleCardsElement} element
   * @param {() => void} onChange
   */
  constructor(element, onChange) {
    this.#element = element;
    this.#onChange = onChange;
    this.#observer = new MutationObserver((changes) => this.#didChange(changes));
    // Frameworks put the content of a template beside its `content`, and add to it later.
    this.#observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["slot"] });
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
    const isOwn = (/** @type {Node} */ node) => node instanceof Element && (node.matches(TEMPLATE) || node.slot.startsWith("after-"));
    const isRelevant = ({ target, type, addedNodes, removedNodes } = /** @type {MutationRecord} */ (changes[0])) =>
      target === this.#element ? [...addedNodes, ...removedNodes].some(isOwn) : type === "attributes" ? target.parentNode === this.#element : this.#template?.contains(target);
    if (changes.some((change) => isRelevant(change))) this.invalidate();
  }

  /** Makes all cards anew. */
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

  /** Loads what is needed. */
  prepare() {
    this.props();
  }

  /** Makes the own card of an article. Returns whether there is one. @param {Article} article */
  make(article) {
    return this.#cards?.make(article) ?? false;
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
