// Jumps through long lists: what comes into view stays where it is.
import { expect, list, openHostPage, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const LAYOUTS = ["grid", "list", "compact"];
const WIDTHS = [390, 1280];

/** Articles whose cards have very different heights. */
const UNEVEN = Array.from({ length: 300 }, (_, n) => ({
  id: `a${n}`,
  title: `Article ${n}${" with more words".repeat(n % 7)}`,
  excerpt: "What the article is about. ".repeat(n % 5),
  webUrl: `https://news.example/${n}`,
  publishedDateTime: new Date(1.6e12 - n * 1e8).toISOString(),
  topics: ["Sea", "Wind", "Fog"].slice(0, n % 4),
  provider: { name: "Tern" },
}));

/**
 * Scrolls to a part of the page's height, and returns how far the cards in view move in the frames
 * after the one in which they are painted first.
 * @param {Page} page
 * @param {number} part
 * @param {"to" | "by"} how
 */
async function largestMove(page, part, how = "to") {
  const tops = () =>
    list(page).locator(".ac-card").evaluateAll((cards) => {
      const places = cards.map((card) => [card.getAttribute("data-id"), card.getBoundingClientRect()]);
      return /** @type {[string, DOMRect][]} */ (places)
        .filter(([, { top, bottom }]) => bottom > 0 && top < innerHeight)
        .map(([id, { top }]) => /** @type {const} */ ([id, top]));
    });
  await page.evaluate(async ([part, how]) => {
    const height = document.documentElement.scrollHeight * Number(part);
    scrollTo({ top: how === "by" ? scrollY + height : height, behavior: "instant" });
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, [part, how]);
  const first = new Map(await tops());
  expect(first.size).toBeGreaterThan(1);
  await page.waitForTimeout(300);
  const later = new Map(await tops());
  return Math.max(...[...first].map(([id, top]) => Math.abs((later.get(id) ?? Infinity) - top)));
}

for (const layout of LAYOUTS) {
  for (const width of WIDTHS) {
    test(`a jump moves nothing that is in view: ${layout}, ${width} pixels`, async ({ page, browserName }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.route("**/uneven.json", (route) => route.fulfill({ json: UNEVEN }));
      await openHostPage(page, `<article-cards src="uneven.json" page-size="300" layout="${layout}"></article-cards>`);
      await waitUntilReady(page);
      for (const part of [0.5, 0.9, 0.2, 0.7, 1]) {
        // Browsers round positions to parts of a pixel.
        expect(await largestMove(page, part), `to ${part}`).toBeLessThan(2);
      }
      expect(await largestMove(page, -0.3, "by")).toBeLessThan(2);
      // Firefox renders all cards.
      if (browserName !== "chromium") return;
      // Cards that the reader has not come near are not rendered yet.
      const skipped = await list(page).locator(".ac-card-body").evaluateAll((bodies) =>
        bodies.filter((body) => !body.checkVisibility({ contentVisibilityAuto: true })).length);
      expect(skipped).toBeGreaterThan(0);
    });
  }
}
