// The feed is asked for while the module is on its way.
import { answer, serveFaults } from "../faults/server.js";
import { ARTICLES, expect, list, on, open, ready, shown, test } from "./host.js";

// These pages come from the tests, not from a server of this machine, which would need none.
test.use({ permissions: ["local-network-access"] });

/** @typedef {import("./host.js").Page} Page */

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';
const FIRST = ARTICLES.slice(0, 3).map(({ id }) => id);

/** @typedef {import("@playwright/test").Route} Route */

/**
 * Holds the module until it is released.
 * @param {Page} page
 * @param {(route: Route) => Promise<void>} [answer]
 */
async function holdModule(page, answer = (route) => route.continue()) {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route("**/pkg/article_cards.wasm", async (route) => (await held, answer(route)));
  return release;
}

/**
 * Answers a feed as a test likes; the addresses that were asked for.
 * @param {Page} page
 * @param {(route: Route, attempt: number) => Promise<void>} answer
 */
async function serve(page, answer) {
  /** @type {string[]} */
  const asked = [];
  await page.route("**/host/*.json", (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return answer(route, asked.length - 1);
  });
  return asked;
}

/**
 * A server that answers for one feed and leaves all else open; the paths that were asked for, and those hung up on.
 * A server and not a route: Firefox tells nothing of a request that is given up while a route holds it.
 */
async function serveOpen() {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const gone = [];
  /** @type {import("../faults/server.js").Fault} */
  const serve = (socket, { path }) => {
    asked.push(path);
    if (path === "/other.json") return socket.end(answer(JSON.stringify(ARTICLES)));
    return socket.once("close", () => gone.push(path));
  };
  const server = await serveFaults({ "/feed.json": serve, "/second.json": serve, "/other.json": serve });
  return { ...server, asked, gone };
}

test("it is asked for once, before the module is there", async ({ page }) => {
  const release = await holdModule(page);
  const asked = await serve(page, (route) => route.fulfill({ json: ARTICLES }));
  await open(page, NEWS);
  await expect.poll(() => asked).toEqual(["/host/feed.json"]);
  release();
  await ready(page);
  expect(await shown(page)).toEqual(FIRST);
  expect(asked).toHaveLength(1);
  await on(page, (element) => element.reload());
  expect(asked).toHaveLength(2);
});

test("what was asked for in vain is asked for once more", async ({ page }) => {
  const release = await holdModule(page);
  const asked = await serve(page, (route, attempt) => (attempt ? route.fulfill({ json: ARTICLES }) : route.abort("aborted")));
  await open(page, NEWS);
  await expect.poll(() => asked).toHaveLength(1);
  release();
  await ready(page);
  expect(await shown(page)).toEqual(FIRST);
  expect(asked).toHaveLength(2);
});

test("another address is asked for instead, and articles instead of any", async ({ page }) => {
  const release = await holdModule(page);
  const { url, asked, gone, close } = await serveOpen();
  await open(page, `<article-cards src="${url}/feed.json" page-size="3"></article-cards><article-cards id="second" src="${url}/second.json"></article-cards>`);
  await expect.poll(() => asked.toSorted()).toEqual(["/feed.json", "/second.json"]);
  await list(page).first().evaluate((element, url) => element.setAttribute("src", `${url}/other.json`), url);
  await page.locator("#second").evaluate((element) => void Object.assign(element, { items: [{ title: "At hand" }] }));
  release();
  await expect(list(page, "#second").locator("[part~=card]")).toHaveCount(1);
  await expect(list(page).first().locator("[part~=card]")).toHaveCount(3);
  await expect.poll(() => gone.toSorted()).toEqual(["/feed.json", "/second.json"]);
  expect(asked).toHaveLength(3);
  await close();
});

test("nobody waits for a feed whose list left, or never came", async ({ page, expected }) => {
  expected.push(/404/);
  const release = await holdModule(page, (route) => route.fulfill({ status: 404, body: "" }));
  const { url, asked, gone, close } = await serveOpen();
  await open(page, `<article-cards src="${url}/feed.json"></article-cards>`);
  await expect.poll(() => asked).toEqual(["/feed.json"]);
  expect(gone).toEqual([]);
  release();
  await expect.poll(() => gone).toEqual(["/feed.json"]);
  await expect.poll(() => on(page, (element) => element.status)).toBe("error");
  await page.unroute("**/pkg/article_cards.wasm");
  await holdModule(page);
  await list(page).evaluate((element) => void (/** @type {any} */ (element).reload()));
  await expect.poll(() => asked).toHaveLength(2);
  await list(page).evaluate((element) => element.remove());
  await expect.poll(() => gone).toEqual(["/feed.json", "/feed.json"]);
  await close();
});
