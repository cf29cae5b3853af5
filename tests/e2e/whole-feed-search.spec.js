// A query loads the remaining pages of a feed.
import { cards, demoList, expectFocusInList, openDemo, searchField, shownIds, sortMenu, summary } from "./demo-page.js";
import { expect, test } from "./fixtures.js";

test.use({ expectedConsole: [/Failed to load resource/] });

const PAGES = 6;
const PAGE_SIZE = 10;

/**
 * Serves a feed of pages in which every third article is about the sea. Each page waits for `hold`,
 * which may resolve to an error status.
 * @param {import("@playwright/test").Page} page
 * @param {(number: number) => Promise<unknown> | undefined} hold
 */
async function serveFeed(page, hold) {
  await page.route(/\/feeds\/long(\/page\/\d+)?\/index\.json$/, async (route) => {
    const number = Number(route.request().url().match(/page\/(\d+)/)?.[1] ?? 1);
    const status = await hold(number);
    if (status) return route.fulfill({ status: Number(status), body: "" }).catch(() => {});
    const value = Array.from({ length: PAGE_SIZE }, (_, index) => {
      const n = (number - 1) * PAGE_SIZE + index;
      return { id: `${n}`, title: n % 3 ? `About the hills, ${n}` : `About the sea, ${n}`, topics: [n % 3 ? "Hills" : "Sea"] };
    });
    // The page may have aborted the request.
    await route.fulfill({ json: { value, nextPage: number < PAGES ? number + 1 : null } }).catch(() => {});
  });
}

/** Returns the number of articles about the sea in the first pages. @param {number} pages */
const seaCount = (pages) => Math.ceil((pages * PAGE_SIZE) / 3);

/** @param {import("@playwright/test").Page} page */
const loadAllButton = (page) => demoList(page).getByRole("button", { name: "Search the whole feed" });
/** @param {import("@playwright/test").Page} page */
const stopButton = (page) => demoList(page).getByRole("button", { name: "Stop" });

/** A gate at which requests wait until the test lets them pass one by one. */
function gate() {
  /** @type {(() => void)[]} */
  const waiting = [];
  return {
    wait: () => /** @type {Promise<undefined>} */ (new Promise((resolve) => waiting.push(() => resolve(undefined)))),
    pass: () => waiting.shift()?.(),
    count: () => waiting.length,
  };
}

/** Opens the feed with a gate for the pages from the third on. @param {import("@playwright/test").Page} page */
async function openGatedFeed(page) {
  const { wait, pass, count } = gate();
  await serveFeed(page, (number) => (number > 2 ? wait() : undefined));
  await openDemo(page, "?src=feeds/long/index.json");
  return { pass, count };
}

/** The reader saves data, so that nothing loads without a request. @param {import("@playwright/test").Page} page */
const saveData = (page) =>
  page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));

test("a search loads the rest with progress, and counts say “so far” until the feed is complete", async ({ page }) => {
  const { pass, count } = await openGatedFeed(page);
  await expect(loadAllButton(page)).toHaveCount(0);
  await searchField(page).fill("sea");
  await expect(stopButton(page)).toBeVisible();
  let loaded = 20;
  for (let number = 3; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    await expect(demoList(page).locator(".ac-x-gathering")).toContainText(`${loaded} articles loaded`);
    await expect(summary(page)).toHaveText(`${seaCount(number - 1)} of ${loaded} articles so far for “sea”`);
    await expect(cards(page)).toHaveCount(Math.min(seaCount(number - 1), 12));
    await expect(searchField(page)).toHaveValue("sea");
    pass();
    loaded += PAGE_SIZE;
  }
  await expect(summary(page)).toHaveText(`${seaCount(PAGES)} of ${PAGES * PAGE_SIZE} articles for “sea”`);
  await expect(stopButton(page)).toHaveCount(0);
  await expect(loadAllButton(page)).toHaveCount(0);
  await expect(demoList(page).locator(".ac-facet-option[data-value=Sea] .ac-facet-count")).toHaveText(`${seaCount(PAGES)} articles`);
});

