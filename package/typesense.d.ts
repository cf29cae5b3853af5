import type { SearchEngine } from "./search-engine.js";

/** Where a Typesense server is, and how it is asked. */
export interface TypesenseOptions {
  /**
   * The URL of the collection: `https://search.example/collections/news`. Of a server with several
   * nodes, the URLs of all of them between spaces: if one does not answer, another one is asked.
   */
  url: string;
  /** The URLs of further nodes. */
  nodes?: readonly string[];
  /** The collection or its alias. Default: the one that `url` names. */
  collection?: string;
  /** A key that may only search: everybody who sees the page can read it. */
  apiKey: string;
  /** How long a node may take to answer, in milliseconds. Default: 5,000. */
  timeoutMs?: number;
  /** How many values of a facet are counted, the most frequent ones. Default: 1,000. */
  facetValues?: number;
}

/**
 * Creates an engine that asks a Typesense server, which `article-cards push` has loaded. Throws a
 * `TypeError` if an option is missing or wrong.
 */
export function createTypesense(options: TypesenseOptions): SearchEngine;
