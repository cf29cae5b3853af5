// @ts-check
// List.js searches, filters and sorts a list in the page. It has no facets and thus no counts. It renders
// each result, so its times include rendering twelve rows.
import List from "list.js";
import { PAGE_SIZE } from "../session.js";
import { parse, timeRange, toItems } from "./articles.js";

/** @typedef {import("../session.js").Question} Question */
/** @typedef {import("./articles.js").Item} Item */

/** @param {Uint8Array} bytes */
export function open(bytes) {
  const base = document.createElement("div");
  base.innerHTML = '<ul class="list"></ul>';
  document.body.append(base);
  const list = new List(
    base,
    {
      valueNames: ["title", "topics", "provider", "excerpt"],
      searchColumns: ["title", "topics", "provider", "excerpt"],
      item: '<li><h3 class="title"></h3><p class="excerpt"></p><span class="provider"></span> <span class="topics"></span></li>',
      page: PAGE_SIZE,
    },
    toItems(parse(bytes)),
  );
  let applied = "";
  /** Applies only changed settings, because each setter goes through the whole list. */
  const set = (/** @type {string} */ key, /** @type {() => void} */ apply) => {
    if (applied.includes(key)) return;
    apply();
  };
  return {
    /** @param {Question} question */
    query(question) {
      const { text, topics, notProviders, sort, page } = question;
      const [from, to] = timeRange(question);
      const keys = [`text:${text};`, `filter:${topics}:${notProviders}:${from}:${to};`, `sort:${sort};`, `page:${page};`];
      set(keys[0], () => list.search(text));
      set(keys[1], () => {
        const isUnfiltered = !topics.length && !notProviders.length && !question.from && !question.to;
        if (isUnfiltered) return void list.filter();
        list.filter((row) => {
          const item = /** @type {Item} */ (row.values());
          const hasTopic = !topics.length || item.topics.some((topic) => topics.includes(topic));
          return hasTopic && !notProviders.includes(item.provider) && item.time >= from && item.time <= to;
        });
      });
      set(keys[2], () => {
        if (sort === "newest") list.sort("time", { order: "desc" });
        if (sort === "heat") list.sort("heat", { order: "desc" });
        if (sort === "title") list.sort("title", { order: "asc" });
      });
      set(keys[3], () => list.show((page - 1) * PAGE_SIZE + 1, PAGE_SIZE));
      applied = keys.join("");
      return { total: list.matchingItems.length, first: list.visibleItems };
    },
    /** @param {{ total: number, first: { values(): { id?: string } }[] }} found */
    toAnswer: ({ total, first }) => ({ total, first: first.map((row) => /** @type {string} */ (row.values().id)), counts: null }),
  };
}
