// The types of attributes: how each parses its text, and its default.

/**
 * @template T
 * @typedef {object} Attribute
 * @property {(text: string) => T | undefined} parse Returns `undefined` if the text is invalid.
 * @property {T} default
 */

/**
 * Present or absent.
 * @type {Attribute<boolean>}
 */
export const boolean = { parse: () => true, default: false };

/**
 * Text that is not blank.
 * @type {Attribute<string | null>}
 */
export const text = { parse: (text) => (text.trim() ? text : undefined), default: null };

/**
 * Text, of which also an empty one means something.
 * @type {Attribute<string | null>}
 */
export const prefix = { parse: (text) => text, default: null };

/**
 * Text for which empty and absent are the same.
 * @type {Attribute<string>}
 */
export const query = { parse: (text) => text || undefined, default: "" };

/**
 * One of these keywords, in any case; the first is the default.
 * @template {string} K
 * @param {K[]} keywords
 * @returns {Attribute<K>}
 */
export const enumeration = (...keywords) => ({
  parse: (text) => keywords.find((keyword) => keyword === text.trim().toLowerCase()),
  default: /** @type {K} */ (keywords[0]),
});

/**
 * One of these keywords, in any case, or none.
 * @template {string} K
 * @param {K[]} keywords
 * @returns {Attribute<K | null>}
 */
export const choice = (...keywords) => ({ ...enumeration(...keywords), default: null });

/**
 * A whole number from `min` to `max`.
 * @param {number} initial
 * @param {number} min
 * @param {number} [max]
 * @returns {Attribute<number>}
 */
export const integer = (initial, min, max = Number.MAX_SAFE_INTEGER) => ({
  parse: (text) => {
    const number = /^\s*\d+\s*$/.test(text) ? Number(text) : NaN;
    return number >= min && number <= max ? number : undefined;
  },
  default: initial,
});

/**
 * A BCP 47 language tag.
 * @type {Attribute<string | null>}
 */
export const locale = {
  parse: (text) => attempt(() => Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"))[0]),
  default: null,
};

/**
 * An IANA time zone.
 * @type {Attribute<string | null>}
 */
export const timeZone = {
  parse: (text) => attempt(() => new Intl.DateTimeFormat("en", { timeZone: text.trim() }) && text.trim()),
  default: null,
};

/**
 * A URL template with a placeholder.
 * @param {string} placeholder
 * @returns {Attribute<string | null>}
 */
export const template = (placeholder) => ({
  parse: (text) => (text.includes(placeholder) ? text : undefined),
  default: null,
});

/**
 * A comma-separated list, which is valid if one of its entries is.
 * @param {RegExp} entry
 */
const list = (entry) => (/** @type {string} */ initial = "") => ({
  parse: (/** @type {string} */ text) => (text.split(",").some((part) => entry.test(part.trim())) ? text : undefined),
  default: initial,
});

/** Sort keys. The module knows which fields a mapping fills. */
export const sortKeys = list(/^(?!-relevance$)-?[A-Za-z][\w.]*$/);

/** Layouts. */
export const layouts = list(/^(grid|list|compact)$/i);

/** Fields and ranges, but none of the names that mean something else in a query string. */
export const fields = list(/^(?!(q|sort|page|from|to)\b(?![.]))[A-Za-z][\w.]*(\s*:\s*(and|or))?$/);

/**
 * Returns what `read` does, or `undefined` if it throws.
 * @template T
 * @param {() => T} read
 */
export function attempt(read) {
  try {
    return read();
  } catch {
    return undefined;
  }
}
