// User journeys on a page that embeds the package, in any browser that supports WebDriver.
import assert from "node:assert/strict";
import { after, afterEach, test } from "node:test";
import { Key, openBrowser } from "./session.js";
import { startSite } from "./site.js";

const site = await startSite();
const { session, close } = await openBrowser();
after(async () => (await close(), site.close()));
afterEach(async () => assert.deepEqual(await session.consoleMessages(), [], "the console is empty"));

const LIST = '<article-cards src="/feed.json" label="The feed" with-scores url-state></article-cards>';

/** Returns the number of articles in the summary. */
const total = async () => Number((await session.texts("summary"))[0]?.match(/\d+/)?.[0]);
const checkbox = (/** @type {string} */ field, /** @type {string} */ value) => session.find(`[part~="facet"][data-field="${field}"] [part~="facet-option"][data-value="${value}"] input`);
const query = () => session.driver.getCurrentUrl().then((url) => new URL(url).search);

test("cards are rendered newest first, and a button shows more", async () => {
  await session.resize(1300);
  await session.open(site.page({ body: LIST }));
  assert.deepEqual(await session.shownIds(), Array.from({ length: 12 }, (_, n) => `a${n}`));
  assert.match((await session.texts("card"))[0] ?? "", /Article 0 harbour/);
  assert.match((await session.texts("card-date"))[0] ?? "", /2021/);
  await session.screenshot("wide");
  await (await session.find("[part~=more-button]")).click();
  await session.until(async () => (await session.shownIds()).length, 24);
  // The scroll position stays when cards are rendered that were never visible before.
  const more = await session.find("[part~=more-button]");
  await more.click();
  await session.until(async () => (await session.shownIds()).length, 28);
});

test("typing finds, marks and announces results", async () => {
  await session.open(site.page({ body: LIST }));
  const field = await session.find("[part~=search-input]");
  await field.sendKeys("tide");
  await session.until(total, 9);
  assert.equal((await session.texts("mark"))[0], "tide");
  assert.equal(await session.focused(), "search-input");
  await session.until(() => session.texts("live"), ([live = ""]) => /9 of 28 articles/.test(live));
  await session.until(query, (search) => search.includes("q=tide"));
  await field.sendKeys(Key.ESCAPE);
  await session.until(total, 28);
});

test("filtering by value, sorting, filtering by date, and going back", async () => {
  await session.open(site.page({ body: LIST }));
  const box = await checkbox("topics", "Rain");
  const count = await session.evaluate(() => parseInt(document.querySelector("article-cards")?.shadowRoot?.querySelector('[data-field="topics"] [data-value="Rain"] [part~="facet-count"]')?.textContent ?? "", 10));
  await box.click();
  await session.until(total, count);
  await session.until(() => session.texts("chip"), ([chip = ""]) => chip.startsWith("Rain"));
  await session.until(query, (search) => search.includes("topics=Rain"));
  await (await session.find("[part~=sort] option[value='-heat']")).click();
  await session.until(async () => (await session.shownIds())[0], "a2");
  await session.evaluate(() => {
    const field = /** @type {HTMLInputElement} */ (document.querySelector("article-cards")?.shadowRoot?.querySelector("input[type=date]"));
    field.value = "2021-06-20";
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  });
  await session.until(query, (search) => search.includes("from=2021-06-20"));
  await session.until(() => session.shownIds(), ["a2", "a5", "a8"]);
  await session.driver.navigate().back();
  await session.until(total, count);
  await session.driver.navigate().back();
  await session.driver.navigate().back();
  await session.until(total, 28);
  assert.deepEqual(await session.texts("chip"), []);
});

test("a URL restores its state", async () => {
  const page = site.page({ body: LIST });
  await session.open(`${page}?q=tide&topics=Sea&sort=title`);
  assert.equal(await total(), 9);
  assert.equal((await session.shownIds())[0], "a1");
  assert.equal(await (await checkbox("topics", "Sea")).isSelected(), true);
});

test("invalid numbers are reverted, however often", async () => {
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

test("searching and filtering by keyboard keeps the focus in the list", async () => {
  await session.open(site.page({ body: LIST }));
  await session.tabTo("search-input");
  await session.press("t", "i", "d", "e");
  await session.until(total, 9);
  await session.tabTo("facet-checkbox");
  await session.press(Key.SPACE);
  await session.until(async () => (await session.texts("chip")).length, 1);
  assert.equal(await session.focused(), "facet-checkbox");
  // Forward, the end of the page is in between, where Firefox turns back if all is in a shadow tree.
  await session.tabTo("chip", "back");
  await session.press(Key.ENTER);
  await session.until(() => session.texts("chip"), []);
  // Removing a chip moves the focus inside the list.
  assert.equal(await session.evaluate(() => document.activeElement?.localName), "article-cards");
  await session.tabTo("card-link");
  await session.press("/");
  await session.until(() => session.focused(), "search-input");
});

test("numbered pages can be turned", async () => {
  await session.open(site.page({ body: '<article-cards src="/feed.json" label="The feed" paging="pages" page-size="10"></article-cards>' }));
  const pages = await session.texts("page-button");
  assert.ok(pages.some((text) => text.includes("3")), pages.join());
  await (await session.find("[part~=page-button]:last-of-type")).click();
  await session.until(() => session.shownIds(), (shown) => shown[0] !== "a0");
});

test("on a narrow screen the filters are in a panel that traps the focus", async () => {
  await session.resize(460);
  await session.open(site.page({ body: `<div style="max-width: 390px">${LIST}</div>` }));
  assert.ok(await session.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await session.screenshot("narrow");
  const button = await session.find("[part~=panel-button]");
  await button.click();
  const panel = await session.find("dialog[part~=panel]");
  await session.until(() => panel.isDisplayed(), true);
  // The panel is as high as its content, up to the window's height.
  assert.ok((await panel.getRect()).height > 500, "the panel is high enough for its filters");
  await session.screenshot("panel");
  for (let turn = 0; turn < 50; turn++) {
    const inside = await session.evaluate(() => {
      const focused = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      // Between the last and the first control the focus is in the browser's own interface.
      return Boolean(focused?.closest("dialog")) || focused === document.body || focused?.localName === "article-cards";
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

test("back from another page leads to the card that was left", async () => {
  await session.resize(1300);
  // A page with an unload handler is not kept alive.
  const body = `${LIST.replace("with-scores", 'with-scores page-size="12"')}<script>addEventListener("unload", () => {});</script>`;
  await session.open(site.page({ body }));
  await (await session.find("[part~=more-button]")).click();
  await session.until(async () => (await session.shownIds()).length, 24);
  const place = () => session.evaluate(() => {
    const card = document.querySelector("article-cards")?.shadowRoot?.querySelector('[data-id="a14"]');
    return Math.round(card?.getBoundingClientRect().top ?? NaN);
  });
  await session.evaluate(() => {
    document.querySelector("article-cards")?.shadowRoot?.querySelector('[data-id="a14"]')?.scrollIntoView({ block: "center", behavior: "instant" });
  });
  // What was scrolled to is saved when the reader rests.
  await new Promise((resolve) => setTimeout(resolve, 800));
  const before = await place();
  await session.driver.get(site.page({ body: "<p>An article</p>" }));
  await session.driver.navigate().back();
  await session.until(async () => (await session.shownIds()).length, 24);
  await session.until(async () => Math.abs((await place()) - before) <= 2, true);
});
