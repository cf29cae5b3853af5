// What an interaction changes in the page, counted instead of timed: a list that draws more than it
// needs fails here on any machine.
import { expect, list, on, open, ready, test } from "./host.js";

/** A feed of which every article says the same of itself, so that a search leaves the order. */
const FEED = Array.from({ length: 300 }, (_, at) => ({
  id: `a${at}`,
  title: `Harbour ${at}`,
  excerpt: "Tides at the pier",
  publishedDateTime: new Date(1.7e12 - at * 1e7).toISOString(),
  webUrl: `https://pier.example/${at}`,
  topics: [`Topic ${at % 15}`],
  provider: { name: `Provider ${at % 4}`, domain: "pier.example" },
}));

/**
 * Runs an act in the page and counts what it changes below the shadow root: nodes that came or
 * went, and attributes and texts that became others.
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<unknown>} act
 */
async function changes(page, act) {
  await on(page, (element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const [nodes, values] = [new Set(), { count: 0 }];
    const add = (/** @type {Node} */ node) => {
      nodes.add(node);
      node.childNodes.forEach(add);
    };
    const observer = new MutationObserver((records) => {
      for (const { type, addedNodes, removedNodes } of records) {
        if (type === "childList") [addedNodes, removedNodes].forEach((list) => list.forEach(add));
        else values.count += 1;
      }
    });
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    Object.assign(window, { counted: () => (observer.disconnect(), { nodes: nodes.size, values: values.count }) });
  });
  await act();
  await page.waitForTimeout(600);
  return page.evaluate(() => /** @type {any} */ (window).counted());
}

test("what an interaction changes, and how much there is", async ({ page }) => {
  await page.route("**/host/costs.json", (route) => route.fulfill({ json: FEED }));
  await open(page, '<article-cards src="costs.json"></article-cards>');
  await ready(page);
  const news = list(page);
  await expect(news.locator("[part~=card]")).toHaveCount(12);
  const nodes = () => on(page, (element) => element.shadowRoot?.querySelectorAll("*").length ?? 0);
  const before = await nodes();
  expect(before).toBeLessThan(470);

  // The same cards in the same order: what was found is marked in each, the facets stay.
  const search = news.locator("[part~=search-input]");
  await search.focus();
  const first = await changes(page, () => page.keyboard.type("h"));
  expect(first.nodes).toBeLessThan(36);
  expect(first.values).toBeLessThan(20);
  // One letter more: the marks grow.
  const second = await changes(page, () => page.keyboard.type("a"));
  expect(second.nodes).toBe(0);
  expect(second.values).toBeLessThan(32);

  // Twelve more cards, and what is there is left alone.
  const more = await changes(page, () => news.locator("[part~=more-button]").click());
  await expect(news.locator("[part~=card]")).toHaveCount(24);
  expect(more.nodes / 12).toBeLessThan(29);
  expect(more.values).toBeLessThan(10);
  expect(((await nodes()) - before) / 12).toBeLessThan(23);

  // Nothing new is asked for: nothing is drawn, once the cards before are announced.
  await page.waitForTimeout(500);
  const nothing = await changes(page, () => on(page, (element) => void (element.state = element.state)));
  expect(nothing).toEqual({ nodes: 0, values: 0 });
});
