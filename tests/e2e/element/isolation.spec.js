// The page's styles and the list's keep apart, and so do a list that breaks and all others.
import { ALL, ARTICLES, expect, list, on, onOne, open, ready, shown, test, told } from "./host.js";

const NEWS = '<article-cards src="feed.json" page-size="3" with-scores></article-cards>';

/** Where something happens to be on the page is no style of it. */
const PLACE = /^(inset-.*|top|right|bottom|left)$/;

/** All computed styles of the list, by element. @param {import("@playwright/test").Page} page */
const styles = (page) =>
  on(page, (element) => {
    const all = [...(element.shadowRoot?.querySelectorAll("[part~=base], [part~=base] *") ?? [])];
    return all.map((one) => {
      const computed = getComputedStyle(one);
      const pairs = [...computed].filter((name) => !name.startsWith("--")).map((name) => `${name}: ${computed.getPropertyValue(name)}`);
      return [`${one.localName}.${one.getAttribute("class")}`, ...pairs].join("; ");
    });
  });

const HOSTILE = `<style>
  * { all: unset; letter-spacing: 1em !important; border: 9px solid red !important; }
  head, head * { display: none; }
  article, a, h3, p, ul, li, button, input, .ac-card, .ac-base, [part~="card"] { color: red !important; display: inline !important; font-size: 40px !important; }
  body { display: block; font: 16px Tinos, serif; text-transform: uppercase; text-align: end; text-indent: 3em; white-space: pre; line-height: 3;
    cursor: wait; word-spacing: 1em; font-weight: 900; font-style: italic; font-variant: small-caps; list-style: square; word-break: break-all;
    text-shadow: 0 0 9px red; hyphens: auto; quotes: "x" "y"; tab-size: 20; user-select: none; -webkit-text-fill-color: red; fill: red; stroke: red; color: red; border-collapse: collapse; text-wrap: nowrap; caret-color: red; accent-color: red; }
  main, article-cards, h1, h2 { display: block; } main { block-size: 1200px; inline-size: 700px; } h1, h2 { block-size: 60px; overflow: hidden; border: 0 !important; } article-cards { border: 0 !important; inline-size: 700px; }
</style>`;
const FRIENDLY = `<style>
  body { margin: 0; font: 16px Tinos, serif; } main { block-size: 1200px; inline-size: 700px; border: 9px solid; } h1, h2 { block-size: 60px; margin: 0; } article-cards { inline-size: 700px; }
</style>`;

test("the page's styles do not come in", async ({ page }) => {
  await open(page, NEWS, { head: FRIENDLY });
  await ready(page);
  const friendly = await styles(page);
  await open(page, NEWS, { head: HOSTILE });
  await ready(page);
  const hostile = await styles(page);
  const differ = hostile.flatMap((line, at) => {
    const before = new Set(friendly[at]?.split("; "));
    const [name, ...pairs] = line.split("; ");
    const other = pairs.filter((pair) => !before.has(pair) && !PLACE.test(pair.split(":")[0] ?? ""));
    return other.length ? [[name, ...other]] : [];
  });
  expect(hostile.length).toBe(friendly.length);
  expect(differ.slice(0, 3)).toEqual([]);
});

test("the page's font, text size, direction and colour scheme do, unless they are set", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page, NEWS, { head: "<style>:root { color-scheme: light dark; } body { font: 20px Tinos; direction: rtl; }</style>" });
  await ready(page);
  const base = list(page).locator("[part~=base]");
  await expect(base).toHaveCSS("font-family", "Tinos");
  await expect(base).toHaveCSS("font-size", "20px");
  await expect(base).toHaveCSS("direction", "rtl");
  const dark = await base.evaluate((base) => getComputedStyle(base).color);
  await on(page, (element) => void (element.theme = "light"));
  expect(await base.evaluate((base) => getComputedStyle(base).color)).not.toBe(dark);
  await page.addStyleTag({ content: "article-cards { --ac-font: Cousine; --ac-text: rgb(1, 2, 3) } article-cards::part(card-title) { text-transform: uppercase }" });
  await expect(base).toHaveCSS("font-family", "Cousine");
  await expect(base).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(list(page).locator("[part~=card-title]").first()).toHaveCSS("text-transform", "uppercase");
  await page.addStyleTag({ content: "body { visibility: hidden }" });
  await expect(list(page).locator("[part~=card]").first()).toBeHidden();
});

test("the list's styles do not leave it", async ({ page }) => {
  await open(page, `<div class="ac-base" part="base"><article class="ac-card" part="card"><button>B</button><h3>T</h3></article></div>${NEWS}`, { script: "" });
  const look = () => page.evaluate(() => [...document.querySelectorAll("div.ac-base, div.ac-base *")].map((one) => [...getComputedStyle(one)].map((name) => getComputedStyle(one).getPropertyValue(name)).join()));
  // With its scroll bar from the first: it makes pages narrower.
  await page.evaluate(() => void (document.documentElement.style.overflowY = "scroll"));
  const before = await look();
  await page.evaluate(() => import(/** @type {string} */ ("/pkg/define.js")));
  await ready(page);
  expect(await look()).toEqual(before);
  expect(await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length])).toEqual([0, 0]);
});

