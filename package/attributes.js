// The attributes: how each is read, and what counts where there is nothing to be read.

/**
 * @template T
 * @typedef {object} Attribute
 * @property {(text: string) => T | undefined} read What the text says; nothing if it can't be read.
 * @property {T} initial What counts without it.
 */

/** @type {Attribute<string | null>} */
const text = { read: (text) => text || undefined, initial: null };

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

/** @type {Attribute<number>} */
const refresh = { read: (text) => whole(10, 2_147_483, 0).read(text), initial: 0 };

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
  sort: words(""),
  filter: words(""),
  only: text,
  facets: words("topics,provider,type"),
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
  refresh,
  loading: oneOf("eager", "lazy"),
  credentials: oneOf("same-origin", "omit", "include"),
  maxBytes: whole(1, Number.MAX_SAFE_INTEGER, 268_435_456),
  label: text,
};

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
