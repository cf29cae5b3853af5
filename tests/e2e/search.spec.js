// Searching and sorting: results, marks and announcements.
import { cards, chips, demoList, openDemo, searchField, shownIds, sortMenu, summary } from "./demo-page.js";
import { expect, test } from "./fixtures.js";
import { ALL_PAGES, NEWS_QUERY, NO_REAL_FEEDS, hasPhrase, hasRealFeeds, hasWord, newestFirst, news } from "./real-feeds.js";

test("results update while typing, with matches marked in title and excerpt", async ({ page }) => {
  await openDemo(page, "?src=sample/all.json");
  const searched = Number((await summary(page).innerText()).match(/^\d+/)?.[0]);
  await searchField(page).pressSequentially("wíNt");
  await expect(summary(page)).toHaveText(new RegExp(`^\\d+ of ${searched} articles for “wíNt”$`));
  const found = Number((await summary(page).innerText()).match(/^\d+/)?.[0]);
  expect(found).toBeGreaterThan(0);
  await expect(cards(page)).toHaveCount(Math.min(found, 12));
  await expect(searchField(page)).toBeFocused();
  const marks = await cards(page).locator("mark").allInnerTexts();
  expect(marks.length).toBeGreaterThan(0);
  for (const mark of marks) expect(mark.toLowerCase()).toMatch(/^wint/);
  await searchField(page).fill("the");
  await expect(cards(page).locator(".ac-card-title mark").first()).toBeVisible();
  await expect(cards(page).locator(".ac-card-excerpt mark").first()).toBeVisible();
  // Marking does not change the title's text.
  const title = cards(page).locator(".ac-card-title").filter({ has: page.locator("mark") }).first();
  expect(await title.innerText()).not.toMatch(/\s{2}/);
});

test("parts of words, joined words and symbols are found and marked", async ({ page }) => {
  const titles = ["L’économie du Wi-Fi", "Power Apps and C++", "C for Node.js 🚀"];
  await page.route("**/feeds/words/index.json", (route) =>
    route.fulfill({ json: titles.map((title, index) => ({ id: `${index}`, title })) }));
  await openDemo(page, "?src=feeds/words/index.json");
  for (const [query, marks] of /** @type {[string, string[]][]} */ ([
    ["economie", ["économie"]],
    ["wifi", ["Wi-Fi"]],
    ["powerapps", ["Power Apps"]],
    ["c++", ["C++"]],
    ["c", ["C", "C"]],
    ["js 🚀", ["js", "🚀"]],
  ])) {
    await searchField(page).fill(query);
    await expect(summary(page)).toContainText(`“${query}”`);
    await expect(cards(page).locator("mark"), query).toHaveText(marks);
  }
});

test("the clear button and Escape clear the search and keep the focus in the field", async ({ page }) => {
  await openDemo(page, "?src=sample/all.json");
  const before = await shownIds(page);
  const summaryText = await summary(page).innerText();
  const clear = demoList(page).getByRole("button", { name: "Clear the search" });
  await expect(clear).toHaveCount(0);
  await searchField(page).fill("zzzzzz");
  await expect(cards(page)).toHaveCount(0);
  await clear.click();
  await expect(searchField(page)).toHaveValue("");
  await expect(searchField(page)).toBeFocused();
  await expect(clear).toHaveCount(0);
  await expect(cards(page)).toHaveCount(before.length);
  await searchField(page).fill("sea");
  await expect(summary(page)).toContainText("“sea”");
  await page.keyboard.press("Escape");
  await expect(searchField(page)).toHaveValue("");
  await expect(searchField(page)).toBeFocused();
  await expect(summary(page)).toHaveText(summaryText);
  expect(await shownIds(page)).toEqual(before);
  // In an empty field, Escape is left to the page.
  await page.evaluate(() => {
    window.addEventListener("keydown", (event) => Object.assign(window, { isUnhandled: !event.defaultPrevented }));
  });
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => /** @type {any} */ (window).isUnhandled)).toBe(true);
});

