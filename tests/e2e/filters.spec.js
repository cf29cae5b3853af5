// Filtering by values, dates and scores: in the facets, on the cards, and in an empty result.
import { cards, chips, demoList, describeFocus, expectFocusInList, facet, facetCounts, facetOption, openDemo, searchField, shownIds, summary, typeNumber } from "./demo-page.js";
import { expect, test } from "./fixtures.js";
import { ALL_PAGES, NEWS_QUERY, NO_REAL_FEEDS, hasRealFeeds, hasWord, newestFirst, news, provider, tally, topics, type } from "./real-feeds.js";

/** The sample in one document: counts that don't grow. */
const SAMPLE = "?src=sample/all.json";

/** @param {import("@playwright/test").Page} page */
const total = async (page) => Number((await summary(page).innerText()).match(/^\d+/)?.[0]);

test("choosing a value updates counts, chips and checkboxes", async ({ page }) => {
  await openDemo(page, SAMPLE);
  const before = await facetCounts(page, "topics");
  const cities = facetOption(page, "topics", "Cities");
  await cities.getByRole("checkbox").check();
  await expect(summary(page)).toHaveText(new RegExp(`^${before.Cities} of \\d+ articles$`));
  await expect(cards(page)).toHaveCount(Math.min(before.Cities ?? 0, 12));
  await expect(chips(page)).toHaveText(["Cities, remove this filter"]);
  // Values of a facet are combined with OR, so choosing one does not change the counts of the others.
  expect(await facetCounts(page, "topics")).toEqual(before);
  await facetOption(page, "topics", "AI").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(2);
  const both = await total(page);
  expect(both).toBeGreaterThan(Math.max(before.Cities ?? 0, before.AI ?? 0));
  expect(both).toBeLessThanOrEqual((before.Cities ?? 0) + (before.AI ?? 0));
  await cities.getByRole("checkbox").uncheck();
  await expect(chips(page)).toHaveText(["AI, remove this filter"]);
  expect(await total(page)).toBe(before.AI);
});

test("excluding a value removes its articles, and its label says so", async ({ page }) => {
  await openDemo(page, SAMPLE);
  const all = await total(page);
  const before = await facetCounts(page, "topics");
  const ai = facetOption(page, "topics", "AI");
  const exclude = ai.getByRole("button", { name: "Exclude AI" });
  await exclude.click();
  await expect(exclude).toHaveAttribute("aria-pressed", "true");
  await expect(ai.getByRole("checkbox")).toHaveAccessibleName("AI 0 articles, excluded");
  expect(await total(page)).toBe(all - (before.AI ?? 0));
  await expect(chips(page)).toHaveText(["Not AI, remove this filter"]);
  for (const card of await cards(page).all()) {
    await expect(card.locator(".ac-topic").getByText("AI", { exact: true })).toHaveCount(0);
  }
  // Checking an excluded value includes it instead.
  await ai.getByRole("checkbox").check();
  await expect(exclude).toHaveAttribute("aria-pressed", "false");
  await expect(chips(page)).toHaveText(["AI, remove this filter"]);
  await exclude.click();
  await expect(ai.getByRole("checkbox")).not.toBeChecked();
  await exclude.click();
  await expect(chips(page)).toHaveCount(0);
  expect(await facetCounts(page, "topics")).toEqual(before);
});

test("\"Show all\" lists all values of a facet, and they can be searched", async ({ page }) => {
  await openDemo(page);
  const group = facet(page, "topics");
  const rows = group.locator(".ac-facet-option");
  await expect(rows).toHaveCount(10);
  const more = group.getByRole("button", { name: /^Show all \d+ in Topics$/ });
  const size = Number((await more.innerText()).match(/\d+/)?.[0]);
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(size);
  // The focus moves to the first new value.
  await expect(rows.nth(10).getByRole("checkbox")).toBeFocused();
  const all = Object.values(await facetCounts(page, "topics"));
  expect(all).toEqual([...all].sort((a, b) => b - a));
  const find = group.getByRole("searchbox", { name: "Find in Topics" });
  await find.fill("CÏT");
  await expect(rows).toHaveCount(1);
  await expect(rows.getByRole("checkbox")).toHaveAccessibleName(/^Cities /);
  await find.fill("zzz");
  await expect(rows).toHaveCount(0);
  await expect(group.getByRole("status")).toHaveText("No match");
  await find.press("Escape");
  await expect(find).toHaveValue("");
  await expect(find).toBeFocused();
  await group.getByRole("button", { name: "Show fewer in Topics" }).click();
  await expect(rows).toHaveCount(10);
  await expectFocusInList(page);
});

