// Real data, where the folder that holds it is beside the project.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, feed, test } from "./page.js";

const folder = fileURLToPath(new URL("../../../shared/data/everyday/", import.meta.url));
test.skip(!existsSync(folder), `no real data at ${folder}`);
test.use({ expected: [/Failed to load resource/] });
test.setTimeout(240_000);

/** @param {import("@playwright/test").Page} page */
async function showAll(page) {
  const list = feed(page);
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

test("the array of 426: published ones are shown, links lead where they should", async ({ page }) => {
  /** @type {any[]} */
  const raw = JSON.parse(readFileSync(`${folder}related.json`, "utf8"));
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

test("all 18 pages of news", async ({ page }) => {
  await page.goto("demo/?src=../everyday/api/news/index.json");
  const list = await showAll(page);
  await expect(list.locator(".ac-card")).toHaveCount(428);
  await expect(list.locator(".ac-summary")).toHaveText("428 articles");
});

test("the learning pages end with an offer to try again", async ({ page }) => {
  await page.goto("demo/?src=../everyday/api/learning/index.json");
  const list = await showAll(page);
  await expect(list.locator(".ac-card")).toHaveCount(240);
  await expect(list.getByRole("alert")).toContainText("answered with status 404");
  await expect(list.getByRole("button", { name: "Try again" })).toBeVisible();
});
