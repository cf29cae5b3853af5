// The element in different pages: without the module, under a strict policy, in other languages, dark.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { openBrowser } from "./session.js";
import { startSite } from "./site.js";

const site = await startSite();
const { session, close } = await openBrowser();
after(async () => (await close(), site.close()));

/** The console messages that a test allows. */
let expectedConsole = /^$/;
afterEach(async () => {
  assert.deepEqual((await session.consoleMessages()).filter((line) => !expectedConsole.test(line)), [], "the console is empty");
  expectedConsole = /^$/;
});

const LINKS = '<ul><li><a href="/old/1">An older article</a></li></ul>';
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src http: data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

// WebDriver's own visibility check ignores slots in WebKit.
const isLinkVisible = () => session.evaluate(() => document.querySelector("article-cards a")?.checkVisibility());
const total = async () => Number((await session.texts("summary"))[0]?.match(/\d+/)?.[0]);

test("the fallback links are replaced by the cards", async () => {
  await session.open(site.page({ body: `<article-cards src="/feed.json">${LINKS}</article-cards>` }));
  assert.equal(await isLinkVisible(), false);
  assert.equal((await session.shownIds()).length, 12);
});

test("without the module the fallback links stay", async () => {
  expectedConsole = /wasm|module|404|article-cards/i;
  await session.driver.get(site.page({ body: `<article-cards src="/feed.json">${LINKS}</article-cards>`, script: "/broken/auto.js" }));
  await session.until(() => session.evaluate(() => Boolean(customElements.get("article-cards"))), true);
  await session.until(() => session.evaluate(() => /** @type {any} */ (document.querySelector("article-cards")).status), "error");
  assert.equal(await isLinkVisible(), true);
  assert.deepEqual(await session.shownIds(), []);
});

test("a failing feed shows an error with a retry button", async () => {
  expectedConsole = /503|404|failed|sometimes/i;
  site.serveFeed(false);
  await session.open(site.page({ body: '<article-cards src="/sometimes.json"></article-cards>' }), "error");
  assert.equal((await session.texts("error")).length, 1);
  site.serveFeed(true);
  await (await session.find("[part~=retry]")).click();
  await session.until(async () => (await session.shownIds()).length, 3);
});

test("everything works under a strict Content-Security-Policy", async () => {
  await session.open(site.page({ body: '<article-cards src="/feed.json" with-scores label="News"></article-cards>', policy: POLICY }));
  await (await session.find("[part~=search-input]")).sendKeys("tide");
  await session.until(total, 9);
  await (await session.find('[part~="facet"][data-field="provider"] input')).click();
  await session.until(async () => (await session.texts("chip")).length, 1);
  const display = await session.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector("article-cards")?.shadowRoot?.querySelector("[part~=card]"))).display);
  assert.notEqual(display, "inline", "the styles are adopted");
});

test("German texts, and an Arabic right-to-left layout", async () => {
  await session.open(site.page({ body: '<article-cards src="/feed.json"></article-cards>', language: "de" }));
  await session.until(() => session.texts("summary"), ([text = ""]) => text.includes("28 Artikel"));
  await session.open(site.page({ body: '<article-cards src="/feed.json"></article-cards>', language: "ar", direction: "rtl" }));
  await session.until(() => session.texts("summary"), ([text = ""]) => /[\u0600-\u06ff]/.test(text));
  const [first = 0, second = 0] = await session.evaluate(() => [...(document.querySelector("article-cards")?.shadowRoot?.querySelectorAll("[part~=card]") ?? [])].slice(0, 2).map((card) => card.getBoundingClientRect().x));
  assert.ok(first > second, `${first} > ${second}`);
  await session.screenshot("arabic");
});

test("light and dark by the page's color-scheme, without axe violations", async () => {
  /** @type {string[]} */
  const backgrounds = [];
  for (const scheme of ["light", "dark"]) {
    const head = `<style>:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText; font-family: sans-serif }</style>`;
    await session.open(site.page({ body: '<article-cards src="/feed.json" label="News" with-scores></article-cards>', head }));
    backgrounds.push(await session.evaluate(() => getComputedStyle(/** @type {Element} */ (document.querySelector("article-cards")?.shadowRoot?.querySelector("[part~=card]"))).backgroundColor));
    await session.screenshot(scheme);
    assert.deepEqual(await session.axeViolations(), []);
  }
  assert.notEqual(backgrounds[0], backgrounds[1]);
});

for (const layout of ["list", "compact"]) {
  test(`the ${layout} layout has no axe violations`, async () => {
    await session.open(site.page({ body: `<article-cards src="/feed.json" label="News" layout="${layout}"></article-cards>` }));
    assert.equal((await session.shownIds()).length, 12);
    await session.screenshot(layout);
    assert.deepEqual(await session.axeViolations(), []);
  });
}
