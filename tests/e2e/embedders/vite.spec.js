// Vite with plain TypeScript: nothing is said of the module to it, neither for development nor
// for the build.
import { readdirSync } from "node:fs";
import { expect, test } from "../page.js";
import { TSC, VITE, project, run, vite } from "./site.js";

const check = async (/** @type {import("@playwright/test").Page} */ page, /** @type {string} */ origin) => {
  await page.goto(origin);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(3);
  // In the page's language, whose words are a file of their own.
  await page.getByRole("searchbox", { name: "Artikel durchsuchen" }).fill("tide");
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(2);
  await expect(page.locator("output")).toHaveText("2: tide");
};

test("its types are right", () => {
  run("vite", TSC, "-p", ".");
});

test.describe("in development", () => {
  test.use({ expected: [/\[vite\]/] });

  test("it shows its list", async ({ page }) => {
    const { origin, close } = await vite("vite", "dev");
    await check(page, origin).finally(close);
  });
});

test("built, it shows its list", async ({ page }) => {
  const told = run("vite", VITE, "build");
  expect(told).not.toMatch(/warn/i);
  expect(readdirSync(project("vite", "dist", "assets")).filter((name) => name.endsWith(".wasm"))).toHaveLength(1);
  const { origin, close } = await vite("vite", "preview");
  await check(page, origin).finally(close);
});
