// The feeds of malicious-feeds.spec.js. Injected scripts call `trap`; URLs that must never be requested
// are at forbidden.example.

/**
 * What the element reports after loading a feed.
 * @typedef {{ status: string, total: number, ids: string[], diagnostics: string[], facetCounts: Record<string, { value: string, count: number }[]> }} Report
 * @typedef {{ feed: () => Iterable<string | Buffer>, attributes?: string,
 *   check?: (report: Report, page: import("@playwright/test").Page) => void | Promise<void> }} Case
 */
import { expect } from "@playwright/test";

/** The host of the images that may be requested. */
export const IMAGE_HOST = "pictures.example";

const PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const KINDS = ["article", "video", "course", "collection", "download", "forum", "profile", "other"];

/** Harmless articles that together make the list render every element it has. */
export const BENIGN_ARTICLES = Array.from({ length: 70 }, (_, n) => ({
  id: `tame ${n}`,
  title: `Tide ${n}`,
  excerpt: n % 2 ? `About tide ${n}` : undefined,
  webUrl: n % 3 ? `https://news.example/${n}` : undefined,
  publishedDateTime: n % 4 ? `2021-06-${String(1 + (n % 28)).padStart(2, "0")}T10:00:00Z` : undefined,
  type: KINDS[n % 8],
  length: "PT15M",
  price: "Free",
  levels: ["Beginner"],
  members: 7,
  category: ["news"],
  topics: Array.from({ length: n % 7 }, (_, m) => `Topic ${n + m}`),
  provider: [{ name: `Gull ${n}` }, { name: "Tern", images: [{ url: PIXEL }] }, { domain: "tern.example", images: [{ url: "data:image/png;base64,AAAA" }] }][n % 3],
  quality: n,
  heat: 70 - n,
  locale: ["de", "ar", undefined][n % 3],
  images: [[{ url: PIXEL, width: 16, height: 9, title: "A picture", attribution: "Me" }], [{ url: "data:image/png;base64,AAAA" }], []][n % 3],
  related: Array.from({ length: n % 6 }, (_, m) => ({ title: `Related ${m}`, webUrl: m % 2 ? "https://news.example/" : undefined, provider: { name: `Gull ${m}`, images: m % 2 ? [{ url: PIXEL }] : [] }, publishedDateTime: m % 2 ? "2021-06-01" : undefined })),
}));

const MARKUP = [
  "<script>trap('script')</script>",
  "<img src=x onerror=trap('img')>",
  "<svg onload=trap('svg')><script>trap('svg script')</script></svg>",
  "<iframe src=\"https://forbidden.example/\" srcdoc=\"<script>parent.trap('srcdoc')</script>\"></iframe>",
  "\"><img src=x onerror=trap('quote')> '><img src=x onerror=trap('apostrophe')>",
  "</title></textarea></template></style><script>trap('closed')</script>",
  "<style>@import url(https://forbidden.example/style)</style><link rel=stylesheet href=https://forbidden.example/link>",
  "&lt;img src=x onerror=trap('once')&gt;",
  "&amp;lt;img src=x onerror=trap('twice')&amp;gt;",
  "&#60;img src=https://forbidden.example/decimal onerror=trap('decimal')&#62;",
  "&#x3c;script&#x3E;trap('hexadecimal')&#x3c;/script&#x3E;",
  "&amp;#60;img src=x onerror=trap('number twice')&amp;#62;",
  "<![CDATA[<script>trap('cdata')</script>]]><!--><img src=x onerror=trap('comment')>-->",
  "<math><mi//xlink:href=\"data:x,<script>trap('math')</script>\">",
  "{{trap('template')}} ${trap('literal')} #{trap('hash')} <%= trap('erb') %>",
  "javascript:trap('text')",
  "\u2028trap('line')\u2029",
];

/** An article for each markup, with it in every field. */
const markupArticles = () =>
  MARKUP.map((text, n) => ({
    id: `${n} ${text}`, title: text, excerpt: text, type: text, category: [text], topics: [text, `${text} `, `2${text}`, `3${text}`, `4${text}`],
    provider: n % 2 ? text : { name: text, domain: text, images: [{ url: PIXEL, title: text }] },
    images: [{ url: PIXEL, title: text, attribution: text, width: text, height: text }], price: text, levels: [text], length: text,
    members: text, quality: text, heat: text, locale: text, publishedDateTime: text, published: text, removed: text,
    related: [{ title: text, excerpt: text, type: text, provider: { name: text }, images: [{ url: PIXEL, title: text }], publishedDateTime: text }],
    content: text, secured: { text }, featuredContent: text, [text]: text,
  }));

