import type { Article, Diagnostics, Filters, Range, Selection, State, ValueCount } from "./engine.js";

export type {
  Article,
  Diagnostic,
  Diagnostics,
  Filters,
  Image,
  Provider,
  Range,
  RelatedArticle,
  Selection,
  State,
  ValueCount,
} from "./engine.js";

/** Where the module of WebAssembly comes from: an address, an answer, its bytes, or compiled. */
export type WasmSource =
  | string
  | URL
  | Response
  | Promise<Response>
  | BufferSource
  | (WebAssembly.Module & object);

/** Where a list stands. */
export type Status = "idle" | "loading" | "ready" | "empty" | "error";

/** Why a document could not be had or read; `page`: a further page of the feed; `wasm`: the widget itself. */
export type ErrorKind = "network" | "http" | "timeout" | "size" | "parse" | "shape" | "page" | "wasm";

/** What a list shows. */
export interface Results {
  readonly total: number;
  /** The identities of the whole result, in order; made when first read. */
  readonly ids: string[];
  /** How long the query ran, in milliseconds. */
  readonly tookMs: number;
}

/** A document was read. */
export interface LoadDetail {
  /** Articles that it added. */
  count: number;
  /** Entries that were left out. */
  skipped: number;
  url: string;
}

/** A document could not be had or read, or the widget could not run. */
export interface ErrorDetail {
  kind: ErrorKind;
  message: string;
  url: string | null;
  /** Whether the same may succeed later. */
  retryable: boolean;
}

/** The reader asks for something else. */
export interface ChangeDetail {
  state: State;
  total: number;
}

/** The reader clicks on a link of a card; `preventDefault()` stops the browser from following it. */
export interface CardClickDetail {
  id: string;
  url: string;
}

/** The reader asks for more, or for another page. */
export interface PageDetail {
  page: number;
}

/** The element's events by their names. */
export interface ArticleCardsEvents {
  "ac-load": CustomEvent<LoadDetail>;
  "ac-error": CustomEvent<ErrorDetail>;
  "ac-change": CustomEvent<ChangeDetail>;
  "ac-card-click": CustomEvent<CardClickDetail>;
  "ac-page": CustomEvent<PageDetail>;
}

/**
 * What can be set. Whatever is also an attribute reads back as what counts: its default, where the
 * attribute is absent, can't be read or is out of range. `null` removes it.
 */
export interface ArticleCardsProperties {
  /** Address of the feed. */
  src: string | null;
  /** Template of the address of further pages, with `{page}`. */
  pageSrc: string | null;
  /** The text to start with. */
  query: string;
  /** The order to start with: `-heat,title`. */
  sort: string;
  /** The filters to start with: `topics=AI&quality=50..`. */
  filter: string;
  /** A fixed frame, written like `filter`, also on `id`: nothing else is shown or counted. */
  only: string | null;
  /** The fields that are offered as filters: `topics,provider:and`; `none` for no filters. */
  facets: string;
  /** Cards at a time, 1 to 500. */
  pageSize: number;
  /** How more cards come. */
  paging: "more" | "infinite" | "pages" | "none";
  /** How the cards are laid out. */
  layout: "grid" | "list" | "compact";
  /** Keeps the state in the page's address, its keys after this prefix; `null`: it does not. */
  urlState: string | null;
  /** BCP 47; `null`: the nearest `lang` of the page. */
  locale: string | null;
  /** IANA; `null`: the browser's. */
  timeZone: string | null;
  /** Whether dates less than a week away are told relative to now. */
  dates: "relative" | "absolute";
  /** Light, dark, or as the page. */
  theme: "auto" | "light" | "dark";
  /** Level of the cards' headings, 2 to 6. */
  headingLevel: number;
  /** Where links open. */
  linkTarget: "_self" | "_blank";
  /** Template with `{url}` and `{width}`, for pictures whose `isCached` is true. */
  imageProxy: string | null;
  /** How many related articles a card shows; 0 hides them. */
  related: number;
  /** Seconds between reloads, 10 or more; 0: none. */
  refresh: number;
  /** When the feed is fetched: at once, or near the viewport. */
  loading: "eager" | "lazy";
  /** As `fetch` has it. */
  credentials: "omit" | "same-origin" | "include";
  /** The largest document that is read, in bytes. */
  maxBytes: number;
  /** Accessible name; makes the list a landmark. */
  label: string | null;
  /** Leaves out the search field. */
  withoutSearch: boolean;
  /** Leaves out the sort menu. */
  withoutSort: boolean;
  /** Leaves out pictures. */
  withoutImages: boolean;
  /** Leaves out excerpts. */
  withoutExcerpts: boolean;
  /** Shows quality and heat on cards, as ranges and as orders. */
  withScores: boolean;
  /** Shows unpublished articles too. */
  withUnpublished: boolean;
  /** Our field from a dotted path in a foreign item: `{title: "headline"}`. */
  mapping: Readonly<Record<string, string>> | undefined;
  /** Own words on screen, by their names. */
  messages: object | undefined;
  /** Called for each card drawn. */
  decorateCard: ((card: HTMLElement, article: Article) => void) | null;
}

