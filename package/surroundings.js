// What an element finds around itself, and in itself, in the page.
import { ATTRIBUTES } from "./attributes.js";

/**
 * The language of the nearest element around that names one, shadow trees included.
 * @param {Element} element
 * @returns {string | undefined}
 */
export function nearestLanguage(element) {
  for (let at = /** @type {Element | null} */ (element); at; ) {
    const language = at.getAttribute("lang");
    if (language) return ATTRIBUTES.locale.read(language) ?? undefined;
    // In a frame's document these are none of our window's classes.
    at = at.parentElement ?? /** @type {Partial<ShadowRoot>} */ (at.getRootNode()).host ?? null;
  }
  return undefined;
}

/**
 * Whether the author has put words of his own where the list will be.
 * @param {Element} element
 */
export const hasOwnContent = (element) =>
  [...element.childNodes].some((node) =>
    node.nodeType === Node.ELEMENT_NODE
      ? !(/** @type {Element} */ (node).slot)
      : node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
