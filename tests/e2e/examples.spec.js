// The example pages of examples/, as they are on the demo site.
import { expect, expectAccessible, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("../../package/index.js").ArticleCardsElement} ArticleCardsElement */

/** The pages, and how many cards they show. */
const EXAMPLES = /** @type {const} */ ({ carousel: 14, magazine: 20, sidebar: 10, people: 20, bookshop: 18 });

const NAMES = /** @type {(keyof typeof EXAMPLES)[]} */ (Object.keys(EXAMPLES));

/** Opens an example and waits for its cards. @param {Page} page @param {string} name @param {string} [query] */
async function open(page, name, query = "") {
  await page.goto(`demo/${name}/${query}`);
  await page.evaluate(async () => {
    await customElements.whenDefined("article-cards");
    await Promise.all([...document.querySelectorAll("article-cards")].map((element) => /** @type {ArticleCardsElement} */ (element).ready));
  });
}

/** @param {Page} page @param {string} [selector] */
const cards = (page, selector = "article-cards") => page.locator(`${selector} [part~=card]`);

/** The ids of the cards, in order. @param {Page} page @param {string} [selector] */
const ids = (page, selector) => cards(page, selector).evaluateAll((all) => all.map((card) => card.getAttribute("data-id")));

/** The titles of own cards in the order of the list. @param {Page} page */
const ownTitles = (page) =>
  cards(page).evaluateAll((all) => all.map((card) => card.querySelector("slot")?.assignedElements()[0]?.querySelector("h3")?.textContent));

/** By how much the page is wider than its window. @param {Page} page */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const name of NAMES) {
  test(`${name}: its cards, from its own address alone`, async ({ page, baseURL }) => {
    /** @type {string[]} */
    const foreign = [];
    /** @type {string[]} */
    const failed = [];
    page.on("request", (request) => void (/^data:/.test(request.url()) || request.url().startsWith(`${baseURL}demo/`) || foreign.push(request.url())));
    page.on("response", (response) => void (response.ok() || failed.push(response.url())));
    await open(page, name);
    await expect(cards(page)).toHaveCount(EXAMPLES[name]);
    const found = await page.locator("article-cards").evaluateAll((all) => all.map((element) => /** @type {ArticleCardsElement} */ (element).diagnostics.count));
    expect(found.filter(Boolean)).toEqual([]);
    // To the end, so that all pictures are requested.
    await page.evaluate(async () => {
      for (let y = 0; y < document.documentElement.scrollHeight; y += 400) {
        scrollTo(0, y);
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    });
    await page.waitForLoadState("networkidle");
    expect(foreign).toEqual([]);
    expect(failed).toEqual([]);
    await expect(page.locator("h1")).toHaveCount(1);
    // Its own script is the package's only.
    expect(await page.locator("script").evaluateAll((all) => all.map((script) => script.getAttribute("src")))).toEqual(["../article-cards/auto.js"]);
    await expect(page.locator("[style]")).toHaveCount(0);
  });

  test(`${name}: no overflow at any width, nor at 400 %`, async ({ page }) => {
    await open(page, name);
    for (const width of [260, 320, 390, 768, 1280, 1920]) {
      await page.setViewportSize({ width, height: width === 320 ? 256 : 900 });
      await expect.poll(() => overflow(page), `${width}`).toBeLessThanOrEqual(0);
    }
  });

  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`${name}: accessible, ${colorScheme}`, async ({ page }, info) => {
      await page.emulateMedia({ colorScheme });
      await open(page, name);
      const scheme = await page.locator("article-cards [part~=base]").first().evaluate((base) => getComputedStyle(base).colorScheme);
      expect(scheme).toContain(colorScheme);
      await expectAccessible(page);
      await page.screenshot({ path: info.outputPath(`${name}-${colorScheme}.png`), fullPage: true });
      await page.setViewportSize({ width: 390, height: 844 });
      await expectAccessible(page);
    });
  }

  test(`${name}: a link without scripts`, async ({ browser, baseURL }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
    const page = await context.newPage();
    await page.goto(`demo/${name}/`);
    await expect(page.locator("article-cards > a").first()).toBeVisible();
    await context.close();
  });
}

