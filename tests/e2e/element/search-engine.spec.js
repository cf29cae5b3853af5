// A search engine of the page answers the queries, in place of the browser's index.
import { STRICT_POLICY, expectAccessible } from "../fixtures.js";
import { ARTICLES, PUBLISHED_COUNT, expect, list, onElement, onElementAt, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../../package/index.js").SearchRequest} SearchRequest */

/**
 * What the page's engine does, which tests change while it runs.
 * @typedef {object} Behaviour
 * @property {number} delay how long an answer takes, in milliseconds
 * @property {boolean} fails
 * @property {number} values the most values of a facet
 * @property {SearchRequest[]} requests those that it got
 * @property {number} aborted how many of them were aborted
 */

const REMOTE = '<article-cards id="remote" page-size="6"></article-cards>';

/**
 * Gives the element a search engine, which answers by the package's engine.
 * @param {Page} page
 * @param {{ can?: import("../../../package/index.js").SearchCapabilities, highlights?: boolean, articles?: unknown[], selector?: string, fails?: boolean }} [options]
 */
async function connect(page, { can, highlights = false, articles = ARTICLES, selector = "#remote", fails = false } = {}) {
  const argument = { can, highlights, selector, fails };
  await page.waitForFunction(() => "createEngine" in window);
  await page.evaluate((articles) => {
    const created = /** @type {any} */ (window).createEngine(articles, { url: location.href, facets: "topics,provider,type" });
    created.then((/** @type {any} */ answers) => Object.assign(window, { answers }));
    Object.assign(window, { answers: undefined });
  }, articles);
  // Not a promise of the function: Chromium may collect it while the test waits.
  await page.waitForFunction(() => /** @type {any} */ (window).answers);
  await page.evaluate(({ can, highlights, selector, fails }) => {
    const { answers } = /** @type {any} */ (window);
    /** @type {Behaviour} */
    const behaviour = { delay: 0, fails, values: 1_000, requests: [], aborted: 0 };
    Object.assign(window, { behaviour });
    const wait = async (/** @type {AbortSignal} */ signal) => {
      signal.addEventListener("abort", () => void behaviour.aborted++);
      await new Promise((resolve) => setTimeout(resolve, behaviour.delay));
      if (behaviour.fails) throw new Error("all nodes are down");
    };
    const engine = {
      can,
      async search(/** @type {SearchRequest} */ request, /** @type {{ signal: AbortSignal }} */ { signal }) {
        behaviour.requests.push(request);
        await wait(signal);
        const { total, ids, facetCounts } = answers.query(request.state);
        const start = (request.page - 1) * request.pageSize;
        const found = answers.articles(ids.slice(start, start + request.pageSize));
        const counts = Object.fromEntries(Object.entries(facetCounts).map(([field, values]) => [field, /** @type {any[]} */ (values).slice(0, behaviour.values)]));
        const marks = Object.fromEntries(found.map((/** @type {any} */ { id }) => [id, { title: [[0, 7]] }]));
        return { total, articles: found, facetCounts: counts, ...(highlights && { highlights: marks }) };
      },
      async searchFacetValues(/** @type {string} */ field, /** @type {string} */ text, /** @type {SearchRequest} */ request, /** @type {{ signal: AbortSignal }} */ { signal }) {
        await wait(signal);
        const values = answers.query(request.state).facetCounts[field] ?? [];
        return values.filter((/** @type {any} */ { value }) => value.toLowerCase().includes(text.toLowerCase()));
      },
    };
    /** @type {any} */ (document.querySelector(selector)).engine = engine;
  }, argument);
}

/** @param {Page} page @param {Partial<Behaviour>} change */
const change = (page, change) => page.evaluate((change) => void Object.assign(/** @type {any} */ (window).behaviour, change), change);

/** Takes the requests so far. @param {Page} page @returns {Promise<SearchRequest[]>} */
const takeRequests = (page) => page.evaluate(() => /** @type {any} */ (window).behaviour.requests.splice(0));

/** Opens a page that can connect engines. @param {Page} page @param {string} markup @param {Parameters<typeof openHostPage>[2]} [host] */
async function openPage(page, markup, host = {}) {
  const body = 'import { createEngine } from "/pkg/engine.js"; window.createEngine = createEngine;';
  await page.route("**/host/create-engine.js", (route) => route.fulfill({ body, contentType: "text/javascript" }));
  await openHostPage(page, markup, { head: '<script type="module" src="create-engine.js"></script>', ...host });
}

/** Opens a page with a list that has a search engine. @param {Page} page @param {string} [markup] @param {Parameters<typeof connect>[1]} [options] @param {Parameters<typeof openHostPage>[2]} [host] */
async function openRemote(page, markup = REMOTE, options = {}, host = {}) {
  await openPage(page, markup, host);
  await connect(page, options);
  await waitUntilReady(page, options.selector ?? "#remote");
}

/** What a reader sees of a list. @param {Page} page @param {string} selector */
const view = async (page, selector) => ({
  ids: await shownIds(page, selector),
  summary: await list(page, selector).locator("[part~=summary]").innerText(),
  chips: await list(page, selector).locator("[part~=chip]").allInnerTexts(),
  facets: await list(page, selector).locator("[part~=facet-option]").allInnerTexts(),
  orders: await list(page, selector).locator("[part~=sort] option").allInnerTexts(),
  marks: await list(page, selector).locator("[part~=card-title] mark").allInnerTexts(),
  more: await list(page, selector).locator("[part~=more-button]").allInnerTexts(),
});

test("a reader sees the same as with a feed", async ({ page }) => {
  await openRemote(page, `${REMOTE}<article-cards id="local" src="feed.json" page-size="6"></article-cards>`);
  await waitUntilReady(page, "#local");
  /** @type {((element: import("./host-page.js").ArticleCardsElement) => unknown)[]} */
  const steps = [
    () => {},
    (element) => element.loadMore(),
    (element) => element.search("harbour"),
    (element) => element.search("habrour"),
    (element) => element.search("tide -2"),
    (element) => element.search('"3 harbour"'),
    (element) => element.search(""),
    (element) => element.setFilter("topics", { any: ["sea"] }),
    (element) => element.setFilter("provider", { not: ["Tern"] }),
    (element) => element.setFilter("from", "2021-06-10"),
    (element) => void (element.state = { sort: "title", filters: { type: { any: ["video"] } } }),
    (element) => element.clearFilters(),
    (element) => element.loadMore(),
  ];
  for (const step of steps) {
    for (const selector of ["#remote", "#local"]) await onElementAt(page, selector, step);
    // What a list has without a query is asked for after its first articles.
    await expect(async () => expect(await view(page, "#remote")).toEqual(await view(page, "#local"))).toPass({ timeout: 3_000 });
  }
  const local = await onElementAt(page, "#local", ({ facetCounts, results, status, state }) => ({ facetCounts, total: results.total, status, state }));
  expect(await onElementAt(page, "#remote", ({ facetCounts, results, status, state }) => ({ facetCounts, total: results.total, status, state }))).toEqual(local);
  expect((await takeEvents(page)).filter(({ type }) => type === "ac-error")).toEqual([]);
});

test("the request says all that the engine needs", async ({ page }) => {
  const markup = '<article-cards id="remote" page-size="6" only="type=article&id=a0" facets="topics:and,provider" locale="de" time-zone="Asia/Tokyo" filter="from=2021-06-01&quality=3..&topics=Sea" sort="-heat,title" query="tide"></article-cards>';
  await openRemote(page, markup);
  const [request] = await takeRequests(page);
  expect(request).toEqual({
    state: { query: "tide", sort: "-heat,title", page: 1, filters: { from: "2021-06-01", quality: [3, null], topics: { any: ["Sea"] } } },
    only: { query: "", sort: "", page: 1, filters: { type: { any: ["article"] }, id: { any: ["a0"] } } },
    facets: [{ field: "topics", operator: "and" }, { field: "provider", operator: "or" }],
    page: 1,
    pageSize: 6,
    locale: "de",
    timeZone: "Asia/Tokyo",
  });
});

test("typing asks when it pauses, and only the last answer counts", async ({ page }) => {
  await openRemote(page);
  await takeRequests(page);
  const search = list(page).locator("[part~=search-input]");
  await search.pressSequentially("harbour", { delay: 10 });
  /** @type {any[]} */
  const asked = [];
  await expect.poll(async () => (asked.push(...(await takeRequests(page))), asked.at(-1)?.state.query)).toBe("harbour");
  expect(asked.length).toBeLessThan(4);
  await expect.poll(() => shownIds(page)).toEqual(["a0", "a3", "a6", "a9", "a12", "a15"]);
  // A slow answer to an older query comes after that to a newer one.
  await change(page, { delay: 600 });
  await search.fill("tide");
  await expect.poll(async () => (await takeRequests(page)).length).toBe(1);
  await expect(list(page).locator("[aria-busy=true]")).toHaveCount(1);
  await change(page, { delay: 0 });
  await search.fill("pier");
  await expect.poll(() => shownIds(page)).toEqual(["a2", "a5", "a8", "a11", "a14", "a17"]);
  await page.waitForTimeout(700);
  expect((await shownIds(page))[0]).toBe("a2");
  expect(await page.evaluate(() => /** @type {any} */ (window).behaviour.aborted)).toBeGreaterThan(0);
  await expect(list(page).locator("[aria-busy=true]")).toHaveCount(0);
});

test("what the reader chooses is asked at once, and the busy list keeps its cards", async ({ page }) => {
  await openRemote(page);
  await change(page, { delay: 400 });
  await list(page).locator("[part~=facet-option][data-value=video] input").click();
  await expect(list(page).locator("[aria-busy=true]")).toHaveCount(1);
  expect((await shownIds(page)).length).toBe(6);
  await expect(list(page).locator("[part~=chip]")).toHaveCount(1);
  await expect.poll(() => shownIds(page)).toEqual(["a4", "a9", "a14", "a19", "a24"]);
  const changes = (await takeEvents(page)).filter(({ type }) => type === "ac-change");
  expect(changes.map(({ detail }) => detail.total)).toEqual([5]);
});

test("a failure leaves what is shown, and can be tried again", async ({ page }) => {
  await openRemote(page);
  await change(page, { fails: true });
  await list(page).locator("[part~=facet-option][data-value=video] input").click();
  const error = list(page).locator("[part~=error]");
  await expect(error).toContainText("The search could not be answered");
  expect((await shownIds(page)).length).toBe(6);
  await expect(list(page).locator("[aria-busy=true]")).toHaveCount(0);
  const [event] = (await takeEvents(page)).filter(({ type }) => type === "ac-error");
  expect(event?.detail).toEqual({ kind: "engine", message: "all nodes are down", url: null, retryable: true });
  await expectAccessible(page);
  await change(page, { fails: false });
  await error.getByRole("button").click();
  await expect.poll(() => shownIds(page)).toEqual(["a4", "a9", "a14", "a19", "a24"]);
  await expect(error).toHaveCount(0);
});

test("a failed next page can be tried again, and nothing is shown twice", async ({ page }) => {
  await openRemote(page);
  await change(page, { fails: true });
  await list(page).locator("[part~=more-button]").click();
  await expect(list(page).locator("[part~=pager]")).toContainText("could not be loaded");
  await change(page, { fails: false });
  await list(page).locator("[part~=pager]").getByRole("button", { name: "Try again" }).click();
  await expect.poll(async () => (await shownIds(page)).length).toBe(12);
  expect(new Set(await shownIds(page)).size).toBe(12);
});

test("a list that can't be answered at all says so, and tries again", async ({ page }) => {
  await openPage(page, REMOTE);
  await connect(page, { fails: true });
  await expect(list(page).locator("[part~=error]")).toBeVisible();
  expect(await onElement(page, (element) => element.status)).toBe("error");
  await change(page, { fails: false });
  await list(page).locator("[part~=retry]").click();
  await expect.poll(async () => (await shownIds(page)).length).toBe(6);
});

test("pages, infinite scrolling and the address ask for the pages that they show", async ({ page }) => {
  await openRemote(page, '<article-cards id="remote" page-size="6" paging="pages" url-state></article-cards>', {}, { query: "?page=3" });
  expect(await shownIds(page)).toEqual(["a12", "a13", "a14", "a15", "a16", "a17"]);
  await list(page).locator("[part~=page-button]", { hasText: "2" }).click();
  await expect.poll(async () => (await shownIds(page))[0]).toBe("a6");
  await page.goBack();
  await expect.poll(async () => (await shownIds(page))[0]).toBe("a12");
  await onElement(page, (element) => void (element.paging = "infinite"));
  await expect.poll(async () => (await shownIds(page)).length).toBe(18);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect.poll(async () => (await shownIds(page)).length).toBeGreaterThan(18);
});

test("several pages of an address are asked for at once", async ({ page }) => {
  await openRemote(page, '<article-cards id="remote" page-size="6" url-state></article-cards>', {}, { query: "?page=3&q=article" });
  await expect.poll(async () => (await shownIds(page)).length).toBe(18);
  const [request] = await takeRequests(page);
  expect([request?.page, request?.pageSize]).toEqual([1, 18]);
});

test("an empty result offers to drop words and filters, each with its count", async ({ page }) => {
  await openRemote(page);
  await onElement(page, (element) => void (element.state = { query: "harbour zzzzz", filters: { type: { any: ["video"] } } }));
  const empty = list(page).locator("[part~=empty]");
  await empty.getByRole("button", { name: "Without “zzzzz” 2 articles" }).click();
  await expect.poll(() => shownIds(page)).toEqual(["a9", "a24"]);
});

test("what the engine can't do is not offered", async ({ page }) => {
  await openRemote(page, REMOTE, { can: { exclusions: false, ranges: false, sorts: ["-publishedDateTime", "title"], facetSearch: false } });
  await expect(list(page).locator("[part~=facet-option]").first()).toBeVisible();
  await expect(list(page).locator("[part~=facet-exclude]")).toHaveCount(0);
  await expect(list(page).locator("[part~=range]")).toHaveCount(0);
  expect(await list(page).locator("[part~=sort] option").evaluateAll((options) => options.map((option) => /** @type {HTMLOptionElement} */ (option).value))).toEqual(["-publishedDateTime", "title"]);
  await connect(page, { can: { sorts: false } });
  await expect(list(page).locator("[part~=sort]")).toHaveCount(0);
});

test("values that the list does not have are searched by the engine", async ({ page }) => {
  const articles = Array.from({ length: 60 }, (_, n) => ({ ...ARTICLES[n % 28], id: `b${n}`, topics: [`Topic ${n}`, `Word ${n % 30}`] }));
  await openPage(page, REMOTE);
  await connect(page, { articles });
  await change(page, { values: 25 });
  await onElement(page, (element) => element.reload());
  const topics = list(page).locator("[part~=facet][data-field=topics]");
  await topics.locator("[part~=facet-search]").fill("topic 4");
  await expect(topics.locator("[part~=facet-option]").filter({ hasText: "Topic 47" })).toBeVisible();
  await topics.locator("[part~=facet-option]").filter({ hasText: "Topic 47" }).getByRole("checkbox").check();
  await expect.poll(() => shownIds(page)).toEqual(["b47"]);
  await expectAccessible(page);
});

test("what the engine has found is marked", async ({ page }) => {
  await openRemote(page, REMOTE, { highlights: true });
  await onElement(page, (element) => element.search("harbour"));
  await expect(list(page).locator("[part~=card-title] mark")).toHaveText(Array(6).fill("Article"));
});

test("newer articles are offered, and move nothing", async ({ page }) => {
  await page.clock.install();
  await openRemote(page, '<article-cards id="remote" page-size="6" refresh="10"></article-cards>');
  const newer = { id: "new", title: "Flood warning", publishedDateTime: "2021-07-01T00:00:00Z", webUrl: "https://news.example/new" };
  await page.evaluate((articles) => {
    const created = /** @type {any} */ (window).createEngine(articles);
    const element = /** @type {any} */ (document.querySelector("#remote"));
    element.engine.search = async (/** @type {SearchRequest} */ { state, page, pageSize }) => {
      const answers = await created;
      const { total, ids, facetCounts } = answers.query(state);
      return { total, facetCounts, articles: answers.articles(ids.slice((page - 1) * pageSize, page * pageSize)) };
    };
  }, [newer, ...ARTICLES]);
  await page.clock.runFor(11_000);
  const offer = list(page).getByRole("button", { name: "1 new article" });
  await expect(offer).toBeVisible();
  expect((await shownIds(page))[0]).toBe("a0");
  await offer.click();
  await expect.poll(async () => (await shownIds(page))[0]).toBe("new");
});

test("an engine replaces a feed, and a feed an engine", async ({ page }) => {
  await openPage(page, '<article-cards id="remote" src="feed.json" page-size="6"></article-cards>');
  await waitUntilReady(page);
  await connect(page, { articles: ARTICLES.slice(20) });
  await expect.poll(() => shownIds(page)).toEqual(["a20", "a21", "a22", "a23", "a24", "a25"]);
  expect(await onElement(page, (element) => typeof element.engine)).toBe("object");
  await onElement(page, (element) => void (element.engine = null));
  expect(await onElement(page, (element) => element.engine)).toBe("browser");
  await expect.poll(async () => (await shownIds(page))[0]).toBe("a0");
  await expect(list(page).locator("[part~=summary]")).toContainText(String(PUBLISHED_COUNT));
});

test("answers that can't be read are errors", async ({ page }) => {
  await openPage(page, REMOTE);
  /** @param {unknown} answer */
  const message = async (answer) => {
    await page.evaluate((answer) => {
      /** @type {any} */ (document.querySelector("#remote")).engine = { search: () => answer };
    }, answer);
    await expect(list(page).locator("[part~=error]")).toBeVisible();
    const errors = (await takeEvents(page)).filter(({ type }) => type === "ac-error");
    return errors.map(({ detail }) => detail.message);
  };
  expect(await message({ articles: [] })).toEqual(["the answer of the search engine has no `total`"]);
  expect(await message({ total: 3 })).toEqual(["the `articles` in the answer of the search engine are no list"]);
  expect(await message({ total: "many", articles: [] })).toEqual(["the answer of the search engine has no `total`"]);
  expect(await message(null)).toEqual(["the answer of the search engine has no `total`"]);
  const topics = { Sea: 2 };
  expect(await message({ total: 0, articles: [], facetCounts: { topics } })).toEqual(["the counts of `topics` in the answer of the search engine are no list"]);
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector("#remote")).engine = { search() { throw new Error("not today"); } };
  });
  await expect.poll(async () => (await takeEvents(page)).map(({ detail }) => detail.message)).toEqual(["not today"]);
  await page.evaluate(() => {
    /** @type {any} */ (document.querySelector("#remote")).engine = {};
  });
  await expect.poll(async () => (await takeEvents(page)).map(({ detail }) => detail.message)).toEqual(["`engine` has no method `search`"]);
});

