// Isolation: the page's styles from the list's, and lists from each other's crashes.
import { ARTICLES, PUBLISHED_COUNT, expect, list, onElement, onElementAt, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

const NEWS = '<article-cards src="feed.json" page-size="3" with-scores></article-cards>';

/** Computed values that depend on the position on the page. */
const POSITION = /^(inset-.*|top|right|bottom|left)$/;

/** Returns the computed styles of each element of the list. @param {import("@playwright/test").Page} page */
const styles = (page) =>
  onElement(page, (element) => {
    const all = [...(element.shadowRoot?.querySelectorAll("[part~=base], [part~=base] *") ?? [])];
    return all.map((one) => {
      const computed = getComputedStyle(one);
      const pairs = [...computed].filter((name) => !name.startsWith("--")).map((name) => `${name}: ${computed.getPropertyValue(name)}`);
      return [`${one.localName}.${one.getAttribute("class")}`, ...pairs].join("; ");
    });
  });

const CLASHING_STYLES = `<style>
  * { all: unset; letter-spacing: 1em !important; border: 9px solid red !important; }
  head, head * { display: none; }
  article, a, h3, p, ul, li, button, input, .ac-card, .ac-base, [part~="card"] { color: red !important; display: inline !important; font-size: 40px !important; }
  body { display: block; font: 16px Tinos, serif; text-transform: uppercase; text-align: end; text-indent: 3em; white-space: pre; line-height: 3;
    cursor: wait; word-spacing: 1em; font-weight: 900; font-style: italic; font-variant: small-caps; list-style: square; word-break: break-all;
    text-shadow: 0 0 9px red; hyphens: auto; quotes: "x" "y"; tab-size: 20; user-select: none; -webkit-text-fill-color: red; fill: red; stroke: red; color: red; border-collapse: collapse; text-wrap: nowrap; caret-color: red; accent-color: red; }
  main, article-cards, h1, h2 { display: block; } main { block-size: 1200px; inline-size: 700px; } h1, h2 { block-size: 60px; overflow: hidden; border: 0 !important; } article-cards { border: 0 !important; inline-size: 700px; }
</style>`;
const PLAIN_STYLES = `<style>
  body { margin: 0; font: 16px Tinos, serif; } main { block-size: 1200px; inline-size: 700px; border: 9px solid; } h1, h2 { block-size: 60px; margin: 0; } article-cards { inline-size: 700px; }
</style>`;

test("the page's styles do not apply inside", async ({ page }) => {
  await openHostPage(page, NEWS, { head: PLAIN_STYLES });
  await waitUntilReady(page);
  const plain = await styles(page);
  await openHostPage(page, NEWS, { head: CLASHING_STYLES });
  await waitUntilReady(page);
  const clashing = await styles(page);
  const differences = clashing.flatMap((line, index) => {
    const before = new Set(plain[index]?.split("; "));
    const [name, ...pairs] = line.split("; ");
    const other = pairs.filter((pair) => !before.has(pair) && !POSITION.test(pair.split(":")[0] ?? ""));
    return other.length ? [[name, ...other]] : [];
  });
  expect(clashing.length).toBe(plain.length);
  expect(differences.slice(0, 3)).toEqual([]);
});

test("font, text size, direction and colour scheme are inherited unless set", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openHostPage(page, NEWS, { head: "<style>:root { color-scheme: light dark; } body { font: 20px Tinos; direction: rtl; }</style>" });
  await waitUntilReady(page);
  const base = list(page).locator("[part~=base]");
  await expect(base).toHaveCSS("font-family", "Tinos");
  await expect(base).toHaveCSS("font-size", "20px");
  await expect(base).toHaveCSS("direction", "rtl");
  const dark = await base.evaluate((base) => getComputedStyle(base).color);
  await onElement(page, (element) => void (element.theme = "light"));
  expect(await base.evaluate((base) => getComputedStyle(base).color)).not.toBe(dark);
  await page.addStyleTag({ content: "article-cards { --ac-font: Cousine; --ac-text: rgb(1, 2, 3) } article-cards::part(card-title) { text-transform: uppercase }" });
  await expect(base).toHaveCSS("font-family", "Cousine");
  await expect(base).toHaveCSS("color", "rgb(1, 2, 3)");
  await expect(list(page).locator("[part~=card-title]").first()).toHaveCSS("text-transform", "uppercase");
  await page.addStyleTag({ content: "body { visibility: hidden }" });
  await expect(list(page).locator("[part~=card]").first()).toBeHidden();
});

test("the list's styles do not apply outside", async ({ page }) => {
  await openHostPage(page, `<div class="ac-base" part="base"><article class="ac-card" part="card"><button>B</button><h3>T</h3></article></div>${NEWS}`, { script: "" });
  const pageStyles = () => page.evaluate(() => [...document.querySelectorAll("div.ac-base, div.ac-base *")].map((one) => [...getComputedStyle(one)].map((name) => getComputedStyle(one).getPropertyValue(name)).join()));
  // Always show the scroll bar, which would change the width when it appears.
  await page.evaluate(() => void (document.documentElement.style.overflowY = "scroll"));
  const before = await pageStyles();
  await page.evaluate(() => import(/** @type {string} */ ("/pkg/define.js")));
  await waitUntilReady(page);
  expect(await pageStyles()).toEqual(before);
  expect(await page.evaluate(() => [document.styleSheets.length, document.adoptedStyleSheets.length])).toEqual([0, 0]);
});

