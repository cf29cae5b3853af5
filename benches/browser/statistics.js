// @ts-check
// Summarises repeated measurements.

/** @typedef {{ median: number, p95: number, runs: number }} Summary */

/**
 * Returns a quantile by the nearest-rank method.
 * @param {number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

/**
 * @param {number[]} values
 * @returns {Summary}
 */
export const summary = (values) => ({
  median: rounded(quantile(values, 0.5)),
  p95: rounded(quantile(values, 0.95)),
  runs: values.length,
});

/** Rounds to three decimals, which is finer than the clock. @param {number} value */
export const rounded = (value) => Math.round(value * 1_000) / 1_000;
