// @ts-check
// Who is measured as a whole page: search field, facets, sort menu, cards.

/**
 * @typedef {object} Widget
 * @property {string} key
 * @property {string} label
 * @property {string[]} files scripts and styles that its page loads, below this folder
 */

/** @type {Widget[]} */
export const WIDGETS = [];
