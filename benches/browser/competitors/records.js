// @ts-check
// What a feed's bytes are to a script: values of JSON, and what filters and counts need of them.

/** @typedef {import("../session.js").Question} Question */

/**
 * An article as the generated feed has it.
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
 * An article with its provider's name and its moment at hand, and no topic twice.
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
export const items = (articles) =>
  articles.map((article) => ({
    ...article,
    // The generated lists have repeats, which count once.
    topics: [...new Set(article.topics)],
    provider: article.provider.name,
    time: Date.parse(article.publishedDateTime),
    article,
  }));

/**
 * The range of moments that the days of a question mean.
 * @param {Question} question
 * @returns {[number, number]}
 */
export const range = ({ from, to }) => [
  from ? Date.parse(`${from}T00:00:00Z`) : -Infinity,
  to ? Date.parse(`${to}T23:59:59.999Z`) : Infinity,
];
