// Identities as they come from the module: a line each, for that is taken apart soonest.

/**
 * A line each, every one after a break; or JSON, which has none.
 * @param {string} written
 * @returns {string[]}
 */
export const identities = (written) => (written[0] === "\n" ? written.split("\n").slice(1) : JSON.parse(written));
