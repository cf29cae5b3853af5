// Formats dates, durations and numbers as `Formats` of the crate does.
import { decline, written } from "./field-values.js";

const DAY_MS = 86_400_000;

const DAY = /** @type {const} */ ({ day: "numeric", month: "short", year: "numeric" });
const LONG_DAY = /** @type {const} */ ({ ...DAY, weekday: "long", month: "long" });
const MOMENT = /** @type {const} */ ({ ...LONG_DAY, hour: "numeric", minute: "2-digit", timeZoneName: "short" });

/** @param {string} text */
export const capital = (text) => text.replace(/^./u, (letter) => letter.toUpperCase());

/**
 * Returns the formats of a locale and time zone.
 * @param {string | undefined} locale
 * @param {string | undefined} timeZone
 * @param {boolean} isRelative whether recent dates are relative
 */
export function createFormats(locale, timeZone, isRelative) {
  const now = Date.now();
  const numeric = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", { ...DAY, month: "numeric", timeZone });
  /** A formatter is slow to create. @type {Record<string, Intl.DateTimeFormat>} */
  const formatters = {};

  /** @param {import("./field-values.js").Published} published @param {Intl.DateTimeFormatOptions} options */
  const absolute = ({ time, isDay }, options) =>
    (formatters[`${isDay}${options.month}`] ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: isDay ? "UTC" : timeZone })).format(time);

  /** The day of a moment in the time zone, counted from 1970. @param {number} moment */
  const dayOf = (moment) => Date.parse(`${numeric.format(moment)} UTC`) / DAY_MS;

  /** The amount and unit of a date that is less than a week away. @param {import("./field-values.js").Published} published @returns {[number, Intl.RelativeTimeFormatUnit] | undefined} */
  function distance({ time, isDay }) {
    const days = (isDay ? time / DAY_MS : dayOf(time)) - dayOf(now);
    const seconds = Math.trunc((time - now) / 1_000);
    const [minutes, hours] = [Math.trunc(seconds / 60), Math.trunc(seconds / 3_600)];
    if (isDay ? Math.abs(days) > 6 : Math.abs(time - now) >= 7 * DAY_MS) return undefined;
    if (isDay) return [days, "day"];
    if (!minutes) return [0, "second"];
    if (!hours) return [minutes, "minute"];
    return Math.abs(hours) < 24 || !days ? [hours, "hour"] : [Math.min(Math.max(days, -6), 6), "day"];
  }

  return {
    /** @param {number} number */
    number: (number) => new Intl.NumberFormat(locale).format(number),

    /** @param {import("./field-values.js").Published | undefined} published */
    date(published) {
      if (!published) return { date: "" };
      const away = isRelative && distance(published);
      const iso = new Date(published.time).toISOString();
      return {
        date: away ? capital(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(...away)) : absolute(published, DAY),
        exact: absolute(published, published.isDay ? LONG_DAY : MOMENT),
        datetime: published.isDay ? iso.slice(0, 10) : iso.replace(".000Z", "Z"),
      };
    },

    /** A duration of hours, minutes and seconds. @param {unknown} value */
    duration(value) {
      const text = written(value);
      if (text === undefined) return { length: "" };
      const [, ...parts] = text.match(/^PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,4})M)?(?:(\d{1,5})S)?$/) ?? decline();
      const [hours = 0, minutes = 0, rest = 0] = parts.map((part) => Number(part ?? 0));
      const seconds = (hours * 60 + minutes) * 60 + rest;
      if (!seconds || seconds >= 86_400) decline();
      const units = (/** @type {number} */ seconds) => {
        const amounts = [Math.trunc(seconds / 3_600), Math.trunc(seconds / 60) % 60, seconds % 60];
        return amounts.map((amount, index) => ({ amount, unit: /** @type {const} */ (["hour", "minute", "second"])[index] }));
      };
      const all = units(seconds < 300 ? seconds : Math.trunc((seconds + 30) / 60) * 60);
      const shown = all.slice(all.findIndex(({ amount }) => amount)).slice(0, 2).filter(({ amount }) => amount);
      const unitDisplay = shown.length > 1 ? "narrow" : "short";
      const amounts = shown.map(({ amount, unit }) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay }).format(amount));
      return {
        length: units(seconds).reduce((length, { amount, unit }) => (amount ? `${length}${amount}${unit?.[0]?.toUpperCase()}` : length), "PT"),
        duration: new Intl.ListFormat(locale, { type: "unit", style: "narrow" }).format(amounts),
      };
    },
  };
}
