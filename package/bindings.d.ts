// The types of wasm-bindgen's script, as far as this package uses it. Not published.

type State = import("./engine.js").State;

export interface FeedEngine {
  push(bytes: Uint8Array, url: string | undefined): void;
  finish(url: string | undefined): void;
  readValue(value: unknown, url: string | undefined): void;
  /** Returns whether the engine is ready. */
  step(): boolean;
  state(state: unknown): object;
  query(state: object): string;
  ids(state: object): string;
  articles(ids: unknown[]): string;
  diagnostics(): string;
}

/** Receives the events of a list. */
export interface EventSink {
  load(count: number, skipped: number, url: string): void;
  error(kind: string, message: string, url: string | undefined, retryable: boolean): void;
  change(state: object, total: number): void;
  page(page: number): void;
  cardClick(id: string, url: string, event: MouseEvent): void;
  drawn(revision: number): void;
}

export interface Found {
  ids(): string;
  free(): void;
}

export interface Widget {
  draw(given: object, revision: number): void;
  clear(): void;
  isThere(): boolean;
  status(): string;
  waiting(): string | undefined;
  state(): State | undefined;
  ask(state: object): void;
  more(): void;
  reload(): void;
  total(): number;
  tookMs(): number;
  found(state: State): Found;
  isOfNow(found: Found): boolean;
  facetCounts(): string;
  diagnostics(): string | undefined;
  articles(ids: string[] | undefined): string | undefined;
}

export interface Bindings {
  (source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** Sets what wraps the module's functions; called before the module is instantiated. */
  guard(wrap: (exports: WebAssembly.Exports) => WebAssembly.Exports): void;
  FeedEngine: {
    new (options: object): FeedEngine;
  };
  Widget: {
    new (host: Element, sink: EventSink): Widget;
    languageFor(locale: string): string | undefined;
    start(given: object): State;
    changed(state: object, before: object, after: object, warns: boolean): State;
  };
}

/** Creates the bindings of a new instance. */
export function bind(): Bindings;

/** The content of the section `build` in the module that these bindings belong to. */
export const BUILD: string;
