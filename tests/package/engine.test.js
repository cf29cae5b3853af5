// The entry point `article-cards/engine` in Node.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { createEngine } from "../../pkg/engine.js";

const FEED = [
  {
    id: "a", title: "Low &amp;amp; high tide", topics: ["Sea", "Wind"], provider: "Harbour Post",
    publishedDateTime: "2021-06-01T22:30:00Z", quality: "72", heat: 10, webUrl: "a.html",
  },
  {
    id: "b", title: "Tidings", topics: ["Sea"], type: "video", length: "PT15M",
    publishedDateTime: "2021-06-03", quality: 50,
  },
  { id: 7, title: "日本語の見出し", topics: ["Wind"], publishedDateTime: "2021-05-01T00:00:00Z" },
  { id: "draft", title: "Tide to come", published: false },
  { id: "untitled" },
];
const JSON_FEED = JSON.stringify(FEED);

/** @param {Promise<unknown>} promise @returns {Promise<import("../../pkg/engine.js").FeedError>} */
const rejection = (promise) =>
  promise.then(
    () => assert.fail("it did not reject"),
    (error) => {
      assert.ok(error instanceof Error);
      return /** @type {import("../../pkg/engine.js").FeedError} */ (error);
    },
  );

test("an object, text, bytes, a buffer and a response give the same result", async () => {
  const bytes = new TextEncoder().encode(JSON_FEED);
  const buffer = new Uint8Array(bytes.length + 9);
  buffer.set(bytes, 5);
  const sources = {
    object: FEED,
    text: JSON_FEED,
    "byte order mark": "\ufeff" + JSON_FEED,
    bytes,
    "part of a buffer": buffer.subarray(5, 5 + bytes.length),
    Buffer: Buffer.from(JSON_FEED),
    buffer: bytes.buffer,
    response: new Response(JSON_FEED),
    wrapped: { value: FEED },
  };
  const all = [];
  for (const [name, source] of Object.entries(sources)) {
    const engine = await createEngine(source, { url: "https://harbour.example/news/" });
    const { total, ids, facetCounts } = engine.query({});
    assert.deepEqual([total, ids], [3, ["b", "a", "7"]], name);
    all.push({ facetCounts, articles: engine.articles(ids), diagnostics: [...engine.diagnostics] });
    engine.free();
  }
  for (const one of all) assert.deepEqual(one, all[0]);
});

test("character references that are not compiled in are loaded when a feed has one", async () => {
  const unusual = { title: "&ngE; and \u0026fjlig;" };
  const escaped = '[{"title": "A \\u0026bigstar;"}]';
  const jsonFeed = '{"version": "https://jsonfeed.org/version/1.1", "title": "Star &bigstar;", "items": [{"id": "1", "title": "x"}]}';
  /** @type {[import("../../pkg/engine.js").FeedSource, string][]} */
  const feeds = [[unusual, "≧̸ and fj"], [JSON.stringify([unusual]), "≧̸ and fj"], [escaped, "A ★"], [new Response(escaped), "A ★"]];
  for (const [feed, title] of feeds) {
    const engine = await createEngine(feed);
    assert.equal(engine.articles(engine.query().ids)[0]?.title, title);
    assert.deepEqual([...engine.diagnostics], []);
    engine.free();
  }
  const engine = await createEngine(jsonFeed);
  assert.equal(engine.articles(engine.query().ids)[0]?.provider?.name, "Star ★");
});

