// Yew applications, a Node script, and a page that loads the package several times.
import { execFileSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { expect, test } from "../fixtures.js";
import { projectPath, serveFolders } from "./projects.js";

test("a Yew application shows its list and exports nothing of the npm package", async ({ page }) => {
  const site = await serveFolders({ "/news/": projectPath("yew", "dist") });
  await page.goto(`${site.origin}/news/`);
  const headings = page.getByRole("heading", { level: 3 });
  await expect(headings).toHaveCount(3);
  // The style sheet is loaded.
  await expect(page.locator(".ac-results").first()).toHaveCSS("display", "grid");
  await page.getByRole("button", { name: "As a list" }).click();
  await expect(page.locator("[data-layout=list], .ac-list, .ac-layout-list").first()).toBeVisible();
  await page.getByRole("searchbox").fill("herring");
  await expect(headings).toHaveText(["Wind farms and the herring"]);
  site.close();

  const files = readdirSync(projectPath("yew", "dist"));
  const script = readFileSync(projectPath("yew", "dist", files.find((name) => name.endsWith(".js")) ?? ""), "utf8");
  expect(script).not.toMatch(/class \w*(Engine|Widget)|feedengine|widget_/i);
  const module = await WebAssembly.compile(readFileSync(projectPath("yew", "dist", files.find((name) => name.endsWith(".wasm")) ?? "")));
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  // Except for wasm-bindgen's own exports.
  expect(exported.filter((name) => !/^(memory|main|__(?!wbg_)\w+|wasm_bindgen__\w+)$/.test(name))).toEqual([]);
});

test.describe("a Yew application whose page is rendered before", () => {
  const folder = projectPath("yew-hydration", "dist");

  /** Marks all elements of the list, and returns how many there are, and those that no earlier call has marked. @param {import("@playwright/test").Page} page */
  const elements = (page) =>
    page.locator("section").evaluate((list) => {
      /** @typedef {Element & { isRendered?: boolean }} Rendered */
      const all = [...list.querySelectorAll("*")];
      const added = all.filter((element) => !(/** @type {Rendered} */ (element).isRendered));
      for (const element of all) /** @type {Rendered} */ (element).isRendered = true;
      return { count: all.length, added: added.map((element) => element.outerHTML) };
    });

  test.describe("without scripts", () => {
    test.use({ javaScriptEnabled: false });

    test("has all cards", async ({ page }) => {
      const site = await serveFolders({ "/": folder });
      await page.goto(site.origin);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("News");
      const region = page.getByRole("region", { name: "News" });
      await expect(region.getByRole("article")).toHaveCount(3);
      await expect(region.getByRole("link", { name: "How to read a tide table" })).toBeVisible();
      await expect(region.locator(".ac-summary")).toHaveText("3 articles");
      site.close();
    });
  });

  test("keeps every element when the module takes over", async ({ page }) => {
    const site = await serveFolders({ "/": folder });
    /** @type {() => void} */
    let release = () => {};
    const released = new Promise((resolve) => (release = () => resolve(undefined)));
    await page.route("**/*.wasm", async (route) => {
      await released;
      await route.continue();
    });
    // A day after the newest article, so that all ranges of dates stay on offer.
    await page.clock.setFixedTime("2026-03-03T09:00:00Z");
    await page.goto(site.origin, { waitUntil: "commit" });
    const headings = page.getByRole("article").getByRole("heading");
    await expect(headings).toHaveCount(3);
    const before = await elements(page);
    expect(before.added).toHaveLength(before.count);
    release();
    // What only a browser has, its storage, is used once the list is hydrated.
    await expect(page.getByRole("button", { name: /^Save / })).toHaveCount(3);
    const after = await elements(page);
    expect(after.count - after.added.length).toBe(before.count);
    await page.getByRole("searchbox").fill("herring");
    await expect(headings).toHaveText(["Wind farms and the herring"]);
    site.close();
  });

  test("is taken over at any time", async ({ page }) => {
    const site = await serveFolders({ "/": folder });
    for (const [time, presets] of /** @type {const} */ ([["2026-03-03T09:00:00Z", 4], ["2026-03-20T09:00:00Z", 2], ["2027-02-01T09:00:00Z", 0]])) {
      await page.clock.setFixedTime(time);
      await page.goto(site.origin);
      // Of the ranges, those are offered that have articles by the reader's clock.
      await expect(page.getByRole("button", { name: /^(Last .* (hours|days)|This year)$/ })).toHaveCount(presets);
      await expect(page.getByRole("button", { name: /^Save / })).toHaveCount(3);
    }
    site.close();
  });

  test("takes over what only the browser knows", async ({ browser }) => {
    const site = await serveFolders({ "/": folder });
    // In the language and the time zone of neither the page nor the program that has rendered it.
    const context = await browser.newContext({ timezoneId: "Pacific/Kiritimati", locale: "de-DE" });
    const page = await context.newPage();
    /** @type {string[]} */
    const messages = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(String(error)));
    await page.goto(`${site.origin}/?topics=Sea&sort=title`);
    const headings = page.getByRole("article").getByRole("heading");
    await expect(headings).toHaveText(["How to read a tide table", "Low tide shows a forgotten pier"]);
    const save = page.getByRole("button", { name: "Save “How to read a tide table”" });
    await save.click();
    await page.goto(site.origin);
    await expect(headings).toHaveCount(3);
    await expect(save).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByRole("checkbox", { name: /Saved/ })).toBeVisible();
    expect(messages).toEqual([]);
    await context.close();
    site.close();
  });
});

test("a Node script queries a feed", () => {
  const output = execFileSync(process.execPath, ["news.js", "news.json", "tide"], { cwd: projectPath("node"), encoding: "utf8" });
  expect(output).toBe(
    `2 found
Low tide shows a forgotten pier
  https://harbour.example/pier
How to read a tide table
  https://harbour.example/tables
Sea (2)
History (1)
`,
  );
});

test("a page that loads the package several times, in two versions, defines one element", async ({ page }) => {
  const installed = projectPath("twice", "node_modules", "article-cards");
  const other = projectPath("twice", "other-version");
  cpSync(installed, other, { recursive: true });
  const edit = (/** @type {string} */ name, /** @type {(text: string) => string} */ change) =>
    writeFileSync(`${other}/${name}`, change(readFileSync(`${other}/${name}`, "utf8")));
  edit("package.json", (text) => text.replace(/"version": "[^"]+"/, '"version": "9.0.0"'));
  // A custom section makes the module differ.
  const section = Buffer.from([0, 3, 1, 0x78, 0x79]);
  const module = `${other}/article_cards.wasm`;
  writeFileSync(module, Buffer.concat([readFileSync(module), section]));
  const site = await serveFolders({ "/": projectPath("twice"), "/article-cards/": installed });
  await page.goto(site.origin);
  for (const name of ["News", "More news"]) {
    await expect(page.getByRole("region", { name, exact: true }).getByRole("heading", { level: 3 })).toHaveCount(3);
  }
  // Only the version that loads first fetches its module, and only once.
  expect(site.requests.filter((path) => path.endsWith(".wasm"))).toEqual(["/article-cards/article_cards.wasm"]);
  expect(site.requests.filter((path) => path.endsWith("auto.js"))).toHaveLength(3);
  site.close();
});
