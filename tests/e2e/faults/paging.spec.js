// Feeds whose pages form loops, repeat, or change while they are loaded.
import { expect, list, onElementAt, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "../element/host-page.js";
import { articles } from "./fault-server.js";

/**
 * Name; the responses of each page, of which the last is repeated; the numbers of the articles that are
 * loaded in the end; the requested pages; the number of skipped articles.
 * @type {[string, Record<string, object[]>, number[], string, number][]}
 */
const FEEDS = [
  ["the next page is the page itself", { 1: [{ value: articles(0, 3), nextPage: "1" }] }, [0, 1, 2], "1", 0],
  ["two pages lead to each other", { 1: [{ value: articles(0, 3), nextPage: "2" }], 2: [{ value: articles(3, 5), nextPage: "1" }] }, [0, 1, 2, 3, 4], "1 2", 0],
  ["a page repeats the one before it", { 1: [{ value: articles(0, 3), nextPage: "2" }], 2: [{ value: articles(0, 3), nextPage: "3" }], 3: [{ value: articles(3, 4) }] }, [0, 1, 2, 3], "1 2 3", 3],
  ["a new article has shifted the others to the next page", { 1: [{ value: articles(1, 4), nextPage: "2" }], 2: [{ value: articles(3, 6) }] }, [1, 2, 3, 4, 5], "1 2", 1],
  ["a page in the middle is empty", { 1: [{ value: articles(0, 2), nextPage: "2" }], 2: [{ value: [], nextPage: "3" }], 3: [{ value: articles(2, 3) }] }, [0, 1, 2], "1 2 3", 0],
  ["a page is invalid the first time", { 1: [{ value: articles(0, 2), nextPage: "2" }], 2: [{ rows: 3 }, { value: articles(2, 3) }] }, [0, 1, 2], "1 2 2", 0],
  ["the last page leads to itself", { 1: [{ value: articles(0, 2), nextPage: "2" }], 2: [{ value: articles(2, 4), nextPage: "3" }], 3: [{ value: articles(4, 5), nextPage: "3" }] }, [0, 1, 2, 3, 4], "1 2 3", 0],
];

test("every article appears once, and paging always ends", async ({ page }) => {
  /** @type {string[][]} */
  const requests = FEEDS.map(() => []);
  await page.route("**/host/pages/*/*", (route) => {
    const [at, name = ""] = new URL(route.request().url()).pathname.split("/").slice(-2);
    const before = requests[Number(at)] ?? [];
    const responses = FEEDS[Number(at)]?.[1][name] ?? [];
    const json = responses[Math.min(before.filter((one) => one === name).length, responses.length - 1)];
    before.push(name);
    return json ? route.fulfill({ json }) : route.fulfill({ status: 404, body: "" });
  });
  await openHostPage(page, FEEDS.map((_, at) => `<article-cards id="l${at}" src="pages/${at}/1" page-size="2"></article-cards>`).join(""));
  for (const [at, [name, , ids, pages, skipped]] of FEEDS.entries()) {
    const id = `#l${at}`;
    await waitUntilReady(page, id);
    const more = list(page, id).locator("[part~=more-button]");
    const retry = list(page, id).getByRole("button", { name: "Try again" });
    for (let turn = 0; turn < 9; turn++) {
      await onElementAt(page, id, () => undefined);
      if (await retry.isVisible()) {
        await retry.click();
        await expect(retry).toBeHidden();
      } else if (await more.isVisible()) {
        await onElementAt(page, id, (element) => element.loadMore());
      } else {
        break;
      }
    }
    await expect(more, name).toHaveCount(0);
    expect(await shownIds(page, id), name).toEqual(ids.map((number) => `n${number}`));
    expect(requests[at]?.join(" "), name).toBe(pages);
    expect(await onElementAt(page, id, (element) => element.diagnostics.map(({ message }) => message)), name).toEqual(
      Array(skipped).fill(expect.stringMatching(/^a second article with the identity "n\d": it is skipped$/)));
  }
  const errors = (await takeEvents(page)).filter(({ type }) => type === "ac-error");
  expect(errors.map(({ id, detail: { kind, retryable } }) => [id, kind, retryable])).toEqual([["l5", "page", false]]);
});