test("articles are normalised, and mapped fields keep the names of the mapping", async () => {
  const engine = await createEngine(
    [
      {
        id: 5, name: "  A &lt;b&gt;\n title ", summary: "AT&amp;T &amp;copy;", webUrl: "/a?b", originalUrl: "javascript:1",
        publishedDateTime: "2023-04-26 18:15:40 +0200", categories: ["x", "x", " "], tags: ["T"], quality: "72", heat: -1,
        provider: { name: "P", domain: "P.example", images: [{ url: "/p.png" }] },
        images: [{ url: "/i.png", width: 0, height: "9", title: "&quot;I&quot;", isCached: true }],
        topItems: [{ title: "R &amp; r", webUrl: "/r", secured: "s" }],
        length: "PT90S", price: "Free", levels: ["L"], members: "12", locale: "en", area: ["N", "S"],
        secured: "never", content: "never", featuredContent: "never",
      },
    ],
    { url: "https://harbour.example/", mapping: { region: "area", hidden: "content" } },
  );
  const [article] = engine.articles(["5"]);
  assert.deepEqual(article, {
    id: "5",
    title: "A <b> title",
    excerpt: "AT&T &copy;",
    webUrl: "https://harbour.example/a?b",
    publishedDateTime: "2023-04-26T16:15:40Z",
    type: "article",
    category: ["x"],
    topics: ["T"],
    quality: 72,
    published: true,
    provider: { name: "P", domain: "p.example", images: [{ url: "https://harbour.example/p.png" }] },
    images: [{ url: "https://harbour.example/i.png", height: 9, title: '"I"', isCached: true }],
    related: [{ title: "R & r", webUrl: "https://harbour.example/r", type: "article" }],
    length: "PT1M30S",
    price: "Free",
    levels: ["L"],
    members: 12,
    locale: "en",
    region: ["N", "S"],
  });
  assert.doesNotMatch(JSON.stringify(article), /never/);
});

test("articles returns them in the order of the ids, without unknown ones", async () => {
  const engine = await createEngine(FEED);
  const ids = (/** @type {any} */ wanted) => engine.articles(wanted).map((article) => article.id);
  assert.deepEqual(ids(["7", "nobody", "a", "7"]), ["7", "a", "7"]);
  assert.deepEqual(ids(new Set(["b", "a"])), ["b", "a"]);
  assert.deepEqual(ids("b"), ["b"]);
  assert.deepEqual(ids([7, null, {}, undefined, "draft"]), []);
  assert.deepEqual(ids([]), []);
  const [first, again] = [engine.articles(["a"])[0], engine.articles(["a"])[0]];
  assert.notEqual(first, again);
});

test("unpublished articles are found only with withUnpublished", async () => {
  const engine = await createEngine(FEED, { withUnpublished: true });
  assert.equal(engine.query().total, 4);
  assert.equal(engine.articles(["draft"])[0]?.published, false);
});

test("diagnostics has the first thousand and the count of all", async () => {
  const engine = await createEngine(FEED);
  assert.deepEqual([...engine.diagnostics], [
    { index: 0, path: "webUrl", message: "not an http(s) URL" },
    { index: 4, path: "title", message: "missing: the article is skipped" },
  ]);
  assert.equal(engine.diagnostics.count, 2);
  assert.equal(engine.diagnostics, engine.diagnostics);
  const many = await createEngine(Array.from({ length: 1500 }, () => ({})));
  assert.equal(many.diagnostics.length, 1000);
  assert.equal(many.diagnostics.count, 1500);
  const next = await createEngine({ value: [{ title: "a" }], nextPage: 2 });
  assert.equal(next.diagnostics[0]?.index, null);
});

test("URLs are relative to the response's URL or to the url option", async () => {
  const response = () => Object.defineProperty(new Response(JSON_FEED), "url", { value: "https://own.example/x/y.json" });
  const link = async (/** @type {any} */ options) => (await createEngine(response(), options)).articles("a")[0]?.webUrl;
  assert.equal(await link({}), "https://own.example/x/a.html");
  assert.equal(await link({ url: "https://other.example/" }), "https://other.example/a.html");
  assert.equal(await link({ url: new URL("https://other.example/z/") }), "https://other.example/z/a.html");
  assert.equal(await link({ url: 5 }), "https://own.example/x/a.html");
});

