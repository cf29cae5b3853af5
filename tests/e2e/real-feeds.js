// Real feeds, if their folder is beside the repository, and expected results computed from them by
// the simplest reading of the search rules.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the real feeds. */
export const REAL_FEEDS = fileURLToPath(new URL("../../../shared/data/everyday/", import.meta.url));
export const hasRealFeeds = existsSync(REAL_FEEDS);
export const NO_REAL_FEEDS = `no real feeds at ${REAL_FEEDS}`;

/** The query parameter that makes the demo page show the news feed. */
export const NEWS_QUERY = "src=../everyday/api/news/index.json";

/** The number of pages of cards that show the whole news feed. */
export const ALL_PAGES = 36;

/** @typedef {{ path: string, title: string, excerpt: string | null, heat: number, type: string,
 *   publishedDateTime: string, topics: string[] | null, provider: { name: string } | null,
 *   published?: boolean }} Article */

/** @returns {Article[]} */
function readNews() {
  if (!hasRealFeeds) return [];
  const folder = join(REAL_FEEDS, "api", "news");
  const articles = [];
  for (let file = "index.json"; file; ) {
    const document = JSON.parse(readFileSync(join(folder, file), "utf8"));
    articles.push(...document.value);
    file = document.nextPage ? `page/${document.nextPage}/index.json` : "";
  }
  return articles;
}

/** All articles of the news feed, in its order. */
export const news = readNews();

/** @param {string} text */
const words = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).toLowerCase().replaceAll("’", "'").match(/[\p{L}\p{N}_]+(?:['.][\p{L}\p{N}_]+)*/gu) ?? [];

/**
 * Returns the words of each searched text.
 * @param {Article} article
 */
const searchedFields = (article) =>
  [article.title, article.excerpt ?? "", article.provider?.name ?? "", ...(article.topics ?? [])].map(words);

/**
 * Returns whether any word of the article passes.
 * @param {Article} article
 * @param {(word: string) => boolean} passes
 */
export const hasWord = (article, passes) => searchedFields(article).some((field) => field.some(passes));

/**
 * Returns whether one text of the article has these words in sequence.
 * @param {Article} article
 * @param {string} phrase
 */
export const hasPhrase = (article, phrase) => searchedFields(article).some((field) => ` ${field.join(" ")} `.includes(` ${phrase} `));

/**
 * Returns the number of articles for each value.
 * @param {Article[]} articles
 * @param {(article: Article) => (string | undefined)[]} values
 * @returns {Record<string, number>}
 */
export function tally(articles, values) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const article of articles) {
    for (const value of new Set(values(article))) {
      if (value) counts[value] = (counts[value] ?? 0) + 1;
    }
  }
  return counts;
}

/** @param {Article} article */
export const topics = (article) => article.topics ?? [];
/** @param {Article} article */
export const provider = (article) => [article.provider?.name];
/** @param {Article} article */
export const type = (article) => [article.type];

/**
 * Returns the ids, newest first; articles of the same date stay in the order of the feed.
 * @param {Article[]} articles
 */
export const newestFirst = (articles) =>
  [...articles]
    .sort((a, b) => Date.parse(b.publishedDateTime) - Date.parse(a.publishedDateTime))
    .map((article) => article.path);
