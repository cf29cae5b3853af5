// The npm package in a page: the element class, integrity hashes, the source of the module, and mount().
import { readFileSync } from "node:fs";
import { expect, runInWorker, test } from "./fixtures.js";

const json = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../pkg/${name}`, import.meta.url), "utf8"));
/** @type {Record<string, string>} */
const integrity = json("integrity.json");
const MODULE = "article_cards.wasm";
const FEED = [{ id: "a", title: "Low tide", webUrl: "a.html" }, { id: "b", title: "High tide" }];
const FALLBACK = `<a href="/news">All news</a>`;

/**
 * Opens a page with this body.
 * @param {import("@playwright/test").Page} page
 * @param {string} body
 */
async function openPage(page, body) {
  const html = `<!doctype html><title>Page</title><link rel="icon" href="data:,">${body}`;
  await page.route("**/host/page.html", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.route("**/host/news.json", (route) => route.fulfill({ json: FEED }));
  await page.goto("host/page.html");
}

test("the element class has the members and attributes of its manifest", async ({ page }) => {
  await openPage(page, "");
  const result = await page.evaluate(async () => {
    const entry = "/pkg/index.js";
    const { define } = await import(entry);
    const defined = define();
    const again = [define() === defined, define("other-cards") !== defined, customElements.get("article-cards") === defined];
    // The defined class is an empty subclass of one that all definitions share.
    const { prototype, observedAttributes } = Object.getPrototypeOf(defined);
    const members = Object.getOwnPropertyNames(prototype);
    const writable = members.filter((name) => Object.getOwnPropertyDescriptor(prototype, name)?.set);
    return { again, members, writable, observedAttributes, ownMembers: Object.getOwnPropertyNames(defined.prototype) };
  });
  const [{ members, attributes }] = json("custom-elements.json").modules[0].declarations;
  // Without the lifecycle callbacks, which the browser calls.
  const isOwn = (/** @type {string} */ name) => name !== "constructor" && !name.endsWith("Callback");
  const names = (/** @type {{ name: string }[]} */ all) => all.map(({ name }) => name).sort();
  expect(result.again).toEqual([true, true, true]);
  expect(result.members.filter(isOwn).sort()).toEqual(names(members));
  const writable = members.filter((/** @type {any} */ one) => one.kind === "field" && !one.readonly);
  expect(result.writable.sort()).toEqual(names(writable));
  // `lang` and `dir` are global attributes.
  expect(result.observedAttributes.sort()).toEqual([...names(attributes), "lang", "dir"].sort());
  expect(result.ownMembers).toEqual(["constructor"]);
});

/**
 * Returns a page with the integrity hashes of every script and of the module.
 * @param {Record<string, string>} hashes
 */
const pageWithHashes = (hashes) => {
  const scripts = Object.entries(hashes).filter(([name]) => name.endsWith(".js"));
  const map = {
    imports: { "article-cards": "/pkg/index.js" },
    integrity: Object.fromEntries(scripts.map(([name, hash]) => [`/pkg/${name}`, hash])),
  };
  return `<script type="importmap">${JSON.stringify(map)}</script>
    <article-cards src="news.json" label="News">${FALLBACK}</article-cards>
    <script>
      addEventListener("ac-error", ({ detail }) => (window.failed = detail));
    </script>
    <script type="module">
      import { define, init } from "article-cards";
      init(fetch("/pkg/${MODULE}", { integrity: "${hashes[MODULE]}" })).catch(() => {});
      define();
    </script>`;
};

test("a page with integrity hashes for all files works", async ({ page }) => {
  await openPage(page, `<div lang="de">${pageWithHashes(integrity)}</div>`);
  await expect(page.getByRole("link", { name: "Low tide" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveAccessibleName("Artikel durchsuchen");
});

test.describe("with a wrong integrity hash", () => {
  test.use({ expectedConsole: [/integrity|ERR_/i] });
  const wrong = `sha384-${"A".repeat(64)}`;

  test("of the module, the fallback content stays, and ac-error gives the reason", async ({ page }) => {
    await openPage(page, pageWithHashes({ ...integrity, [MODULE]: wrong }));
    await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).failed)).toMatchObject({ kind: "wasm", retryable: true });
    await expect(page.getByRole("link", { name: "All news" })).toBeVisible();
    // reload() does not load the module without its hash.
    const status = await page.locator("article-cards").evaluate(async (/** @type {any} */ element) => {
      await element.reload();
      return element.status;
    });
    expect(status).toBe("error");
    await expect(page.getByRole("link", { name: "Low tide" })).toHaveCount(0);
  });

  test("of a script, the fallback content stays", async ({ page }) => {
    const failure = page.waitForEvent("console");
    await openPage(page, pageWithHashes({ ...integrity, "element.js": wrong }));
    await failure;
    await expect(page.getByRole("link", { name: "All news" })).toBeVisible();
    expect(await page.evaluate(() => customElements.get("article-cards"))).toBeUndefined();
  });
});

test("the package works in a worker, with an explicit module source", async ({ page, baseURL }) => {
  await openPage(page, "");
  const result = await runInWorker(page, `
    import { define, init, mount } from "${baseURL}pkg/index.js";
    import { createEngine } from "${baseURL}pkg/engine.js";
    import "${baseURL}pkg/auto.js";
    import "${baseURL}pkg/define.js";
    const failed = await init(fetch("${baseURL}pkg/none.wasm")).catch(({ kind }) => kind);
    await init(fetch("${baseURL}pkg/${MODULE}"));
    const engine = await createEngine(${JSON.stringify(FEED)});
    const mounted = await mount("main").catch(({ name }) => name);
    postMessage([failed, String(define()), mounted, engine.query("q=low").ids]);`);
  expect(result).toEqual(["wasm", "undefined", "TypeError", ["a"]]);
});

test("mount, update and destroy", async ({ page }) => {
  await openPage(page, "<main></main>");
  const result = await page.evaluate(async () => {
    const entry = "/pkg/index.js";
    const { mount } = await import(entry);
    /** @type {string[]} */
    const events = [];
    const aborting = new AbortController();
    const options = { src: "news.json", label: "News", on: { "ac-load": (/** @type {any} */ { detail }) => events.push(`load ${detail.count}`) } };
    const one = await mount("main", options);
    const other = await mount(document.querySelector("main"), { ...options, signal: aborting.signal });
    await Promise.all([one.element.ready, other.element.ready]);
    one.update({ layout: "list" });
    await one.element.updateComplete;
    const before = document.querySelectorAll("main > article-cards").length;
    const layout = one.element.getAttribute("layout");
    aborting.abort();
    const between = document.querySelectorAll("main > article-cards").length;
    one.destroy();
    one.destroy();
    const late = await mount("main", { signal: AbortSignal.abort() }).catch((/** @type {Error} */ error) => error.name);
    const [soon, later] = [new AbortController(), new AbortController()];
    const early = mount("main", { ...options, signal: soon.signal }).catch((/** @type {Error} */ error) => error.name);
    soon.abort();
    await early;
    new MutationObserver(() => later.abort()).observe(/** @type {Element} */ (document.querySelector("main")), { childList: true });
    const drawing = mount("main", { ...options, signal: later.signal }).catch((/** @type {Error} */ error) => error.name);
    const nowhere = await mount("#none").catch((/** @type {Error} */ error) => error.message);
    return { events, before, layout, between, late, early: await early, drawing: await drawing, nowhere, after: document.querySelectorAll("article-cards").length };
  });
  expect(result).toEqual({
    events: ["load 2", "load 2"],
    before: 2,
    layout: "list",
    between: 1,
    late: "AbortError",
    early: "AbortError",
    drawing: "AbortError",
    nowhere: `article-cards: no element matches "#none"`,
    after: 0,
  });
});

test("the tags of preload.html load each file once, the feed first", async ({ page }) => {
  const tags = readFileSync(new URL("../../pkg/preload.html", import.meta.url), "utf8");
  const head = tags.replaceAll(/(href|src)="(auto\.js|article_cards\.wasm)"/g, '$1="/pkg/$2"');
  /** @type {string[]} */
  const requested = [];
  page.on("request", (request) => requested.push(new URL(request.url()).pathname.split("/").at(-1) ?? ""));
  await openPage(page, `${head}<article-cards src="news.json"></article-cards>`);
  await expect(page.locator("article-cards [part~=card]")).toHaveCount(FEED.length);
  expect(await page.locator("article-cards").evaluate(async (/** @type {any} */ element) => (await element.ready, element.status))).toBe("ready");
  // Browsers warn of a preload that nothing takes after a few seconds.
  await page.waitForTimeout(6_000);
  expect(requested.filter((name) => ["news.json", "auto.js", MODULE].includes(name))).toEqual(["news.json", "auto.js", MODULE]);
});