test("an invalid feed rejects with kind, position and message", async () => {
  const parse = await rejection(createEngine('[\n{"title": }]', { url: "https://harbour.example/f.json" }));
  assert.deepEqual(
    [parse.kind, parse.url, parse.line, parse.column],
    ["parse", "https://harbour.example/f.json", 2, 11],
  );
  assert.match(parse.message, /^https:\/\/harbour\.example\/f\.json: not JSON: .* line 2 column 11$/);
  // Errors within the document, at its end, and in its shape.
  for (const feed of ["[1 2]", "[1, ", '{"a": 1}']) {
    const { url } = await rejection(createEngine(feed, { url: "HTTPS://Harbour.example/a b.json" }));
    assert.equal(url, "https://harbour.example/a%20b.json", feed);
  }
  /** @type {[any, string, RegExp][]} */
  const wrong = [
    ["", "parse", /empty/],
    ["<!doctype html>", "parse", /HTML/],
    ["5", "shape", /a number/],
    [{ a: 1 }, "shape", /the keys a /],
    [5, "shape", /a number/],
    [null, "shape", /null/],
    [undefined, "shape", /null/],
    [() => 1, "shape", /Function/],
    [Symbol("s"), "shape", /Symbol/],
    ["[".repeat(100_000), "parse", /nested|deep|ends/],
    [{ get articles() { throw new Error("sealed"); } }, "shape", /sealed/],
  ];
  const loop = { title: "a", related: /** @type {unknown[]} */ ([]) };
  loop.related.push(loop);
  wrong.push([[{ title: "deep", related: [nested(200)] }], "shape", /128/]);
  wrong.push([loop, "shape", /128/]);
  for (const [feed, kind, message] of wrong) {
    const error = await rejection(createEngine(feed));
    assert.equal(error.kind, kind, error.message);
    assert.match(error.message, message);
  }
});

test("a value is read as JSON.stringify writes it", async () => {
  /** @type {any} */
  const article = {
    id: 12, title: "a", quality: 7.0, heat: 1e21, price: 0.5, topics: ["x", , new Date(0), new Set(["y"]), 'say "\\"'],
    webUrl: undefined, length: Object("PT1M"), images: new Float64Array(3), provider: { name: "P", toJSON: () => "Q" },
    publishedDateTime: new Date(0), excerpt: () => 1, locale: Symbol("en"), members: NaN,
  };
  const engine = await createEngine({ articles: [article, { title: "\ud800" }] });
  const topics = ["x", "1970-01-01T00:00:00.000Z", 'say "\\"'];
  assert.deepEqual(engine.articles(["12", "#1"]), [
    {
      id: "12", title: "a", publishedDateTime: "1970-01-01T00:00:00Z", type: "article", topics, quality: 7, published: true,
      provider: { name: "Q" }, length: "PT1M", price: "0.5",
    },
    { id: "#1", title: "\ufffd", type: "article", published: true },
  ]);
  const paths = [...engine.diagnostics].map(({ path }) => path).sort();
  assert.deepEqual(paths, ["heat", "images.url", "topics[3]"]);
});

/** @param {number} levels @returns {object} */
function nested(levels) {
  return levels === 0 ? { title: "x" } : { title: "x", provider: { images: [nested(levels - 1)] } };
}

test("a document that is cut off is read as far as it arrived", async () => {
  const text = '[{"title": "A", "quality": "x"},\n{"title": "B"},\n{"title": "C';
  for (const feed of [text, new Response(text)]) {
    const engine = await createEngine(feed);
    const { total, ids } = engine.query({});
    assert.deepEqual([total, engine.articles(ids).map(({ title }) => title)], [2, ["A", "B"]]);
    const [cutOff, invalid] = engine.diagnostics;
    assert.deepEqual([engine.diagnostics.count, cutOff.index, cutOff.path, invalid.index], [2, null, "", 0]);
    assert.match(cutOff.message, /ends too early.*line 3 column 12: only the articles before are read$/);
    engine.free();
  }
  assert.equal((await rejection(createEngine('[{"title": "A'))).kind, "parse");
});

test("a feed above maxBytes rejects, a response without reading the rest", async () => {
  for (const feed of [JSON_FEED, Buffer.from(JSON_FEED), new Response(JSON_FEED)]) {
    assert.equal((await rejection(createEngine(feed, { maxBytes: 100 }))).kind, "size");
  }
  let pulled = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => { pulled += 1; controller.enqueue(new Uint8Array(1024).fill(32)); },
    cancel: () => { cancelled = true; },
  });
  const error = await rejection(createEngine(new Response(endless), { maxBytes: 10_000 }));
  assert.match(error.message, /more than 10000 bytes/);
  assert.ok(pulled < 20 && cancelled, `${pulled}`);
  for (const maxBytes of [0, -5, NaN, Infinity, "9", null]) {
    const options = /** @type {any} */ ({ maxBytes });
    assert.equal((await createEngine(JSON_FEED, options)).query().total, 3, String(maxBytes));
  }
});

