// Which end-to-end tests Firefox cannot be asked, and why.

/** @type {{ title: RegExp, reason: string }[]} */
export const LEFT_OUT = [];
