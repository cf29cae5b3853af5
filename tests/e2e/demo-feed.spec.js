// The top of the demo page: the live list, the lines to copy, and a feed of the reader's own.
import { expect, expectAccessible, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {number} n @param {object} [more] */
const article = (n, more) => ({ id: `a${n}`, title: `Tide ${n}`, webUrl: `https://pier.example/${n}`, ...more });

const FEED = { value: [article(1), article(2), article(3)] };

const RSS = `<rss version="2.0"><channel><title>Pier</title>
  <item><title>Low tide</title><link>https://pier.example/low</link></item>
  <item><title>High tide</title><link>https://pier.example/high</link></item>
</channel></rss>`;

const ALLOWED = { "access-control-allow-origin": "*" };

/** The live list. @param {Page} page */
const live = (page) => page.locator(".demo-live article-cards");

/** @param {Page} page */
const liveCards = (page) => live(page).locator("[part~=card]");

/** The second line to copy. @param {Page} page */
const line = (page) => page.locator(".demo-lines code").nth(1);

/** @param {Page} page */
const options = (page) => page.locator(".demo-options");

/** @param {Page} page */
const field = (page) => page.getByLabel("Paste the address of your feed");

/** The address of a feed that is pasted and shown. @param {Page} page @param {string} address */
async function show(page, address) {
  await field(page).fill(address);
  await page.getByRole("button", { name: "Show it" }).click();
}

/** Serves the feed of another site. @param {Page} page @param {string} url @param {object} response */
const serve = (page, url, response) => page.route(url, (route) => route.fulfill({ headers: ALLOWED, ...response }));

/** The attributes of the live element, and those of the copied line. @param {Page} page */
const attributes = async (page) => live(page).evaluate((element, copied) => {
  const list = (/** @type {Element} */ element) => Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  const parsed = new DOMParser().parseFromString(copied, "text/html").querySelector("article-cards");
  return { shown: list(element), copied: parsed && list(parsed) };
}, await line(page).innerText());

/** @param {Page} page */
const query = (page) => new URL(page.url()).searchParams;

test("the first screen shows the live list and the two lines, which can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("demo/");
  await expect(liveCards(page)).toHaveCount(12);
  await expect(page.getByRole("region", { name: "News", exact: true })).toBeInViewport();
  const lines = page.locator(".demo-lines");
  await lines.getByRole("button", { name: "Copy the two lines" }).click();
  await expect(lines.getByRole("button")).toHaveAccessibleName("Copied the two lines");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`<script type="module" src="article-cards/auto.js"></script>
<article-cards src="sample/index.json" label="News" url-state="news-"></article-cards>
`);
});

test("the line to copy is always the element that is shown, and the address has all of it", async ({ page }) => {
  await page.goto("demo/");
  await expect(liveCards(page)).toHaveCount(12);
  await options(page).getByRole("radio", { name: "List" }).check();
  await page.getByRole("radio", { name: "Dark" }).check();
  await options(page).getByRole("combobox", { name: "Language" }).selectOption("de");
  await options(page).getByRole("checkbox", { name: "Scores" }).check();
  await page.getByRole("combobox", { name: "Format" }).selectOption({ label: "WordPress" });
  const { shown, copied } = await attributes(page);
  expect(shown).toEqual({ src: "sample/index.json", mapping: "wordpress", layout: "list", theme: "dark", locale: "de", "with-scores": "", label: "News", "url-state": "news-" });
  expect(copied).toEqual(shown);
  await expect(live(page).getByRole("searchbox").first()).toHaveAccessibleName(/Artikel/);
  await expect(page.locator(".demo-code")).toHaveText(`<ArticleCards src="sample/index.json" layout={Layout::List} locale="de" with_scores=true label="The feed" />`);
  await expect.poll(() => Object.fromEntries(query(page))).toEqual({ mapping: "wordpress", layout: "list", theme: "dark", language: "de", scores: "" });
  await live(page).getByRole("searchbox").first().fill("winter");
  await expect.poll(() => query(page).get("news-q")).toBe("winter");
  await page.reload();
  await expect(live(page).getByRole("searchbox").first()).toHaveValue("winter");
  expect((await attributes(page)).shown).toEqual(shown);
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
});

