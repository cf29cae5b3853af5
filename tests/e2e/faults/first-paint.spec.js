// Faults while an element loads: it is never empty, and shows no card twice.
import { holdRoute, holdTimers } from "../fixtures.js";
import { ARTICLES, expect, list, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "../element/host-page.js";

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';
const MODULE = "**/pkg/article_cards.wasm";
const FIRST = ["a0", "a1", "a2"];

/** @param {import("@playwright/test").Page} page */
const skeletons = (page) => list(page).locator("[part~=skeleton]");

test("an element that is moved, removed and inserted again before the module", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, `${NEWS}<div id="there"></div>`);
  await expect.poll(() => shownIds(page)).toEqual(FIRST);
  await page.evaluate(() => document.querySelector("#there")?.append(/** @type {Element} */ (document.querySelector("article-cards"))));
  await expect.poll(() => shownIds(page)).toEqual(FIRST);
  await page.evaluate(async () => {
    const element = /** @type {Element} */ (document.querySelector("article-cards"));
    element.remove();
    await new Promise((resolve) => setTimeout(resolve));
    document.querySelector("main")?.append(element);
  });
  await expect.poll(() => shownIds(page)).toEqual(FIRST);
  release();
  await waitUntilReady(page);
  await expect(list(page).locator("[data-waiting]")).toHaveCount(0);
  expect(await shownIds(page)).toEqual(FIRST);
  await expect(skeletons(page)).toHaveCount(0);
});

test.describe("a feed that fails", () => {
  test.use({ expectedConsole: [/500/] });

  test("before and after the module", async ({ page }) => {
    await page.route("**/host/feed.json", (route) => route.fulfill({ status: 500, body: "" }));
    for (const held of [MODULE, "**/host/feed.json"]) {
      const release = await holdRoute(page, held, (route) => (held === MODULE ? route.continue() : route.fulfill({ status: 500, body: "" })));
      await openHostPage(page, NEWS);
      await expect(skeletons(page)).toHaveCount(3);
      release();
      await waitUntilReady(page);
      await expect(list(page).locator("[part~=error]")).toHaveCount(1);
      await expect(skeletons(page)).toHaveCount(0);
      await page.unroute(held);
      await page.route("**/host/feed.json", (route) => route.fulfill({ status: 500, body: "" }));
    }
  });
});

test("a feed that stalls does not keep the module from loading", async ({ page }) => {
  await holdRoute(page, "**/host/feed.json");
  const module = page.waitForRequest(MODULE);
  await openHostPage(page, NEWS);
  await module;
  await expect(skeletons(page)).toHaveCount(3);
});

test("two hundred elements", async ({ page }) => {
  test.slow();
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, NEWS.repeat(200));
  await expect(list(page).locator("[part~=card]")).toHaveCount(600, { timeout: 60_000 });
  release();
  await expect(list(page).locator("[part~=facets] input").first()).toBeAttached({ timeout: 150_000 });
  await expect(list(page).locator("[data-waiting]")).toHaveCount(0, { timeout: 60_000 });
  await expect(list(page).locator("[part~=card]")).toHaveCount(600);
  await expect(skeletons(page)).toHaveCount(0);
});

test("a page that defines the element twice", async ({ page }) => {
  await openHostPage(page, NEWS, { head: '<script type="module" src="/pkg/auto.js"></script>' });
  await waitUntilReady(page);
  expect(await shownIds(page)).toEqual(FIRST);
});

test("without fetch, a message is shown", async ({ page }) => {
  await page.addInitScript(() => void Object.assign(window, { fetch: undefined }));
  await openHostPage(page, NEWS, { script: "/pkg/auto.js" });
  await waitUntilReady(page);
  await expect(list(page).getByText("The articles could not be loaded")).toBeVisible();
  await expect(skeletons(page)).toHaveCount(0);
});

test("a script and a module from another origin", async ({ page }) => {
  const headers = { "access-control-allow-origin": "*" };
  await page.route("http://cdn.test/**", async (route) => {
    const url = new URL(route.request().url());
    const response = await route.fetch({ url: new URL(url.pathname, test.info().project.use.baseURL).href });
    await route.fulfill({ response, headers: { ...response.headers(), ...headers } });
  });
  await openHostPage(page, NEWS, { script: "http://cdn.test/pkg/auto.js" });
  await waitUntilReady(page);
  expect(await shownIds(page)).toEqual(FIRST);
  expect(ARTICLES[0]?.id).toBe(FIRST[0]);
});

