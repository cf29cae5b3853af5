// @ts-check
// No competitor: what reading the bytes as JSON takes by itself, which all but ours begin with.
import { parse } from "./records.js";

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const articles = parse(bytes);
  return { ask: () => articles.length, tell: () => ({ total: articles.length, first: [], counts: null }) };
}
