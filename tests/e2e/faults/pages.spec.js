// Pages of a feed that lead in circles, repeat themselves, or change while they are read.
import { expect, list, onOne, open, ready, shown, test, told } from "../element/host.js";
import { articles } from "./server.js";

/**
 * By what is wrong: the pages by their names, of each the last answer being repeated; the numbers of the articles
 * that are had in the end, which pages were asked for, and what was skipped.
 * @type {[string, Record<string, object[]>, number[], string, number][]}
 */
const FEEDS = [
  ["the next page is the page itself", { 1: [{ value: articles(0, 3), nextPage: "1" }] }, [0, 1, 2], "1", 0],
  ["two pages lead to each other", { 1: [{ value: articles(0, 3), nextPage: "2" }], 2: [{ value: articles(3, 5), nextPage: "1" }] }, [0, 1, 2, 3, 4], "1 2", 0],
  ["a page repeats the one before it", { 1: [{ value: articles(0, 3), nextPage: "2" }], 2: [{ value: articles(0, 3), nextPage: "3" }], 3: [{ value: articles(3, 4) }] }, [0, 1, 2, 3], "1 2 3", 3],
  ["an article came in before, and moved the others on", { 1: [{ value: articles(1, 4), nextPage: "2" }], 2: [{ value: articles(3, 6) }] }, [1, 2, 3, 4, 5], "1 2", 1],
  ["a page amid them is empty", { 1: [{ value: articles(0, 2), nextPage: "2" }], 2: [{ value: [], nextPage: "3" }], 3: [{ value: articles(2, 3) }] }, [0, 1, 2], "1 2 3", 0],
  ["a page is none, once", { 1: [{ value: articles(0, 2), nextPage: "2" }], 2: [{ rows: 3 }, { value: articles(2, 3) }] }, [0, 1, 2], "1 2 2", 0],
  ["the last page leads to itself", { 1: [{ value: articles(0, 2), nextPage: "2" }], 2: [{ value: articles(2, 4), nextPage: "3" }], 3: [{ value: articles(4, 5), nextPage: "3" }] }, [0, 1, 2, 3, 4], "1 2 3", 0],
];

test("every article is had once, and no page is asked for without an end", async ({ page }) => {
  /** @type {string[][]} */
  const asked = FEEDS.map(() => []);
  await page.route("**/host/pages/*/*", (route) => {
    const [at, name = ""] = new URL(route.request().url()).pathname.split("/").slice(-2);
    const before = asked[Number(at)] ?? [];
    const answers = FEEDS[Number(at)]?.[1][name] ?? [];
    const json = answers[Math.min(before.filter((one) => one === name).length, answers.length - 1)];
    before.push(name);
    return json ? route.fulfill({ json }) : route.fulfill({ status: 404, body: "" });
  });
  await open(page, FEEDS.map((_, at) => `<article-cards id="l${at}" src="pages/${at}/1" page-size="2"></article-cards>`).join(""));
  for (const [at, [name, , ids, pages, skipped]] of FEEDS.entries()) {
    const id = `#l${at}`;
    await ready(page, id);
    const more = list(page, id).locator("[part~=more-button]");
    const again = list(page, id).getByRole("button", { name: "Try again" });
    for (let turn = 0; turn < 9; turn++) {
      await onOne(page, id, () => undefined);
      if (await again.isVisible()) {
        await again.click();
        await expect(again).toBeHidden();
      } else if (await more.isVisible()) {
        await onOne(page, id, (element) => element.loadMore());
      } else {
        break;
      }
    }
    await expect(more, name).toHaveCount(0);
    expect(await shown(page, id), name).toEqual(ids.map((number) => `n${number}`));
    expect(asked[at]?.join(" "), name).toBe(pages);
    expect(await onOne(page, id, (element) => element.diagnostics.map(({ message }) => message)), name).toEqual(
      Array(skipped).fill(expect.stringMatching(/^a second article with the identity "n\d": it is skipped$/)));
  }
  const errors = (await told(page)).filter(({ type }) => type === "ac-error");
  expect(errors.map(({ id, detail: { kind, retryable } }) => [id, kind, retryable])).toEqual([["l5", "page", false]]);
});
