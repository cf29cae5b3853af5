// Defines the element `article-cards` and fetches its module when it is imported.
import "./index.js";

export {};
