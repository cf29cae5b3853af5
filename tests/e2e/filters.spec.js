// Filtering by values, dates and scores: beside the cards, on them, and where nothing is left.
import { expect, feed, test } from "./page.js";
import { ALL_PAGES, MISSING, NEWS, hasNews, hasWord, news, newestFirst, provider, tally, topics, type } from "./news.js";
import { cards, checkFocusIsInside, chips, counts, facet, focused, ids, open, option, search, summary, writeNumber } from "./reader.js";

/** @param {import("@playwright/test").Page} page */
const total = async (page) => Number((await summary(page).innerText()).match(/^\d+/)?.[0]);

test("a chosen value, its count, its chip and its state", async ({ page }) => {
  await open(page);
  const before = await counts(page, "topics");
  const cities = option(page, "topics", "Cities");
  await cities.getByRole("checkbox").check();
  await expect(summary(page)).toHaveText(new RegExp(`^${before.Cities} of \\d+ articles so far$`));
  await expect(cards(page)).toHaveCount(before.Cities ?? 0);
  await expect(chips(page)).toHaveText(["Cities, remove this filter"]);
  // Within a group values are joined by OR: the counts of the others are still what they would bring.
  expect(await counts(page, "topics")).toEqual(before);
  await option(page, "topics", "AI").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(2);
  const both = await total(page);
  expect(both).toBeGreaterThan(Math.max(before.Cities ?? 0, before.AI ?? 0));
  expect(both).toBeLessThanOrEqual((before.Cities ?? 0) + (before.AI ?? 0));
  await cities.getByRole("checkbox").uncheck();
  await expect(chips(page)).toHaveText(["AI, remove this filter"]);
  expect(await total(page)).toBe(before.AI);
});

test("an excluded value is left out, counts nothing and says so", async ({ page }) => {
  await open(page);
  const all = await total(page);
  const before = await counts(page, "topics");
  const ai = option(page, "topics", "AI");
  const exclude = ai.getByRole("button", { name: "Exclude AI" });
  await exclude.click();
  await expect(exclude).toHaveAttribute("aria-pressed", "true");
  await expect(ai.getByRole("checkbox")).toHaveAccessibleName("AI 0 articles, excluded");
  expect(await total(page)).toBe(all - (before.AI ?? 0));
  await expect(chips(page)).toHaveText(["Not AI, remove this filter"]);
  for (const card of await cards(page).all()) {
    await expect(card.locator(".ac-topic").getByText("AI", { exact: true })).toHaveCount(0);
  }
  // Choosing what is excluded turns it round.
  await ai.getByRole("checkbox").check();
  await expect(exclude).toHaveAttribute("aria-pressed", "false");
  await expect(chips(page)).toHaveText(["AI, remove this filter"]);
  await exclude.click();
  await expect(ai.getByRole("checkbox")).not.toBeChecked();
  await exclude.click();
  await expect(chips(page)).toHaveCount(0);
  expect(await counts(page, "topics")).toEqual(before);
});

test("all values of a group, and a search in them", async ({ page }) => {
  await open(page);
  const group = facet(page, "topics");
  const rows = group.locator(".ac-facet-option");
  await expect(rows).toHaveCount(10);
  const more = group.getByRole("button", { name: /^Show all \d+ in Topics$/ });
  const size = Number((await more.innerText()).match(/\d+/)?.[0]);
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(size);
  // The first of the new ones is where to go on.
  await expect(rows.nth(10).getByRole("checkbox")).toBeFocused();
  const all = Object.values(await counts(page, "topics"));
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
  await checkFocusIsInside(page);
});

test("a value that is chosen stays in sight when the others are folded away", async ({ page }) => {
  await open(page);
  const group = facet(page, "topics");
  await group.getByRole("button", { name: /^Show all/ }).click();
  const last = group.locator(".ac-facet-option").last();
  const value = (await last.getAttribute("data-value")) ?? "";
  await last.getByRole("checkbox").check();
  await group.getByRole("button", { name: /^Show fewer/ }).click();
  await expect(option(page, "topics", value).getByRole("checkbox")).toBeChecked();
});

