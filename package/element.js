// The custom element: what the page says of a list goes to the module, what happens in it comes
// back as events. Importing it does nothing, on a server too.
import { NO_DIAGNOSTICS, NO_RESULTS, articles, diagnostics, facetCounts, find } from "./answers.js";
import { FLAGS, NAMES, attributeOf, defineAttributes, readAttribute } from "./attributes.js";
import { Decoration } from "./decoration.js";
import { Drawings } from "./drawings.js";
import { askEarly } from "./early.js";
import { giveBack, takeRoot } from "./roots.js";
import { adoptStyles } from "./styles.js";
import { hasOwnContent, nearestLanguage } from "./surroundings.js";
import { copyOf, isSame, whole } from "./values.js";
import { commonInstance, instance } from "./wasm.js";
import { Words } from "./words.js";

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./bindings.js").Hearer} Hearer */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */
/** @typedef {import("./index.js").Status} Status */
/** @typedef {import("./engine.js").State} State */

/**
 * Something else that is asked for; `widget` is there when it is asked.
 * @typedef {(state: Required<State>, widget?: Widget) => State} Ask
 */

/** Properties beside the attributes. @type {readonly (keyof ArticleCardsElement)[]} */
const OWN = ["items", "mapping", "messages", "state", "decorateCard"];

/** What a list starts from. */
const START = /** @type {const} */ (["query", "sort", "filter"]);

/** @type {ReturnType<typeof make> | undefined} */
let made;

/** The element's class; made when first asked for, since a server has no elements. */
export const elementClass = () => (made ??= make());

