// The slots: fallback content in the default slot, and the named slots.
import { expectAccessible, holdRoute, layoutShift } from "../fixtures.js";
import { ARTICLES, expect, list, onElement, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

const LINKS = '<ul><li><a href="/old/1">An older article</a></li><li><a href="/old/2">And another</a></li></ul>';

/** @param {import("@playwright/test").Page} page */
const holdFeed = (page) => holdRoute(page, "**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));

test("fallback links stay reachable until the first cards, behind skeletons", async ({ page }) => {
  const release = await holdFeed(page);
  await openHostPage(page, `<article-cards src="feed.json">${LINKS}</article-cards>`);
  const links = page.getByRole("link", { name: "An older article" });
  await expect(list(page).locator("[part~=base]")).toBeAttached();
  await expect(links).toBeVisible();
  await expect(list(page).locator("[part~=skeleton]")).toHaveCount(12);
  await expect(list(page)).toHaveJSProperty("status", "loading");
  await expectAccessible(page);
  release();
  await waitUntilReady(page);
  await expect(links).toBeHidden();
  expect((await shownIds(page)).length).toBe(12);
  // They stay hidden when a search finds nothing.
  await onElement(page, (element) => element.search("nothing has this"));
  await expect(list(page).locator("[part~=empty]")).toBeVisible();
  await expect(links).toBeHidden();
});

test("skeletons are shown, whatever the fallback content", async ({ page }) => {
  await holdFeed(page);
  await openHostPage(page, '<article-cards src="feed.json"> <!-- nothing --> <p slot="header">Above</p></article-cards>');
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  await onElement(page, (element) => element.insertAdjacentHTML("beforeend", "<a href='/x'>X</a>"));
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  await onElement(page, (element) => element.querySelector("a")?.remove());
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  await expectAccessible(page);
});

test.describe("a feed that fails", () => {
  test.use({ expectedConsole: [/404/] });

  test("shows its error beside the fallback links", async ({ page }) => {
    await page.route("**/host/none.json", (route) => route.fulfill({ status: 404, body: "" }));
    await openHostPage(page, `<article-cards src="none.json">${LINKS}</article-cards>`);
    await waitUntilReady(page);
    await expect(list(page).locator("[part~=error]")).toBeVisible();
    await expect(page.getByRole("link", { name: "An older article" })).toBeVisible();
    await expectAccessible(page);
    await onElement(page, (element) => element.load("feed.json"));
    await expect(page.getByRole("link", { name: "An older article" })).toBeHidden();
    // When the cards stay, the links stay hidden.
    await onElement(page, (element) => element.load("none.json"));
    expect((await shownIds(page)).length).toBe(12);
    await expect(page.getByRole("link", { name: "An older article" })).toBeHidden();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the fallback links are shown", async ({ page }) => {
    await openHostPage(page, `<article-cards src="feed.json">${LINKS}</article-cards>`);
    await expect(page.getByRole("link", { name: "An older article" })).toBeVisible();
  });
});

test("replacing skeletons with cards barely shifts the layout", async ({ page }) => {
  const release = await holdFeed(page);
  await openHostPage(page, '<p>Before</p><article-cards src="feed.json"></article-cards><footer>After</footer>');
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  const before = await layoutShift(page);
  release();
  await waitUntilReady(page);
  await page.waitForTimeout(300);
  expect((await layoutShift(page)) - before).toBeLessThan(0.1);
});

test("the slots header, footer, empty and error show the author's content", async ({ page, expectedConsole }) => {
  expectedConsole.push(/404/);
  await page.route("**/host/none.json", (route) => route.fulfill({ status: 404, body: "" }));
  const slots = ["header", "footer", "empty", "error"].map((name) => `<p slot="${name}">Own ${name}</p>`).join("");
  await openHostPage(page, `<article-cards src="feed.json" label="News">${slots}</article-cards>`);
  await waitUntilReady(page);
  const visible = () => page.locator("[slot]").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => /** @type {HTMLElement} */ (one).slot));
  expect(await visible()).toEqual(["header", "footer"]);
  await expectAccessible(page);
  await onElement(page, (element) => void (element.items = []));
  expect(await visible()).toEqual(["header", "footer", "empty"]);
  await expectAccessible(page);
  await onElement(page, (element) => ((element.items = null), element.removeAttribute("src")));
  await onElement(page, (element) => element.load("none.json"));
  expect(await visible()).toEqual(["header", "footer", "error"]);
  await expectAccessible(page);
});
