// Pages with static cards: without scripts, and as the widget takes over.
import { checkAccessible, expect, shifts, test } from "./page.js";
import { MISSING, REAL, SAMPLE, hasReal, hold, open, places, prerender, template } from "./prerendered.js";

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
