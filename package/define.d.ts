// Defines the element `article-cards` when it is imported; on a server it does nothing.
import "./index.js";

export {};
