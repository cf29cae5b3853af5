// Measures what a page holds: DOM nodes, listeners, documents, heap, and the module's memory.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Records the memory of each WebAssembly instance. Call it before opening the page.
 * @param {Page} page
 */
export const trackWasmMemory = (page) =>
  page.addInitScript(() => {
    /** @type {WebAssembly.Memory[]} */
    const memories = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ module, /** @type {any} */ imports) => {
      const result = /** @type {any} */ (await instantiate(module, imports));
      const exports = Object.values((result.instance ?? result).exports);
      memories.push(...exports.filter((one) => one instanceof WebAssembly.Memory));
      return result;
    });
    Object.assign(window, { memories });
  });

/**
 * Returns what the page holds after a garbage collection; `heap` and `wasmMemory` in bytes.
 * @param {Page} page
 */
export async function resourceUsage(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  await client.send("HeapProfiler.enable");
  for (let turn = 0; turn < 3; turn++) {
    await client.send("HeapProfiler.collectGarbage");
    await page.waitForTimeout(50);
  }
  const { metrics } = await client.send("Performance.getMetrics");
  const metric = (/** @type {string} */ name) => metrics.find((one) => one.name === name)?.value ?? 0;
  const wasmMemory = await page.evaluate(() => /** @type {any} */ (window).memories.reduce((/** @type {number} */ sum, /** @type {WebAssembly.Memory} */ memory) => sum + memory.buffer.byteLength, 0));
  await client.detach();
  return { nodes: metric("Nodes"), listeners: metric("JSEventListeners"), documents: metric("Documents"), heap: metric("JSHeapUsedSize"), wasmMemory };
}

/**
 * Returns a function that returns how often the page was laid out. Call it before opening the page.
 * @param {Page} page
 */
export async function trackLayouts(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  return async () => {
    const { metrics } = await client.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "LayoutCount")?.value ?? NaN;
  };
}
