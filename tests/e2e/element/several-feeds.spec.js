// Several feeds in one list.
import { expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */

const NEWS = '<article-cards src="a.json b.xml" label="News"></article-cards>';

const A = {
  title: "Harbour Post",
  articles: [
    { id: "1", title: "Ebb", publishedDateTime: "2024-01-03", webUrl: "https://news.example/ebb" },
    { id: "2", title: "Neap", publishedDateTime: "2024-01-01", provider: "Gull" },
  ],
};

/** @param {string} items */
const rss = (items) => `<rss><channel><title>Tern</title>${items}</channel></rss>`;

const FLOOD = '<item><guid isPermaLink="false">1</guid><title>Flood</title><pubDate>Tue, 02 Jan 2024 10:00:00 GMT</pubDate></item>';
const SAME = '<item><guid isPermaLink="false">3</guid><title>Ebb</title><link>https://news.example/ebb</link></item>';
const B = rss(FLOOD + SAME);

/**
 * Serves files of the folder `host/`.
 * @param {Page} page
 * @param {Record<string, (route: Route) => unknown>} files
 */
async function serve(page, files) {
  for (const [name, answer] of Object.entries(files)) await page.route(`**/host/${name}`, (route) => void answer(route));
}

/** @param {unknown} json @returns {(route: Route) => unknown} */
const asJson = (json) => (route) => route.fulfill({ json });
/** @param {string} body @returns {(route: Route) => unknown} */
const asXml = (body) => (route) => route.fulfill({ body, contentType: "application/rss+xml" });

/** The ids on screen, without the folder of their feeds. @param {Page} page */
const ids = async (page) => (await shownIds(page)).map((id) => id?.replace(/^http.*\/host\//, ""));

/** @param {Page} page */
const titles = (page) => list(page).locator("[part~=card-title]");

test("feeds of JSON and XML are one list in the order in force", async ({ page, baseURL }) => {
  await serve(page, { "a.json": asJson(A), "b.xml": asXml(B) });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  // The same link is shown once.
  expect(await ids(page)).toEqual(["a.json#1", "b.xml#1", "a.json#2"]);
  const loads = (await takeEvents(page)).map(({ type, detail }) => [type, detail.count, detail.url]);
  expect(loads.sort()).toEqual([["ac-load", 2, `${baseURL}host/a.json`], ["ac-load", 2, `${baseURL}host/b.xml`]]);
  const { article, providers } = await onElement(page, (element) => {
    const { provider } = element.facetCounts;
    return { article: element.article(`${location.href}b.xml#1`)?.title, providers: provider?.map(({ value, count }) => [value, count]) };
  });
  expect(article).toBe("Flood");
  expect(providers).toEqual([["Gull", 1], ["Harbour Post", 1], ["Tern", 1]]);
  await onElement(page, (element) => element.search("neap"));
  expect(await ids(page)).toEqual(["a.json#2"]);
  // A single feed keeps its own identities.
  await onElement(page, (element) => element.load("a.json"));
  await expect.poll(() => ids(page)).toEqual(["2"]);
});

test("a feed without a title gives its host as the provider", async ({ page }) => {
  await serve(page, { "a.json": asJson([{ title: "Ebb" }]), "b.xml": asXml(rss("")) });
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card-provider]")).toHaveText(/127\.0\.0\.1/);
  expect(await ids(page)).toEqual(["a.json##0"]);
});

test("a slow feed delays the first cards by at most a second, and is offered", async ({ page }) => {
  /** @type {(route: Route) => void} */
  let takeRoute = () => {};
  /** @type {Promise<Route>} */
  const slow = new Promise((resolve) => (takeRoute = resolve));
  await serve(page, { "a.json": asJson(A), "b.xml": takeRoute });
  await openHostPage(page, NEWS);
  const route = await slow;
  const start = Date.now();
  await expect(titles(page)).toHaveText(["Ebb", "Neap"], { timeout: 4000 });
  expect(Date.now() - start).toBeLessThan(4000);
  await asXml(B)(route);
  const offer = list(page).getByRole("button", { name: "1 new article" });
  await expect(offer).toBeVisible();
  await expect(titles(page)).toHaveText(["Ebb", "Neap"]);
  await offer.click();
  await expect(titles(page)).toHaveText(["Ebb", "Flood", "Neap"]);
});

test.describe("if a feed fails", () => {
  // A message of the browser itself.
  test.use({ expectedConsole: [/Failed to load resource/] });

  test("the others are shown, with an error and a way to try again", async ({ page }) => {
    let isBroken = true;
    const b = (/** @type {Route} */ route) => (isBroken ? route.fulfill({ status: 404, body: "" }) : asXml(B)(route));
    await serve(page, { "a.json": asJson(A), "b.xml": b });
    await openHostPage(page, NEWS);
    await waitUntilReady(page);
    await expect(titles(page)).toHaveText(["Ebb", "Neap"]);
    const errors = (await takeEvents(page)).filter(({ type }) => type === "ac-error");
    expect(errors.map(({ detail }) => [detail.kind, detail.url.split("/").pop()])).toEqual([["http", "b.xml"]]);
    expect(await onElement(page, (element) => element.status)).toBe("ready");
    isBroken = false;
    await list(page).getByRole("button", { name: "Try again" }).click();
    await expect(titles(page)).toHaveText(["Ebb", "Flood", "Neap"]);
    await expect(list(page).getByRole("button", { name: "Try again" })).toHaveCount(0);
  });

  test("a reload that fails in part keeps the articles of that feed", async ({ page }) => {
    let isBroken = false;
    const b = (/** @type {Route} */ route) => (isBroken ? route.fulfill({ status: 404, body: "" }) : asXml(B)(route));
    await serve(page, { "a.json": asJson(A), "b.xml": b });
    await openHostPage(page, NEWS);
    await waitUntilReady(page);
    isBroken = true;
    await onElement(page, (element) => element.reload());
    await expect(list(page).getByRole("button", { name: "Try again" })).toBeVisible();
    await expect(titles(page)).toHaveText(["Ebb", "Flood", "Neap"]);
  });

  test("a list of which all feeds fail says so", async ({ page }) => {
    const missing = (/** @type {Route} */ route) => route.fulfill({ status: 404, body: "" });
    await serve(page, { "a.json": missing, "b.xml": missing });
    await openHostPage(page, NEWS);
    await waitUntilReady(page);
    expect((await takeEvents(page)).map(({ type }) => type)).toEqual(["ac-error", "ac-error"]);
    expect(await onElement(page, (element) => element.status)).toBe("error");
    await serve(page, { "a.json": asJson(A) });
    await list(page).getByRole("button", { name: "Try again" }).click();
    await expect(titles(page)).toHaveText(["Ebb", "Neap"]);
  });
});

test("each feed has its own pages, and page-src is ignored", async ({ page }) => {
  const pages = (/** @type {string} */ name, /** @type {string} */ next) => asJson({ items: [{ id: name, title: name }], next });
  await serve(page, {
    "a.json": pages("a1", "a2.json"), "a2.json": pages("a2", "a3.json"), "a3.json": pages("a3", ""),
    "b.json": pages("b1", "b2.json"), "b2.json": pages("b2", ""),
  });
  await openHostPage(page, '<article-cards src="a.json b.json" page-src="{page}.json" label="News"></article-cards>');
  await waitUntilReady(page);
  // As many as a list needs load by themselves.
  await expect.poll(() => ids(page)).toEqual(["a.json#a1", "b.json#b1", "a.json#a2", "b.json#b2", "a.json#a3"]);
  await expect(list(page).locator("[part~=more-button]")).toHaveCount(0);
});

test("a refresh offers what is new in any of the feeds", async ({ page }) => {
  await page.clock.install();
  let items = "";
  await serve(page, { "a.json": asJson(A), "b.xml": (route) => asXml(rss(items))(route) });
  await openHostPage(page, '<article-cards src="a.json b.xml" refresh="10" label="News"></article-cards>');
  await waitUntilReady(page);
  await expect(titles(page)).toHaveText(["Ebb", "Neap"]);
  items = FLOOD;
  await page.clock.runFor(11_000);
  await list(page).getByRole("button", { name: "1 new article" }).click();
  await expect(titles(page)).toHaveText(["Ebb", "Flood", "Neap"]);
});
