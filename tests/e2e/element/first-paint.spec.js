// What an element shows before its module is there, and the exchange.
import { expectAccessible, holdRoute, layoutShift } from "../fixtures.js";
import { ARTICLES, MATCHES_PER_WORD, expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const NEWS = '<article-cards src="feed.json"></article-cards>';
const LINKS = '<ul><li><a href="/old/1">An older article</a></li></ul>';
const MODULE = "**/pkg/article_cards.wasm";

/** @param {Page} page */
const search = (page) => list(page).getByRole("searchbox");

/** The boxes of what is on screen before and after the exchange. @param {Page} page */
const boxes = (page) =>
  list(page).evaluate((element) => {
    const selectors = [".ac-base", ".ac-search-input", ".ac-sort select", ".ac-panel-button", ".ac-facets", ".ac-facet", ".ac-x-status", ".ac-cell"];
    return selectors.map((selector) => {
      const box = element.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
      return [selector, ...(box ? [box.x, box.y, box.width].map(Math.round) : [])].join(" ");
    });
  });

for (const width of [390, 768, 1280]) {
  for (const [name, attributes, links] of /** @type {const} */ ([["facets", "", ""], ["no facets", 'facets="none"', ""], ["links", "", LINKS], ["a list", 'layout="list"', ""]])) {
    test(`at ${width} pixels with ${name}, the list takes the place of its skeletons`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      const releaseModule = await holdRoute(page, MODULE);
      const releaseFeed = await holdRoute(page, "**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));
      await openHostPage(page, `<article-cards src="feed.json" ${attributes}>${links}</article-cards><footer>After</footer>`);
      await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
      const skeletons = await boxes(page);
      const before = await layoutShift(page);
      releaseModule();
      await page.waitForTimeout(300);
      expect(await boxes(page)).toEqual(skeletons);
      releaseFeed();
      await waitUntilReady(page);
      await page.waitForTimeout(300);
      expect(await boxes(page)).toEqual(skeletons);
      expect((await layoutShift(page)) - before).toBe(0);
    });
  }
}

test("what is typed and chosen before the module counts, with focus and selection", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, NEWS);
  await search(page).focus();
  await page.keyboard.type("pier");
  await list(page).getByRole("combobox").selectOption("title");
  await search(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  release();
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=summary]")).toContainText(String(MATCHES_PER_WORD));
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue("pier");
  expect(await search(page).evaluate((/** @type {HTMLInputElement} */ field) => [field.selectionStart, field.selectionEnd])).toEqual([0, 1]);
  await expect(list(page).getByRole("combobox")).toHaveValue("title");
  await page.keyboard.type("P");
  await expect(search(page)).toHaveValue("Pier");
  expect(await onElement(page, (element) => element.state)).toMatchObject({ query: "Pier", sort: "title" });
  const changes = (await takeEvents(page)).filter(({ type }) => type === "ac-change");
  expect(changes.at(-1)?.detail.state).toMatchObject({ query: "Pier", sort: "title" });
});

test("no letter is lost while the module takes over", async ({ page }) => {
  const text = "pier and harbour and tide and more and pier and harbour";
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, NEWS);
  await search(page).focus();
  const typing = page.keyboard.type(text, { delay: 15 });
  setTimeout(release, 250);
  await typing;
  await waitUntilReady(page);
  await expect(search(page)).toHaveValue(text);
  await expect.poll(() => onElement(page, (element) => element.state.query)).toBe(text);
});

test("typing before the feed counts", async ({ page }) => {
  const release = await holdRoute(page, "**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));
  await openHostPage(page, NEWS);
  await expect(list(page)).toHaveJSProperty("status", "loading");
  await page.waitForTimeout(500);
  await search(page).fill("pier");
  release();
  await waitUntilReady(page);
  expect(await onElement(page, (element) => element.results.total)).toBe(MATCHES_PER_WORD);
  await expect(search(page)).toHaveValue("pier");
});

test("a text that an input method is composing is not cut off", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, NEWS);
  await search(page).focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "pi", selectionStart: 2, selectionEnd: 2 });
  const field = await search(page).elementHandle();
  release();
  await page.waitForTimeout(800);
  expect(await field?.evaluate((field) => field.isConnected)).toBe(true);
  await session.send("Input.insertText", { text: "pier" });
  await expect(search(page)).toHaveValue("pier");
  await expect.poll(() => onElement(page, (element) => element.results.total)).toBe(MATCHES_PER_WORD);
  expect(await field?.evaluate((field) => field.isConnected)).toBe(false);
});

