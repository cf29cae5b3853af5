// What wasm-bindgen makes of `src/element`, as far as this package uses it; not part of it.

type State = import("./engine.js").State;

export interface FeedEngine {
  push(bytes: Uint8Array, url: string | undefined): void;
  finish(url: string | undefined): void;
  readValue(value: unknown, url: string | undefined): void;
  /** Whether that was the last one, after which the engine may be asked. */
  step(): boolean;
  state(state: unknown): object;
  query(state: object): string;
  ids(state: object): string;
  articles(ids: unknown[]): string;
  diagnostics(): string;
}

/** Who hears of what happens in a list. */
export interface Hearer {
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
  /** To be called before: what stands between the module's functions and their callers. */
  guard(between: (exports: WebAssembly.Exports) => WebAssembly.Exports): void;
  FeedEngine: {
    new (options: object): FeedEngine;
  };
  Widget: {
    new (host: Element, hearer: Hearer): Widget;
    languageFor(locale: string): string | undefined;
    start(given: object): State;
    changed(state: object, before: object, after: object, warns: boolean): State;
  };
}

/** The functions around one instance that is still to be made. */
export function bind(): Bindings;

/** What the module's section `build` says, if it belongs to these functions. */
export const BUILD: string;
