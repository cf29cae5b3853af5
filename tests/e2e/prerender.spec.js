// Pages with static cards: without scripts, and as the widget takes over.
import { checkAccessible, expect, shifts, test } from "./page.js";
import { MISSING, REAL, SAMPLE, hasReal, hold, open, places, prerender, template, written } from "./prerendered.js";

/** @typedef {import("../../package/index.js").ArticleCardsElement} ArticleCardsElement */

/** @param {import("@playwright/test").Page} page */
const ready = (page) => page.locator("article-cards").evaluate(async (element) => {
  const cards = /** @type {ArticleCardsElement} */ (element);
  await cards.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
});

const LAYOUTS = ["grid", "list", "compact"];
const WIDTHS = [390, 700, 1280];

for (const [name, feed] of Object.entries({ sample: SAMPLE, real: REAL })) {
  test.describe(`the ${name} feed`, () => {
    test.skip(feed === REAL && !hasReal, MISSING);

    for (const layout of LAYOUTS) {
      for (const width of WIDTHS) {
        test(`nothing moves when the widget takes over: ${layout}, ${width} pixels`, async ({ page, baseURL }) => {
          await page.setViewportSize({ width, height: 900 });
          const release = await hold(page, feed);
          await open(page, prerender(template(`src="${feed.url}" layout="${layout}"`), feed, [], new URL(baseURL ?? "").origin));
          await expect(page.locator(".ac-card").first()).toBeVisible();
          await page.evaluate(() => document.fonts.ready);
          const before = await places(page, "static");
          expect(before.length).toBeGreaterThan(24);
          release();
          await ready(page);
          expect(await places(page, "element")).toEqual(before);
          expect(await shifts(page)).toBe(0);
        });
      }
    }
  });
}

/** Articles of which each tells how a language writes something. */
const TELLING = {
  value: [
    { id: "m", title: "A moment", publishedDateTime: "2021-06-16T23:30:00Z", webUrl: "https://a.example/1", type: "video", length: "PT1H5M", quality: 12345, heat: 5 },
    { id: "d", title: "A day", publishedDateTime: "2021-09-07", webUrl: "https://a.example/2", type: "course", length: "PT15M", members: 2, topics: ["a", "b", "c", "d", "e"] },
    { id: "w", title: "Weeks", publishedDateTime: "2021-01-05", webUrl: "https://a.example/3", type: "course", length: "P3D", related: [{ title: "One", publishedDateTime: "2021-03-22" }] },
    { id: "f", title: "A forum", publishedDateTime: "2021-12-01", webUrl: "https://a.example/4", type: "forum", members: 4321, length: "P1Y2M" },
  ],
};

for (const [locale, zone] of /** @type {const} */ ([["en", "UTC"], ["en-GB", "America/New_York"], ["de", "Europe/Berlin"], ["de-AT", "UTC"], ["fr", "Europe/Paris"], ["es", "UTC"], ["it", "UTC"], ["nl", "UTC"], ["pl", "UTC"], ["pt", "America/Sao_Paulo"], ["ja", "Asia/Tokyo"], ["zh-Hans", "Asia/Shanghai"], ["ar", "UTC"], ["sv", "UTC"]])) {
  test(`the words are those of the widget: ${locale}`, async ({ page }) => {
    const feed = written(TELLING);
    await page.route("**/host/feed.json", (route) => route.fulfill({ json: TELLING }));
    const attributes = `src="feed.json" locale="${locale}" time-zone="${zone}" dates="absolute" with-scores facets="none"`;
    await open(page, prerender(template(attributes), feed));
    await ready(page);
    const words = (/** @type {"static" | "element"} */ which) =>
      page.evaluate((which) => {
        const element = document.querySelector("article-cards");
        const root = which === "static" ? element : element?.shadowRoot;
        const pieces = [".ac-summary", ".ac-card-date", ".ac-card-type", ".ac-x-facts", ".ac-card-scores", ".ac-card-topics", ".ac-related-item", ".ac-x-end", ".ac-card-related > summary"];
        return pieces.flatMap((piece) => [...(root?.querySelectorAll(piece) ?? [])].map((one) => `${piece}: ${one.textContent}`));
      }, which);
    const said = await words("static");
    expect(said.length).toBeGreaterThan(12);
    expect(await words("element")).toEqual(said);
  });
}
