// For one script tag: defines the element, and fetches the module before the first one is met.
import { define } from "./index.js";
import { init } from "./wasm.js";

// Whoever has defined it already has a module of its own, and a server needs none.
if (globalThis.customElements && !customElements.get("article-cards")) {
  define();
  // An element tells of a failure, and tries again.
  init().catch(() => {});
}
