// For one script tag: defines the element, and fetches the module before the first one is met.
import { define } from "./index.js";
import { init } from "./wasm.js";

define();
// An element tells of a failure, and tries again.
init().catch(() => {});
