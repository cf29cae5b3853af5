// A list whose queries a search server answers, named by attributes alone: a real Typesense, and one
// that stands in for OpenSearch.
import * as openSearch from "../../search-servers/opensearch-server.js";
import { ADMIN_KEY, call, push, startServer } from "../../search-servers/typesense-server.js";
import { STRICT_POLICY, expectAccessible } from "../fixtures.js";
import { ARTICLES, expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

/** The number of articles; one more is unpublished. */
const COUNT = 27;

/** @type {import("../../search-servers/typesense-server.js").ServerNode | undefined} */
let server;
let key = "";

// The host page comes from the test itself, which Chromium takes for another network than the server's.
test.use({ permissions: ["local-network-access"] });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  [server] = await startServer();
  const made = await call(String(server?.url), "POST", "/keys", { description: "readers", actions: ["documents:search"], collections: ["news"] });
  key = made.value;
  const pushed = await push(String(server?.url), "-", { input: JSON.stringify(ARTICLES) });
  expect(pushed.status, pushed.output).toBe(0);
});

test.afterAll(() => server?.remove());

/**
 * Opens a page whose policy allows requests to the server, and nothing else from elsewhere.
 * @param {import("@playwright/test").Page} page
 * @param {string} attributes
 * @param {string} [query]
 */
async function open(page, attributes, query) {
  const policy = STRICT_POLICY.replace("connect-src 'self'", `connect-src 'self' ${server?.url}`);
  const markup = `<article-cards engine="typesense" src="${server?.url}/collections/news" api-key="${key}" page-size="6" ${attributes}></article-cards>`;
  await openHostPage(page, markup, { query, headers: { "content-security-policy": policy } });
  await waitUntilReady(page);
}

test("a reader searches, filters, sorts and pages with the keyboard, under the strict policy", async ({ page }) => {
  await open(page, "");
  expect(await shownIds(page)).toEqual(["a0", "a1", "a2", "a3", "a4", "a5"]);
  await expect(list(page).locator("[part~=summary]")).toHaveText(`${COUNT} articles`);
  await expectAccessible(page);
  await list(page).locator("[part~=search-input]").focus();
  await page.keyboard.type("harb");
  await expect.poll(() => shownIds(page)).toEqual(["a0", "a3", "a6", "a9", "a12", "a15"]);
  await expect(list(page).locator("[part~=card-title] mark").first()).toHaveText("harb");
  await expect(list(page).locator("[part~=live]").first()).toContainText("9 of 27");
  await list(page).locator("[part~=more-button]").focus();
  await page.keyboard.press("Enter");
  await expect.poll(async () => (await shownIds(page)).length).toBe(9);
  const video = list(page).locator("[part~=facet-option][data-value=video]");
  await expect(video).toContainText("2");
  await video.getByRole("checkbox").focus();
  await page.keyboard.press("Space");
  await expect.poll(() => shownIds(page)).toEqual(["a9", "a24"]);
  await list(page).locator("[part~=sort] select, select[part~=sort]").first().selectOption("publishedDateTime");
  await expect.poll(() => shownIds(page)).toEqual(["a24", "a9"]);
  await expectAccessible(page);
});

test("the address, ranges, exclusions and a fixed filter", async ({ page }) => {
  await open(page, 'url-state only="provider=Tern"', "?topics=Sea&topics!=Wind&from=2021-06-10");
  const ids = await shownIds(page);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    const article = ARTICLES.find((article) => article.id === id);
    expect([article?.provider.name, article?.topics]).toEqual(["Tern", ["Sea"]]);
    expect(String(article?.publishedDateTime) >= "2021-06-10").toBe(true);
  }
  await expect(list(page).locator("[part~=chip]")).toHaveCount(3);
});

test("typos find what was meant, and nothing is found for nonsense, with a way out", async ({ page }) => {
  await open(page, "");
  await onElement(page, (element) => element.search("harbuor"));
  expect((await shownIds(page)).length).toBe(6);
  await onElement(page, (element) => element.search("harbour qqqqqqqq"));
  await list(page).locator("[part~=empty]").getByRole("button", { name: "Without “qqqqqqqq” 9 articles" }).click();
  await expect.poll(async () => (await shownIds(page)).length).toBe(6);
});

test.describe("a server that is down", () => {
  test.use({ expectedConsole: [/Failed to load resource|Cross-Origin Request Blocked/] });

  test("leaves what is shown, and the list goes on once it is back", async ({ page }) => {
    await open(page, "");
    server?.pause();
    await list(page).locator("[part~=facet-option][data-value=video]").getByRole("checkbox").click();
    await expect(list(page).locator("[aria-busy=true]")).toHaveCount(1);
    expect((await shownIds(page)).length).toBe(6);
    await expect(list(page).locator("[part~=error]")).toContainText("The search could not be answered", { timeout: 30_000 });
    expect((await shownIds(page)).length).toBe(6);
    server?.resume();
    await list(page).locator("[part~=error]").getByRole("button", { name: "Try again" }).click();
    await expect.poll(() => shownIds(page)).toEqual(["a4", "a9", "a14", "a19", "a24"]);
  });

  test("says so where it is asked with a wrong key, and never shows the key", async ({ page }) => {
    const markup = `<article-cards engine="typesense" src="${server?.url}/collections/news" api-key="wrong-key"></article-cards>`;
    await openHostPage(page, markup);
    await expect(list(page).locator("[part~=error]")).toContainText("The search could not be answered");
    const [event] = (await takeEvents(page)).filter(({ type }) => type === "ac-error");
    expect(event?.detail.kind).toBe("engine");
    expect(event?.detail.message).not.toContain("wrong-key");
    await onElement(page, (element, key) => void (element.apiKey = key), key);
    await expect.poll(async () => (await shownIds(page)).length).toBe(12);
  });
});