test("a failed, aborted or consumed response rejects", async () => {
  const http = await rejection(createEngine(new Response("no", { status: 503 })));
  assert.deepEqual([http.kind, http.status], ["http", 503]);
  const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError("terminated")) });
  const network = await rejection(createEngine(new Response(broken)));
  assert.equal(network.kind, "network");
  assert.match(network.message, /terminated/);
  const used = new Response(JSON_FEED);
  await used.text();
  assert.ok(["network", "parse"].includes((await rejection(createEngine(used))).kind));
});

test("the facets option selects fields and how their values are combined", async () => {
  const fields = async (/** @type {any} */ facets) =>
    Object.keys((await createEngine(FEED, { facets })).query().facetCounts);
  assert.deepEqual(await fields(undefined), ["topics", "provider", "type"]);
  assert.deepEqual(await fields("type, topics:and"), ["type", "topics"]);
  assert.deepEqual(await fields(["topics:and", "provider"]), ["topics", "provider"]);
  assert.deepEqual(await fields("none"), []);
  assert.deepEqual(await fields([]), []);
  for (const absent of [null, 5, {}, "", "!", [5]]) {
    assert.deepEqual(await fields(absent), ["topics", "provider", "type"], JSON.stringify(absent));
  }
  const topics = { filters: { topics: { any: ["Sea", "Wind"] } } };
  const or = await createEngine(FEED, { facets: "topics" });
  const and = await createEngine(FEED, { facets: "topics:and" });
  assert.deepEqual([or.query(topics).total, and.query(topics).total], [3, 1]);
  assert.deepEqual(and.query({ filters: { topics: { not: ["Sea"] } } }).facetCounts, {
    topics: [
      { value: "Wind", count: 1, selected: false, excluded: false },
      { value: "Sea", count: 0, selected: false, excluded: true },
    ],
  });
});

test("queries accept states, and ignore invalid parts", async () => {
  const engine = await createEngine(FEED, { timeZone: "UTC", mapping: { region: "area" } });
  const ids = (/** @type {any} */ state) => engine.query(state).ids;
  const all = ["b", "a", "7"];
  assert.deepEqual(ids({ query: "tid", sort: "-quality" }), ["a", "b"]);
  assert.deepEqual(ids("q=tid&sort=-quality"), ["a", "b"]);
  assert.deepEqual(ids({ query: "日本" }), ["7"]);
  assert.deepEqual(ids({ filters: { quality: [50.5, null] } }), ["a"]);
  assert.deepEqual(ids({ filters: { quality: [null, 71.9] } }), ["b"]);
  assert.deepEqual(ids({ filters: { quality: [49.01, 50] } }), ["b"]);
  assert.deepEqual(ids({ filters: { quality: [Infinity, null] } }), []);
  assert.deepEqual(ids({ filters: { from: "2021-06-02" } }), ["b"]);
  assert.deepEqual(ids({ filters: { to: " 2021-06-01 " } }), ["a", "7"]);
  assert.deepEqual(ids({ page: 9 }), all);
  const nothing = [
    undefined, null, 5, true, [], () => 1, Symbol("s"), new Date(), "",
    { query: 5, sort: ["title"], page: "2", filters: "topics=Sea" },
    { sort: "size" },
    { filters: { from: "2021-06-31", to: new Date(), quality: [NaN, NaN], heat: ["1", {}] } },
    { filters: { quality: 50, heat: "50..", topics: ["Sea"], provider: { any: "Hack" }, type: null } },
    { filters: { quality: [-Infinity, Infinity], id: { any: ["a"] }, colour: { any: ["red"] } } },
    { filters: { topics: { any: [5, null, " "], not: {} }, from: "2021-06-03T00:00:00Z" } },
    { get query() { throw new Error("sealed"); }, get filters() { throw new Error("sealed"); } },
    new Proxy({}, { get: () => { throw new Error("sealed"); } }),
  ];
  for (const state of nothing) assert.deepEqual(ids(state), all);
});