const SCRIPT = "trap('address')";
const FORBIDDEN_URLS = [
  `javascript:${SCRIPT}`, `JaVaScRiPt:${SCRIPT}`, ` javascript:${SCRIPT}`, `\njavascript:${SCRIPT}`, `java\tscript:${SCRIPT}`, `java\nscript:${SCRIPT}`,
  `java\r\nscript\t:${SCRIPT}`, `\u0000javascript:${SCRIPT}`, `\u0001javascript:${SCRIPT}`, `\u001fjavascript:${SCRIPT}`, `\u0008\t\n javascript\n:\n${SCRIPT}`,
  `javascript://news.example/%0a${SCRIPT}`, `javascript:https://news.example/;${SCRIPT}`, `javascript:"http://";${SCRIPT}`,
  `data:text/html,<script>parent.${SCRIPT}</script>`, `data:text/html;base64,${Buffer.from(`<script>${SCRIPT}</script>`).toString("base64")}`, `DATA:TEXT/HTML,<script>${SCRIPT}</script>`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"/>`, `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" onload="${SCRIPT}"/>`).toString("base64")}`,
  `data:image/SVG+XML;charset=utf-8,<svg/>`, `data:image/svg+xml;image/png,<svg/>`, `data: image/svg+xml ;a="image/png",<svg/>`, `data:;image/png,x`, `data:image/png#,x`, `data:text/html;image/png,<script>${SCRIPT}</script>`,
  `data:application/xhtml+xml,<x/>`, `data:,x`, `vbscript:${SCRIPT}`, `vb\tscript:${SCRIPT}`, `blob:https://news.example/0a`, `blob:null/0a`, `file:///etc/passwd`, `filesystem:https://news.example/temporary/x`,
  `view-source:https://news.example/`, `about:blank`, `about:srcdoc`, `mailto:a@b.example`, `tel:1`, `ftp://news.example/`, `ws://news.example/`, `chrome://settings`, `intent://x#Intent;end`, `jar:https://news.example/!/`, `feed:javascript:${SCRIPT}`,
  `https:`, `http://`, `https://:80`, `http://[::1`, `https://\u0000/`, `http://%00/`, `http://1.2.3.4.5.6/`,
];

/** URLs that look malicious but are relative to the feed, or have an allowed scheme. */
const RELATIVE_URLS = ["&#106;avascript:trap(1)", "&#x6a;avascript&colon;trap(1)", "javascript&colon;trap(1)", "java&Tab;script:trap(1)", "javascript%3atrap(1)", `jav\u0000ascript:${SCRIPT}`, "java script:trap(1)", ":javascript:trap(1)", "/javascript:trap(1)", "\u00a0javascript:trap(1)", "\ufeffjavascript:trap(1)", "\u200bjavascript:trap(1)", "//news.example/x", "\\\\news.example\\x", "https:///news.example"];

/** @param {string} url */
const articleWithUrl = (url, n = 0) => ({
  id: `address ${n}`, title: `Address ${n}`, webUrl: url, originalUrl: url, images: [{ url }], provider: { name: "P", domain: url, images: [{ url }] },
  related: [{ title: "R", webUrl: url, originalUrl: url, images: [{ url }], provider: { name: "Q", images: [{ url }] } }],
});

const SPECIAL_CHARACTERS = ["\u202e", "\u202a\u202b\u202d", "\u2066\u2067\u2068", "\u2069\u202c\u2069\u202c", "\u200b\u200c\u200d\u2060\ufeff", "\u0000\u0001\u0007\u0008\u001b[31m\u007f\u0085", "\u061c\u200e\u200f", "\ufff9\ufffa\ufffb\ufffc", "\u{e0001}\u{e0041}", "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307".repeat(300), "\u{1f468}\u200d\u{1f469}\u200d".repeat(300)];
const specialCharacterArticles = () => SPECIAL_CHARACTERS.flatMap((text, n) => [text, `a${text}b`].map((text, m) => ({ id: `s${n}${m}${text}`, title: `${text}gnp.exe`, excerpt: text, type: `t${text}`, topics: [text, `t${text}`], provider: { name: `p${text}` }, category: [text], price: text, images: [{ url: PIXEL, title: text }], related: [{ title: `r${text}`, provider: text }] })));