test.describe("a cluster of three nodes", () => {
  test.use({ expectedConsole: [/Failed to load resource|Cross-Origin Request Blocked/] });

  /** @type {import("../../search-servers/typesense-server.js").ServerNode[]} */
  let nodes = [];

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    nodes = await startServer(3);
    const pushed = await push(nodes[0].url, "-", { input: JSON.stringify(ARTICLES) });
    expect(pushed.status, pushed.output).toBe(0);
    for (const { url } of nodes) {
      await expect.poll(async () => (await call(url, "GET", "/collections/news"))?.num_documents).toBe(COUNT);
    }
  });

  test.afterAll(() => Promise.all(nodes.map((node) => node.remove())));

  test("loses a node while a reader types and pages: no article is missing, and none comes twice", async ({ page }) => {
    const urls = nodes.map(({ url }) => `${url}/collections/news`).join(" ");
    await openHostPage(page, `<article-cards engine="typesense" src="${urls}" api-key="${ADMIN_KEY}" page-size="6"></article-cards>`);
    await waitUntilReady(page);
    const shown = await shownIds(page);
    // The node that answered so far.
    await nodes[0].stop();
    for (let pages = 2; pages <= 5; pages++) {
      await list(page).locator("[part~=more-button]").click();
      await expect.poll(async () => (await shownIds(page)).length).toBe(Math.min(6 * pages, COUNT));
    }
    expect((await shownIds(page)).slice(0, 6)).toEqual(shown);
    expect(new Set(await shownIds(page)).size).toBe(COUNT);
    await expect(list(page).locator("[part~=error]")).toHaveCount(0);
    nodes[0].start();
    await nodes[0].healthy();
    await list(page).locator("[part~=search-input]").focus();
    await page.keyboard.type("har");
    await nodes[1].stop();
    await page.keyboard.type("b");
    await expect.poll(() => shownIds(page)).toEqual(["a0", "a3", "a6", "a9", "a12", "a15"]);
    await expect(list(page).locator("[part~=error]")).toHaveCount(0);
  });
});

test.describe("OpenSearch behind the site's own proxy", () => {
  /** @type {openSearch.OpenSearchServer | undefined} */
  let server;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    server = await openSearch.startServer();
    const pushed = await openSearch.push(server.url, "-", { input: JSON.stringify(ARTICLES) });
    expect(pushed.status, pushed.output).toBe(0);
  });

  test.afterAll(() => server?.stop());

  /**
   * Opens a page with a list; the proxy passes searches on, as long as `isUp` says so.
   * @param {import("@playwright/test").Page} page
   * @param {() => boolean} [isUp]
   */
  async function openWithProxy(page, isUp = () => true) {
    await page.route("**/search/news/_search", async (route) => {
      if (!isUp()) return route.fulfill({ status: 502, body: "Bad gateway" });
      await route.fulfill({ response: await route.fetch({ url: `${server?.url}/news/_search` }) });
    });
    const markup = '<article-cards engine="opensearch" src="/search/news" page-size="6"></article-cards>';
    await openHostPage(page, markup, { headers: { "content-security-policy": STRICT_POLICY } });
    await waitUntilReady(page);
  }

  test("a reader searches, filters, pages, and finds what was meant", async ({ page }) => {
    await openWithProxy(page);
    expect(await shownIds(page)).toEqual(["a0", "a1", "a2", "a3", "a4", "a5"]);
    await expect(list(page).locator("[part~=summary]")).toHaveText(`${COUNT} articles`);
    await expectAccessible(page);
    await list(page).locator("[part~=search-input]").focus();
    await page.keyboard.type("harb");
    await expect.poll(() => shownIds(page)).toEqual(["a0", "a3", "a6", "a9", "a12", "a15"]);
    await expect(list(page).locator("[part~=card-title] mark").first()).toHaveText("harb");
    await list(page).locator("[part~=more-button]").focus();
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await shownIds(page)).length).toBe(9);
    await list(page).locator("[part~=facet-option][data-value=video]").getByRole("checkbox").focus();
    await page.keyboard.press("Space");
    await expect.poll(() => shownIds(page)).toEqual(["a9", "a24"]);
    await expectAccessible(page);
    await onElement(page, (element) => void (element.state = { query: "harbuor", sort: "title" }));
    await expect.poll(async () => (await shownIds(page)).length).toBe(6);
    await expect(list(page).locator("[part~=card-title] mark").first()).toHaveText(/^harbour$/i);
  });

  test.describe("a proxy that is down", () => {
    test.use({ expectedConsole: [/Failed to load resource|Cross-Origin Request Blocked/] });

    test("leaves what is shown, and the list goes on once it is back", async ({ page }) => {
      let isUp = true;
      await openWithProxy(page, () => isUp);
      isUp = false;
      await list(page).locator("[part~=facet-option][data-value=video]").getByRole("checkbox").click();
      await expect(list(page).locator("[part~=error]")).toContainText("The search could not be answered");
      expect((await shownIds(page)).length).toBe(6);
      isUp = true;
      await list(page).locator("[part~=error]").getByRole("button", { name: "Try again" }).click();
      await expect.poll(() => shownIds(page)).toEqual(["a4", "a9", "a14", "a19", "a24"]);
    });
  });
});
