// What wasm-bindgen makes of `src/element`, as far as this package uses it; not part of it.

export interface FeedEngine {
  state(state: unknown): object;
  query(state: object): string;
  ids(state: object): string;
  articles(ids: unknown[]): string;
  diagnostics(): string;
}

export interface Bindings {
  (source: { module_or_path: WebAssembly.Module }): Promise<unknown>;
  FeedEngine: {
    maxBytes(options: object): number;
    fromBytes(bytes: Uint8Array, url: string | undefined, options: object): FeedEngine;
    fromValue(value: unknown, url: string | undefined, options: object): FeedEngine;
  };
}

/** The functions around one instance that is still to be made. */
export function bind(): Bindings;
