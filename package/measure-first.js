// Lets the lists of a page that start together measure before the first one draws: a measurement after a
// change makes the browser lay out the page, once for each list. One that fails does not keep the others
// from drawing.

/** What to measure before the next frame. @type {(() => () => void)[]} */
let scheduled = [];

/**
 * Draws once the code that runs now has ended.
 * @param {() => () => void} measure returns what draws
 */
export const inMicrotask = (measure) => queueMicrotask(() => queueMicrotask(measure()));

/**
 * Draws before the next frame is painted, or soon if there is none, as in a hidden page.
 * @param {() => () => void} measure returns what draws
 */
export function inNextFrame(measure) {
  if (scheduled.push(measure) > 1) return;
  const run = () => {
    scheduled.forEach(inMicrotask);
    scheduled = [];
  };
  requestAnimationFrame(run);
  setTimeout(run, 100);
}
