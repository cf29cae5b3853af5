// @ts-check
// Runs in the measured page before everything else: records the memories of its modules.

/** @type {Set<WebAssembly.Memory>} */
const memories = new Set();

for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
  const original = /** @type {(...args: any[]) => Promise<any>} */ (WebAssembly[name]);
  /** @type {any} */ (WebAssembly)[name] = async (/** @type {any[]} */ ...args) => {
    const result = await original.apply(WebAssembly, args);
    const { exports } = result.instance ?? result;
    for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
    return result;
  };
}

/** Returns the bytes of all module memories, which never shrink. */
Object.assign(window, { moduleBytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0) });
