// The module of the element's lists.
import * as script from "./bindings.js";
import { feedsArrived } from "./feed-arrival.js";
import { WasmModule } from "./wasm.js";

export const widgetModule = new WasmModule(script, () => new URL("./article_cards.wasm", import.meta.url), feedsArrived);