test.describe("carousel", () => {
  const row = (/** @type {Page} */ page) => page.locator("article-cards").first().locator("[part~=results]");

  test("its cards are in one row, which scrolls sideways and snaps", async ({ page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await open(page, "carousel");
    const list = row(page);
    const tops = await list.locator("[part~=card]").evaluateAll((all) => all.map((card) => Math.round(card.getBoundingClientRect().top)));
    expect(tops).toHaveLength(10);
    expect(new Set(tops).size).toBe(1);
    expect(await list.evaluate((list) => list.scrollWidth - list.clientWidth)).toBeGreaterThan(1000);
    await expect(list).toHaveCSS("scroll-behavior", "auto");
    // Where the first card is, another one comes to rest.
    const lefts = () => list.locator("[part~=card]").evaluateAll((all) => all.map((card) => Math.round(card.getBoundingClientRect().left)));
    const [start = 0] = await lefts();
    await list.hover();
    await page.mouse.wheel(500, 0);
    await expect.poll(() => list.evaluate((list) => list.scrollLeft)).toBeGreaterThan(100);
    await expect(async () => {
      const places = await lefts();
      expect(places[0]).toBeLessThan(start);
      expect(places.some((left) => Math.abs(left - start) <= 2)).toBe(true);
    }).toPass();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test("the keyboard brings each card into view", async ({ page }) => {
    await open(page, "carousel");
    const links = row(page).getByRole("link");
    await links.first().focus();
    for (let card = 1; card < 6; card++) await page.keyboard.press("Tab");
    await expect(links.nth(5)).toBeFocused();
    await expect(links.nth(5)).toBeInViewport({ ratio: 1 });
  });

  test("a button of the browser scrolls it, where there is one", async ({ page }) => {
    await open(page, "carousel");
    test.skip(!(await page.evaluate(() => CSS.supports("selector(::scroll-button(*))"))), "browsers without such buttons");
    const box = await row(page).boundingBox();
    const edge = await row(page).evaluate((list) => parseFloat(getComputedStyle(list).paddingInlineEnd));
    await page.mouse.click((box?.x ?? 0) + (box?.width ?? 0) - edge - 20, (box?.y ?? 0) - 30);
    await expect.poll(() => row(page).evaluate((list) => list.scrollLeft)).toBeGreaterThan(100);
  });
});

test.describe("magazine", () => {
  test("a lead story, then the others by month, with an advertisement as the fourth entry", async ({ page }) => {
    await open(page, "magazine");
    expect(await ids(page, ".lead")).toEqual(["bread"]);
    await expect(page.locator(".lead [part~=cell]")).toHaveClass(/lead/);
    const stories = page.locator(".stories");
    await expect(stories.locator("[part~=group-heading]")).toHaveText(["November 2026", "October 2026"]);
    const entries = await stories.locator("[part~=results] > li").evaluateAll((all) => all.map((entry) => entry.querySelector("[data-id]")?.getAttribute("data-id") ?? entry.querySelector("slot")?.name));
    expect(entries).toEqual(["chair", "pumpkins", "yarn", "after-3", "teapot", "jars", "window", "pots", "hive"]);
    await expect(page.getByRole("complementary", { name: "Advertisement" })).toBeVisible();
    expect(await ids(page, ".sections article-cards[label=Garden]")).toEqual(["pumpkins", "pots", "hive", "leaves"]);
  });

  test("the field in its head searches, and the rest of the front makes room", async ({ page }) => {
    await open(page, "magazine");
    await page.getByLabel("Search the magazine").fill("bread");
    await expect(page.locator(".front")).toBeHidden();
    await expect(page.locator(".sections")).toBeHidden();
    await page.getByLabel("Search the magazine").fill("lemons");
    await expect.poll(() => ids(page, ".stories")).toEqual(["lemons"]);
    await page.getByLabel("Search the magazine").fill("");
    await expect(page.locator(".front")).toBeVisible();
    await expect(cards(page, ".stories")).toHaveCount(8);
  });

  test("its readers choose between grid and list", async ({ page }) => {
    await open(page, "magazine");
    const stories = page.locator(".stories");
    const base = stories.locator("[part~=base]");
    await expect(base).toHaveAttribute("data-layout", "grid");
    await stories.getByRole("radio", { name: "List" }).check();
    await expect(base).toHaveAttribute("data-layout", "list");
    for (const width of [260, 390, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page)).toBeLessThanOrEqual(0);
    }
  });
});

test("sidebar: nothing but titles, the latest and the most read, and a link to all", async ({ page }) => {
  await open(page, "sidebar");
  expect(await ids(page, ".latest")).toEqual(["clock", "library", "market", "swim", "bus"]);
  expect(await ids(page, ".read")).toEqual(["clock", "swim", "library", "school", "lights"]);
  await expect(page.locator("article-cards").getByRole("searchbox")).toHaveCount(0);
  await expect(page.locator("article-cards [part~=card-media], article-cards [part~=facets], article-cards [part~=more-button]")).toHaveCount(0);
  await expect(page.getByRole("complementary").getByRole("link", { name: "All news" })).toBeVisible();
  const [main, aside] = [await page.locator("main").boundingBox(), await page.locator("body aside").first().boundingBox()];
  expect(aside?.x).toBeGreaterThan((main?.x ?? 0) + (main?.width ?? 0));
  await page.setViewportSize({ width: 600, height: 900 });
  const below = await page.locator("body aside").first().boundingBox();
  expect(below?.y).toBeGreaterThan((await page.locator("main").boundingBox())?.height ?? 0);
});

test.describe("people", () => {
  test("what is on a card filters", async ({ page }) => {
    await open(page, "people");
    const ada = page.locator(".person", { hasText: "Ada Birch" });
    await ada.getByRole("button", { name: "Climate" }).click();
    await expect.poll(() => ownTitles(page)).toEqual(["Ada Birch", "Hugo Reed"]);
    await expect(page).toHaveURL(/topics=Climate/);
    await expect(ada.getByRole("button", { name: "Climate" })).toHaveAttribute("aria-pressed", "true");
    await page.locator("article-cards [part~=chip]").click();
    await expect(page.locator(".person")).toHaveCount(20);
    await ada.getByRole("button", { name: "Sea and weather" }).click();
    await expect(page.locator(".person")).toHaveCount(4);
  });

  test("the page's field finds people, and says so if there is nobody", async ({ page }) => {
    await open(page, "people");
    const field = page.getByLabel("Find people by name or topic");
    await field.fill("bells");
    await expect.poll(() => ownTitles(page)).toEqual(["Ben Tully"]);
    await expect(page.locator(".person mark")).toHaveText("bells");
    await field.fill("xylophone");
    await expect(page.getByText("Nobody yet.")).toBeVisible();
  });

  test("in a narrow window the filters are in a panel", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page, "people");
    await page.getByRole("button", { name: "Filters" }).click();
    await page.getByRole("checkbox", { name: /^Health and food/ }).check();
    await page.keyboard.press("Escape");
    await expect(page.locator(".person")).toHaveCount(4);
  });
});

