// Properties without an attribute, and those that scripts read back.
/** @typedef {import("./host-page.js").ArticleCardsElement} ArticleCardsElement */
import { ARTICLES, MATCHES_PER_WORD, PUBLISHED_COUNT, expect, list, onElement, openHostPage, shownIds, takeEventTypes, takeEvents, test, waitUntilReady } from "./host-page.js";

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';
const ITEMS = [{ id: 1, title: "One &amp; only", topics: ["Sea", "Sea"], quality: "72" }, { id: 2, title: "Two", unknown: true }];
const NORMALISED = [
  { id: "1", title: "One & only", type: "article", topics: ["Sea"], quality: 72, published: true },
  { id: "2", title: "Two", type: "article", published: true },
];

test("the last set of src and items wins; items read back normalised", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  expect(await onElement(page, (element) => element.items?.length)).toBe(PUBLISHED_COUNT);
  await onElement(page, (element, items) => void (element.items = items), ITEMS);
  expect(await shownIds(page)).toEqual(["1", "2"]);
  expect(await onElement(page, (element) => element.items)).toEqual(NORMALISED);
  // Setting src to its current value is enough to replace the items.
  await onElement(page, async (element) => ((element.src = "feed.json"), await element.load()));
  expect(await shownIds(page)).toEqual(["a0", "a1", "a2"]);
  await onElement(page, (element, items) => void (element.items = { value: items }), ITEMS);
  await onElement(page, (element) => element.removeAttribute("src"));
  expect(await shownIds(page)).toEqual(["1", "2"]);
  await onElement(page, (element) => void (element.items = null));
  expect(await shownIds(page)).toEqual([]);
  expect(await onElement(page, (element) => [element.status, element.items, element.results.total])).toEqual(["idle", undefined, 0]);
});

test("items are compared by reference", async ({ page }) => {
  await openHostPage(page, "<article-cards></article-cards>");
  const seen = await onElement(page, async (element) => {
    const items = [{ id: "a", title: "A" }];
    element.items = items;
    await element.updateComplete;
    items.push({ id: "b", title: "B" });
    element.items = items;
    await element.updateComplete;
    const same = element.results.total;
    element.items = [...items];
    await element.updateComplete;
    return [same, element.results.total];
  });
  expect(seen).toEqual([1, 2]);
});

test("items of an unknown shape are an error and keep the current list", async ({ page }) => {
  await openHostPage(page, "<article-cards></article-cards>");
  await onElement(page, (element, items) => void (element.items = items), ITEMS);
  await takeEvents(page);
  for (const bad of [5, "text", { data: 1 }]) {
    await onElement(page, (element, bad) => void (element.items = bad), bad);
    expect((await takeEvents(page)).map(({ type, detail, total }) => [type, detail.kind, detail.url, total])).toEqual([["ac-error", "shape", null, 2]]);
    expect(await shownIds(page)).toEqual(["1", "2"]);
    expect(await onElement(page, (element) => element.items)).toEqual(NORMALISED);
  }
});

test("a preset reads the items of a service", async ({ page }) => {
  const post = { id: 1, title: { rendered: "Fish &#038; <em>chips</em>" }, link: "https://harbour.example/1", type: "post" };
  await page.route("**/host/posts.json", (route) => route.fulfill({ json: [post] }));
  await openHostPage(page, '<article-cards src="posts.json" mapping="wordpress"></article-cards>');
  await waitUntilReady(page);
  const items = await onElement(page, (element) => element.items);
  expect(items).toEqual([{ id: "1", title: "Fish & chips", webUrl: "https://harbour.example/1", type: "article", published: true }]);
  expect(await onElement(page, (element) => element.mapping)).toBe("wordpress");
});

test.describe("a mapping that cannot be read", () => {
  test.use({ expectedConsole: [/^warning: article-cards: no mapping is named "tides", only contentful, /] });

  test("is an error", async ({ page }) => {
    for (const [mapping, message] of [["tides", 'no preset is named "tides"'], [{ title: "a[x]" }, 'title: "a[x]", character 3']]) {
      await openHostPage(page, '<article-cards src="feed.json"></article-cards>');
      const error = await onElement(page, (element, mapping) => {
        element.mapping = /** @type {any} */ (mapping);
        return new Promise((resolve) => element.addEventListener("ac-error", ({ detail }) => resolve(detail.message), { once: true }));
      }, mapping);
      expect(error).toContain(message);
    }
  });
});

test("mapping fills known fields and adds new ones", async ({ page }) => {
  await openHostPage(page, '<article-cards facets="area"></article-cards>');
  const result = await onElement(page, async (element) => {
    const mapping = { title: "head.line", area: "place" };
    element.mapping = mapping;
    element.items = [{ id: "a", head: { line: "A" }, place: "North" }, { id: "b", head: { line: "B" }, place: "South" }];
    await element.updateComplete;
    const { items, facetCounts } = element;
    element.setFilter("area", { any: ["South"] });
    await element.updateComplete;
    const { ids } = element.results;
    mapping.title = "none";
    const readBack = element.mapping;
    element.mapping = undefined;
    await element.updateComplete;
    return { items, counts: facetCounts["area"]?.map(({ value }) => value), ids, readBack, total: element.results.total, skipped: element.diagnostics.count };
  });
  expect(result).toEqual({
    items: [
      { id: "a", title: "A", type: "article", published: true, area: ["North"] },
      { id: "b", title: "B", type: "article", published: true, area: ["South"] },
    ],
    counts: ["North", "South"],
    ids: ["b"],
    readBack: { title: "head.line", area: "place" },
    total: 0,
    skipped: 2,
  });
});

