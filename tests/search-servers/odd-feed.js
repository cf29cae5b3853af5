// A feed of odd texts and values: everything that a filter, a word or an order could trip over.
import { randomNumbers } from "./random-states.js";

const WORDS = [
  "tide", "Tides", "tidal", "harbour", "Harbour's", "L’économie", "Node.js", "v1.2.3", "C++", "C#", "C", "snake_case", "wi-fi", "WiFi", "Wi-Fi-Router", "Power", "Apps", "PowerApps",
  "naïve", "Straße", "STRASSE", "Ångström", "İstanbul", "ısı", "Ærø", "Œuvre", "Łódź", "привет", "Приветы", "Ёлка", "Ελλάδα", "ΟΔΟΣ", "السلام", "أحمد", "שלום", "हिन्दी", "한국어",
  "東京都庁", "日本語", "カタカナ", "プログラム", "ภาษาไทย", "3月", "café", "cafe\u0301", "🙂", "👩‍👩‍👧", "❤️", "++", "--", "&&", "||", "(or)", "[x]", "`y`", "'z'", "a:b", "x:=y", "1,5", "3.14", "10:30", "e.g.", "_", "__init__",
  "ﬁne", "Ⅷ", "𝒜lpha", "soft\u00ADhyphen", "zero\u200Bwidth", "x".repeat(70), "low", "high", "water", "boats", "boat",
];

/** Values of topics and names. */
export const VALUES = [
  "plain", "Plain", "PLAIN", "`back`tick", "``", "a, b", "a,b", "[a]", "[a,b]", "(a || b)", "a && b", ":=x", "!=x", "\"quoted\"", "'single'", "back\\slash", "\\", "*", "a*", "<b>bold</b>", "&amp;",
  "İ", "ß", "ẞ", "ΟΔΟΣ", "οδος", "οδοσ", "éclair", "ÉCLAIR", "e\u0301clair", "🙂", "x", "X", "東京", "null", "true", "0", "-1", "1..2", "facet_topics:b", "\u202Ertl", "a\u00A0b",
];

/**
 * Returns a feed as JSON.
 * @param {number} count
 * @param {number} seed
 */
export function oddFeed(count, seed) {
  const { below, pick, chance } = randomNumbers(seed);
  const text = (/** @type {number} */ most) => Array.from({ length: 1 + below(most) }, () => pick(WORDS)).join(pick([" ", " ", " ", "-", ", "]));
  const values = () => Array.from({ length: below(4) }, () => pick(VALUES));
  const day = () => `20${10 + below(15)}-0${1 + below(9)}-${10 + below(18)}`;
  const date = () => pick([day(), `${day()}T${10 + below(13)}:30:00Z`, "2020-05-05T23:30:00-05:00", "2020-03-29", "2020-03-29T00:30:00Z"]);
  const articles = Array.from({ length: count }, (_, at) => ({
    ...(chance(0.9) ? { id: pick([at, `id ${at}`, `https://harbour.example/${at}?a=\`b\`&c=[d,e]`, `ID${at}`]) } : { webUrl: `https://harbour.example/link/${at}` }),
    title: text(6),
    ...(chance(0.8) ? { excerpt: text(20) } : {}),
    ...(chance(0.85) ? { publishedDateTime: date() } : {}),
    ...(chance(0.5) ? { type: pick(["article", "Article", "video", "course", pick(VALUES)]) } : {}),
    ...(chance(0.8) ? { topics: values() } : {}),
    ...(chance(0.3) ? { category: values() } : {}),
    ...(chance(0.4) ? { authors: values() } : {}),
    ...(chance(0.7) ? { provider: { name: pick([...VALUES.slice(0, 20), text(2)]) } } : {}),
    ...(chance(0.6) ? { quality: pick([0, 1, 50, 200, below(300), Number.MAX_SAFE_INTEGER]) } : {}),
    ...(chance(0.6) ? { heat: below(5) * 40 } : {}),
    ...(chance(0.05) ? { published: false } : {}),
    ...(chance(0.03) ? { removed: true } : {}),
  }));
  return JSON.stringify(articles);
}
