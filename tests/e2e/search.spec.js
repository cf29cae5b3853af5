// Searching and sorting: what a reader types and chooses, and what is shown and said for it.
import { expect, feed, test } from "./page.js";
import { ALL_PAGES, MISSING, NEWS, hasNews, hasPhrase, hasWord, news, newestFirst } from "./news.js";
import { cards, chips, ids, open, search, sortMenu, summary } from "./reader.js";

test("a search as it is typed, marked in title and excerpt", async ({ page }) => {
  await open(page);
  const covered = Number((await summary(page).innerText()).match(/^\d+/)?.[0]);
  await search(page).pressSequentially("wíNt");
  await expect(summary(page)).toHaveText(new RegExp(`^\\d+ of ${covered} articles so far for “wíNt”$`));
  const found = Number((await summary(page).innerText()).match(/^\d+/)?.[0]);
  expect(found).toBeGreaterThan(0);
  await expect(cards(page)).toHaveCount(Math.min(found, 12));
  await expect(search(page)).toBeFocused();
  const marks = await cards(page).locator("mark").allInnerTexts();
  expect(marks.length).toBeGreaterThan(0);
  for (const mark of marks) expect(mark.toLowerCase()).toMatch(/^wint/);
  await search(page).fill("the");
  await expect(cards(page).locator(".ac-card-title mark").first()).toBeVisible();
  await expect(cards(page).locator(".ac-card-excerpt mark").first()).toBeVisible();
  // A mark changes no letter of the title.
  const title = cards(page).locator(".ac-card-title").filter({ has: page.locator("mark") }).first();
  expect(await title.innerText()).not.toMatch(/\s{2}/);
});

test("the search is cleared by its button and by Escape, and the field keeps the focus", async ({ page }) => {
  await open(page);
  const before = await ids(page);
  const told = await summary(page).innerText();
  const clear = feed(page).getByRole("button", { name: "Clear the search" });
  await expect(clear).toHaveCount(0);
  await search(page).fill("zzzzzz");
  await expect(cards(page)).toHaveCount(0);
  await clear.click();
  await expect(search(page)).toHaveValue("");
  await expect(search(page)).toBeFocused();
  await expect(clear).toHaveCount(0);
  await expect(cards(page)).toHaveCount(before.length);
  await search(page).fill("sea");
  await expect(summary(page)).toContainText("“sea”");
  await page.keyboard.press("Escape");
  await expect(search(page)).toHaveValue("");
  await expect(search(page)).toBeFocused();
  await expect(summary(page)).toHaveText(told);
  expect(await ids(page)).toEqual(before);
  // An empty field has nothing to clear: the key is the page's.
  await page.evaluate(() => {
    window.addEventListener("keydown", (event) => Object.assign(window, { isLeft: !event.defaultPrevented }));
  });
  await page.keyboard.press("Escape");
  expect(await page.evaluate(() => /** @type {any} */ (window).isLeft)).toBe(true);
});

test("Enter keeps the page, the focus and the result", async ({ page }) => {
  await open(page);
  await page.evaluate(() => Object.assign(window, { same: true }));
  await search(page).fill("sea");
  await page.keyboard.press("Enter");
  await expect(summary(page)).toContainText("“sea”");
  await expect(search(page)).toBeFocused();
  expect(await page.evaluate(() => "same" in window)).toBe(true);
});

test("what is found is announced once, when the typing pauses", async ({ page }) => {
  await open(page);
  const live = feed(page).locator(".ac-live");
  await expect(live).toHaveText(/sorted by Newest first/);
  await live.evaluate((live) => {
    /** @type {string[]} */
    const said = [];
    Object.assign(window, { said });
    new MutationObserver(() => said.push(live.textContent ?? "")).observe(live, { subtree: true, childList: true, characterData: true });
  });
  const said = () => page.evaluate(() => /** @type {any} */ (window).said);
  await search(page).pressSequentially("science", { delay: 80 });
  await expect(live).toHaveText(/^\d+ of \d+ articles so far for “science”, \d+ shown, sorted by Best match$/);
  await page.waitForTimeout(1_000);
  expect(await said()).toHaveLength(1);
  await search(page).fill("zzzzzz");
  await expect(live).toHaveText(/^0 of \d+ articles so far for “zzzzzz”, No article matches all of this$/);
  expect(await said()).toHaveLength(2);
});

