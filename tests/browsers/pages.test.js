// What pages around the list may be like: without the module, under a strict policy, in other languages and dark.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { openBrowser } from "./session.js";
import { startSite } from "./site.js";

const site = await startSite();
const { session, close } = await openBrowser();
after(async () => (await close(), site.close()));

/** What the console may be told in a test. */
let expected = /^$/;
afterEach(async () => {
  assert.deepEqual((await session.said()).filter((line) => !expected.test(line)), [], "the console is empty");
  expected = /^$/;
});

const LINKS = '<ul><li><a href="/old/1">An older article</a></li></ul>';
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src http: data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

// Not WebDriver's own question, which in WebKit passes over slots.
const isSeen = () => session.onPage(() => document.querySelector("article-cards a")?.checkVisibility());
const total = async () => Number((await session.texts("summary"))[0]?.match(/\d+/)?.[0]);

test("the author's links are there until the cards are, and come back to none", async () => {
  await session.open(site.page({ body: `<article-cards src="/feed.json">${LINKS}</article-cards>` }));
  assert.equal(await isSeen(), false);
  assert.equal((await session.shown()).length, 12);
});

test("without the module the author's links stay", async () => {
  expected = /wasm|module|404|article-cards/i;
  await session.driver.get(site.page({ body: `<article-cards src="/feed.json">${LINKS}</article-cards>`, script: "/broken/auto.js" }));
  await session.until(() => session.onPage(() => Boolean(customElements.get("article-cards"))), true);
  await session.until(() => session.onPage(() => /** @type {any} */ (document.querySelector("article-cards")).status), "error");
  assert.equal(await isSeen(), true);
  assert.deepEqual(await session.shown(), []);
});

test("a feed that fails is told, and tried again by a button", async () => {
  expected = /503|404|failed|sometimes/i;
  site.serveFeed(false);
  await session.open(site.page({ body: '<article-cards src="/sometimes.json"></article-cards>' }), "error");
  assert.equal((await session.texts("error")).length, 1);
  site.serveFeed(true);
  await (await session.find("[part~=retry]")).click();
  await session.until(async () => (await session.shown()).length, 3);
});

test("under a strict policy all works, and nothing forbidden is tried", async () => {
  await session.open(site.page({ body: '<article-cards src="/feed.json" with-scores label="News"></article-cards>', policy: POLICY }));
  await (await session.find("[part~=search-input]")).sendKeys("tide");
  await session.until(total, 9);
  await (await session.find('[part~="facet"][data-field="provider"] input')).click();
  await session.until(async () => (await session.texts("chip")).length, 1);
  const ground = await session.onPage(() => getComputedStyle(/** @type {Element} */ (document.querySelector("article-cards")?.shadowRoot?.querySelector("[part~=card]"))).display);
  assert.notEqual(ground, "inline", "the styles are adopted");
});

test("German words, and Arabic from right to left", async () => {
  await session.open(site.page({ body: '<article-cards src="/feed.json"></article-cards>', language: "de" }));
  await session.until(() => session.texts("summary"), ([text = ""]) => text.includes("28 Artikel"));
  await session.open(site.page({ body: '<article-cards src="/feed.json"></article-cards>', language: "ar", direction: "rtl" }));
  await session.until(() => session.texts("summary"), ([text = ""]) => /[\u0600-\u06ff]/.test(text));
  const [first = 0, second = 0] = await session.onPage(() => [...(document.querySelector("article-cards")?.shadowRoot?.querySelectorAll("[part~=card]") ?? [])].slice(0, 2).map((card) => card.getBoundingClientRect().x));
  assert.ok(first > second, `${first} > ${second}`);
  await session.picture("arabic");
});

test("light and dark by the page's scheme, and nothing that axe finds", async () => {
  /** @type {string[]} */
  const grounds = [];
  for (const scheme of ["light", "dark"]) {
    const head = `<style>:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText; font-family: sans-serif }</style>`;
    await session.open(site.page({ body: '<article-cards src="/feed.json" label="News" with-scores></article-cards>', head }));
    grounds.push(await session.onPage(() => getComputedStyle(/** @type {Element} */ (document.querySelector("article-cards")?.shadowRoot?.querySelector("[part~=card]"))).backgroundColor));
    await session.picture(scheme);
    assert.deepEqual(await session.faults(), []);
  }
  assert.notEqual(grounds[0], grounds[1]);
});

for (const layout of ["list", "compact"]) {
  test(`the layout ${layout}`, async () => {
    await session.open(site.page({ body: `<article-cards src="/feed.json" label="News" layout="${layout}"></article-cards>` }));
    assert.equal((await session.shown()).length, 12);
    await session.picture(layout);
    assert.deepEqual(await session.faults(), []);
  });
}
