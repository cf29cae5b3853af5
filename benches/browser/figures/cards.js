// @ts-check
// (d) how long from a feed's bytes to its first twelve cards on screen: on a page that has been waiting
// for them, as it is over any network, and on one that begins at the same moment.
import { inPage } from "../browser.js";
import { rounds } from "../rounds.js";
import { PAGE } from "../session.js";
import { stage } from "../stage.js";
import { summary } from "../statistics.js";
import { among, WIDGETS } from "../widgets.js";

/** @typedef {{ inserted: number, painted: number, html: string[] }} Drawing */
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
  for (const size of settings.sizes) {
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
        const times = (/** @type {keyof Run} */ how) => ({
          inserted: summary(runs.map((run) => run[how].inserted)),
          painted: summary(runs.map((run) => run[how].painted)),
        });
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
const measure = (page, { options }, wait) =>
  page.evaluate(
    async ({ options, count, wait }) => {
      const { widget, painting, place, address, release } = /** @type {{ stage: import("../stage.js").Stage }} */ (/** @type {unknown} */ (window)).stage;
      const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc;
      collect?.();
      let start = performance.now();
      const shown = widget.show(place, address, options);
      if (wait) {
        await new Promise((done) => setTimeout(done, wait));
        start = performance.now();
      }
      release();
      const moments = await painting.whenCards(place, count);
      await shown;
      // A card without names that each widget makes up, and without when its picture is loaded.
      const written = (/** @type {Element} */ element) => {
        const names = element.getAttributeNames().filter((name) => !/^(id|aria-labelledby|aria-describedby|loading|fetchpriority)$/.test(name));
        const own = names.sort().map((name) => `${name}=${element.getAttribute(name)}`);
        const children = /** @type {string[]} */ ([]);
        for (const child of element.childNodes) {
          if (child instanceof Element) children.push(written(child));
          else if (child.textContent?.trim()) children.push(child.textContent.trim());
        }
        return `<${[element.localName, ...own].join(" ")}>${children.join("")}</>`;
      };
      const html = [...painting.rootOf(place).querySelectorAll(".ac-card")].map(written);
      return { inserted: moments.inserted - start, painted: moments.painted - start, html };
    },
    { options, count: PAGE, wait },
  );

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
