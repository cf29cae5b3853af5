// @ts-check
// By hand: arrays, `includes`, `sort` and `Map`, as a careful developer writes it in an afternoon.
import { PAGE } from "../session.js";
import { narrow, order, told } from "./narrowing.js";
import { items, parse } from "./records.js";

/** @typedef {import("../session.js").Question} Question */

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const all = items(parse(bytes)).map((item) => ({
    ...item,
    text: [item.title, item.provider, ...item.topics, item.excerpt].join("\n").toLowerCase(),
  }));
  return {
    /** @param {Question} question */
    ask(question) {
      const words = question.text.toLowerCase().split(/\s+/).filter(Boolean);
      const found = words.length ? all.filter(({ text }) => words.every((word) => text.includes(word))) : all;
      const { passed, counts } = narrow(found, question);
      order(passed, question.sort);
      const first = passed.slice((question.page - 1) * PAGE, question.page * PAGE);
      return { total: passed.length, first, counts };
    },
    /** @param {{ total: number, first: { id: string }[], counts: Record<string, Map<string, number>> }} asked */
    tell: ({ total, first, counts }) => ({ total, first: first.map(({ id }) => id), counts: told(counts) }),
  };
}
