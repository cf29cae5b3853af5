// The feed is fetched while the module loads.
import { httpResponse, startFaultServer } from "../faults/fault-server.js";
import { holdRoute, holdTimers } from "../fixtures.js";
import { ARTICLES, expect, list, onElement, onElementAt, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

// Playwright fulfils the page itself, so a request to a local server needs this permission.
test.use({ permissions: ["local-network-access"] });

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';
const FIRST = ARTICLES.slice(0, 3).map(({ id }) => id);

const MODULE = "**/pkg/article_cards.wasm";

/**
 * Serves feeds; returns the paths of the requests.
 * @param {Page} page
 * @param {(route: Route, attempt: number) => Promise<void>} respond
 */
async function serveFeed(page, respond) {
  /** @type {string[]} */
  const requests = [];
  await page.route("**/host/*.json", (route) => {
    requests.push(new URL(route.request().url()).pathname);
    return respond(route, requests.length - 1);
  });
  return requests;
}

/**
 * Starts a server that never responds, except for one feed; returns the paths of all requests, and of
 * those that the browser aborted. Firefox does not report an aborted request that a Playwright route
 * holds, so it is a real server.
 */
async function startStallingServer() {
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const aborted = [];
  /** @type {import("../faults/fault-server.js").Fault} */
  const serve = (socket, { path }) => {
    requests.push(path);
    if (path === "/other.json") return socket.end(httpResponse(JSON.stringify(ARTICLES)));
    return socket.once("close", () => aborted.push(path));
  };
  const server = await startFaultServer({ "/feed.json": serve, "/second.json": serve, "/other.json": serve });
  return { ...server, requests, aborted };
}

test("the feed is fetched once, before the module has loaded", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  const requests = await serveFeed(page, (route) => route.fulfill({ json: ARTICLES }));
  await openHostPage(page, NEWS);
  await expect.poll(() => requests).toEqual(["/host/feed.json"]);
  release();
  await waitUntilReady(page);
  expect(await shownIds(page)).toEqual(FIRST);
  expect(requests).toHaveLength(1);
  await onElement(page, (element) => element.reload());
  expect(requests).toHaveLength(2);
});

test("lists of the same feed fetch it once", async ({ page }) => {
  const requests = await serveFeed(page, (route) => route.fulfill({ json: { items: ARTICLES }, headers: { link: '<more.json>; rel="next"' } }));
  await openHostPage(page, `${NEWS}${NEWS.replace("<article-cards", '<article-cards id="second" layout="list"')}
    <article-cards id="other" src="feed.json" credentials="omit"></article-cards>`);
  for (const selector of ["article-cards:not([id])", "#second", "#other"]) {
    await waitUntilReady(page, selector);
    expect((await shownIds(page, selector)).slice(0, 3)).toEqual(FIRST);
    expect(await onElementAt(page, selector, (element) => element.results.complete)).toBe(false);
  }
  // Other credentials are another request.
  expect(requests).toEqual(["/host/feed.json", "/host/feed.json"]);
});

test("a list that is removed does not take the feed from another", async ({ page }) => {
  const release = await holdRoute(page, "**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));
  await openHostPage(page, `<article-cards id="first" src="feed.json"></article-cards><article-cards id="second" src="feed.json" page-size="3"></article-cards>`);
  await onElementAt(page, "#first", (element) => element.remove());
  release();
  await waitUntilReady(page, "#second");
  expect(await shownIds(page, "#second")).toEqual(FIRST);
});

for (const script of ["/pkg/define.js", "/pkg/auto.js"]) {
  test(`with ${script}, the module is requested once the feed has arrived`, async ({ page }) => {
    // However slow the machine, the feed does not stall.
    await holdTimers(page, 250);
    const release = await holdRoute(page, "**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));
    let isReleased = false;
    const module = page.waitForRequest(MODULE).then(() => isReleased);
    const feed = page.waitForRequest("**/host/feed.json");
    await openHostPage(page, NEWS, { script });
    await feed;
    await page.waitForTimeout(500);
    isReleased = true;
    release();
    expect(await module).toBe(true);
    await waitUntilReady(page);
    expect(await shownIds(page)).toEqual(FIRST);
  });
}

test("a failed prefetch is retried once", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  const requests = await serveFeed(page, (route, attempt) => (attempt ? route.fulfill({ json: ARTICLES }) : route.abort("aborted")));
  await openHostPage(page, NEWS);
  await expect.poll(() => requests).toHaveLength(1);
  release();
  await waitUntilReady(page);
  expect(await shownIds(page)).toEqual(FIRST);
  expect(requests).toHaveLength(2);
});

test("changing src or setting items aborts the prefetch", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  const { url, requests, aborted, close } = await startStallingServer();
  await openHostPage(page, `<article-cards src="${url}/feed.json" page-size="3"></article-cards><article-cards id="second" src="${url}/second.json"></article-cards>`);
  await expect.poll(() => requests.toSorted()).toEqual(["/feed.json", "/second.json"]);
  await list(page).first().evaluate((element, url) => element.setAttribute("src", `${url}/other.json`), url);
  await page.locator("#second").evaluate((element) => void Object.assign(element, { items: [{ title: "At hand" }] }));
  release();
  await expect(list(page, "#second").locator("[part~=card]")).toHaveCount(1);
  await expect(list(page).first().locator("[part~=card]")).toHaveCount(3);
  await expect.poll(() => aborted.toSorted()).toEqual(["/feed.json", "/second.json"]);
  expect(requests).toHaveLength(3);
  await close();
});

test("the prefetch is aborted when the module fails or the element is removed", async ({ page, expectedConsole }) => {
  expectedConsole.push(/404/);
  const release = await holdRoute(page, MODULE, (route) => route.fulfill({ status: 404, body: "" }));
  const { url, requests, aborted, close } = await startStallingServer();
  await openHostPage(page, `<article-cards src="${url}/feed.json"></article-cards>`);
  await expect.poll(() => requests).toEqual(["/feed.json"]);
  expect(aborted).toEqual([]);
  release();
  await expect.poll(() => aborted).toEqual(["/feed.json"]);
  await expect.poll(() => onElement(page, (element) => element.status)).toBe("error");
  await page.unroute(MODULE);
  await holdRoute(page, MODULE);
  await list(page).evaluate((element) => void (/** @type {any} */ (element).reload()));
  await expect.poll(() => requests).toHaveLength(2);
  await list(page).evaluate((element) => element.remove());
  await expect.poll(() => aborted).toEqual(["/feed.json", "/feed.json"]);
  await close();
});