test("the element's attributes apply before the module", async ({ page }) => {
  await holdRoute(page, MODULE);
  await openHostPage(page, '<article-cards src="feed.json" lang="de" page-size="5" layout="compact" facets="topics" label="Neues" url-state="n-" theme="dark"></article-cards>', { query: "?n-q=pier" });
  const news = list(page);
  await expect(page.getByRole("region", { name: "Neues" })).toBeVisible();
  await expect(search(page)).toHaveValue("pier");
  await expect(search(page)).toHaveAttribute("placeholder", "Artikel durchsuchen");
  await expect(news.locator("[part~=skeleton]")).toHaveCount(5);
  await expect(news.locator(".ac-facet")).toHaveCount(1);
  await expect(news.locator("[part~=base]")).toHaveAttribute("data-theme", "dark");
  await expect(news.locator("[part~=base]")).toHaveAttribute("data-layout", "compact");
  await search(page).fill("tide");
  await news.evaluate((element) => {
    for (const name of ["without-sort", "facets"]) element.setAttribute(name, "none");
  });
  await expect(news.getByRole("combobox")).toHaveCount(0);
  await expect(news.locator(".ac-facets, button")).toHaveCount(0);
  await expect(search(page)).toHaveValue("tide");
  await expect(search(page)).toBeFocused();
  await news.evaluate((element) => element.setAttribute("without-search", ""));
  await expect(news.getByRole("search")).toHaveCount(0);
  await news.evaluate((element) => element.removeAttribute("theme"));
  await expectAccessible(page);
});

test("the author's links stay reachable behind the skeletons", async ({ page }) => {
  await holdRoute(page, "**/host/feed.json");
  await openHostPage(page, `<article-cards src="feed.json">${LINKS}</article-cards>`);
  await expect(list(page).locator("[part~=skeleton]").first()).toBeVisible();
  const link = page.getByRole("link", { name: "An older article" });
  expect((await link.boundingBox())?.width).toBeGreaterThan(0);
  const isOnScreen = () => link.evaluate((link) => {
    link.scrollIntoView();
    const { x, y } = link.getBoundingClientRect();
    return document.elementFromPoint(x + 2, y + 2) === link;
  });
  expect(await isOnScreen()).toBe(false);
  await link.focus();
  expect(await isOnScreen()).toBe(true);
  await expectAccessible(page);
});

test.describe("a module that is blocked", () => {
  test.use({ expectedConsole: [/Failed to load resource/] });

  test("leaves the author's links, or a message that tries again", async ({ page }) => {
    await page.route(MODULE, (route) => route.abort("blockedbyclient"));
    await openHostPage(page, `<article-cards id="with" src="feed.json">${LINKS}</article-cards><article-cards id="without" src="feed.json" with-scores></article-cards>`);
    await waitUntilReady(page, "#with");
    await expect(page.getByRole("link", { name: "An older article" })).toBeInViewport();
    await expect(list(page, "#with").locator("[part]")).toHaveCount(0);
    // The feed comes as well, but is left to the module.
    const without = list(page, "#without");
    await expect(without.getByText("The articles could not be loaded")).toBeVisible();
    await expect(without.locator("[part~=skeleton]")).toHaveCount(0);
    await expectAccessible(page);
    await page.unroute(MODULE);
    await without.getByRole("button", { name: "Try again" }).click();
    await expect(without.locator("[part~=card]")).toHaveCount(12);
    await expect(without.locator("[part~=error]")).toHaveCount(0);
  });
});
