// For one script tag: defines the element, and loads the module even before there is a tag.
import { define } from "./index.js";
import { widgetModule } from "./widget-module.js";

// An element that is already defined has its own module, and a server needs none.
if (globalThis.customElements && !customElements.get("article-cards")) {
  define();
  // After the elements of the page have requested their feeds, which go first. An element reports
  // the failure, and tries again.
  queueMicrotask(() => widgetModule.init().catch(() => {}));
}
