// The npm package in a page: its class, the hashes of what it loads, and where its module is from.
import { readFileSync } from "node:fs";
import { expect, test } from "./page.js";

const json = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../pkg/${name}`, import.meta.url), "utf8"));
/** @type {Record<string, string>} */
const integrity = json("integrity.json");
const MODULE = "article_cards.wasm";
const FEED = [{ id: "a", title: "Low tide", webUrl: "a.html" }, { id: "b", title: "High tide" }];
const FALLBACK = `<a href="/news">All news</a>`;

/**
 * Shows a page at an address of its own.
 * @param {import("@playwright/test").Page} page
 * @param {string} body
 */
async function show(page, body) {
  const html = `<!doctype html><title>Page</title><link rel="icon" href="data:,">${body}`;
  await page.route("**/own/page.html", (route) => route.fulfill({ body: html, contentType: "text/html" }));
  await page.route("**/own/news.json", (route) => route.fulfill({ json: FEED }));
  await page.goto("own/page.html");
}

test("the class has the members that its manifest names, and attributes", async ({ page }) => {
  await show(page, "");
  const told = await page.evaluate(async () => {
    const address = "/pkg/index.js";
    const { define } = await import(address);
    const made = define();
    const again = [define() === made, define("other-cards") !== made, customElements.get("article-cards") === made];
    // What is defined stands on a class that all definitions share.
    const { prototype, observedAttributes } = Object.getPrototypeOf(made);
    const members = Object.getOwnPropertyNames(prototype);
    const writable = members.filter((name) => Object.getOwnPropertyDescriptor(prototype, name)?.set);
    return { again, members, writable, observedAttributes, more: Object.getOwnPropertyNames(made.prototype) };
  });
  const [{ members, attributes }] = json("custom-elements.json").modules[0].declarations;
  // What the browser calls.
  const isOwn = (/** @type {string} */ name) => name !== "constructor" && !name.endsWith("Callback");
  const names = (/** @type {{ name: string }[]} */ all) => all.map(({ name }) => name).sort();
  expect(told.again).toEqual([true, true, true]);
  expect(told.members.filter(isOwn).sort()).toEqual(names(members));
  const writable = members.filter((/** @type {any} */ one) => one.kind === "field" && !one.readonly);
  expect(told.writable.sort()).toEqual(names(writable));
  // And one that every element has.
  expect(told.observedAttributes.sort()).toEqual([...names(attributes), "lang"].sort());
  expect(told.more).toEqual(["constructor"]);
});

/**
 * A page that names the hash of every script and of the module.
 * @param {Record<string, string>} hashes
 */
const hashed = (hashes) => {
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

test("with the hashes of all that it loads", async ({ page }) => {
  await show(page, `<div lang="de">${hashed(integrity)}</div>`);
  await expect(page.getByRole("link", { name: "Low tide" })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveAccessibleName("Artikel durchsuchen");
});

test.describe("with a wrong hash", () => {
  test.use({ expected: [/integrity|ERR_/i] });
  const wrong = `sha384-${"A".repeat(64)}`;

  test("of the module, the author's own words stay, and an event says why", async ({ page }) => {
    await show(page, hashed({ ...integrity, [MODULE]: wrong }));
    await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).failed)).toMatchObject({ kind: "wasm", retryable: true });
    await expect(page.getByRole("link", { name: "All news" })).toBeVisible();
    // Nor is one without a hash loaded in its place.
    const status = await page.locator("article-cards").evaluate(async (/** @type {any} */ element) => {
      await element.reload();
      return element.status;
    });
    expect(status).toBe("error");
    await expect(page.getByRole("link", { name: "Low tide" })).toHaveCount(0);
  });

  test("of a script, the author's own words stay", async ({ page }) => {
    const failure = page.waitForEvent("console");
    await show(page, hashed({ ...integrity, "element.js": wrong }));
    await failure;
    await expect(page.getByRole("link", { name: "All news" })).toBeVisible();
    expect(await page.evaluate(() => customElements.get("article-cards"))).toBeUndefined();
  });
});

test("in a worker, from a source that is given", async ({ page, baseURL }) => {
  await show(page, "");
  const told = await page.evaluate(
    async ({ feed, base }) => {
      const script = `
        import { define, init, mount } from "${base}pkg/index.js";
        import { createEngine } from "${base}pkg/engine.js";
        import "${base}pkg/auto.js";
        import "${base}pkg/define.js";
        const failed = await init(fetch("${base}pkg/none.wasm")).catch(({ kind }) => kind);
        await init(fetch("${base}pkg/${"article_cards.wasm"}"));
        const engine = await createEngine(${JSON.stringify(feed)});
        const mounted = await mount("main").catch(({ name }) => name);
        postMessage([failed, String(define()), mounted, engine.query("q=low").ids]);`;
      const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const worker = new Worker(address, { type: "module" });
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
      });
    },
    { feed: FEED, base: baseURL },
  );
  expect(told).toEqual(["wasm", "undefined", "TypeError", ["a"]]);
});

test("mounting, and taking it away", async ({ page }) => {
  await show(page, "<main></main>");
  const told = await page.evaluate(async () => {
    const address = "/pkg/index.js";
    const { mount } = await import(address);
    /** @type {string[]} */
    const heard = [];
    const aborting = new AbortController();
    const options = { src: "news.json", label: "News", on: { "ac-load": (/** @type {any} */ { detail }) => heard.push(`load ${detail.count}`) } };
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
    return { heard, before, layout, between, late, early: await early, drawing: await drawing, nowhere, after: document.querySelectorAll("article-cards").length };
  });
  expect(told).toEqual({
    heard: ["load 2", "load 2"],
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
