// The types of wasm-bindgen's script, as far as this package uses it. Not published.

type Article = import("./engine.js").Article;
type State = import("./engine.js").State;
type ValueCount = import("./engine.js").ValueCount;
type DiagnosticList = { count: number; first: import("./engine.js").Diagnostic[] };

export interface FeedEngine {
  push(bytes: Uint8Array, url: string | undefined): void;
  finish(url: string | undefined): void;
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
}

/** Receives the events of a list. */
export interface EventSink {
  emit(type: string, detail: object): void;
  cardClick(detail: object, click: MouseEvent): void;
  rendered(revision: number): void;
}

export interface ResultIds {
  ids(): string;
  free(): void;
}

export interface Widget {
  render(props: object, revision: number): void;
  unmount(): void;
  isMounted(): boolean;
  status(): string;
  loading(): string | undefined;
  state(): State | undefined;
  setState(state: object): void;
  loadMore(): void;
  reload(): void;
  total(): number;
  measureQuery(): number;
  resultIds(state: State): ResultIds;
  isCurrent(result: ResultIds): boolean;
  facetCounts(): Record<string, ValueCount[]>;
  diagnostics(): DiagnosticList | undefined;
  articles(ids: string[] | undefined): Article[] | undefined;
}

export interface Bindings {
  (source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  /** Sets what wraps the module's functions; called before the module is instantiated. */
  guard(wrap: (exports: WebAssembly.Exports) => WebAssembly.Exports): void;
  FeedEngine: {
    new (options: unknown): FeedEngine;
    chunkSize(): number;
    timeSliceMs(): number;
  };
  Widget: {
    new (host: Element, sink: EventSink): Widget;
    languageFor(locale: string): string | undefined;
    initialState(props: object): State;
    updatedState(state: object, before: object, after: object, warns: boolean): State;
  };
}

/** Creates the bindings of a new instance. */
export function bind(): Bindings;

/** The content of the section `build` in the module that these bindings belong to. */
export const BUILD: string;
