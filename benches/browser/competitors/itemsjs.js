// @ts-check
// ItemsJS: its own text search, facets and sorting; date ranges with its filter function.
import itemsjs from "itemsjs";
import { PAGE_SIZE } from "../session.js";
import { parse, timeRange, toItems } from "./articles.js";

/** @typedef {import("../session.js").Question} Question */

/** The number of facet values returned: all. */
const ALL_VALUES = 1_000;

export const CONFIGURATION = {
  searchableFields: ["title", "topics", "provider", "excerpt"],
  // Incremental search needs beginnings of words, which a stemmer would change.
  isExactSearch: true,
  aggregations: {
    topics: { title: "Topics", size: ALL_VALUES, conjunction: false, hide_zero_doc_count: true },
    provider: { title: "Providers", size: ALL_VALUES, conjunction: false, hide_zero_doc_count: true },
    type: { title: "Types", size: ALL_VALUES, conjunction: false, hide_zero_doc_count: true },
  },
  sortings: {
    newest: { field: "time", order: "desc" },
    heat: { field: "heat", order: "desc" },
    title: { field: "title", order: "asc" },
  },
};

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const engine = itemsjs(toItems(parse(bytes)), structuredClone(CONFIGURATION));
  return {
    /** @param {Question} question */
    query(question) {
      const [from, to] = timeRange(question);
      return engine.search({
        query: question.text,
        page: question.page,
        per_page: PAGE_SIZE,
        ...(question.topics.length && { filters: { topics: question.topics } }),
        ...(question.notProviders.length && { not_filters: { provider: question.notProviders } }),
        ...((question.from || question.to) && { filter: (/** @type {{ time: number }} */ item) => item.time >= from && item.time <= to }),
        ...(question.sort !== "relevance" && { sort: question.sort }),
      });
    },
    /** @param {any} found */
    toAnswer(found) {
      const groups = Object.entries(found.data.aggregations).map(([field, { buckets }]) => [
        field,
        Object.fromEntries(buckets.map((/** @type {{ key: string, doc_count: number }} */ { key, doc_count }) => [key, doc_count])),
      ]);
      return {
        total: found.pagination.total,
        first: found.data.items.map((/** @type {{ id: string }} */ { id }) => id),
        counts: Object.fromEntries(groups),
      };
    },
  };
}
