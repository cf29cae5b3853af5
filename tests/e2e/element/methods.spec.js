// The element's methods.
import { ARTICLES, MATCHES_PER_WORD, PUBLISHED_COUNT, expect, list, onElement, openHostPage, shownIds, takeEventTypes, takeEvents, test, waitUntilReady } from "./host-page.js";

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';

/** @param {import("@playwright/test").Page} page */
async function servePages(page) {
  await page.route("**/host/pages/**", (route) => {
    const number = Number(/page\/(\d)/.exec(route.request().url())?.[1] ?? 1);
    const value = ARTICLES.slice((number - 1) * 4, number * 4);
    return route.fulfill({ json: { value, nextPage: number < 3 ? number + 1 : undefined } });
  });
}

test("load fetches another feed or the same again, and resolves once rendered", async ({ page }) => {
  let requests = 0;
  await page.route("**/host/*.json", (route) => {
    requests += 1;
    const url = route.request().url();
    if (url.endsWith("missing.json")) return route.fulfill({ status: 404, body: "" });
    return route.fulfill({ json: ARTICLES.slice(0, url.endsWith("two.json") ? 2 : requests) });
  });
  await openHostPage(page, "<article-cards></article-cards>");
  const results = await onElement(page, async (element) => {
    const cards = () => element.shadowRoot?.querySelectorAll("[part~=card]").length;
    const results = [];
    await element.load("one.json");
    results.push([cards(), element.src, element.status]);
    await element.load();
    results.push(cards());
    await element.load("two.json");
    results.push([cards(), element.src]);
    await element.load("two.json");
    await element.reload();
    results.push(cards());
    element.items = [{ title: "A" }];
    await element.reload();
    results.push(cards());
    await element.load("two.json");
    results.push(cards());
    await element.load(new URL("one.json", document.baseURI));
    results.push(cards());
    return results;
  });
  expect(results).toEqual([[1, "one.json", "ready"], 2, [2, "two.json"], 2, 1, 2, 7]);
  expect(requests).toBe(7);
});

test.describe("a missing feed", () => {
  test.use({ expectedConsole: [/404/] });

  test("load resolves too, once the error is rendered", async ({ page }) => {
    await openHostPage(page, "<article-cards></article-cards>");
    const results = await onElement(page, async (element) => {
      await element.load("none.json");
      const message = element.shadowRoot?.querySelector("[part~=error]")?.textContent;
      return { message, status: element.status };
    });
    expect(results).toEqual({ message: expect.stringContaining("404"), status: "error" });
  });
});

test("methods wait for the module, the translations and the feed", async ({ page }) => {
  await openHostPage(page, "");
  const results = await page.evaluate(async () => {
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
  expect(results).toEqual([12, 24]);
});

test("loadMore shows one more page, across pages of the feed", async ({ page }) => {
  await servePages(page);
  await openHostPage(page, '<article-cards src="pages/index.json" page-size="3"></article-cards>');
  await waitUntilReady(page);
  const counts = await onElement(page, async (element) => {
    const counts = [];
    for (let turn = 0; turn < 5; turn++) {
      await element.loadMore();
      counts.push(element.shadowRoot?.querySelectorAll("[part~=card]").length);
    }
    return counts;
  });
  expect(counts).toEqual([6, 9, 12, 12, 12]);
  expect(await takeEventTypes(page)).toEqual(["ac-load", "ac-load", "ac-load"]);
});

test("search, setFilter in all forms, and clearFilters", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  /** @param {(element: import("./host-page.js").ArticleCardsElement) => unknown} act */
  const after = async (act) => (await onElement(page, act), onElement(page, (element) => ({ total: element.results.total, filters: element.state.filters })));
  await onElement(page, (element) => element.search("tide"));
  await expect(list(page).getByRole("searchbox")).toHaveValue("tide");
  expect(await shownIds(page)).toEqual(["a1", "a4", "a7"]);
  expect(await after((element) => element.setFilter("provider", { any: ["Gull"] }))).toEqual({ total: 4, filters: { provider: { any: ["Gull"] } } });
  expect(await after((element) => element.setFilter("provider", { not: ["Gull"] }))).toEqual({ total: 5, filters: { provider: { not: ["Gull"] } } });
  expect(await after((element) => element.setFilter("provider", null))).toEqual({ total: MATCHES_PER_WORD, filters: {} });
  expect(await after((element) => element.setFilter("quality", [20, null]))).toEqual({ total: 7, filters: { quality: [20, null] } });
  expect(await after((element) => element.setFilter("quality", [null, 20]))).toEqual({ total: 2, filters: { quality: [null, 20] } });
  expect(await after((element) => element.setFilter("from", "2021-06-20"))).toMatchObject({ filters: { from: "2021-06-20", quality: [null, 20] } });
  expect(await after((element) => element.setFilter("from", "someday"))).toMatchObject({ filters: { quality: [null, 20] } });
  expect(await after((element) => element.setFilter("type", "video"))).toMatchObject({ filters: { quality: [null, 20], type: { any: ["video"] } } });
  expect(await after((element) => element.setFilter("nothing", { any: ["x"] }))).toMatchObject({ filters: { type: { any: ["video"] } } });
  // clearFilters keeps the query.
  expect(await after((element) => element.clearFilters())).toEqual({ total: MATCHES_PER_WORD, filters: {} });
  expect(await onElement(page, (element) => element.state.query)).toBe("tide");
  await onElement(page, (element) => element.search(""));
  expect(await onElement(page, (element) => element.results.total)).toBe(PUBLISHED_COUNT);
  expect(await takeEventTypes(page)).toEqual(["ac-load"]);
});

test("article finds an article of the feed, shown or not", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const results = await onElement(page, (element) => ["a20", "a27", "none"].map((id) => element.article(id)));
  expect(results[0]).toMatchObject({ id: "a20", title: "Article 20 pier", provider: { name: "Gull" }, topics: ["Rain", "Wind", "Sun", "Fog"] });
  expect(results.slice(1)).toEqual([null, null]);
});

test("focus moves to the search field, or else to the first card", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await onElement(page, (element) => element.focus());
  await expect(list(page).first().getByRole("searchbox")).toBeFocused();
  await onElement(page, (element) => void Object.assign(element, { withoutSearch: true }));
  await onElement(page, (element) => element.focus());
  await expect(list(page).first().locator("[part~=card-link]").first()).toBeFocused();
});

test("the / key focuses the search field from inside the list only, and not from a field", async ({ page }) => {
  await openHostPage(page, `<button>Outside</button>${NEWS}`);
  await waitUntilReady(page);
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

test("load starts a lazy list at once", async ({ page }) => {
  await openHostPage(page, '<div style="block-size: 9000px"></div><article-cards src="feed.json" loading="lazy"></article-cards>');
  await onElement(page, (element) => element.load());
  expect((await shownIds(page)).length).toBe(12);
  expect((await takeEvents(page)).length).toBe(1);
});
