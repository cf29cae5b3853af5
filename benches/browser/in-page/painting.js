// @ts-check
// Runs in the measured page: detects when cards and results are painted.

/**
 * Returns the root of a widget's elements: ours has a shadow root.
 * @param {Element} place
 * @returns {ParentNode & Node}
 */
export const rootOf = (place) => place.querySelector("article-cards")?.shadowRoot ?? place;

/** @param {Element} place */
export const countCards = (place) => rootOf(place).querySelectorAll(".ac-card").length;

/** Returns the time at which the current state of the page is painted. @returns {Promise<number>} */
export const painted = () =>
  new Promise((done) =>
    // The message arrives after the frame of the callback.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(undefined);
    }),
  );

/**
 * Returns the times at which a number of cards are in the page, and painted.
 * @param {Element} place
 * @param {number} count
 * @returns {Promise<{ inserted: number, painted: number }>}
 */
export function whenCards(place, count) {
  return new Promise((done) => {
    const check = async () => {
      if (countCards(place) < count) return;
      observer.disconnect();
      const inserted = performance.now();
      done({ inserted, painted: await painted() });
    };
    const observer = new MutationObserver(check);
    observer.observe(rootOf(place), { childList: true, subtree: true });
    check();
  });
}

/** The time without changes after which a key stroke counts as answered, in milliseconds. */
const QUIET_TIME = 250;

/** Live regions are not painted. */
const LIVE_REGIONS = "[aria-live], [part~=live]";

/**
 * Watches the effects of key strokes.
 * @param {Element} place
 */
export function watchKeys(place) {
  let pressed = 0;
  let lastPainted = 0;
  let changed = 0;
  let waiting = 0;
  /** @type {PerformanceEventTiming[]} */
  let events = [];
  /** @type {number[]} */
  let long = [];

  const awaitPaint = async () => {
    waiting += 1;
    const time = await painted();
    waiting -= 1;
    lastPainted = Math.max(lastPainted, time);
  };
  addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp;
      changed = performance.now();
      lastPainted = 0;
      awaitPaint();
    },
    { capture: true },
  );
  new MutationObserver((records) => {
    const isVisible = records.some(({ target }) => !(target instanceof Element ? target : target.parentElement)?.closest(LIVE_REGIONS));
    if (!isVisible) return;
    changed = performance.now();
    awaitPaint();
  }).observe(rootOf(place), { childList: true, subtree: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => events.push(.../** @type {any} */ (list.getEntries()))).observe(
    /** @type {any} */ ({ type: "event", durationThreshold: 16 }),
  );
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });

  return {
    /** Waits until the last key stroke is answered; returns the time until its last paint. */
    async answered() {
      do await new Promise((done) => setTimeout(done, 50));
      while (waiting > 0 || performance.now() - changed < QUIET_TIME);
      // The browser reports events and tasks a little later.
      await new Promise((done) => setTimeout(done, 50));
      const timing = { painted: lastPainted - pressed, interaction: Math.max(0, ...events.map(({ duration }) => duration)), long };
      [events, long] = [[], []];
      return timing;
    },
  };
}
