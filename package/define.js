// Defines the element `article-cards`; does nothing on a server.
import { define } from "./index.js";

define();
