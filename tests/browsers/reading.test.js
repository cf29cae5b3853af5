// A reader's journeys on a page that embeds the package, in any browser that speaks WebDriver.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { Key, openBrowser } from "./session.js";
import { startSite } from "./site.js";

const site = await startSite();
const { session, close } = await openBrowser();
after(async () => (await close(), site.close()));
afterEach(async () => assert.deepEqual(await session.said(), [], "the console is empty"));

const LIST = '<article-cards src="/feed.json" label="The feed" with-scores url-state></article-cards>';

/** How many articles the summary tells. */
const total = async () => Number((await session.texts("summary"))[0]?.match(/\d+/)?.[0]);
const checkbox = (/** @type {string} */ field, /** @type {string} */ value) => session.find(`[part~="facet"][data-field="${field}"] [part~="facet-option"][data-value="${value}"] input`);
const address = () => session.driver.getCurrentUrl().then((url) => new URL(url).search);

test("cards are drawn from the feed, newest first, more by a button", async () => {
  await session.resize(1300);
  await session.open(site.page({ body: LIST }));
  assert.deepEqual(await session.shown(), Array.from({ length: 12 }, (_, n) => `a${n}`));
  assert.match((await session.texts("card"))[0] ?? "", /Article 0 harbour/);
  assert.match((await session.texts("card-date"))[0] ?? "", /2021/);
  await session.picture("wide");
  await (await session.find("[part~=more-button]")).click();
  await session.until(async () => (await session.shown()).length, 24);
  // What is scrolled to stays where it is, also among cards that were never seen before.
  const more = await session.find("[part~=more-button]");
  await more.click();
  await session.until(async () => (await session.shown()).length, 28);
});

test("what is typed is found and marked, and told once", async () => {
  await session.open(site.page({ body: LIST }));
  const field = await session.find("[part~=search-input]");
  await field.sendKeys("tide");
  await session.until(total, 9);
  assert.equal((await session.texts("mark"))[0], "tide");
  assert.equal(await session.focused(), "search-input");
  await session.until(() => session.texts("live"), ([live = ""]) => /9 of 28 articles/.test(live));
  await session.until(address, (query) => query.includes("q=tide"));
  await field.sendKeys(Key.ESCAPE);
  await session.until(total, 28);
});

test("a value is chosen with its count, another order, days, and back", async () => {
  await session.open(site.page({ body: LIST }));
  const box = await checkbox("topics", "Rain");
  const count = await session.onPage(() => parseInt(document.querySelector("article-cards")?.shadowRoot?.querySelector('[data-field="topics"] [data-value="Rain"] [part~="facet-count"]')?.textContent ?? "", 10));
  await box.click();
  await session.until(total, count);
  await session.until(() => session.texts("chip"), ([chip = ""]) => chip.startsWith("Rain"));
  await session.until(address, (query) => query.includes("topics=Rain"));
  await (await session.find("[part~=sort] option[value='-heat']")).click();
  await session.until(async () => (await session.shown())[0], "a2");
  await session.onPage(() => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector("article-cards")?.shadowRoot?.querySelector("input[type=date]"));
    field.value = "2021-06-20";
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await session.until(address, (query) => query.includes("from=2021-06-20"));
  await session.until(() => session.shown(), ["a2", "a5", "a8"]);
  await session.driver.navigate().back();
  await session.until(total, count);
  await session.driver.navigate().back();
  await session.driver.navigate().back();
  await session.until(total, 28);
  assert.deepEqual(await session.texts("chip"), []);
});

test("an address leads to its state", async () => {
  const page = site.page({ body: LIST });
  await session.open(`${page}?q=tide&topics=Sea&sort=title`);
  assert.equal(await total(), 9);
  assert.equal((await session.shown())[0], "a1");
  assert.equal(await (await checkbox("topics", "Sea")).isSelected(), true);
});

test("what is no number is taken back, however often", async () => {
  await session.resize(1300);
  await session.open(site.page({ body: LIST.replace("url-state", 'filter="heat=60.."') }));
  const field = await session.find("[part~=range]:last-child input[type=number]");
  const value = () => session.driver.executeScript("return [arguments[0].value, arguments[0].validity.badInput]", field);
  assert.deepEqual(await value(), ["60", false]);
  for (const typed of ["1.5", "1e", "1e", "-"]) {
    await session.driver.executeScript("arguments[0].focus(); arguments[0].select()", field);
    await session.press(...typed, Key.TAB);
    await session.until(value, ["60", false]);
  }
});

test("by keyboard alone, with the focus kept", async () => {
  await session.open(site.page({ body: LIST }));
  await session.tabTo("search-input");
  await session.press("t", "i", "d", "e");
  await session.until(total, 9);
  await session.tabTo("facet-checkbox");
  await session.press(Key.SPACE);
  await session.until(async () => (await session.texts("chip")).length, 1);
  assert.equal(await session.focused(), "facet-checkbox");
  await session.tabTo("chip");
  await session.press(Key.ENTER);
  await session.until(() => session.texts("chip"), []);
  // A chip that goes hands the focus on, inside the list.
  assert.equal(await session.onPage(() => document.activeElement?.localName), "article-cards");
  await session.tabTo("card-link");
  await session.press("/");
  await session.until(() => session.focused(), "search-input");
});

test("numbered pages", async () => {
  await session.open(site.page({ body: '<article-cards src="/feed.json" label="The feed" paging="pages" page-size="10"></article-cards>' }));
  const pages = await session.texts("page-button");
  assert.ok(pages.some((text) => text.includes("3")), pages.join());
  await (await session.find("[part~=page-button]:last-of-type")).click();
  await session.until(() => session.shown(), (shown) => shown[0] !== "a0");
});

test("on a narrow screen the filters are a panel that keeps the focus", async () => {
  await session.resize(460);
  await session.open(site.page({ body: `<div style="max-width: 390px">${LIST}</div>` }));
  assert.ok(await session.onPage(() => document.documentElement.scrollWidth <= innerWidth));
  await session.picture("narrow");
  const button = await session.find("[part~=panel-button]");
  await button.click();
  const panel = await session.find("dialog[part~=panel]");
  await session.until(() => panel.isDisplayed(), true);
  // It is as high as what it holds, as far as there is room.
  assert.ok((await panel.getRect()).height > 500, "the panel has room for its filters");
  await session.picture("panel");
  for (let turn = 0; turn < 50; turn++) {
    const inside = await session.onPage(() => {
      const at = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      // Between the last and the first, browsers pass their own controls.
      return Boolean(at?.closest("dialog")) || at === document.body || at?.localName === "article-cards";
    });
    assert.ok(inside, await session.focused());
    await session.press(Key.TAB);
  }
  await (await checkbox("topics", "Rain")).click();
  await session.press(Key.ESCAPE);
  await session.until(() => session.focused(), "panel-button");
  await session.until(total, 9);
  await session.resize(1300);
});
