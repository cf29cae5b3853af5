// Defines the element `article-cards` and fetches its module when it is imported; on a server it
// does nothing.
import "./index.js";

export {};
