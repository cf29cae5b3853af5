// Defines the element `article-cards` when it is imported; does nothing on a server.
import "./index.js";

export {};