test("on paper, the author's links replace the skeletons", async ({ page }) => {
  await holdRoute(page, MODULE);
  await holdRoute(page, "**/host/feed.json");
  await openHostPage(page, '<article-cards src="feed.json"><a href="/old/1">An older article</a></article-cards>');
  await expect(skeletons(page).first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(skeletons(page).first()).toBeHidden();
  const box = await page.getByRole("link", { name: "An older article" }).boundingBox();
  expect(box?.height).toBeGreaterThan(10);
  expect(await page.getByRole("link").evaluate((link) => getComputedStyle(/** @type {Element} */ (link.assignedSlot)).position)).toBe("static");
});

test("on paper, the first cards are there", async ({ page }) => {
  await holdRoute(page, MODULE);
  await openHostPage(page, NEWS);
  await expect.poll(() => shownIds(page)).toEqual(FIRST);
  await page.emulateMedia({ media: "print" });
  await expect(list(page).locator("[part~=card]").first()).toBeVisible();
});

test.describe("a module that is blocked", () => {
  test.use({ expectedConsole: [/Failed to load resource/] });

  test("leaves the first cards, or the author's links", async ({ page }) => {
    await page.route(MODULE, (route) => route.abort("blockedbyclient"));
    await openHostPage(page, `${NEWS}<article-cards id="with" src="feed.json"><a href="/old/1">An older article</a></article-cards>`);
    for (const selector of ["article-cards", "#with"]) await expect.poll(() => list(page, selector).first().evaluate((/** @type {any} */ element) => element.status)).toBe("error");
    await expect(list(page).first().locator("[part~=card]")).toHaveCount(3);
    await expect(list(page).first().locator(".ac-toolbar, .ac-facets, [part~=skeleton]")).toHaveCount(0);
    await expect(list(page).first().locator("[aria-busy], button:enabled")).toHaveCount(0);
    expect(await list(page).first().locator("button").count()).toBeGreaterThan(0);
    await expect(page.getByRole("link", { name: "An older article" })).toBeVisible();
    await expect(list(page, "#with").locator("[part]")).toHaveCount(0);
    // A click on one opens the article, as elsewhere in the card.
    const topic = await list(page).first().locator("[part~=card] button").last().boundingBox();
    await page.evaluate(() => document.addEventListener("ac-card-click", (event) => event.preventDefault(), { once: true }));
    await takeEvents(page);
    await page.mouse.click((topic?.x ?? 0) + 5, (topic?.y ?? 0) + 5);
    expect((await takeEvents(page)).map(({ type }) => type)).toEqual(["ac-card-click"]);
    await page.unroute(MODULE);
    await list(page).first().evaluate((/** @type {any} */ element) => element.reload());
    await expect(list(page).first().locator("[part~=facets] input").first()).toBeVisible();
    expect(await list(page).first().locator("[part~=card]").count()).toBe(3);
  });

  test("before a frame is painted, leaves the first cards, or an error without any", async ({ page }) => {
    // No timer replaces a frame, and the module does not start before a slow feed.
    await holdTimers(page, 100, 250);
    await page.addInitScript(() => {
      const frames = new EventTarget();
      Object.assign(window, { frames, requestAnimationFrame: (/** @type {() => void} */ run) => frames.addEventListener("paint", run) });
    });
    await page.route(MODULE, (route) => route.abort("blockedbyclient"));
    await page.route("**/host/none.json", (route) => route.fulfill({ json: [] }));
    await openHostPage(page, `${NEWS}<article-cards id="none" src="none.json"></article-cards>`);
    for (const selector of ["article-cards", "#none"]) await expect.poll(() => list(page, selector).first().evaluate((/** @type {any} */ element) => element.status)).toBe("error");
    await page.evaluate(() => /** @type {any} */ (window).frames.dispatchEvent(new Event("paint")));
    await expect(list(page).first().locator("[part~=card]")).toHaveCount(3);
    await expect(list(page).first().locator(".ac-toolbar, .ac-facets, [part~=skeleton]")).toHaveCount(0);
    await expect(list(page, "#none").getByRole("button", { name: "Try again" })).toBeVisible();
  });
});

test("an element that gets another feed before the module", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  const others = ARTICLES.slice(5).map((article) => ({ ...article, id: `other-${article.id}` }));
  await page.route("**/host/other.json", (route) => route.fulfill({ json: others }));
  await openHostPage(page, NEWS);
  await expect.poll(() => shownIds(page)).toEqual(FIRST);
  await list(page).evaluate((element) => element.setAttribute("src", "other.json"));
  await expect(list(page).locator("[part~=card]")).toHaveCount(0);
  await expect(skeletons(page)).toHaveCount(3);
  release();
  await waitUntilReady(page);
  await expect.poll(() => shownIds(page)).toEqual(others.slice(0, 3).map(({ id }) => id));
});

test("a feed that the module cannot read shows its message in place of the first cards", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, NEWS);
  await expect.poll(() => shownIds(page)).toEqual(FIRST);
  await list(page).evaluate((element) => element.setAttribute("src", "missing.json"));
  await page.route("**/host/missing.json", (route) => route.fulfill({ body: "{}", contentType: "application/json" }));
  release();
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=error]")).toHaveCount(1);
  await expect(list(page).locator("[part~=card], [part~=skeleton]")).toHaveCount(0);
});
