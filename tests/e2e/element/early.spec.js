// The feed is asked for while the module is on its way.
import { ARTICLES, expect, list, on, open, ready, shown, test } from "./host.js";

/** @typedef {import("./host.js").Page} Page */

const NEWS = '<article-cards src="feed.json" page-size="3"></article-cards>';
const FIRST = ARTICLES.slice(0, 3).map(({ id }) => id);

/**
 * Holds the module until it is released.
 * @param {Page} page
 */
async function holdModule(page) {
  /** @type {() => void} */
  let release = () => {};
  const held = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route("**/pkg/article_cards.wasm", async (route) => (await held, route.continue()));
  return release;
}

/**
 * Answers a feed as a test likes; the addresses that were asked for and those of given up requests.
 * @param {Page} page
 * @param {(route: import("@playwright/test").Route, attempt: number) => unknown} answer
 */
async function serve(page, answer) {
  /** @type {string[]} */
  const asked = [];
  /** @type {string[]} */
  const gone = [];
  page.on("requestfailed", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/host/")) gone.push(pathname);
  });
  await page.route("**/host/*.json", (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return answer(route, asked.length - 1);
  });
  return { asked, gone };
}

test("it is asked for once, before the module is there", async ({ page }) => {
  const release = await holdModule(page);
  const { asked } = await serve(page, (route) => route.fulfill({ json: ARTICLES }));
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
  const { asked } = await serve(page, (route, attempt) => (attempt ? route.fulfill({ json: ARTICLES }) : route.abort("aborted")));
  await open(page, NEWS);
  await expect.poll(() => asked).toHaveLength(1);
  release();
  await ready(page);
  expect(await shown(page)).toEqual(FIRST);
  expect(asked).toHaveLength(2);
});

test("another address is asked for instead, and articles instead of any", async ({ page }) => {
  const release = await holdModule(page);
  const { asked, gone } = await serve(page, (route) => (route.request().url().endsWith("other.json") ? route.fulfill({ json: ARTICLES }) : undefined));
  await open(page, `${NEWS}<article-cards id="second" src="second.json"></article-cards>`);
  await expect.poll(() => asked).toEqual(["/host/feed.json", "/host/second.json"]);
  await list(page).first().evaluate((element) => element.setAttribute("src", "other.json"));
  await page.locator("#second").evaluate((element) => void Object.assign(element, { items: [{ title: "At hand" }] }));
  release();
  await expect(list(page, "#second").locator("[part~=card]")).toHaveCount(1);
  await expect(list(page).first().locator("[part~=card]")).toHaveCount(3);
  await expect.poll(() => gone.sort()).toEqual(["/host/feed.json", "/host/second.json"]);
  expect(asked).toHaveLength(3);
});

test("nobody waits for a feed whose list left, or never came", async ({ page, expected }) => {
  expected.push(/404/);
  await page.route("**/pkg/article_cards.wasm", (route) => route.fulfill({ status: 404, body: "" }));
  const { asked, gone } = await serve(page, () => undefined);
  await open(page, NEWS);
  await expect.poll(() => gone).toEqual(["/host/feed.json"]);
  await expect.poll(() => on(page, (element) => element.status)).toBe("error");
  await page.unroute("**/pkg/article_cards.wasm");
  await holdModule(page);
  await list(page).evaluate((element) => void (/** @type {any} */ (element).reload()));
  await expect.poll(() => asked).toHaveLength(2);
  await list(page).evaluate((element) => element.remove());
  await expect.poll(() => gone).toEqual(["/host/feed.json", "/host/feed.json"]);
});