test("messages override the texts of the language", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const names = await page.evaluate(async () => Object.keys((await import(/** @type {string} */ ("/pkg/languages/de.js"))).default));
  expect(names).toContain("search");
  await onElement(page, (element) => void (element.messages = { search: "Find it" }));
  await expect(list(page).getByRole("searchbox")).toHaveAttribute("placeholder", "Find it");
  await onElement(page, (element) => void (element.messages = undefined));
  await expect(list(page).getByRole("searchbox")).not.toHaveAttribute("placeholder", "Find it");
});

test("state can be set in every form and reads back", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  /** @param {any} state */
  const set = (state) =>
    onElement(page, async (element, state) => {
      element.state = state;
      const { query } = element.state;
      await element.updateComplete;
      return { query, state: element.state, total: element.results.total };
    }, state);
  const empty = { query: "", sort: "", page: 1, filters: {} };
  expect(await set({ query: "tide" })).toEqual({ query: "tide", state: { ...empty, query: "tide" }, total: MATCHES_PER_WORD });
  const filters = { from: "2021-06-10", to: "2021-06-20", quality: [12, null], heat: [null, 95], topics: { any: ["Sea", "Wind"], not: ["Fog"] }, provider: { any: ["Gull"] } };
  const whole = { query: "article", sort: "-heat,title", page: 1, filters };
  const matching = ARTICLES.filter((_, n) => n % 2 === 0 && n % 3 !== 2 && n >= 8 && n <= 18);
  expect(await set(whole)).toEqual({ query: "article", state: whole, total: matching.length });
  expect(await set({ page: 3 })).toEqual({ query: "", state: { ...empty, page: 3 }, total: PUBLISHED_COUNT });
  expect((await shownIds(page)).length).toBe(9);
  for (const nothing of [{}, null, undefined, { query: 5, sort: "bogus", page: -1, filters: { topics: 7, quality: "x", from: "soon" } }]) {
    expect((await set(nothing)).state).toEqual(empty);
  }
  expect(await takeEventTypes(page)).toEqual(["ac-load"]);
});

test("properties and methods work before connecting and before the definition", async ({ page }) => {
  await openHostPage(page, '<article-cards id="late"></article-cards>', { script: "" });
  const result = await page.evaluate(async (feed) => {
    const late = /** @type {any} */ (document.querySelector("#late"));
    Object.assign(late, { items: feed, state: { query: "tide", page: 2 }, pageSize: 2, withScores: true, decorateCard: (/** @type {Element} */ card) => card.classList.add("seen") });
    const entry = "/pkg/index.js";
    const { define } = await import(entry);
    define();
    const early = document.createElement("article-cards");
    early.items = feed;
    early.search("pier");
    early.setFilter("provider", { any: ["Tern"] });
    const before = early.state;
    /** @type {number[]} */
    const totals = [];
    early.ready.then(() => totals.push(early.results.total));
    document.body.append(early);
    await Promise.all([late.ready, early.ready]);
    const cards = late.shadowRoot.querySelectorAll("[part~=card]");
    return {
      late: [late.results.total, cards.length, late.pageSize, Object.keys(late), [...cards].every((card) => card.classList.contains("seen"))],
      early: [before, early.results.total, totals],
    };
  }, ARTICLES);
  expect(result.late).toEqual([MATCHES_PER_WORD, 4, 2, [], true]);
  expect(result.early).toEqual([{ query: "pier", sort: "", page: 1, filters: { provider: { any: ["Tern"] } } }, 4, [4]]);
});

test("decorateCard is called once for each card element, and its errors reach the page", async ({ page, expectedConsole }) => {
  expectedConsole.push(/broken decoration/);
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const result = await onElement(page, async (element) => {
    /** @type {string[]} */
    const seen = [];
    /** @type {ArticleCardsElement["decorateCard"]} */
    const record = (card, article) => {
      seen.push(`${article.id} ${article.title} ${card.matches("[part~=card]")}`);
      if (article.id === "a1") throw new Error("broken decoration");
    };
    const next = async () => (await element.updateComplete, seen.splice(0).map((line) => line.split(" ")[0]));
    element.decorateCard = record;
    const first = [...seen];
    const batches = [await next()];
    await element.loadMore();
    batches.push(await next());
    element.search("pier");
    batches.push(await next());
    element.withScores = true;
    batches.push(await next());
    element.decorateCard = (card, article) => record(card, article);
    batches.push(await next());
    element.state = {};
    await element.updateComplete;
    seen.length = 0;
    element.items = [{ id: "a2", title: "Another", topics: ["Sea"] }, { id: "new", title: "New", topics: ["Sea"] }];
    batches.push(await next());
    element.items = [{ id: "new", title: "Newer", topics: ["Sea"] }];
    batches.push(await next());
    /** @type {any} */ (element).decorateCard = 5;
    return { first, batches, none: element.decorateCard };
  });
  expect(result.first).toEqual(["a0 Article 0 harbour true", "a1 Article 1 tide true", "a2 Article 2 pier true"]);
  expect(result.batches.slice(0, 2)).toEqual([["a0", "a1", "a2"], ["a3", "a4", "a5"]]);
  // Of these cards only a8 is new.
  expect(result.batches[2]).toContain("a8");
  expect(result.batches.slice(3)).toEqual([[], [], ["new"], []]);
  expect(result.none).toBe(null);
});

