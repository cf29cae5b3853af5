// The attributes: how each is read, and what counts where there is nothing to be read.

/**
 * @template T
 * @typedef {object} Attribute
 * @property {(text: string) => T | undefined} read What the text says; nothing if it can't be read.
 * @property {T} initial What counts without it.
 */

/** @type {Attribute<string | null>} */
const text = { read: (text) => (text.trim() ? text : undefined), initial: null };

/**
 * Text where nothing and an empty one are the same.
 * @param {string} initial
 * @returns {Attribute<string>}
 */
const words = (initial) => ({ read: (text) => text || undefined, initial });

/**
 * One of these words, in any case; the first of them by default.
 * @template {string} W
 * @param {W[]} all
 * @returns {Attribute<W>}
 */
const oneOf = (...all) => ({
  read: (text) => all.find((word) => word === text.trim().toLowerCase()),
  initial: /** @type {W} */ (all[0]),
});

/**
 * A whole number from `least` to `most`.
 * @param {number} least
 * @param {number} most
 * @param {number} initial
 * @returns {Attribute<number>}
 */
const whole = (least, most, initial) => ({
  read: (text) => {
    const number = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
    return number >= least && number <= most ? number : undefined;
  },
  initial,
});

/** @type {Attribute<string | null>} */
const locale = { read: (text) => accepted(() => Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"))[0]), initial: null };

/** @type {Attribute<string | null>} */
const timeZone = {
  read: (text) => accepted(() => new Intl.DateTimeFormat("en", { timeZone: text.trim() }).resolvedOptions().timeZone && text.trim()),
  initial: null,
};

/**
 * A template with this place in it.
 * @param {string} place
 * @returns {Attribute<string | null>}
 */
const template = (place) => ({ read: (text) => (text.includes(place) ? text : undefined), initial: null });

/**
 * A list between commas that says something if one of its entries does.
 * @param {RegExp} entry
 * @param {string} initial
 * @returns {Attribute<string>}
 */
const list = (entry, initial) => ({
  read: (text) => (text.split(",").some((part) => entry.test(part.trim())) ? text : undefined),
  initial,
});

const ORDER = /^(-?(publishedDateTime|quality|heat|title|provider|position)|relevance)$/;
/** A field, but none of the keys that mean something else in addresses. */
const FACET = /^(?!(q|sort|page|from|to|quality|heat)\b(?![.]))[A-Za-z][\w.]*(\s*:\s*(and|or))?$/;

/**
 * @template T
 * @param {() => T} read
 */
function accepted(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** By the name of the property; the attribute's own is {@link attributeOf} that. */
export const ATTRIBUTES = {
  src: text,
  pageSrc: template("{page}"),
  query: words(""),
  sort: list(ORDER, ""),
  filter: words(""),
  only: text,
  facets: list(FACET, "topics,provider,type"),
  pageSize: whole(1, 500, 12),
  paging: oneOf("more", "infinite", "pages", "none"),
  layout: oneOf("grid", "list", "compact"),
  // The one that means something where it is empty.
  urlState: /** @type {Attribute<string | null>} */ ({ read: (text) => text, initial: null }),
  locale,
  timeZone,
  dates: oneOf("relative", "absolute"),
  theme: oneOf("auto", "light", "dark"),
  headingLevel: whole(2, 6, 3),
  linkTarget: oneOf("_self", "_blank"),
  imageProxy: template("{url}"),
  related: whole(0, Number.MAX_SAFE_INTEGER, 3),
  refresh: whole(10, Number.MAX_SAFE_INTEGER, 0),
  loading: oneOf("eager", "lazy"),
  credentials: oneOf("same-origin", "omit", "include"),
  maxBytes: whole(1, Number.MAX_SAFE_INTEGER, 268_435_456),
  label: text,
};

/** The names of their properties. */
export const NAMES = /** @type {(keyof typeof ATTRIBUTES)[]} */ (Object.keys(ATTRIBUTES));

/** Those that are there or not. */
export const FLAGS = /** @type {const} */ ([
  "withoutSearch",
  "withoutSort",
  "withoutImages",
  "withoutExcerpts",
  "withScores",
  "withUnpublished",
]);

/**
 * The attribute of a property: `pageSize` is `page-size`.
 * @param {string} property
 */
export const attributeOf = (property) => property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * What an element's attribute says, or what counts without it.
 * @template {keyof typeof ATTRIBUTES} N
 * @param {Element} element
 * @param {N} property
 * @returns {(typeof ATTRIBUTES)[N]["initial"]}
 */
export function readAttribute(element, property) {
  const { read, initial } = ATTRIBUTES[property];
  const text = element.getAttribute(attributeOf(property));
  return (text === null ? undefined : read(text)) ?? initial;
}

/**
 * Gives a class of elements the properties that are attributes as well.
 * @param {Function} of
 */
export function defineAttributes(of) {
  for (const name of NAMES) {
    const write = (/** @type {unknown} */ value) => (value === undefined || value === null ? null : String(value));
    property(of, name, (element) => readAttribute(element, name), write);
  }
  for (const name of FLAGS) {
    property(of, name, (element) => element.hasAttribute(attributeOf(name)), (value) => (value ? "" : null));
  }
}

/**
 * @param {Function} of
 * @param {string} name
 * @param {(element: Element) => unknown} get
 * @param {(value: unknown) => string | null} write
 */
function property(of, name, get, write) {
  const attribute = attributeOf(name);
  Object.defineProperty(of.prototype, name, {
    configurable: true,
    enumerable: true,
    get() {
      return get(this);
    },
    set(value) {
      const text = write(value);
      if (text === null) this.removeAttribute(attribute);
      // The address of a feed counts again even if only `items` came between.
      else if (this.getAttribute(attribute) !== text || name === "src") this.setAttribute(attribute, text);
    },
  });
}