test.describe("bookshop", () => {
  test("books by title, and in another order", async ({ page }) => {
    await open(page, "bookshop");
    const order = page.locator("article-cards").getByLabel("Sort by");
    const titles = await ownTitles(page);
    expect(titles).toEqual([...titles].sort((one, other) => (one ?? "").localeCompare(other ?? "", "en-GB")));
    await order.selectOption({ label: "Newest first" });
    await expect.poll(async () => (await ownTitles(page))[0]).toBe("Signal and Snow");
    await expect(page.locator(".price").first()).toHaveText(/^\d+\.\d\d$/);
  });

  test("books by genre, binding and author", async ({ page }) => {
    await open(page, "bookshop");
    await page.getByRole("checkbox", { name: /^Crime/ }).check();
    await expect.poll(() => ownTitles(page)).toEqual(["A Blackbird in the Court", "The Green Ledger"]);
    await page.locator("article-cards [part~=chip]").first().click();
    await page.locator(".book", { hasText: "Tide Tables" }).getByRole("button", { name: "Wren Halloran" }).click();
    await expect.poll(() => ownTitles(page)).toEqual(["The Last Bakery on Mill Lane", "Tide Tables"]);
    await page.locator("article-cards [part~=chip]").first().click();
    await page.getByLabel("Find a book or an author").fill("Lior Penhale");
    await expect(page.locator(".book")).toHaveCount(2);
  });
});

test("the demo page leads to the examples", async ({ page }) => {
  await page.goto("demo/");
  const links = page.locator(".demo-examples").getByRole("link");
  await expect(links).toHaveCount(NAMES.length);
  expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")))).toEqual(NAMES.map((name) => `${name}/`));
  await links.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Walks for a free day");
});
