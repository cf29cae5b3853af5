// @ts-check
// (c) The cost of a key stroke in the search field: the time until the next paint and until the results
// are painted, and long tasks. Each key is pressed once the previous one is answered.
import { withFreshPage } from "../browser.js";
import { rounds } from "../rounds.js";
import { PAGE_SIZE } from "../session.js";
import { sizesFor } from "../settings.js";
import { preparePage } from "../prepared-page.js";
import { quantile, rounded, summary } from "../statistics.js";
import { WIDGETS, selectPeers } from "../widgets.js";
import { watchThreadTime } from "../thread-time.js";

/** The time for which a page must be nearly idle before typing, in milliseconds. */
const IDLE_TIME = 200;

/** @typedef {{ painted: number, interaction: number, long: number[], busy: number }} Stroke */

/** A word is typed, and deleted again. */
const KEYS = [..."security", ...Array(8).fill("Backspace")];

/** The time after which a run presses no more keys, in milliseconds. */
const TIME_LIMIT = 60_000;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function keys({ browser, address, settings, say }) {
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of sizesFor(settings, "c")) {
    const widgets = selectPeers(WIDGETS, settings.peers).filter(({ whole }) => whole);
    const results = await rounds(widgets, settings.quick, async (widget) => {
      const strokes = await withFreshPage(browser, `${address}blank.html`, async (page) => {
        await preparePage(page, widget, size);
        return typeWord(page, widget);
      });
      say(`${size} articles, ${widget.label}: ${strokes.length} keys, ${Math.round(quantile(strokes.map(({ painted }) => painted), 0.5))} ms each`);
      return strokes;
    });
    bySize[size] = Object.fromEntries(widgets.map(({ key }) => [key, summarise(results.get(key) ?? [])]));
  }
  return bySize;
}

/**
 * @param {import("../browser.js").Page} page
 * @param {import("../widgets.js").Widget} widget
 * @returns {Promise<Stroke[]>}
 */
async function typeWord(page, { options }) {
  await page.evaluate(
    async ({ options, count }) => {
      const { widget, painting, place, address, release } = /** @type {{ prepared: import("../prepared-page.js").Prepared }} */ (/** @type {unknown} */ (window)).prepared;
      const shown = widget.show(place, address, options);
      release();
      await painting.whenCards(place, count);
      await shown;
      Object.assign(window, { watch: painting.watchKeys(place) });
    },
    { options, count: PAGE_SIZE },
  );
  await page.locator("input[type=search]").first().focus();
  const answered = () =>
    page.evaluate(() => /** @type {{ watch: ReturnType<typeof import("../in-page/painting.js").watchKeys> }} */ (/** @type {unknown} */ (window)).watch.answered());
  await answered();
  const threadTime = await watchThreadTime(page);
  // Work deferred until after the first cards is over before a real user types.
  do await page.waitForTimeout(IDLE_TIME);
  while ((await threadTime()).busy > IDLE_TIME / 4);
  /** @type {Stroke[]} */
  const strokes = [];
  const start = performance.now();
  for (const key of KEYS) {
    await page.keyboard.press(key);
    const timing = await answered();
    strokes.push({ ...timing, busy: (await threadTime()).busy });
    if (performance.now() - start > TIME_LIMIT) break;
  }
  // A page that ignores its keys would be fast.
  if (strokes.every(({ painted }) => !(painted > 0))) throw new Error("no key stroke has changed anything");
  return strokes;
}

/** @param {Stroke[][]} runs */
function summarise(runs) {
  const strokes = runs.flat();
  const long = strokes.flatMap((stroke) => stroke.long);
  return {
    painted: summary(strokes.map(({ painted }) => painted)),
    // The browser reports only interactions above 16 ms.
    interaction: summary(strokes.map(({ interaction }) => interaction)),
    busy: summary(strokes.map(({ busy }) => busy)),
    first: rounded(quantile(runs.map(([stroke]) => stroke.painted), 0.5)),
    long: { share: rounded(strokes.filter((stroke) => stroke.long.length).length / strokes.length), longest: Math.max(0, ...long) },
  };
}
