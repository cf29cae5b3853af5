// The custom element: what the page says of a list goes to the module, what happens in it comes
// back as events. Importing it does nothing, on a server too.
import { ATTRIBUTES, FLAGS, attributeOf, readAttribute } from "./attributes.js";
import { languages } from "./languages.js";
import { adoptStyles } from "./styles.js";
import { commonInstance, instance } from "./wasm.js";

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./bindings.js").Hearer} Hearer */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */
/** @typedef {import("./index.js").Status} Status */
/** @typedef {import("./engine.js").State} State */

/**
 * A root of the module with the element of its own that it draws into. None is ever thrown away:
 * the module can't forget one, but it can draw another list there.
 * @typedef {object} Root
 * @property {Widget} widget
 * @property {HTMLElement} host
 * @property {import("./wasm.js").Instance} instance
 * @property {Hearer} hears forwards to the element that has it now
 * @property {Hearer | undefined} hearer
 */

/** Roots that no element has. @type {Root[]} */
const pool = [];

/** How long there are no words rather than English ones, in milliseconds. */
const MOMENT = 500;

/** Properties beside the attributes, each with how it is taken. @type {readonly (keyof ArticleCardsElement)[]} */
const OWN = ["items", "mapping", "messages", "state", "decorateCard"];

/** @type {ReturnType<typeof make> | undefined} */
let made;

/** The element's class; made when first asked for, since a server has no elements. */
export const elementClass = () => (made ??= make());

