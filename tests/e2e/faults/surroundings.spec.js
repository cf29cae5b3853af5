// Pages and browsers that refuse what is usually there.
import { checkAccessible } from "../page.js";
import { ALL, ARTICLES, expect, list, on, open, ready, shown, test, told } from "../element/host.js";

const NEWS = '<article-cards src="feed.json" page-size="3" url-state><a href="/old">An older article</a></article-cards>';

/** @typedef {import("@playwright/test").Page} Page */

/** What a reader does: all of it must go. @param {Page} page */
async function use(page) {
  await ready(page);
  expect(await shown(page)).toEqual(["a0", "a1", "a2"]);
  await list(page).locator("[part~=search-input]").fill("pier");
  await expect.poll(() => on(page, (element) => element.results.total)).toBe(9);
  await list(page).locator("[part~=sort]").locator("select").selectOption("-title");
  await expect.poll(() => shown(page)).toHaveLength(3);
  await list(page).locator("[part~=more-button]").click();
  await expect.poll(() => shown(page)).toHaveLength(6);
  await on(page, (element) => element.clearFilters());
  await on(page, (element) => element.search(""));
  expect(await on(page, (element) => element.results.total)).toBe(ALL);
}

test("history and storage that throw", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    history.pushState = refuse;
    history.replaceState = refuse;
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"]) Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(document, "cookie", { get: refuse, set: refuse });
  });
  await open(page, NEWS, { query: "?q=pier" });
  await ready(page);
  expect(await on(page, (element) => element.results.total)).toBe(9);
  await on(page, (element) => element.search(""));
  await use(page);
  expect(new URL(page.url()).search).toBe("?q=pier");
});

test("Intl without a locale, a time zone, and what is younger than it", async ({ page }) => {
  await page.addInitScript(() => {
    const intl = /** @type {any} */ (Intl);
    for (const name of ["Segmenter", "ListFormat", "DisplayNames", "DurationFormat", "Locale"]) delete intl[name];
  });
  // No browser knows Klingon; Xx and Mars/Olympus nobody.
  for (const given of ['locale="tlh"', 'locale="xx-not-a-locale-at-all"', 'time-zone="Mars/Olympus"', 'lang="xx"']) {
    await open(page, NEWS.replace("url-state", given));
    await use(page);
    await expect(list(page).locator("[part~=card-date]").first(), given).toHaveText(/2021/);
  }
});

test("observers and scheduling that are not there", async ({ page }) => {
  await page.addInitScript(() => {
    const all = /** @type {any} */ (window);
    for (const name of ["IntersectionObserver", "ResizeObserver", "scheduler", "requestIdleCallback", "navigation", "trustedTypes"]) {
      delete all[name];
      Object.defineProperty(all, name, { value: undefined, configurable: true });
    }
  });
  await open(page, NEWS);
  await use(page);
});

for (const [name, sandbox, scripts] of /** @type {const} */ ([
  ["a sandboxed frame of no origin", "allow-scripts", true],
  ["a sandboxed frame without scripts", "", false],
])) {
  test(name, async ({ page, expected }) => {
    if (!scripts) expected.push(/Blocked script execution|blocked because the document's frame is sandboxed/);
    const open = { "access-control-allow-origin": "*" };
    await page.route("**/pkg/**", async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), ...open } });
    });
    await page.route("**/host/feed.json", (route) => route.fulfill({ json: ARTICLES, headers: open }));
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

/** The module as another build would have named it. @param {Buffer} module */
function ofAnotherBuild(module) {
  const at = module.lastIndexOf("build") + "build".length;
  return Buffer.concat([module.subarray(0, at), Buffer.from("00000000")]);
}

for (const [name, stale] of /** @type {const} */ ([["that a cache kept", 1], ["for good", 9]])) {
  test(`a module of another build ${name}`, async ({ page }) => {
    let asked = 0;
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ response, body: asked++ < stale ? ofAnotherBuild(body) : body });
    });
    await open(page, NEWS);
    await ready(page);
    expect(asked).toBe(2);
    if (stale === 1) return use(page);
    expect((await told(page)).map(({ type, detail, status }) => [type, detail, status])).toEqual([["ac-error", {
      kind: "wasm", url: null, retryable: true,
      message: "the WebAssembly module could not be loaded: Error: it is of another build than the scripts: publish all files of the package together",
    }, "error"]]);
    await expect(page.getByRole("link", { name: "An older article" })).toBeVisible();
    await checkAccessible(page);
  });
}
