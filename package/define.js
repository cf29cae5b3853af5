// Defines the element `article-cards`.
import { define } from "./index.js";

define();