test("a chosen value stays visible when the others are collapsed", async ({ page }) => {
  await openDemo(page, SAMPLE);
  const group = facet(page, "topics");
  await group.getByRole("button", { name: /^Show all/ }).click();
  const last = group.locator(".ac-facet-option").last();
  const value = (await last.getAttribute("data-value")) ?? "";
  await last.getByRole("checkbox").check();
  await group.getByRole("button", { name: /^Show fewer/ }).click();
  await expect(facetOption(page, "topics", value).getByRole("checkbox")).toBeChecked();
});

test("filtering by keyboard never loses the focus to the page", async ({ page }) => {
  await openDemo(page);
  const box = facetOption(page, "topics", "Cities").getByRole("checkbox");
  await box.focus();
  await page.keyboard.press("Space");
  await expect(chips(page)).toHaveCount(1);
  await expect(box).toBeFocused();
  await page.keyboard.press("Tab");
  const exclude = facetOption(page, "topics", "Cities").getByRole("button", { name: "Exclude Cities" });
  await expect(exclude).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveText(["Not Cities, remove this filter"]);
  await expect(exclude).toBeFocused();
  await facetOption(page, "topics", "AI").getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await facetOption(page, "type", "article").getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await expect(chips(page)).toHaveCount(3);
  // Removing a chip focuses the next one, else the one before, else the search field.
  await chips(page).first().focus();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(2);
  await expect(chips(page).first()).toBeFocused();
  await chips(page).last().focus();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(1);
  await expect(chips(page).first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(searchField(page)).toBeFocused();
  // "Clear all".
  await facetOption(page, "topics", "AI").getByRole("checkbox").check();
  await facetOption(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(2);
  await demoList(page).locator(".ac-chip-clear").focus();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(searchField(page)).toBeFocused();
  // A topic on a card that disappears or moves when pressed.
  const topic = cards(page).nth(8).locator("button.ac-topic").first();
  await topic.focus();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(1);
  await expectFocusInList(page);
  await page.keyboard.press("Enter");
  await expectFocusInList(page);
});

test("a topic or provider on a card filters by it and appears pressed", async ({ page }) => {
  await openDemo(page, SAMPLE);
  const topic = cards(page).nth(2).locator("button.ac-topic").first();
  const name = await topic.innerText();
  await topic.click();
  await expect(chips(page)).toHaveText([`${name}, remove this filter`]);
  await expect(facetOption(page, "topics", name).getByRole("checkbox")).toBeChecked();
  const pressed = cards(page).locator("button.ac-topic[aria-pressed=true]");
  for (const one of await pressed.allInnerTexts()) expect(one).toBe(name);
  await expect(pressed.first()).toBeVisible();
  await pressed.first().click();
  await expect(chips(page)).toHaveCount(0);
  await expect(pressed).toHaveCount(0);
  const source = cards(page).nth(1).locator("button.ac-x-name");
  const from = await source.innerText();
  await source.click();
  await expect(chips(page)).toHaveText([`${from}, remove this filter`]);
  const names = cards(page).locator("button.ac-x-name");
  await expect(names.first()).toHaveAttribute("aria-pressed", "true");
  expect(new Set(await names.allInnerTexts())).toEqual(new Set([from]));
  await expect(facetOption(page, "provider", from).getByRole("checkbox")).toBeChecked();
});

test("without results, each suggestion brings the number of articles it promises", async ({ page }) => {
  await openDemo(page, SAMPLE);
  await facetOption(page, "topics", "Cities").getByRole("checkbox").check();
  await searchField(page).fill("zzzzzz");
  const empty = demoList(page).locator(".ac-empty");
  await expect(empty).toContainText("No article matches all of this");
  const withoutQuery = empty.getByRole("button", { name: /Without “zzzzzz”/ });
  const promised = Number((await withoutQuery.locator(".ac-x-gain").innerText()).match(/\d+/)?.[0]);
  await withoutQuery.focus();
  await page.keyboard.press("Enter");
  await expect(searchField(page)).toHaveValue("");
  expect(await total(page)).toBe(promised);
  await expect(cards(page)).toHaveCount(Math.min(promised, 12));
  await expectFocusInList(page);
  await expect(empty).toHaveCount(0);
  for (const index of [0, 1]) {
    await page.goto(`demo/${SAMPLE}&topics=Cities&q=boilers`);
    await expect(summary(page)).toHaveText(/^0 of \d+ articles for “boilers”$/);
    const suggestion = empty.locator(".ac-x-drop").nth(index);
    const gain = (await suggestion.locator(".ac-x-gain").innerText()).match(/\d+/)?.[0];
    await suggestion.click();
    await expect(summary(page)).toHaveText(new RegExp(`^${gain} of`));
  }
  await page.goto(`demo/${SAMPLE}&topics=Cities&q=boilers`);
  await empty.getByRole("button", { name: "Clear all filters" }).click();
  await expect(chips(page)).toHaveCount(0);
  await expect(searchField(page)).toHaveValue("");
  await expectFocusInList(page);
});

test("date filter: presets, fields, and a range that ends before it begins", async ({ page }) => {
  await page.clock.setFixedTime("2026-11-25T12:00:00Z");
  await openDemo(page);
  const dates = demoList(page).getByRole("group", { name: "Date" });
  const shownDates = () => cards(page).locator("time.ac-card-date").evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  const week = dates.getByRole("button", { name: "Last 7 days" });
  await week.click();
  await expect(week).toHaveAttribute("aria-pressed", "true");
  await expect(dates.getByLabel("From")).toHaveValue("2026-11-18");
  await expect(chips(page)).toHaveText([/^From 18 Nov(ember)? 2026, remove this filter$/]);
  expect((await shownDates()).length).toBeGreaterThan(0);
  for (const date of await shownDates()) expect(date >= "2026-11-18").toBe(true);
  await week.click();
  await expect(chips(page)).toHaveCount(0);
  await expect(week).toHaveAttribute("aria-pressed", "false");
  await dates.getByLabel("From").fill("2026-11-01");
  await dates.getByLabel("To").fill("2026-11-10");
  await dates.getByLabel("To").blur();
  await expect(chips(page)).toHaveCount(1);
  await expect(cards(page).first()).toBeVisible();
  for (const date of await shownDates()) expect(date >= "2026-11-01" && date < "2026-11-11").toBe(true);
  await dates.getByLabel("To").fill("2026-10-01");
  await dates.getByLabel("To").blur();
  await expect(dates.getByLabel("To")).toHaveAttribute("aria-invalid", "true");
  // Explained, not applied.
  await expect(dates.getByRole("alert")).toContainText("ends before it begins");
  await expect(chips(page)).toHaveCount(0);
  await expect(cards(page)).toHaveCount(12);
  await dates.getByLabel("To").fill("2026-11-10");
  await dates.getByLabel("To").blur();
  await expect(dates.getByRole("alert")).toHaveCount(0);
  await expect(chips(page)).toHaveCount(1);
});

test("score filter: minimum, maximum, both, and invalid input", async ({ page }) => {
  await openDemo(page, "?scores");
  const heat = demoList(page).getByRole("group", { name: "Heat" });
  const scores = () => cards(page).evaluateAll((all) => all.map((card) => Number(card.querySelector(".ac-card-scores")?.textContent?.match(/Heat\D*(\d+)/)?.[1])));
  await typeNumber(heat.getByLabel("At least"), "60");
  await heat.getByLabel("At least").blur();
  await expect(chips(page)).toHaveText(["Heat from 60, remove this filter"]);
  for (const score of await scores()) expect(score).toBeGreaterThanOrEqual(60);
  await typeNumber(heat.getByLabel("At most"), "100");
  await heat.getByLabel("At most").blur();
  await expect(chips(page)).toHaveText(["Heat 60 – 100, remove this filter"]);
  await expect(cards(page).first()).toBeVisible();
  for (const score of await scores()) expect(score >= 60 && score <= 100).toBe(true);
  await typeNumber(heat.getByLabel("At least"), "61.5");
  await heat.getByLabel("At least").blur();
  await expect(heat.getByLabel("At least")).toHaveValue("60");
  await typeNumber(heat.getByLabel("At least"), "");
  await heat.getByLabel("At least").blur();
  await expect(chips(page)).toHaveText(["Heat up to 100, remove this filter"]);
});

test.describe("real news feed", () => {
  test.skip(!hasRealFeeds, NO_REAL_FEEDS);

  test("facet counts and results match those computed from the files", async ({ page }) => {
    await openDemo(page, `?${NEWS_QUERY}&page=${ALL_PAGES}`);
    await expect(summary(page)).toHaveText(`${news.length} articles`, { timeout: 60_000 });
    await facet(page, "provider").getByRole("button", { name: /^Show all/ }).click();
    // What every article has is not offered.
    const offered = (/** @type {import("./real-feeds.js").Article[]} */ articles, /** @type {(article: import("./real-feeds.js").Article) => any} */ values) =>
      Object.fromEntries(Object.entries(tally(articles, values)).filter(([value]) => tally(news, values)[value] !== news.length));
    expect(await facetCounts(page, "topics")).toEqual(offered(news, topics));
    expect(await facetCounts(page, "provider")).toEqual(tally(news, provider));
    expect(await facetCounts(page, "type")).toEqual(offered(news, type));
    const order = Object.keys(await facetCounts(page, "provider"));
    const expectedOrder = Object.entries(tally(news, provider)).sort(([a, m], [b, n]) => n - m || new Intl.Collator("en-GB", { numeric: true }).compare(a, b));
    expect(order).toEqual(expectedOrder.map(([name]) => name));
    // Each facet's counts ignore the facet's own filter.
    await facetOption(page, "provider", "Neowin").getByRole("button", { name: "Exclude Neowin" }).click();
    await facetOption(page, "topics", "Portals").getByRole("checkbox").check();
    await facetOption(page, "topics", "Canvas apps").getByRole("checkbox").check();
    await searchField(page).fill("data");
    const chosen = ["Portals", "Canvas apps"];
    const passesTopics = (/** @type {import("./real-feeds.js").Article} */ article) => topics(article).some((topic) => chosen.includes(topic));
    const passesProvider = (/** @type {import("./real-feeds.js").Article} */ article) => article.provider?.name !== "Neowin";
    const passesText = (/** @type {import("./real-feeds.js").Article} */ article) => hasWord(article, (word) => word.startsWith("data"));
    const found = news.filter((article) => passesTopics(article) && passesProvider(article) && passesText(article));
    await expect(summary(page)).toHaveText(`${found.length} of ${news.length} articles for “data”`);
    await page.keyboard.press("Tab");
    const without = news.filter((article) => passesProvider(article) && passesText(article));
    expect(await facetCounts(page, "topics")).toEqual(offered(without, topics));
    expect(await facetCounts(page, "type")).toEqual(offered(found, type));
    const providers = tally(news.filter((article) => passesTopics(article) && passesText(article) && passesProvider(article)), provider);
    expect(await facetCounts(page, "provider")).toEqual({ ...providers, Neowin: 0 });
    await demoList(page).getByLabel("Sort by").selectOption({ label: "Newest first" });
    await expect(cards(page)).toHaveCount(Math.min(12, found.length));
    expect(await shownIds(page)).toEqual(newestFirst(found).slice(0, 12));
    expect(await describeFocus(page)).not.toBe("body");
  });
});
