// The element's shadow root: its style sheet, and the slot for the author's own content.
import { css } from "./css.js";

/** A style sheet belongs to one document; frames have their own. @type {WeakMap<Document, CSSStyleSheet>} */
const sheets = new WeakMap();

/**
 * Adopts the style sheet that all elements of a document share: strict policies forbid inline styles.
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const { ownerDocument } = root;
  const { defaultView } = ownerDocument;
  if (!defaultView) return;
  let sheet = sheets.get(ownerDocument);
  if (!sheet) {
    sheet = new defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(ownerDocument, sheet);
  }
  root.adoptedStyleSheets = [sheet];
}

/** The default slot, with the author's content, which is shown while there are no cards. */
export class FallbackSlot {
  #element;
  #root;
  #slot = document.createElement("slot");

  /**
   * @param {HTMLElement} element
   * @param {ShadowRoot} root
   * @param {() => void} onChange
   */
  constructor(element, root, onChange) {
    this.#element = element;
    this.#root = root;
    root.append(this.#slot);
    this.#slot.addEventListener("slotchange", onChange);
  }

  /** Whether there is content. */
  get hasContent() {
    const isElementWithoutSlot = (/** @type {Node} */ node) =>
      node.nodeType === Node.ELEMENT_NODE && !(/** @type {Element} */ (node).slot);
    const isText = (/** @type {Node} */ node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim();
    return [...this.#element.childNodes].some((node) => isElementWithoutSlot(node) || isText(node));
  }

  /** Whether the content is cards that `article-cards prerender` has written. */
  get isPrerendered() {
    return [...this.#element.children].some((child) => child.matches(".ac-base"));
  }

  /**
   * Marks the slot for the style sheet.
   * @param {boolean} isLoading prerendered cards stay until the list replaces them; of other content,
   *   assistive technology and the keyboard reach what skeletons cover
   */
  mark(isLoading) {
    const { isPrerendered } = this;
    this.#slot.toggleAttribute("data-prerendered", isPrerendered);
    this.#slot.toggleAttribute("data-behind", isLoading && !isPrerendered);
  }

  /** Inserts the list's element. @param {HTMLElement} host */
  insert(host) {
    this.#slot.before(host);
  }

  /** @param {boolean} isHidden */
  toggle(isHidden) {
    if (this.#slot.hidden === isHidden) return;
    const link = isHidden ? this.#focusedLinkInList() : undefined;
    this.#slot.hidden = isHidden;
    link?.focus({ preventScroll: true });
  }

  /** Returns the list's link with the same target as the link in the content that has the focus. */
  #focusedLinkInList() {
    const focused = /** @type {Document | ShadowRoot} */ (this.#element.getRootNode()).activeElement;
    if (!focused || focused === this.#element || !this.#element.contains(focused)) return undefined;
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = this.#root.querySelectorAll("a[href]");
    return [...links].find((link) => link.href === /** @type {Partial<HTMLAnchorElement>} */ (focused).href);
  }
}

/** What `focus()` tries, in this order. */
const FOCUSABLE = [".ac-search-input", ".ac-retry", ".ac-card-link", "select", "button", "a[href]", "input"];

/**
 * Focuses the first visible control of the list, or else of the author's content.
 * @param {HTMLElement} element
 * @param {FocusOptions} [options]
 */
export function focusFirst(element, options) {
  const inList = FOCUSABLE.flatMap((selector) => [...(element.shadowRoot?.querySelectorAll(selector) ?? [])]);
  for (const target of [...inList, ...element.querySelectorAll("a[href], button, input, select")]) {
    /** @type {HTMLElement} */ (target).focus(options);
    // A hidden control does not take the focus.
    if (target.matches(":focus")) return;
  }
}

/**
 * Sets the one custom state of an element, as in `:state(ready)`.
 * @param {ElementInternals | undefined} internals
 * @param {string} current
 */
export function setCustomState(internals, current) {
  for (const state of ["loading", "empty", "error", "ready"]) {
    try {
      internals?.states?.[state === current ? "add" : "delete"](state);
    } catch {
      // Older browsers have no `:state()`, and reject names without dashes.
    }
  }
}
