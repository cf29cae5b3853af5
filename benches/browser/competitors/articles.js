// @ts-check
// The articles of a feed as JavaScript objects, prepared for filters and counts.

/** @typedef {import("../session.js").Question} Question */

/**
 * An article of the generated feed.
 * @typedef {object} Article
 * @property {string} id
 * @property {string} title
 * @property {string} excerpt
 * @property {string} webUrl
 * @property {string} publishedDateTime
 * @property {string} type
 * @property {string[]} topics
 * @property {string[]} category
 * @property {number} quality
 * @property {number} heat
 * @property {{ name: string, domain: string, images: { url: string }[] }} provider
 * @property {{ url: string, width: number, height: number }[]} images
 * @property {{ title: string, webUrl: string, publishedDateTime: string }[]} related
 * @property {string} locale
 */

/**
 * An article with its provider's name, its time, and distinct topics.
 * @typedef {Omit<Article, "provider"> & { provider: string, time: number, article: Article }} Item
 */

/**
 * @param {Uint8Array} bytes
 * @returns {Article[]}
 */
export const parse = (bytes) => JSON.parse(new TextDecoder().decode(bytes));

/**
 * @param {Article[]} articles
 * @returns {Item[]}
 */
export const toItems = (articles) =>
  articles.map((article) => ({
    ...article,
    // The generated topics have duplicates.
    topics: [...new Set(article.topics)],
    provider: article.provider.name,
    time: Date.parse(article.publishedDateTime),
    article,
  }));

/**
 * Returns the times at which the date range of a question begins and ends.
 * @param {Question} question
 * @returns {[number, number]}
 */
export const timeRange = ({ from, to }) => [
  from ? Date.parse(`${from}T00:00:00Z`) : -Infinity,
  to ? Date.parse(`${to}T23:59:59.999Z`) : Infinity,
];