test("under the strict policy, and with the keyboard alone", async ({ page }) => {
  await openRemote(page, REMOTE, {}, { headers: { "content-security-policy": STRICT_POLICY } });
  await list(page).locator("[part~=search-input]").focus();
  await page.keyboard.type("tide");
  await expect.poll(() => shownIds(page)).toEqual(["a1", "a4", "a7", "a10", "a13", "a16"]);
  await expect(list(page).locator("[part~=live]").first()).toContainText("9 of 27");
  await list(page).locator("[part~=more-button]").focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shownIds(page)).length).toBe(9);
  expect(await onElement(page, (element) => element.shadowRoot?.activeElement?.closest("[data-id]")?.getAttribute("data-id"))).toBe("a19");
  await expectAccessible(page);
});

test("own cards, entries between the cards, related items and topics on cards work", async ({ page }) => {
  const markup = `<article-cards id="remote" page-size="6"><template slot="card"><h3 data-field="title"></h3></template>
    <p slot="after-2">Advertisement</p></article-cards>`;
  await openRemote(page, markup);
  await expect(page.getByRole("heading", { level: 3 })).toHaveCount(6);
  await expect(page.getByText("Advertisement")).toBeVisible();
  await page.evaluate(() => document.querySelector("template")?.remove());
  await expect(list(page).locator("[part~=related-item]").first()).toBeAttached();
  await list(page).locator("[part~=topic]", { hasText: "Rain" }).first().click();
  await expect(list(page).locator("[part~=chip]")).toHaveCount(1);
  await expect.poll(() => shownIds(page)).toEqual(["a2", "a5", "a8", "a11", "a14", "a17"]);
});

