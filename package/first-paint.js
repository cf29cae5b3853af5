// What an element shows until its module is there: search field, sort menu, and skeletons or the first
// cards. What the reader does meanwhile is handed over to the list.
import { NAMES, readAttribute } from "./attributes.js";
import { columnsOf, createFirstCards, decodeImages, reportClick, targetsOf } from "./first-cards.js";
import { error, messages as english, maxSkeletons, skeleton } from "./first-paint-data.js";
import { inMicrotask, inNextFrame } from "./measure-first.js";
import { adoptStyles } from "./shadow-root.js";
import { createNodes, messageOf } from "./template-nodes.js";
import { setLanguage } from "./translations.js";

/** The controls that can be used at once, and the event that reports their change. */
const CONTROLS = /** @type {const} */ ([[".ac-search-input", "input"], [".ac-sort select", "change"]]);

/** For how many milliseconds the exchange is put off at a time, and waits for images. */
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
  #isPointerDown = false;
  /** The holder whose list waits to take the place of what is shown. @type {HTMLElement | undefined} */
  #exchanging;
  /** Reports the latest render. */
  #report = () => {};
  /** The button of a card that the reader has pressed. @type {number | undefined} */
  #pressed;
  /** @type {Record<string, any> | undefined} */
  #messages;
  /** Whether it shows cards. */
  hasCards = false;
  /** Whether cards are about to be drawn. */
  isDrawing = false;
  /** The list that the first cards were last created for. @type {HTMLElement | undefined} */
  #cardsOf;

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

  /** Whether the list renders, and is not on screen yet. */
  get isHeld() {
    return Boolean(this.#list);
  }

  /**
   * Shows the list while it loads.
   * @param {object | undefined} translated messages in place of the English ones; `undefined` while
   *   they are loaded
   */
  show(translated) {
    const drawn = JSON.stringify([NAMES.map((name) => readAttribute(this.#element, name)), this.#element.dir, translated]);
    if (this.#drawn === drawn) return;
    this.#drawn = drawn;
    const messages = translated && { ...english, ...translated };
    this.#messages = messages;
    this.hasCards = false;
    this.#pressed = undefined;
    const host = document.createElement("div");
    const layout = readAttribute(this.#element, "layout");
    host.append(...createNodes(skeleton, messageOf(messages), { layout, full: layout !== "compact" }));
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
    host.append(...createNodes(error, messageOf({ ...english, ...translated })));
    host.querySelector("button")?.addEventListener("click", retry);
    this.#drawn = "error";
    this.#replace(host);
  }

  /**
   * Shows the first cards of a feed, in the next frame, if they are what the list will show.
   * @param {import("./feed-arrival.js").ArrivedFeed} feed
   * @param {string | undefined} locale
   * @param {() => void} didDraw called also if they are not what the list will show
   */
  showCards(feed, locale, didDraw) {
    const [host, messages] = [this.#host, this.#messages];
    const results = host?.querySelector(".ac-results");
    if (!host || !results || !messages || this.hasCards || this.#cardsOf === host) return;
    this.#cardsOf = host;
    this.isDrawing = true;
    inNextFrame(() => {
      const columns = columnsOf(this.#element, /** @type {HTMLElement} */ (host.firstElementChild));
      return () => {
        if (this.#host !== host) return;
        this.isDrawing = false;
        const isUsual = !this.#list && !this.#changed.size;
        const cells = isUsual && createFirstCards(this.#element, feed, { locale, messages, columns });
        if (cells) {
          results.removeAttribute("aria-hidden");
          results.replaceChildren(...cells);
          this.hasCards = true;
        }
        didDraw();
      };
    });
  }

  /** Leaves nothing but the cards and their links: nothing else will work. */
  keepCards() {
    this.#host?.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    for (const part of this.#host?.querySelectorAll(".ac-toolbar, .ac-facets") ?? []) part.remove();
    for (const button of this.#host?.querySelectorAll("button") ?? []) button.disabled = true;
  }

  /** Changes the general list to that of this element. @param {HTMLElement} host */
  #adapt(host) {
    const one = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (host.querySelector(selector));
    const read = (/** @type {import("./attributes.js").AttributeName} */ name) => readAttribute(this.#element, name);
    const base = one(".ac-base");
    const toolbar = one(".ac-toolbar");
    base.dataset.theme = String(read("theme"));
    if (read("theme") === "auto") {
      inMicrotask(() => {
        const isDark = isOnDark(this.#element);
        return () => isDark && base.setAttribute("data-theme", "dark");
      });
    }
    base.toggleAttribute("data-ground", read("theme") !== "auto");
    const label = read("label");
    if (label) {
      base.setAttribute("aria-label", String(label));
      toolbar.setAttribute("aria-label", `${toolbar.getAttribute("aria-label")}: ${label}`);
    }
    repeat(one(".ac-cell"), Math.min(Number(read("pageSize")), maxSkeletons));
    const filters = String(read("facets")).split(",").filter((name) => !/^\s*(none)?\s*$/i.test(name));
    const facets = filters.filter((name) => !/^\s*(date|quality|heat)\s*(:|$)/.test(name));
    repeat(one(".ac-facet"), Math.max(facets.length, 1));
    if (!filters.length) for (const selector of [".ac-facets", ".ac-panel-button", ".ac-x-skip"]) one(selector).remove();
    if (read("loading") === "lazy") one(".ac-summary").replaceChildren();
    if (read("withoutSearch") || read("searchInput")) one(".ac-search").remove();
    if (read("withoutSort")) one(".ac-sort").remove();
    else offerSorts(one(".ac-sort"), String(read("sorts")), String(read("sort")));
    if (read("withoutSummary")) one(".ac-summary").remove();
    offerLayouts(one(".ac-layouts"), String(read("layouts")), read("layout"));
    if (toolbar.children.length === 1) toolbar.replaceWith(bareToolbar(toolbar));
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
    host.addEventListener("pointerdown", () => {
      this.#isPointerDown = true;
      // It may be released anywhere.
      const release = () => void (this.#isPointerDown = false);
      for (const type of ["pointerup", "pointercancel", "dragend"]) window.addEventListener(type, release, { capture: true, once: true });
    });
    host.addEventListener("click", (event) => {
      reportClick(this.#element, event);
      const button = /** @type {Element} */ (event.target).closest(".ac-card button");
      if (button) this.#pressed = targetsOf(host).indexOf(button);
    });
    // An event of an image, which does not bubble.
    host.addEventListener("error", ({ target }) => hideBroken(/** @type {HTMLElement} */ (target)), { capture: true });
    host.addEventListener("compositionstart", () => (this.#isComposing = true));
    host.addEventListener("compositionend", () => (this.#isComposing = false));
  }

  /** Replaces what is on screen. @param {HTMLElement} host */
  #replace(host) {
    const before = this.#host;
    this.#host = host;
    this.isDrawing = false;
    setLanguage(host, this.#element);
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
    this.#holder?.remove();
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
   * @param {() => void} didInsert called once the list is alone
   * @param {() => void} report called then, or before that while the reader delays it
   */
  exchange(insert, didInsert, report) {
    const [host, list, holder] = [this.#host, this.#list, this.#holder];
    if (!host || !list) {
      didInsert();
      return report();
    }
    this.#report = report;
    if (this.#exchanging === holder) return;
    this.#exchanging = holder;
    const decoded = this.hasCards ? decodeImages(host, list) : undefined;
    // The images of each list are decoded in a task of its own.
    const schedule = decoded ? inNextFrame : inMicrotask;
    const proceed = () => schedule(() => {
      const isBusy = this.#isBusy(host);
      return () => {
        // The list may have left the element meanwhile.
        if (this.#holder !== holder) return;
        this.#exchanging = undefined;
        if (!isBusy) return this.#complete(host, list, insert, didInsert);
        this.#report();
        void pause().then(() => this.#holder === holder && this.#exchanging !== holder && this.exchange(insert, didInsert, () => {}));
      };
    });
    if (decoded) void Promise.race([decoded, pause()]).then(proceed);
    else proceed();
  }

  /**
   * @param {HTMLElement} host
   * @param {HTMLElement} list
   * @param {() => void} insert
   * @param {() => void} didInsert
   */
  #complete(host, list, insert, didInsert) {
    insert();
    this.#handOver(host, list);
    const pressed = this.#pressed === undefined ? undefined : targetsOf(list)[this.#pressed];
    this.remove();
    didInsert();
    this.#report();
    /** @type {HTMLElement | undefined} */ (pressed)?.click();
  }

  /** Whether the exchange would disturb what the reader is doing. @param {HTMLElement} host */
  #isBusy(host) {
    // Some browsers have it in documents only.
    const root = /** @type {Partial<Document>} */ (/** @type {unknown} */ (this.#root));
    const selection = root.getSelection ? root.getSelection() : getSelection();
    const isSelected = this.hasCards && selection?.isCollapsed === false && host.contains(selection.anchorNode);
    return this.#isComposing || this.#isPointerDown || isSelected || isMenuOpen(host);
  }

  /** Lets go of the list. */
  release() {
    this.#holder?.remove();
    this.#holder = this.#list = this.#exchanging = undefined;
  }

  /** Removes it, with what the reader has changed. */
  remove() {
    this.#host?.remove();
    this.release();
    this.#host = this.#pressed = undefined;
    this.#drawn = "";
    this.#changed.clear();
    this.#isComposing = this.#isPointerDown = this.hasCards = this.isDrawing = false;
  }

  /**
   * Copies what the reader has changed, focus and selection.
   * @param {HTMLElement} from
   * @param {HTMLElement} to
   */
  #handOver(from, to) {
    const focused = targetsOf(from).indexOf(/** @type {Element} */ (this.#root.activeElement));
    /** @type {HTMLElement | undefined} */ (targetsOf(to)[focused])?.focus({ preventScroll: true });
    const [before, after] = [from, to].map((host) => /** @type {NodeListOf<HTMLDetailsElement>} */ (host.querySelectorAll(".ac-card-related")));
    for (const [index, { open }] of before?.entries() ?? []) if (open && after?.[index]) after[index].open = open;
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

/**
 * Hides an image that fails to load, but keeps its room.
 * @param {HTMLElement} image
 */
function hideBroken(image) {
  image.style.visibility = "hidden";
  image.closest(".ac-card-media")?.setAttribute("data-broken", "");
}

/** @param {HTMLElement} host */
function isMenuOpen(host) {
  try {
    return host.querySelector("select:open") !== null;
  } catch {
    // Older browsers cannot tell.
    return false;
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, RETRY));

/** A toolbar without controls, which is no search landmark. @param {Element} toolbar */
function bareToolbar(toolbar) {
  const bare = document.createElement("div");
  bare.className = toolbar.className;
  bare.setAttribute("part", "toolbar");
  bare.append(...toolbar.children);
  return bare;
}

/**
 * Leaves the offered orders, of those that are known before the module, if there are several.
 * @param {Element} sort
 * @param {string} offered
 * @param {string} current
 */
function offerSorts(sort, offered, current) {
  if (!offered) return;
  const names = new Set([...offered.split(","), current || "-publishedDateTime"].map((name) => name.trim()));
  if (names.size < 2) return sort.remove();
  const select = /** @type {HTMLSelectElement} */ (sort.querySelector("select"));
  const options = [...select.options];
  select.replaceChildren(...[...names].flatMap((name) => options.filter(({ value }) => value === name)));
}

/**
 * Leaves the offered layouts, if there are several.
 * @param {Element} choice
 * @param {string} offered
 * @param {unknown} current
 */
function offerLayouts(choice, offered, current) {
  const radios = /** @type {HTMLInputElement[]} */ ([...choice.querySelectorAll("input")]);
  const names = new Set(offered.toLowerCase().split(",").map((name) => name.trim()));
  const chosen = [...names].flatMap((name) => radios.filter(({ value }) => value === name));
  if (chosen.length < 2) return choice.remove();
  const labels = chosen.map((radio) => /** @type {Element} */ (radio.parentElement));
  for (const radio of radios) {
    radio.checked = radio.value === current;
    // They do nothing yet.
    radio.disabled = true;
    radio.parentElement?.remove();
  }
  choice.append(...labels);
}

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
