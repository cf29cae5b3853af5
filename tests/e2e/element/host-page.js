// A page that embeds the built package, its feed, and helpers that work on its elements.
import { expect, test as base } from "../fixtures.js";

/** @typedef {import("../../../package/index.js").ArticleCardsElement} ArticleCardsElement */
/** @typedef {import("@playwright/test").Page} Page */
/**
 * An event, and the element's properties when it was dispatched.
 * @typedef {{ type: string, detail: any, id: string, state: any, total: number, status: string, facetCounts: any }} RecordedEvent
 */

export { expect };

const WORDS = ["harbour", "tide", "pier"];
const TOPICS = [["Sea", "Wind"], ["Sea"], ["Rain", "Wind", "Sun", "Fog"]];

/** @param {number} n */
const article = (n) => ({
  id: `a${n}`,
  title: `Article ${n} ${WORDS[n % 3]}`,
  excerpt: `About number ${n}`,
  webUrl: `https://news.example/${n}`,
  publishedDateTime: `2021-06-${String(28 - (n % 28)).padStart(2, "0")}T10:00:00Z`,
  type: n % 5 === 4 ? "video" : "article",
  topics: TOPICS[n % 3],
  provider: { name: n % 2 ? "Tern" : "Gull" },
  quality: n * 3,
  heat: 100 - n,
  images: n < 2 ? [{ url: `https://img.example/${n}.png`, width: 160, height: 90, isCached: n === 0 }] : [],
  related: n === 0 ? [1, 2, 3, 4, 5].map((m) => ({ title: `Related ${m}`, webUrl: `https://news.example/related/${m}` })) : [],
  published: n !== 27,
});

/** Twenty-eight articles, newest first; the last is unpublished. */
export const ARTICLES = Array.from({ length: 28 }, (_, n) => article(n));

/** The number of published articles. */
export const PUBLISHED_COUNT = 27;

/** The number of articles that contain each word of `WORDS`. */
export const MATCHES_PER_WORD = 9;

/**
 * A page that serves the articles as `feed.json` and records all events of its elements.
 */
export const test = base.extend({
  page: async ({ page }, use) => {
    await page.route("**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));
    await page.addInitScript(() => {
      /** @type {RecordedEvent[]} */
      const recordedEvents = [];
      Object.assign(window, { recordedEvents });
      for (const type of ["ac-load", "ac-error", "ac-change", "ac-page", "ac-card-click", "ac-save"]) {
        document.addEventListener(type, (event) => {
          const element = /** @type {ArticleCardsElement} */ (event.composedPath()[0]);
          const { id, state, status, facetCounts, results } = element;
          const { detail } = /** @type {CustomEvent} */ (event);
          recordedEvents.push({ type, detail, id, state, status, facetCounts, total: results.total });
        });
      }
    });
    await use(page);
  },
});

/**
 * Opens a page with this markup.
 * @param {Page} page
 * @param {string} markup
 * @param {{ query?: string, head?: string, headers?: Record<string, string>, script?: string }} [options]
 */
export async function openHostPage(page, markup, { query = "", head = "", headers = {}, script = "/pkg/define.js" } = {}) {
  const module = script && `<script type="module" src="${script}"></script>`;
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>Host</title><link rel="icon" href="data:,">${head}</head>
    <body><main><h1>News</h1><h2>The latest</h2>${markup}</main>${module}</body></html>`;
  await page.route(
    (url) => url.pathname === "/host/",
    (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8", headers }),
  );
  await page.goto(`host/${query}`);
}

/**
 * The element.
 * @param {Page} page
 * @param {string} [selector]
 */
export const list = (page, selector = "article-cards") => /** @type {import("@playwright/test").Locator} */ (page.locator(selector));

/**
 * Runs a function on the element and waits for the update that it causes.
 * @template T, [A=undefined]
 * @param {Page} page
 * @param {(element: ArticleCardsElement, argument: A) => T | Promise<T>} act
 * @param {A} [argument]
 * @returns {Promise<T>}
 */
export const onElement = (page, act, argument) => onElementAt(page, "article-cards", act, argument);

/**
 * Like `onElement`, on one of several elements.
 * @template T, [A=undefined]
 * @param {Page} page
 * @param {string} selector
 * @param {(element: ArticleCardsElement, argument: A) => T | Promise<T>} act
 * @param {A} [argument]
 * @returns {Promise<T>}
 */
export async function onElementAt(page, selector, act, argument) {
  const element = await page.locator(selector).first().elementHandle();
  if (!element) throw new Error(`there is no ${selector}`);
  const result = await element.evaluate(/** @type {any} */ (act), argument);
  await element.evaluate((/** @type {any} */ element) => element.updateComplete);
  return result;
}

/**
 * Waits until the element shows cards or an error.
 * @param {Page} page
 * @param {string} [selector]
 */
export const waitUntilReady = (page, selector = "article-cards") => onElementAt(page, selector, (element) => element.ready);

/**
 * Returns the ids of the articles on screen, in order.
 * @param {Page} page
 * @param {string} [selector]
 */
export const shownIds = (page, selector = "article-cards") =>
  list(page, selector).locator("[part~=card]").evaluateAll((cards) => cards.map((card) => card.getAttribute("data-id")));

/**
 * Returns the events recorded since the last call.
 * @param {Page} page
 * @returns {Promise<RecordedEvent[]>}
 */
export const takeEvents = (page) => page.evaluate(() => /** @type {any} */ (window).recordedEvents.splice(0));

/** @param {Page} page */
export const takeEventTypes = async (page) => (await takeEvents(page)).map(({ type }) => type);