/** Where an element stands. @param {import("@playwright/test").Page} page @param {string} id */
const standing = (page, id) =>
  onOne(page, id, (element) => ({
    status: element.status,
    states: ["loading", "empty", "error", "ready"].filter((state) => element.matches(`:state(${state})`)),
    links: Boolean(element.querySelector("a")?.checkVisibility()),
    cards: element.shadowRoot?.querySelectorAll("[part~=card]").length,
  }));

const LIST = (/** @type {string} */ id) => `<article-cards id="${id}"><a href="/old">An older article</a></article-cards>`;
const BROKEN = { status: "error", states: ["error"], links: true, cards: 0 };
const READY = { status: "ready", states: ["ready"], links: false, cards: 12 };

test("a panic costs no list more than its instance, and twice in a row one list", async ({ page, expected }) => {
  expected.push(/panicked|unreachable|RuntimeError/);
  await open(page, ["a", "b", "c"].map(LIST).join(""));
  for (const id of ["#a", "#b", "#c"]) await onOne(page, id, () => undefined);
  /** Yew makes one element of each kind itself, and clones it. @param {number} times */
  const breaks = (times) =>
    page.evaluate((times) => {
      const page = /** @type {any} */ (window);
      page.left = times;
      const { createElement } = Document.prototype;
      page.createElement ??= createElement;
      Document.prototype.createElement = /** @this {Document} @type {any} */ (function (/** @type {string} */ name, /** @type {any} */ options) {
        if (name === "article" && page.left-- > 0) throw new Error("no article for you");
        return page.createElement.call(this, name, options);
      });
    }, times);
  await onOne(page, "#b", (element, items) => void (element.items = items), ARTICLES.slice(0, 0));
  await breaks(1);
  await onOne(page, "#a", (element, items) => void (element.items = items), ARTICLES);
  await expect.poll(() => standing(page, "#a")).toEqual(READY);
  const first = await told(page);
  expect(first.map(({ type, id, detail }) => [type, id, detail.kind, detail.url, detail.retryable]).sort()).toEqual(
    ["a", "b", "c"].map((id) => ["ac-error", id, "wasm", null, true]));
  expect(first[0]?.status).toBe("error");
  await onOne(page, "#c", (element, items) => void (element.items = items), ARTICLES);
  await expect.poll(() => standing(page, "#c")).toEqual(READY);

  // In an instance of its own once more: then its own words must do.
  await onOne(page, "#b", (element) => void (element.items = null));
  await breaks(1);
  await onOne(page, "#b", (element, items) => void (element.items = items), ARTICLES);
  await expect.poll(() => standing(page, "#b")).toEqual(BROKEN);
  expect((await told(page)).map(({ id, detail }) => [id, detail.kind, detail.retryable])).toEqual([["b", "wasm", false]]);
  expect(await standing(page, "#a")).toEqual(READY);
  await onOne(page, "#a", (element) => element.search("pier"));
  expect((await shown(page, "#a")).length).toBe(9);
  await onOne(page, "#b", (element) => element.load());
  await expect.poll(() => standing(page, "#b")).toEqual(READY);
  expect(await onOne(page, "#b", (element) => element.results.total)).toBe(ALL);
});

/** How the module can't be had. @type {[string, (route: import("@playwright/test").Route) => Promise<void>][]} */
const MISSING = [
  ["that is not there", (route) => route.fulfill({ status: 404, body: "" })],
  ["that can't be reached", (route) => route.abort()],
  ["of other bytes", (route) => route.fulfill({ body: "not wasm", contentType: "application/wasm" })],
  ["cut off", async (route) => {
    const body = await (await route.fetch()).body();
    return route.fulfill({ body: body.subarray(0, 9_000), contentType: "application/wasm" });
  }],
];

for (const [what, answer] of MISSING) {
  test(`a module ${what}: the author's links, an event, and a way back`, async ({ page, expected }) => {
    expected.push(/Failed to load resource/);
    await page.route("**/*.wasm", answer);
    await open(page, `${LIST("a")}${LIST("b")}`);
    for (const id of ["#a", "#b"]) {
      await ready(page, id);
      expect(await standing(page, id)).toEqual(BROKEN);
    }
    expect((await told(page)).map(({ type, id, detail, status }) => [type, id, detail, status])).toEqual(
      ["a", "b"].map((id) => ["ac-error", id, { kind: "wasm", message: expect.any(String), url: null, retryable: true }, "error"]));
    await page.unroute("**/*.wasm");
    await onOne(page, "#a", (element) => element.load("feed.json"));
    expect(await standing(page, "#a")).toEqual(READY);
  });
}

test("a policy that forbids WebAssembly is survived too", async ({ page, expected }) => {
  expected.push(/Content[ -]Security[ -]Policy/);
  await open(page, LIST("a"), { headers: { "content-security-policy": "script-src 'self'" } });
  await ready(page);
  expect(await standing(page, "#a")).toEqual(BROKEN);
  await onOne(page, "#a", (element) => element.load("feed.json"));
  expect(await standing(page, "#a")).toEqual(BROKEN);
});

test("a module of the wrong type works, without streaming", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await open(page, NEWS);
  await ready(page);
  expect((await shown(page)).length).toBe(3);
});
