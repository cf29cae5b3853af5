// The types of wasm-bindgen's script for the module that converts XML. Not published.

type Loader = import("./bindings.js").Loader;

export interface Bindings extends Loader {
  /** Returns `undefined` if it needs the table of character references, which is empty if it can't be loaded. */
  convertXml(bytes: Uint8Array, url: string | undefined, references: string | undefined): Uint8Array | undefined;
}

/** Creates the bindings of a new instance. */
export function bind(): Bindings;

/** The content of the section `build` in the module that these bindings belong to. */
export const BUILD: string;
