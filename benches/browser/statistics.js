// @ts-check
// What is told of many measurements of one thing.

/** @typedef {{ median: number, p95: number, runs: number }} Summary */

/**
 * The value below which that share of all is, of those that were measured.
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

/** To three decimals, which is more than the clock has. @param {number} value */
export const rounded = (value) => Math.round(value * 1_000) / 1_000;
