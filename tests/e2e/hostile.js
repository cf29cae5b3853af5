// The feeds of hostile.spec.js. What of them runs would call `trap`; what should never be asked for is at
// forbidden.example.

/**
 * What the page says of a feed.
 * @typedef {{ status: string, total: number, ids: string[], diagnostics: string[], facetCounts: Record<string, { value: string, count: number }[]> }} Found
 * @typedef {{ feed: () => Iterable<string | Buffer>, attributes?: string,
 *   check?: (found: Found, page: import("@playwright/test").Page) => void | Promise<void> }} Case
 */
import { expect } from "@playwright/test";

/** The host that pictures are at. */
export const PICTURES = "pictures.example";

const PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const KINDS = ["article", "video", "course", "collection", "download", "forum", "profile", "other"];

/** A feed that shows all that there is. */
export const TAME = Array.from({ length: 70 }, (_, n) => ({
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

/** Each in all fields of an article. */
const markup = () =>
  MARKUP.map((text, n) => ({
    id: `${n} ${text}`, title: text, excerpt: text, type: text, category: [text], topics: [text, `${text} `, `2${text}`, `3${text}`, `4${text}`],
    provider: n % 2 ? text : { name: text, domain: text, images: [{ url: PIXEL, title: text }] },
    images: [{ url: PIXEL, title: text, attribution: text, width: text, height: text }], price: text, levels: [text], length: text,
    members: text, quality: text, heat: text, locale: text, publishedDateTime: text, published: text, removed: text,
    related: [{ title: text, excerpt: text, type: text, provider: { name: text }, images: [{ url: PIXEL, title: text }], publishedDateTime: text }],
    content: text, secured: { text }, featuredContent: text, [text]: text,
  }));

const SCRIPT = "trap('address')";
const ADDRESSES = [
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

/** Addresses below the feed's own, or of its kind, although they may not look so. */
const RELATIVE = ["&#106;avascript:trap(1)", "&#x6a;avascript&colon;trap(1)", "javascript&colon;trap(1)", "java&Tab;script:trap(1)", "javascript%3atrap(1)", `jav\u0000ascript:${SCRIPT}`, "java script:trap(1)", ":javascript:trap(1)", "/javascript:trap(1)", "\u00a0javascript:trap(1)", "\ufeffjavascript:trap(1)", "\u200bjavascript:trap(1)", "//news.example/x", "\\\\news.example\\x", "https:///news.example"];

/** @param {string} url */
const addressed = (url, n = 0) => ({
  id: `address ${n}`, title: `Address ${n}`, webUrl: url, originalUrl: url, images: [{ url }], provider: { name: "P", domain: url, images: [{ url }] },
  related: [{ title: "R", webUrl: url, originalUrl: url, images: [{ url }], provider: { name: "Q", images: [{ url }] } }],
});

const STRANGE = ["\u202e", "\u202a\u202b\u202d", "\u2066\u2067\u2068", "\u2069\u202c\u2069\u202c", "\u200b\u200c\u200d\u2060\ufeff", "\u0000\u0001\u0007\u0008\u001b[31m\u007f\u0085", "\u061c\u200e\u200f", "\ufff9\ufffa\ufffb\ufffc", "\u{e0001}\u{e0041}", "Z\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307".repeat(300), "\u{1f468}\u200d\u{1f469}\u200d".repeat(300)];
const strange = () => STRANGE.flatMap((text, n) => [text, `a${text}b`].map((text, m) => ({ id: `s${n}${m}${text}`, title: `${text}gnp.exe`, excerpt: text, type: `t${text}`, topics: [text, `t${text}`], provider: { name: `p${text}` }, category: [text], price: text, images: [{ url: PIXEL, title: text }], related: [{ title: `r${text}`, provider: text }] })));

const NAMES = ["__proto__", "constructor", "prototype", "toString", "valueOf", "hasOwnProperty", "__defineGetter__", "then", "length", "null", "undefined"];
const named = () => NAMES.map((name, n) => ({ id: name, title: name, topics: [name, ...NAMES], type: name, category: NAMES, provider: name, constructor: name, toString: [name], [name]: name, locale: name, related: [{ title: name, [name]: name }], n }));

/** JSON that no object would give. @param {string} inside */
const raw = (inside) => () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd",${inside}}]`];
/** @param {number} levels */
const nested = (levels, start = '{"related":[', end = "]}") => start.repeat(levels) + end.repeat(levels);

/** @param {Found} found */
const isReady = ({ status }) => expect(status).toBe("ready");
/** @param {Found} found */
const isError = ({ status }) => expect(status).toBe("error");
/** @param {Found} found */
const both = ({ ids, status }) => expect([status, [...ids].sort()]).toEqual(["ready", ["good", "odd"]]);

/** @type {Record<string, Case>} */
export const ODD = {
  "markup and scripts in every text": {
    feed: () => [JSON.stringify(markup())],
    attributes: 'facets="topics,provider,type,category,levels"',
    check: ({ ids }) => void expect(ids).toHaveLength(MARKUP.length),
  },
  "markup in the texts of a JSON Feed": {
    feed: () => [JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: MARKUP[1], language: MARKUP[0], icon: "javascript:trap(1)", authors: [{ name: MARKUP[2], url: "javascript:trap(1)", avatar: "javascript:trap(1)" }], next_url: "javascript:trap(1)",
      items: MARKUP.map((text, n) => ({ id: `${n}`, url: "javascript:trap(1)", external_url: text, content_html: text + text, image: "javascript:trap(1)", banner_image: PIXEL, tags: [text], authors: [{ name: text }], date_published: text, language: text })) })],
    check: isReady,
  },
  "addresses of every other scheme": {
    feed: () => [JSON.stringify(ADDRESSES.map(addressed))],
    check: async ({ ids }, page) => {
      expect(ids).toHaveLength(ADDRESSES.length);
      const found = page.locator("article-cards [part~=card] :is(a, img)");
      expect(await found.evaluateAll((all) => all.map((one) => one.outerHTML))).toEqual([]);
    },
  },
  "addresses of other schemes behind references": {
    // In an address they are no references, so that these are relative ones.
    feed: () => [JSON.stringify(RELATIVE.map((url, n) => ({ ...addressed(url, n), images: [], provider: "P", related: [] })))],
    check: async (_, page) => {
      const hrefs = await page.locator("article-cards [part~=card-link]").evaluateAll((links) => links.map((link) => /** @type {HTMLAnchorElement} */ (link).href));
      expect(hrefs).toEqual(RELATIVE.map((url) => new URL(url, page.url()).href));
    },
  },
  "next pages that lead elsewhere": {
    feed: () => [JSON.stringify({ articles: [{ id: "good", title: "Good" }, { id: "odd", title: "Odd" }], next: "https://forbidden.example/2.json" })],
    check: both,
  },
  "a next page of another scheme": {
    feed: () => [JSON.stringify({ articles: [{ id: "good", title: "Good" }, { id: "odd", title: "Odd" }], next: "java\nscript:trap(1)" })],
    check: both,
  },
  "characters that turn, hide and control": { feed: () => [JSON.stringify(strange())], check: isReady },
  "names that objects of a script have": {
    feed: () => [JSON.stringify(named())],
    attributes: `facets="topics,constructor,toString,valueOf,type,provider" filter="topics=__proto__" only="topics=constructor"`,
    check: async ({ ids, facetCounts }, page) => {
      expect([...ids].sort()).toEqual([...NAMES].sort());
      expect(facetCounts["topics"]?.map(({ value, count }) => [value, count])).toEqual(expect.arrayContaining([["__proto__", NAMES.length]]));
      // The names of its own keys, whatever the prototype has.
      const set = await page.locator("article-cards").evaluate(async (/** @type {any} */ element) => {
        element.state = { filters: JSON.parse('{"__proto__": {"any": ["x"]}, "constructor": {"not": ["y"]}, "topics": {"any": ["toString"]}}') };
        await element.updateComplete;
        element.setFilter("__proto__", { any: ["x"] });
        element.setFilter("toString", "constructor");
        element.setFilter("toString", null);
        await element.updateComplete;
        return { filters: element.state.filters, article: element.article("__proto__")?.title, none: element.article("hasOwnProperty ") ?? null, polluted: /** @type {any} */ ({}).any, total: element.results.total };
      });
      expect(set.filters["topics"]).toEqual({ any: ["toString"], ...(set.filters.topics.not ? { not: [] } : {}) });
      expect([set.article, set.none, set.polluted, set.total]).toEqual(["__proto__", null, undefined, NAMES.length]);
    },
  },
  "numbers out of range": { feed: raw('"quality":1e999,"heat":-1e999,"members":1e-999,"images":[{"url":"https://pictures.example/1","width":1e999,"height":99999999999999999999}],"n":123456789012345678901234567890'), check: both },
  "lone surrogates": { feed: raw('"excerpt":"\\ud800 \\udc00 \\ud800\\ud800","topics":["\\udfff","\\ud800"],"provider":"\\ud83d","\\ud800":1'), check: both },
  "bytes that are no UTF-8": { feed: () => [Buffer.from('[{"id":"good","title":"Good"},{"id":"odd","title":"Odd","excerpt":"\xff\xfe\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80","topics":["\x80"],"\xff":1}]', "latin1")], check: both },
  "keys that stand twice": { feed: raw('"webUrl":"https://news.example/","webUrl":"javascript:trap(1)","title":"<img src=x onerror=trap(1)>","t\\u0069tle":"Odd","id":"other","id":"odd"'), check: both },
  "related lists that nest in themselves": { feed: raw(`"related":[{"title":"R","related":[{"title":"S","related":[${nested(50)}]}]}]`), check: both },
  "nesting of 100,000 lists": { feed: () => ["[".repeat(100_000)], check: isError },
  "nesting of 100,000 objects in a field that is not read": { feed: raw(`"x":${nested(100_000)}`), check: isError },
  "nesting of 100,000 in what is no list": { feed: () => [nested(100_000, '{"a":', "}").replace("{}", "{1}")], check: isError },
  "a page of markup": { feed: () => ["<!doctype html><script>trap('page')</script><img src=x onerror=trap('page')>"], check: isError },
  "a document that breaks off within markup": { feed: () => ['[{"title":"<img src=x onerror=trap(1)>'], check: isError },
};

/** @param {number} count @param {(n: number) => string} one */
function* all(count, one, start = "[", end = "]") {
  yield start;
  for (let n = 0; n < count; n += 1_000) {
    const some = Array.from({ length: Math.min(1_000, count - n) }, (_, m) => one(n + m));
    yield (n ? "," : "") + some.join();
  }
  yield end;
}

const MEGA = 1 << 20;
/** @param {string} name @param {string} value */
const huge = (name, value) => () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd","${name}":`, value, "}]"];
const WORDS = JSON.stringify("tide and pier ".repeat((10 * MEGA) / 14));
const LETTERS = JSON.stringify("a".repeat(10 * MEGA));