test("unknown values in the address are ignored, and nothing else in it is changed", async ({ page }) => {
  const address = "demo/?feed=javascript:alert(1)&mapping=tides&layout=heap&theme=loud&language=xx&width=3&look=mud&accent=red&radius=99&gap=x&q=sea%20ice&other=%2F#themes";
  await page.goto(address);
  await expect(liveCards(page)).toHaveCount(12);
  await expect(field(page)).toHaveValue("");
  await expect(line(page)).toHaveText(`<article-cards src="sample/index.json" label="News" url-state="news-"></article-cards> `);
  await expect(page.locator(".demo-tuner pre")).toContainText("Move a slider");
  await page.waitForTimeout(400);
  expect(page.url()).toContain(address);
  await options(page).getByRole("radio", { name: "Compact" }).check();
  await expect.poll(() => new URL(page.url()).search).toBe("?layout=compact&q=sea%20ice&other=%2F");
  expect(new URL(page.url()).hash).toBe("#themes");
});

test("the reader's own feed: JSON, RSS, and the answer of a service by its preset", async ({ page }) => {
  await serve(page, "https://pier.example/news.json?a=1&b=2", { json: FEED });
  await serve(page, "https://pier.example/feed.xml", { body: RSS, contentType: "application/rss+xml" });
  await serve(page, "https://pier.example/wp-json/wp/v2/posts?_embed", { json: [{ id: 7, link: "https://pier.example/7", title: { rendered: "Spring &amp; neap" } }] });
  await page.goto("demo/");
  await show(page, "https://pier.example/news.json?a=1&b=2");
  await expect(liveCards(page)).toHaveCount(3);
  await expect(line(page)).toContainText(`src="https://pier.example/news.json?a=1&amp;b=2"`);
  await expect.poll(() => query(page).get("feed")).toBe("https://pier.example/news.json?a=1&b=2");
  await page.reload();
  await expect(liveCards(page)).toHaveCount(3);
  await expect(field(page)).toHaveValue("https://pier.example/news.json?a=1&b=2");

  await show(page, "https://pier.example/feed.xml");
  await expect(liveCards(page)).toHaveCount(2);
  await expect(liveCards(page).first()).toContainText("tide");

  await page.getByRole("combobox", { name: "Format" }).selectOption({ label: "WordPress" });
  await expect(field(page)).toHaveAttribute("placeholder", /wp-json/);
  await show(page, "https://pier.example/wp-json/wp/v2/posts?_embed");
  await expect(liveCards(page)).toHaveCount(1);
  await expect(liveCards(page)).toContainText("Spring & neap");
  expect((await attributes(page)).copied).toMatchObject({ mapping: "wordpress", src: "https://pier.example/wp-json/wp/v2/posts?_embed" });

  await page.getByRole("button", { name: "Back to the sample" }).click();
  await expect(field(page)).toBeFocused();
  await expect(liveCards(page)).toHaveCount(12);
  await expect.poll(() => query(page).get("feed")).toBeNull();
});

test("only addresses of the web are taken", async ({ page }) => {
  await page.goto("demo/");
  await expect(liveCards(page)).toHaveCount(12);
  for (const address of ["", "news.json", "javascript:alert(1)", "file:///etc/hosts", "data:application/json,[]"]) {
    await show(page, address);
    expect(await field(page).evaluate((field) => /** @type {HTMLInputElement} */ (field).validity.valid), address).toBe(false);
  }
  await expect(line(page)).toContainText(`src="sample/index.json"`);
});

test.describe("a feed that its server does not allow", () => {
  test.use({ expectedConsole: [/CORS policy|Cross-Origin Request Blocked|Failed to load resource/] });

  test("is an error of the element, and its file can be opened instead", async ({ page }) => {
    /** @type {string[]} */
    const elsewhere = [];
    page.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (hostname !== "127.0.0.1" && protocol.startsWith("http")) elsewhere.push(request.url());
    });
    await page.route("https://closed.example/*", (route) => route.fulfill({ json: FEED, headers: { "access-control-allow-origin": "https://other.example" } }));
    await page.goto("demo/");
    await show(page, "https://closed.example/news.json");
    await expect(live(page).getByRole("alert")).toBeVisible();
    await expect(page.locator(".demo-try .demo-note")).toContainText("Access-Control-Allow-Origin");
    await expectAccessible(page, ".demo-try");
    elsewhere.length = 0;
    const open = page.getByLabel("Open a file");
    await open.setInputFiles({ name: "news.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(FEED)) });
    await expect(liveCards(page)).toHaveCount(3);
    await expect(line(page)).toContainText(`src="news.json"`);
    await expect.poll(() => query(page).get("feed")).toBe("https://closed.example/news.json");
    await open.setInputFiles({ name: "feed.xml", mimeType: "application/xml", buffer: Buffer.from(RSS) });
    await expect(liveCards(page)).toHaveCount(2);
    await page.getByRole("button", { name: "Back to the sample" }).click();
    await expect(liveCards(page)).toHaveCount(12);
    expect(elsewhere).toEqual([]);
  });
});

