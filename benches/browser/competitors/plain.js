// @ts-check
// Hand-written: arrays, `includes`, `sort` and `Map`, as a careful developer writes it in an afternoon.
import { PAGE_SIZE } from "../session.js";
import { filterAndCount, sortItems, toObjects } from "./filter-and-count.js";
import { parse, toItems } from "./articles.js";

/** @typedef {import("../session.js").Question} Question */

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const all = toItems(parse(bytes)).map((item) => ({
    ...item,
    text: [item.title, item.provider, ...item.topics, item.excerpt].join("\n").toLowerCase(),
  }));
  return {
    /** @param {Question} question */
    query(question) {
      const words = question.text.toLowerCase().split(/\s+/).filter(Boolean);
      const found = words.length ? all.filter(({ text }) => words.every((word) => text.includes(word))) : all;
      const { passed, counts } = filterAndCount(found, question);
      sortItems(passed, question.sort);
      const first = passed.slice((question.page - 1) * PAGE_SIZE, question.page * PAGE_SIZE);
      return { total: passed.length, first, counts };
    },
    /** @param {{ total: number, first: { id: string }[], counts: Record<string, Map<string, number>> }} found */
    toAnswer: ({ total, first, counts }) => ({ total, first: first.map(({ id }) => id), counts: toObjects(counts) }),
  };
}