const OBJECT_MEMBERS = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "then", "length", "null", "undefined"];
const objectMemberArticles = () => OBJECT_MEMBERS.map((name, n) => ({ id: name, title: name, topics: [name, ...OBJECT_MEMBERS], type: name, category: OBJECT_MEMBERS, provider: name, constructor: name, toString: [name], [name]: name, locale: name, related: [{ title: name, [name]: name }], n }));

/** A feed of two articles, with raw JSON in the second. @param {string} fields */
const rawJson = (fields) => () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd",${fields}}]`];
/** @param {number} levels */
const nested = (levels, start = '{"related":[', end = "]}") => start.repeat(levels) + end.repeat(levels);

/** @param {Report} report */
const isReady = ({ status }) => expect(status).toBe("ready");
/** @param {Report} report */
const isError = ({ status }) => expect(status).toBe("error");
/** @param {Report} report */
const hasBothArticles = ({ ids, status }) => expect([status, [...ids].sort()]).toEqual(["ready", ["good", "odd"]]);

/** @type {Record<string, Case>} */
export const SMALL_FEEDS = {
  "markup and scripts in every text": {
    feed: () => [JSON.stringify(markupArticles())],
    attributes: 'facets="topics,provider,type,category,levels"',
    check: ({ ids }) => void expect(ids).toHaveLength(MARKUP.length),
  },
  "markup in the texts of a JSON Feed": {
    feed: () => [JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: MARKUP[1], language: MARKUP[0], icon: "javascript:trap(1)", authors: [{ name: MARKUP[2], url: "javascript:trap(1)", avatar: "javascript:trap(1)" }], next_url: "javascript:trap(1)",
      items: MARKUP.map((text, n) => ({ id: `${n}`, url: "javascript:trap(1)", external_url: text, content_html: text + text, image: "javascript:trap(1)", banner_image: PIXEL, tags: [text], authors: [{ name: text }], date_published: text, language: text })) })],
    check: isReady,
  },
  "URLs with every other scheme": {
    feed: () => [JSON.stringify(FORBIDDEN_URLS.map(articleWithUrl))],
    check: async ({ ids }, page) => {
      expect(ids).toHaveLength(FORBIDDEN_URLS.length);
      const found = page.locator("article-cards [part~=card] :is(a, img)");
      expect(await found.evaluateAll((all) => all.map((one) => one.outerHTML))).toEqual([]);
    },
  },
  "URLs with other schemes, in character references": {
    // Character references are not decoded in URLs, so these are relative.
    feed: () => [JSON.stringify(RELATIVE_URLS.map((url, n) => ({ ...articleWithUrl(url, n), images: [], provider: "P", related: [] })))],
    check: async (_, page) => {
      const hrefs = await page.locator("article-cards [part~=card-link]").evaluateAll((links) => links.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
      expect(hrefs).toEqual(RELATIVE_URLS.map((url) => new URL(url, page.url()).href));
    },
  },
  "next pages on other origins": {
    feed: () => [JSON.stringify({ articles: [{ id: "good", title: "Good" }, { id: "odd", title: "Odd" }], next: "https://forbidden.example/2.json" })],
    check: hasBothArticles,
  },
  "a next page with another scheme": {
    feed: () => [JSON.stringify({ articles: [{ id: "good", title: "Good" }, { id: "odd", title: "Odd" }], next: "java\nscript:trap(1)" })],
    check: hasBothArticles,
  },
  "bidirectional, invisible and control characters": { feed: () => [JSON.stringify(specialCharacterArticles())], check: isReady },
  "names of JavaScript's object properties": {
    feed: () => [JSON.stringify(objectMemberArticles())],
    attributes: `facets="topics,constructor,toString,valueOf,type,provider" filter="topics=__proto__" only="topics=constructor"`,
    check: async ({ ids, facetCounts }, page) => {
      expect([...ids].sort()).toEqual([...OBJECT_MEMBERS].sort());
      expect(facetCounts["topics"]?.map(({ value, count }) => [value, count])).toEqual(expect.arrayContaining([["__proto__", OBJECT_MEMBERS.length]]));
      // The element's state must not be affected by the prototype's members.
      const result = await page.locator("article-cards").evaluate(async (/** @type {any} */ element) => {
        element.state = { filters: JSON.parse('{"__proto__": {"any": ["x"]}, "constructor": {"not": ["y"]}, "topics": {"any": ["toString"]}}') };
        await element.updateComplete;
        element.setFilter("__proto__", { any: ["x"] });
        element.setFilter("toString", "constructor");
        element.setFilter("toString", null);
        await element.updateComplete;
        return { filters: element.state.filters, article: element.article("__proto__")?.title, none: element.article("hasOwnProperty ") ?? null, polluted: /** @type {any} */ ({}).any, total: element.results.total };
      });
      expect(result.filters["topics"]).toEqual({ any: ["toString"], ...(result.filters.topics.not ? { not: [] } : {}) });
      expect([result.article, result.none, result.polluted, result.total]).toEqual(["__proto__", null, undefined, OBJECT_MEMBERS.length]);
    },
  },
  "numbers out of range": { feed: rawJson('"quality":1e999,"heat":-1e999,"members":1e-999,"images":[{"url":"https://pictures.example/1","width":1e999,"height":99999999999999999999}],"n":123456789012345678901234567890'), check: hasBothArticles },
  "lone surrogates": { feed: rawJson('"excerpt":"\\ud800 \\udc00 \\ud800\\ud800","topics":["\\udfff","\\ud800"],"provider":"\\ud83d","\\ud800":1'), check: hasBothArticles },
  "invalid UTF-8": { feed: () => [Buffer.from('[{"id":"good","title":"Good"},{"id":"odd","title":"Odd","excerpt":"\xff\xfe\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80","topics":["\x80"],"\xff":1}]', "latin1")], check: hasBothArticles },
  "duplicate keys": { feed: rawJson('"webUrl":"https://news.example/","webUrl":"javascript:trap(1)","title":"<img src=x onerror=trap(1)>","t\\u0069tle":"Odd","id":"other","id":"odd"'), check: hasBothArticles },
  "nested lists of related articles": { feed: rawJson(`"related":[{"title":"R","related":[{"title":"S","related":[${nested(50)}]}]}]`), check: hasBothArticles },
  "100,000 nested lists": { feed: () => ["[".repeat(100_000)], check: isError },
  "100,000 nested objects in an ignored field": { feed: rawJson(`"x":${nested(100_000)}`), check: isError },
  "100,000 nested levels outside of a list": { feed: () => [nested(100_000, '{"a":', "}").replace("{}", "{1}")], check: isError },
  "an HTML page": { feed: () => ["<!doctype html><script>trap('page')</script><img src=x onerror=trap('page')>"], check: isError },
  "a document truncated within markup": { feed: () => ['[{"title":"<img src=x onerror=trap(1)>'], check: isError },
};

