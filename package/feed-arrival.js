// Feeds that are on their way. The module waits for them: it must not share a slow line with them.

/** For how many milliseconds a feed may send nothing before the module is fetched beside it. */
const STALL = 250;

/** The longest feed that is read here, in bytes, and that the module waits for. */
const MAX_BYTES = 4_000_000;

/** @typedef {{ text: string, url: string }} ArrivedFeed */

/** @type {Set<Promise<void>>} */
const arriving = new Set();

/** Resolves once every feed requested so far has arrived, failed or stalled. */
export const feedsArrived = () => Promise.all(arriving);

/**
 * Reads a feed as it arrives. Must be called before anything else reads the response.
 * @param {Promise<Response>} response
 * @returns {Promise<ArrivedFeed | undefined>} `undefined` for a feed that is too long, not UTF-8, or failed
 */
export function watchArrival(response) {
  /** @type {() => void} */
  let settle = () => {};
  const turn = /** @type {Promise<void>} */ (new Promise((resolve) => (settle = resolve)));
  arriving.add(turn);
  void turn.then(() => arriving.delete(turn));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const onProgress = () => {
    clearTimeout(timer);
    timer = setTimeout(settle, STALL);
  };
  onProgress();
  const feed = read(response, onProgress).catch(() => undefined);
  void feed.then(settle);
  return feed;
}

/**
 * @param {Promise<Response>} response
 * @param {() => void} onProgress called for each piece
 */
async function read(response, onProgress) {
  // A copy, made before anybody reads the response.
  const { ok, url, body } = (await response).clone();
  const reader = body?.getReader();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  try {
    for (let length = 0; reader && length < MAX_BYTES; ) {
      onProgress();
      const { done, value } = await reader.read();
      text += decoder.decode(value, { stream: !done });
      if (done) return ok ? { text, url } : undefined;
      length += value.length;
    }
  } finally {
    // What is not read would stay in memory.
    reader?.cancel().catch(() => {});
  }
  return undefined;
}
