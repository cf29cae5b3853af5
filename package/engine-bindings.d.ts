// The types of wasm-bindgen's script for the engine's module, as far as this package uses it. Not
// published.

type Article = import("./engine.js").Article;
type ValueCount = import("./engine.js").ValueCount;
type DiagnosticList = { count: number; first: import("./engine.js").Diagnostic[] };

export interface FeedEngine {
  push(bytes: Uint8Array, url: string | undefined): void;
  /** Returns the largest number of bytes of a document. */
  maxBytes(): number;
  finish(url: string | undefined): void;
  /** Returns why the document is not complete, if it ends too early. */
  truncation(): string | undefined;
  readValue(value: unknown, url: string | undefined): void;
  /** Returns whether the engine is ready. */
  step(): boolean;
  /** Returns whether all is built. */
  warmUp(): boolean;
  state(state: unknown): object;
  query(state: object): { total: number; facetCounts: Record<string, ValueCount[]> };
  ids(state: object): string;
  articles(ids: unknown[]): Article[];
  diagnostics(): DiagnosticList;
  free(): void;
}

type Loader = import("./bindings.js").Loader;

export interface Bindings extends Loader {
  FeedEngine: {
    new (options: unknown): FeedEngine;
    needsCharacterReferences(): boolean;
    loadCharacterReferences(table: string): void;
    chunkSize(): number;
    timeSliceMs(): number;
  };
}

/** Creates the bindings of a new instance. */
export function bind(): Bindings;

/** The content of the section `build` in the module that these bindings belong to. */
export const BUILD: string;
