// @ts-check
// Orama: its own text search, facets, filters and sorting. Its counts are those of the results, so a
// facet's other values count nothing once one is chosen, which is less than the others compute.
import { create, insertMultiple, search } from "@orama/orama";
import { PAGE_SIZE } from "../session.js";
import { parse, timeRange, toItems } from "./articles.js";

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
      // Enum fields are not searched, so their texts are also in text fields.
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
  const documents = toItems(parse(bytes)).map(({ article, ...item }) => ({
    ...item,
    topicWords: item.topics.join(" "),
    providerWords: item.provider,
  }));
  // In one batch, because it would pause between batches.
  await insertMultiple(database, documents, documents.length);
  return {
    /** @param {Question} question */
    query(question) {
      const [from, to] = timeRange(question);
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
        limit: PAGE_SIZE,
        offset: (question.page - 1) * PAGE_SIZE,
      }));
    },
    /** @param {any} found */
    toAnswer(found) {
      const groups = Object.entries(found.facets).map(([field, { values }]) => [field, values]);
      return {
        total: found.count,
        first: found.hits.map((/** @type {{ id: string }} */ { id }) => id),
        counts: Object.fromEntries(groups),
      };
    },
  };
}
