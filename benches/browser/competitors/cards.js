// @ts-check
// The cards of the competitors: the same elements, words and classes as ours has, so that the same
// styles fit. This is how plain DOM calls make them.

/** @typedef {import("./records.js").Article} Article */

/** @type {{ day: Intl.DateTimeFormat, moment: Intl.DateTimeFormat } | undefined} */
let made;

/** How dates are written. The first is expensive, so a page makes them while it waits for its feed. */
export const formats = () =>
  (made ??= {
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

/** Topics that a card shows. */
const SHOWN = 3;
/** Cards of the first row, whose pictures are loaded at once. */
const FIRST_ROW = 4;

/** @type {Record<string, string>} */
const KINDS = { video: "Video", course: "Course" };

/** What a kind of article has for a sign. @type {Record<string, Record<string, string>>} */
const SIGNS = {
  video: { d: "M5 3.3v9.4l7.6-4.7z", fill: "currentColor" },
  course: { d: "M1.5 5.8 8 2.9l6.5 2.9L8 8.7zM4.2 7.3v3.6c1 .9 2.3 1.3 3.8 1.3s2.8-.4 3.8-1.3V7.3" },
};

export const FOLD = "m3.5 10 4.5-4.5L12.5 10";

/**
 * What stands in a card, for all ways to draw it.
 * @param {Article} article
 * @param {number} place
 */
export function content(article, place) {
  const topics = [...new Set(article.topics)];
  const { day, moment } = formats();
  const written = (/** @type {string} */ time) => {
    const date = new Date(time);
    return { time: time.replace("+00:00", "Z"), day: day.format(date), title: moment.format(date) };
  };
  return {
    article,
    id: `card-${article.id}`,
    provider: article.provider.name,
    icon: article.provider.images[0]?.url,
    published: written(article.publishedDateTime),
    kind: KINDS[article.type],
    sign: SIGNS[article.type],
    topics: topics.slice(0, SHOWN),
    more: topics.length - SHOWN,
    picture: article.images[0],
    isFirst: place < FIRST_ROW,
    related: article.related.map((one) => ({ ...one, published: written(one.publishedDateTime) })),
  };
}

/**
 * An element with its attributes and children.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string | undefined)[]} children
 */
export function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  for (const child of children) if (child !== undefined) made.append(child);
  return made;
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
 * A card by DOM calls.
 * @param {Article} article
 * @param {number} place
 */
export function card(article, place) {
  const it = content(article, place);
  const loading = { decoding: "async", referrerpolicy: "no-referrer" };
  const time = (/** @type {{ time: string, day: string, title: string }} */ of, /** @type {Record<string, string>} */ more = {}) =>
    element("time", { ...more, datetime: of.time, title: of.title }, bdi(of.day));
  const body = element(
    "div",
    { part: "card-body", class: "ac-card-body" },
    element(
      "h3",
      { part: "card-title", id: `${it.id}-title`, class: "ac-card-title" },
      element("a", { part: "card-link", href: article.webUrl, "aria-describedby": `${it.id}-byline`, class: "ac-card-link" }, article.title),
    ),
    element(
      "p",
      { id: `${it.id}-byline`, class: "ac-x-byline" },
      element(
        "span",
        { part: "card-provider", class: "ac-card-provider" },
        it.icon && element("img", { part: "card-provider-icon", alt: "", width: "20", height: "20", loading: "lazy", ...loading, src: it.icon, class: "ac-card-provider-icon" }),
        button({ "aria-pressed": "false", title: `Only articles from ${it.provider}`, class: "ac-x-name" }, bdi(it.provider)),
      ),
      time(it.published, { part: "card-date", class: "ac-card-date" }),
      it.kind && element("span", { part: "card-type", class: "ac-card-type" }, icon(it.sign), element("span", { class: "ac-x-type-word" }, bdi(it.kind))),
    ),
    element("p", { part: "card-excerpt", class: "ac-card-excerpt" }, article.excerpt),
    element(
      "div",
      { class: "ac-x-foot" },
      element(
        "ul",
        { part: "card-topics", role: "list", "aria-label": "Topics", class: "ac-card-topics" },
        ...it.topics.map((topic) => element("li", {}, button({ part: "topic", "aria-pressed": "false", class: "ac-topic" }, bdi(topic)))),
        it.more > 0
          ? element("li", {}, button({ class: "ac-x-more-topics" }, bdi(`+${it.more}`), element("span", { class: "ac-x-vh" }, it.more === 1 ? " more topic" : " more topics")))
          : undefined,
      ),
    ),
  );
  const media = it.picture && element(
    "div",
    { part: "card-media", class: "ac-card-media" },
    element("img", {
      part: "card-image",
      alt: "",
      width: String(it.picture.width),
      height: String(it.picture.height),
      loading: it.isFirst ? "eager" : "lazy",
      ...(it.isFirst && { fetchpriority: "high" }),
      ...loading,
      src: it.picture.url,
      class: "ac-card-image",
    }),
  );
  const related = element(
    "details",
    { part: "card-related", class: "ac-card-related" },
    element("summary", {}, element("span", {}, bdi(`${it.related.length} related`), element("span", { class: "ac-x-vh" }, `: ${article.title}`)), icon({ d: FOLD })),
    element(
      "ul",
      { role: "list" },
      ...it.related.map((one) =>
        element("li", { part: "related-item", class: "ac-related-item" }, element("a", { dir: "auto", href: one.webUrl, class: "ac-x-related-title" }, one.title), element("p", {}, time(one.published)))),
    ),
  );
  return element(
    "li",
    { class: "ac-x-cell" },
    element(
      "article",
      { part: "card", "data-id": article.id, "aria-labelledby": `${it.id}-title`, dir: "ltr", lang: article.locale, class: "ac-card" },
      element("div", { class: "ac-x-front" }, body, media),
      related,
    ),
  );
}
