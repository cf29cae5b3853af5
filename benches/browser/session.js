// @ts-check
// What is asked of every competitor: a reader's session, step by step.

/**
 * What a reader asks for at one time.
 * @typedef {object} Question
 * @property {string} text beginnings of words, all of which must be found
 * @property {string[]} topics any of them
 * @property {string[]} notProviders none of them
 * @property {string} [from] a day, included
 * @property {string} [to] a day, included
 * @property {"relevance" | "newest" | "heat" | "title"} sort
 * @property {number} page from 1 on; twelve articles each
 */

/**
 * What a competitor answered, in words that can be compared.
 * @typedef {object} Answer
 * @property {number} total
 * @property {string[]} first the identities of the page, in order
 * @property {Record<string, Record<string, number>> | null} counts by field and value, those above 0
 */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} kind the steps of one kind are told together
 * @property {Question} question
 */

/** Articles on a page. */
export const PAGE = 12;

/** @type {Question} */
export const EVERYTHING = { text: "", topics: [], notProviders: [], sort: "newest", page: 1 };

/** What is asked first: what fills the first screen, and a search. */
export const FIRST = { everything: EVERYTHING, search: /** @type {Question} */ ({ ...EVERYTHING, text: "security", sort: "relevance" }) };

const WORD = "security";

/** @returns {Step[]} */
export function session() {
  /** @type {Step[]} */
  const steps = [];
  let now = EVERYTHING;
  /** @param {string} kind @param {string} name @param {Partial<Question>} change */
  const step = (kind, name, change) => {
    now = { ...now, page: 1, ...change };
    steps.push({ kind, name, question: now });
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
