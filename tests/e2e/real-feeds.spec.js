// Real feeds, if their folder is beside the repository.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demoList } from "./demo-page.js";
import { expect, test } from "./fixtures.js";
import { NO_REAL_FEEDS, REAL_FEEDS, hasRealFeeds } from "./real-feeds.js";

test.skip(!hasRealFeeds, NO_REAL_FEEDS);
test.use({ expectedConsole: [/Failed to load resource/] });
test.setTimeout(240_000);

/** Clicks "Show more" until all cards are shown or a page fails. @param {import("@playwright/test").Page} page */
async function showAll(page) {
  const list = demoList(page);
  await expect(list.locator(".ac-card").first()).toBeVisible();
  const more = list.locator(".ac-more-button");
  for (let turn = 0; turn < 60 && (await more.count()); turn++) {
    const before = await list.locator(".ac-card").count();
    await more.click();
    await expect
      .poll(async () => (await list.getByRole("alert").count()) || (await list.locator(".ac-card").count()) > before)
      .toBeTruthy();
  }
  return list;
}

test("an array of 426 articles: the published ones are shown with the right links", async ({ page }) => {
  /** @type {any[]} */
  const raw = JSON.parse(readFileSync(join(REAL_FEEDS, "related.json"), "utf8"));
  const seen = new Set();
  const expected = raw.filter((article) => {
    const identity = article.webUrl ?? article.originalUrl;
    return !seen.has(identity) && seen.add(identity) && article.published;
  });
  await page.goto("demo/?src=../everyday/related.json");
  const list = await showAll(page);
  const links = list.locator(".ac-card-link");
  await expect(links).toHaveCount(expected.length);
  const shown = await links.evaluateAll((all) => all.map((a) => /** @type {HTMLAnchorElement} */ (a).href).sort());
  const href = (/** @type {any} */ article) => new URL(article.webUrl ?? article.originalUrl).href;
  expect(shown).toEqual(expected.map(href).sort());
  const titles = (await links.allInnerTexts()).join("\n");
  expect(titles).toContain("’");
  expect(titles).not.toMatch(/&#?\w+;/);
});

test("all 18 pages of the news feed are shown", async ({ page }) => {
  await page.goto("demo/?src=../everyday/api/news/index.json");
  const list = await showAll(page);
  await expect(list.locator(".ac-card")).toHaveCount(428);
  await expect(list.locator(".ac-summary")).toHaveText("428 articles");
});

test("a missing page of the learning feed shows an error with a retry button", async ({ page }) => {
  await page.goto("demo/?src=../everyday/api/learning/index.json");
  const list = await showAll(page);
  await expect(list.locator(".ac-card")).toHaveCount(240);
  await expect(list.getByRole("alert")).toContainText("answered with status 404");
  await expect(list.getByRole("button", { name: "Try again" })).toBeVisible();
});
