// @ts-check
// What a run of the harness leaves behind.

/**
 * @typedef {object} Results
 * @property {string} browser
 * @property {boolean} quick
 * @property {Record<string, string>} versions
 * @property {Record<string, any>} figures
 */
export {};
