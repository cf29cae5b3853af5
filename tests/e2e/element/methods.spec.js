// What a script can have the element do.
import { ALL, ARTICLES, NINE, expect, list, on, open, ready, shown, test, told, types } from "./host.js";

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';

/** @param {import("@playwright/test").Page} page */
async function servePages(page) {
  await page.route("**/host/pages/**", (route) => {
    const number = Number(/page\/(\d)/.exec(route.request().url())?.[1] ?? 1);
    const value = ARTICLES.slice((number - 1) * 4, number * 4);
    return route.fulfill({ json: { value, nextPage: number < 3 ? number + 1 : undefined } });
  });
}

test("load takes another feed, or the same once more, and resolves when it is drawn", async ({ page }) => {
  let asked = 0;
  await page.route("**/host/*.json", (route) => {
    asked += 1;
    const url = route.request().url();
    if (url.endsWith("missing.json")) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ json: ARTICLES.slice(0, url.endsWith("two.json") ? 2 : asked) });
  });
  await open(page, "<article-cards></article-cards>");
  const told = await on(page, async (element) => {
    const cards = () => element.shadowRoot?.querySelectorAll("[part~=card]").length;
    const told = [];
    await element.load("one.json");
    told.push([cards(), element.src, element.status]);
    await element.load();
    told.push(cards());
    await element.load("two.json");
    told.push([cards(), element.src]);
    await element.load("two.json");
    await element.reload();
    told.push(cards());
    element.items = [{ title: "A" }];
    await element.reload();
    told.push(cards());
    await element.load("two.json");
    told.push(cards());
    await element.load(new URL("one.json", document.baseURI));
    told.push(cards());
    return told;
  });
  expect(told).toEqual([[1, "one.json", "ready"], 2, [2, "two.json"], 2, 1, 2, 7]);
  expect(asked).toBe(7);
});

test.describe("a feed that is not there", () => {
  test.use({ expected: [/404/] });

  test("load resolves too, once that is drawn", async ({ page }) => {
    await open(page, "<article-cards></article-cards>");
    const told = await on(page, async (element) => {
      await element.load("none.json");
      const message = element.shadowRoot?.querySelector("[part~=error]")?.textContent;
      return { message, status: element.status };
    });
    expect(told).toEqual({ message: expect.stringContaining("404"), status: "error" });
  });
});

test("a method waits for the module, the words and the feed", async ({ page }) => {
  await open(page, "");
  const told = await page.evaluate(async () => {
    const element = document.createElement("article-cards");
    document.body.append(element);
    element.lang = "de";
    await element.load("feed.json");
    const count = () => element.shadowRoot?.querySelectorAll("[part~=card]").length;
    const first = count();
    const other = document.createElement("article-cards");
    other.src = "feed.json";
    document.body.append(other);
    await other.loadMore();
    return [first, other.shadowRoot?.querySelectorAll("[part~=card]").length];
  });
  expect(told).toEqual([12, 24]);
});

test("loadMore shows one more page, across pages of the feed", async ({ page }) => {
  await servePages(page);
  await open(page, '<article-cards src="pages/index.json" page-size="3"></article-cards>');
  await ready(page);
  const counts = await on(page, async (element) => {
    const counts = [];
    for (let turn = 0; turn < 5; turn++) {
      await element.loadMore();
      counts.push(element.shadowRoot?.querySelectorAll("[part~=card]").length);
    }
    return counts;
  });
  expect(counts).toEqual([6, 9, 12, 12, 12]);
  expect(await types(page)).toEqual(["ac-load", "ac-load", "ac-load"]);
});

test("search and setFilter in all forms, and clearFilters", async ({ page }) => {
  await open(page, NEWS);
  await ready(page);
  /** @param {(element: import("./host.js").ArticleCardsElement) => unknown} act */
  const after = async (act) => (await on(page, act), on(page, (element) => ({ total: element.results.total, filters: element.state.filters })));
  await on(page, (element) => element.search("tide"));
  await expect(list(page).getByRole("searchbox")).toHaveValue("tide");
  expect(await shown(page)).toEqual(["a1", "a4", "a7"]);
  expect(await after((element) => element.setFilter("provider", { any: ["Gull"] }))).toEqual({ total: 4, filters: { provider: { any: ["Gull"] } } });
  expect(await after((element) => element.setFilter("provider", { not: ["Gull"] }))).toEqual({ total: 5, filters: { provider: { not: ["Gull"] } } });
  expect(await after((element) => element.setFilter("provider", null))).toEqual({ total: NINE, filters: {} });
  expect(await after((element) => element.setFilter("quality", [20, null]))).toEqual({ total: 7, filters: { quality: [20, null] } });
  expect(await after((element) => element.setFilter("quality", [null, 20]))).toEqual({ total: 2, filters: { quality: [null, 20] } });
  expect(await after((element) => element.setFilter("from", "2021-06-20"))).toMatchObject({ filters: { from: "2021-06-20", quality: [null, 20] } });
  expect(await after((element) => element.setFilter("from", "someday"))).toMatchObject({ filters: { quality: [null, 20] } });
  expect(await after((element) => element.setFilter("type", "video"))).toMatchObject({ filters: { quality: [null, 20], type: { any: ["video"] } } });
  expect(await after((element) => element.setFilter("nothing", { any: ["x"] }))).toMatchObject({ filters: { type: { any: ["video"] } } });
  // The text is no filter.
  expect(await after((element) => element.clearFilters())).toEqual({ total: NINE, filters: {} });
  expect(await on(page, (element) => element.state.query)).toBe("tide");
  await on(page, (element) => element.search(""));
  expect(await on(page, (element) => element.results.total)).toBe(ALL);
  expect(await types(page)).toEqual(["ac-load"]);
});

test("article finds one of the feed, shown or not", async ({ page }) => {
  await open(page, NEWS);
  await ready(page);
  const told = await on(page, (element) => ["a20", "a27", "none"].map((id) => element.article(id)));
  expect(told[0]).toMatchObject({ id: "a20", title: "Article 20 pier", provider: { name: "Gull" }, topics: ["Rain", "Wind", "Sun", "Fog"] });
  expect(told.slice(1)).toEqual([null, null]);
});

test("focus goes to the search, or to what else there is", async ({ page }) => {
  await open(page, NEWS);
  await ready(page);
  await on(page, (element) => element.focus());
  await expect(list(page).first().getByRole("searchbox")).toBeFocused();
  await on(page, (element) => void Object.assign(element, { withoutSearch: true }));
  await on(page, (element) => element.focus());
  await expect(list(page).first().locator("[part~=card-link]").first()).toBeFocused();
});

test("a slash leads to the search from inside the list only, and not from a field", async ({ page }) => {
  await open(page, `<button>Outside</button>${NEWS}`);
  await ready(page);
  const search = list(page).getByRole("searchbox");
  await page.getByRole("button", { name: "Outside" }).focus();
  await page.keyboard.press("/");
  await expect(search).not.toBeFocused();
  await list(page).locator("[part~=card-link]").first().focus();
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("");
  await page.keyboard.press("/");
  await expect(search).toHaveValue("/");
});

test("a list that waits is loaded at once when it is told to", async ({ page }) => {
  await open(page, '<div style="block-size: 9000px"></div><article-cards src="feed.json" loading="lazy"></article-cards>');
  await on(page, (element) => element.load());
  expect((await shown(page)).length).toBe(12);
  expect((await told(page)).length).toBe(1);
});
