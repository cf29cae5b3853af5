// Creates DOM nodes from generated data, without parsing HTML, which strict policies forbid.

/** @typedef {import("./first-paint-data.js").TemplateNode} TemplateNode */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Creates a node.
 * @param {TemplateNode} node
 * @param {Record<string, string> | undefined} messages by their names; blank without
 * @param {string | null} [namespace] of the parent
 * @returns {Node}
 */
export function createNode(node, messages, namespace = null) {
  const fill = (/** @type {string} */ text) => text.replace(/{(\w+)}/g, (_, name) => messages?.[name] ?? "");
  if (typeof node === "string") return document.createTextNode(fill(node));
  const [name, attributes, ...children] = node;
  const own = name === "svg" ? SVG : namespace;
  const element = own ? document.createElementNS(own, name) : document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    // The list, which is in the same tree for a moment, has ids of its own.
    const prefix = attribute === "id" || attribute === "for" ? "first-" : "";
    element.setAttribute(attribute, prefix + fill(value));
  }
  element.append(...children.map((child) => createNode(child, messages, own)));
  return element;
}
