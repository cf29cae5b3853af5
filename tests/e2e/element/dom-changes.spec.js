// Counts the DOM changes of each interaction. Unlike times, they are the same on any machine.
import { expect, list, onElement, openHostPage, test, waitUntilReady } from "./host-page.js";

/** Articles that match a search equally, so that it does not change their order. */
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
 * Counts what an interaction changes below the shadow root: added and removed nodes, and changed
 * attributes and texts.
 * @param {import("@playwright/test").Page} page
 * @param {() => Promise<unknown>} interact
 */
async function countChanges(page, interact) {
  await onElement(page, (element) => {
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
    Object.assign(window, { countedChanges: () => (observer.disconnect(), { nodes: nodes.size, values: values.count }) });
  });
  await interact();
  await page.waitForTimeout(600);
  return page.evaluate(() => /** @type {any} */ (window).countedChanges());
}

test("each interaction changes a limited number of DOM nodes", async ({ page }) => {
  await page.route("**/host/costs.json", (route) => route.fulfill({ json: FEED }));
  await openHostPage(page, '<article-cards src="costs.json"></article-cards>');
  await waitUntilReady(page);
  const news = list(page);
  await expect(news.locator("[part~=card]")).toHaveCount(12);
  const nodes = () => onElement(page, (element) => element.shadowRoot?.querySelectorAll("*").length ?? 0);
  const before = await nodes();
  expect(before).toBeLessThan(470);

  // The same cards in the same order: each gets a mark, the facets stay.
  const search = news.locator("[part~=search-input]");
  await search.focus();
  const first = await countChanges(page, () => page.keyboard.type("h"));
  expect(first.nodes).toBeLessThan(36);
  expect(first.values).toBeLessThan(20);
  // One more letter only changes the text of the marks.
  const second = await countChanges(page, () => page.keyboard.type("a"));
  expect(second.nodes).toBe(0);
  expect(second.values).toBeLessThan(32);

  // Twelve more cards leave the existing ones unchanged. The jump to the button comes before.
  await news.locator("[part~=more-button]").scrollIntoViewIfNeeded();
  await page.waitForTimeout(200);
  const more = await countChanges(page, () => news.locator("[part~=more-button]").click());
  await expect(news.locator("[part~=card]")).toHaveCount(24);
  expect(more.nodes / 12).toBeLessThan(29);
  expect(more.values).toBeLessThan(10);
  expect(((await nodes()) - before) / 12).toBeLessThan(23);

  // Setting the same state renders nothing. The pause lets the announcement of the cards pass.
  await page.waitForTimeout(500);
  const nothing = await countChanges(page, () => onElement(page, (element) => void (element.state = element.state)));
  expect(nothing).toEqual({ nodes: 0, values: 0 });
});
