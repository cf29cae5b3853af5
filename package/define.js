// Defines the element `article-cards`; on a server it does nothing.
import { define } from "./index.js";

define();
