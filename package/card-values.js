// What the template of a card is filled with: the newest articles of a feed, read and formatted as the
// module does it. What is unusual is left to the module.
import { readAttribute } from "./attributes.js";
import { capital, createFormats } from "./card-formats.js";
import { count, date, decline, first, images, isObject, link, objects, text, textOrNumber, texts, written, writtenOrNumber } from "./field-values.js";
import { imageWidths } from "./first-paint-data.js";
import { directionOf } from "./translations.js";

/** @typedef {import("./template-nodes.js").Values} Values */
/** @typedef {import("./field-values.js").Image} Image */

/**
 * What cards depend on beside the feed and the attributes.
 * @typedef {object} Surroundings
 * @property {string | undefined} locale
 * @property {Record<string, any>} messages
 * @property {number} columns
 */

/** How deeply a feed may be nested; the module rejects deeper ones. */
const MAX_DEPTH = 120;

/**
 * Returns the values of the first cards; throws if the feed is left to the module.
 * @param {Element} element
 * @param {import("./feed-arrival.js").ArrivedFeed} feed
 * @param {Surroundings} surroundings
 * @returns {Values[]}
 */
export function cardValues(element, { text: json, url }, { locale, messages, columns }) {
  const attribute = (/** @type {import("./attributes.js").AttributeName} */ name) => /** @type {any} */ (readAttribute(element, name));
  const formats = createFormats(locale, attribute("timeZone") ?? undefined, attribute("dates") === "relative");
  const [layout, skip, size, shownRelated] = [attribute("layout"), attribute("skip"), attribute("pageSize"), attribute("related")];
  const facets = attribute("facets").split(",").map((/** @type {string} */ facet) => facet.split(":")[0]?.trim());
  const filtersProviders = facets.includes("provider");
  const isFull = layout !== "compact";
  const linkOf = link(url);
  const imagesOf = images(url);
  const language = messages["language"];

  /** What the articles of a feed are told apart and sorted by. @param {any} entry */
  const articleOf = (entry) => {
    if (!isObject(entry)) decline();
    return {
      entry,
      id: first(entry, "identity", writtenOrNumber) ?? first(entry, "link", (value) => (linkOf(value) ? value : undefined)) ?? decline(),
      title: first(entry, "title", text) ?? decline(),
      published: first(entry, "publishedDateTime", date),
    };
  };

  /** @param {any} value */
  const providerOf = (value) => {
    if (typeof value === "string" && value.includes("://")) decline();
    /** @type {any} */
    const object = isObject(value) ? value : { name: value };
    const provider = text(object.name);
    if (provider === undefined) return isObject(value) && Object.keys(value).length ? decline() : undefined;
    const domain = filtersProviders ? undefined : written(object.domain);
    if (domain !== undefined && !/^[a-z\d]+([-.][a-z\d]+)*\.[a-z]+$/.test(domain)) decline();
    const initial = provider.match(/[\p{Alphabetic}\p{N}]/u)?.[0].toUpperCase() ?? "";
    return { provider, initial, icon: imagesOf(object.images)?.[0]?.url, domain, providerLink: filtersProviders || domain };
  };

  /** @param {any} entry */
  const relatedOf = (entry) => {
    const title = text(entry.title) ?? text(entry.name);
    if (title === undefined) return [];
    const source = providerOf(entry.provider);
    const published = date(entry.publishedDateTime);
    const link = linkOf(entry.webUrl) ?? linkOf(entry.originalUrl);
    return [{ ...source, ...formats.date(published), title, url: link, source, sourceIcon: source?.icon, about: source || published }];
  };

  /** A language that is written from left to right. @param {any} value */
  const localeOf = (value) => {
    const tag = written(value)?.trim().replaceAll("_", "-");
    if (tag !== undefined && directionOf(tag) !== "ltr") decline();
    return tag;
  };

  /** @param {ReturnType<typeof articleOf>} article @param {number} index */
  const cardOf = ({ entry, id, title, published }, index) => {
    const type = text(entry["type"]) ?? "article";
    const kind = type.toLowerCase();
    const isArticle = kind === "article";
    const duration = formats.duration(entry["length"]);
    const provider = first(entry, "provider", providerOf);
    const authors = isFull && attribute("withAuthors") ? first(entry, "authors", texts) : undefined;
    const hasFacts = isFull && /^(course|forum)$/.test(kind);
    const levels = (hasFacts && texts(entry["levels"])) || [];
    const [price, members] = hasFacts ? [textOrNumber(entry["price"]), count(entry["members"])] : [];
    const pictures = isFull && !attribute("withoutImages") ? first(entry, "images", imagesOf) : undefined;
    const image = pictures && bestImage(pictures, imageWidths[layout] ?? 0);
    const topics = first(entry, "topics", texts) ?? [];
    const hidden = Math.max(topics.length - 3, 0);
    const related = isFull && shownRelated ? (first(entry, "related", objects) ?? []).flatMap(relatedOf) : [];
    const relatedMore = Math.max(related.length - shownRelated, 0);
    const sources = related.filter(({ source }) => source);
    const icons = sources.filter(({ source }, at) => at === sources.findIndex((other) => other.source?.provider === source?.provider)).slice(0, 3);
    const ownLocale = localeOf(entry["locale"]);
    return {
      ...provider,
      ...formats.date(published),
      ...duration,
      id,
      title,
      url: first(entry, "link", linkOf),
      language,
      locale: ownLocale,
      foreign: ownLocale && ownLocale.split("-")[0]?.toLowerCase() !== language,
      full: isFull,
      blank: attribute("linkTarget") === "_blank",
      byline: provider || published || authors || !isArticle || duration.length,
      unfiltered: !filtersProviders,
      topicFilter: facets.includes("topics"),
      authors: authors?.join(", "),
      badge: !isArticle || duration.length,
      type: !isArticle && kindName(type, messages["kinds"]),
      kindIcon: /^(course|video)$/.test(kind),
      noVideo: kind !== "video",
      facts: price || levels.length || members !== undefined,
      price,
      levels: levels.join(", "),
      members: members !== undefined,
      excerpt: attribute("withoutExcerpts") ? undefined : first(entry, "excerpt", text),
      image: image?.url,
      alt: image?.title && image.title !== title ? image.title : "",
      width: image?.width && image.height ? image.width : undefined,
      height: image?.height,
      eager: index < columns,
      topics: topics.length && topics.slice(0, 3).map((topic) => ({ topic })),
      hidden: hidden && formats.number(hidden),
      related: related.length && related.slice(0, shownRelated),
      relatedMore,
      icons,
      source: icons.length,
      about: icons.length,
      counts: { levels: levels.length, members, moreTopics: hidden, related: related.length, relatedMore },
    };
  };

  const entries = entriesOf(JSON.parse(json));
  // Of two with the same identity the first counts, even if it is not shown.
  const ids = new Set();
  const isNew = (/** @type {{ id: string }} */ { id }) => !ids.has(id) && ids.add(id);
  const isShown = (/** @type {any} */ { removed, published, draft }) => removed !== true && (attribute("withUnpublished") || (published !== false && draft !== true));
  const articles = entries.map(articleOf).filter(isNew).filter(({ entry }) => isShown(entry));
  // An empty list has a message.
  if (!articles.length) decline();
  // Whether a moment is on a day depends on the time zone.
  if (articles.some(({ published }) => published?.isDay) && articles.some(({ published }) => published && !published.isDay)) decline();
  const time = (/** @type {ReturnType<typeof articleOf>} */ { published }) => published?.time ?? -Infinity;
  return articles.sort((one, other) => time(other) - time(one) || 0).slice(skip, skip + size).map(cardOf);
}

