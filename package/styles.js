// The one style sheet of all elements. Importing it does nothing.
import { css } from "./css.js";

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * Adopted, not written into the tree: strict policies forbid inline styles.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}
