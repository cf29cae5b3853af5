/** A feed: a JavaScript value, JSON as text or bytes, or a response of `fetch`. */
export type FeedSource = object | string | Uint8Array | ArrayBuffer | Response;

/**
 * Where the fields of articles are in foreign items: an expression for each field, or several in
 * order of preference. `$items` is the path of the list of items, `$next` that of the next page.
 */
export type Mapping = Readonly<Record<string, string | readonly string[]>>;

/** How a feed is read and queried. An invalid value counts as absent. */
export interface EngineOptions {
  /**
   * The URL of the document, against which relative URLs in it are resolved. Default: that of a
   * `Response`. Without one, relative URLs are dropped, each with a diagnostic.
   */
  url?: string | URL;
  /** Time zone of the days `from` and `to`, as an IANA name. Default: that of the environment. */
  timeZone?: string;
  /** Language whose rules sort titles and names, as a BCP 47 tag. Default: that of the environment. */
  locale?: string;
  /**
   * The fields whose values are counted: `"topics:and,provider"`, or an array of them; `"none"` or
   * an empty array for none. Default: `topics,provider,type`.
   */
  facets?: string | readonly string[];
  /** Where the fields of articles are in foreign items: `{title: "headline | html"}`, or a preset: `"wordpress"`. */
  mapping?: Mapping | string;
  /** The largest size of a document, in bytes. Default: 268,435,456. */
  maxBytes?: number;
  /** Whether articles with `"published": false` are found. */
  withUnpublished?: boolean;
}

/** The selected and the excluded values of a field. */
export interface Selection {
  any?: readonly string[];
  not?: readonly string[];
}

/** The least and the greatest value, inclusive; `null` is an open end. */
export type Range = readonly [min: number | null, max: number | null];

/**
 * Filters: days (`2021-06-30`), scores, and the values of fields such as `topics`, `provider`,
 * `type` and `category`.
 */
export interface Filters {
  from?: string;
  to?: string;
  quality?: Range;
  heat?: Range;
  [field: string]: Selection | Range | string | undefined;
}

/** A query. Invalid parts are ignored. */
export interface State {
  /** The search text. */
  query?: string;
  /**
   * Sort keys, separated by commas, with `-` for falling order: `"-heat,title"`; also fields of the
   * mapping with a number or a text. `""` is the default order.
   */
  sort?: string;
  /** The number of pages shown; engines ignore it. */
  page?: number;
  filters?: Filters;
}

/** A value of a facet. */
export interface ValueCount {
  value: string;
  /** The number of articles that selecting it would give. */
  count: number;
  selected: boolean;
  excluded: boolean;
}

/** The result of a query. */
export interface Result {
  total: number;
  /** The ids of the whole result, in order; computed on first access. */
  readonly ids: string[];
  /** The values of each facet, by falling count, then name. */
  facetCounts: Record<string, ValueCount[]>;
  /** The duration of the query, in milliseconds. */
  tookMs: number;
}

/** An image. */
export interface Image {
  url: string;
  width?: number;
  height?: number;
  title?: string;
  attribution?: string;
  /** `true`, or absent. */
  isCached?: true;
}

/** The publisher of an article. */
export interface Provider {
  name?: string;
  domain?: string;
  images?: Image[];
}

/** An article in short form. */
export interface RelatedArticle {
  title: string;
  excerpt?: string;
  /** A time in UTC (`2021-06-16T20:00:00Z`), or a day (`2021-06-16`). */
  publishedDateTime?: string;
  webUrl?: string;
  originalUrl?: string;
  type: string;
  provider?: Provider;
  quality?: number;
  images?: Image[];
}

/**
 * An article, normalised: plain text, absolute URLs, no empty lists. Any other field that a
 * `mapping` fills is a list of strings under its own name.
 */
export interface Article extends RelatedArticle {
  id: string;
  category?: string[];
  topics?: string[];
  authors?: string[];
  heat?: number;
  published: boolean;
  related?: RelatedArticle[];
  /** An ISO 8601 duration: `PT15M`. */
  length?: string;
  price?: string;
  levels?: string[];
  members?: number;
  locale?: string;
  [mapped: string]: unknown;
}

/** An invalid article, which was skipped, or an invalid field, which was dropped. */
export interface Diagnostic {
  /** The position of the article in the feed, from 0; `null` for the document itself. */
  index: number | null;
  /** The path of the field in the article, such as `images[0].url`; empty for the article itself. */
  path: string;
  message: string;
}

/** The first 1,000 diagnostics, and the count of all. */
export type Diagnostics = readonly Diagnostic[] & { readonly count: number };

/** A feed to query. */
export interface Engine {
  /** Runs a query; a string is in the notation of URLs: `q=tide&topics=Sea`. */
  query(state?: State | string | null): Result;
  /** Returns the articles with these ids, in this order, without unknown ones. */
  articles(ids: string | Iterable<string>): Article[];
  readonly diagnostics: Diagnostics;
  /** Frees the memory. Every later call throws. */
  free(): void;
}

/** Why a feed could not be read. */
export type FeedErrorKind = "network" | "http" | "size" | "parse" | "shape" | "wasm";

/** The error that `createEngine` rejects with. */
export interface FeedError extends Error {
  kind: FeedErrorKind;
  /** The URL of the document. */
  url?: string;
  /** The position in the document, counted from 1. */
  line?: number;
  column?: number;
  /** The status of an unsuccessful response. */
  status?: number;
}

/**
 * Loads the engine's module, which `createEngine` otherwise loads from beside its script. The first
 * source counts.
 */
export function init(wasm?: import("./index.js").WasmSource): Promise<void>;

/**
 * Reads and indexes a feed, without a DOM: in pages, workers and Node. Words are indexed after the
 * promise resolves, in time slices; an earlier search indexes the rest at once.
 * Rejects with a {@link FeedError} if the feed can't be read.
 */
export function createEngine(feed: FeedSource, options?: EngineOptions | null): Promise<Engine>;
