// @ts-check
// Not a competitor: only parses the JSON, with which all but ours begin.
import { parse } from "./articles.js";

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const articles = parse(bytes);
  return { query: () => articles.length, toAnswer: () => ({ total: articles.length, first: [], counts: null }) };
}
