import type { SearchEngine } from "./search-engine.js";

/** Where an OpenSearch or Elasticsearch server is, and how it is asked. */
export interface OpenSearchOptions {
  /**
   * The URL of the index at the site's own proxy: `https://news.example/search`.
   * Requests are sent to it with `/_search` at the end. Several URLs have spaces between them: if one
   * does not answer, another one is asked.
   */
  url: string;
  /** Further URLs. */
  nodes?: readonly string[];
  /** What is sent as `Authorization: ApiKey …`, where the proxy does not add it: everybody who sees the page can read it. */
  apiKey?: string;
  /** Further headers of requests. */
  headers?: Readonly<Record<string, string>>;
  /** How long an answer may take, in milliseconds. Default: 5,000. */
  timeoutMs?: number;
  /** How many values of a facet are counted, the most frequent ones. Default: 1,000. */
  facetValues?: number;
}

/**
 * Creates an engine that asks an OpenSearch or Elasticsearch server, which `article-cards push` has
 * loaded. Throws a `TypeError` if an option is missing or wrong.
 */
export function createOpenSearch(options: OpenSearchOptions): SearchEngine;
