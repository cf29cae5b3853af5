// Asks the search engine of an element, and brings its answers into the form that the module reads.
// Loaded only by elements that have one.

/** @typedef {import("./search-engine.js").SearchEngine} SearchEngine */
/** @typedef {import("./search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("./search-engine.js").SearchAnswer} SearchAnswer */
/** @typedef {import("./search-engine.js").FacetValue} FacetValue */
/** @typedef {import("./search-engine.js").TextRanges} TextRanges */

/**
 * What an element says of itself, beside its engine.
 * @typedef {object} Surroundings
 * @property {string} facets
 * @property {string | null} locale
 * @property {string | null} timeZone
 */

/**
 * An answer as the module reads it: the articles as JSON, and marks as the ends of ranges in bytes of
 * their texts. With `error`, nothing else counts.
 * @typedef {{ error: string } | { total: number, articles: string, facets: { field: string, values: readonly FacetValue[] }[], marks: { text: string, ends: number[] }[] }} Answer
 */

/** What creates the engines that attributes name. @type {Record<string, () => Promise<(options: { url: string, apiKey: string }) => SearchEngine>>} */
const CREATE = {
  typesense: async () => (await import("./typesense.js")).createTypesense,
  opensearch: async () => (await import("./opensearch.js")).createOpenSearch,
};

/**
 * Creates the engine that an element names.
 * @param {string} name
 * @param {string} urls the server's nodes, which may be relative to the page
 * @param {string} apiKey
 * @returns {Promise<SearchEngine>}
 */
export async function createNamedEngine(name, urls, apiKey) {
  try {
    const url = urls.trim().split(/\s+/).map((url) => new URL(url, document.baseURI).href).join(" ");
    return (await CREATE[name]?.())?.({ url, apiKey }) ?? Promise.reject(new Error(`no search engine is named "${name}"`));
  } catch (cause) {
    return { search: () => Promise.reject(cause) };
  }
}

/** The client of an element's engine. */
export class SearchClient {
  #engine;
  /** @type {Surroundings} */
  #surroundings = { facets: "", locale: null, timeZone: null };

  /** @param {SearchEngine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /** @param {Surroundings} surroundings */
  update(surroundings) {
    this.#surroundings = surroundings;
  }

  /** What the engine can do. */
  get can() {
    const { searchFacetValues } = this.#engine;
    const can = this.#engine.can ?? {};
    const sorts = can.sorts === false ? "" : Array.isArray(can.sorts) ? can.sorts.join(",") : undefined;
    return {
      exclusions: can.exclusions !== false,
      ranges: can.ranges !== false,
      facetSearch: can.facetSearch !== false && typeof searchFacetValues === "function",
      sorts,
    };
  }

  /**
   * Asks the engine for articles; with `facetSearch` for the values of a field that contain a text.
   * @param {SearchRequest["state"]} state
   * @param {SearchRequest["only"]} only
   * @param {Uint32Array} paging the page, and its size
   * @param {string[]} facetSearch
   * @param {AbortSignal} signal
   * @returns {Promise<Answer>}
   */
  async ask(state, only, paging, [field, text], signal) {
    const [page = 1, pageSize = 1] = paging;
    const { locale, timeZone } = this.#surroundings;
    const facets = requestedFacets(this.#surroundings.facets);
    /** @type {SearchRequest} */
    const request = { state, only, facets, page, pageSize, locale: locale ?? undefined, timeZone: timeZone ?? undefined };
    try {
      if (typeof this.#engine.search !== "function") throw new TypeError("`engine` has no method `search`");
      if (field === undefined) return normalized(await this.#engine.search(request, { signal }), request);
      const values = await this.#engine.searchFacetValues?.(field, text ?? "", request, { signal });
      return { total: 0, articles: "[]", facets: [{ field, values: values ?? [] }], marks: [] };
    } catch (cause) {
      return { error: String(/** @type {any} */ (cause)?.message ?? cause) };
    }
  }
}

/** What a list of facets names beside fields. */
const RANGES = ["date", "quality", "heat"];

/**
 * Reads a list of facets: `topics:and,provider`. Ranges are not counted.
 * @param {string} facets
 * @returns {SearchRequest["facets"]}
 */
function requestedFacets(facets) {
  /** @type {Map<string, "and" | "or">} */
  const operators = new Map();
  for (const entry of facets.trim() === "none" ? [] : facets.split(",")) {
    const [field = "", operator = "or"] = entry.split(":").map((part) => part.trim());
    const isKnown = RANGES.includes(field) || operators.has(field);
    if (field && !isKnown && (operator === "and" || operator === "or")) operators.set(field, operator);
  }
  return [...operators].map(([field, operator]) => ({ field, operator }));
}

/**
 * @param {SearchAnswer} answer
 * @param {SearchRequest} request
 * @returns {Answer}
 */
function normalized(answer, { facets }) {
  const { articles } = answer ?? {};
  const [total, facetCounts, highlights] = [Number(answer?.total ?? NaN), answer?.facetCounts ?? {}, answer?.highlights ?? {}];
  if (!(total >= 0)) throw new TypeError("the answer of the search engine has no `total`");
  if (!Array.isArray(articles)) throw new TypeError("the `articles` in the answer of the search engine are no list");
  const marks = articles.flatMap((/** @type {any} */ article) => {
    const ranges = Object.hasOwn(highlights, article?.id) ? highlights[article.id] : undefined;
    return [marksOf(article?.title, ranges?.title), marksOf(article?.excerpt, ranges?.excerpt)].flat();
  });
  return {
    total,
    articles: JSON.stringify(articles),
    facets: facets.map(({ field }) => ({ field, values: Object.hasOwn(facetCounts, field) ? listOf(facetCounts[field] ?? [], field) : [] })),
    marks,
  };
}

/**
 * @param {readonly FacetValue[]} values
 * @param {string} field
 */
function listOf(values, field) {
  if (Array.isArray(values)) return values;
  throw new TypeError(`the counts of \`${field}\` in the answer of the search engine are no list`);
}

/**
 * Returns the ranges of a text in bytes, if there are any.
 * @param {unknown} text
 * @param {TextRanges | undefined} ranges
 */
function marksOf(text, ranges) {
  if (typeof text !== "string" || !ranges) return [];
  const bytes = (/** @type {number} */ units) => new TextEncoder().encode(text.slice(0, units)).length;
  return [{ text, ends: ranges.flatMap(([start, end]) => [bytes(start), bytes(end)]) }];
}
