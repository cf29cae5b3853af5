// @ts-check
// Pages as authors write them, for a first visit over a network.
import { MARKERS } from "./prerendered.js";

/** Stands for the address of the feed. */
const FEED = "/news/feed.json";

/** @param {string} head @param {string} body */
const page = (head, body) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>News</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body>
    <h1>News</h1>
    ${body}
  </body>
</html>
`;

/** Returns a page in which a competitor's script shows the feed. @param {string} file */
const scriptPage = (file) =>
  page(
    `<link rel="stylesheet" href="/styles/cards.css" />
    <link rel="preload" as="fetch" href="${FEED}" crossorigin />
    <script type="module">
      import { show } from "/bundles/competitors/widgets/${file}";
      show(document.querySelector("main"), "${FEED}");
    </script>
    <link rel="modulepreload" href="/bundles/competitors/widgets/${file}" />`,
    "<main></main>",
  );

/** The pages with their labels, by key. @type {Record<string, { label: string, html: string }>} */
export const PAGES = {
  ours: {
    label: "article-cards, one script tag",
    html: page('<script type="module" src="/pkg/auto.js"></script>', `<article-cards src="${FEED}" label="News"></article-cards>`),
  },
  "ours-preload": {
    label: "article-cards, feed and module preloaded",
    html: page(
      `<link rel="preload" as="fetch" href="${FEED}" crossorigin />
    <link rel="modulepreload" href="/pkg/auto.js" />
    <link rel="preload" as="fetch" type="application/wasm" href="/pkg/article_cards.wasm" crossorigin fetchpriority="low" />
    <script type="module" src="/pkg/auto.js"></script>`,
      `<article-cards src="${FEED}" label="News"></article-cards>`,
    ),
  },
  "ours-prerendered": {
    label: "article-cards, first cards prerendered",
    html: page('<script type="module" src="/pkg/auto.js"></script>', `<article-cards src="${FEED}" label="News">${MARKERS}</article-cards>`),
  },
  instantsearch: { label: "InstantSearch with ItemsJS", html: scriptPage("instantsearch.js") },
  plain: { label: "a page by hand", html: scriptPage("plain.js") },
  list: { label: "List.js", html: scriptPage("list.js") },
};

/**
 * Returns a page that shows a feed.
 * @param {string} key
 * @param {string} size articles in the feed
 */
export const visitPage = (key, size) => PAGES[key].html.replaceAll(FEED, `/news/${size}.json`);

/**
 * A visit: a feed over a network.
 * @typedef {object} Visit
 * @property {number} size articles in the feed
 * @property {number} megabits a second
 */

/** The visits by key. Those with 20 articles come first, and alone in short runs. @type {Record<string, Visit>} */
export const VISITS = {
  short: { size: 20, megabits: 1.6 },
  long: { size: 1_000, megabits: 1.6 },
  slow: { size: 60, megabits: 0.4 },
};

/** @param {Visit} visit */
export const describeVisit = ({ size, megabits }) => `${size.toLocaleString("en")} articles, ${megabits} Mbit/s`;
