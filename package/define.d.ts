// Defines the element `article-cards` when it is imported.
import "./index.js";

export {};
