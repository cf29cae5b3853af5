// Reads the fields of a feed's entries as the module does. Each reader returns `undefined` for what is
// unusable, and throws for what only the module can read.
import { fields, references } from "./first-paint-data.js";

/**
 * Leaves the feed to the module.
 * @returns {never}
 */
export const decline = () => {
  throw new Error("unusual");
};

/** Longer texts may be cut in cards. */
const MAX_LENGTH = 5_000;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Returns the first usable value of a property's fields.
 * @template T
 * @param {any} entry
 * @param {string} property
 * @param {(value: any) => T | undefined} read
 */
export function first(entry, property, read) {
  for (const name of fields[property] ?? [property]) {
    const value = read(entry[name]);
    if (value !== undefined) return value;
  }
}

/** A string as written that is not blank. @param {any} value @returns {string | undefined} */
export function written(value) {
  if (typeof value !== "string") return undefined;
  // The module replaces lone surrogates, and U+0085 is white space there.
  return value.length > MAX_LENGTH || /[\p{Surrogate}\x85]/u.test(value) ? decline() : value.trim() ? value : undefined;
}

/** A plain text. @param {any} value */
export function text(value) {
  // `AT&T` has no reference, but some names need no semicolon.
  const plain = written(value)?.replace(/&(#\w+;?|\w\w+;?)/g, (_, name) => character(name));
  return plain?.replace(/\s+/g, " ").trim() || undefined;
}

/** The character of a reference. @param {string} name with its semicolon */
function character(name) {
  const code = /^#(\d+|x[\da-f]+);$/i.test(name) ? Number(name.slice(1, -1).replace(/^x/i, "0x")) : 0;
  // Others mean characters of Windows, or none.
  if ((code > 31 && code < 127) || (code > 159 && code < 0xd800)) return String.fromCharCode(code);
  return (name.endsWith(";") && references[name.slice(0, -1)]) || decline();
}

/** A text, or a whole number. @param {(value: any) => string | undefined} read */
const orNumber = (read) => (/** @type {any} */ value) => (typeof value === "number" ? (Number.isSafeInteger(value) ? String(value) : decline()) : read(value));

export const textOrNumber = orNumber(text);
export const writtenOrNumber = orNumber(written);

/** A number of things. @param {any} value @returns {number | undefined} */
export function count(value) {
  if (value == null) return undefined;
  return Number.isInteger(value) && value < 2 ** 32 ? (value < 0 ? undefined : value) : decline();
}

/**
 * A list that is not empty.
 * @template T
 * @param {(value: any) => T | undefined} read
 */
const listOf = (read) => (/** @type {any} */ value) => {
  const list = (Array.isArray(value) ? value : [value]).map(read).filter((item) => item !== undefined);
  return list.length ? /** @type {T[]} */ (list) : undefined;
};

/** A text, or the name of an object. @param {any} value */
const label = (value) => (isObject(value) ? (text(value.name) ?? text(value.title) ?? text(value.label)) : text(value));

/** Different texts. @param {any} value */
export const texts = (value) => listOf(label)(value)?.filter((text, index, list) => list.indexOf(text) === index);

/** The URL of a link. @param {string} base */
export const link = (base) => (/** @type {any} */ value) => {
  const url = written(value);
  try {
    const { href, protocol } = new URL(url ?? "", base);
    return url !== undefined && /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
};

/** @typedef {{ url: string, width?: number | undefined, height?: number | undefined, title?: string | undefined }} Image */

/** Images. @param {string} base */
export const images = (base) =>
  listOf((value) => {
    const { url, width, height, title } = /** @type {any} */ (isObject(value) ? value : { url: value });
    if (typeof url === "string" && /^\s*data:/i.test(url)) decline();
    // A bare word is no address.
    const href = /[!-/:-@[-`{-~]/.test(url) ? link(base)(url) : undefined;
    return href === undefined ? undefined : { url: href, width: count(width) || undefined, height: count(height) || undefined, title: text(title) };
  });

/** Objects. @param {any} value */
export const objects = (value) => (Array.isArray(value) ? listOf((item) => (isObject(item) ? item : undefined))(value) : undefined);

const TIME = "([01]\\d|2[0-3]):([0-5]\\d)(?::([0-5]\\d)(?:\\.(\\d{1,3})\\d*)?)? ?(?:Z|GMT|UTC|([+-](?:[01]\\d|2[0-3])):?([0-5]\\d))?$";
/** A day and its time, as in RFC 3339 and in RFC 2822. */
const DATES = [`^([12]\\d{3}-\\d\\d-(\\d\\d))(?:$|[T ]${TIME})`, `^(?:[A-Z][a-z]{2}, )?((\\d\\d?) [A-Z][a-z]{2} [12]\\d{3}) ${TIME}`].map((date) => new RegExp(date));

/** @typedef {{ time: number, isDay?: boolean }} Published a moment, in milliseconds since 1970, or a day, by its start in UTC */

/** A date. @param {any} value @returns {Published | undefined} */
export function date(value) {
  if (typeof value === "number") {
    // Unix time, in seconds or milliseconds.
    if (!Number.isInteger(value) || value < 1e9 || value > 2e14) decline();
    return { time: value < 1e11 ? value * 1_000 : value };
  }
  const moment = written(value)?.trim();
  if (moment === undefined) return undefined;
  const [iso, mail] = DATES.map((date) => moment.match(date));
  const [, date, day, hours, minutes, seconds = 0, fraction = "", zoneHours = "+0", zoneMinutes = 0] = iso ?? mail ?? decline();
  const start = Date.parse(iso ? `${date}` : `${date} 00:00:00 GMT`);
  // Browsers read the 30th of February as a day of March.
  if (new Date(start).getUTCDate() !== Number(day)) decline();
  if (hours === undefined) return { time: start, isDay: true };
  const zone = Number(zoneHours) * 60 + Number(`${zoneHours[0]}${zoneMinutes}`);
  return { time: start + ((Number(hours) * 60 + Number(minutes) - zone) * 60 + Number(seconds)) * 1_000 + Number(fraction.padEnd(3, "0")) };
}
