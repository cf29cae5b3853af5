// Vite with plain TypeScript, without any configuration for the module.
import { readdirSync } from "node:fs";
import { expect, test } from "../fixtures.js";
import { TSC, VITE, projectPath, runNodeScript, startVite } from "./projects.js";

const expectWorkingPage = async (/** @type {import("@playwright/test").Page} */ page, /** @type {string} */ origin) => {
  await page.goto(origin);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(3);
  // The translations of the page's language are a separate file.
  await page.getByRole("searchbox", { name: "Artikel durchsuchen" }).fill("tide");
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(2);
  await expect(page.locator("output")).toHaveText("2: tide");
};

test("the project's types compile", () => {
  runNodeScript("vite", TSC, "-p", ".");
});

test.describe("in development", () => {
  test.use({ expectedConsole: [/\[vite\]/] });

  test("the list is shown", async ({ page }) => {
    const { origin, close } = await startVite("vite", "dev");
    await expectWorkingPage(page, origin).finally(close);
  });
});

test("built for production, the list is shown", async ({ page }) => {
  const output = runNodeScript("vite", VITE, "build");
  expect(output).not.toMatch(/warn/i);
  const modules = readdirSync(projectPath("vite", "dist", "assets")).filter((name) => name.endsWith(".wasm"));
  // The list's, and the one that is loaded for a feed of XML; not the engine's.
  expect(modules.map((name) => name.split("-")[0]).sort()).toEqual(["article_cards", "article_cards_xml"]);
  const { origin, close } = await startVite("vite", "preview");
  await expectWorkingPage(page, origin).finally(close);
});
