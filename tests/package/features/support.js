// The browser versions that support a feature, from MDN's browser compatibility data.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @typedef {import("@mdn/browser-compat-data").CompatData} CompatData */
/** @typedef {import("@mdn/browser-compat-data").SimpleSupportStatement} Statement */
/** @typedef {keyof typeof BROWSERS} Browser */

/** The supported browsers, with their names in docs/browsers.md. */
export const BROWSERS = /** @type {const} */ ({
  chrome: "Chrome",
  edge: "Edge",
  firefox: "Firefox",
  safari: "Safari",
  safari_ios: "Safari on iOS and iPadOS",
});

/** Features that all browsers had by this date are not listed. */
const OLD = "2020-09-01";

/** @type {CompatData} */
export const data = JSON.parse(readFileSync(createRequire(import.meta.url).resolve("@mdn/browser-compat-data"), "utf8"));

/**
 * Returns the data at a path such as `css.properties.gap`.
 * @param {string} key
 * @returns {any}
 */
const entry = (key) => key.split(".").reduce((/** @type {any} */ at, part) => (at && Object.hasOwn(at, part) ? at[part] : undefined), data);

/** @param {string} key */
export const isKnown = (key) => Boolean(entry(key)?.__compat);

/**
 * Returns the first version that supports a feature without prefix or flag, completely if any does.
 * @param {string} key
 * @param {Browser} browser
 * @returns {string | undefined}
 */
function since(key, browser) {
  const support = entry(key)?.__compat?.support[browser];
  const statements = /** @type {Statement[]} */ ([support].flat()).filter(
    (one) => one && typeof one.version_added === "string" && one.version_added !== "preview" && !one.version_removed && !one.flags && !one.prefix && !one.alternative_name,
  );
  const complete = statements.filter((one) => !one.partial_implementation);
  const versions = (complete.length ? complete : statements).map((one) => String(one.version_added).replace("≤", ""));
  return versions.toSorted(byVersion)[0];
}

/**
 * Compares versions for sorting, older first.
 * @param {string} a
 * @param {string} b
 */
function byVersion(a, b) {
  const [left = [], right = []] = [a, b].map((version) => version.split(".").map(Number));
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference) return difference;
  }
  return 0;
}

/**
 * Returns whether all browsers had a feature by `OLD`.
 * @param {string} key
 */
export const isOld = (key) =>
  browsers.every((browser) => {
    const version = since(key, browser);
    return version !== undefined && releaseDate(browser, version) < OLD;
  });

/** @type {Browser[]} */
export const browsers = /** @type {any} */ (Object.keys(BROWSERS));

/**
 * @param {Browser} browser
 * @param {string} version
 */
const releaseDate = (browser, version) => data.browsers[browser].releases[version]?.release_date ?? "";

/**
 * Returns the oldest version of a browser that has all features, and those that require it.
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