/** Returns what an element shows. @param {import("@playwright/test").Page} page @param {string} id */
const snapshot = (page, id) =>
  onElementAt(page, id, (element) => ({
    status: element.status,
    states: ["loading", "empty", "error", "ready"].filter((state) => element.matches(`:state(${state})`)),
    links: Boolean(element.querySelector("a")?.checkVisibility()),
    cards: element.shadowRoot?.querySelectorAll("[part~=card]").length,
  }));

const listMarkup = (/** @type {string} */ id) => `<article-cards id="${id}"><a href="/old">An older article</a></article-cards>`;
const BROKEN = { status: "error", states: ["error"], links: true, cards: 0 };
const READY = { status: "ready", states: ["ready"], links: false, cards: 12 };

test("after a panic all lists restart in a new instance; a second panic in a row stops one list", async ({ page, expectedConsole }) => {
  expectedConsole.push(/panicked|unreachable|RuntimeError/);
  await openHostPage(page, ["a", "b", "c"].map(listMarkup).join(""));
  for (const id of ["#a", "#b", "#c"]) await onElementAt(page, id, () => undefined);
  /**
   * Makes the next renderings of a card throw. Yew creates one element of each kind and clones it.
   * @param {number} times
   */
  const breakRendering = (times) =>
    page.evaluate((times) => {
      const page = /** @type {any} */ (window);
      page.remainingFailures = times;
      const { createElement } = Document.prototype;
      page.createElement ??= createElement;
      Document.prototype.createElement = /** @this {Document} @type {any} */ (function (/** @type {string} */ name, /** @type {any} */ options) {
        if (name === "article" && page.remainingFailures-- > 0) throw new Error("no article for you");
        return page.createElement.call(this, name, options);
      });
    }, times);
  await onElementAt(page, "#b", (element, items) => void (element.items = items), ARTICLES.slice(0, 0));
  await breakRendering(1);
  await onElementAt(page, "#a", (element, items) => void (element.items = items), ARTICLES);
  await expect.poll(() => snapshot(page, "#a")).toEqual(READY);
  const first = await takeEvents(page);
  expect(first.map(({ type, id, detail }) => [type, id, detail.kind, detail.url, detail.retryable]).sort()).toEqual(
    ["a", "b", "c"].map((id) => ["ac-error", id, "wasm", null, true]));
  expect(first[0]?.status).toBe("error");
  await onElementAt(page, "#c", (element, items) => void (element.items = items), ARTICLES);
  await expect.poll(() => snapshot(page, "#c")).toEqual(READY);

  // A second panic, in an instance of its own: the list falls back to its links.
  await onElementAt(page, "#b", (element) => void (element.items = null));
  await breakRendering(1);
  await onElementAt(page, "#b", (element, items) => void (element.items = items), ARTICLES);
  await expect.poll(() => snapshot(page, "#b")).toEqual(BROKEN);
  expect((await takeEvents(page)).map(({ id, detail }) => [id, detail.kind, detail.retryable])).toEqual([["b", "wasm", false]]);
  expect(await snapshot(page, "#a")).toEqual(READY);
  await onElementAt(page, "#a", (element) => element.search("pier"));
  expect((await shownIds(page, "#a")).length).toBe(9);
  await onElementAt(page, "#b", (element) => element.load());
  await expect.poll(() => snapshot(page, "#b")).toEqual(READY);
  expect(await onElementAt(page, "#b", (element) => element.results.total)).toBe(PUBLISHED_COUNT);
});

/** Ways in which loading the module fails. @type {[string, (route: import("@playwright/test").Route) => Promise<void>][]} */
const MODULE_FAILURES = [
  ["a missing module", (route) => route.fulfill({ status: 404, body: "" })],
  ["an unreachable module", (route) => route.abort()],
  ["a module of invalid bytes", (route) => route.fulfill({ body: "not wasm", contentType: "application/wasm" })],
  ["a truncated module", async (route) => {
    const body = await (await route.fetch()).body();
    return route.fulfill({ body: body.subarray(0, 9_000), contentType: "application/wasm" });
  }],
];

for (const [failure, respond] of MODULE_FAILURES) {
  test(`${failure}: fallback links stay, ac-error fires, and load() recovers`, async ({ page, expectedConsole }) => {
    expectedConsole.push(/Failed to load resource/);
    await page.route("**/*.wasm", respond);
    await openHostPage(page, `${listMarkup("a")}${listMarkup("b")}`);
    for (const id of ["#a", "#b"]) {
      await waitUntilReady(page, id);
      expect(await snapshot(page, id)).toEqual(BROKEN);
    }
    expect((await takeEvents(page)).map(({ type, id, detail, status }) => [type, id, detail, status])).toEqual(
      ["a", "b"].map((id) => ["ac-error", id, { kind: "wasm", message: expect.any(String), url: null, retryable: true }, "error"]));
    await page.unroute("**/*.wasm");
    await onElementAt(page, "#a", (element) => element.load("feed.json"));
    expect(await snapshot(page, "#a")).toEqual(READY);
  });
}

test("a policy that forbids WebAssembly leaves the fallback links", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Content[ -]Security[ -]Policy/);
  await openHostPage(page, listMarkup("a"), { headers: { "content-security-policy": "script-src 'self'" } });
  await waitUntilReady(page);
  expect(await snapshot(page, "#a")).toEqual(BROKEN);
  await onElementAt(page, "#a", (element) => element.load("feed.json"));
  expect(await snapshot(page, "#a")).toEqual(BROKEN);
});

test("a module with the wrong MIME type works, without streaming", async ({ page }) => {
  await page.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "text/plain" } });
  });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  expect((await shownIds(page)).length).toBe(3);
});
