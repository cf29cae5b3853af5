// @ts-check
// The processor time of a page's main thread, which other load on the machine affects least.

/** @typedef {{ busy: number, layout: number }} ThreadTime in milliseconds; `layout` is part of `busy` */

/**
 * @param {import("./browser.js").Page} page
 * @returns {Promise<() => Promise<ThreadTime>>} returns the time since the last call
 */
export async function watchThreadTime(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  let before = { busy: 0, layout: 0 };
  const sinceLastCall = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (/** @type {string} */ name) => 1_000 * (metrics.find((one) => one.name === name)?.value ?? 0);
    const now = { busy: metric("TaskDuration"), layout: metric("LayoutDuration") + metric("RecalcStyleDuration") };
    const since = { busy: now.busy - before.busy, layout: now.layout - before.layout };
    before = now;
    return since;
  };
  await sinceLastCall();
  return sinceLastCall;
}
