import { expect, test } from "@playwright/test";

test("the page loads below any path, and the console stays empty", async ({ page }) => {
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (!response.ok()) said.push(`${response.status()}: ${response.url()}`);
  });
  await page.goto("demo/");
  await page.waitForLoadState("networkidle");
  expect(said).toEqual([]);
});