test("by keyboard the focus is never lost to the page", async ({ page }) => {
  await open(page);
  const box = option(page, "topics", "Cities").getByRole("checkbox");
  await box.focus();
  await page.keyboard.press("Space");
  await expect(chips(page)).toHaveCount(1);
  await expect(box).toBeFocused();
  await page.keyboard.press("Tab");
  const exclude = option(page, "topics", "Cities").getByRole("button", { name: "Exclude Cities" });
  await expect(exclude).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveText(["Not Cities, remove this filter"]);
  await expect(exclude).toBeFocused();
  await option(page, "topics", "AI").getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await option(page, "type", "article").getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await expect(chips(page)).toHaveCount(3);
  // Removing goes on to the next chip, at the end to the one before, and with the last to the search.
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
  await expect(search(page)).toBeFocused();
  // All at once.
  await option(page, "topics", "AI").getByRole("checkbox").check();
  await option(page, "type", "article").getByRole("checkbox").check();
  await expect(chips(page)).toHaveCount(2);
  await feed(page).locator(".ac-chip-clear").focus();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(0);
  await expect(search(page)).toBeFocused();
  // A topic on a card that goes away or moves by being pressed.
  const topic = cards(page).nth(8).locator("button.ac-topic").first();
  await topic.focus();
  await page.keyboard.press("Enter");
  await expect(chips(page)).toHaveCount(1);
  await checkFocusIsInside(page);
  await page.keyboard.press("Enter");
  await checkFocusIsInside(page);
});

test("what lies on a card filters by it, and is shown as pressed", async ({ page }) => {
  await open(page);
  const topic = cards(page).nth(2).locator("button.ac-topic").first();
  const name = await topic.innerText();
  await topic.click();
  await expect(chips(page)).toHaveText([`${name}, remove this filter`]);
  await expect(option(page, "topics", name).getByRole("checkbox")).toBeChecked();
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
  await expect(option(page, "provider", from).getByRole("checkbox")).toBeChecked();
});

test("where nothing matches, each offer brings what it promises", async ({ page }) => {
  await open(page);
  await option(page, "topics", "Cities").getByRole("checkbox").check();
  await search(page).fill("zzzzzz");
  const empty = feed(page).locator(".ac-empty");
  await expect(empty).toContainText("No article matches all of this");
  const cities = empty.getByRole("button", { name: /Without the words “zzzzzz”/ });
  const promised = Number((await cities.locator(".ac-x-gain").innerText()).match(/\d+/)?.[0]);
  await cities.focus();
  await page.keyboard.press("Enter");
  await expect(search(page)).toHaveValue("");
  expect(await total(page)).toBe(promised);
  await expect(cards(page)).toHaveCount(promised);
  await checkFocusIsInside(page);
  await expect(empty).toHaveCount(0);
  for (const place of [0, 1]) {
    await page.goto("demo/?topics=Cities&q=boilers");
    // An address is looked for in the whole feed.
    await expect(summary(page)).toHaveText(/^0 of \d+ articles for “boilers”$/);
    const offer = empty.locator(".ac-x-drop").nth(place);
    const gain = (await offer.locator(".ac-x-gain").innerText()).match(/\d+/)?.[0];
    await offer.click();
    await expect(summary(page)).toHaveText(new RegExp(`^${gain} of`));
  }
  await page.goto("demo/?topics=Cities&q=boilers");
  await empty.getByRole("button", { name: "Clear all filters" }).click();
  await expect(chips(page)).toHaveCount(0);
  await expect(search(page)).toHaveValue("");
  await checkFocusIsInside(page);
});

test("dates: presets, fields, and a range that ends before it begins", async ({ page }) => {
  await page.clock.setFixedTime("2026-11-25T12:00:00Z");
  await open(page);
  const dates = feed(page).getByRole("group", { name: "Date" });
  const shown = () => cards(page).locator("time.ac-card-date").evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  const week = dates.getByRole("button", { name: "Last 7 days" });
  await week.click();
  await expect(week).toHaveAttribute("aria-pressed", "true");
  await expect(dates.getByLabel("From")).toHaveValue("2026-11-18");
  await expect(chips(page)).toHaveText([/^From 18 Nov(ember)? 2026, remove this filter$/]);
  expect((await shown()).length).toBeGreaterThan(0);
  for (const date of await shown()) expect(date >= "2026-11-18").toBe(true);
  await week.click();
  await expect(chips(page)).toHaveCount(0);
  await expect(week).toHaveAttribute("aria-pressed", "false");
  await dates.getByLabel("From").fill("2026-11-01");
  await dates.getByLabel("To").fill("2026-11-10");
  await dates.getByLabel("To").blur();
  await expect(chips(page)).toHaveCount(1);
  await expect(cards(page).first()).toBeVisible();
  for (const date of await shown()) expect(date >= "2026-11-01" && date < "2026-11-11").toBe(true);
  await dates.getByLabel("To").fill("2026-10-01");
  await dates.getByLabel("To").blur();
  await expect(dates.getByLabel("To")).toHaveAttribute("aria-invalid", "true");
  await expect(cards(page)).toHaveCount(0);
  await feed(page).getByRole("button", { name: /Without the limits of Date/ }).click();
  await expect(dates.getByLabel("From")).toHaveValue("");
  await expect(dates.getByLabel("To")).toHaveValue("");
  await expect(cards(page).first()).toBeVisible();
});

