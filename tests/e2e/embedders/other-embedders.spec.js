// A Yew application, a Node script, and a page that loads the package several times.
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