test("Enter keeps the page, the focus and the results", async ({ page }) => {
  await openDemo(page);
  await page.evaluate(() => Object.assign(window, { same: true }));
  await searchField(page).fill("sea");
  await page.keyboard.press("Enter");
  await expect(summary(page)).toContainText("“sea”");
  await expect(searchField(page)).toBeFocused();
  expect(await page.evaluate(() => "same" in window)).toBe(true);
});

test("results are announced once, when typing pauses", async ({ page }) => {
  await openDemo(page, "?src=sample/all.json");
  const live = demoList(page).locator(".ac-live");
  await expect(live).toHaveText(/sorted by Newest first/);
  await live.evaluate((live) => {
    /** @type {string[]} */
    const announcements = [];
    Object.assign(window, { announcements });
    new MutationObserver(() => announcements.push(live.textContent ?? "")).observe(live, { subtree: true, childList: true, characterData: true });
  });
  const announcements = () => page.evaluate(() => /** @type {any} */ (window).announcements);
  await searchField(page).pressSequentially("science", { delay: 80 });
  await expect(live).toHaveText(/^\d+ of \d+ articles for “science”, \d+ shown, sorted by Best match$/);
  await page.waitForTimeout(1_000);
  expect(await announcements()).toHaveLength(1);
  await searchField(page).fill("zzzzzz");
  await expect(live).toHaveText(/^0 of \d+ articles for “zzzzzz”, No article has “zzzzzz”$/);
  expect(await announcements()).toHaveLength(2);
});

test("the sort menu offers \"Best match\" only with a query", async ({ page }) => {
  await openDemo(page);
  const best = sortMenu(page).getByRole("option", { name: "Best match" });
  await expect(best).toHaveCount(0);
  await expect(sortMenu(page).getByRole("option", { name: "Most heat" })).toHaveCount(0);
  await searchField(page).fill("sea");
  await expect(sortMenu(page)).toHaveValue("relevance");
  await sortMenu(page).selectOption({ label: "Oldest first" });
  await expect(demoList(page).locator(".ac-live")).toHaveText(/sorted by Oldest first$/);
  await page.keyboard.press("Escape");
  await searchField(page).fill("");
  // The chosen order stays.
  await expect(sortMenu(page)).toHaveValue("publishedDateTime");
  await expect(best).toHaveCount(0);
  await sortMenu(page).selectOption({ label: "Newest first" });
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
});

