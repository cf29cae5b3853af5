// Back from an article: the same card at the same place, with the same query and as many cards.
import { expect, putOffEffects, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

const TOPICS = ["Sea", "Wind", "Rain"];

const ARTICLES = Array.from({ length: 120 }, (_, index) => ({
  id: `a${index}`,
  title: `${index % 2 ? "Pier" : "Harbour"} ${index}`,
  excerpt: "Of the tides ".repeat(index % 7),
  webUrl: `/article/${index}`,
  publishedDateTime: new Date(Date.UTC(2024, 5, 1) - index * 86_400_000).toISOString(),
  topics: [TOPICS[index % 3]],
  images: [{ url: `/picture/${index}.svg`, width: 400, height: 200 }],
}));

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200" fill="teal"/></svg>';

/**
 * Opens a page with a list, whose browser keeps no page alive to go back to.
 * @param {Page} page
 * @param {string} attributes
 * @param {string} [script]
 * @param {string} [address]
 */
async function open(page, attributes, script = "", address = "host/") {
  // A page with an unload handler is not kept alive.
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
    <title>News</title><link rel="icon" href="data:,"></head><body><h1>News</h1><img src="/picture/late.svg" alt="">
    <article-cards src="feed.json" ${attributes}></article-cards><footer>After</footer>
    <script>addEventListener("unload", () => {}); ${script}</script>
    <script type="module" src="/pkg/auto.js"></script></body></html>`;
  await page.route((url) => url.pathname === "/host/", (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8", headers: { "cache-control": "no-store" } }));
  await page.route("**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));
  await page.route("**/article/*", (route) => route.fulfill({ body: "<!doctype html><title>Article</title><h1>An article</h1>", contentType: "text/html" }));
  await page.route("**/picture/*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await route.fulfill({ body: PICTURE, contentType: "image/svg+xml" }).catch(() => {});
  });
  await page.goto(address);
  await expect(cards(page).first()).toBeVisible();
  // The first cards are there before what saves where they are.
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (document.querySelector("article-cards")).status)).toBe("ready");
}

/** @param {Page} page */
const cards = (page) => page.locator("article-cards [part~=card]");

/** The number of cards, the query, and where a card is on the screen. @param {Page} page @param {string} id */
const view = (page, id) =>
  page.evaluate((id) => {
    const element = /** @type {import("../../package/index.js").ArticleCardsElement} */ (document.querySelector("article-cards"));
    const card = element.shadowRoot?.querySelector(`[part~=card][data-id="${id}"]`);
    return { cards: element.shadowRoot?.querySelectorAll("[part~=card]").length, query: element.state.query, sort: element.state.sort, top: Math.round(card?.getBoundingClientRect().top ?? NaN) };
  }, id);

/** The id of the card nearest to the middle of the screen, whose link is followed. @param {Page} page */
async function openCardOnScreen(page) {
  // What was scrolled to is saved, and the pictures are there.
  await page.waitForTimeout(700);
  const id = await page.evaluate(() => {
    const found = [...(document.querySelector("article-cards")?.shadowRoot?.querySelectorAll("[part~=card]") ?? [])];
    const distance = (/** @type {Element} */ card) => Math.abs(card.getBoundingClientRect().top - innerHeight / 2);
    return found.sort((one, other) => distance(one) - distance(other))[0]?.getAttribute("data-id") ?? "";
  });
  const before = await view(page, id);
  // Without scrolling, which a real click might do first.
  await page.locator(`article-cards [data-id="${id}"] [part~=card-link]`).evaluate((link) => /** @type {HTMLElement} */ (link).click());
  await expect(page).toHaveURL(/article/);
  return { id, before };
}

/** Waits until going back has led to this view. @param {Page} page @param {string} id @param {object} before */
async function expectView(page, id, before) {
  const top = /** @type {any} */ (before).top;
  await expect(async () => {
    const now = await view(page, id);
    expect({ ...now, top }).toEqual(before);
    expect(Math.abs(now.top - top)).toBeLessThanOrEqual(2);
  }).toPass({ timeout: 8_000 });
}

for (const width of [1280, 390]) {
  for (const state of ["", 'url-state=""']) {
    for (const paging of ["more", "infinite", "pages"]) {
      test(`${width} pixels, paging ${paging}${state && ", with the state in the address"}`, async ({ page }) => {
        await page.setViewportSize({ width, height: 844 });
        await open(page, `paging="${paging}" page-size="20" ${state}`);
        if (paging === "more") {
          await page.locator("article-cards [part~=more-button]").click();
          await expect(cards(page)).toHaveCount(40);
          await page.locator("article-cards [part~=more-button]").click();
          await expect(cards(page)).toHaveCount(60);
        } else if (paging === "infinite") {
          await cards(page).last().evaluate((card) => card.scrollIntoView({ block: "end", behavior: "instant" }));
          await expect(cards(page)).not.toHaveCount(20);
        } else {
          await page.locator("article-cards").locator("[part~=page-button]", { hasText: "2" }).first().click();
          await expect(cards(page).first()).toHaveAttribute("data-id", "a20");
        }
        const count = await cards(page).count();
        await cards(page).nth(count - 8).evaluate((card) => card.scrollIntoView({ block: "center", behavior: "instant" }));
        // Scrolling may have appended more.
        let last = 0;
        await expect.poll(async () => last === (last = await cards(page).count()), { intervals: [500] }).toBe(true);
        const { id, before } = await openCardOnScreen(page);
        await page.goBack();
        await expectView(page, id, before);
        // The place holds once the pictures are there.
        await page.waitForTimeout(1_000);
        await expectView(page, id, before);
      });
    }
  }
}

test("a typed search without the state in the address", async ({ page }) => {
  await open(page, "");
  await page.locator("article-cards").getByRole("searchbox").fill("pier");
  await expect(page.locator("article-cards [part~=summary]")).toContainText("60");
  await cards(page).nth(8).evaluate((card) => card.scrollIntoView({ block: "center", behavior: "instant" }));
  const { id, before } = await openCardOnScreen(page);
  expect(before).toMatchObject({ query: "pier" });
  await page.goBack();
  await expectView(page, id, before);
  await expect(page.locator("article-cards").getByRole("searchbox")).toHaveValue("pier");
});

test("a search that the list had no time to render, without the state in the address", async ({ page }) => {
  await open(page, "");
  await expect(cards(page).first()).toBeVisible();
  await putOffEffects(page);
  await page.locator("article-cards").getByRole("searchbox").pressSequentially("pier");
  // As a link does.
  await page.evaluate(() => {
    dispatchEvent(new MouseEvent("click"));
    location.href = "/article/1";
  });
  await page.waitForURL("**/article/1");
  await page.goBack();
  await expect(page.locator("article-cards").getByRole("searchbox")).toHaveValue("pier");
});

test("the page's own history.state stays, whatever it is", async ({ page }) => {
  await open(page, "", "history.replaceState({ own: [1] }, '')");
  await cards(page).nth(8).evaluate((card) => card.scrollIntoView({ block: "center", behavior: "instant" }));
  await expect.poll(() => page.evaluate(() => Object.keys(history.state))).toEqual(["own", "article-cards"]);
  expect(await page.evaluate(() => history.state.own)).toEqual([1]);
  for (const state of ['"text"', "[2]", "7"]) {
    await open(page, "", `if (history.state === null) history.replaceState(${state}, '')`, `host/?${encodeURIComponent(state)}`);
    await cards(page).nth(8).evaluate((card) => card.scrollIntoView({ block: "center", behavior: "instant" }));
    const { id, before } = await openCardOnScreen(page);
    await page.goBack();
    await expectView(page, id, before);
    expect(await page.evaluate(() => JSON.stringify(history.state))).toBe(state);
  }
});

test("a page that is opened anew begins at the top", async ({ page }) => {
  await open(page, "");
  await page.locator("article-cards").getByRole("searchbox").fill("pier");
  await cards(page).nth(8).evaluate((card) => card.scrollIntoView({ block: "center", behavior: "instant" }));
  await page.waitForTimeout(500);
  await open(page, "");
  await expect(page.locator("article-cards").getByRole("searchbox")).toHaveValue("");
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("an app that takes the list out of the page and puts it back", async ({ page }) => {
  await open(page, "", `
    const element = document.querySelector("article-cards");
    const show = () => location.pathname === "/host/" ? document.querySelector("footer").before(element.cloneNode()) : document.querySelector("article-cards").remove();
    element.addEventListener("ac-card-click", (event) => {
      event.preventDefault();
      history.pushState(null, "", event.detail.url);
      show();
    });
    addEventListener("popstate", show);`);
  await page.locator("article-cards").getByRole("searchbox").fill("pier");
  await expect(page.locator("article-cards [part~=summary]")).toContainText("60");
  await cards(page).nth(8).evaluate((card) => card.scrollIntoView({ block: "center", behavior: "instant" }));
  const { id, before } = await openCardOnScreen(page);
  await expect(page.locator("article-cards")).toHaveCount(0);
  await page.goBack();
  await expectView(page, id, before);
});
