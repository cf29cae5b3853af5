// The custom element: passes attributes and properties to the module, and emits what happens in
// the list as events. Importing it has no side effect, on a server too.
import { ATTRIBUTES, NAMES, attributeOf, defineAttributes, readAttribute } from "./attributes.js";
import { CardDecorator } from "./card-decorator.js";
import { CardViews } from "./card-views.js";
import { EngineLoader } from "./engine-loader.js";
import { FirstPaint } from "./first-paint.js";
import { ListController } from "./list-controller.js";
import { OwnContent } from "./own-content.js";
import { prefetchFeeds } from "./prefetch.js";
import { Preset } from "./presets.js";
import { NO_DIAGNOSTICS, NO_RESULTS, readArticles, readDiagnostics, readFacetCounts, readResults } from "./results.js";
import { FallbackSlot, adoptStyles, focusFirst, setCustomState } from "./shadow-root.js";
import { clone, isEqual } from "./state.js";
import { Translations, languageFor, localeOf, setLanguage } from "./translations.js";

/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */
/** @typedef {import("./index.js").Status} Status */
/** @typedef {import("./engine.js").State} State */

/** The writable properties that are not attributes. @type {readonly (keyof ArticleCardsElement)[]} */
const PROPERTIES = ["items", "engine", "mapping", "messages", "state", "renderCard", "decorateCard"];

/** The state of a list that nobody has changed. */
const NO_STATE = { query: "", sort: "", page: 1, filters: {} };

const isFeedLoaded = (/** @type {string | undefined} */ loading) => loading !== "feed";
const isIdle = (/** @type {string | undefined} */ loading) => loading === undefined;

/** @type {ReturnType<typeof createClass> | undefined} */
let elementClass;

/** Returns the element's class. Created on first use, since a server has no `HTMLElement`. */
export const getElementClass = () => (elementClass ??= createClass());

