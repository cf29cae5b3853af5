// Identities as they come from the module.

/**
 * A line each, for that is taken apart soonest, or JSON.
 * @param {string} written
 * @returns {string[]}
 */
export const identities = (written) => (written[0] === "[" ? JSON.parse(written) : written.split("\n"));
