// @ts-check
// Formats numbers for tables and messages.

/** @param {number} value */
export const milliseconds = (value) =>
  value >= 100 ? grouped(value) : value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toFixed(2);

/** @param {number} bytes */
export const megabytes = (bytes) => milliseconds(bytes / 1e6);

/**
 * Returns the ratio of two numbers, or an empty string if it is undefined.
 * @param {number} one
 * @param {number} other
 */
export const ratio = (one, other) => {
  const value = one / other;
  return Number.isFinite(value) ? (value >= 10 ? value.toFixed(0) : value.toFixed(2)) : "";
};

/** @param {number} value */
export const grouped = (value) => Math.round(value).toLocaleString("en");
