// Reads a request of a list: its terms, filters and ranges, as conditions on the fields that
// `article-cards push` stores.
import { NOTHING, isFieldName, storedName, valueHash } from "./search-server.js";
import { parseTerms } from "./search-terms.js";

/** @typedef {import("./engine.js").State} State */
/** @typedef {import("./engine.js").Range} Range */
/** @typedef {import("./engine.js").Selection} Selection */
/** @typedef {import("./search-engine.js").SearchRequest} SearchRequest */
/** @typedef {import("./search-server.js").Condition} Condition */
/** @typedef {import("./search-terms.js").Term} Term */

/**
 * A request, as conditions that all must hold.
 * @typedef {object} RequestParts
 * @property {Term[]} terms those of the reader
 * @property {Term[]} fixedTerms those of the fixed filter
 * @property {Condition[]} base the fixed filter, the ranges and all exclusions
 * @property {Map<string, Condition>} selections the selected values, by field
 */

/**
 * Reads a request. Of fields in `missing`, which no article has, nothing can be selected.
 * @param {SearchRequest} request
 * @param {ReadonlySet<string>} [missing] names of stored fields
 * @returns {RequestParts}
 */
export function readRequest(request, missing = new Set()) {
  const own = readFilters(request.state, request, missing);
  const fixed = request.only ? readFilters(request.only, request, missing) : undefined;
  return {
    terms: parseTerms(request.state.query),
    fixedTerms: parseTerms(request.only?.query ?? ""),
    base: [...own.base, ...(fixed?.base ?? []), ...(fixed?.selections.values() ?? [])],
    selections: own.selections,
  };
}

/**
 * @param {State} state
 * @param {SearchRequest} request
 * @param {ReadonlySet<string>} missing
 */
function readFilters(state, request, missing) {
  /** @type {Condition[]} */
  const base = [];
  /** @type {Map<string, Condition>} */
  const selections = new Map();
  const { from, to, ...fields } = state.filters ?? {};
  if (from !== undefined || to !== undefined) base.push(dayCondition(from, to, request.timeZone));
  for (const [field, filter] of Object.entries(fields)) {
    if (Array.isArray(filter)) base.push(...rangeConditions(field, /** @type {Range} */ (filter)));
    else if (typeof filter === "object" && isFieldName(field)) {
      const { any = [], not = [] } = /** @type {Selection} */ (filter);
      const name = `key_${storedName(field)}`;
      const hashes = (/** @type {readonly string[]} */ values) => values.map((value) => valueHash(field, value));
      if (not.length && !missing.has(name)) base.push({ field: name, not: hashes(not) });
      if (!any.length) continue;
      const isAnd = request.facets.some((facet) => facet.field === field && facet.operator === "and");
      const each = hashes(any).map((value) => ({ field: name, is: [value] }));
      selections.set(field, missing.has(name) ? NOTHING : isAnd ? { all: each } : { field: name, is: hashes(any) });
    }
  }
  return { base, selections };
}

/** The greatest number that a range may have: servers store 64 bits. */
const MAX = Number.MAX_SAFE_INTEGER;

/**
 * @param {string} field
 * @param {Range} range
 * @returns {Condition[]}
 */
function rangeConditions(field, [min, max]) {
  if ((field !== "quality" && field !== "heat") || (min === null && max === null)) return [];
  const inLimits = (/** @type {number} */ number) => Math.max(-MAX, Math.min(MAX, number));
  return [{ field, ...(min === null ? {} : { least: inLimits(Math.ceil(min)) }), ...(max === null ? {} : { most: inLimits(Math.floor(max)) }) }];
}

const DAY_MS = 86_400_000;

/**
 * Returns the condition that an article is of certain days in a time zone. One that has a day without
 * a time is of this day everywhere.
 * @param {string | undefined} from
 * @param {string | undefined} to
 * @param {string | undefined} timeZone
 * @returns {Condition}
 */
function dayCondition(from, to, timeZone) {
  const [first, last] = [from, to].map((day) => (day === undefined ? undefined : Date.parse(`${day}T00:00:00Z`)));
  /** @type {{ least?: number, most?: number }} */
  const moments = {};
  /** @type {{ least?: number, most?: number }} */
  const days = {};
  if (first !== undefined && !Number.isNaN(first)) {
    moments.least = startOfDay(first, timeZone);
    days.least = first / DAY_MS;
  }
  if (last !== undefined && !Number.isNaN(last)) {
    moments.most = startOfDay(last + DAY_MS, timeZone) - 1;
    days.most = last / DAY_MS;
  }
  return { any: [{ field: "moment", ...moments }, { field: "day", ...days }] };
}

/**
 * Returns the first moment of a day in a time zone.
 * @param {number} day its start in UTC
 * @param {string | undefined} timeZone
 */
export function startOfDay(day, timeZone) {
  const format = new Intl.DateTimeFormat("en-u-ca-iso8601-nu-latn", {
    timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  });
  const local = (/** @type {number} */ moment) => {
    const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    return new Date(0).setUTCFullYear(parts.year, parts.month - 1, parts.day) + ((parts.hour * 60 + parts.minute) * 60 + parts.second) * 1000;
  };
  let start = day;
  for (let round = 0; round < 3; round++) start -= local(start) - day;
  // Where clocks skip midnight, the day starts after it.
  if (local(start) < day) start += 3_600_000 - ((day - local(start)) % 3_600_000 || 0);
  while (local(start - 1) >= day) start -= 900_000;
  return start;
}
