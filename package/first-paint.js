// What an element shows until its module is there: search field, sort menu and skeletons. What the
// reader types and chooses meanwhile is handed over to the list.
import { readAttribute } from "./attributes.js";
import { error, skeletons, messages as english } from "./first-paint-data.js";
import { adoptStyles } from "./shadow-root.js";
import { createNode } from "./template-nodes.js";

/** The controls that can be used at once, and the event that reports their change. */
const CONTROLS = /** @type {const} */ ([[".ac-search-input", "input"], [".ac-sort select", "change"]]);

/** The most skeletons of cards, as in the list. */
const MAX_SKELETONS = 12;

/** For how many milliseconds the exchange is put off at a time. */
const RETRY = 100;

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

/** Shows an element's list while it loads. */
export class FirstPaint {
  #element;
  #root;
  /** @type {HTMLElement | undefined} */
  #host;
  /** Around the list's element, until the exchange. @type {HTMLElement | undefined} */
  #holder;
  /** @type {HTMLElement | undefined} */
  #list;
  /** What is on screen. */
  #drawn = "";
  /** The controls that the reader has changed. @type {Set<string>} */
  #changed = new Set();
  #isComposing = false;

  /**
   * @param {HTMLElement} element
   * @param {ShadowRoot} root
   */
  constructor(element, root) {
    this.#element = element;
    this.#root = root;
  }

