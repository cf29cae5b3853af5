// Random feeds, the same in every run: usual ones, as sites publish them, and odd ones.

/** Returns numbers from 0 to 1 that look random (mulberry32). @param {number} seed */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS = ["harbour", "pier", "Ärger", "tide", "AT&T", "R&D", "naïve", "数据", "Привет", "مرحبا", "🚢", "it’s", "a < b", "&amp;", "&#8217;s", "&#x27;n", "&hellip;", "&nbsp;", "x{title}y", "{=id}", "C++", "$&", "İstanbul", "ǆ", "ßig", "9 lives"];
const PROVIDERS = ["Harbour Times", "Ölhafen", "  The  Pier ", "東京", "«Quay»", "3sat", "ﬁsh & co"];
const KINDS = ["article", "video", "course", "collection", "podcast", "Video", "forum", "ARTICLE"];
const DATES = ["2024-03-05T10:20:30Z", "2021-06-16T20:00:00.500+02:00", "2024-02-29 23:59:59+0000", "1999-12-31T23:59:59-11:30", "Wed, 26 Apr 2023 20:15:40 GMT", "7 Jul 2022 01:02:03 -0700", "2025-01-01T00:00:00.1234567Z", "2025-05-05T05:05:05"];
const DAYS = ["2024-03-05", "2026-11-20", "2026-11-16", "2026-11-22", "2026-11-13"];
const URLS = ["https://news.example/a b?x=1&y=2", "/relative/path", "HTTPS://Upper.Example/Ä", "https://news.example/1", "//other.example/2", "news/3#part", "http://news.example:80/4"];
const IMAGES = ["https://img.example/1.png", "/pictures/2.jpg", "https://img.example/3.webp?w=100"];
const LENGTHS = ["PT15M", "PT1H30M", "PT4M20S", "PT45S", "PT6H5S", "PT90M", "PT300S"];

/** The moment at which the tests take place. */
export const NOW = new Date("2026-11-20T10:00:00Z");

/** Dates that are shown relative to it, by their distance in minutes. */
const RECENT = [-2.5, 0.5, 30.5, 150, -23 * 60, 26 * 60, 50 * 60, 5 * 24 * 60, 7 * 24 * 60 - 1, 7 * 24 * 60 + 90];

/**
 * Returns a feed of a seed.
 * @param {number} seed
 * @param {boolean} isOdd whether it has values that few feeds have
 */