test("only a feed that is complete has no match", async ({ page }) => {
  const { pass, count } = await openGatedFeed(page);
  const title = demoList(page).locator(".ac-empty");
  const live = demoList(page).locator(".ac-live");
  await searchField(page).fill("zzzzzz");
  for (let number = 3; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    await expect(title).toContainText(`Nothing among ${(number - 1) * PAGE_SIZE} articles loaded`);
    await expect(live).not.toContainText("No article");
    pass();
  }
  await expect(title).toContainText("No article has “zzzzzz”");
  await expect(live).toHaveText(/^0 of 60 articles for “zzzzzz”, No article has “zzzzzz”$/);
});

test("the oldest article of the feed comes first, whichever page it is on", async ({ page }) => {
  await page.route(/\/feeds\/days(\/page\/\d+)?\/index\.json$/, (route) => {
    const number = Number(route.request().url().match(/page\/(\d+)/)?.[1] ?? 1);
    const value = Array.from({ length: 12 }, (_, index) => {
      const n = (number - 1) * 12 + index;
      return { id: `${n}`, title: `${n} days ago`, publishedDateTime: new Date(Date.UTC(2024, 5, 60 - n)).toISOString() };
    });
    return route.fulfill({ json: { value, nextPage: number < 4 ? number + 1 : null } });
  });
  await openDemo(page, "?src=feeds/days/index.json");
  await expect(summary(page)).toHaveText("12 articles so far");
  await sortMenu(page).scrollIntoViewIfNeeded();
  await sortMenu(page).selectOption({ label: "Newest first" });
  await expect(loadAllButton(page)).toHaveCount(0);
  await sortMenu(page).selectOption({ label: "Oldest first" });
  await expect(summary(page)).toHaveText("48 articles");
  expect(await shownIds(page)).toEqual(Array.from({ length: 12 }, (_, index) => `${47 - index}`));
});

test("Stop keeps the loaded articles, other searches load nothing, and a button goes on", async ({ page }) => {
  const { pass, count } = await openGatedFeed(page);
  await searchField(page).fill("sea");
  await expect.poll(count).toBe(1);
  pass();
  await expect(demoList(page).locator(".ac-x-gathering")).toContainText("30 articles loaded");
  await expect.poll(count).toBe(1);
  await stopButton(page).click();
  await expect(summary(page)).toHaveText(`${seaCount(3)} of 30 articles so far for “sea”`);
  await expect(stopButton(page)).toHaveCount(0);
  // The response that arrives after Stop is ignored, and no further page is requested.
  pass();
  await page.waitForTimeout(300);
  expect(count()).toBe(0);
  await searchField(page).fill("about the sea");
  await expect(summary(page)).toHaveText(`${seaCount(3)} of 30 articles so far for “about the sea”`);
  await page.waitForTimeout(300);
  expect(count()).toBe(0);
  await loadAllButton(page).click();
  for (let number = 4; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    pass();
  }
  await expect(summary(page)).toHaveText(`${seaCount(PAGES)} of ${PAGES * PAGE_SIZE} articles for “about the sea”`);
  const shown = await shownIds(page);
  expect(new Set(shown).size).toBe(shown.length);
});

test("typing works and loaded matches can be shown while the remaining pages load", async ({ page }) => {
  const { pass, count } = await openGatedFeed(page);
  await searchField(page).fill("sea");
  await expect.poll(count).toBe(1);
  await searchField(page).fill("hills");
  await expect(summary(page)).toContainText("“hills”");
  await expect(cards(page).first()).toContainText("About the hills");
  await expect(searchField(page)).toBeFocused();
  await expect(cards(page)).toHaveCount(12);
  await demoList(page).getByRole("button", { name: "Show 1 more" }).click();
  await expect(cards(page)).toHaveCount(13);
  expect(count()).toBe(1);
  pass();
  await expect(cards(page)).toHaveCount(20);
});

test("a page that fails in the middle shows an error, keeps the loaded articles and can be retried", async ({ page }) => {
  let broken = true;
  await serveFeed(page, async (number) => (broken && number === 4 ? 404 : undefined));
  await openDemo(page, "?src=feeds/long/index.json");
  await searchField(page).fill("sea");
  await expect(demoList(page).getByRole("alert")).toContainText("answered with status 404");
  await expect(summary(page)).toHaveText(`${seaCount(3)} of 30 articles so far for “sea”`);
  await expect(stopButton(page)).toHaveCount(0);
  await expect(cards(page)).toHaveCount(seaCount(3));
  broken = false;
  await demoList(page).getByRole("button", { name: "Try again" }).click();
  await expect(summary(page)).toHaveText(`${seaCount(PAGES)} of ${PAGES * PAGE_SIZE} articles for “sea”`);
  await expect(demoList(page).getByRole("alert")).toHaveCount(0);
});

