// The one style sheet of all elements of a page. Importing it does nothing.
import { css } from "./css.js";

/** A sheet belongs to one document; frames have theirs. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Adopted, not written into the tree: strict policies forbid inline styles.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const page = root.ownerDocument;
  const { defaultView } = page;
  if (!defaultView) return;
  let sheet = sheets.get(page);
  if (!sheet) {
    sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(page, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}
