// @ts-check
// (d) The time from a feed's bytes to the first twelve cards on screen: on a page that has been waiting for
// the feed, as over any network, and on a page that starts at the same moment.
import { withFreshPage } from "../browser.js";
import { rounds } from "../rounds.js";
import { PAGE_SIZE } from "../session.js";
import { sizesFor } from "../settings.js";
import { preparePage } from "../prepared-page.js";
import { summary } from "../statistics.js";
import { WIDGETS, selectPeers } from "../widgets.js";
import { watchThreadTime } from "../thread-time.js";

/** @typedef {{ inserted: number, painted: number, html: string[] } & import("../thread-time.js").ThreadTime} Rendering */
/** @typedef {{ waiting: Rendering, atOnce: Rendering }} Run */

/** The time that a page waits for its feed, in milliseconds. */
const WAIT = 300;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function cards({ browser, address, settings, say }) {
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of sizesFor(settings, "d")) {
    const widgets = selectPeers(WIDGETS, settings.peers);
    /** @param {import("../widgets.js").Widget} widget @param {number} wait */
    const renderIn = (widget, wait) =>
      withFreshPage(browser, `${address}blank.html`, async (page) => {
        await preparePage(page, widget, size);
        return measure(page, widget, wait);
      });
    const results = await rounds(widgets, settings.quick, async (widget) => ({ waiting: await renderIn(widget, WAIT), atOnce: await renderIn(widget, 0) }));
    checkSameCards(results);
    bySize[size] = Object.fromEntries(
      widgets.map(({ key }) => {
        const runs = results.get(key) ?? [];
        const times = (/** @type {keyof Run} */ how) => {
          const of = (/** @type {"inserted" | "painted" | "busy" | "layout"} */ what) => summary(runs.map((run) => run[how][what]));
          return { inserted: of("inserted"), painted: of("painted"), busy: of("busy"), layout: of("layout") };
        };
        return [key, { waiting: times("waiting"), atOnce: times("atOnce") }];
      }),
    );
    say(`${size} articles: first cards of ${widgets.length} pages`);
  }
  return bySize;
}

/**
 * @param {import("../browser.js").Page} page
 * @param {import("../widgets.js").Widget} widget
 * @param {number} wait
 * @returns {Promise<Rendering>}
 */
async function measure(page, { options }, wait) {
  const threadTime = await watchThreadTime(page);
  if (wait) await page.evaluate(start, { options, wait });
  await threadTime();
  const rendered = await page.evaluate(render, { options, count: PAGE_SIZE, isStarted: wait > 0 });
  return { ...rendered, ...(await threadTime()), html: await page.evaluate(cardMarkup) };
}

/** @typedef {{ prepared: import("../prepared-page.js").Prepared }} PreparedWindow */

/** Runs in the page: shows the widget, which then waits for its feed. @param {{ options: object | undefined, wait: number }} how */
async function start({ options, wait }) {
  const { widget, place, address } = /** @type {PreparedWindow} */ (/** @type {unknown} */ (window)).prepared;
  widget.show(place, address, options);
  await new Promise((done) => setTimeout(done, wait));
  /** @type {{ gc?: () => void }} */ (globalThis).gc?.();
}

/** Runs in the page: lets the feed arrive. @param {{ options: object | undefined, count: number, isStarted: boolean }} how */
async function render({ options, count, isStarted }) {
  const { widget, painting, place, address, release } = /** @type {PreparedWindow} */ (/** @type {unknown} */ (window)).prepared;
  const started = performance.now();
  if (!isStarted) widget.show(place, address, options);
  release();
  const { inserted, painted } = await painting.whenCards(place, count);
  return { inserted: inserted - started, painted: painted - started };
}

/** Runs in the page: returns its cards as markup, without ids and without how images are loaded. */
function cardMarkup() {
  const { painting, place } = /** @type {PreparedWindow} */ (/** @type {unknown} */ (window)).prepared;
  /** @param {Element} element @returns {string} */
  const write = (element) => {
    const names = element.getAttributeNames().filter((name) => !/^(id|aria-labelledby|aria-describedby|loading|fetchpriority)$/.test(name));
    const own = names.sort().map((name) => `${name}=${element.getAttribute(name)}`);
    const children = [...element.childNodes].map((child) => (child instanceof Element ? write(child) : (child.textContent ?? "").trim()));
    return `<${[element.localName, ...own].join(" ")}>${children.join("")}</>`;
  };
  return [...painting.rootOf(place).querySelectorAll(".ac-card")].map(write);
}

/**
 * Throws unless all widgets rendered twelve cards, and the whole widgets the same ones.
 * @param {Map<string, Run[]>} results
 */
function checkSameCards(results) {
  const expected = results.get("ours")?.[0]?.waiting.html ?? [];
  for (const [key, runs] of results) {
    const html = runs[0]?.waiting.html ?? [];
    if (html.length !== PAGE_SIZE) throw new Error(`${key} rendered ${html.length} cards instead of ${PAGE_SIZE}`);
    // Without facets the topics and the provider are not buttons.
    if (key === "ours-cards" || key === "list") continue;
    const at = html.findIndex((card, place) => card !== expected[place]);
    if (at >= 0) throw new Error(`card ${at} of ${key} differs from ours:\n${html[at]}\n${expected[at]}`);
  }
}