test.describe("real news feed", () => {
  test.skip(!hasRealFeeds, NO_REAL_FEEDS);
  const total = news.length;

  /** Opens the news feed with all pages loaded. @param {import("@playwright/test").Page} page @param {string} query */
  async function openAll(page, query = "") {
    await openDemo(page, `?${NEWS_QUERY}&page=${ALL_PAGES}${query}`);
    await expect(summary(page)).not.toContainText("so far", { timeout: 60_000 });
    await expect(summary(page)).toContainText(`${total} articles`);
  }

  test("a misspelt word finds the intended articles in the whole feed", async ({ page }) => {
    await openDemo(page, `?${NEWS_QUERY}`);
    await searchField(page).fill("portls");
    await expect(summary(page)).toHaveText(new RegExp(`^\\d+ of ${total} articles for “portls”$`));
    // Both words are one edit away.
    const intended = news.filter((article) => hasWord(article, (word) => word === "portals" || word === "ports"));
    expect(intended.length).toBeGreaterThan(10);
    await expect(summary(page)).toHaveText(`${intended.length} of ${total} articles for “portls”`);
    const misspelt = await shownIds(page);
    await searchField(page).fill("portals");
    const exact = news.filter((article) => hasWord(article, (word) => word.startsWith("portals")));
    await expect(summary(page)).toHaveText(`${exact.length} of ${total} articles for “portals”`);
    expect(misspelt).toHaveLength(12);
    const known = new Set(intended.map((article) => article.path));
    for (const id of [...misspelt, ...await shownIds(page)]) expect(known.has(id)).toBe(true);
  });

  test("words, phrases and exclusions", async ({ page }) => {
    await openAll(page);
    const queries = /** @type {const} */ ([
      ['"power apps" -teams', (/** @type {import("./real-feeds.js").Article} */ article) =>
        hasPhrase(article, "power apps") && !hasWord(article, (word) => word.startsWith("teams"))],
      ['"canvas apps"', (/** @type {import("./real-feeds.js").Article} */ article) => hasPhrase(article, "canvas apps")],
      ["canv mod", (/** @type {import("./real-feeds.js").Article} */ article) =>
        hasWord(article, (word) => word.startsWith("canv")) && hasWord(article, (word) => word.startsWith("mod"))],
      ['-"power apps"', () => false],
    ]);
    for (const [text, passes] of queries) {
      await searchField(page).fill(text);
      const expected = news.filter(passes).map((article) => article.path);
      await expect(summary(page)).toHaveText(`${expected.length} of ${total} articles for “${text}”`);
      for (let more = expected.length - 12; more > 0; more -= 12) {
        const shown = await cards(page).count();
        await demoList(page).locator(".ac-more-button").click();
        await expect.poll(() => cards(page).count()).toBeGreaterThan(shown);
        if (shown > 60) break;
      }
      const shown = await shownIds(page);
      expect(shown.length).toBe(Math.min(expected.length, shown.length));
      expect(shown.filter((id) => !expected.includes(id)), text).toEqual([]);
    }
  });

  test("every order of the sort menu", async ({ page }) => {
    await openAll(page, "&scores");
    expect(await shownIds(page)).toEqual(newestFirst(news));
    const collator = new Intl.Collator("en-GB", { numeric: true });
    const position = new Map(news.map((article, index) => [article.path, index]));
    const sorted = (/** @type {(a: import("./real-feeds.js").Article, b: import("./real-feeds.js").Article) => number} */ compare) =>
      [...news].sort((a, b) => compare(a, b) || (position.get(a.path) ?? 0) - (position.get(b.path) ?? 0)).map((article) => article.path);
    const unrated = (/** @type {number} */ heat) => Number(heat < 0);
    const orders = {
      "Most heat": sorted((a, b) => unrated(a.heat) - unrated(b.heat) || b.heat - a.heat),
      "Least heat": sorted((a, b) => unrated(a.heat) - unrated(b.heat) || a.heat - b.heat),
      "Title A–Z": sorted((a, b) => collator.compare(a.title, b.title)),
      "Title Z–A": sorted((a, b) => collator.compare(b.title, a.title)),
      "Oldest first": sorted((a, b) => Date.parse(a.publishedDateTime) - Date.parse(b.publishedDateTime)),
    };
    for (const [label, order] of Object.entries(orders)) {
      await sortMenu(page).selectOption({ label });
      await expect(cards(page)).toHaveCount(12);
      expect(await shownIds(page), label).toEqual(order.slice(0, 12));
      await demoList(page).locator(".ac-more-button").click();
      await expect(cards(page)).toHaveCount(24);
      expect(await shownIds(page), label).toEqual(order.slice(0, 24));
    }
    await expect(chips(page)).toHaveCount(0);
  });
});

test.describe("on a touch screen", () => {
  test.use({ hasTouch: true });

  test("clearing does not call up the keyboard", async ({ page }) => {
    await openDemo(page);
    await searchField(page).fill("the");
    await demoList(page).getByRole("button", { name: "Clear the search" }).tap();
    await expect(searchField(page)).toHaveValue("");
    await expect(summary(page)).toBeFocused();
    await cards(page).first().locator(".ac-topic").first().tap();
    await chips(page).first().tap();
    await expect(chips(page)).toHaveCount(0);
    await expect(summary(page)).toBeFocused();
  });
});