export function randomFeed(seed, isOdd) {
  const random = randomNumbers(seed);
  /** @template T @param {readonly T[]} list @returns {T} */
  const one = (list) => /** @type {T} */ (list[Math.floor(random() * list.length)]);
  /** @template T @param {number} most @param {(index: number) => T} make */
  const many = (most, make) => Array.from({ length: Math.floor(random() * (most + 1)) }, (_, index) => make(index));
  /** @template T @param {number} share @param {() => T} make @returns {T | undefined} */
  const perhaps = (share, make) => (random() < share ? make() : undefined);
  const dates = random() < 0.2 ? DAYS : DATES;
  const date = () => (dates === DATES && random() < 0.2 ? new Date(NOW.getTime() - one(RECENT) * 60_000).toISOString() : one(dates));
  const words = (/** @type {number} */ most) => [one(WORDS), ...many(most, () => one(WORDS))].join(one([" ", " ", "  ", "\n"]));
  const image = () => ({ url: one(IMAGES), width: perhaps(0.7, () => one([50, 300, 400, 800, 1280])), height: perhaps(0.7, () => one([50, 200, 630])), title: perhaps(0.3, () => words(2)), isCached: perhaps(0.3, () => true) });
  const provider = () => ({ name: one(PROVIDERS), domain: perhaps(0.6, () => one(["harbour.example", "a-b.example"])), images: perhaps(0.5, () => many(2, image)) });
  const related = () => ({ title: words(4), excerpt: perhaps(0.5, () => words(9)), publishedDateTime: perhaps(0.8, date), webUrl: perhaps(0.8, () => one(URLS)), originalUrl: perhaps(0.5, () => one(URLS)), type: perhaps(0.5, () => one(KINDS)), provider: perhaps(0.8, provider), quality: perhaps(0.3, () => 31) });
  /** @type {(index: number) => Record<string, any>} */
  const usual = (index) => ({
    id: perhaps(0.7, () => one([`id-${index}`, index * 7, ` ${index}`])),
    path: perhaps(0.3, () => `/path/${index}`),
    [one(["title", "title", "title", "headline", "name"])]: `The ${words(6)}`,
    [one(["excerpt", "summary", "description"])]: perhaps(0.8, () => words(30)),
    [one(["webUrl", "link", "url"])]: `https://news.example/${index}`,
    originalUrl: perhaps(0.3, () => one(URLS)),
    [one(["publishedDateTime", "publishedAt", "pubDate", "date"])]: perhaps(0.9, date),
    type: perhaps(0.6, () => one(KINDS)),
    category: perhaps(0.3, () => one(["news", ["a", "b"]])),
    [one(["topics", "tags"])]: perhaps(0.8, () => many(6, () => words(1))),
    authors: perhaps(0.4, () => one(["Ada Miles", ["Ada Miles", "B. Quay"], [{ name: "Ada Miles" }]])),
    quality: perhaps(0.5, () => Math.floor(random() * 200)),
    heat: perhaps(0.5, () => Math.floor(random() * 2000) - 100),
    published: perhaps(0.2, () => random() < 0.8),
    draft: perhaps(0.1, () => random() < 0.3),
    [one(["provider", "provider", "source"])]: perhaps(0.8, () => one([provider(), one(PROVIDERS)])),
    [one(["images", "image", "thumbnail"])]: perhaps(0.8, () => one([many(3, image), one(IMAGES), image()])),
    related: perhaps(0.4, () => many(5, related)),
    length: perhaps(0.2, () => one(LENGTHS)),
    price: perhaps(0.2, () => one(["Free", "€ 12"])),
    levels: perhaps(0.2, () => many(3, () => one(["Beginner", "Advanced"]))),
    members: perhaps(0.2, () => one([0, 1, 2, 1234567])),
    locale: perhaps(0.2, () => one(["en-us", "en", "de_AT", "fr"])),
    content: "<p>Not shown</p>",
  });
  const odd = [null, "", " ", 0, -1, 1.5, 1e300, true, false, {}, [], [null], [""], ["a", ["b"]], "&copy2013", "&unknownreference;", "&#150;", "&#0;", "&amp", "<b>bold</b>", "a\u0085b", "\ud800x", "x".repeat(6000), "javascript:alert(1)", "data:image/png;base64,iVBORw0KGgo=", "data:text/html,x", "self", "https://", "http://[::1]:81/x", "2023-02-30T00:00:00Z", "2024-05-06", "1682532940", 1682532940, 1682532940123, 20230426, "26.04.2023", "P1Y", "PT0S", "PT25H", "ar", "he-IL", "zh-Hant", "xx", "not a locale", "2", "800", { name: "An object" }, { label: "A label" }, { url: "x" }, [{ url: 5 }], [{ title: "Untitled?" }], [{ name: "Named" }, 7, null], "#5", "__proto__"];
  const fields = ["id", "path", "title", "excerpt", "webUrl", "originalUrl", "publishedDateTime", "type", "category", "topics", "authors", "quality", "published", "draft", "removed", "provider", "images", "related", "topItems", "length", "price", "levels", "members", "locale", "link", "date", "source", "image"];
  const count = one([3, 14, 14, 30]);
  const entries = Array.from({ length: count }, (_, index) => usual(index));
  if (isOdd) for (let changes = 1 + Math.floor(random() * 3); changes > 0; changes -= 1) one(entries)[one(fields)] = one(odd);
  if (isOdd && random() < 0.3) entries.push({ ...one(entries), title: "Repeated" });
  if (isOdd && random() < 0.1) entries.push(/** @type {any} */ (one([null, 5, "text", [], {}])));
  const next = perhaps(0.2, () => 2);
  return one([entries, { value: entries, nextPage: count > 14 ? next : null }, { articles: entries }, { items: entries, next: null }, isOdd ? { version: "https://jsonfeed.org/version/1.1", title: "Feed", items: entries } : entries]);
}
