// What a page holds: nodes, listeners, documents, and the memory of the module.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Lets the page know each module's memory; to be called before it is opened.
 * @param {Page} page
 */
export const watchMemory = (page) =>
  page.addInitScript(() => {
    /** @type {WebAssembly.Memory[]} */
    const memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ module, /** @type {any} */ imports) => {
      const made = /** @type {any} */ (await instantiate(module, imports));
      const exports = Object.values((made.instance ?? made).exports);
      memories.push(...exports.filter((one) => one instanceof WebAssembly.Memory));
      return made;
    });
    Object.assign(window, { memories });
  });

/**
 * What a page holds after its garbage was collected; bytes of `memory` and `heap`.
 * @param {Page} page
 */
export async function held(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await client.send("HeapProfiler.enable");
  for (let turn = 0; turn < 3; turn++) {
    await client.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(50);
  }
  const { metrics } = await client.send("Performance.getMetrics");
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  const memory = await page.evaluate(() => /** @type {any} */ (window).memories.reduce((/** @type {number} */ sum, /** @type {WebAssembly.Memory} */ it) => sum + it.buffer.byteLength, 0));
  await client.detach();
  return { nodes: of("Nodes"), listeners: of("JSEventListeners"), documents: of("Documents"), heap: of("JSHeapUsedSize"), memory };
}