function createClass() {
  class ArticleCards extends HTMLElement {
    static observedAttributes = [...NAMES.map(attributeOf), "lang", "dir"];

    /** @type {ElementInternals | undefined} */
    #internals;
    #shadow = this.attachShadow({ mode: "open" });
    #fallback = new FallbackSlot(this, this.#shadow, () => this.#list.requestUpdate());
    #firstPaint = new FirstPaint(this, this.#shadow);
    #translations = new Translations();
    #preset = new Preset();
    #engineLoader = new EngineLoader();
    #decorator = new CardDecorator();
    #content = new OwnContent(/** @type {any} */ (this), () => this.#list.requestUpdate());
    #views = new CardViews((id) => this.#list.emit("ac-card-view", { id }));
    /** @type {import("./prefetch.js").Prefetch | undefined} */
    #prefetch;
    /** The feed, if it has arrived before the module. @type {import("./feed-arrival.js").ArrivedFeed | undefined} */
    #feed;

    /** @type {unknown} */
    #items;
    /** The items that the module has. @type {unknown} */
    #renderedItems;
    /** @type {import("./engine.js").Mapping | undefined} */
    #mapping;
    /** A search engine of the page. @type {import("./search-engine.js").SearchEngine | undefined} */
    #engine;
    /** @type {object | undefined} */
    #messages;
    /** Whether the feed is loaded at once, whatever `loading` says. */
    #isEager = false;

    /** @type {Status} */
    #status = "idle";
    #resolveReady = () => {};
    /** @type {Promise<void>} */
    #ready = new Promise((resolve) => (this.#resolveReady = resolve));
    /** The results that were read last. @type {ReturnType<typeof readResults> | undefined} */
    #results;

    #list = new ListController(/** @type {any} */ (this), {
      willMount: () => {
        this.#loadMapping();
        this.#content.props();
        if (this.#items === undefined && this.engine === "browser") this.#prefetch = prefetchFeeds(this, this.#onArrival);
        else this.#loadEngine();
      },
      mapping: () => this.#loadMapping() ?? this.mapping,
      props: (isFirst) => this.#props(isFirst),
      didMount: (host) => {
        if (this.#firstPaint.isShown) this.#firstPaint.hold(host);
        else this.#fallback.insert(host);
      },
      ownCard: (article) => this.#content.make(article),
      didRender: (host, widget, report) => {
        setLanguage(host, this);
        this.#content.update(host, widget);
        this.#views.update(host);
        // Cards stay until the list has cards of its own.
        if (this.#firstPaint.hasCards && this.#hasSource && (this.#status === "loading" || this.#status === "idle")) return report();
        const didInsert = () => {
          this.#feed = undefined;
          this.#decorateCards();
        };
        this.#firstPaint.exchange(() => this.#fallback.insert(host), didInsert, () => {
          this.#settleReady();
          report();
        });
      },
      willUnmount: () => {
        this.#firstPaint.release();
        this.#settleReady();
        this.#content.clear();
        this.#views.clear();
        this.#results?.release(true);
        this.#prefetch?.abort();
        this.#prefetch = this.#renderedItems = this.#results = this.#feed = undefined;
      },
      didChangeStatus: (status) => this.#setStatus(status),
    });

    constructor() {
      super();
      adoptStyles(this.#shadow);
      try {
        this.#internals = this.attachInternals();
      } catch {
        // Only `:state()` is missing then.
      }
    }

    connectedCallback() {
      this.#upgradeProperties();
      this.#list.connect();
    }

    disconnectedCallback() {
      this.#list.disconnect();
    }

    /** Called in place of the two above when the page moves the element with `moveBefore`. */
    connectedMoveCallback() {
      this.#list.requestUpdate();
    }

    adoptedCallback() {
      adoptStyles(this.#shadow);
    }

    /**
     * @param {string} name
     * @param {string | null} before
     * @param {string | null} after
     */
    attributeChangedCallback(name, before, after) {
      if (name === "mapping" && after !== null) this.#mapping = undefined;
      if (name === "engine" && after !== null) this.#engine = undefined;
      const replacesItems = name === "src" && after !== null && this.#items !== undefined;
      if (before === after && !replacesItems) return;
      if (replacesItems) this.#items = undefined;
      this.#list.attributeChanged();
    }

    /** Sets again, in the same order, the properties that were set before the class was defined. */
    #upgradeProperties() {
      const names = [...NAMES, ...PROPERTIES];
      /** @type {Record<string, unknown>} */
      const self = /** @type {any} */ (this);
      for (const name of Object.keys(this)) {
        if (!names.includes(/** @type {any} */ (name))) continue;
        const value = self[name];
        delete self[name];
        self[name] = value;
      }
    }

    /**
     * Returns what the list is rendered with; `undefined` while its translation or its preset is loaded.
     * @param {boolean} isFirst
     */
    #props(isFirst) {
      if (!this.#loadMessages(!isFirst)) return undefined;
      const mapping = this.#loadMapping();
      const content = this.#content.props();
      const engine = this.#loadEngine();
      if (mapping === undefined || engine === undefined || !content) return undefined;
      this.#renderedItems = this.#items;
      if (this.#items !== undefined) this.#prefetch?.abort();
      const props = Object.fromEntries(NAMES.map((name) => [name, readAttribute(this, name) ?? undefined]));
      return {
        ...props,
        ...content,
        // Its default depends on another attribute.
        ...(ATTRIBUTES.facets.parse(this.getAttribute("facets") ?? "") === undefined && { facets: undefined }),
        ...(this.#isEager && { loading: "eager" }),
        locale: localeOf(this),
        items: this.#items,
        engine,
        mapping,
        translation: this.#translations.current,
        messages: this.#messages,
        prefetch: this.#prefetch,
        hasFallback: this.#fallback.isPrerendered,
      };
    }

    /** Returns the mapping, or null without one; `undefined` while its preset is loaded. */
    #loadMapping() {
      const { mapping } = this;
      return typeof mapping === "string" ? this.#preset.load(mapping, () => this.#list.requestUpdate()) : mapping;
    }

    /** Returns the client of the search engine, or null without one; `undefined` while its script is loaded. */
    #loadEngine() {
      const { engine } = this;
      if (engine === "browser") return null;
      const [src, apiKey] = /** @type {const} */ (["src", "apiKey"]).map((name) => readAttribute(this, name) ?? "");
      const client = this.#engineLoader.load(engine, src, apiKey, () => this.#list.requestUpdate());
      client?.update({ facets: readAttribute(this, "facets"), locale: localeOf(this) ?? null, timeZone: readAttribute(this, "timeZone") });
      return client;
    }

    /** Returns whether the messages on screen are loaded. @param {boolean} isRendered */
    #loadMessages(isRendered) {
      const locale = localeOf(this);
      const language = locale && languageFor(locale);
      return this.#translations.load(language || undefined, isRendered, () => this.#list.requestUpdate());
    }

    get #hasSource() {
      return readAttribute(this, "src") !== null || this.#items !== undefined || this.#engine !== undefined;
    }

    /** Shows the list until the module renders it, or in place of one that cannot run. */
    #showFirstPaint() {
      const isError = this.#status === "error";
      if (isError ? this.#fallback.hasContent : !this.#hasSource || this.#fallback.isPrerendered) return this.#firstPaint.remove();
      // Called again once they are drawn.
      if (isError && this.#firstPaint.isDrawing) return;
      if (isError && this.#firstPaint.hasCards) return this.#firstPaint.keepCards();
      const own = Object.entries(this.#messages ?? {}).filter(([, text]) => typeof text === "string");
      const messages = this.#loadMessages(isError) ? { ...this.#translations.current, ...Object.fromEntries(own) } : undefined;
      if (isError) this.#firstPaint.showError(messages, () => this.reload());
      else this.#firstPaint.show(messages);
      this.#showCards();
    }

    /** @type {import("./prefetch.js").OnArrival} */
    #onArrival = (prefetch, feed) => {
      if (this.#prefetch !== prefetch || this.#list.widget || this.#status !== "loading") return;
      this.#feed = feed;
      this.#setStatus("loading");
    };

    /** Shows the first cards before the module, if they are usual. */
    #showCards() {
      const isOwn = this.#messages || this.#mapping || this.#content.hasAny || this.#decorator.decorate || !isEqual(this.state, NO_STATE);
      const feed = isOwn ? undefined : this.#arrivedFeed();
      if (feed) this.#firstPaint.showCards(feed, localeOf(this), () => this.#setStatus(this.#status));
    }

    /** Returns what the module will read, if it has arrived. */
    #arrivedFeed() {
      if (this.#items === undefined) return this.#prefetch?.isOf(this) ? this.#feed : undefined;
      try {
        return { text: JSON.stringify(this.#items), url: document.baseURI };
      } catch {
        // The module reads what it can.
        return undefined;
      }
    }

    #decorateCards() {
      this.#decorator.run(this.#shadow, (id) => this.article(id));
    }

    /** @param {Status} status */
    #setStatus(status) {
      this.#status = status;
      const isListShown = status === "ready" || status === "empty";
      if (!this.#list.widget) this.#showFirstPaint();
      const { hasCards } = this.#firstPaint;
      this.#fallback.mark(status === "loading" && !hasCards);
      this.#fallback.toggle(isListShown || hasCards);
      setCustomState(this.#internals, status);
      if (!this.#firstPaint.isHeld) this.#settleReady();
    }

    #settleReady() {
      if (this.#status !== "idle" && this.#status !== "loading") this.#resolveReady();
    }

    get items() {
      const items = /** @type {any} */ (this.#items);
      if (items !== this.#renderedItems || !this.#list.widget) return items;
      return this.#list.read("items", readArticles, undefined);
    }

    set items(value) {
      const items = value ?? undefined;
      if (items === this.#items) return;
      this.#items = items;
      this.#list.requestUpdate();
    }

    /** A mapping as an object, or the name of a preset. */
    get mapping() {
      return this.#mapping ?? readAttribute(this, "mapping");
    }

    set mapping(mapping) {
      if (isEqual(mapping ?? null, this.mapping)) return;
      const isObject = typeof mapping === "object" && mapping !== null;
      this.#mapping = /** @type {any} */ (isObject ? clone(mapping) : undefined);
      if (isObject || mapping === undefined || mapping === null) this.removeAttribute("mapping");
      else this.setAttribute("mapping", mapping);
      this.#list.requestUpdate();
    }

    /** A search engine of the page, or the name of one. */
    get engine() {
      return this.#engine ?? readAttribute(this, "engine");
    }

    set engine(engine) {
      if (engine === this.engine) return;
      const isObject = typeof engine === "object" && engine !== null;
      this.#engine = /** @type {any} */ (isObject ? engine : undefined);
      if (isObject || engine === undefined || engine === null) this.removeAttribute("engine");
      else this.setAttribute("engine", engine);
      this.#list.requestUpdate();
    }

    get messages() {
      return this.#messages;
    }

    set messages(messages) {
      if (isEqual(messages, this.#messages)) return;
      this.#messages = clone(messages);
      this.#list.requestUpdate();
    }

    get state() {
      return this.#list.state({ query: readAttribute(this, "query"), sort: readAttribute(this, "sort") });
    }

    set state(value) {
      const state = clone(value) ?? {};
      this.#list.updateState(() => state);
    }

    get renderCard() {
      return this.#content.renderCard;
    }

    set renderCard(value) {
      const render = typeof value === "function" ? value : null;
      if (render === this.#content.renderCard) return;
      this.#content.renderCard = render;
      this.#content.invalidate();
    }

    get decorateCard() {
      return this.#decorator.decorate;
    }

    set decorateCard(value) {
      const decorate = typeof value === "function" ? value : null;
      if (decorate === this.#decorator.decorate) return;
      this.#decorator.decorate = decorate;
      this.#decorateCards();
    }

    get status() {
      return this.#status;
    }

    get results() {
      const read = (/** @type {Widget} */ widget) => {
        this.#results?.release();
        return (this.#results = readResults(widget, () => this.#list.widget === widget)).results;
      };
      return this.#list.read("results", read, NO_RESULTS);
    }

    get facetCounts() {
      return this.#list.read("facetCounts", readFacetCounts, {});
    }

    get diagnostics() {
      return this.#list.read("diagnostics", readDiagnostics, NO_DIAGNOSTICS);
    }

    get saved() {
      return this.#list.read("saved", (widget) => widget.saved(), []);
    }

    get ready() {
      return this.#ready;
    }

    get updateComplete() {
      // A feed answers at once, a search engine later.
      return this.#list.whenRendered(this.engine === "browser" ? undefined : isFeedLoaded);
    }

    /** @param {string | URL} [url] */
    load(url) {
      const src = url === undefined ? undefined : String(url);
      const isOther = src !== undefined && (src !== this.getAttribute("src") || this.#items !== undefined);
      if (!isOther) return this.reload();
      this.#loadEagerly();
      this.setAttribute("src", src);
      return this.#list.whenRendered(isFeedLoaded);
    }

    reload() {
      this.#loadEagerly();
      // A list that is mounted later loads by itself.
      if (this.#list.widget?.isMounted()) this.#list.run((widget) => widget.reload());
      return this.#list.whenRendered(isFeedLoaded);
    }

    /** Loads the feed at once, even if the list is lazy or crashed too often. */
    #loadEagerly() {
      this.#isEager = true;
      this.#list.clearCrashes();
    }

    async loadMore() {
      await this.#list.whenRendered(isFeedLoaded);
      this.#list.run((widget) => widget.loadMore());
      await this.#list.whenRendered(isIdle);
    }

    /** @param {string} text */
    search(text) {
      this.#list.updateState((state) => ({ ...state, query: String(text ?? ""), page: 1 }));
    }

    /** @type {ArticleCardsElement["setFilter"]} */
    setFilter(field, value) {
      const filter = clone(value);
      this.#list.updateState((state) => {
        const filters = { ...state.filters, [field]: filter };
        if (filter === undefined) delete filters[field];
        return /** @type {State} */ ({ ...state, filters, page: 1 });
      });
    }

    clearFilters() {
      this.#list.updateState((state) => ({ ...state, filters: {}, page: 1 }));
    }

    /** @param {string} id */
    article(id) {
      const widget = this.#list.widget;
      return (widget && readArticles(widget, [String(id)]))?.[0] ?? null;
    }

    /** @param {string} id @param {boolean} [saved] */
    save(id, saved = true) {
      const save = () => this.#list.run((widget) => widget.save(String(id), Boolean(saved)));
      // What is saved of an article comes from the feed.
      if (isFeedLoaded(this.#list.widget?.loading()) && this.#list.widget?.isMounted()) save();
      else void this.#list.whenRendered(isFeedLoaded).then(save);
    }

    /** @param {FocusOptions} [options] */
    focus(options) {
      focusFirst(this, options);
    }
  }

  defineAttributes(ArticleCards);
  return ArticleCards;
}
