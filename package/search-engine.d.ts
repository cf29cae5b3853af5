import type { State, ValueCount } from "./engine.js";

/** A field whose values are counted, and how its selected values combine. */
export interface RequestedFacet {
  field: string;
  operator: "and" | "or";
}

/** What a list asks a search engine. */
export interface SearchRequest {
  /** The query. Its `page` says nothing about which articles are asked for. */
  state: Required<State>;
  /** The fixed filter of the list, which everything is counted within; it protects nothing. */
  only: Required<State> | null;
  facets: readonly RequestedFacet[];
  /** Which page of `pageSize` articles is asked for, from 1. */
  page: number;
  /** The number of articles on a page, from 1; at first it may be that of several pages of cards. */
  pageSize: number;
  /** The list's language, as a BCP 47 tag; `undefined` for that of the environment. */
  locale: string | undefined;
  /** The zone of the days `from` and `to`, as an IANA name; `undefined` for that of the environment. */
  timeZone: string | undefined;
}

/** A value of a facet, and the number of articles that selecting it would give. */
export type FacetValue = Pick<ValueCount, "value" | "count">;

/** Parts of a text, as `[start, end]` in UTF-16 units, the end excluded. */
export type TextRanges = readonly (readonly [start: number, end: number])[];

/** What a search engine answers. */
export interface SearchAnswer {
  /** The number of articles that match. */
  total: number;
  /** The articles of the page, in order, in the format of feeds or of the list's `mapping`. */
  articles: readonly unknown[];
  /** The values of each requested facet, in the order to show them. */
  facetCounts: Readonly<Record<string, readonly FacetValue[]>>;
  /** What to mark in titles and excerpts, by the article's id. Without it the list marks the words of the query itself. */
  highlights?: Readonly<Record<string, Readonly<{ title?: TextRanges; excerpt?: TextRanges }>>>;
}

/** What a search engine can do. What it can't is not offered to readers; whatever is absent counts as `true`. */
export interface SearchCapabilities {
  /** Quoted phrases. */
  readonly phrases?: boolean;
  /** Excluded words and values. */
  readonly exclusions?: boolean;
  /** Ranges of dates and scores. */
  readonly ranges?: boolean;
  /** Sort orders: all, none, or only those named, as in `["-publishedDateTime", "title"]`. */
  readonly sorts?: boolean | readonly string[];
  /** Searching the values of a facet. */
  readonly facetSearch?: boolean;
  /** Words with typos. */
  readonly typos?: boolean;
}

/** Answers the queries of a list in place of the browser. */
export interface SearchEngine {
  /**
   * Answers a request. A rejection is shown to the reader with a button that tries again, and what was
   * shown stays. Once `signal` is aborted, the answer is not used.
   */
  search(request: SearchRequest, options: { signal: AbortSignal }): Promise<SearchAnswer>;
  /** Returns the values of a facet that contain a text. */
  searchFacetValues?(
    field: string,
    text: string,
    request: SearchRequest,
    options: { signal: AbortSignal },
  ): Promise<readonly FacetValue[]>;
  readonly can?: SearchCapabilities;
}