/** The entries of a feed. @param {any} feed @returns {any[]} */
function entriesOf(feed) {
  if (depthOf(feed) > MAX_DEPTH) decline();
  if (Array.isArray(feed)) return feed;
  if (!isObject(feed) || "version" in feed) return decline();
  return ["value", "articles", "items"].map((name) => feed[name]).find(Array.isArray) ?? decline();
}

/** @param {any} value @returns {number} */
const depthOf = (value) => (typeof value === "object" && value !== null ? 1 + Object.values(value).reduce((depth, inner) => Math.max(depth, depthOf(inner)), 0) : 0);

/** The name of a type. @param {string} type @param {Record<string, string>} names */
const kindName = (type, names) => Object.entries(names).find(([known]) => known.toLowerCase() === type.toLowerCase())?.[1] ?? capital(type);

/**
 * The smallest image that fills a width on this screen, or else the widest.
 * @template {Pick<Image, "width">} I
 * @param {I[]} images
 * @param {number} cssWidth
 * @returns {I | undefined}
 */
export function bestImage(images, cssWidth) {
  const width = Math.trunc(cssWidth * Math.min(Math.max(devicePixelRatio, 1), 3));
  const own = (/** @type {I} */ image) => image.width ?? 0;
  const byWidth = [...images].sort((one, other) => own(one) - own(other));
  const widest = Math.max(...images.map(own));
  return byWidth.find((image) => own(image) >= width) ?? images.find((image) => own(image) === widest);
}
