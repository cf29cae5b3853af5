// React and Vue: attributes, properties and events in their own syntax, in development with double
// mounts and hot reloads, and built for production.
import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "../fixtures.js";
import { TSC, VITE, projectPath, runNodeScript, startVite } from "./projects.js";

/** @typedef {import("@playwright/test").Page} Page */

const PROJECTS = { react: "src/app.tsx", vue: "src/App.vue" };

/** @param {Page} page */
const headings = (page) => page.locator("article-cards").getByRole("heading", { level: 3 });

/** @param {Page} page */
async function expectWorkingApp(page) {
  await expect(headings(page)).toHaveCount(3);
  await expect(page.getByRole("region", { name: "News" })).toBeVisible();
  await expect(page.getByRole("link", { name: "All news" })).toBeHidden();
  // The count from `ac-load`.
  await expect(page.locator("output")).toHaveText("3");
  // A property without an attribute, and some with one.
  const set = await page.locator("article-cards").evaluate((/** @type {any} */ element) => ({
    mapping: element.mapping,
    pageSize: element.pageSize,
    withoutSort: element.withoutSort,
  }));
  expect(set).toEqual({ mapping: { excerpt: "summary" }, pageSize: 24, withoutSort: true });
  await expect(page.locator("article-cards").getByRole("combobox")).toHaveCount(0);
  await page.getByRole("button", { name: "grid" }).click();
  await expect(page.locator("article-cards")).toHaveJSProperty("layout", "list");
  // A method called through a ref fires no event; typing does.
  await page.getByRole("button", { name: "Tides" }).click();
  await expect(headings(page)).toHaveCount(2);
  await expect(page.locator("output")).toHaveText("3");
  await page.getByRole("searchbox").fill("herring");
  await expect(headings(page)).toHaveCount(1);
  await expect(page.locator("output")).toHaveText("1");
}

test("the JSX types compile", () => {
  runNodeScript("react", TSC, "-p", ".");
});

for (const [name, source] of Object.entries(PROJECTS)) {
  test.describe(`${name} in development`, () => {
    test.use({ expectedConsole: [/\[vite\]|React DevTools/] });

    test("shows its list and keeps it after a hot reload", async ({ page }) => {
      const file = projectPath(name, source);
      const text = readFileSync(file, "utf8");
      const { origin, close } = await startVite(name, "dev");
      try {
        await page.goto(origin);
        await expectWorkingApp(page);
        await page.evaluate(() => Object.assign(window, { same: document.querySelector("article-cards") }));
        writeFileSync(file, text.replace("Tides", "Ebb and flow"));
        await expect(page.getByRole("button", { name: "Ebb and flow" })).toBeVisible();
        await expect(page.getByRole("button", { name: "list" })).toBeVisible();
        await expect(page.getByRole("searchbox")).toHaveValue("herring");
        await expect(headings(page)).toHaveCount(1);
        expect(await page.evaluate(() => document.querySelector("article-cards") === /** @type {any} */ (window).same)).toBe(true);
        await page.getByRole("button", { name: "Ebb and flow" }).click();
        await expect(headings(page)).toHaveCount(2);
      } finally {
        close();
        writeFileSync(file, text);
      }
    });
  });

  test(`${name}, built for production, shows its list`, async ({ page }) => {
    runNodeScript(name, VITE, "build");
    const { origin, close } = await startVite(name, "preview");
    await page.goto(origin);
    await expectWorkingApp(page).finally(close);
  });
}