test("dates are days of the time zone", async () => {
  const total = async (/** @type {string} */ timeZone) =>
    (await createEngine(FEED, { timeZone })).query("from=2021-06-02&to=2021-06-02").total;
  assert.deepEqual([await total("UTC"), await total("Europe/Berlin")], [0, 1]);
});

test("titles are sorted by the locale", async () => {
  const titles = ["Zebra", "Ärger", "Item 10", "Item 9"].map((title) => ({ id: title, title }));
  const sorted = async (/** @type {string} */ locale) =>
    (await createEngine(titles, { locale })).query({ sort: "title" }).ids;
  assert.deepEqual(await sorted("de"), ["Ärger", "Item 9", "Item 10", "Zebra"]);
  assert.deepEqual(await sorted("sv"), ["Item 9", "Item 10", "Zebra", "Ärger"]);
});

test("numbers and texts of a mapping are sort keys", async () => {
  const items = [["a", 10, "Part 10"], ["b", "9.5", "part 9"], ["c", null, null], ["d", -2, "Fog"]];
  const feed = items.map(([id, amount, place]) => ({ id, title: id, offer: { amount }, place }));
  const engine = await createEngine(feed, { locale: "en", mapping: { price: "offer.amount", region: "place" } });
  const ids = (/** @type {any} */ state) => engine.query(state).ids.join("");
  assert.deepEqual([ids({ sort: "price" }), ids({ sort: "-price" })], ["dbac", "abdc"]);
  assert.deepEqual([ids("sort=region"), ids("sort=-region")], ["dbac", "abdc"]);
  // Not in the mapping.
  assert.equal(ids({ sort: "-amount,-title" }), "dcba");
});

test("ids are computed on first access, and stay correct", async () => {
  const engine = await createEngine(FEED);
  const state = { query: "tid", sort: "title", filters: { topics: { any: ["Sea"] } } };
  const result = engine.query(state);
  const unread = engine.query(state);
  assert.equal(typeof Object.getOwnPropertyDescriptor(result, "ids")?.get, "function");
  state.query = "nothing";
  state.filters.topics.any.push("Wind");
  engine.query({ query: "日本" }).ids;
  const { ids } = result;
  assert.deepEqual(ids, ["a", "b"]);
  assert.equal(result.ids, ids);
  assert.equal(result.total, ids.length);
  assert.ok(result.tookMs >= 0 && result.tookMs < 60_000);
  engine.free();
  assert.equal(result.ids, ids);
  assert.throws(() => unread.ids, /freed/);
});

test("ids are returned unchanged, whatever characters they have", async () => {
  for (const ids of [["a"], ["[1]", "[2]"], ["a\nb", "c", "\nd"], ["c", "[\n"], [" x ", "\u0000", '"', "\\", "😀\u2028"]]) {
    const engine = await createEngine(ids.map((id) => ({ id, title: "A title" })));
    assert.deepEqual(engine.query({ sort: "position" }).ids, ids);
    assert.deepEqual(engine.query({ query: "nothing" }).ids, []);
    engine.free();
  }
});

test("a freed engine throws", async () => {
  const engine = await createEngine(FEED);
  const other = await createEngine(FEED);
  engine.free();
  engine.free();
  for (const use of [() => engine.query({}), () => engine.articles(["a"]), () => engine.diagnostics]) {
    assert.throws(use, { name: "Error", message: "this engine was freed" });
  }
  assert.equal(other.query().total, 3);
});

test("an engine that crashed throws, and other engines keep working", async () => {
  const [engine, other] = [await createEngine(FEED), await createEngine(FEED)];
  const unread = engine.query();
  const { normalize } = String.prototype;
  String.prototype.normalize = () => { throw new Error("no tables"); };
  try {
    // The exception passes through the module.
    assert.throws(() => engine.query({ query: "ﾀﾜｰ" }), /this engine crashed/);
  } finally {
    String.prototype.normalize = normalize;
  }
  assert.throws(() => engine.query(), /this engine crashed/);
  assert.throws(() => unread.ids, /this engine crashed/);
  assert.deepEqual(other.query({ query: "日本" }).ids, ["7"]);
  assert.equal((await createEngine(FEED)).query().total, 3);
});