test("scores: a least, a greatest, both, and what is no number", async ({ page }) => {
  await open(page, "?scores");
  const heat = feed(page).getByRole("group", { name: "Heat" });
  const scores = () => cards(page).evaluateAll((all) => all.map((card) => Number(card.querySelector(".ac-card-scores")?.textContent?.match(/Heat\D*(\d+)/)?.[1])));
  await writeNumber(heat.getByLabel("At least"), "60");
  await heat.getByLabel("At least").blur();
  await expect(chips(page)).toHaveText(["Heat from 60, remove this filter"]);
  for (const score of await scores()) expect(score).toBeGreaterThanOrEqual(60);
  await writeNumber(heat.getByLabel("At most"), "100");
  await heat.getByLabel("At most").blur();
  await expect(chips(page)).toHaveText(["Heat 60 – 100, remove this filter"]);
  await expect(cards(page).first()).toBeVisible();
  for (const score of await scores()) expect(score >= 60 && score <= 100).toBe(true);
  await writeNumber(heat.getByLabel("At least"), "61.5");
  await heat.getByLabel("At least").blur();
  await expect(heat.getByLabel("At least")).toHaveValue("60");
  await writeNumber(heat.getByLabel("At least"), "");
  await heat.getByLabel("At least").blur();
  await expect(chips(page)).toHaveText(["Heat up to 100, remove this filter"]);
});

test.describe("real news", () => {
  test.skip(!hasNews, MISSING);

  test("counts and results as they follow from the files", async ({ page }) => {
    await open(page, `?${NEWS}&page=${ALL_PAGES}`);
    await expect(summary(page)).toHaveText(`${news.length} articles`, { timeout: 60_000 });
    await facet(page, "provider").getByRole("button", { name: /^Show all/ }).click();
    expect(await counts(page, "topics")).toEqual(tally(news, topics));
    expect(await counts(page, "provider")).toEqual(tally(news, provider));
    expect(await counts(page, "type")).toEqual(tally(news, type));
    const order = Object.keys(await counts(page, "provider"));
    const wanted = Object.entries(tally(news, provider)).sort(([a, m], [b, n]) => n - m || new Intl.Collator("en-GB", { numeric: true }).compare(a, b));
    expect(order).toEqual(wanted.map(([name]) => name));
    // Two topics, another group, a text: each group's counts are those without its own choice.
    await option(page, "provider", "Neowin").getByRole("button", { name: "Exclude Neowin" }).click();
    await option(page, "topics", "Portals").getByRole("checkbox").check();
    await option(page, "topics", "Canvas apps").getByRole("checkbox").check();
    await search(page).fill("data");
    const chosen = ["Portals", "Canvas apps"];
    const passesTopics = (/** @type {import("./news.js").Article} */ article) => topics(article).some((topic) => chosen.includes(topic));
    const passesProvider = (/** @type {import("./news.js").Article} */ article) => article.provider?.name !== "Neowin";
    const passesText = (/** @type {import("./news.js").Article} */ article) => hasWord(article, (word) => word.startsWith("data"));
    const found = news.filter((article) => passesTopics(article) && passesProvider(article) && passesText(article));
    await expect(summary(page)).toHaveText(`${found.length} of ${news.length} articles for “data”`);
    await page.keyboard.press("Tab");
    const without = news.filter((article) => passesProvider(article) && passesText(article));
    expect(await counts(page, "topics")).toEqual({ ...tally(without, topics) });
    expect(await counts(page, "type")).toEqual(tally(found, type));
    const providers = tally(news.filter((article) => passesTopics(article) && passesText(article) && passesProvider(article)), provider);
    expect(await counts(page, "provider")).toEqual({ ...providers, Neowin: 0 });
    await feed(page).getByLabel("Sort by").selectOption({ label: "Newest first" });
    await expect(cards(page)).toHaveCount(Math.min(12, found.length));
    expect(await ids(page)).toEqual(newestFirst(found).slice(0, 12));
    expect(await focused(page)).not.toBe("body");
  });
});