test("decorateCard may empty, remove or wrap cards", async ({ page }) => {
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const counts = await onElement(page, async (element) => {
    const count = () => element.shadowRoot?.querySelectorAll("[part~=card]").length;
    const counts = [];
    /** @type {((card: HTMLElement) => void)[]} */
    const decorations = [
      (card) => void (card.textContent = "mine"),
      (card) => card.remove(),
      (card) => {
        const around = document.createElement("div");
        card.replaceWith(around);
        around.append(card);
      },
    ];
    for (const decorate of decorations) {
      element.decorateCard = decorate;
      element.search("pier");
      await element.updateComplete;
      await element.loadMore();
      element.items = [{ id: "b", title: "B" }];
      element.state = {};
      await element.updateComplete;
      element.decorateCard = null;
      await element.load("feed.json");
      counts.push([element.status, count()]);
    }
    return counts;
  });
  expect(counts).toEqual([["ready", 3], ["ready", 3], ["ready", 3]]);
});

test("results, facetCounts and diagnostics describe what is rendered", async ({ page }) => {
  await page.route("**/host/flawed.json", (route) => route.fulfill({ json: [...ARTICLES.slice(0, 4), { id: "x" }, { id: "y", title: "Y", quality: "much" }] }));
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const result = await onElement(page, async (element) => {
    const first = element.results;
    const { ids } = first;
    const stable = ids === first.ids && first === element.results;
    const afterSearch = (element.search("pier"), await element.updateComplete, element.results);
    await element.load("flawed.json");
    const { total, tookMs, complete } = element.results;
    return { stable, ids: ids.length, afterSearch: afterSearch.ids, total, tookMs, complete, current: element.results.ids, counts: element.facetCounts["type"], diagnostics: [...element.diagnostics], count: element.diagnostics.count };
  });
  expect(result).toEqual({
    stable: true,
    ids: PUBLISHED_COUNT,
    afterSearch: ARTICLES.filter((_, n) => n % 3 === 2).map(({ id }) => id),
    total: 1,
    tookMs: expect.any(Number),
    complete: true,
    current: ["a2"],
    counts: [{ value: "article", count: 1, selected: false, excluded: false }],
    diagnostics: [
      { index: 4, path: "title", message: expect.any(String) },
      { index: 5, path: "quality", message: expect.any(String) },
    ],
    count: 2,
  });
  expect(result.tookMs).toBeLessThan(50);
  const none = await page.evaluate(() => {
    const { results, facetCounts, diagnostics, status, article, items, state } = document.createElement("article-cards");
    return { results: { ...results }, facetCounts, diagnostics: [...diagnostics], status, items, state };
  });
  expect(none).toEqual({ results: { total: 0, ids: [], tookMs: 0, complete: false }, facetCounts: {}, diagnostics: [], status: "idle", items: undefined, state: { query: "", sort: "", page: 1, filters: {} } });
});

test("updateComplete waits for pending property changes and nothing else", async ({ page }) => {
  await openHostPage(page, "");
  const result = await page.evaluate(async (feed) => {
    const element = document.createElement("article-cards");
    const cards = () => element.shadowRoot?.querySelectorAll("[part~=card]").length;
    const result = [];
    await element.updateComplete;
    element.items = feed;
    element.pageSize = 5;
    document.body.append(element);
    await element.updateComplete;
    result.push(cards());
    element.pageSize = 4;
    element.withUnpublished = true;
    element.search("tide");
    element.search("article");
    element.setFilter("topics", { not: ["Fog"] });
    await element.updateComplete;
    result.push([cards(), element.results.total, element.state.query]);
    element.clearFilters();
    await element.updateComplete;
    result.push(element.results.total);
    element.theme = "dark";
    element.locale = "de";
    await element.updateComplete;
    result.push(element.shadowRoot?.querySelector("[part~=base]")?.getAttribute("data-theme"));
    element.src = "slow.json";
    await element.updateComplete;
    result.push(element.status);
    element.remove();
    element.pageSize = 2;
    await element.updateComplete;
    return result;
  }, ARTICLES);
  expect(result).toEqual([5, [4, 19, "article"], 28, "dark", "ready"]);
});