/** The element `<article-cards>`. */
export interface ArticleCardsElement extends HTMLElement, ArticleCardsProperties {
  /** A feed as a value; of `src` and `items` the last set wins. Reads back as the articles, normalised. */
  get items(): Article[] | undefined;
  set items(items: unknown);
  /** What is asked for. */
  get state(): State;
  set state(state: State | null | undefined);
  readonly status: Status;
  readonly results: Results;
  readonly facetCounts: Readonly<Record<string, ValueCount[]>>;
  readonly diagnostics: Diagnostics;
  /** Settles when the list is ready, empty or failed for the first time; never rejects. */
  readonly ready: Promise<void>;
  /** Settles when what was last set has been drawn; never rejects. */
  readonly updateComplete: Promise<void>;
  /** Loads a feed, or the same once more; resolves when it is drawn, or its failure is. */
  load(url?: string | URL): Promise<void>;
  /** Loads the feed once more; resolves when it is drawn, or its failure is. */
  reload(): Promise<void>;
  /** Shows one more page; resolves when it is drawn. */
  loadMore(): Promise<void>;
  /** Searches for a text. */
  search(text: string): void;
  /** Filters by a field: values, a range, a day for `from` and `to`; `null` drops it. */
  setFilter(field: string, value: Selection | Range | string | null): void;
  /** Drops all filters but `only`. */
  clearFilters(): void;
  /** An article of the feed, normalised; `null`: there is none. */
  article(id: string): Article | null;
  addEventListener<K extends keyof ArticleCardsEvents>(
    type: K,
    listener: (this: ArticleCardsElement, event: ArticleCardsEvents[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ArticleCardsElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof ArticleCardsEvents>(
    type: K,
    listener: (this: ArticleCardsElement, event: ArticleCardsEvents[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<K extends keyof HTMLElementEventMap>(
    type: K,
    listener: (this: ArticleCardsElement, event: HTMLElementEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

/** The element's class. */
export interface ArticleCardsConstructor {
  new (): ArticleCardsElement;
  readonly prototype: ArticleCardsElement;
}

/** What a mounted list can be given: the element's properties by name. */
export interface MountProperties extends ArticleCardsProperties {
  items: unknown;
  state: State | null | undefined;
}

export interface MountOptions extends Partial<MountProperties> {
  /** Listeners by the names of events. */
  on?: { [K in keyof ArticleCardsEvents]?: (event: ArticleCardsEvents[K]) => unknown };
  /** Where the module of WebAssembly comes from, as for `init`. */
  wasm?: WasmSource;
  /** Takes the list out of the page when it is aborted. */
  signal?: AbortSignal;
}

export interface Mounted {
  readonly element: ArticleCardsElement;
  /** Sets properties of the element. */
  update(properties: Partial<MountProperties>): void;
  /** Takes the list out of the page. */
  destroy(): void;
}

/**
 * Fetches and compiles the module of WebAssembly, once; without a source the one beside the
 * package. To be called with a source before anything else, where a bundler moves that file.
 * Rejects if the module can't be had. The next call, or the next list, tries again: from the same
 * address, or from a source given then. An answer can be read only once: another one must be given.
 */
export function init(wasm?: WasmSource): Promise<void>;

/**
 * Puts a list at the end of an element of the page, or of the first that a selector finds.
 * Resolves when it is drawn for the first time, which may be before its feed has come.
 */
export function mount(target: Element | ShadowRoot | DocumentFragment | string, options?: MountOptions): Promise<Mounted>;

/**
 * Defines the element under a name, unless somebody has done so already; returns its class. On a
 * server, which has no elements, it does nothing.
 */
export function define(tag?: string): ArticleCardsConstructor | undefined;

declare global {
  interface HTMLElementTagNameMap {
    "article-cards": ArticleCardsElement;
  }
}
