// The contents of the pictures of docs/theming.md: one for each custom property, and scenes that
// together contain every CSS part.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * How the element is shown.
 * @typedef {object} View
 * @property {number} width of the element, in CSS pixels
 * @property {number} [height] up to which it is shown; all of it by default
 * @property {Record<string, string>} attributes
 * @property {string[]} [items] titles of articles of the sample feed; the whole feed by default
 * @property {string} [css] additional styles
 * @property {string} [content] the light DOM content
 * @property {number} [viewport] height of the window
 * @property {(page: Page) => Promise<void>} [act] what the user does before the picture is taken
 * @property {string} [from] the part at which the picture starts; the cards by default
 */

/** @typedef {View & { name: string, value: string }} PropertyPicture */

/**
 * @typedef {View & { name: string, title: string, parts: (string | ScenePart)[], clip?: string, pad?: number }} Scene
 */

/**
 * A part of a scene that needs more than its name.
 * @typedef {object} ScenePart
 * @property {string} part
 * @property {number} [nth] which element with the part; the first by default
 * @property {import("./labels.js").Side} [side] of its label
 * @property {boolean} [below] whether the line comes from below, so that it does not cross text
 * @property {number} [offset] of the outline: negative where it would be clipped, positive where outlines would overlap
 */

const CARDS_ONLY = { facets: "none", "without-search": "", "without-sort": "", paging: "none" };
const COURSE = "Machine learning for people who fix boilers";
const FORUM = "Workbench forum: it made a noise and then it stopped";
const BRIDGE = "The footbridge that bounced, and the walkers who made it worse by being polite";
const MOUNTAIN = "Measuring a mountain again, because it has company now – five years on";
const BICYCLE = "Bicycle mechanics share a language of clicks";
const ECLIPSE = "Seven views of the same eclipse";
const WAX = "Wax, ribbon, thumbprint: 900 years of proving it was really you";
const BEACH = "“The beach is resting”: winter on a shore that is rebuilt every year";

/** Hides the summary and the related articles. */
const HIDE_EXTRAS = "article-cards::part(summary) { display: none } article-cards::part(card-related) { display: none }";

/** @type {Omit<View, "width">} */
const card = { attributes: CARDS_ONLY, items: [BRIDGE], css: HIDE_EXTRAS };

/** @type {Omit<View, "width">} */
const filtered = {
  attributes: { layout: "list", filter: "topics=Cities", "page-size": "2", facets: "topics,type", "without-images": "", "without-excerpts": "", related: "0" },
};

/** Moves the focus by keyboard, so that `:focus-visible` applies. @param {Page} page */
async function focusFirstCard(page) {
  await page.locator("article-cards [part~=card-link]").first().focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
}

/** @type {PropertyPicture[]} */
export const PROPERTIES = [
  { name: "--ac-accent", value: "#b0125b", width: 340, height: 252, ...filtered, from: "base" },
  { name: "--ac-text", value: "#173f5f", width: 320, height: 270, ...card },
  { name: "--ac-text-muted", value: "#8a4b08", width: 320, height: 330, ...card },
  { name: "--ac-surface", value: "#e3ecdc", width: 340, height: 290, ...card, from: "base", css: `${HIDE_EXTRAS} article-cards::part(base) { padding: 1em }` },
  { name: "--ac-card", value: "#fdf3d8", width: 320, height: 280, ...card },
  { name: "--ac-border", value: "#15181d", width: 320, height: 270, ...card },
  { name: "--ac-radius", value: "0", width: 320, height: 240, ...card },
  { name: "--ac-shadow", value: "0 .5em 1.5em rgb(16 22 34 / .25)", width: 320, ...card, css: `${HIDE_EXTRAS} article-cards::part(results) { padding: 0 1em 2em }` },
  { name: "--ac-gap", value: "3em", width: 350, height: 270, attributes: { ...CARDS_ONLY, "without-excerpts": "" }, items: [BRIDGE, MOUNTAIN, WAX, BEACH], css: `${HIDE_EXTRAS} article-cards { --ac-card-min: 8em } article-cards::part(card-topics) { display: none }` },
  { name: "--ac-card-min", value: "9em", width: 350, height: 270, attributes: { ...CARDS_ONLY, "without-excerpts": "" }, items: [BRIDGE, MOUNTAIN, WAX, BEACH], css: `${HIDE_EXTRAS} article-cards::part(card-topics) { display: none }` },
  { name: "--ac-image-ratio", value: "1", width: 300, height: 350, ...card },
  { name: "--ac-image-fit", value: "contain", width: 320, height: 210, ...card },
  { name: "--ac-title-lines", value: "1", width: 300, ...card, height: 330 },
  { name: "--ac-excerpt-lines", value: "6", width: 300, ...card },
  { name: "--ac-font", value: "Georgia, serif", width: 320, height: 320, ...card, items: [MOUNTAIN] },
  { name: "--ac-focus", value: "#d6336c", width: 320, height: 280, ...card, css: `${HIDE_EXTRAS} article-cards::part(base) { padding: .5em }`, act: focusFirstCard },
  { name: "--ac-mark", value: "#b9f3c8", width: 320, height: 320, ...card, attributes: { ...CARDS_ONLY, query: "mountain measur" }, items: [MOUNTAIN] },
];

