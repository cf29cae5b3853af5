// Since which version browsers have a feature, by MDN's browser compatibility data.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @typedef {import("@mdn/browser-compat-data").CompatData} CompatData */
/** @typedef {import("@mdn/browser-compat-data").SimpleSupportStatement} Statement */
/** @typedef {keyof typeof BROWSERS} Browser */

/** The supported browsers, and their names in docs/browsers.md. */
export const BROWSERS = /** @type {const} */ ({
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  safari: "Safari",
  safari_ios: "Safari on iOS and iPadOS",
});

/** What all of these had by then is not worth a line. */
const OLD = "2020-09-01";

/** @type {CompatData} */
export const data = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@mdn/browser-compat-data"), "utf8"));

/**
 * What the data has at a path such as `css.properties.gap`.
 * @param {string} key
 * @returns {any}
 */
export const entry = (key) => key.split(".").reduce((/** @type {any} */ at, part) => (at && Object.hasOwn(at, part) ? at[part] : undefined), data);

/** @param {string} key */
export const isKnown = (key) => Boolean(entry(key)?.__compat);

/**
 * Since which version a browser has it: by its own name and without a switch, wholly if it ever does.
 * @param {string} key
 * @param {Browser} browser
 * @returns {string | undefined}
 */
export function since(key, browser) {
  const support = entry(key)?.__compat?.support[browser];
  const statements = /** @type {Statement[]} */ ([support].flat()).filter(
    (one) => one && typeof one.version_added === "string" && one.version_added !== "preview" && !one.version_removed && !one.flags && !one.prefix && !one.alternative_name,
  );
  const whole = statements.filter((one) => !one.partial_implementation);
  const versions = (whole.length ? whole : statements).map((one) => String(one.version_added).replace("≤", ""));
  return versions.toSorted(byVersion)[0];
}

/**
 * Older versions first.
 * @param {string} a
 * @param {string} b
 */
export function byVersion(a, b) {
  const [ours, theirs] = [a, b].map((version) => version.split(".").map(Number));
  for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
    const difference = (ours[at] ?? 0) - (theirs[at] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

/**
 * Whether all browsers have had it for long.
 * @param {string} key
 */
export const isOld = (key) =>
  browsers.every((browser) => {
    const version = since(key, browser);
    return version !== undefined && released(browser, version) < OLD;
  });

/** @type {Browser[]} */
export const browsers = /** @type {any} */ (Object.keys(BROWSERS));

/**
 * @param {Browser} browser
 * @param {string} version
 */
const released = (browser, version) => data.browsers[browser].releases[version]?.release_date ?? "";

/**
 * The oldest version of a browser that has all of these, and which of them it is for.
 * @param {string[]} keys
 * @param {Browser} browser
 */
export function oldest(keys, browser) {
  const known = Object.entries(data.browsers[browser].releases);
  let version = known.filter(([, { release_date: date }]) => date && date < OLD).map(([name]) => name).toSorted(byVersion).at(-1) ?? "";
  for (const key of keys) {
    const added = since(key, browser);
    if (added === undefined) throw new Error(`${BROWSERS[browser]} does not have ${key}`);
    if (byVersion(added, version) > 0) version = added;
  }
  return { version, because: keys.filter((key) => since(key, browser) === version) };
}
