// Feeds that are on their way. The module waits for them: it must not share a slow line with them.

/** For how many milliseconds a feed may send nothing before the module is fetched beside it. */
const STALL = 250;

/** The most bytes of a feed that the module waits for. */
const MAX_BYTES = 4_000_000;

/** @type {Set<Promise<void>>} */
const arriving = new Set();

/** Resolves once every feed requested so far has arrived, failed or stalled. */
export const feedsArrived = () => Promise.all(arriving);

/**
 * Watches the arrival of a feed. Must be called before anything else reads the response.
 * @param {Promise<Response>} response
 */
export function watchArrival(response) {
  const arrival = read(response).catch(() => {});
  arriving.add(arrival);
  arrival.then(() => arriving.delete(arrival));
}

/** @param {Promise<Response>} response */
async function read(response) {
  // Set at once, even if the wait for the response ends before: nobody can copy it later.
  const copy = response.then((response) => response.clone().body?.getReader());
  const reader = await withinStall(copy);
  for (let length = 0; reader && length < MAX_BYTES; ) {
    const chunk = await withinStall(reader.read());
    if (!chunk || chunk.done) break;
    length += chunk.value.length;
  }
  // What is not read would stay in memory.
  copy.then((reader) => reader?.cancel()).catch(() => {});
}

/**
 * Resolves with `undefined` if a promise takes too long.
 * @template T
 * @param {Promise<T>} promise
 * @returns {Promise<T | undefined>}
 */
const withinStall = (promise) => Promise.race([promise, /** @type {Promise<undefined>} */ (new Promise((resolve) => setTimeout(resolve, STALL)))]);
