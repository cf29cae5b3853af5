// While the reader types, the cards on screen are drawn first, and the others a frame later.
import { expect, list, onElement, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

const ARTICLES = Array.from({ length: 60 }, (_, index) => ({
  id: `a${index}`,
  title: `${index % 2 ? "Pier" : "Pilot"} ${index}`,
  webUrl: `https://harbour.example/${index}`,
  publishedDateTime: new Date(Date.UTC(2024, 0, 60 - index)).toISOString(),
}));

/** The ids of all cards after each render. @typedef {{ frames: string[][] }} Recorded */

for (const layout of ["grid", "list"]) {
  test(`in a ${layout}, no render has a card twice, and the last one has all`, async ({ page }) => {
    await page.setViewportSize({ width: 800, height: 500 });
    await page.route("**/host/feed.json", (route) => route.fulfill({ json: ARTICLES }));
    await openHostPage(page, `<article-cards src="feed.json" layout="${layout}"></article-cards>`);
    await waitUntilReady(page);
    const before = await shownIds(page);
    expect(before).toHaveLength(12);
    await list(page).evaluate((element) => {
      /** @type {string[][]} */
      const frames = [];
      Object.assign(window, { frames });
      const record = () => {
        const cards = element.shadowRoot?.querySelectorAll("[part~=card]") ?? [];
        frames.push(Array.from(cards, (card) => card.getAttribute("data-id") ?? ""));
      };
      const root = /** @type {ShadowRoot} */ (element.shadowRoot);
      // Called once all changes of a render are made.
      new MutationObserver(record).observe(root, { subtree: true, childList: true });
    });
    await list(page).getByRole("searchbox").focus();
    await page.keyboard.type("pier");
    await expect(list(page).locator("[part~=summary]")).toContainText("30");
    const expected = await onElement(page, (element) => element.results.ids.slice(0, 12));
    await expect.poll(() => shownIds(page)).toEqual(expected);
    const frames = await page.evaluate(() => /** @type {Recorded} */ (/** @type {any} */ (window)).frames);
    // The cards on screen are those of the answer, and cards of before are still behind them.
    const isMixed = (/** @type {string[]} */ ids) => ids[0] === expected[0] && ids.some((id) => !expected.includes(id));
    expect(frames.some(isMixed)).toBe(true);
    for (const ids of frames) {
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
    await onElement(page, (element) => element.search("pilot"));
    // The page's own changes are drawn as a whole.
    await onElement(page, (element) => element.updateComplete);
    expect(await shownIds(page)).toEqual(await onElement(page, (element) => element.results.ids.slice(0, 12)));
  });
}
