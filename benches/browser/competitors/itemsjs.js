// @ts-check
// ItemsJS: text, facets and sorting of its own; a range of dates is its filter function.
import itemsjs from "itemsjs";
import { PAGE } from "../session.js";
import { items, parse, range } from "./records.js";

/** @typedef {import("../session.js").Question} Question */

/** Values of a facet that are told: all. */
const ALL = 1_000;

export const CONFIGURATION = {
  searchableFields: ["title", "topics", "provider", "excerpt"],
  // Letter by letter a word is found by its beginning, which a stemmer would cut off.
  isExactSearch: true,
  aggregations: {
    topics: { title: "Topics", size: ALL, conjunction: false, hide_zero_doc_count: true },
    provider: { title: "Providers", size: ALL, conjunction: false, hide_zero_doc_count: true },
    type: { title: "Types", size: ALL, conjunction: false, hide_zero_doc_count: true },
  },
  sortings: {
    newest: { field: "time", order: "desc" },
    heat: { field: "heat", order: "desc" },
    title: { field: "title", order: "asc" },
  },
};

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const engine = itemsjs(items(parse(bytes)), structuredClone(CONFIGURATION));
  return {
    /** @param {Question} question */
    ask(question) {
      const [from, to] = range(question);
      return engine.search({
        query: question.text,
        page: question.page,
        per_page: PAGE,
        ...(question.topics.length && { filters: { topics: question.topics } }),
        ...(question.notProviders.length && { not_filters: { provider: question.notProviders } }),
        ...((question.from || question.to) && { filter: (/** @type {{ time: number }} */ item) => item.time >= from && item.time <= to }),
        ...(question.sort !== "relevance" && { sort: question.sort }),
      });
    },
    /** @param {any} found */
    tell(found) {
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
