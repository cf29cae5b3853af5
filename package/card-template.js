// Fills the page's template of a card. Texts are never parsed as HTML, and only attributes are set that can do no
// harm, so that an untrusted feed stays text.
import { readAttribute } from "./attributes.js";
import { bestImage } from "./card-values.js";

/** @typedef {import("./index.js").Article} Article */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */

/** The attributes that a field may fill beside addresses, by their names with `data-`. */
const ATTRIBUTES = ["alt", "title", "lang", "aria-label"];

/** The lists whose content is repeated; of other elements the element itself is. */
const LISTS = "ul, ol, menu, dl";

/** Data URLs that are pictures without scripts, as `crates/core/src/text/url.rs` allows them. */
const DATA_IMAGE = /^data:image\/(png|jpeg|webp|gif|avif)[;,]/i;

/**
 * Returns the card of an article: the template's element, or a `div` around several.
 * @param {HTMLTemplateElement} template
 * @param {Article} article
 * @param {ArticleCardsElement} list
 * @returns {HTMLElement | undefined}
 */
export function fillTemplate(template, article, list) {
  // Frameworks put children into the template itself.
  const source = template.content.childNodes.length ? template.content : template;
  const root = document.createElement("div");
  root.append(...[...source.childNodes].map((node) => document.importNode(node, true)));
  fillChildren(root, { article, entry: undefined, list });
  const [only] = root.children;
  const hasText = [...root.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
  return root.children.length === 1 && only instanceof HTMLElement && !hasText ? only : root.childNodes.length ? root : undefined;
}

/**
 * What the names in a template refer to.
 * @typedef {object} Scope
 * @property {any} article
 * @property {any} entry of the list that is repeated; `undefined` outside of one
 * @property {string} [field] that the entry is of
 * @property {ArticleCardsElement} list
 */

/** @param {Element} parent @param {Scope} scope */
function fillChildren(parent, scope) {
  for (const child of [...parent.children]) fill(/** @type {HTMLElement} */ (child), scope);
}

/** @param {HTMLElement} node @param {Scope} scope */
function fill(node, scope) {
  const { if: condition, each, text } = node.dataset;
  if (condition !== undefined && !isMet(condition, scope)) return node.remove();
  if (each !== undefined) return repeat(node, each, scope);
  if (text !== undefined) {
    const value = textOf(valueOf(text, scope));
    // Nothing is left to be read or pressed.
    if (value === undefined && node.matches("button, mark, a:not([data-href])")) return node.remove();
    node.textContent = value ?? "";
  }
  fillDate(node, scope);
  fillAddresses(node, scope);
  for (const name of ATTRIBUTES) {
    const field = node.getAttribute(`data-${name}`);
    const value = field === null ? undefined : textOf(valueOf(field, scope));
    if (value !== undefined) node.setAttribute(name, value);
  }
  if (text === undefined) fillChildren(node, scope);
  offerFilter(node, text, scope);
}

/** Whether there is a value, or none after `!`. @param {string} condition @param {Scope} scope */
function isMet(condition, scope) {
  const isNegated = condition.startsWith("!");
  const value = textOf(valueOf(condition.replace(/^!\s*/, ""), scope));
  return (value !== undefined) !== isNegated;
}

/** Repeats an element, or the content of a list, for each entry. @param {HTMLElement} node @param {string} field @param {Scope} scope */
function repeat(node, field, scope) {
  const value = valueOf(field, scope);
  const entries = (Array.isArray(value) ? value : [value]).filter((entry) => textOf(entry) !== undefined);
  if (!entries.length) return node.remove();
  delete node.dataset["each"];
  const isList = node.matches(LISTS);
  const copies = entries.flatMap((entry) => {
    const copy = /** @type {HTMLElement} */ (node.cloneNode(true));
    const own = { ...scope, entry, field };
    if (isList) fillChildren(copy, own);
    else {
      const around = document.createElement("div");
      around.append(copy);
      fill(copy, own);
      return [...around.childNodes];
    }
    return [...copy.childNodes];
  });
  if (isList) node.replaceChildren(...copies);
  else node.replaceWith(...copies);
}

/** @param {HTMLElement} node @param {Scope} scope */
function fillDate(node, scope) {
  const { date } = node.dataset;
  if (date === undefined) return;
  const value = textOf(valueOf(date || "publishedDateTime", scope));
  if (value === undefined) return node.remove();
  // Formatted with the other cards, and again while time passes.
  node.setAttribute("datetime", value);
}

/** @param {HTMLElement} node @param {Scope} scope */
function fillAddresses(node, scope) {
  const { href, src } = node.dataset;
  if (href !== undefined && node instanceof HTMLAnchorElement) {
    const url = linkOf(valueOf(href, scope), scope);
    if (url === undefined) node.removeAttribute("href");
    else Object.assign(node, { href: url }, readAttribute(scope.list, "linkTarget") === "_blank" && { target: "_blank", rel: "noopener" });
  }
  if (src !== undefined && node instanceof HTMLImageElement) {
    const url = imageOf(valueOf(src, scope), node, scope);
    if (url === undefined) return node.remove();
    node.src = url;
  }
}

/**
 * The URL of a picture: of several the one that fits best.
 * @param {any} value
 * @param {HTMLImageElement} node
 * @param {Scope} scope
 */
function imageOf(value, node, scope) {
  const width = Number(node.getAttribute("width")) || 640;
  const images = (Array.isArray(value) ? value : [value]).filter(Boolean).map((image) => (typeof image === "string" ? { url: image } : image));
  const image = /** @type {{ url?: unknown, isCached?: boolean } | undefined} */ (bestImage(images, width));
  const url = textOf(image?.url)?.trim();
  if (url === undefined || DATA_IMAGE.test(url)) return url;
  const link = linkOf(url, scope);
  const proxy = /** @type {string | null} */ (readAttribute(scope.list, "imageProxy"));
  if (link === undefined || !proxy || !image?.isCached) return link;
  return proxy.replace("{url}", () => encodeURIComponent(link)).replace("{width}", String(width));
}

/** The address that a value is, if a link may lead there. @param {any} value @param {Scope} scope */
function linkOf(value, { list }) {
  const text = textOf(value)?.trim();
  if (text === undefined) return undefined;
  try {
    // Fields of a mapping are as the feed has them.
    const feed = new URL(/** @type {string} */ (readAttribute(list, "src") ?? "").split(" ")[0] ?? "", document.baseURI);
    const { href, protocol } = new URL(text, feed);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Lets a button filter by its text, where the field is a facet.
 * @param {HTMLElement} node
 * @param {string | undefined} text
 * @param {Scope} scope
 */
function offerFilter(node, text, { list, field }) {
  if (!(node instanceof HTMLButtonElement) || text === undefined) return;
  const name = node.dataset["filter"] || text || field;
  const facets = String(readAttribute(list, "facets")).split(",").map((facet) => facet.split(":")[0]?.trim());
  node.type = "button";
  if (name && facets.includes(name)) {
    node.dataset["filter"] = name;
    return;
  }
  // Without the facet it would do nothing.
  const plain = document.createElement("span");
  for (const { name, value } of node.attributes) if (!/^(type|data-filter)$/.test(name)) plain.setAttribute(name, value);
  plain.append(...node.childNodes);
  node.replaceWith(plain);
}

/** The value of a field by its path; of an empty name the entry. @param {string} path @param {Scope} scope */
function valueOf(path, { article, entry }) {
  const names = path.trim().split(".").filter(Boolean);
  if (!names.length) return entry;
  const start = typeof entry === "object" && entry !== null ? entry : article;
  const value = names.reduce((/** @type {any} */ value, name) => (value !== null && typeof value === "object" && Object.hasOwn(value, name) ? value[name] : undefined), start);
  return value ?? (path === "image" ? start.images : undefined);
}

/** The text of a value; `undefined` without one. @param {any} value @returns {string | undefined} */
function textOf(value) {
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== undefined).join(", ") || undefined;
  if (value !== null && typeof value === "object") return textOf(value.name ?? value.title ?? value.url);
  return value === undefined || value === null || value === "" || value === false ? undefined : String(value);
}
