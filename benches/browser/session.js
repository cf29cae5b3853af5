// @ts-check
// The user session that every competitor answers, step by step.

/**
 * A search with filters, sort order and page.
 * @typedef {object} Question
 * @property {string} text beginnings of words, all of which must match
 * @property {string[]} topics any of them
 * @property {string[]} notProviders none of them
 * @property {string} [from] a date, inclusive
 * @property {string} [to] a date, inclusive
 * @property {"relevance" | "newest" | "heat" | "title"} sort
 * @property {number} page from 1; twelve articles each
 */

/**
 * An answer in a form that can be compared.
 * @typedef {object} Answer
 * @property {number} total
 * @property {string[]} first the ids on the page, in order
 * @property {Record<string, Record<string, number>> | null} counts by field and value, those above 0
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} kind groups the steps in the tables
 * @property {Question} question
 */

/** The number of articles on a page. */
export const PAGE_SIZE = 12;

/** @type {Question} */
export const EVERYTHING = { text: "", topics: [], notProviders: [], sort: "newest", page: 1 };

/** The first questions: the first screen, and a search. */
export const FIRST = { everything: EVERYTHING, search: /** @type {Question} */ ({ ...EVERYTHING, text: "security", sort: "relevance" }) };

const WORD = "security";

/** @returns {Step[]} */
export function session() {
  /** @type {Step[]} */
  const steps = [];
  let question = EVERYTHING;
  /** @param {string} kind @param {string} name @param {Partial<Question>} change */
  const step = (kind, name, change) => {
    question = { ...question, page: 1, ...change };
    steps.push({ kind, name, question });
  };
  for (let length = 1; length <= WORD.length; length += 1) {
    step("typing", `typed "${WORD.slice(0, length)}"`, { text: WORD.slice(0, length), sort: "relevance" });
  }
  for (let length = WORD.length - 1; length >= 0; length -= 1) {
    step("deleting", `back to "${WORD.slice(0, length)}"`, { text: WORD.slice(0, length), sort: length ? "relevance" : "newest" });
  }
  step("filtering", "a topic", { topics: ["Topic 1"] });
  step("filtering", "another topic", { topics: ["Topic 1", "Topic 3"] });
  step("filtering", "a provider excluded", { notProviders: ["Provider 5"] });
  step("filtering", "a range of dates", { from: "2019-01-01", to: "2021-06-30" });
  step("sorting", "by date", { sort: "newest" });
  step("sorting", "by heat", { sort: "heat" });
  step("sorting", "by title", { sort: "title" });
  step("paging", "second page", { page: 2 });
  step("paging", "third page", { page: 3 });
  step("sorting", "everything by title", { ...EVERYTHING, sort: "title" });
  return steps;
}
