// Values that the page hands over.

/** @typedef {import("./engine.js").State} State */
/** @typedef {Required<State>} WholeState */

/**
 * A state with all its parts.
 * @param {State | undefined} state
 * @returns {WholeState}
 */
export const whole = (state) => ({ query: "", sort: "", page: 1, filters: {}, ...state });

/**
 * A value that is not changed any more; what can't be written as JSON is none.
 * @param {unknown} value
 */
export function copyOf(value) {
  try {
    return value === null ? undefined : JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
export const isSame = (one, other) => JSON.stringify(copyOf(one)) === JSON.stringify(copyOf(other));