  /** Whether it is on screen. */
  get isShown() {
    return Boolean(this.#host);
  }

  /**
   * Shows the list while it loads.
   * @param {object | undefined} translated messages in place of the English ones; `undefined` while
   *   they are loaded
   */
  show(translated) {
    const read = (/** @type {import("./attributes.js").AttributeName} */ name) => readAttribute(this.#element, name);
    const names = /** @type {const} */ (["layout", "theme", "label", "pageSize", "facets", "withoutSearch", "withoutSort", "loading"]);
    const drawn = JSON.stringify([names.map(read), translated]);
    if (this.#drawn === drawn) return;
    this.#drawn = drawn;
    const messages = translated && override(translated);
    const host = document.createElement("div");
    host.append(createNode(/** @type {any} */ (skeletons[readAttribute(this.#element, "layout")]), messages));
    this.#adapt(host);
    this.#listen(host);
    this.#replace(host);
  }

  /**
   * Shows that the list cannot run.
   * @param {object | undefined} translated messages in place of the English ones
   * @param {() => void} retry
   */
  showError(translated, retry) {
    const host = document.createElement("div");
    host.append(createNode(error, override(translated ?? {})));
    host.querySelector("button")?.addEventListener("click", retry);
    this.#drawn = "error";
    this.#replace(host);
  }

  /** Changes the general list to that of this element. @param {HTMLElement} host */
  #adapt(host) {
    const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (host.querySelector(selector));
    const read = (/** @type {import("./attributes.js").AttributeName} */ name) => readAttribute(this.#element, name);
    const base = one(".ac-base");
    const toolbar = one(".ac-toolbar");
    base.dataset.theme = read("theme") === "auto" && isOnDark(this.#element) ? "dark" : String(read("theme"));
    const label = read("label");
    if (label) {
      base.setAttribute("aria-label", String(label));
      toolbar.setAttribute("aria-label", `${toolbar.getAttribute("aria-label")}: ${label}`);
    }
    repeat(one(".ac-x-cell"), Math.min(Number(read("pageSize")), MAX_SKELETONS));
    const facets = String(read("facets")).split(",").filter((name) => !/^\s*(none)?\s*$/i.test(name));
    repeat(one(".ac-facet"), facets.length);
    if (!facets.length) for (const selector of [".ac-facets", ".ac-panel-button", ".ac-x-skip"]) one(selector).remove();
    if (read("loading") === "lazy") one(".ac-summary").replaceChildren();
    if (read("withoutSearch")) one(".ac-search").remove();
    if (read("withoutSort")) one(".ac-sort").remove();
    if (!toolbar.children.length) toolbar.remove();
    // They do nothing yet.
    for (const button of host.querySelectorAll("button")) button.disabled = true;
    const search = /** @type {HTMLInputElement | null} */ (host.querySelector(CONTROLS[0][0]));
    if (search) search.value = this.#initialQuery();
  }

  /** The text that the list starts with. */
  #initialQuery() {
    const prefix = readAttribute(this.#element, "urlState");
    const address = prefix === null ? null : new URLSearchParams(location.search).get(`${prefix}q`);
    const filter = new URLSearchParams(readAttribute(this.#element, "filter")).get("q");
    return address ?? (readAttribute(this.#element, "query") || filter || "");
  }

  /** @param {HTMLElement} host */
  #listen(host) {
    for (const [selector, type] of CONTROLS) {
      host.querySelector(selector)?.addEventListener(type, () => this.#changed.add(selector));
    }
    host.addEventListener("compositionstart", () => (this.#isComposing = true));
    host.addEventListener("compositionend", () => (this.#isComposing = false));
  }

  /** Replaces what is on screen. @param {HTMLElement} host */
  #replace(host) {
    const before = this.#host;
    this.#host = host;
    this.#root.prepend(host);
    if (before) this.#handOver(before, host);
    before?.remove();
  }

  /**
   * Inserts the list's element where it has its width, but is not on screen: while the list renders,
   * selectors must not find everything twice.
   * @param {HTMLElement} list
   */
  hold(list) {
    this.#holder = document.createElement("div");
    this.#holder.dataset.waiting = "";
    const root = this.#holder.attachShadow({ mode: "closed" });
    adoptStyles(root);
    root.append(list);
    this.#list = list;
    this.#root.append(this.#holder);
  }

  /**
   * Makes way for the list, in one frame.
   * @param {() => void} insert inserts the list's element
   */
  exchange(insert) {
    const [host, list] = [this.#host, this.#list];
    if (!host || !list) return;
    if (this.#isBusy(host)) {
      setTimeout(() => this.#list === list && this.exchange(insert), RETRY);
      return;
    }
    insert();
    this.#handOver(host, list);
    this.remove();
  }

  /** Whether an input method or the open menu would lose what the reader is doing. @param {HTMLElement} host */
  #isBusy(host) {
    try {
      return this.#isComposing || host.querySelector("select:open") !== null;
    } catch {
      // Older browsers cannot tell whether a menu is open.
      return false;
    }
  }

  /** Removes it, with what the reader has changed. */
  remove() {
    this.#host?.remove();
    this.#holder?.remove();
    this.#host = this.#holder = this.#list = undefined;
    this.#drawn = "";
    this.#changed.clear();
    this.#isComposing = false;
  }

  /**
   * Copies what the reader has changed, focus and selection.
   * @param {HTMLElement} from
   * @param {HTMLElement} to
   */
  #handOver(from, to) {
    for (const [selector, type] of CONTROLS) {
      const before = /** @type {Control | null} */ (from.querySelector(selector));
      const after = /** @type {Control | null} */ (to.querySelector(selector));
      if (!before || !after) continue;
      const isFocused = this.#root.activeElement === before;
      if (this.#changed.has(selector)) {
        after.value = before.value;
        after.dispatchEvent(new Event(type, { bubbles: true }));
      }
      if (!isFocused) continue;
      after.focus({ preventScroll: true });
      if (before instanceof HTMLInputElement && after instanceof HTMLInputElement) {
        after.setSelectionRange(before.selectionStart, before.selectionEnd, before.selectionDirection ?? "none");
      }
    }
  }
}

/** Returns the messages that are texts, and English ones for others. @param {object} messages */
const override = (messages) => ({
  ...english,
  ...Object.fromEntries(Object.entries(messages).filter(([, text]) => typeof text === "string")),
});

/** Leaves `count` siblings like this one. @param {Element} element @param {number} count */
function repeat(element, count) {
  const siblings = /** @type {Element} */ (element.parentElement);
  const template = element.cloneNode(true);
  siblings.replaceChildren(...Array.from({ length: count }, () => template.cloneNode(true)));
}

/**
 * Whether an element is on a dark page that does not declare it by `color-scheme`: its text is light.
 * @param {Element} element
 */
function isOnDark(element) {
  const { color, colorScheme } = getComputedStyle(element);
  const [red = 0, green = 0, blue = 0] = color.match(/^rgba?\((.*)/)?.[1]?.split(/[ ,]+/).map(Number) ?? [];
  return !colorScheme.includes("dark") && (red + green + blue) / 3 > 128;
}
