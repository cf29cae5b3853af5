// A static page with one script tag, served below a path, with a feed from another origin.
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { expect, test } from "../fixtures.js";
import { projectPath, serveFolders } from "./projects.js";

/** @typedef {import("./projects.js").Site} Site */

const headings = (/** @type {import("@playwright/test").Page} */ page) => page.getByRole("heading", { level: 3 });

/** @type {Site} */
let feeds;
/** @type {Site} */
let site;
test.beforeEach(async () => {
  feeds = await serveFolders({ "/": projectPath("static", "feed") }, { headers: { "access-control-allow-origin": "*" } });
  site = await serveFolders(
    {
      "/about/us/": projectPath("static"),
      "/about/us/article-cards/": projectPath("static", "node_modules", "article-cards"),
    },
    { transform: (html) => html.replaceAll("https://feeds.example", feeds.origin) },
  );
});
test.afterEach(() => {
  for (const one of [site, feeds]) one.close();
});

test("a static page with one script tag shows the list", async ({ page }) => {
  await page.goto(`${site.origin}/about/us/`);
  await expect(headings(page)).toHaveText(["Low tide shows a forgotten pier", "How to read a tide table", "Wind farms and the herring"]);
  await expect(page.getByRole("region", { name: "News" })).toBeVisible();
  await expect(page.getByRole("link", { name: "All news" })).toBeHidden();
  await page.getByRole("searchbox").fill("herring");
  await expect(headings(page)).toHaveText(["Wind farms and the herring"]);
});

test.describe("a feed without CORS permission for the page", () => {
  test.use({ expectedConsole: [/CORS|ERR_FAILED/] });

  test("shows an error beside the fallback content", async ({ page }) => {
    await page.route("**/news.json", async (route) => {
      const response = await route.fetch();
      const { "access-control-allow-origin": _, ...headers } = response.headers();
      await route.fulfill({ response, headers: { ...headers, "access-control-allow-origin": "https://other.example" } });
    });
    await page.goto(`${site.origin}/about/us/`);
    await expect(page.locator("article-cards").getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(page.getByRole("link", { name: "All news" })).toBeVisible();
  });
});

const grouped = (/** @type {number} */ bytes) => bytes.toLocaleString("en");

test("a first visit loads each file once", async ({ page }) => {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const compiled = [];
    Object.assign(window, { compiled });
    for (const name of /** @type {const} */ (["compile", "compileStreaming"])) {
      const compile = WebAssembly[name];
      WebAssembly[name] = (/** @type {any} */ source) => {
        compiled.push(name);
        return compile.call(WebAssembly, source);
      };
    }
  });
  // The first cards are there before the module.
  const ready = () => page.evaluate(() => Promise.all([...document.querySelectorAll("article-cards")].map((list) => /** @type {any} */ (list).ready)));
  await page.goto(`${site.origin}/about/us/`);
  await expect(headings(page)).toHaveCount(3);
  await ready();
  const first = ["/about/us/", "/about/us/article-cards/article_cards.wasm", "/about/us/article-cards/auto.js"];
  expect(site.requests.toSorted()).toEqual(first);
  expect(feeds.requests).toEqual(["/news.json"]);
  expect(await page.evaluate(() => /** @type {any} */ (window).compiled)).toEqual(["compileStreaming"]);

  await page.evaluate(() => {
    const other = document.createElement("article-cards");
    other.setAttribute("src", document.querySelector("article-cards")?.getAttribute("src") ?? "");
    document.body.append(other);
  });
  await expect(headings(page)).toHaveCount(6);
  await ready();
  expect(site.requests.toSorted()).toEqual(first);
  expect(await page.evaluate(() => /** @type {any} */ (window).compiled)).toEqual(["compileStreaming"]);

  const files = {
    "auto.js": projectPath("static", "node_modules", "article-cards", "auto.js"),
    "article_cards.wasm": projectPath("static", "node_modules", "article-cards", "article_cards.wasm"),
    "news.json": projectPath("static", "feed", "news.json"),
  };
  let total = [0, 0, 0];
  const row = (/** @type {string} */ name, /** @type {number[]} */ sizes) => `| ${name} | ${sizes.map(grouped).join(" | ")} |\n`;
  let table = "| file | raw | gzip | brotli |\n| --- | ---: | ---: | ---: |\n";
  for (const [name, file] of Object.entries(files)) {
    const bytes = await readFile(file);
    const sizes = [bytes, gzipSync(bytes, { level: 9 }), brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })];
    total = total.map((sum, at) => sum + (sizes[at]?.length ?? 0));
    table += row(`\`${name}\``, sizes.map(({ length }) => length));
  }
  table += row("total", total);
  writeFileSync(projectPath("visit.md"), table);
  console.log(table);
});
