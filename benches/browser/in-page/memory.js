// @ts-check
// Runs in the measured page before everything else: remembers the memories of its modules.

/** @type {Set<WebAssembly.Memory>} */
const memories = new Set();

for (const name of /** @type {const} */ (["instantiate", "instantiateStreaming"])) {
  const original = /** @type {(...given: any[]) => Promise<any>} */ (WebAssembly[name]);
  /** @type {any} */ (WebAssembly)[name] = async (/** @type {any[]} */ ...given) => {
    const result = await original.apply(WebAssembly, given);
    const { exports } = result.instance ?? result;
    for (const value of Object.values(exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
    return result;
  };
}

/** Bytes that the modules of this page have taken; they never give any back. */
Object.assign(window, { moduleBytes: () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0) });