test("a page that fails hides no loaded matches", async ({ page }) => {
  let broken = true;
  await serveFeed(page, async (number) => (broken && number === 4 ? 404 : undefined));
  await openDemo(page, "?src=feeds/long/index.json");
  await searchField(page).fill("hills");
  await expect(demoList(page).getByRole("alert")).toContainText("answered with status 404");
  await demoList(page).getByRole("button", { name: "Show 8 more" }).click();
  await expect(cards(page)).toHaveCount(20);
  await expect(demoList(page).getByRole("alert")).toHaveCount(1);
  broken = false;
  await demoList(page).getByRole("button", { name: "Try again" }).click();
  await expect(summary(page)).toHaveText(`40 of ${PAGES * PAGE_SIZE} articles for “hills”`);
});

test("nothing loads without a request for readers who save data", async ({ page }) => {
  await saveData(page);
  const { pass, count } = await openGatedFeed(page);
  await searchField(page).fill("sea");
  await expect(summary(page)).toHaveText(`${seaCount(2)} of 20 articles so far for “sea”`);
  await page.waitForTimeout(300);
  expect(count()).toBe(0);
  await expect(stopButton(page)).toHaveCount(0);
  await loadAllButton(page).click();
  for (let number = 3; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    pass();
  }
  await expect(summary(page)).toHaveText(`${seaCount(PAGES)} of ${PAGES * PAGE_SIZE} articles for “sea”`);
});

test("the focus stays in the list when a pressed button disappears", async ({ page }) => {
  await saveData(page);
  const { pass, count } = await openGatedFeed(page);
  await searchField(page).fill("sea");
  await loadAllButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(stopButton(page)).toBeVisible();
  await expectFocusInList(page);
  await stopButton(page).focus();
  await page.keyboard.press("Enter");
  await expect(loadAllButton(page)).toBeVisible();
  await expectFocusInList(page);
  await expect.poll(count).toBe(1);
  pass();
});

test("the focus stays in the list when loading ends and the button disappears", async ({ page }) => {
  const { pass, count } = await openGatedFeed(page);
  await searchField(page).fill("sea");
  await stopButton(page).focus();
  for (let number = 3; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    pass();
  }
  await expect(summary(page)).not.toContainText("so far");
  await expect(stopButton(page)).toHaveCount(0);
  await expectFocusInList(page);
});

test("a card keeps the focus while others are inserted above it, and removing it does not lose the focus", async ({ page }) => {
  const { wait, pass, count } = gate();
  await page.route(/\/feeds\/rows(\/page\/\d+)?\/index\.json$/, async (route) => {
    const number = Number(route.request().url().match(/page\/(\d+)/)?.[1] ?? 1);
    if (number > 1) await wait();
    // Each page has titles that sort before, between and after the loaded ones.
    const value = Array.from({ length: 8 }, (_, index) => ({
      id: `${number}-${index}`, title: `Row ${100 + (index % 2 ? 1 : -1) * (10 * index + number)}`, webUrl: "a.html",
    }));
    await route.fulfill({ json: { value, nextPage: number < 4 ? number + 1 : null } }).catch(() => {});
  });
  await page.goto("demo/?src=feeds/rows/index.json&sort=title&q=row");
  await expect(cards(page)).toHaveCount(8);
  // The sixth card first moves down, then leaves the page of cards.
  const id = (await shownIds(page))[5] ?? "";
  const link = demoList(page).locator(`.ac-card[data-id="${id}"] .ac-card-link`);
  await link.focus();
  for (let number = 2; number <= 4; number++) {
    await expect.poll(count).toBe(1);
    const before = await shownIds(page);
    pass();
    await expect.poll(() => shownIds(page)).not.toEqual(before);
    if (await link.count()) await expect(link, `page ${number}`).toBeFocused();
    else await expectFocusInList(page);
  }
  await expect(summary(page)).toHaveText("32 of 32 articles for “row”");
});
