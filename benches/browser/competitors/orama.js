// @ts-check
// Orama: text, facets, filters and sorting of its own. Its counts are those of what was found:
// a group's other values count nothing once one is chosen, which is less than the others do.
import { create, insertMultiple, search } from "@orama/orama";
import { PAGE } from "../session.js";
import { items, parse, range } from "./records.js";

/** @typedef {import("../session.js").Question} Question */

/** @type {Record<string, { property: string, order: "ASC" | "DESC" }>} */
const SORTS = {
  newest: { property: "time", order: "DESC" },
  heat: { property: "heat", order: "DESC" },
  title: { property: "title", order: "ASC" },
};

/** @param {Uint8Array} bytes */
export async function open(bytes) {
  const database = create({
    schema: {
      title: "string",
      excerpt: "string",
      // Values of a facet compare exactly and are not searched, so their words stand beside them.
      topicWords: "string",
      providerWords: "string",
      topics: "enum[]",
      provider: "enum",
      type: "enum",
      time: "number",
      heat: "number",
    },
    sort: { unsortableProperties: ["excerpt", "topicWords", "providerWords"] },
  });
  const documents = items(parse(bytes)).map(({ article, ...item }) => ({
    ...item,
    topicWords: item.topics.join(" "),
    providerWords: item.provider,
  }));
  // In one go: between batches it would wait.
  await insertMultiple(database, documents, documents.length);
  return {
    /** @param {Question} question */
    ask(question) {
      const [from, to] = range(question);
      const where = {
        ...(question.topics.length && { topics: { containsAny: question.topics } }),
        ...(question.notProviders.length && { provider: { nin: question.notProviders } }),
        ...((question.from || question.to) && { time: { between: [from, to] } }),
      };
      return search(database, /** @type {any} */ ({
        term: question.text,
        properties: ["title", "topicWords", "providerWords", "excerpt"],
        boost: { title: 8, topicWords: 4, providerWords: 2 },
        ...(Object.keys(where).length && { where }),
        facets: { topics: {}, provider: {}, type: {} },
        ...(question.sort !== "relevance" && { sortBy: SORTS[question.sort] }),
        limit: PAGE,
        offset: (question.page - 1) * PAGE,
      }));
    },
    /** @param {any} found */
    tell(found) {
      const groups = Object.entries(found.facets).map(([field, { values }]) => [field, values]);
      return {
        total: found.count,
        first: found.hits.map((/** @type {{ id: string }} */ { id }) => id),
        counts: Object.fromEntries(groups),
      };
    },
  };
}