test("saved articles are asked for by their ids", async ({ page }) => {
  await openRemote(page, '<article-cards id="remote" page-size="6" remember="news"></article-cards>');
  await onElement(page, (element) => element.save("a3"));
  await takeRequests(page);
  await list(page).getByRole("checkbox", { name: /Saved/ }).check();
  await expect.poll(async () => (await takeRequests(page))[0]?.only?.filters).toEqual({ id: { any: expect.arrayContaining(["a3"]) } });
});

test("answers with null and with numbers as texts are read, and bad ranges mark nothing", async ({ page }) => {
  await openPage(page, REMOTE);
  await page.evaluate(() => {
    const articles = [{ id: 7, title: "Ebb 🌊 tide", excerpt: null }, { title: "No id" }];
    const highlights = { 7: { title: [[4, 6], [90, 99], [3, 1], ["x", null]], excerpt: [[0, 1]] } };
    const search = async () => ({ total: "2", articles, facetCounts: null, highlights });
    /** @type {any} */ (document.querySelector("#remote")).engine = { can: null, search };
  });
  await waitUntilReady(page, "#remote");
  await expect(list(page).locator("[part~=card]")).toHaveCount(2);
  await expect(list(page).locator("[part~=card-title] mark")).toHaveText(["🌊"]);
  expect((await takeEvents(page)).filter(({ type }) => type === "ac-error")).toEqual([]);
});

