/** What a feed may be given as: a value of JavaScript, JSON as text or bytes, or a fetched answer. */
export type FeedSource = object | string | Uint8Array | ArrayBuffer | Response;

/** How a feed is read and asked. A value that can't be read counts as absent. */
export interface EngineOptions {
  /**
   * The address of the document, against which relative addresses in it are resolved. Without one
   * (a `Response` has its own) they are dropped, each with a diagnostic.
   */
  url?: string | URL;
  /** IANA name of the time zone whose days `from` and `to` mean; the environment's own if absent. */
  timeZone?: string;
  /** BCP 47 tag of the language in whose order titles and names are sorted. */
  locale?: string;
  /**
   * The fields whose values are counted: `"topics:and,provider"`, or an array of such; `"none"` or
   * an empty array for none at all. Default: `topics,provider,type`.
   */
  facets?: string | readonly string[];
  /** Our field from a dotted path in a foreign item: `{title: "headline"}`. */
  mapping?: Readonly<Record<string, string>>;
  /** The largest document that is read, in bytes. Default: 268,435,456. */
  maxBytes?: number;
  /** Whether articles that say `"published": false` are found. */
  withUnpublished?: boolean;
}

/** The values of a field that are chosen, and those that are excluded. */
export interface Selection {
  any?: readonly string[];
  not?: readonly string[];
}

/** From the least to the greatest, both included; `null` is an open end. */
export type Range = readonly [min: number | null, max: number | null];

/**
 * What is filtered by: days (`2021-06-30`), scores, and the values of fields such as `topics`,
 * `provider`, `type` and `category`.
 */
export interface Filters {
  from?: string;
  to?: string;
  quality?: Range;
  heat?: Range;
  [field: string]: Selection | Range | string | undefined;
}

/** What is asked for. What can't be read of it is passed over. */
export interface State {
  /** The text that is searched for. */
  query?: string;
  /** Keys between commas, `-` before those that fall: `"-heat,title"`. `""`: none was chosen. */
  sort?: string;
  /** Means nothing to an engine, which always finds all. */
  page?: number;
  filters?: Filters;
}

/** A value of a facet. */
export interface ValueCount {
  value: string;
  /** How many articles there would be with it. */
  count: number;
  selected: boolean;
  excluded: boolean;
}

/** What a query finds. */
export interface Result {
  total: number;
  /** The identities of the whole result, in order; made when first read. */
  readonly ids: string[];
  /** The values of each facet, by falling count, then name. */
  facetCounts: Record<string, ValueCount[]>;
  /** How long the query ran, in milliseconds. */
  tookMs: number;
}

/** A picture. */
export interface Image {
  url: string;
  width?: number;
  height?: number;
  title?: string;
  attribution?: string;
  /** `true`, or absent. */
  isCached?: true;
}

/** Who publishes an article. */
export interface Provider {
  name?: string;
  domain?: string;
  images?: Image[];
}

/** An article in short form. */
export interface RelatedArticle {
  title: string;
  excerpt?: string;
  /** A moment in UTC (`2021-06-16T20:00:00Z`), or a day (`2021-06-16`). */
  publishedDateTime?: string;
  webUrl?: string;
  originalUrl?: string;
  type: string;
  provider?: Provider;
  quality?: number;
  images?: Image[];
}

/**
 * An article, normalised: plain text, absolute addresses, no empty lists. A field that a `mapping`
 * fills beside these is a list of strings under its own name.
 */
export interface Article extends RelatedArticle {
  id: string;
  category?: string[];
  topics?: string[];
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

/** One thing wrong with one article or field of the feed, which cost only itself. */
export interface Diagnostic {
  /** Place of the article in the feed, from 0 on; `null`: it is about the document. */
  index: number | null;
  /** Path of the field from the article: `images[0].url`; empty: the article itself. */
  path: string;
  message: string;
}

/** The first 1,000 diagnostics, and the count of all. */
export type Diagnostics = readonly Diagnostic[] & { readonly count: number };

/** A feed that can be asked. */
export interface Engine {
  /** Runs a query; a string is one in the notation of addresses: `q=tide&topics=Sea`. */
  query(state?: State | string | null): Result;
  /** The articles of these identities, in this order; those that can't be found are left out. */
  articles(ids: string | Iterable<string>): Article[];
  readonly diagnostics: Diagnostics;
  /** Gives the memory back. Whatever is asked of the engine afterwards throws. */
  free(): void;
}

/** What went wrong with a feed as a whole. */
export type FeedErrorKind = "network" | "http" | "size" | "parse" | "shape" | "wasm";

/** With what `createEngine` rejects. */
export interface FeedError extends Error {
  kind: FeedErrorKind;
  /** The address of the document. */
  url?: string;
  /** Where in the document, both counted from 1. */
  line?: number;
  column?: number;
  /** The status of an answer that is none of success. */
  status?: number;
}

/**
 * Reads a feed and makes it ready to be asked, without any document: in pages, workers and Node.
 * The words for searches are read afterwards, while the page goes on; a search before they are all
 * there reads the rest at once.
 * Rejects with a {@link FeedError} if it is no feed.
 */
export function createEngine(feed: FeedSource, options?: EngineOptions | null): Promise<Engine>;