test("a query without stack space crashes at most its own engine", async () => {
  const [engine, other] = [await createEngine(FEED), await createEngine(FEED)];
  const deeper = () => {
    try {
      deeper();
    } catch {
      engine.query({ query: "tide -\"low high\"", sort: "title" });
    }
  };
  try {
    deeper();
  } catch (error) {
    assert.ok(error instanceof Error);
  }
  try {
    assert.equal(engine.query().total, 3);
  } catch (error) {
    assert.match(String(error), /this engine crashed/);
  }
  assert.equal(other.query({ query: "tide" }).total, 1);
});

const RSS = `<?xml version="1.0" encoding="windows-1252"?><rss version="2.0"><channel>
  <title>Harbour Post</title><language>en</language>
  <item><title>Fish & chips</title><link>/a</link><pubDate>Wed, 26 Apr 2023 20:15:40 CEST</pubDate></item>
  <item><title>Caf\u00e9</title><category>Sea</category></item>
</channel></rss>`;

test("RSS and Atom are read by a module of their own", async () => {
  const bytes = Uint8Array.from(RSS, (char) => char.charCodeAt(0));
  const url = "https://harbour.example/news/feed.xml";
  // A mapping is for JSON.
  for (const feed of [bytes, new Response(bytes)]) {
    const engine = await createEngine(feed, { url, mapping: { title: "excerpt" } });
    const { ids } = engine.query({});
    const [first, second] = engine.articles(ids);
    assert.equal(first?.title, "Fish & chips");
    assert.equal(first.webUrl, "https://harbour.example/a");
    assert.equal(first.publishedDateTime, "2023-04-26T18:15:40Z");
    assert.equal(first.provider?.name, "Harbour Post");
    assert.deepEqual([second?.title, second?.topics, second?.locale], ["Caf\u00e9", ["Sea"], "en"]);
    assert.deepEqual([...engine.diagnostics], [{ index: 0, path: "", message: "an `&` that begins no reference, at line 3" }]);
    assert.equal(engine.query({ query: "chips" }).total, 1);
    engine.free();
  }
  const atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title>Ebb</title></entry></feed>';
  const engine = await createEngine(` \n${atom}`);
  assert.deepEqual(engine.query({}).ids, ["1"]);
});

