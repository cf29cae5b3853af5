// The real news as they are written, and what follows from them by the simplest reading of the rules.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../../shared/data/everyday/api/news/", import.meta.url));

/** Whether the folder is beside the project. */
export const hasNews = existsSync(folder);
export const MISSING = `no real data at ${folder}`;

/** The page's parameter that shows them. */
export const NEWS = "src=../everyday/api/news/index.json";

/** How many pages of cards all of them are. */
export const ALL_PAGES = 36;

/** @typedef {{ path: string, title: string, excerpt: string | null, heat: number, type: string,
 *   publishedDateTime: string, topics: string[] | null, provider: { name: string } | null,
 *   published?: boolean }} Article */

/** @returns {Article[]} */
function read() {
  if (!hasNews) return [];
  const articles = [];
  for (let file = "index.json"; file; ) {
    const document = JSON.parse(readFileSync(folder + file, "utf8"));
    articles.push(...document.value);
    file = document.nextPage ? `page/${document.nextPage}/index.json` : "";
  }
  return articles;
}

/** All of them, in the order of the feed. */
export const news = read();

/** @param {string} text */
const words = (text) => text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code)).toLowerCase().replaceAll("’", "'").match(/[\p{L}\p{N}_]+(?:['.][\p{L}\p{N}_]+)*/gu) ?? [];

/**
 * The texts that are searched, each as its words.
 * @param {Article} article
 */
export const fields = (article) =>
  [article.title, article.excerpt ?? "", article.provider?.name ?? "", ...(article.topics ?? [])].map(words);

/**
 * Whether a word of the article passes.
 * @param {Article} article
 * @param {(word: string) => boolean} passes
 */
export const hasWord = (article, passes) => fields(article).some((field) => field.some(passes));

/**
 * Whether whole words stand next to each other in one field.
 * @param {Article} article
 * @param {string} phrase
 */
export const hasPhrase = (article, phrase) => fields(article).some((field) => ` ${field.join(" ")} `.includes(` ${phrase} `));

/**
 * How often each value is there, without those that are not.
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
 * Identities, newest first; what is equally new stays in the order of the feed.
 * @param {Article[]} articles
 */
export const newestFirst = (articles) =>
  [...articles]
    .sort((a, b) => Date.parse(b.publishedDateTime) - Date.parse(a.publishedDateTime))
    .map((article) => article.path);