test.describe("a script that can't be loaded", () => {
  test.use({ expectedConsole: [/Failed to load resource|Loading module from/] });

  test("is an error with a message", async ({ page }) => {
    await page.route("**/pkg/search-client.js", (route) => route.fulfill({ status: 404, body: "" }));
    await openPage(page, REMOTE);
    await page.evaluate(() => {
      /** @type {any} */ (document.querySelector("#remote")).engine = { search: async () => ({ total: 0, articles: [] }) };
    });
    await waitUntilReady(page, "#remote");
    await expect(list(page).locator("[part~=error]")).toContainText("could not be loaded");
  });
});

test("a count is never that of another query", async ({ page }) => {
  await openRemote(page);
  const summary = list(page).locator("[part~=summary]");
  await expect(summary).toHaveText("27 articles");
  await change(page, { fails: true });
  await onElement(page, (element) => element.search("harbour"));
  await expect(list(page).locator("[part~=error]")).toBeVisible();
  await expect(summary).toHaveText("");
  await expect(list(page).locator("[part~=live]").first()).not.toContainText("27");
  await change(page, { fails: false });
  await onElement(page, (element) => element.search("tide"));
  await expect(summary).toContainText("9 of 27");
});

test("a visit that ended with a search makes nothing new that was there", async ({ page }) => {
  const markup = '<article-cards id="remote" page-size="6" remember="news"></article-cards>';
  await page.clock.setFixedTime(Date.UTC(2024, 2, 15, 12));
  await openRemote(page, markup);
  await onElement(page, (element) => element.search('"26 pier"'));
  await expect.poll(() => shownIds(page)).toEqual(["a26"]);
  await page.goto("about:blank");
  await page.clock.setFixedTime(Date.UTC(2024, 2, 16, 12));
  await openRemote(page, markup);
  await expect(list(page).locator("[part~=card]")).toHaveCount(6);
  await onElement(page, (element) => element.loadMore());
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
  await expect(list(page).locator("[part~=card-new]")).toHaveCount(0);
});

test("saved articles that are not loaded yet are not lost", async ({ page }) => {
  await openRemote(page, '<article-cards id="remote" page-size="6" remember="news"></article-cards>');
  await onElement(page, (element) => element.loadMore());
  for (const id of ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7"]) await onElement(page, (element, id) => element.save(id), id);
  await list(page).getByRole("checkbox", { name: /Saved/ }).check();
  await expect(list(page).locator("[aria-busy=true]")).toHaveCount(0);
  const ids = await shownIds(page);
  expect(new Set(ids).size).toBe(ids.length);
});
