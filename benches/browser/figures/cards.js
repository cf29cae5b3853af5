// @ts-check
// (d) how long from a feed's bytes to its first twelve cards on screen: on a page that has been waiting
// for them, as it is over any network, and on one that begins at the same moment.
import { inPage } from "../browser.js";
import { rounds } from "../rounds.js";
import { PAGE } from "../session.js";
import { sizesFor } from "../settings.js";
import { stage } from "../stage.js";
import { summary } from "../statistics.js";
import { among, WIDGETS } from "../widgets.js";
import { watchWork } from "../work.js";

/** @typedef {{ inserted: number, painted: number, html: string[] } & import("../work.js").Work} Drawing */
/** @typedef {{ waiting: Drawing, atOnce: Drawing }} Run */

/** How long a page waits for its feed, in milliseconds. */
const WAIT = 300;

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function cards({ browser, address, settings, say }) {
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of sizesFor(settings, "d")) {
    const widgets = among(WIDGETS, settings.peers);
    /** @param {import("../widgets.js").Widget} widget @param {number} wait */
    const draw = (widget, wait) =>
      inPage(browser, `${address}blank.html`, async (page) => {
        await stage(page, widget, size);
        return measure(page, widget, wait);
      });
    const results = await rounds(widgets, settings.quick, async (widget) => ({ waiting: await draw(widget, WAIT), atOnce: await draw(widget, 0) }));
    checkSame(results);
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
 * @returns {Promise<Drawing>}
 */
async function measure(page, { options }, wait) {
  const work = await watchWork(page);
  if (wait) await page.evaluate(begin, { options, wait });
  await work();
  const drawn = await page.evaluate(draw, { options, count: PAGE, isBegun: wait > 0 });
  return { ...drawn, ...(await work()), html: await page.evaluate(written) };
}

/** @typedef {{ stage: import("../stage.js").Stage }} Staged what `stage` has left in the page */

/** In the page: shows the widget, which then waits. @param {{ options: object | undefined, wait: number }} how */
async function begin({ options, wait }) {
  const { widget, place, address } = /** @type {Staged} */ (/** @type {unknown} */ (window)).stage;
  widget.show(place, address, options);
  await new Promise((done) => setTimeout(done, wait));
  /** @type {{ gc?: () => void }} */ (globalThis).gc?.();
}

/** In the page: lets the feed arrive. @param {{ options: object | undefined, count: number, isBegun: boolean }} how */
async function draw({ options, count, isBegun }) {
  const { widget, painting, place, address, release } = /** @type {Staged} */ (/** @type {unknown} */ (window)).stage;
  const start = performance.now();
  if (!isBegun) widget.show(place, address, options);
  release();
  const { inserted, painted } = await painting.whenCards(place, count);
  return { inserted: inserted - start, painted: painted - start };
}

/** In the page: its cards without names that each widget makes up, and without when pictures are loaded. */
function written() {
  const { painting, place } = /** @type {Staged} */ (/** @type {unknown} */ (window)).stage;
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
 * All must have drawn the same: the whole widgets the same cards, and the others the same number.
 * @param {Map<string, Run[]>} results
 */
function checkSame(results) {
  const expected = results.get("ours")?.[0]?.waiting.html ?? [];
  for (const [key, runs] of results) {
    const html = runs[0]?.waiting.html ?? [];
    if (html.length !== PAGE) throw new Error(`${key} has drawn ${html.length} cards instead of ${PAGE}`);
    // Cards alone have nothing to choose their provider and topics for.
    if (key === "ours-cards" || key === "list") continue;
    const at = html.findIndex((card, place) => card !== expected[place]);
    if (at >= 0) throw new Error(`card ${at} of ${key} is another than ours:\n${html[at]}\n${expected[at]}`);
  }
}
