// @ts-check
// How long a page's own thread has worked: the processor's time, not the clock's, so that what else
// the machine does changes it least.

/** @typedef {{ busy: number, layout: number }} Work in milliseconds; the second is part of the first */

/**
 * @param {import("./browser.js").Page} page
 * @returns {Promise<() => Promise<Work>>} tells the work since it was last asked
 */
export async function watchWork(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  let before = { busy: 0, layout: 0 };
  const told = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ name) => 1_000 * (metrics.find((metric) => metric.name === name)?.value ?? 0);
    const now = { busy: of("TaskDuration"), layout: of("LayoutDuration") + of("RecalcStyleDuration") };
    const since = { busy: now.busy - before.busy, layout: now.layout - before.layout };
    before = now;
    return since;
  };
  await told();
  return told;
}
