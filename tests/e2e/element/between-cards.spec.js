// Entries of the page between the cards: the slots `after-3`, `after-12`, and so on.
import { expectAccessible } from "../fixtures.js";
import { expect, list, onElement, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

const AD = '<aside slot="after-3" aria-label="Advertisement"><p>Buy a boat</p></aside>';

/** What is in the list, in order: the ids of articles, and the names of slots. @param {import("@playwright/test").Page} page */
const entries = (page) =>
  list(page).locator("[part~=results] > li").evaluateAll((items) => items.map((item) => item.querySelector("[data-id]")?.getAttribute("data-id") ?? item.querySelector("slot")?.name));

for (const layout of ["grid", "list", "compact"]) {
  test(`an entry follows the third card in any sort order, in the layout ${layout}`, async ({ page }) => {
    await openHostPage(page, `<article-cards src="feed.json" page-size="6" layout="${layout}">${AD}</article-cards>`);
    await waitUntilReady(page);
    expect(await entries(page)).toEqual(["a0", "a1", "a2", "after-3", "a3", "a4", "a5"]);
    expect((await shownIds(page)).length).toBe(6);
    await expect(list(page).locator("[part~=cell]")).toHaveCount(6);
    await expect(page.getByText("Buy a boat")).toBeVisible();
    await expect(list(page).locator("[part~=summary]")).toContainText("27");
    await onElement(page, (element) => void (element.sort = "title"));
    expect((await entries(page))[3]).toBe("after-3");
    await list(page).locator("[part~=more-button]").click();
    expect(await entries(page)).toHaveLength(13);
    expect((await entries(page))[3]).toBe("after-3");
    // The focus is on the first new card, not on the entry.
    const focused = () => onElement(page, (element) => element.shadowRoot?.activeElement?.closest("[data-id]")?.getAttribute("data-id"));
    await expect.poll(focused).toBe((await shownIds(page))[6]);
    await expectAccessible(page);
    for (const width of [260, 390, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    }
  });
}

test("an article's id may be the name of a slot", async ({ page }) => {
  const articles = ["after-1", "\u0000after-1", "card-x", "b"].map((id) => ({ id, title: `Article ${id}`, webUrl: "https://news.example/" }));
  await page.route("**/host/odd.json", (route) => route.fulfill({ json: articles }));
  await openHostPage(page, '<article-cards src="odd.json"><p slot="after-1">Between</p></article-cards>');
  await waitUntilReady(page);
  await expect(page.getByText("Between")).toBeVisible();
  const ids = await shownIds(page);
  expect(ids).toHaveLength(4);
  await onElement(page, (element) => void (element.sort = "-title"));
  expect((await shownIds(page)).toSorted()).toEqual(ids.toSorted());
  await expect(page.getByText("Between")).toBeVisible();
});

test("an entry is not shown below that many cards; late ones are", async ({ page }) => {
  await openHostPage(page, `<article-cards src="feed.json" page-size="6">${AD}<p slot="after-6">End of the page</p></article-cards>`);
  await waitUntilReady(page);
  expect(await entries(page)).toEqual(["a0", "a1", "a2", "after-3", "a3", "a4", "a5", "after-6"]);
  await onElement(page, (element) => element.search('"1 tide"'));
  await expect(page.getByText("Buy a boat")).toBeHidden();
  await onElement(page, (element) => element.search(""));
  await page.evaluate(() => {
    const own = Object.assign(document.createElement("p"), { slot: "after-1", textContent: "Late" });
    document.querySelector("article-cards")?.append(own);
    document.querySelector("[slot=after-6]")?.remove();
    /** @type {HTMLElement} */ (document.querySelector("[slot=after-3]")).slot = "after-2";
  });
  await expect(page.getByText("Late", { exact: true })).toBeVisible();
  expect(await entries(page)).toEqual(["a0", "after-1", "a1", "after-2", "a2", "a3", "a4", "a5"]);
});

test("entries count the cards of all groups, and those of one page", async ({ page }) => {
  await openHostPage(page, `<article-cards src="feed.json" page-size="6" group-by="day" paging="pages">${AD}</article-cards>`);
  await waitUntilReady(page);
  expect(await entries(page)).toEqual(["a0", "a1", "a2", "after-3", "a3", "a4", "a5"]);
  await list(page).locator("[part~=page-button]", { hasText: "2" }).first().click();
  await expect.poll(() => entries(page)).toEqual(["a6", "a7", "a8", "after-3", "a9", "a10", "a11"]);
});

test("skip leaves out the first articles of the view that the page starts with", async ({ page }) => {
  await openHostPage(page, '<article-cards src="feed.json" page-size="6" skip="2"></article-cards>');
  await waitUntilReady(page);
  expect(await shownIds(page)).toEqual(["a2", "a3", "a4", "a5", "a6", "a7"]);
  await expect(list(page).locator("[part~=summary]")).toContainText("27");
  expect(await onElement(page, (element) => [element.results.total, element.results.ids[0]])).toEqual([27, "a0"]);
  await list(page).getByRole("searchbox").fill("harbour");
  await expect.poll(async () => (await shownIds(page))[0]).toBe("a0");
  await list(page).getByRole("searchbox").fill("");
  await expect.poll(async () => (await shownIds(page))[0]).toBe("a2");
  for (let cards = 12; cards <= 24; cards += 6) await onElement(page, (element) => element.loadMore());
  await onElement(page, (element) => element.loadMore());
  expect(await shownIds(page)).toHaveLength(25);
  await expect(list(page).locator("[part~=pager]")).toContainText("27");
  await onElement(page, (element) => void (element.skip = 0));
  expect((await shownIds(page))[0]).toBe("a0");
});
