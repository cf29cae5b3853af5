// Random queries about a feed, the same for the same seed.

/** @typedef {import("../../pkg/engine.js").Article} Article */
/** @typedef {import("../../package/search-engine.js").SearchRequest} SearchRequest */

/** @param {number} seed */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
  return { next, below, pick: (/** @type {readonly any[]} */ list) => list[below(list.length)], chance: (/** @type {number} */ of) => next() < of };
}

const SORTS = ["", "", "", "title", "-title", "provider", "-provider,title", "-quality", "quality", "heat,-publishedDateTime", "-heat", "position", "-position", "publishedDateTime", "-publishedDateTime"];

/** What each piece of a random text is. */
const PIECES = ["prefix", "prefix", "word", "word", "excluded", "quoted", "excluded quote", "hyphen", "odd"];
const ODD = ["C++", "C#", "“", "🙂", "++", "v1.2", "snake_case", "’", "&", "東京", "日本", "node.js"];

/**
 * Returns a generator of requests about articles.
 * @param {readonly Article[]} articles
 * @param {number} seed
 * @param {{ typos?: boolean }} [options]
 */
export function randomRequests(articles, seed, { typos = false } = {}) {
  const random = randomNumbers(seed);
  const { pick, below, chance } = random;
  const texts = articles.flatMap(({ title, excerpt, topics, authors, provider }) => [title, title, excerpt, ...(topics ?? []), ...(authors ?? []), provider?.name]);
  const lines = texts.filter((text) => typeof text === "string" && text !== "").map(String);
  const wordsOf = (/** @type {string} */ line) => line.split(/[\s"“”„]+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const values = (/** @type {string} */ field) => [...new Set(articles.flatMap((article) => {
    const value = /** @type {any} */ (article)[field];
    return Array.isArray(value) ? value : (value?.name ?? value ?? []);
  }))];
  const fields = ["topics", "provider", "type", "category", "authors"];
  const known = Object.fromEntries(fields.map((field) => [field, values(field)]));
  const days = articles.flatMap(({ publishedDateTime }) => (publishedDateTime ? [publishedDateTime.slice(0, 10)] : []));

  const piece = () => {
    const words = wordsOf(pick(lines));
    if (!words.length) return "";
    const at = below(words.length);
    const word = words[at];
    const pair = words.slice(at, at + 2 + below(2)).join(" ");
    switch (pick(PIECES)) {
      case "prefix": return word.slice(0, 1 + below(word.length));
      case "word": return typos && chance(0.5) ? misspelt(word) : word;
      case "excluded": return `-${word}`;
      case "quoted": return `"${pair}"`;
      case "excluded quote": return `-"${pair}"`;
      case "hyphen": return words.slice(at, at + 2).join("-");
      default: return pick(ODD);
    }
  };
  const misspelt = (/** @type {string} */ word) => {
    const at = below(word.length);
    return word.slice(0, at) + pick(["", "x", word[at + 1] ?? "e"]) + word.slice(at + 1);
  };
  const selection = (/** @type {string} */ field) => {
    const some = () => Array.from({ length: 1 + below(3) }, () => (chance(0.05) ? "Nobody has this" : pick(known[field])));
    return { ...(chance(0.75) ? { any: some() } : {}), ...(chance(0.3) ? { not: some() } : {}) };
  };
  const range = () => {
    const [low, high] = [below(200), below(300)].sort((one, other) => one - other);
    return pick([[low, null], [null, high], [low, high]]);
  };

  /** @returns {SearchRequest} */
  return () => {
    const query = chance(0.6) ? Array.from({ length: 1 + below(3) }, piece).filter(Boolean).join(" ") : "";
    /** @type {Record<string, any>} */
    const filters = {};
    for (const field of fields) if (known[field].length && chance(0.2)) filters[field] = selection(field);
    if (days.length && chance(0.15)) filters.from = pick(days);
    if (days.length && chance(0.15)) filters.to = pick(days);
    if (chance(0.1)) filters.quality = range();
    if (chance(0.1)) filters.heat = range();
    const facets = fields.map((field) => ({ field, operator: /** @type {"and" | "or"} */ (pick(["or", "or", "and"])) }));
    return { state: { query, sort: pick(SORTS), page: 1, filters }, only: null, facets, page: 1, pageSize: 500, locale: "en", timeZone: pick(["UTC", "Europe/Berlin", "America/New_York"]) };
  };
}
