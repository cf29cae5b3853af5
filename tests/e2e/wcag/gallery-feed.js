// A feed with everything a card can show, including texts that are hard to lay out.

/** @param {number} n */
const day = (n) => `2021-06-${String(28 - n).padStart(2, "0")}T10:00:00Z`;

/** @param {number} n */
const related = (n) => Array.from({ length: n }, (_, m) => ({
  title: `What the harbour says about it, part ${m + 1}`, webUrl: `https://pier.example/related/${m}`,
  publishedDateTime: day(9), provider: "Harbour Board",
}));

/** The URL of an image that gallery.js lets fail. */
export const BROKEN_IMAGE = "https://broken.example/picture.png";

/** @param {string} name @param {object} [more] */
const image = (name, more) => [{ url: `https://img.example/${name}.png`, width: 160, height: 90, ...more }];

const ARTICLES = [
  {
    title: "Low tide", excerpt: "What the tide leaves behind, and who picks it up before breakfast.",
    topics: ["Sea", "Wind", "Sun", "Fog", "Rain"], provider: { name: "Pier", domain: "pier.example" },
    images: image("low", { title: "A boat on dry sand" }), related: related(5),
  },
  {
    title: "The tide tables of an institute with a very long name are read by more people than its poems",
    excerpt: "Tide tables are the institute’s best seller. ".repeat(8), topics: ["Sea", "Estuaries, mudflats and all that lies between them"],
    provider: { name: "Corran Institute for Estuaries, Mudflats and Adjacent Matters", domain: "corran.example" },
    images: [{ url: BROKEN_IMAGE, width: 160, height: 90 }],
  },
  {
    title: "High tide, filmed", type: "video", length: "PT1H15M", topics: ["Sea"], provider: "Harbour Board",
    images: image("high", { title: "High tide, filmed" }),
  },
  { title: "Tides for beginners", type: "course", price: "€ 49", levels: ["beginner"], members: 1200, topics: ["Wind"], provider: "Pier" },
  { title: "المد والجزر في الميناء القديم", excerpt: "ماذا يترك البحر tide خلفه؟", locale: "ar", topics: ["Sea"], provider: "Pier" },
  {
    title: "Gezeitenkraftwerksbetriebsgenehmigung: tide oder Tide?", excerpt: "Ein Wort für die Behörde.", locale: "de", topics: ["Wind"],
    provider: "Harbour Board", images: image("wide"),
  },
  { title: "潮の満ち引き tide", locale: "ja", topics: ["Sea"], provider: "Pier" },
  { title: "A tide without a link", webUrl: null, topics: ["Sea"] },
  { title: "A storm", topics: ["Rain"], provider: "Gale" },
  ...Array.from({ length: 6 }, (_, n) => ({ title: `Tide report ${n + 1}`, topics: ["Sea"], provider: "Harbour Board", related: related(1) })),
].map((article, n) => ({
  id: `a${n}`, webUrl: `https://pier.example/${n}`, publishedDateTime: day(n), type: "article", quality: 90 - n, heat: 12 + n,
  images: [], ...article,
}));

/** The whole feed in one document. */
export const WHOLE_FEED = { value: ARTICLES };

/** The first page of a feed that goes on. */
export const FIRST_PAGE = { value: ARTICLES.slice(0, 6), nextPage: 2 };
