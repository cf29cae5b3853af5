// The types of wasm-bindgen's script for the element's module, as far as this package uses it. Not
// published.

type Article = import("./engine.js").Article;
type State = import("./engine.js").State;
type ValueCount = import("./engine.js").ValueCount;
type DiagnosticList = { count: number; first: import("./engine.js").Diagnostic[] };

/** Receives the events of a list. */
export interface ListEvents {
  emit(type: string, detail: object): void;
  cardClick(detail: object, click: MouseEvent): void;
  ownCard(article: Article): string | undefined;
  rendered(revision: number): void;
}

/** What a widget calls. */
export interface EventSink extends ListEvents {
  loadCharacterReferences(): Promise<string>;
  /** Returns a reader that converts the body of a document of XML. */
  convertBody: typeof import("./body-reader.js").convertBody;
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
  saved(): string[];
  save(id: string, saved: boolean): void;
  toggle(field: string, value: string): void;
  splitAtTerms(texts: string[]): string[][];
  reload(): void;
  total(): number;
  isComplete(): boolean;
  measureQuery(): number;
  resultIds(state: State): ResultIds;
  isCurrent(result: ResultIds): boolean;
  facetCounts(): Record<string, ValueCount[]>;
  diagnostics(): DiagnosticList | undefined;
  articles(ids: string[] | undefined): Article[] | undefined;
}

/** What instantiates a module. */
export interface Loader {
  /** Instantiates a module. Its functions are called through those that `wrap` returns. */
  instantiate(module: WebAssembly.Module, wrap: (exports: WebAssembly.Exports) => WebAssembly.Exports): Promise<void>;
}

export interface Bindings extends Loader {
  Widget: {
    new (host: Element, sink: EventSink): Widget;
    initialState(props: object): State;
    updatedState(state: object, before: object, after: object, warns: boolean): State;
  };
}

/** Creates the bindings of a new instance. */
export function bind(): Bindings;

/** The content of the section `build` in the module that these bindings belong to. */
export const BUILD: string;
