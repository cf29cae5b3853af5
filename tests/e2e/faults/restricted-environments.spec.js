// Pages and browsers that lack APIs or permissions, and stale modules.
import { expectAccessible } from "../fixtures.js";
import { ARTICLES, PUBLISHED_COUNT, expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "../element/host-page.js";

const NEWS = '<article-cards src="feed.json" page-size="3" url-state><a href="/old">An older article</a></article-cards>';

/** @typedef {import("@playwright/test").Page} Page */

/** Checks that the list works. @param {Page} page */
async function expectWorkingList(page) {
  await waitUntilReady(page);
  expect(await shownIds(page)).toEqual(["a0", "a1", "a2"]);
  await list(page).locator("[part~=search-input]").fill("pier");
  await expect.poll(() => onElement(page, (element) => element.results.total)).toBe(9);
  await list(page).locator("[part~=sort]").locator("select").selectOption("-title");
  await expect.poll(() => shownIds(page)).toHaveLength(3);
  await list(page).locator("[part~=more-button]").click();
  await expect.poll(() => shownIds(page)).toHaveLength(6);
  await onElement(page, (element) => element.clearFilters());
  await onElement(page, (element) => element.search(""));
  expect(await onElement(page, (element) => element.results.total)).toBe(PUBLISHED_COUNT);
}

test("history, storage and cookies throw", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    history.pushState = refuse;
    history.replaceState = refuse;
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(document, "cookie", { get: refuse, set: refuse });
  });
  await openHostPage(page, NEWS, { query: "?q=pier" });
  await waitUntilReady(page);
  expect(await onElement(page, (element) => element.results.total)).toBe(9);
  await onElement(page, (element) => element.search(""));
  await expectWorkingList(page);
  expect(new URL(page.url()).search).toBe("?q=pier");
});

test("newer Intl APIs are missing, and the locale or time zone is unknown", async ({ page }) => {
  await page.addInitScript(() => {
    const intl = /** @type {any} */ (Intl);
    for (const name of ["Segmenter", "ListFormat", "DisplayNames", "DurationFormat", "Locale"]) delete intl[name];
  });
  // Browsers have no data for Klingon; the others do not exist.
  for (const attribute of ['locale="tlh"', 'locale="xx-not-a-locale-at-all"', 'time-zone="Mars/Olympus"', 'lang="xx"']) {
    await openHostPage(page, NEWS.replace("url-state", attribute));
    await expectWorkingList(page);
    await expect(list(page).locator("[part~=card-date]").first(), attribute).toHaveText(/2021/);
  }
});

test("observers and scheduling APIs are missing", async ({ page }) => {
  await page.addInitScript(() => {
    const all = /** @type {any} */ (window);
    for (const name of ["IntersectionObserver", "ResizeObserver", "scheduler", "requestIdleCallback", "navigation", "trustedTypes"]) {
      delete all[name];
      Object.defineProperty(all, name, { value: undefined, configurable: true });
    }
  });
  await openHostPage(page, NEWS);
  await expectWorkingList(page);
});

for (const [name, sandbox, scripts] of /** @type {const} */ ([
  ["a sandboxed frame with an opaque origin", "allow-scripts", true],
  ["a sandboxed frame without scripts", "", false],
])) {
  test(name, async ({ page, expectedConsole }) => {
    if (!scripts) expectedConsole.push(/Blocked script execution|blocked because the document's frame is sandboxed/);
    const corsHeaders = { "access-control-allow-origin": "*" };
    await page.route("**/pkg/**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...corsHeaders } });
    });
    await page.route("**/host/feed.json", (route) => route.fulfill({ json: ARTICLES, headers: corsHeaders }));
    await page.route("**/host/frame", (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frame</title><main><h1>News</h1>${NEWS}</main><script type="module" src="/pkg/define.js"></script>` }));
    await page.route("**/host/", (route) =>
      route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><title>Host</title><link rel="icon" href="data:,"><iframe title="News" sandbox="${sandbox}" src="frame" width="900" height="900"></iframe>` }));
    await page.goto("host/");
    const frame = page.frameLocator("iframe");
    if (!scripts) {
      await expect(frame.getByRole("link", { name: "An older article" })).toBeVisible();
      return;
    }
    await expect(frame.locator("[part~=card]")).toHaveCount(3);
    await expect(frame.getByRole("link", { name: "An older article" })).toBeHidden();
    await frame.locator("[part~=search-input]").fill("pier");
    await expect(frame.locator("[part~=summary]")).toContainText("9");
    await frame.locator("[part~=more-button]").click();
    await expect(frame.locator("[part~=card]")).toHaveCount(6);
  });
}

/** Returns the module with the build id of another build. @param {Buffer} module */
function ofAnotherBuild(module) {
  const at = module.lastIndexOf("build") + "build".length;
  return Buffer.concat([module.subarray(0, at), Buffer.from("00000000")]);
}

for (const [name, staleResponses] of /** @type {const} */ ([["served once from a stale cache", 1], ["served permanently", 9]])) {
  test(`a module of another build, ${name}`, async ({ page }) => {
    let requests = 0;
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: requests++ < staleResponses ? ofAnotherBuild(body) : body });
    });
    await openHostPage(page, NEWS);
    await waitUntilReady(page);
    expect(requests).toBe(2);
    if (staleResponses === 1) return expectWorkingList(page);
    expect((await takeEvents(page)).map(({ type, detail, status }) => [type, detail, status])).toEqual([["ac-error", {
      kind: "wasm", url: null, retryable: true,
      message: "the WebAssembly module could not be loaded: Error: it is of another build than the scripts: publish all files of the package together",
    }, "error"]]);
    await expect(page.getByRole("link", { name: "An older article" })).toBeVisible();
    await expectAccessible(page);
  });
}
