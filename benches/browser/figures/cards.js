// @ts-check
// (d) how long from a feed's bytes to its first twelve cards on screen.
import { inPage } from "../browser.js";
import { rounds } from "../rounds.js";
import { PAGE } from "../session.js";
import { stage } from "../stage.js";
import { summary } from "../statistics.js";
import { among, WIDGETS } from "../widgets.js";

/** @typedef {{ inserted: number, painted: number, html: string[] }} Run */

/**
 * @param {import("../run.js").Bench} bench
 * @returns {Promise<Record<string, object>>}
 */
export async function cards({ unlimited: browser, address, settings, say }) {
  /** @type {Record<string, object>} */
  const bySize = {};
  for (const size of settings.sizes) {
    const widgets = among(WIDGETS, settings.peers);
    const results = await rounds(widgets, settings.quick, (widget) =>
      inPage(browser, `${address}blank.html`, async (page) => {
        await stage(page, widget, size);
        return measure(page, widget);
      }),
    );
    checkSame(results);
    bySize[size] = Object.fromEntries(
      widgets.map(({ key }) => {
        const runs = results.get(key) ?? [];
        return [key, { inserted: summary(runs.map(({ inserted }) => inserted)), painted: summary(runs.map(({ painted }) => painted)) }];
      }),
    );
    say(`${size} articles: first cards of ${widgets.length} pages`);
  }
  return bySize;
}

/**
 * @param {import("../browser.js").Page} page
 * @param {import("../widgets.js").Widget} widget
 * @returns {Promise<Run>}
 */
const measure = (page, { options }) =>
  page.evaluate(
    async ({ options, count }) => {
      const { widget, painting, place, address } = /** @type {{ stage: import("../stage.js").Stage }} */ (/** @type {unknown} */ (window)).stage;
      const collect = /** @type {{ gc?: () => void }} */ (globalThis).gc;
      collect?.();
      const start = performance.now();
      const shown = widget.show(place, address, options);
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
    { options, count: PAGE },
  );

/**
 * All must have drawn the same: the whole widgets the same cards, and the others the same number.
 * @param {Map<string, Run[]>} results
 */
function checkSame(results) {
  const expected = results.get("ours")?.[0]?.html ?? [];
  for (const [key, runs] of results) {
    const html = runs[0]?.html ?? [];
    if (html.length !== PAGE) throw new Error(`${key} has drawn ${html.length} cards instead of ${PAGE}`);
    // Cards alone have nothing to choose their provider and topics for.
    if (key === "ours-cards" || key === "list") continue;
    const at = html.findIndex((card, place) => card !== expected[place]);
    if (at >= 0) throw new Error(`card ${at} of ${key} is another than ours:\n${html[at]}\n${expected[at]}`);
  }
}
