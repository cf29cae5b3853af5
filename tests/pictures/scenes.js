// What the pictures of docs/theming.md show: each custom property by one telling value, and each
// part in a scene where it is met.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * How an element is put on the page.
 * @typedef {object} View
 * @property {number} width Of the element, in CSS pixels.
 * @property {number} [height] Up to where it is shown; all of it otherwise.
 * @property {Record<string, string>} attributes
 * @property {string[]} [items] Titles of the articles of the sample that it shows; the whole sample otherwise.
 * @property {string} [css] Beside what is shown.
 * @property {string} [inside] What the author puts into it.
 * @property {number} [viewport] Height of the window.
 * @property {(page: Page) => Promise<void>} [act] What the reader does.
 */

/** @typedef {View & { name: string, value: string }} PropertyPicture */

/**
 * @typedef {View & { name: string, title: string, parts: (string | Spot)[], clip?: string, pad?: number }} Scene
 */

/**
 * A part that needs more than its name.
 * @typedef {object} Spot
 * @property {string} part
 * @property {number} [nth] Which of them; the first otherwise.
 * @property {"left" | "right"} [side] Where its label stands.
 * @property {number} [offset] Of the outline, where the part is in another's overflow.
 */

const QUIET = { facets: "none", "without-search": "", "without-sort": "", paging: "none" };
const COURSE = "Machine learning for people who fix boilers";
const FORUM = "Workbench forum: it made a noise and then it stopped";
const BRIDGE = "The footbridge that bounced, and the walkers who made it worse by being polite";
const MOUNTAIN = "Measuring a mountain again, because it has company now – five years on";
const BICYCLE = "Bicycle mechanics share a language of clicks";
const ECLIPSE = "Seven views of the same eclipse";

/** The summary with its count stands above; only cards are wanted. */
const CARDS = "article-cards::part(summary) { display: none } article-cards::part(card-related) { display: none }";

/** @type {Omit<View, "width">} */
const card = { attributes: QUIET, items: [BRIDGE], css: CARDS };

/** @type {Omit<View, "width">} */
const filtered = {
  attributes: { layout: "list", filter: "topics=Cities", "page-size": "2", facets: "topics,type", "without-images": "", "without-excerpts": "", related: "0" },
};

/** The focus as a keyboard gives it. @param {Page} page */
async function focusFirstCard(page) {
  await page.locator("article-cards [part~=card-link]").first().focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
}

/** @type {PropertyPicture[]} */
export const PROPERTIES = [
  { name: "--ac-accent", value: "#b0125b", width: 340, height: 330, ...filtered },
  { name: "--ac-text", value: "#173f5f", width: 320, height: 330, ...card },
  { name: "--ac-text-muted", value: "#8a4b08", width: 320, height: 380, ...card },
  { name: "--ac-surface", value: "#e3ecdc", width: 340, height: 300, ...card, css: `${CARDS} article-cards::part(base) { padding: 1em }` },
  { name: "--ac-card", value: "#fdf3d8", width: 320, height: 330, ...card },
  { name: "--ac-border", value: "#15181d", width: 320, height: 330, ...card },
  { name: "--ac-radius", value: "0", width: 320, height: 300, ...card },
  { name: "--ac-shadow", value: "0 .5em 1.5em rgb(16 22 34 / .25)", width: 320, ...card, css: `${CARDS} article-cards::part(base) { padding: 0 1em 2em }` },
  { name: "--ac-gap", value: "3em", width: 350, height: 320, attributes: { ...QUIET, "without-excerpts": "" }, items: [BRIDGE, MOUNTAIN, ECLIPSE, BICYCLE], css: `${CARDS} article-cards { --ac-card-min: 8em } article-cards::part(card-topics) { display: none }` },
  { name: "--ac-card-min", value: "9em", width: 350, height: 300, attributes: { ...QUIET, "without-excerpts": "" }, items: [BRIDGE, MOUNTAIN, ECLIPSE, BICYCLE], css: `${CARDS} article-cards::part(card-topics) { display: none }` },
  { name: "--ac-image-ratio", value: "1", width: 300, height: 400, ...card },
  { name: "--ac-image-fit", value: "contain", width: 320, height: 260, ...card },
  { name: "--ac-title-lines", value: "1", width: 300, ...card, height: 380 },
  { name: "--ac-excerpt-lines", value: "6", width: 300, ...card },
  { name: "--ac-font", value: "Georgia, serif", width: 320, height: 380, ...card, items: [MOUNTAIN] },
  { name: "--ac-focus", value: "#d6336c", width: 320, height: 330, ...card, css: `${CARDS} article-cards::part(base) { padding: .5em }`, act: focusFirstCard },
  { name: "--ac-mark", value: "#b9f3c8", width: 320, height: 380, ...card, attributes: { ...QUIET, query: "mountain measur" }, items: [MOUNTAIN] },
];

