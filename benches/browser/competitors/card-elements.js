// @ts-check
// The competitors' cards, built with DOM calls. They have the same elements, texts and classes as ours,
// so that the same styles apply.

/** @typedef {import("./articles.js").Article} Article */

/** @type {{ day: Intl.DateTimeFormat, moment: Intl.DateTimeFormat } | undefined} */
let cachedFormats;

/** Returns the date formats. Creating them is expensive, so pages do it while they wait for the feed. */
export const formats = () =>
  (cachedFormats ??= {
    day: new Intl.DateTimeFormat("en", { dateStyle: "medium", timeZone: "UTC" }),
    moment: new Intl.DateTimeFormat("en", {
      weekday: "long",
      year: "numeric",
      month: "long",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      timeZone: "UTC",
      timeZoneName: "short",
    }),
  });

/** The number of topics on a card. */
const SHOWN_TOPICS = 3;
/** The number of cards in the first row, whose images are loaded eagerly. */
const FIRST_ROW = 4;

/** @type {Record<string, string>} */
const KINDS = { video: "Video", course: "Course" };

/** The icon of each kind of article. @type {Record<string, Record<string, string>>} */
const KIND_ICONS = {
  video: { d: "M5 3.3v9.4l7.6-4.7z", fill: "currentColor" },
  course: { d: "M1.5 5.8 8 2.9l6.5 2.9L8 8.7zM4.2 7.3v3.6c1 .9 2.3 1.3 3.8 1.3s2.8-.4 3.8-1.3V7.3" },
};

export const EXPAND_ICON = "m3.5 10 4.5-4.5L12.5 10";

/**
 * Returns the content of a card, for all ways to render content.
 * @param {Article} article
 * @param {number} index
 */
export function cardContent(article, index) {
  const topics = [...new Set(article.topics)];
  const { day, moment } = formats();
  const formatTime = (/** @type {string} */ time) => {
    const date = new Date(time);
    return { time: time.replace("+00:00", "Z"), day: day.format(date), title: moment.format(date) };
  };
  return {
    article,
    id: `card-${article.id}`,
    provider: article.provider.name,
    icon: article.provider.images[0]?.url,
    published: formatTime(article.publishedDateTime),
    kind: KINDS[article.type],
    kindIcon: KIND_ICONS[article.type],
    topics: topics.slice(0, SHOWN_TOPICS),
    hiddenTopics: topics.length - SHOWN_TOPICS,
    image: article.images[0],
    isFirst: index < FIRST_ROW,
    related: article.related.map((one) => ({ ...one, published: formatTime(one.publishedDateTime) })),
  };
}

/**
 * Creates an element.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string | undefined)[]} children
 */
export function element(name, attributes, ...children) {
  const created = document.createElement(name);
  for (const key in attributes) created.setAttribute(key, attributes[key]);
  for (const child of children) if (child !== undefined) created.append(child);
  return created;
}

const SVG = "http://www.w3.org/2000/svg";

/** @param {Record<string, string>} shape */
export function icon(shape) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "ac-x-icon");
  const path = document.createElementNS(SVG, "path");
  for (const key in shape) path.setAttribute(key, shape[key]);
  svg.append(path);
  return svg;
}

const bdi = (/** @type {string} */ text) => element("bdi", {}, text);
const button = (/** @type {Record<string, string>} */ attributes, /** @type {(Node | string)[]} */ ...children) =>
  element("button", { type: "button", ...attributes }, ...children);

/**
 * Creates a card with DOM calls.
 * @param {Article} article
 * @param {number} index
 */
export function card(article, index) {
  const content = cardContent(article, index);
  const loading = { decoding: "async", referrerpolicy: "no-referrer" };
  const time = (/** @type {{ time: string, day: string, title: string }} */ of, /** @type {Record<string, string>} */ more = {}) =>
    element("time", { ...more, datetime: of.time, title: of.title }, bdi(of.day));
  const body = element(
    "div",
    { part: "card-body", class: "ac-card-body" },
    element(
      "h3",
      { part: "card-title", id: `${content.id}-title`, class: "ac-card-title" },
      element("a", { part: "card-link", href: article.webUrl, "aria-describedby": `${content.id}-byline`, class: "ac-card-link" }, article.title),
    ),
    element(
      "p",
      { id: `${content.id}-byline`, class: "ac-x-byline" },
      element(
        "span",
        { part: "card-provider", class: "ac-card-provider" },
        content.icon && element("img", { part: "card-provider-icon", alt: "", width: "20", height: "20", loading: "lazy", ...loading, src: content.icon, class: "ac-card-provider-icon" }),
        button({ "aria-pressed": "false", title: `Only articles from ${content.provider}`, class: "ac-x-name" }, bdi(content.provider)),
      ),
      time(content.published, { part: "card-date", class: "ac-card-date" }),
      content.kind && element("span", { part: "card-type", class: "ac-card-type" }, icon(content.kindIcon), element("span", { class: "ac-x-type-word" }, bdi(content.kind))),
    ),
    element("p", { part: "card-excerpt", class: "ac-card-excerpt" }, article.excerpt),
    element(
      "div",
      { class: "ac-x-foot" },
      element(
        "ul",
        { part: "card-topics", role: "list", "aria-label": "Topics", class: "ac-card-topics" },
        ...content.topics.map((topic) => element("li", {}, button({ part: "topic", "aria-pressed": "false", class: "ac-topic" }, bdi(topic)))),
        content.hiddenTopics > 0
          ? element("li", {}, button({ class: "ac-x-more-topics" }, bdi(`+${content.hiddenTopics}`), element("span", { class: "ac-x-vh" }, content.hiddenTopics === 1 ? " more topic" : " more topics")))
          : undefined,
      ),
    ),
  );
  const media = content.image && element(
    "div",
    { part: "card-media", class: "ac-card-media" },
    element("img", {
      part: "card-image",
      alt: "",
      width: String(content.image.width),
      height: String(content.image.height),
      loading: content.isFirst ? "eager" : "lazy",
      ...(content.isFirst && { fetchpriority: "high" }),
      ...loading,
      src: content.image.url,
      class: "ac-card-image",
    }),
  );
  const related = element(
    "details",
    { part: "card-related", class: "ac-card-related" },
    element("summary", {}, element("span", {}, bdi(`${content.related.length} related`), element("span", { class: "ac-x-vh" }, `: ${article.title}`)), icon({ d: EXPAND_ICON })),
    element(
      "ul",
      { role: "list" },
      ...content.related.map((one) =>
        element("li", { part: "related-item", class: "ac-related-item" }, element("a", { dir: "auto", href: one.webUrl, class: "ac-x-related-title" }, one.title), element("p", {}, time(one.published)))),
    ),
  );
  return element(
    "li",
    { class: "ac-cell" },
    element(
      "article",
      { part: "card", "data-id": article.id, "aria-labelledby": `${content.id}-title`, dir: "ltr", lang: article.locale, class: "ac-card" },
      element("div", { class: "ac-x-front" }, body, media),
      related,
    ),
  );
}
