// For one script tag: defines the element, and loads the module before the parser meets a tag.
import { define } from "./index.js";
import { widgetModule } from "./widget-module.js";

// An element that is already defined has its own module, and a server needs none.
if (globalThis.customElements && !customElements.get("article-cards")) {
  define();
  // An element reports the failure, and tries again.
  widgetModule.init().catch(() => {});
}
