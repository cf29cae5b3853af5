// @ts-check
// MiniSearch for the text search; it has no facets and no sorting, so these are hand-written.
import MiniSearch from "minisearch";
import { PAGE_SIZE } from "../session.js";
import { filterAndCount, sortItems, toObjects } from "./filter-and-count.js";
import { parse, toItems } from "./articles.js";

/** @typedef {import("../session.js").Question} Question */
/** @typedef {import("./articles.js").Item} Item */

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const all = toItems(parse(bytes));
  const byId = new Map(all.map((item) => [item.id, item]));
  /** @type {MiniSearch<Item>} */
  const search = new MiniSearch({
    fields: ["title", "topics", "provider", "excerpt"],
    extractField: (item, field) => {
      const value = /** @type {any} */ (item)[field];
      return Array.isArray(value) ? value.join("\n") : value;
    },
    searchOptions: { prefix: true, combineWith: "AND", boost: { title: 8, topics: 4, provider: 2 } },
  });
  search.addAll(all);
  return {
    /** @param {Question} question */
    query(question) {
      const found = question.text
        ? search.search(question.text).map(({ id }) => /** @type {Item} */ (byId.get(id)))
        : all;
      const { passed, counts } = filterAndCount(found, question);
      sortItems(passed, question.sort);
      const first = passed.slice((question.page - 1) * PAGE_SIZE, question.page * PAGE_SIZE);
      return { total: passed.length, first, counts };
    },
    /** @param {{ total: number, first: Item[], counts: Record<string, Map<string, number>> }} found */
    toAnswer: ({ total, first, counts }) => ({ total, first: first.map(({ id }) => id), counts: toObjects(counts) }),
  };
}