const HARBOUR = "https://harbour.example";
/** Of each file: its articles, each as title, link, date and picture as far as it has them. */
const FAULTY = {
  "bare-ampersand": [`Fish & chips ${HARBOUR}/?a=1&b=2`, `Spring tide ${HARBOUR}/tide`],
  "blank-line-before-declaration": [`Spring tide ${HARBOUR}/tide`],
  "dates-of-feeds": [
    "Sun, 6 September 2009 16:20:00 +0000 2009-09-06T16:20:00Z", "Mon, 25 Jan 2016 1:35:20 -0800 2016-01-25T09:35:20Z",
    "Mon, May 25 2020 04:45:26 +0000 2020-05-25T04:45:26Z", "Thursday, 12 Sep 2024 10:00:00 GMT 2024-09-12T10:00:00Z",
    "Tues, 10 Sept 2024 10:00:00 GMT 2024-09-10T10:00:00Z", "Thu, 12 Sep 2024 2024-09-12",
    "Thu, 12 Sep 2024 10:00:00 GMT+2 2024-09-12T08:00:00Z", "mer, 16 nov 2022 00:38:15 +0100 2022-11-15T23:38:15Z",
    "Friday, January 29, 2021 04:42 PM 2021-01-29T16:42:00Z", "2020/1/10 14:33:00 2020-01-10T14:33:00Z",
    "Thu Sep 12 10:00:00 UTC 2024 2024-09-12T10:00:00Z",
  ],
  "dates-with-named-zones": [
    "CET 2024-01-12T09:00:00Z", "CEST 2024-01-12T08:00:00Z", "BST 2024-01-12T09:00:00Z", "IST 2024-01-12T04:30:00Z",
    "JST 2024-01-12T01:00:00Z", "AEST 2024-01-12T00:00:00Z", "MSK 2024-01-12T07:00:00Z",
  ],
  "html-entity": ["Spring tide"],
  "image-in-html": [`Spring tide ${HARBOUR}/tide ${HARBOUR}/t.jpg`],
  "item-without-title": [`Boats lie dry & quiet. ${HARBOUR}/1`],
  "number-146": ["Don\u2019t wait"],
  "one-guid-for-all": [`Ebb ${HARBOUR}/ebb`, `Flood ${HARBOUR}/flood`],
  "podcast-cover": [`Spring tide ${HARBOUR}/tide`],
  "relative-link-no-base": [`Spring tide ${HARBOUR}/tide ${HARBOUR}/t.jpg`],
  "rss-in-another-namespace": [`Spring tide ${HARBOUR}/tide`],
  "tags-in-rss-title": ["A high spring tide", "The <table> element"],
  "undeclared-prefix": [`Spring tide ${HARBOUR}/tide`],
  "windows-1252-without-declaration": ["Caf\u00e9 \u201cTide\u201d"],
  "xhtml-words": ["H2O in Spring"],
  "xml-base": [`Spring tide ${HARBOUR}/blog/tide`],
  youtube: ["Spring tide https://www.youtube.com/watch?v=abc https://i.ytimg.com/vi/abc/hqdefault.jpg"],
};

test("faulty XML is read as by the command", async () => {
  const folder = new URL("../fixtures/faults/", import.meta.url);
  assert.deepEqual(readdirSync(folder).sort(), Object.keys(FAULTY).sort().map((name) => `${name}.xml`));
  for (const [name, expected] of Object.entries(FAULTY)) {
    const engine = await createEngine(readFileSync(new URL(`${name}.xml`, folder)));
    const articles = engine.articles(engine.query({ sort: "position" }).ids);
    const summaries = articles.map(({ title, webUrl, publishedDateTime, images }) => [title, webUrl, publishedDateTime, images?.[0]?.url]);
    assert.deepEqual(summaries.map((summary) => summary.filter((value) => value).join(" ")), expected, name);
    engine.free();
  }
});

test("XML that is cut off shows what came, and its text may have unusual character references", async () => {
  const cutOff = "<rss><channel><item><title>Star &bigstar;</title><description>&lt;p>1 &amp;ngE; 2</description></item><item><title>Lost";
  const engine = await createEngine(cutOff);
  const articles = engine.articles(engine.query().ids);
  assert.deepEqual(articles.map(({ title, excerpt }) => [title, excerpt]), [["Star \u2605", "1 \u2267\u0338 2"]]);
  assert.deepEqual([...engine.diagnostics].map(({ index, message }) => [index, message]), [
    [0, "`&bigstar;` is a reference of HTML, not of XML, at line 1"],
    [null, "the document ends inside of <title>, at line 1"],
  ]);
});

test("XML that is no feed is an error", async () => {
  const error = await rejection(createEngine("<!doctype html><html></html>", { url: "https://x.example/" }));
  assert.deepEqual([error.kind, error.url, error.line, error.column], ["parse", "https://x.example/", 1, 16]);
  assert.match(error.message, /^https:\/\/x\.example\/: no known feed: a page of HTML/);
  const page = await rejection(createEngine("<html>"));
  assert.deepEqual([page.kind, page.url], ["parse", undefined]);
  assert.match(page.message, /^no known feed: a page of HTML .*, at line 1 column 1$/);
  const tooDeep = await rejection(createEngine(`<rss>${"<a>".repeat(200)}`));
  assert.deepEqual([tooDeep.kind, tooDeep.line], ["parse", 1]);
  assert.equal((await rejection(createEngine("<!-- -->"))).kind, "parse");
  const tooLarge = await rejection(createEngine(RSS, { maxBytes: 100 }));
  assert.equal(tooLarge.kind, "size");
});
