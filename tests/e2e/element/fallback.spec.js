// The author's own words in the element: links in the default slot, and the other slots.
import { checkAccessible, shifts } from "../page.js";
import { ARTICLES, expect, list, on, open, ready, shown, test } from "./host.js";

const LINKS = '<ul><li><a href="/old/1">An older article</a></li><li><a href="/old/2">And another</a></li></ul>';

/** @param {import("@playwright/test").Page} page @param {string} feed */
function hold(page, feed) {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  return page.route(`**/host/${feed}`, async (route) => (await held, route.fulfill({ json: ARTICLES }))).then(() => release);
}

test("links are shown until the first cards are, with no skeleton beside them", async ({ page }) => {
  const release = await hold(page, "feed.json");
  await open(page, `<article-cards src="feed.json">${LINKS}</article-cards>`);
  const links = page.getByRole("link", { name: "An older article" });
  await expect(list(page).locator("[part~=base]")).toBeAttached();
  await expect(links).toBeVisible();
  await expect(list(page).locator("[part~=skeleton]")).toHaveCount(0);
  await expect(list(page)).toHaveJSProperty("status", "loading");
  await checkAccessible(page);
  release();
  await ready(page);
  await expect(links).toBeHidden();
  expect((await shown(page)).length).toBe(12);
  // Another search hides them no less.
  await on(page, (element) => element.search("nothing has this"));
  await expect(list(page).locator("[part~=empty]")).toBeVisible();
  await expect(links).toBeHidden();
});

test("without links skeletons are shown, also once links are taken away", async ({ page }) => {
  await hold(page, "feed.json");
  await open(page, '<article-cards src="feed.json"> <!-- nothing --> <p slot="header">Above</p></article-cards>');
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  await on(page, (element) => element.insertAdjacentHTML("beforeend", "<a href='/x'>X</a>"));
  await expect(list(page).locator("[part~=skeleton]")).toHaveCount(0);
  await on(page, (element) => element.querySelector("a")?.remove());
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  await checkAccessible(page);
});

test.describe("a feed that fails", () => {
  test.use({ expected: [/404/] });

  test("its message stands beside the links", async ({ page }) => {
    await page.route("**/host/none.json", (route) => route.fulfill({ status: 404, body: "" }));
    await open(page, `<article-cards src="none.json">${LINKS}</article-cards>`);
    await ready(page);
    await expect(list(page).locator("[part~=error]")).toBeVisible();
    await expect(page.getByRole("link", { name: "An older article" })).toBeVisible();
    await checkAccessible(page);
    await on(page, (element) => element.load("feed.json"));
    await expect(page.getByRole("link", { name: "An older article" })).toBeHidden();
    // Cards that are there stay, and the links need not come back.
    await on(page, (element) => element.load("none.json"));
    expect((await shown(page)).length).toBe(12);
    await expect(page.getByRole("link", { name: "An older article" })).toBeHidden();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the links are there", async ({ page }) => {
    await open(page, `<article-cards src="feed.json">${LINKS}</article-cards>`);
    await expect(page.getByRole("link", { name: "An older article" })).toBeVisible();
  });
});

test("what follows stays where it is when cards come in the place of skeletons of their size", async ({ page }) => {
  const release = await hold(page, "feed.json");
  await open(page, '<p>Before</p><article-cards src="feed.json"></article-cards><footer>After</footer>');
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  const before = await shifts(page);
  release();
  await ready(page);
  await page.waitForTimeout(300);
  expect((await shifts(page)) - before).toBeLessThan(0.1);
});

test("header, footer, empty and error are places of the author", async ({ page, expected }) => {
  expected.push(/404/);
  await page.route("**/host/none.json", (route) => route.fulfill({ status: 404, body: "" }));
  const slots = ["header", "footer", "empty", "error"].map((name) => `<p slot="${name}">Own ${name}</p>`).join("");
  await open(page, `<article-cards src="feed.json" label="News">${slots}</article-cards>`);
  await ready(page);
  const visible = () => page.locator("[slot]").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => /** @type {HTMLElement} */ (one).slot));
  expect(await visible()).toEqual(["header", "footer"]);
  await checkAccessible(page);
  await on(page, (element) => void (element.items = []));
  expect(await visible()).toEqual(["header", "footer", "empty"]);
  await checkAccessible(page);
  await on(page, (element) => ((element.items = null), element.removeAttribute("src")));
  await on(page, (element) => element.load("none.json"));
  expect(await visible()).toEqual(["header", "footer", "error"]);
  await checkAccessible(page);
});
