// @ts-check
// Ours: the package's engine. `ask` reads the identities and the articles of the page.
import { createEngine } from "/pkg/engine.js";
import { init } from "/pkg/index.js";
import { PAGE } from "../session.js";

/** @typedef {import("../session.js").Question} Question */

const SORTS = { relevance: "", newest: "-publishedDateTime", heat: "-heat", title: "title" };

/** The module is compiled while the feed arrives, as the competitors' scripts are. */
export const prepare = () => init();

/**
 * @param {Uint8Array} bytes
 * @param {{ identities?: boolean }} options
 */
export async function open(bytes, { identities = true } = {}) {
  const engine = await createEngine(bytes, { timeZone: "UTC", locale: "en" });
  /** The result whose pages are turned. */
  let last = { key: "", result: engine.query("") };

  /** @param {Question} question */
  const result = (question) => {
    const { text, topics, notProviders, from, to, sort, page } = question;
    const key = page > 1 ? JSON.stringify({ ...question, page: 1 }) : "";
    if (page > 1 && key === last.key) return last.result;
    const filters = { topics: { any: topics }, provider: { not: notProviders }, from, to };
    return engine.query({ query: text, sort: SORTS[sort], filters });
  };

  return {
    /** @param {Question} question */
    ask(question) {
      const found = result(question);
      last = { key: JSON.stringify({ ...question, page: 1 }), result: found };
      if (!identities) return { found, articles: [] };
      const page = found.ids.slice((question.page - 1) * PAGE, question.page * PAGE);
      return { found, articles: engine.articles(page) };
    },
    /** @param {{ found: import("article-cards/engine").Result, articles: { id: string }[] }} asked */
    tell({ found, articles }) {
      const counts = Object.entries(found.facetCounts).map(([field, values]) => [
        field,
        Object.fromEntries(values.map(({ value, count }) => [value, count])),
      ]);
      return { total: found.total, first: articles.map(({ id }) => id), counts: Object.fromEntries(counts) };
    },
  };
}
