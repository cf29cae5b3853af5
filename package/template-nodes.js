// Creates DOM nodes from generated templates, without parsing HTML, which strict policies forbid.

/** @typedef {import("./first-paint-data.js").TemplateNode} TemplateNode */
/** @typedef {import("./first-paint-data.js").TemplateAttribute} TemplateAttribute */
/** @typedef {Record<string, any>} Values */
/** @typedef {(name: string, values: Values) => string} MessageOf returns a message by its name */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Creates the nodes of a template.
 * @param {TemplateNode | null | undefined} node
 * @param {MessageOf} message
 * @param {Values} [values]
 * @param {string | null} [namespace] of the parent
 * @returns {Node[]}
 */
export function createNodes(node, message, values = {}, namespace = null) {
  if (node == null) return [];
  if (typeof node === "string") return [document.createTextNode(fill(node, message, values))];
  const [name, second, ...rest] = /** @type {[string, any, ...TemplateNode[]]} */ (node);
  const feature = name.slice(1);
  if (name[0] === "?") return createNodes(values[feature] ? second : rest[0], message, values, namespace);
  if (name[0] === "*") return values[feature].flatMap((/** @type {Values} */ item) => createNodes(second, message, { ...values, ...item }, namespace));
  const own = name === "svg" ? SVG : namespace;
  const tag = fill(name, message, values);
  const element = own ? document.createElementNS(own, tag) : document.createElement(tag);
  if (second.part) element.setAttribute("class", `ac-${second.part}`);
  for (let [attribute, value] of /** @type {[string, TemplateAttribute | null][]} */ (Object.entries(second))) {
    while (Array.isArray(value)) value = values[value[0]] ? value[1] : value[2];
    if (value !== null) element.setAttribute(attribute, fill(value, message, values));
  }
  element.append(...rest.flatMap((child) => createNodes(child, message, values, own)));
  return [element];
}

/**
 * Fills the placeholders of values, as `{=title}`, and of messages, as `{search}`.
 * @param {string} text
 * @param {MessageOf} message
 * @param {Values} values
 */
const fill = (text, message, values) => text.replace(/{(=?)(\w+)}/g, (_, isValue, name) => (isValue ? values[name] : message(name, values)));

/**
 * Returns what fills the placeholders of messages.
 * @param {Record<string, any> | undefined} messages blank without
 * @param {string} [locale] of numbers
 * @returns {MessageOf}
 */
export const messageOf = (messages, locale) => (name, values) => {
  const message = messages?.[name] ?? "";
  const count = values.counts?.[name];
  const form = typeof message === "string" ? message : (message[new Intl.PluralRules(messages?.language).select(count)] ?? message.other);
  return form.replace(/{(\w+)}/g, (/** @type {string} */ all, /** @type {string} */ value) =>
    value === "count" ? new Intl.NumberFormat(locale).format(count) : (values[value] ?? all));
};
