// @ts-check
// What a run of the harness leaves behind.

/**
 * @typedef {object} Results
 * @property {string} browser
 * @property {boolean} quick
 * @property {number} processors
 * @property {number} load of the machine when the run began: how many processes wanted to run
 * @property {number} highestLoad of those after each figure: above the number of processors the clock tells little
 * @property {Record<string, string>} versions
 * @property {Record<string, any>} figures
 */
export {};