function make() {
  class ArticleCards extends HTMLElement {
    static observedAttributes = [...Object.keys(ATTRIBUTES), ...FLAGS].map(attributeOf);

    /** @type {ElementInternals | undefined} */
    #internals;
    #fallback = document.createElement("slot");
    /** @type {Root | undefined} */
    #root;
    /** The instance that is waited for, or in use. @type {Promise<unknown> | undefined} */
    #coming;
    #connected = false;
    #scheduled = false;
    /** How often the module broke under this element. */
    #breaks = 0;

    /** @type {unknown} */
    #items;
    /** @type {Record<string, string> | undefined} */
    #mapping;
    /** @type {object | undefined} */
    #messages;
    /** @type {ArticleCardsElement["decorateCard"]} */
    #decorateCard = null;
    /** Cards that it was called for. @type {WeakSet<Element>} */
    #decorated = new WeakSet();
    /** Whether a lazy list is to be loaded at once. */
    #eager = false;

    /** What was asked for and not handed on yet. @type {((state: State) => State)[]} */
    #asked = [];
    /** What else is to be done, likewise. @type {((widget: Widget) => void)[]} */
    #orders = [];
    /** Events to be sent once what they tell of is drawn. @type {(() => void)[]} */
    #told = [];
    /** Who waits for a drawing. @type {{ revision: number, until: (waiting: string | undefined) => boolean, done: () => void }[]} */
    #waiting = [];
    /** Counts what was handed on. */
    #revision = 0;
    /** Up to where that is drawn. */
    #drawn = 0;

    /** @type {Status} */
    #status = "idle";
    /** @type {() => void} */
    #settle = () => {};
    /** @type {Promise<void>} */
    #ready = new Promise((resolve) => (this.#settle = resolve));
    /** Answers of the module, kept until the next drawing. @type {Record<string, unknown>} */
    #answers = {};

    /** The language whose words are wanted, and they. @type {string | undefined} */
    #language;
    /** @type {object | undefined} */
    #words;

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open", delegatesFocus: false });
      adoptStyles(root);
      // Whoever is below it changes from the author's words to the list.
      root.append(this.#fallback);
      this.#fallback.addEventListener("slotchange", () => this.#later());
      try {
        this.#internals = this.attachInternals();
      } catch {
        // Only `:state()` is missing then.
      }
    }

    connectedCallback() {
      this.#connected = true;
      this.#upgrade();
      this.#later();
    }

    disconnectedCallback() {
      this.#connected = false;
      // An element that is only moved is back by then.
      queueMicrotask(() => this.isConnected || this.#release());
    }

    /** Moved without leaving the page: nothing to do, and neither of the above is called. */
    connectedMoveCallback() {
      this.#later();
    }

    /**
     * @param {string} name
     * @param {string | null} before
     * @param {string | null} after
     */
    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (name === "src") this.#items = undefined;
      this.#later();
    }

    /** Takes over what was set before the class was there, in the order in which it was. */
    #upgrade() {
      const known = Object.keys(ATTRIBUTES).concat(FLAGS, OWN);
      /** @type {Record<string, unknown>} */
      const self = /** @type {any} */ (this);
      for (const name of Object.keys(this).filter((name) => known.includes(name))) {
        const value = self[name];
        delete self[name];
        self[name] = value;
      }
    }

    /** Hands on what was set, all of it at once and soon. */
    #later() {
      if (this.#scheduled || !this.#connected) return;
      this.#scheduled = true;
      queueMicrotask(() => {
        this.#scheduled = false;
        if (this.#connected) this.#flush();
      });
    }

    #flush() {
      const root = this.#root;
      if (!root) {
        this.#stand(this.#hasFeed() ? "loading" : "idle");
        this.#start();
        return;
      }
      const { widget } = root;
      const locale = this.locale ?? nearestLanguage(this);
      if (!this.#speaks(root, locale)) return;
      this.#revision += 1;
      widget.draw(this.#given(locale), this.#revision);
      // A list that is only now made can be asked once it is drawn.
      if (widget.isThere()) this.#order(widget);
    }

    /** @param {Widget} widget */
    #order(widget) {
      const [asked, orders] = [this.#asked, this.#orders];
      [this.#asked, this.#orders] = [[], []];
      if (asked.length) widget.ask(asked.reduce((state, ask) => ask(state), widget.state() ?? {}));
      for (const order of orders) order(widget);
    }

    /** @param {string | undefined} locale */
    #given(locale) {
      /** @type {Record<string, unknown>} */
      const given = { locale, items: this.#items, mapping: this.#mapping, words: this.#words, messages: this.#messages };
      for (const name of /** @type {(keyof typeof ATTRIBUTES)[]} */ (Object.keys(ATTRIBUTES))) {
        given[name] ??= readAttribute(this, name) ?? undefined;
      }
      for (const name of FLAGS) given[name] = this.hasAttribute(attributeOf(name));
      if (this.#eager) given.loading = "eager";
      given.calmLoading = hasOwnContent(this);
      return given;
    }

    #hasFeed() {
      return this.#items !== undefined || this.src !== null;
    }

    /** Waits for the module, and draws. */
    #start() {
      if (this.#coming) return;
      const coming = (this.#coming = this.#breaks ? instance() : commonInstance());
      coming.then(
        (found) => {
          // The element may have left, and may be waiting for another instance by now.
          if (this.#coming !== coming || !this.#connected) return;
          this.#root = rootOf(found);
          this.#root.hearer = this.#hearer();
          this.#root.instance.onBreak.add(this.#hearBreak);
          this.shadowRoot?.prepend(this.#root.host);
          this.#flush();
        },
        (cause) => {
          if (this.#coming !== coming) return;
          this.#coming = undefined;
          this.#fail(String(cause?.message ?? cause), true);
        },
      );
    }

    /** Gives the root back, for another element or for this one's return. */
    #release() {
      const root = this.#root;
      this.#coming = undefined;
      if (root) {
        const state = this.#root?.widget.state();
        // Where the reader was, for the case that the element comes back.
        if (state && this.urlState === null) this.#asked.unshift(() => state);
        this.#root = undefined;
        root.instance.onBreak.delete(this.#hearBreak);
        root.hearer = undefined;
        root.host.remove();
        root.widget.clear();
        if (root.instance.isCommon && !root.instance.broken) pool.push(root);
      }
      this.#answers = {};
      this.#told = [];
      this.#wake(() => true);
    }

    /** @param {unknown} cause */
    #hearBreak = (cause) => {
      if (this.#root) this.#broke(this.#root, String(cause));
    };

    /**
     * The module broke: its list is gone, and with a new instance of its own another one begins.
     * @param {Root} root
     * @param {string} cause
     */
    #broke(root, cause) {
      root.hearer = undefined;
      root.instance.onBreak.delete(this.#hearBreak);
      root.host.remove();
      this.#root = this.#coming = undefined;
      this.#breaks += 1;
      const again = this.#breaks < 2;
      this.#fail(`the widget broke off: ${cause}`, again);
      if (again) this.#later();
    }

    /**
     * The author's own words stand in for a widget that can't run.
     * @param {string} message
     * @param {boolean} retryable
     */
    #fail(message, retryable) {
      this.#stand("error");
      this.#send("ac-error", { kind: "wasm", message, url: null, retryable });
      this.#wake(() => true);
    }

    /** What the module tells, as events. @returns {Hearer} */
    #hearer() {
      return {
        load: (count, skipped, url) => this.#tell("ac-load", { count, skipped, url }),
        error: (kind, message, url, retryable) => this.#tell("ac-error", { kind, message, url: url ?? null, retryable }),
        change: (state, total) => this.#tell("ac-change", { state, total }),
        page: (page) => this.#tell("ac-page", { page }),
        cardClick: (id, url, event) => {
          if (!this.#send("ac-card-click", { id, url }, true)) event.preventDefault();
        },
        drawn: (revision) => this.#hearDrawn(revision),
      };
    }

    /** @param {number} revision */
    #hearDrawn(revision) {
      const widget = this.#root?.widget;
      if (!widget) return;
      this.#drawn = revision;
      this.#answers = {};
      this.#stand(/** @type {Status} */ (widget.status()));
      this.#decorate();
      const told = this.#told;
      this.#told = [];
      for (const tell of told) tell();
      // What was asked for before there was a list comes first.
      if (this.#asked.length || this.#orders.length) return this.#later();
      const waiting = widget.waiting();
      this.#wake((waiter) => waiter.revision <= revision && waiter.until(waiting));
    }

    /** @param {(waiter: { revision: number, until: (waiting: string | undefined) => boolean }) => boolean} done */
    #wake(done) {
      const all = this.#waiting;
      this.#waiting = all.filter((waiter) => !done(waiter));
      for (const waiter of all) if (!this.#waiting.includes(waiter)) waiter.done();
    }

    /**
     * Once what was set up to now is drawn, and nothing is on its way that is waited for.
     * @param {(waiting: string | undefined) => boolean} until
     * @returns {Promise<void>}
     */
    #whenDrawn(until = () => true) {
      const revision = this.#revision + Number(this.#scheduled || !this.#root);
      const isDone = !this.#connected || (this.#drawn >= revision && until(this.#root?.widget.waiting()));
      if (isDone) return Promise.resolve();
      return new Promise((done) => this.#waiting.push({ revision, until, done }));
    }

    /**
     * @param {string} type
     * @param {object} detail
     */
    #tell(type, detail) {
      this.#told.push(() => this.#send(type, detail));
    }

    /**
     * @param {string} type
     * @param {object} detail
     * @param {boolean} [cancelable]
     */
    #send(type, detail, cancelable = false) {
      return this.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
    }

    /** @param {Status} status */
    #stand(status) {
      this.#status = status;
      const isThere = status === "ready" || status === "empty";
      this.#fallback.hidden = isThere;
      const states = this.#internals?.states;
      for (const one of ["loading", "empty", "error", "ready"]) {
        try {
          one === status ? states?.add(one) : states?.delete(one);
        } catch {
          // Older browsers want another spelling, and have no `:state()` at all.
        }
      }
      if (isThere || status === "error") this.#settle();
    }

    #decorate() {
      const decorate = this.#decorateCard;
      if (!decorate) return;
      const fresh = [...(this.shadowRoot?.querySelectorAll("[part~=card]") ?? [])].filter((card) => !this.#decorated.has(card));
      for (const card of fresh) {
        this.#decorated.add(card);
        const article = this.article(card.getAttribute("data-id") ?? "");
        try {
          if (article) decorate(/** @type {HTMLElement} */ (card), article);
        } catch (cause) {
          // The page's own fault, and nothing of the list's.
          reportError(cause);
        }
      }
    }

    /**
     * Whether the words of the locale's language are there, or need not be waited for.
     * @param {Root} root
     * @param {string | undefined} locale
     */
    #speaks({ instance: { bindings } }, locale) {
      const language = locale && bindings.Widget.languageFor(locale);
      if (language === this.#language) return true;
      this.#language = language;
      const load = language && Object.hasOwn(languages, language) ? languages[language] : undefined;
      if (!load) {
        this.#words = undefined;
        return true;
      }
      let settled = false;
      const settle = () => {
        settled = true;
        this.#later();
      };
      load().then(
        (words) => {
          if (this.#language !== language) return;
          this.#words = words.default;
          settle();
        },
        (cause) => {
          console.warn(`article-cards: the words of "${language}" could not be loaded: ${cause}`);
          settle();
        },
      );
      // A list that is on screen keeps its words until the others come.
      if (this.#revision > 0 && this.#root?.widget.isThere()) return true;
      setTimeout(() => settled || settle(), MOMENT);
      return false;
    }

    /**
     * @template T
     * @param {string} name
     * @param {(widget: Widget) => T | undefined} ask
     * @param {T} otherwise
     * @returns {T}
     */
    #answer(name, ask, otherwise) {
      const widget = this.#root?.widget;
      if (!widget) return otherwise;
      if (!(name in this.#answers)) this.#answers[name] = ask(widget) ?? otherwise;
      return /** @type {T} */ (this.#answers[name]);
    }

    /** @param {(state: State) => State} ask */
    #ask(ask) {
      this.#asked.push(ask);
      this.#later();
    }

    /** @param {(widget: Widget) => void} order */
    #give(order) {
      this.#orders.push(order);
      this.#later();
    }

    get items() {
      if (this.#items === undefined && !this.#root) return undefined;
      const read = (/** @type {Widget} */ widget) => parse(widget.articles(undefined));
      return this.#answer("items", read, this.#items);
    }

    set items(items) {
      const next = items ?? undefined;
      if (next === this.#items) return;
      this.#items = next;
      this.#later();
    }

    get mapping() {
      return this.#mapping;
    }

    set mapping(mapping) {
      if (isSame(mapping, this.#mapping)) return;
      this.#mapping = /** @type {any} */ (copyOf(mapping));
      this.#later();
    }

    get messages() {
      return this.#messages;
    }

    set messages(messages) {
      if (isSame(messages, this.#messages)) return;
      this.#messages = copyOf(messages);
      this.#later();
    }

    get state() {
      const start = { query: this.query, sort: this.sort, page: 1, filters: {} };
      const now = this.#root?.widget.state() ?? start;
      return this.#asked.reduce((state, ask) => ask(state), now);
    }

    set state(state) {
      const next = copyOf(state) ?? {};
      this.#ask(() => next);
    }

    get decorateCard() {
      return this.#decorateCard;
    }

    set decorateCard(decorate) {
      const next = typeof decorate === "function" ? decorate : null;
      if (next === this.#decorateCard) return;
      this.#decorateCard = next;
      this.#decorated = new WeakSet();
      this.#decorate();
    }

    get status() {
      return this.#status;
    }

    get results() {
      return this.#answer("results", results, { total: 0, ids: [], tookMs: 0 });
    }

    get facetCounts() {
      return this.#answer("facetCounts", (widget) => parse(widget.facetCounts()), {});
    }

    get diagnostics() {
      const none = Object.freeze(Object.assign([], { count: 0 }));
      return this.#answer("diagnostics", diagnostics, none);
    }

    get ready() {
      return this.#ready;
    }

    get updateComplete() {
      return this.#whenDrawn();
    }

    /** @param {string | URL} [url] */
    load(url) {
      const src = url === undefined ? this.getAttribute("src") : String(url);
      this.#eager = true;
      this.#breaks = 0;
      if (src !== null && (this.#items !== undefined || src !== this.getAttribute("src"))) {
        this.#items = undefined;
        this.setAttribute("src", src);
        this.#later();
        return this.#whenDrawn((waiting) => waiting !== "feed");
      }
      return this.reload();
    }

    reload() {
      this.#breaks = 0;
      this.#eager = true;
      // A list that is only now made loads by itself.
      if (this.#root?.widget.isThere()) this.#give((widget) => widget.reload());
      else this.#later();
      return this.#whenDrawn((waiting) => waiting !== "feed");
    }

    loadMore() {
      this.#give((widget) => widget.more());
      return this.#whenDrawn((waiting) => waiting === undefined);
    }

    /** @param {string} text */
    search(text) {
      this.#ask((state) => ({ ...state, query: String(text ?? ""), page: 1 }));
    }

    /** @type {ArticleCardsElement["setFilter"]} */
    setFilter(field, value) {
      const set = copyOf(value);
      this.#ask((state) => {
        const filters = { ...state.filters, [field]: set };
        if (set === undefined) delete filters[field];
        return /** @type {State} */ ({ ...state, filters, page: 1 });
      });
    }

    clearFilters() {
      this.#ask((state) => ({ ...state, filters: {}, page: 1 }));
    }

    /** @param {string} id */
    article(id) {
      return parse(this.#root?.widget.articles([String(id)]))?.[0] ?? null;
    }

    /** @param {FocusOptions} [options] */
    focus(options) {
      const inside = this.shadowRoot?.querySelector(".ac-search-input, .ac-card-link, .ac-retry, button, a[href]");
      const target = inside ?? this.querySelector("a[href], button");
      /** @type {HTMLElement | null} */ (target)?.focus(options);
    }
  }

  for (const name of /** @type {(keyof typeof ATTRIBUTES)[]} */ (Object.keys(ATTRIBUTES))) {
    property(ArticleCards, name, (element) => readAttribute(element, name), (value) => (value === undefined || value === null ? null : String(value)));
  }
  for (const name of FLAGS) {
    property(ArticleCards, name, (element) => element.hasAttribute(attributeOf(name)), (value) => (value ? "" : null));
  }
  return ArticleCards;
}

/**
 * A property that is an attribute as well.
 * @param {Function} of
 * @param {string} name
 * @param {(element: Element) => unknown} get
 * @param {(value: unknown) => string | null} write
 */
function property(of, name, get, write) {
  const attribute = attributeOf(name);
  Object.defineProperty(of.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return get(this);
    },
    set(value) {
      const text = write(value);
      if (text === null) this.removeAttribute(attribute);
      else if (this.getAttribute(attribute) !== text) this.setAttribute(attribute, text);
    },
  });
}

/**
 * A root that nobody has.
 * @param {import("./wasm.js").Instance} found
 * @returns {Root}
 */
function rootOf(found) {
  const free = pool.findIndex((root) => root.instance === found);
  const [known] = free < 0 ? [] : pool.splice(free, 1);
  if (known) return known;
  const host = document.createElement("div");
  /** @type {Root} */
  const root = {
    host,
    instance: found,
    hearer: undefined,
    hears: {
      load: (...told) => root.hearer?.load(...told),
      error: (...told) => root.hearer?.error(...told),
      change: (...told) => root.hearer?.change(...told),
      page: (...told) => root.hearer?.page(...told),
      cardClick: (...told) => root.hearer?.cardClick(...told),
      drawn: (...told) => root.hearer?.drawn(...told),
    },
    widget: /** @type {any} */ (undefined),
  };
  root.widget = new found.bindings.Widget(host, root.hears);
  return root;
}

/** @param {Widget} widget */
function results(widget) {
  const asked = widget.state();
  /** @type {string[] | undefined} */
  let ids;
  return {
    total: widget.total(),
    get ids() {
      return (ids ??= /** @type {string[]} */ (parse(widget.ids(asked))));
    },
    tookMs: widget.tookMs(),
  };
}

/** @param {Widget} widget */
function diagnostics(widget) {
  const written = parse(widget.diagnostics());
  return written && Object.freeze(Object.assign(written.kept, { count: written.count }));
}

/** @param {string | undefined} json */
const parse = (json) => (json === undefined ? undefined : JSON.parse(json));

/**
 * The language of the nearest element around that names one, shadow trees included.
 * @param {Element} element
 * @returns {string | undefined}
 */
function nearestLanguage(element) {
  for (let at = /** @type {Element | null} */ (element); at; ) {
    const language = at.getAttribute("lang");
    if (language) return ATTRIBUTES.locale.read(language) ?? undefined;
    const root = at.getRootNode();
    at = at.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return undefined;
}

/**
 * Whether the author has put words of his own where the list will be.
 * @param {Element} element
 */
const hasOwnContent = (element) =>
  [...element.childNodes].some((node) => (node instanceof Element ? !node.slot : node instanceof Text && node.data.trim()));

/**
 * A value that is not changed any more; what can't be written as JSON is none.
 * @param {unknown} value
 */
function copyOf(value) {
  try {
    return value === null ? undefined : JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
const isSame = (one, other) => JSON.stringify(copyOf(one)) === JSON.stringify(other);
