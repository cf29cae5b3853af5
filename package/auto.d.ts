// Defines the element `article-cards` and loads its module when it is imported; does nothing on a
// server.
import "./index.js";

export {};
