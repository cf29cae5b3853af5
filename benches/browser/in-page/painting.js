// @ts-check
// Runs in the measured page: what is drawn there, and when it is seen.

/**
 * Where a widget draws: ours into its own tree, the others into the page's.
 * @param {Element} place
 * @returns {ParentNode & Node}
 */
export const rootOf = (place) => place.querySelector("article-cards")?.shadowRoot ?? place;

/** @param {Element} place */
export const cardsIn = (place) => rootOf(place).querySelectorAll(".ac-card").length;

/** The moment at which what the page has now is painted. @returns {Promise<number>} */
export const painted = () =>
  new Promise((done) =>
    // The message comes after the frame that the callback belongs to.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(undefined);
    }),
  );

/**
 * The moments at which so many cards are in the page, and painted.
 * @param {Element} place
 * @param {number} count
 * @returns {Promise<{ inserted: number, painted: number }>}
 */
export function whenCards(place, count) {
  return new Promise((done) => {
    const look = async () => {
      if (cardsIn(place) < count) return;
      observer.disconnect();
      const inserted = performance.now();
      done({ inserted, painted: await painted() });
    };
    const observer = new MutationObserver(look);
    observer.observe(rootOf(place), { childList: true, subtree: true });
    look();
  });
}

/** For how long nothing must have changed until a key stroke counts as answered, in milliseconds. */
const CALM = 250;

/** What is only heard is not painted. */
const HEARD = "[aria-live], [part~=live]";

/**
 * Watches what key strokes do in a page.
 * @param {Element} place
 */
export function watchKeys(place) {
  let pressed = 0;
  let seen = 0;
  let changed = 0;
  let waiting = 0;
  /** @type {PerformanceEventTiming[]} */
  let events = [];
  /** @type {number[]} */
  let long = [];

  const see = async () => {
    waiting += 1;
    const moment = await painted();
    waiting -= 1;
    seen = Math.max(seen, moment);
  };
  addEventListener(
    "keydown",
    (event) => {
      pressed = event.timeStamp;
      changed = performance.now();
      seen = 0;
      see();
    },
    { capture: true },
  );
  new MutationObserver((records) => {
    const isSeen = records.some(({ target }) => !(target instanceof Element ? target : target.parentElement)?.closest(HEARD));
    if (!isSeen) return;
    changed = performance.now();
    see();
  }).observe(rootOf(place), { childList: true, subtree: true, characterData: true, attributes: true });
  new PerformanceObserver((list) => events.push(.../** @type {any} */ (list.getEntries()))).observe(
    /** @type {any} */ ({ type: "event", durationThreshold: 16 }),
  );
  new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: "longtask" });

  return {
    /** Once the last key stroke is answered: how long it took until it was painted for the last time. */
    async answered() {
      do await new Promise((done) => setTimeout(done, 50));
      while (waiting > 0 || performance.now() - changed < CALM);
      // The browser tells of events and tasks a little later.
      await new Promise((done) => setTimeout(done, 50));
      const told = { painted: seen - pressed, interaction: Math.max(0, ...events.map(({ duration }) => duration)), long };
      [events, long] = [[], []];
      return told;
    },
  };
}