function make() {
  class ArticleCards extends HTMLElement {
    static observedAttributes = [...NAMES, ...FLAGS, "lang"].map(attributeOf);

    /** @type {ElementInternals | undefined} */
    #internals;
    #fallback = document.createElement("slot");
    /** @type {import("./roots.js").Root | undefined} */
    #root;
    /** The instance that is waited for, or in use. @type {Promise<unknown> | undefined} */
    #coming;
    /** What was asked for meanwhile. @type {import("./early.js").Early | undefined} */
    #early;
    #connected = false;
    #scheduled = false;
    /** Whether something was set that is not handed on yet. */
    #dirty = false;
    /** How often the module broke under this element. */
    #breaks = 0;

    /** @type {unknown} */
    #items;
    /** Those that were handed on. @type {unknown} */
    #handed;
    /** @type {Record<string, string> | undefined} */
    #mapping;
    /** @type {object | undefined} */
    #messages;
    #decoration = new Decoration();
    /** Whether a lazy list is to be loaded at once. */
    #eager = false;

    /** What the list starts from, as the attributes had it when they were last looked at. */
    #start = /** @type {Record<string, string> | undefined} */ (undefined);
    /** The same as the present list had it. @type {object | undefined} */
    #begin;
    /** What was asked for and not handed on yet. @type {Ask[]} */
    #asked = [];
    /** What else is to be done, likewise. @type {((widget: Widget) => void)[]} */
    #orders = [];
    /** Events to be sent once what they tell of is drawn. @type {(() => void)[]} */
    #told = [];
    #drawings = new Drawings();

    /** @type {Status} */
    #status = "idle";
    /** @type {() => void} */
    #settle = () => {};
    /** @type {Promise<void>} */
    #ready = new Promise((resolve) => (this.#settle = resolve));
    /** The results that were asked for last. @type {ReturnType<typeof find> | undefined} */
    #found;
    /** Answers of the module, kept until the next drawing. @type {Record<string, unknown>} */
    #answers = {};

    #words = new Words();

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
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

    /** Moved without leaving the page: neither of the above is called. */
    connectedMoveCallback() {
      this.#later();
    }

    adoptedCallback() {
      if (this.shadowRoot) adoptStyles(this.shadowRoot);
    }

    /**
     * @param {string} name
     * @param {string | null} before
     * @param {string | null} after
     */
    attributeChangedCallback(name, before, after) {
      const isFeed = name === "src" && after !== null && this.#items !== undefined;
      if (before === after && !isFeed) return;
      if (isFeed) this.#items = undefined;
      this.#later();
      if (this.#start) this.#startAnew(this.#start);
    }

    /** Takes over what was set before the class was there, in the order in which it was. */
    #upgrade() {
      const known = [...NAMES, ...FLAGS, ...OWN];
      /** @type {Record<string, unknown>} */
      const self = /** @type {any} */ (this);
      for (const name of Object.keys(this)) {
        if (!known.includes(/** @type {any} */ (name))) continue;
        const value = self[name];
        delete self[name];
        self[name] = value;
      }
    }

    /** Hands on what was set, all of it at once and soon. */
    #later() {
      this.#dirty = true;
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
        this.#stand(this.#items !== undefined || readAttribute(this, "src") !== null ? "loading" : "idle");
        this.#load();
        return;
      }
      const { widget } = root;
      if (root.instance.broken) return;
      const locale = readAttribute(this, "locale") ?? nearestLanguage(this);
      const language = locale && root.instance.bindings.Widget.languageFor(locale);
      if (!this.#words.speak(language || undefined, Boolean(this.#begin), () => this.#later())) return;
      this.#begin ??= this.#beginning(root);
      this.#dirty = false;
      this.#drawings.asked += 1;
      widget.draw(this.#given(locale), this.#drawings.asked);
      // A list that is only now made can be asked once it is drawn.
      if (!widget.isThere()) return;
      const [asked, orders] = [this.#asked, this.#orders];
      [this.#asked, this.#orders] = [[], []];
      if (asked.length) {
        const now = whole(widget.state());
        widget.ask(asked.reduce((state, ask) => whole(ask(state, widget)), now));
      }
      for (const order of orders) order(widget);
    }

    /** @param {string | undefined} locale */
    #given(locale) {
      if (this.#items !== this.#handed) this.#decoration.renewed = true;
      this.#handed = this.#items;
      /** @type {Record<string, unknown>} */
      const given = { locale, items: this.#items, mapping: this.#mapping, words: this.#words.current, messages: this.#messages };
      for (const name of NAMES) given[name] ??= readAttribute(this, name) ?? undefined;
      for (const name of FLAGS) given[name] = this.hasAttribute(attributeOf(name));
      if (this.#eager) given.loading = "eager";
      // Nobody is going to take it.
      if (this.#items !== undefined) this.#early?.drop();
      given.early = this.#early;
      const own = hasOwnContent(this);
      given.calmLoading = own;
      // Cards come piece by piece; not above the author's words, but in their place.
      this.#fallback.toggleAttribute("data-own", own);
      return Object.assign(given, this.#begin);
    }

    /** What the attributes say that a list starts from. */
    #starting() {
      return Object.fromEntries(START.map((name) => [name, readAttribute(this, name)]));
    }

    /**
     * What a list begins with, and keeps.
     * @param {import("./roots.js").Root} root
     */
    #beginning({ instance: { bindings } }) {
      const start = (this.#start = this.#starting());
      if (!this.#asked.length) return start;
      const from = bindings.Widget.start({ ...start, mapping: this.#mapping });
      const state = this.#asked.reduce((state, ask) => whole(ask(state)), whole(from));
      // An address would beat it: then it is asked for once more.
      if (readAttribute(this, "urlState") === null) this.#asked = [];
      return { ...start, state };
    }

    /**
     * The attributes say something else to start from: that part of the state changes, and what
     * the reader has besides stays.
     * @param {Record<string, string>} before
     */
    #startAnew(before) {
      const start = this.#starting();
      if (START.every((name) => start[name] === before[name])) return;
      this.#start = start;
      this.#ask((state, widget) => {
        const mapping = this.#mapping;
        const bindings = this.#root?.instance.bindings;
        return bindings?.Widget.changed(state, { ...before, mapping }, { ...start, mapping }, Boolean(widget)) ?? { ...state, query: start.query ?? "", sort: start.sort ?? "" };
      });
    }

    /** Waits for the module, and draws. */
    #load() {
      if (this.#coming) return;
      if (this.#items === undefined) this.#early = askEarly(this);
      const coming = (this.#coming = this.#breaks ? instance() : commonInstance());
      coming.then(
        (found) => {
          // The element may have left, and may be waiting for another instance by now.
          if (this.#coming !== coming || !this.#connected) return;
          const root = (this.#root = takeRoot(found, this.#hearer()));
          found.onBreak.add(this.#hearBreak);
          this.shadowRoot?.prepend(root.host);
          this.#flush();
        },
        (cause) => {
          if (this.#coming !== coming) return;
          this.#coming = undefined;
          this.#early?.drop();
          this.#fail(String(cause?.message ?? cause), true);
        },
      );
    }

    /** Gives the root back, for another element or for this one's return. */
    #release() {
      const root = this.#root;
      if (root) {
        const state = this.#widget?.state();
        this.#found?.letGo(true);
        // Where the reader was, for the case that the element comes back.
        if (state && readAttribute(this, "urlState") === null) this.#asked.unshift(() => state);
        root.instance.onBreak.delete(this.#hearBreak);
        giveBack(root);
      }
      this.#leave();
    }

    /** The list is gone. */
    #leave() {
      this.#early?.drop();
      this.#early = undefined;
      this.#root = this.#coming = this.#begin = this.#handed = this.#found = undefined;
      this.#answers = {};
      this.#told = [];
      this.#drawings.end();
    }

    /**
     * The module broke: its list is gone, and with a new instance of its own another one begins.
     * @param {unknown} cause
     */
    #hearBreak = (cause) => {
      const root = this.#root;
      if (!root) return;
      root.instance.onBreak.delete(this.#hearBreak);
      giveBack(root);
      this.#leave();
      this.#breaks += 1;
      const again = this.#breaks < 2;
      this.#fail(`the widget broke off: ${cause}`, again);
      if (again) this.#later();
    };

    /**
     * The author's own words stand in for a widget that can't run.
     * @param {string} message
     * @param {boolean} retryable
     */
    #fail(message, retryable) {
      this.#dirty = false;
      this.#stand("error");
      this.#send("ac-error", { kind: "wasm", message, url: null, retryable });
      this.#drawings.end();
    }

    /** What the module tells, as events. @returns {Hearer} */
    #hearer() {
      return {
        load: (count, skipped, url) => {
          this.#decoration.renewed = true;
          this.#tell("ac-load", { count, skipped, url });
        },
        error: (kind, message, url, retryable) => {
          this.#tell("ac-error", { kind, message, url: url ?? null, retryable });
          // One in the background changes nothing on screen.
          this.#later();
        },
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
      const widget = this.#widget;
      // A list that is not even begun stands nowhere.
      if (!widget || !revision) return;
      this.#answers = {};
      // What was asked for before there was a list comes first.
      if (this.#asked.length || this.#orders.length) return this.#later();
      this.#stand(/** @type {Status} */ (widget.status()));
      this.#decoration.run(this.shadowRoot, (id) => this.article(id));
      const told = this.#told;
      this.#told = [];
      for (const tell of told) tell();
      this.#drawings.done(revision, this.#widget?.waiting());
    }

    /**
     * Once what was set up to now is drawn, and nothing is on its way that is waited for.
     * @param {(waiting: string | undefined) => boolean} until
     * @returns {Promise<void>}
     */
    #whenDrawn(until = () => true) {
      if (!this.#connected || !(this.#dirty || this.#root)) return Promise.resolve();
      const revision = this.#drawings.asked + Number(this.#dirty);
      return this.#drawings.when(revision, until, this.#widget?.waiting());
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
      if (this.#fallback.hidden !== isThere) {
        const place = isThere ? this.#readersPlace() : undefined;
        this.#fallback.hidden = isThere;
        place?.focus({ preventScroll: true });
      }
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

    /** Where the list has the link that the reader is at, in the author's words. */
    #readersPlace() {
      const at = /** @type {Document | ShadowRoot} */ (this.getRootNode()).activeElement;
      if (!at || at === this || !this.contains(at)) return undefined;
      /** @type {NodeListOf<HTMLAnchorElement>} */
      const links = /** @type {ShadowRoot} */ (this.shadowRoot).querySelectorAll("a[href]");
      // Wherever it leads, however it is written.
      return [...links].find((link) => link.href === /** @type {Partial<HTMLAnchorElement>} */ (at).href);
    }

    /** The list, unless it is broken. @returns {Widget | undefined} */
    get #widget() {
      const root = this.#root;
      return root?.instance.broken ? undefined : root?.widget;
    }

    /**
     * @template T
     * @param {string} name
     * @param {(widget: Widget) => T | undefined} ask
     * @param {T} otherwise
     * @returns {T}
     */
    #answer(name, ask, otherwise) {
      const widget = this.#widget;
      if (!widget) return otherwise;
      if (!(name in this.#answers)) this.#answers[name] = ask(widget) ?? otherwise;
      return /** @type {T} */ (this.#answers[name]);
    }

    /** @param {Ask} ask */
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
      const set = /** @type {any} */ (this.#items);
      if (set !== this.#handed || !this.#root) return set;
      return this.#answer("items", articles, undefined);
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
      const now = this.#widget?.state() ?? { query: readAttribute(this, "query"), sort: readAttribute(this, "sort") };
      return this.#asked.reduce((state, ask) => whole(ask(state)), whole(now));
    }

    set state(state) {
      const next = copyOf(state) ?? {};
      this.#ask(() => next);
    }

    get decorateCard() {
      return this.#decoration.decorate;
    }

    set decorateCard(decorate) {
      const next = typeof decorate === "function" ? decorate : null;
      if (next === this.#decoration.decorate) return;
      this.#decoration.decorate = next;
      this.#decoration.run(this.shadowRoot, (id) => this.article(id));
    }

    get status() {
      return this.#status;
    }

    get results() {
      const ask = (/** @type {Widget} */ widget) => {
        this.#found?.letGo();
        return (this.#found = find(widget, () => this.#widget === widget)).results;
      };
      return this.#answer("results", ask, NO_RESULTS);
    }

    get facetCounts() {
      return this.#answer("facetCounts", facetCounts, {});
    }

    get diagnostics() {
      return this.#answer("diagnostics", diagnostics, NO_DIAGNOSTICS);
    }

    get ready() {
      return this.#ready;
    }

    get updateComplete() {
      return this.#whenDrawn();
    }

    /** @param {string | URL} [url] */
    load(url) {
      const src = url === undefined ? undefined : String(url);
      const isOther = src !== undefined && (src !== this.getAttribute("src") || this.#items !== undefined);
      if (!isOther) return this.reload();
      this.#again();
      this.setAttribute("src", src);
      return this.#whenDrawn((waiting) => waiting !== "feed");
    }

    reload() {
      this.#again();
      // A list that is only now made loads by itself.
      if (this.#widget?.isThere()) this.#give((widget) => widget.reload());
      return this.#whenDrawn((waiting) => waiting !== "feed");
    }

    /** Whatever came before, the feed is wanted now. */
    #again() {
      this.#breaks = 0;
      this.#eager = true;
      this.#later();
    }

    async loadMore() {
      await this.#whenDrawn((waiting) => waiting !== "feed");
      this.#give((widget) => widget.more());
      await this.#whenDrawn((waiting) => waiting === undefined);
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
      const widget = this.#widget;
      return (widget && articles(widget, [String(id)]))?.[0] ?? null;
    }

    /** @param {FocusOptions} [options] */
    focus(options) {
      const find = (/** @type {string} */ what) => [...(this.shadowRoot?.querySelectorAll(what) ?? [])];
      const own = [".ac-search-input", ".ac-retry", ".ac-card-link", "select", "button", "a[href]", "input"].flatMap(find);
      for (const target of [...own, ...this.querySelectorAll("a[href], button, input, select")]) {
        /** @type {HTMLElement} */ (target).focus(options);
        // What is hidden takes no focus.
        if (target.matches(":focus")) return;
      }
    }
  }

  defineAttributes(ArticleCards);
  return ArticleCards;
}