test("the menu of orders offers the best match only while there is a text", async ({ page }) => {
  await open(page);
  const best = sortMenu(page).getByRole("option", { name: "Best match" });
  await expect(best).toHaveCount(0);
  await expect(sortMenu(page).getByRole("option", { name: "Most heat" })).toHaveCount(0);
  await search(page).fill("sea");
  await expect(sortMenu(page)).toHaveValue("relevance");
  await sortMenu(page).selectOption({ label: "Oldest first" });
  await expect(feed(page).locator(".ac-live")).toHaveText(/sorted by Oldest first$/);
  await page.keyboard.press("Escape");
  await search(page).fill("");
  // What was chosen stays.
  await expect(sortMenu(page)).toHaveValue("publishedDateTime");
  await expect(best).toHaveCount(0);
  await sortMenu(page).selectOption({ label: "Newest first" });
  await expect(sortMenu(page)).toHaveValue("-publishedDateTime");
});

test.describe("real news", () => {
  test.skip(!hasNews, MISSING);
  const total = news.length;

  /** Opens them and has all of them loaded. @param {import("@playwright/test").Page} page @param {string} query */
  async function openAll(page, query = "") {
    await open(page, `?${NEWS}&page=${ALL_PAGES}${query}`);
    await expect(summary(page)).not.toContainText("so far", { timeout: 60_000 });
    await expect(summary(page)).toContainText(`${total} articles`);
  }

  test("a misspelt word finds nothing of the first page, and after the whole feed what was meant", async ({ page }) => {
    await open(page, `?${NEWS}`);
    await search(page).fill("portls");
    const all = feed(page).getByRole("button", { name: "Search the whole feed" });
    await all.click();
    await expect(summary(page)).toHaveText(new RegExp(`^\\d+ of ${total} articles for “portls”$`));
    await expect(all).toHaveCount(0);
    // One edit: `portals`, `ports`.
    const meant = news.filter((article) => hasWord(article, (word) => word === "portals" || word === "ports"));
    expect(meant.length).toBeGreaterThan(10);
    await expect(summary(page)).toHaveText(`${meant.length} of ${total} articles for “portls”`);
    const misspelt = await ids(page);
    await search(page).fill("portals");
    const exact = news.filter((article) => hasWord(article, (word) => word.startsWith("portals")));
    await expect(summary(page)).toHaveText(`${exact.length} of ${total} articles for “portals”`);
    expect(misspelt).toHaveLength(12);
    const known = new Set(meant.map((article) => article.path));
    for (const id of [...misspelt, ...await ids(page)]) expect(known.has(id)).toBe(true);
  });

  test("words, phrases and exclusions", async ({ page }) => {
    await openAll(page);
    const queries = /** @type {const} */ ([
      ['"power apps" -teams', (/** @type {import("./news.js").Article} */ article) =>
        hasPhrase(article, "power apps") && !hasWord(article, (word) => word.startsWith("teams"))],
      ['"canvas apps"', (/** @type {import("./news.js").Article} */ article) => hasPhrase(article, "canvas apps")],
      ["canv mod", (/** @type {import("./news.js").Article} */ article) =>
        hasWord(article, (word) => word.startsWith("canv")) && hasWord(article, (word) => word.startsWith("mod"))],
      ['-"power apps"', () => false],
    ]);
    for (const [text, passes] of queries) {
      await search(page).fill(text);
      const meant = news.filter(passes).map((article) => article.path);
      await expect(summary(page)).toHaveText(`${meant.length} of ${total} articles for “${text}”`);
      for (let more = meant.length - 12; more > 0; more -= 12) {
        const shown = await cards(page).count();
        await feed(page).locator(".ac-more-button").click();
        await expect.poll(() => cards(page).count()).toBeGreaterThan(shown);
        if (shown > 60) break;
      }
      const shown = await ids(page);
      expect(shown.length).toBe(Math.min(meant.length, shown.length));
      expect(shown.filter((id) => !meant.includes(id)), text).toEqual([]);
    }
  });

  test("the orders of the menu", async ({ page }) => {
    await openAll(page, "&scores");
    expect(await ids(page)).toEqual(newestFirst(news));
    const collator = new Intl.Collator("en-GB", { numeric: true });
    const place = new Map(news.map((article, place) => [article.path, place]));
    const sorted = (/** @type {(a: import("./news.js").Article, b: import("./news.js").Article) => number} */ compare) =>
      [...news].sort((a, b) => compare(a, b) || (place.get(a.path) ?? 0) - (place.get(b.path) ?? 0)).map((article) => article.path);
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
      expect(await ids(page), label).toEqual(order.slice(0, 12));
      await feed(page).locator(".ac-more-button").click();
      await expect(cards(page)).toHaveCount(24);
      expect(await ids(page), label).toEqual(order.slice(0, 24));
    }
    await expect(chips(page)).toHaveCount(0);
  });
});
