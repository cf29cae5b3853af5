// @ts-check
// (c) what a key stroke in the search field costs: until the browser paints next, until the answer is
// painted, and in long tasks. Real keys, one after the other, each once the last one is answered.
import { inPage } from "../browser.js";
import { rounds } from "../rounds.js";
import { PAGE } from "../session.js";
import { sizesFor } from "../settings.js";
import { stage } from "../stage.js";
import { quantile, rounded, summary } from "../statistics.js";
import { among, WIDGETS } from "../widgets.js";
import { watchWork } from "../work.js";

/** How long a page must do next to nothing before it is typed in, in milliseconds. */
const RESTING = 200;

/** @typedef {{ painted: number, interaction: number, long: number[], busy: number }} Stroke */

/** A word is typed, and deleted again. */
const KEYS = [..."security", ...Array(8).fill("Backspace")];

/** No more keys are pressed in one run after so long, in milliseconds. */
const PATIENCE = 60_000;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function keys({ browser, address, settings, say }) {
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of sizesFor(settings, "c")) {
    const widgets = among(WIDGETS, settings.peers).filter(({ whole }) => whole);
    const results = await rounds(widgets, settings.quick, async (widget) => {
      const strokes = await inPage(browser, `${address}blank.html`, async (page) => {
        await stage(page, widget, size);
        return type(page, widget);
      });
      say(`${size} articles, ${widget.label}: ${strokes.length} keys, ${Math.round(quantile(strokes.map(({ painted }) => painted), 0.5))} ms each`);
      return strokes;
    });
    bySize[size] = Object.fromEntries(widgets.map(({ key }) => [key, told(results.get(key) ?? [])]));
  }
  return bySize;
}

/**
 * @param {import("../browser.js").Page} page
 * @param {import("../widgets.js").Widget} widget
 * @returns {Promise<Stroke[]>}
 */
async function type(page, { options }) {
  await page.evaluate(
    async ({ options, count }) => {
      const { widget, painting, place, address, release } = /** @type {{ stage: import("../stage.js").Stage }} */ (/** @type {unknown} */ (window)).stage;
      const shown = widget.show(place, address, options);
      release();
      await painting.whenCards(place, count);
      await shown;
      Object.assign(window, { watch: painting.watchKeys(place) });
    },
    { options, count: PAGE },
  );
  await page.locator("input[type=search]").first().focus();
  const answered = () =>
    page.evaluate(() => /** @type {{ watch: ReturnType<typeof import("../in-page/painting.js").watchKeys> }} */ (/** @type {unknown} */ (window)).watch.answered());
  await answered();
  const work = await watchWork(page);
  // What a page has put off until its cards are there has happened before a reader has read one.
  do await page.waitForTimeout(RESTING);
  while ((await work()).busy > RESTING / 4);
  /** @type {Stroke[]} */
  const strokes = [];
  const start = performance.now();
  for (const key of KEYS) {
    await page.keyboard.press(key);
    const told = await answered();
    strokes.push({ ...told, busy: (await work()).busy });
    if (performance.now() - start > PATIENCE) break;
  }
  // A page that ignores its keys is fast.
  if (strokes.every(({ painted }) => !(painted > 0))) throw new Error("no key stroke has changed anything");
  return strokes;
}

/** @param {Stroke[][]} runs */
function told(runs) {
  const strokes = runs.flat();
  const long = strokes.flatMap((stroke) => stroke.long);
  return {
    painted: summary(strokes.map(({ painted }) => painted)),
    // The browser tells only of those above 16 ms.
    interaction: summary(strokes.map(({ interaction }) => interaction)),
    busy: summary(strokes.map(({ busy }) => busy)),
    first: rounded(quantile(runs.map(([stroke]) => stroke.painted), 0.5)),
    long: { share: rounded(strokes.filter((stroke) => stroke.long.length).length / strokes.length), longest: Math.max(0, ...long) },
  };
}
