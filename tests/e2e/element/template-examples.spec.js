// The examples of docs/templates.md.
import { readFile } from "node:fs/promises";

import { expectAccessible } from "../fixtures.js";
import { ARTICLES, expect, list, shownIds, test, waitUntilReady } from "./host-page.js";

const FOLDER = new URL("../templates/", import.meta.url);
const TYPES = /** @type {Record<string, string>} */ ({ html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript" });

const COURSES = [
  { title: "Tides for beginners", type: "course", price: "12 €", levels: ["Beginner"], webUrl: "/courses/1" },
  { title: "Knots", type: "course", webUrl: "/courses/2" },
];

/** Opens an example, with the package and a feed beside it. @param {import("@playwright/test").Page} page @param {string} name @param {object[]} feed */
async function open(page, name, feed = ARTICLES) {
  await page.route("**/host/*", async (route) => {
    const file = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    await route.fulfill({ body: await readFile(new URL(file, FOLDER)), contentType: TYPES[file.split(".")[1] ?? ""] ?? "" });
  });
  await page.route("**/host/feed.json", (route) => route.fulfill({ json: feed }));
  await page.route("**/host/article-cards/**", async (route) => {
    const { pathname, origin } = new URL(route.request().url());
    await route.fulfill({ response: await route.fetch({ url: `${origin}${pathname.replace("/host/article-cards/", "/pkg/")}` }) });
  });
  await page.goto(`host/${name}`);
  await waitUntilReady(page);
}

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  test(`teasers, ${scheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: scheme });
    await open(page, "teasers.html");
    const first = page.locator(".teaser").first();
    await expect(first.getByRole("link")).toHaveText("Article 0 harbour");
    await expect(first.getByRole("img")).toHaveCount(0);
    await expect(first.locator("img")).toBeVisible();
    await first.getByRole("button", { name: "Wind" }).click();
    await expect(list(page).locator("[part~=chip]").first()).toContainText("Wind");
    await page.screenshot({ path: info.outputPath("teasers.png"), fullPage: true });
    await expectAccessible(page);
  });
}

test("courses in a line each", async ({ page }, info) => {
  await open(page, "courses.html", COURSES);
  await expect(page.locator(".course")).toHaveText([/Tides for beginners\s+12 €\s+Beginner/, /Knots\s+Free/]);
  await list(page).getByRole("searchbox").fill("knot");
  await expect(page.locator(".course mark")).toHaveText("Knot");
  await page.screenshot({ path: info.outputPath("courses.png"), fullPage: true });
  await expectAccessible(page);
});

test("videos by a script", async ({ page }, info) => {
  await open(page, "videos.html");
  expect(await shownIds(page)).toHaveLength(12);
  await expect(page.locator(".video a")).toHaveText(["Watch: Article 4 tide", "Watch: Article 9 harbour"]);
  await page.locator(".video").first().getByRole("button", { name: "Sea" }).click();
  await expect(list(page).locator("[part~=chip]").first()).toContainText("Sea");
  await page.screenshot({ path: info.outputPath("videos.png"), fullPage: true });
  await expectAccessible(page);
});