test("the list can be made narrower by pointer and keyboard", async ({ page }) => {
  await page.goto("demo/");
  await expect(liveCards(page)).toHaveCount(12);
  const stage = page.locator(".demo-live");
  const handle = page.getByRole("separator", { name: "Width of the list" });
  const width = async () => Math.round((await stage.boundingBox())?.width ?? 0);
  const full = await width();
  await expect(handle).toHaveAttribute("aria-valuenow", String(full));
  await expect(handle).toHaveAttribute("aria-valuemax", String(full));
  await expect(live(page).locator("[part~=facets]")).toBeVisible();

  await stage.scrollIntoViewIfNeeded();
  const box = await handle.boundingBox();
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 60];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 300, y, { steps: 5 });
  await page.mouse.move(x - 400, y, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(x - 600, y);
  await expect.poll(width).toBe(full - 400);
  await expect(page.locator(".demo-caption")).toContainText(`${full - 400} px`);
  await expect(live(page).getByRole("button", { name: "Filters" })).toBeVisible();
  await expect.poll(() => query(page).get("width")).toBe(String(full - 400));
  await page.reload();
  await expect.poll(width).toBe(full - 400);

  await handle.focus();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(width).toBe(full - 416);
  await page.keyboard.press("Home");
  await expect.poll(width).toBe(240);
  await expect(handle).toHaveAttribute("aria-valuenow", "240");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("PageUp");
  await expect.poll(width).toBe(368);
  await expectAccessible(page, ".demo-try");
  await page.keyboard.press("End");
  await expect.poll(width).toBe(full);
  await expect.poll(() => query(page).get("width")).toBeNull();
  await handle.dblclick({ position: { x: 12, y: 60 } });
  await expect.poll(width).toBe(240);
  await handle.dblclick({ position: { x: 12, y: 60 } });
  await expect.poll(width).toBe(full);
  // There is no room for it on a phone.
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(handle).toBeHidden();
  expect(await width()).toBe(358);
});

test("touch drags the handle without scrolling the page", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 1024, height: 768 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("demo/");
  await expect(liveCards(page)).toHaveCount(12);
  const handle = page.getByRole("separator");
  await handle.scrollIntoViewIfNeeded();
  await expect(handle).toHaveCSS("touch-action", "none");
  const before = Number(await handle.getAttribute("aria-valuenow"));
  const box = await handle.boundingBox();
  const [x, y] = [(box?.x ?? 0) + 12, (box?.y ?? 0) + 40];
  const client = await context.newCDPSession(page);
  const touch = (/** @type {"touchStart" | "touchMove" | "touchEnd"} */ type, /** @type {number} */ x) =>
    client.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  await touch("touchStart", x);
  await touch("touchMove", x - 100);
  await touch("touchMove", x - 200);
  await touch("touchEnd", x - 200);
  await expect(handle).toHaveAttribute("aria-valuenow", String(before - 200));
  await context.close();
});

for (const width of [1280, 390, 320]) {
  test(`the page asks no other site and fits, under any path, ${width} pixels`, async ({ page }) => {
    /** @type {string[]} */
    const elsewhere = [];
    page.on("request", (request) => {
      const { hostname, protocol } = new URL(request.url());
      if (protocol.startsWith("http") && hostname !== "127.0.0.1") elsewhere.push(request.url());
    });
    await page.route("**/some/where/**", async (route) => {
      const response = await route.fetch({ url: route.request().url().replace("/some/where/", "/demo/") });
      await route.fulfill({ response });
    });
    await page.setViewportSize({ width, height: width === 320 ? 256 : 844 });
    await page.goto("some/where/");
    await expect(liveCards(page)).toHaveCount(12);
    for (const heading of await page.locator("section h2:not(.demo-hidden)").all()) {
      await heading.scrollIntoViewIfNeeded();
      await page.waitForTimeout(100);
    }
    await page.waitForLoadState("networkidle");
    await expect(page.locator(".demo-seed img").first()).toHaveJSProperty("complete", true);
    expect(elsewhere).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