/** A JSON list in chunks. @param {number} count @param {(n: number) => string} item */
function* jsonList(count, item, start = "[", end = "]") {
  yield start;
  for (let n = 0; n < count; n += 1_000) {
    const chunk = Array.from({ length: Math.min(1_000, count - n) }, (_, m) => item(n + m));
    yield (n ? "," : "") + chunk.join();
  }
  yield end;
}

const MEGABYTE = 1 << 20;
/** A feed of two articles, with a large value in the second. @param {string} name @param {string} value */
const largeField = (name, value) => () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd","${name}":`, value, "}]"];
const WORDS = JSON.stringify("tide and pier ".repeat((10 * MEGABYTE) / 14));
const LETTERS = JSON.stringify("a".repeat(10 * MEGABYTE));

/** @type {Record<string, Case>} */
export const LARGE_FEEDS = {
  "a title of 10 MB of words": { feed: largeField("title", WORDS), check: hasBothArticles },
  "a title of 10 MB of one word": { feed: largeField("title", LETTERS), check: hasBothArticles },
  "an excerpt of 10 MB": { feed: largeField("excerpt", WORDS), check: hasBothArticles },
  "an excerpt of 10 MB of character references": { feed: largeField("excerpt", JSON.stringify("&lt;&amp;&notit;&#8217;".repeat((10 * MEGABYTE) / 23))), check: hasBothArticles },
  "a topic of 10 MB": { feed: largeField("topics", `[${WORDS}]`), check: hasBothArticles },
  "a topic of 10 MB of one word": { feed: largeField("topics", `[${LETTERS}]`), check: hasBothArticles },
  "a provider of 10 MB": { feed: largeField("provider", WORDS), check: hasBothArticles },
  "a type of 10 MB": { feed: largeField("type", WORDS), check: hasBothArticles },
  "a price of 10 MB": { feed: largeField("price", WORDS), check: hasBothArticles },
  "the title of a related article of 10 MB": { feed: largeField("related", `[{"title":${WORDS}}]`), check: hasBothArticles },
  "a URL of 10 MB": { feed: largeField("webUrl", `"https://news.example/${"a".repeat(10 * MEGABYTE)}"`), check: hasBothArticles },
  "a URL of 10 MB of `..`": { feed: largeField("webUrl", `"https://news.example/${"../".repeat((10 * MEGABYTE) / 3)}"`), check: hasBothArticles },
  "an invalid image of 10 MB": { feed: largeField("images", `[{"url":"data:image/png;base64,${"A".repeat(10 * MEGABYTE)}"}]`), check: hasBothArticles },
  "a number of 10 MB": { feed: largeField("quality", "1".repeat(10 * MEGABYTE)), check: hasBothArticles },
  "a date of 10 MB": { feed: largeField("publishedDateTime", `"2021-06-01${" ".repeat(10 * MEGABYTE)}"`), check: hasBothArticles },
  "a duration and a language of 10 MB": { feed: largeField("length", `"P${"1".repeat(10 * MEGABYTE)}D","locale":"de-${"a".repeat(10 * MEGABYTE)}"`), check: hasBothArticles },
  "10 MB in an ignored field": { feed: largeField("x", LETTERS), check: hasBothArticles },
  "an id of 1 MB": {
    feed: () => [`[{"id":"${"i".repeat(MEGABYTE)}","title":"Odd"},{"id":"${"i".repeat(MEGABYTE)}","title":"Twice"}]`],
    check: ({ total, diagnostics }) => {
      expect(total).toBe(1);
      expect(diagnostics.map((line) => line.length < 300)).toEqual([true]);
    },
  },
  "100,000 topics in one article": { feed: largeField("topics", `[${Array.from({ length: 100_000 }, (_, n) => `"t${n}"`).join()}]`), check: hasBothArticles },
  "1,000,000 topics in all": { feed: () => jsonList(10_000, (n) => `{"id":${n},"title":"T${n}","topics":[${Array.from({ length: 100 }, (_, m) => `"t${n * 100 + m}"`).join()}]}`), check: ({ total }) => void expect(total).toBe(10_000) },
  "100,000 providers and types": { feed: () => jsonList(100_000, (n) => `{"id":${n},"title":"T${n}","provider":"p${n}","type":"k${n}"}`), check: ({ total }) => void expect(total).toBe(100_000) },
  "1,000,000 invalid articles": { feed: () => jsonList(1_000_000, () => "{}"), check: ({ status }) => void expect(status).toBe("empty") },
  "1,000,000 entries that are not objects": { feed: () => jsonList(1_000_000, () => "1"), check: ({ status }) => void expect(status).toBe("empty") },
  "300,000 articles without an id": { feed: () => jsonList(300_000, () => '{"title":"T"}'), check: ({ total }) => void expect(total).toBe(300_000) },
  "50,000 images of one article": { feed: largeField("images", `[${Array.from({ length: 50_000 }, (_, n) => `{"url":"https://pictures.example/${n}","width":${1 + (n % 4_000)},"height":9}`).join()}]`), check: hasBothArticles },
  "50,000 related articles of one article": { feed: largeField("related", `[${Array.from({ length: 50_000 }, (_, n) => `{"title":"R${n}","provider":"p${n}"}`).join()}]`), check: hasBothArticles },
  "1,000,000 keys in one article": { feed: () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd",`, Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":${n}`).join(), "}]"], check: hasBothArticles },
  "the same key 1,000,000 times": { feed: () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd"`, ',"topics":["a"]'.repeat(1_000_000), "}]"], check: hasBothArticles },
};
