// @ts-check
// Ours: the package's engine. `query` also reads the ids and the articles of the page.
import { createEngine } from "/pkg/engine.js";
import { init } from "/pkg/index.js";
import { PAGE_SIZE } from "../session.js";

/** @typedef {import("../session.js").Question} Question */

const SORTS = { relevance: "", newest: "-publishedDateTime", heat: "-heat", title: "title" };

/** Compiles the module in advance, as the competitors' scripts are loaded in advance. */
export const prepare = () => init();

/**
 * @param {Uint8Array} bytes
 * @param {{ readIds?: boolean }} options
 */
export async function open(bytes, { readIds = true } = {}) {
  const engine = await createEngine(bytes, { timeZone: "UTC", locale: "en" });
  /** The last result, which serves its further pages. */
  let last = { key: "", result: engine.query("") };

  /** @param {Question} question */
  const resultFor = (question) => {
    const { text, topics, notProviders, from, to, sort, page } = question;
    const key = page > 1 ? JSON.stringify({ ...question, page: 1 }) : "";
    if (page > 1 && key === last.key) return last.result;
    const filters = { topics: { any: topics }, provider: { not: notProviders }, from, to };
    return engine.query({ query: text, sort: SORTS[sort], filters });
  };

  return {
    /** @param {Question} question */
    query(question) {
      const found = resultFor(question);
      last = { key: JSON.stringify({ ...question, page: 1 }), result: found };
      if (!readIds) return { found, articles: [] };
      const page = found.ids.slice((question.page - 1) * PAGE_SIZE, question.page * PAGE_SIZE);
      return { found, articles: engine.articles(page) };
    },
    /** @param {{ found: import("article-cards/engine").Result, articles: { id: string }[] }} found */
    toAnswer({ found, articles }) {
      const counts = Object.entries(found.facetCounts).map(([field, values]) => [
        field,
        Object.fromEntries(values.map(({ value, count }) => [value, count])),
      ]);
      return { total: found.total, first: articles.map(({ id }) => id), counts: Object.fromEntries(counts) };
    },
  };
}
