// The site of the documentation: its pages, and the lists in them.
import { expect, test } from "./fixtures.js";

/** @param {import("@playwright/test").Page} page @param {string} path */
async function open(page, path) {
  /** @type {string[]} */
  const elsewhere = [];
  page.on("request", (request) => {
    if (new URL(request.url()).hostname !== "127.0.0.1") elsewhere.push(request.url());
  });
  await page.goto(`site/${path}`);
  await expect(page.locator("main h1").first()).toBeVisible();
  return elsewhere;
}

for (const path of ["index.html", "docs/embedding.html", "docs/searching.html", "docs/theming.html", "docs/languages.html"]) {
  test(`the list in ${path} works, and no request leaves the site`, async ({ page }) => {
    const elsewhere = await open(page, path);
    const list = page.locator("article-cards").first();
    await list.scrollIntoViewIfNeeded();
    await expect(list.locator("[part~=card]").first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(elsewhere).toEqual([]);
  });
}

test("readers go from page to page, and back", async ({ page }) => {
  await open(page, "index.html");
  await page.locator("main").getByRole("link", { name: "Search servers" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Search servers" })).toBeVisible();
  await page.getByRole("link", { name: "Next chapter" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Theming" })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Search servers" })).toBeVisible();
});

test("at 390 pixels nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, "docs/searching.html");
  await expect(page.locator("article-cards [part~=card]").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