/** @type {Scene[]} */
export const SCENES = [
  {
    name: "toolbar",
    title: "Above the cards",
    width: 640,
    height: 260,
    attributes: { query: "bridge", facets: "topics", "without-excerpts": "", layouts: "grid,list" },
    content: '<p slot="header" style="margin: 0 0 12px; font-weight: 600">News of the week</p>',
    parts: [
      { part: "base", side: "left", offset: 14 },
      { part: "header", side: "left", offset: 1 },
      { part: "toolbar", side: "left", offset: 8 },
      { part: "search", side: "left", offset: 3 },
      { part: "search-input", side: "top" },
      { part: "search-clear", side: "top", offset: -4 },
      { part: "panel-button", side: "top" },
      { part: "sort", side: "top", offset: 3 },
      { part: "layouts", side: "right", offset: 1 },
      { part: "summary", side: "left", offset: 2 },
    ],
    pad: 20,
  },
  {
    name: "facets",
    title: "Filters",
    width: 960,
    attributes: { facets: "topics,type,date", filter: "topics=AI&topics!=Cities", "page-size": "1" },
    clip: "facets",
    parts: [
      { part: "facets", side: "left", offset: 14 },
      { part: "facet", side: "left", offset: 10 },
      { part: "facet-label", side: "left", offset: 2 },
      { part: "facet-search", side: "right" },
      { part: "facet-option", nth: 2, side: "right" },
      { part: "facet-checkbox", nth: 0, side: "left" },
      { part: "facet-count", nth: 4, side: "right", offset: 2 },
      { part: "facet-exclude", nth: 10, side: "right", below: true },
      { part: "facet-more", side: "left", offset: 2 },
      { part: "range", side: "right", offset: 6 },
    ],
    pad: 20,
  },
  {
    name: "panel",
    title: "Filters in a narrow column",
    width: 380,
    viewport: 560,
    attributes: { facets: "topics,type,date", layout: "list" },
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
    parts: [{ part: "chips", side: "left", offset: 6 }, { part: "chip", side: "top" }, { part: "chip-clear", side: "top" }],
    pad: 14,
  },
  {
    name: "card",
    title: "A card",
    width: 660,
    attributes: { ...CARDS_ONLY, query: "fix", "with-scores": "", "with-authors": "" },
    items: [COURSE, FORUM],
    css: "article-cards::part(summary) { display: none }",
    clip: "results",
    parts: [
      { part: "results", offset: 6, side: "right" },
      { part: "card", side: "left" },
      { part: "card-media", side: "left" },
      { part: "card-image", side: "left", offset: -5 },
      { part: "card-type", side: "left" },
      { part: "card-duration", side: "left", below: true, offset: 1 },
      { part: "card-provider", side: "left", offset: 3 },
      { part: "card-provider-icon", side: "left", offset: 0 },
      { part: "card-price", side: "left", offset: 1 },
      { part: "card-levels", side: "left", below: true, offset: 1 },
      { part: "card-topics", side: "left", offset: 3 },
      { part: "topic", side: "left", offset: -1 },
      { part: "card-scores", side: "left", offset: 1 },
      { part: "card-related", side: "left" },
      { part: "card-body", nth: 1, side: "right" },
      { part: "card-date", nth: 1, side: "right", offset: 2 },
      { part: "card-authors", side: "right", offset: 2 },
      { part: "card-title", nth: 1, side: "right" },
      { part: "card-link", nth: 1, side: "right", offset: -2 },
      { part: "mark", nth: -1, side: "right", offset: -1, below: true },
      { part: "card-excerpt", nth: 1, side: "right", offset: 2 },
      { part: "card-members", side: "right", offset: 2 },
    ],
    pad: 16,
  },
  {
    name: "related",
    title: "Related articles",
    width: 380,
    attributes: { ...CARDS_ONLY, "without-images": "", "without-excerpts": "" },
    items: [COURSE],
    css: "article-cards::part(summary) { display: none }",
    act: (page) => page.locator("article-cards [part~=card-related] > summary").first().click(),
    clip: "card-related",
    parts: [{ part: "card-related", side: "left", offset: 6 }, { part: "related-item", side: "right" }],
    pad: 14,
  },
  {
    name: "remembered",
    title: "New and saved articles, below headings",
    width: 380,
    attributes: { ...CARDS_ONLY, "group-by": "month", "without-images": "", "without-excerpts": "" },
    items: [COURSE],
    css: "article-cards::part(summary) { display: none }",
    act: (page) => page.locator("article-cards").evaluate((element) => {
      localStorage.setItem("pictures", JSON.stringify({ lastVisit: 1, lastUse: Date.now() }));
      element.setAttribute("remember", "pictures");
    }),
    clip: "results",
    parts: [{ part: "group-heading", side: "left", offset: -1 }, { part: "card-new", side: "right" }, { part: "card-save", side: "right", offset: 1 }],
    pad: 44,
  },
  {
    name: "list",
    title: "The same parts in a list",
    width: 640,
    attributes: { ...CARDS_ONLY, layout: "list" },
    items: [BRIDGE, BICYCLE],
    css: "article-cards::part(summary) { display: none }",
    clip: "results",
    parts: [
      { part: "cell", side: "right", offset: 11 },
      { part: "card", side: "left", offset: 6 },
      { part: "card-body", side: "left", offset: 3 },
      { part: "card-title", side: "left" },
      { part: "card-excerpt", side: "left", offset: 1 },
      { part: "card-topics", side: "left" },
      { part: "card-media", side: "right" },
      { part: "card-date", side: "top", offset: 2 },
      { part: "card-type", side: "right" },
    ],
    pad: 20,
  },
  {
    name: "compact",
    title: "The same parts in compact lines",
    width: 730,
    attributes: { ...CARDS_ONLY, layout: "compact" },
    items: [MOUNTAIN, BICYCLE, ECLIPSE],
    css: "article-cards::part(summary) { display: none }",
    clip: "results",
    parts: [{ part: "card", side: "left", offset: 4 }, { part: "card-provider-icon", side: "top" }, { part: "card-title", side: "top" }, { part: "card-date", side: "top", offset: 2 }, { part: "card-type", side: "right", below: true }],
    pad: 14,
  },
  {
    name: "pager",
    title: "The pager",
    width: 480,
    attributes: { layout: "compact", facets: "none", "without-search": "", "without-sort": "", "page-size": "9" },
    clip: "pager",
    parts: [{ part: "pager", side: "left", offset: 6 }, { part: "more-button", side: "right" }],
    pad: 12,
  },
  {
    name: "pages",
    title: "Numbered pages",
    width: 560,
    attributes: { layout: "compact", facets: "none", "without-search": "", "without-sort": "", "page-size": "5", paging: "pages" },
    clip: "pager",
    parts: [{ part: "pager", side: "left", offset: 6 }, { part: "page-button", nth: 3, side: "top" }],
    pad: 12,
  },
  {
    name: "loading",
    title: "While it loads",
    width: 600,
    height: 300,
    attributes: { ...CARDS_ONLY, src: "never.json" },
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
      // The announcement of the first query is cleared first.
      await page.waitForTimeout(1000);
      await page.locator("article-cards [part~=live]:not(:empty)").waitFor({ state: "attached" });
    },
    parts: [{ part: "empty", side: "left" }, { part: "live", side: "right" }],
    pad: 12,
  },
  {
    name: "error",
    title: "A feed that cannot be loaded",
    width: 560,
    attributes: { ...CARDS_ONLY, src: "missing.json" },
    clip: "error",
    parts: [{ part: "error", side: "left" }, { part: "retry", side: "right" }],
    pad: 12,
  },
];

/** The example themes of the README's strip. @type {{ name: string, scheme: "light" | "dark" }[]} */
export const THEMES = [
  { name: "broadsheet", scheme: "light" },
  { name: "poster", scheme: "light" },
  { name: "terminal", scheme: "dark" },
];

/** The pages of examples/, and the windows in which docs/examples.md shows them. */
export const EXAMPLES = ["carousel", "magazine", "sidebar", "people", "bookshop"];

/** @type {{ width: number, height: number, scheme: "light" | "dark" }[]} */
export const WINDOWS = [
  { width: 1280, height: 860, scheme: "light" },
  { width: 390, height: 860, scheme: "dark" },
];

/** The titles of the articles in the strip. */
export const STRIP = [BEACH, BICYCLE, BRIDGE, COURSE, WAX, MOUNTAIN];

/** @param {string | ScenePart} part */
export const toScenePart = (part) => (typeof part === "string" ? { part } : part);
