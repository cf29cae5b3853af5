// Reads attributes, and defines the properties that reflect them.
import { ATTRIBUTES } from "./attribute-table.js";

export { ATTRIBUTES };

/** @typedef {keyof typeof ATTRIBUTES} AttributeName */

/** The names of the properties that reflect an attribute. */
export const NAMES = /** @type {AttributeName[]} */ (Object.keys(ATTRIBUTES));

/**
 * Returns the name of a property's attribute: `page-size` for `pageSize`.
 * @param {string} property
 */
export const attributeOf = (property) => property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Returns the value of an attribute, or its default if it is absent or invalid.
 * @template {AttributeName} N
 * @param {Element} element
 * @param {N} name the name of its property
 * @returns {(typeof ATTRIBUTES)[N]["default"]}
 */
export function readAttribute(element, name) {
  const attribute = ATTRIBUTES[name];
  const text = element.getAttribute(attributeOf(name));
  return (text === null ? undefined : attribute.parse(text)) ?? attribute.default;
}

/**
 * Writes an attribute.
 * @param {Element} element
 * @param {AttributeName} name
 * @param {unknown} value
 */
function writeAttribute(element, name, value) {
  const isBoolean = typeof ATTRIBUTES[name].default === "boolean";
  const attribute = attributeOf(name);
  if (isBoolean ? !value : value === undefined || value === null) {
    element.removeAttribute(attribute);
    return;
  }
  const text = isBoolean ? "" : String(value);
  // Setting the same feed again replaces `items` that were set in between.
  if (element.getAttribute(attribute) !== text || name === "src") element.setAttribute(attribute, text);
}

/**
 * Defines the properties that reflect attributes on an element's class.
 * @param {typeof HTMLElement} elementClass
 */
export function defineAttributes(elementClass) {
  // The class itself defines properties that also take objects.
  for (const name of NAMES.filter((name) => !Object.hasOwn(elementClass.prototype, name))) {
    Object.defineProperty(elementClass.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return readAttribute(this, name);
      },
      set(value) {
        writeAttribute(this, name, value);
      },
    });
  }
}