/** @type {Scene[]} */
export const SCENES = [
  {
    name: "toolbar",
    title: "Above the cards",
    width: 640,
    height: 260,
    attributes: { query: "bridge", facets: "topics", "without-excerpts": "" },
    inside: '<p slot="header" style="margin: 0 0 12px; font-weight: 600">News of the week</p>',
    parts: ["base", { part: "header", side: "left" }, "toolbar", { part: "search", offset: 3 }, { part: "search-input", side: "left" }, { part: "search-clear", offset: -5 }, { part: "panel-button", side: "left" }, { part: "sort", side: "right" }, "summary"],
    pad: 10,
  },
  {
    name: "facets",
    title: "Filters",
    width: 960,
    attributes: { facets: "topics,type", filter: "topics=AI&topics!=Cities", "page-size": "1" },
    clip: "facets",
    parts: [
      "facets",
      "facet",
      "facet-label",
      { part: "facet-search", side: "right" },
      { part: "facet-option", nth: 2, side: "right" },
      { part: "facet-checkbox", nth: 0, side: "left" },
      { part: "facet-count", nth: 4, side: "right" },
      { part: "facet-exclude", nth: 1, side: "right" },
      "facet-more",
      { part: "range", side: "right" },
    ],
    pad: 12,
  },
  {
    name: "panel",
    title: "Filters in a narrow column",
    width: 380,
    viewport: 560,
    attributes: { facets: "topics,type", layout: "list" },
    act: (page) => page.locator("article-cards [part~=panel-button]").click(),
    clip: "viewport",
    parts: [{ part: "panel", side: "left", offset: -3 }, { part: "panel-close", side: "right" }],
  },
  {
    name: "chips",
    title: "Filters in use",
    width: 560,
    height: 116,
    attributes: { filter: "topics=AI&topics=Climate&provider!=Lattice", layout: "list", "without-search": "", "without-sort": "", "page-size": "1" },
    clip: "chips",
    parts: ["chips", { part: "chip", side: "left" }, { part: "chip-clear", side: "right" }],
    pad: 12,
  },
  {
    name: "card",
    title: "A card",
    width: 660,
    attributes: { ...QUIET, query: "fix", "with-scores": "" },
    items: [COURSE, FORUM],
    css: "article-cards::part(summary) { display: none }",
    clip: "results",
    parts: [
      { part: "results", offset: 6, side: "right" },
      { part: "card", side: "left" },
      { part: "card-media", side: "left" },
      { part: "card-image", side: "left", offset: -5 },
      { part: "card-type", side: "left" },
      { part: "card-duration", side: "left" },
      { part: "card-provider", side: "left" },
      { part: "card-provider-icon", side: "left", offset: 0 },
      { part: "card-price", side: "left" },
      { part: "card-levels", side: "left" },
      { part: "card-topics", side: "left" },
      { part: "topic", side: "left", offset: -1 },
      { part: "card-scores", side: "left" },
      { part: "card-related", side: "left" },
      { part: "card-body", nth: 1, side: "right" },
      { part: "card-date", nth: 1, side: "right" },
      { part: "card-title", nth: 1, side: "right" },
      { part: "card-link", nth: 1, side: "right", offset: -2 },
      { part: "mark", nth: -1, side: "right", offset: -1 },
      { part: "card-excerpt", nth: 1, side: "right" },
      { part: "card-members", side: "right" },
    ],
    pad: 16,
  },
  {
    name: "related",
    title: "Related articles",
    width: 380,
    attributes: { ...QUIET, "without-images": "", "without-excerpts": "" },
    items: [COURSE],
    css: "article-cards::part(summary) { display: none }",
    act: (page) => page.locator("article-cards [part~=card-related] > summary").first().click(),
    clip: "card-related",
    parts: [{ part: "card-related", side: "left" }, { part: "related-item", side: "right" }],
    pad: 14,
  },
  {
    name: "list",
    title: "The same parts in a list",
    width: 640,
    attributes: { ...QUIET, layout: "list" },
    items: [BICYCLE, BRIDGE],
    css: "article-cards::part(summary) { display: none }",
    clip: "results",
    parts: [{ part: "card", side: "left" }, { part: "card-media", side: "right" }, { part: "card-body", side: "left" }, { part: "card-title", side: "left" }, { part: "card-excerpt", side: "left" }, { part: "card-topics", side: "left" }, { part: "card-type", side: "right" }, { part: "card-date", side: "right" }],
    pad: 14,
  },
  {
    name: "compact",
    title: "The same parts in compact lines",
    width: 680,
    attributes: { ...QUIET, layout: "compact" },
    items: [BICYCLE, ECLIPSE, MOUNTAIN],
    css: "article-cards::part(summary) { display: none }",
    clip: "results",
    parts: [{ part: "card", side: "left" }, { part: "card-provider-icon", side: "left" }, { part: "card-title", nth: 1, side: "left" }, { part: "card-type", side: "right" }, { part: "card-provider", nth: 2, side: "right" }, { part: "card-date", nth: 1, side: "right" }],
    pad: 14,
  },
  {
    name: "pager",
    title: "The way on",
    width: 480,
    attributes: { layout: "compact", facets: "none", "without-search": "", "without-sort": "", "page-size": "1" },
    clip: "pager",
    parts: [{ part: "pager", side: "left" }, { part: "more-button", side: "right" }],
    pad: 12,
  },
  {
    name: "pages",
    title: "Numbered pages",
    width: 560,
    attributes: { layout: "compact", facets: "none", "without-search": "", "without-sort": "", "page-size": "5", paging: "pages" },
    clip: "pager",
    parts: [{ part: "pager", side: "left" }, { part: "page-button", nth: 2, side: "right" }],
    pad: 12,
  },
  {
    name: "loading",
    title: "While it loads",
    width: 600,
    height: 300,
    attributes: { ...QUIET, src: "never.json" },
    parts: [{ part: "skeleton", side: "left" }],
    pad: 12,
  },
  {
    name: "empty",
    title: "Nothing found",
    width: 560,
    attributes: { query: "zeppelin timetable", facets: "none", "without-sort": "" },
    css: "article-cards::part(live) { position: static; inline-size: auto; block-size: auto; margin-block: 8px; clip-path: none }",
    act: async (page) => {
      await page.locator("article-cards [part~=search-input]").fill("zeppelin timetables");
      await page.locator("article-cards [part~=live]:not(:empty)").waitFor({ state: "attached" });
    },
    parts: [{ part: "empty", side: "left" }, { part: "live", side: "right" }],
    pad: 12,
  },
  {
    name: "error",
    title: "A feed that cannot be had",
    width: 560,
    attributes: { ...QUIET, src: "missing.json" },
    clip: "error",
    parts: [{ part: "error", side: "left" }, { part: "retry", side: "right" }],
    pad: 12,
  },
];

/** The example themes, as the strip of the README shows them. @type {{ name: string, scheme: "light" | "dark" }[]} */
export const THEMES = [
  { name: "broadsheet", scheme: "light" },
  { name: "poster", scheme: "light" },
  { name: "terminal", scheme: "dark" },
];

/** @param {string | Spot} part */
export const spot = (part) => (typeof part === "string" ? { part } : part);
