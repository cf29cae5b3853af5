// Lets all lists of a page measure before the first one draws: a measurement after a change makes the
// browser lay out the page, once for each list.

/**
 * Returns a function that schedules work: a function that measures, and returns what draws.
 * @param {(run: () => void) => void} wait
 */
function createSchedule(wait) {
  /** @type {(() => () => void)[]} */
  let scheduled = [];
  const run = () => {
    const measures = scheduled;
    scheduled = [];
    // One that fails does not keep the others from drawing.
    for (const draw of measures.map((measure) => measure())) queueMicrotask(draw);
  };
  return (/** @type {() => () => void} */ measure) => {
    if (scheduled.push(measure) === 1) wait(run);
  };
}

/** In the next frame. */
export const inNextFrame = createSchedule((run) => requestAnimationFrame(run));

/** At the end of this task. */
export const atEndOfTask = createSchedule((run) => queueMicrotask(run));

/** About a frame later, in a hidden page too. */
export const afterFrame = createSchedule((run) => setTimeout(run, 16));