/** @type {Record<string, Case>} */
export const BIG = {
  "a title of 10 MB of words": { feed: huge("title", WORDS), check: both },
  "a title of 10 MB of one word": { feed: huge("title", LETTERS), check: both },
  "an excerpt of 10 MB": { feed: huge("excerpt", WORDS), check: both },
  "an excerpt of 10 MB of references": { feed: huge("excerpt", JSON.stringify("&lt;&amp;&notit;&#8217;".repeat((10 * MEGA) / 23))), check: both },
  "a topic of 10 MB": { feed: huge("topics", `[${WORDS}]`), check: both },
  "a topic of 10 MB of one word": { feed: huge("topics", `[${LETTERS}]`), check: both },
  "a provider of 10 MB": { feed: huge("provider", WORDS), check: both },
  "a type of 10 MB": { feed: huge("type", WORDS), check: both },
  "a price of 10 MB": { feed: huge("price", WORDS), check: both },
  "the title of a related article of 10 MB": { feed: huge("related", `[{"title":${WORDS}}]`), check: both },
  "an address of 10 MB": { feed: huge("webUrl", `"https://news.example/${"a".repeat(10 * MEGA)}"`), check: both },
  "an address of 10 MB that goes up": { feed: huge("webUrl", `"https://news.example/${"../".repeat((10 * MEGA) / 3)}"`), check: both },
  "a picture of 10 MB that is none": { feed: huge("images", `[{"url":"data:image/png;base64,${"A".repeat(10 * MEGA)}"}]`), check: both },
  "a number of 10 MB": { feed: huge("quality", "1".repeat(10 * MEGA)), check: both },
  "a date of 10 MB": { feed: huge("publishedDateTime", `"2021-06-01${" ".repeat(10 * MEGA)}"`), check: both },
  "a duration and a language of 10 MB": { feed: huge("length", `"P${"1".repeat(10 * MEGA)}D","locale":"de-${"a".repeat(10 * MEGA)}"`), check: both },
  "10 MB in a field that is not read": { feed: huge("x", LETTERS), check: both },
  "an id of 1 MB": {
    feed: () => [`[{"id":"${"i".repeat(MEGA)}","title":"Odd"},{"id":"${"i".repeat(MEGA)}","title":"Twice"}]`],
    check: ({ total, diagnostics }) => {
      expect(total).toBe(1);
      expect(diagnostics.map((line) => line.length < 300)).toEqual([true]);
    },
  },
  "100,000 topics of one article": { feed: huge("topics", `[${Array.from({ length: 100_000 }, (_, n) => `"t${n}"`).join()}]`), check: both },
  "1,000,000 topics in all": { feed: () => all(10_000, (n) => `{"id":${n},"title":"T${n}","topics":[${Array.from({ length: 100 }, (_, m) => `"t${n * 100 + m}"`).join()}]}`), check: ({ total }) => void expect(total).toBe(10_000) },
  "100,000 providers and types": { feed: () => all(100_000, (n) => `{"id":${n},"title":"T${n}","provider":"p${n}","type":"k${n}"}`), check: ({ total }) => void expect(total).toBe(100_000) },
  "1,000,000 articles that are none": { feed: () => all(1_000_000, () => "{}"), check: ({ status }) => void expect(status).toBe("empty") },
  "1,000,000 entries that are no objects": { feed: () => all(1_000_000, () => "1"), check: ({ status }) => void expect(status).toBe("empty") },
  "300,000 articles without an identity": { feed: () => all(300_000, () => '{"title":"T"}'), check: ({ total }) => void expect(total).toBe(300_000) },
  "50,000 pictures of one article": { feed: huge("images", `[${Array.from({ length: 50_000 }, (_, n) => `{"url":"https://pictures.example/${n}","width":${1 + (n % 4_000)},"height":9}`).join()}]`), check: both },
  "50,000 related articles of one": { feed: huge("related", `[${Array.from({ length: 50_000 }, (_, n) => `{"title":"R${n}","provider":"p${n}"}`).join()}]`), check: both },
  "1,000,000 keys of one article": { feed: () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd",`, Array.from({ length: 1_000_000 }, (_, n) => `"k${n}":${n}`).join(), "}]"], check: both },
  "1,000,000 times the same key": { feed: () => [`[{"id":"good","title":"Good"},{"id":"odd","title":"Odd"`, ',"topics":["a"]'.repeat(1_000_000), "}]"], check: both },
};
