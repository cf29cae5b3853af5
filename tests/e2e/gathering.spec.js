// "Search the whole feed": the pages that are loaded so that all of it is searched.
import { expect, feed, test } from "./page.js";
import { cards, checkFocusIsInside, ids, open, search, summary } from "./reader.js";

test.use({ expected: [/Failed to load resource/] });

const PAGES = 6;
const EACH = 10;

/**
 * Serves a feed of pages, one in three of which is about the sea; `hold` is waited for before each but the first.
 * @param {import("@playwright/test").Page} page
 * @param {(number: number) => Promise<unknown> | undefined} hold
 */
async function serve(page, hold) {
  await page.route(/\/feeds\/long(\/page\/\d+)?\/index\.json$/, async (route) => {
    const number = Number(route.request().url().match(/page\/(\d+)/)?.[1] ?? 1);
    const status = await hold(number);
    if (status) return route.fulfill({ status: Number(status), body: "" }).catch(() => {});
    const value = Array.from({ length: EACH }, (_, place) => {
      const n = (number - 1) * EACH + place;
      return { id: `${n}`, title: n % 3 ? `About the hills, ${n}` : `About the sea, ${n}`, topics: [n % 3 ? "Hills" : "Sea"] };
    });
    // The reader may have stopped waiting.
    await route.fulfill({ json: { value, nextPage: number < PAGES ? number + 1 : null } }).catch(() => {});
  });
}

/** How many of the first articles are about the sea. @param {number} pages */
const sea = (pages) => Math.ceil((pages * EACH) / 3);

/** @param {import("@playwright/test").Page} page */
const all = (page) => feed(page).getByRole("button", { name: "Search the whole feed" });
/** @param {import("@playwright/test").Page} page */
const stop = (page) => feed(page).getByRole("button", { name: "Stop" });

/** A gate that each page has to wait at. */
function gate() {
  /** @type {(() => void)[]} */
  const waiting = [];
  return {
    wait: () => /** @type {Promise<undefined>} */ (new Promise((done) => waiting.push(() => done(undefined)))),
    pass: () => waiting.shift()?.(),
    count: () => waiting.length,
  };
}

test("progress is told, and counts say “so far” until all is there", async ({ page }) => {
  const { wait, pass, count } = gate();
  await serve(page, (number) => (number > 2 ? wait() : undefined));
  await open(page, "?src=feeds/long/index.json");
  await expect(all(page)).toHaveCount(0);
  await search(page).fill("sea");
  await expect(summary(page)).toHaveText(/ of \d+ articles so far for “sea”$/);
  await all(page).click();
  await expect(stop(page)).toBeVisible();
  let loaded = 20;
  for (let number = 3; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    await expect(feed(page).locator(".ac-x-gathering")).toContainText(`${loaded} articles loaded`);
    await expect(summary(page)).toContainText("so far");
    await expect(search(page)).toHaveValue("sea");
    pass();
    loaded += EACH;
  }
  await expect(summary(page)).toHaveText(`${sea(PAGES)} of ${PAGES * EACH} articles for “sea”`);
  await expect(stop(page)).toHaveCount(0);
  await expect(all(page)).toHaveCount(0);
  await expect(feed(page).locator(".ac-facet-option[data-value=Sea] .ac-facet-count")).toHaveText(`${sea(PAGES)} articles`);
});

test("stop keeps what was loaded, and it can be gone on with", async ({ page }) => {
  const { wait, pass, count } = gate();
  await serve(page, (number) => (number > 2 ? wait() : undefined));
  await open(page, "?src=feeds/long/index.json");
  await search(page).fill("sea");
  await all(page).click();
  await expect.poll(count).toBe(1);
  pass();
  await expect(feed(page).locator(".ac-x-gathering")).toContainText("30 articles loaded");
  await expect.poll(count).toBe(1);
  await stop(page).click();
  await expect(summary(page)).toHaveText(`${sea(3)} of 30 articles so far for “sea”`);
  await expect(stop(page)).toHaveCount(0);
  // The answer that was not waited for brings nothing, and nothing else is asked for.
  pass();
  await page.waitForTimeout(300);
  expect(count()).toBe(0);
  await expect(summary(page)).toHaveText(`${sea(3)} of 30 articles so far for “sea”`);
  await all(page).click();
  for (let number = 4; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    pass();
  }
  await expect(summary(page)).toHaveText(`${sea(PAGES)} of ${PAGES * EACH} articles for “sea”`);
  const shown = await ids(page);
  expect(new Set(shown).size).toBe(shown.length);
});

test("typing while the rest is on its way keeps working", async ({ page }) => {
  const { wait, pass, count } = gate();
  await serve(page, (number) => (number > 2 ? wait() : undefined));
  await open(page, "?src=feeds/long/index.json");
  await search(page).fill("sea");
  await all(page).click();
  await expect.poll(count).toBe(1);
  await search(page).fill("hills");
  await expect(summary(page)).toContainText("“hills”");
  await expect(cards(page).first()).toContainText("About the hills");
  await expect(search(page)).toBeFocused();
  pass();
});

test("a page in the middle that fails is told, keeps what was loaded, and is tried again", async ({ page }) => {
  let broken = true;
  await serve(page, async (number) => (broken && number === 4 ? 404 : undefined));
  await open(page, "?src=feeds/long/index.json");
  await search(page).fill("sea");
  await all(page).click();
  await expect(feed(page).getByRole("alert")).toContainText("answered with status 404");
  await expect(summary(page)).toHaveText(`${sea(3)} of 30 articles so far for “sea”`);
  await expect(stop(page)).toHaveCount(0);
  await expect(cards(page)).toHaveCount(sea(3));
  broken = false;
  await feed(page).getByRole("button", { name: "Try again" }).click();
  await expect(summary(page)).toHaveText(`${sea(PAGES)} of ${PAGES * EACH} articles for “sea”`);
  await expect(feed(page).getByRole("alert")).toHaveCount(0);
});

test("the focus stays in the list when the pressed buttons go away", async ({ page }) => {
  const { wait, pass, count } = gate();
  await serve(page, (number) => (number > 2 ? wait() : undefined));
  await open(page, "?src=feeds/long/index.json");
  await search(page).fill("sea");
  await all(page).focus();
  await page.keyboard.press("Enter");
  await expect(stop(page)).toBeVisible();
  await checkFocusIsInside(page);
  await stop(page).focus();
  await page.keyboard.press("Enter");
  await expect(all(page)).toBeVisible();
  await checkFocusIsInside(page);
  await expect.poll(count).toBe(1);
  pass();
});

test("the focus stays in the list when the rest is there and the button goes away by itself", async ({ page }) => {
  const { wait, pass, count } = gate();
  await serve(page, (number) => (number > 2 ? wait() : undefined));
  await open(page, "?src=feeds/long/index.json");
  await search(page).fill("sea");
  await all(page).focus();
  await page.keyboard.press("Enter");
  for (let number = 3; number <= PAGES; number++) {
    await expect.poll(count).toBe(1);
    pass();
  }
  await expect(summary(page)).not.toContainText("so far");
  await expect(stop(page)).toHaveCount(0);
  await checkFocusIsInside(page);
});

test("a card keeps the focus while others come in above it, and it is not lost with a card that goes", async ({ page }) => {
  const { wait, pass, count } = gate();
  await page.route(/\/feeds\/rows(\/page\/\d+)?\/index\.json$/, async (route) => {
    const number = Number(route.request().url().match(/page\/(\d+)/)?.[1] ?? 1);
    if (number > 1) await wait();
    // Each page has titles before, between and behind those that are there.
    const value = Array.from({ length: 8 }, (_, place) => ({
      id: `${number}-${place}`, title: `Row ${100 + (place % 2 ? 1 : -1) * (10 * place + number)}`, webUrl: "a.html",
    }));
    await route.fulfill({ json: { value, nextPage: number < 4 ? number + 1 : null } }).catch(() => {});
  });
  await page.goto("demo/?src=feeds/rows/index.json&sort=title&q=row");
  await expect(cards(page)).toHaveCount(8);
  // The sixth is far enough down to move, and then to go.
  const id = (await ids(page))[5] ?? "";
  const link = feed(page).locator(`.ac-card[data-id="${id}"] .ac-card-link`);
  await link.focus();
  for (let number = 2; number <= 4; number++) {
    await expect.poll(count).toBe(1);
    const before = await ids(page);
    pass();
    await expect.poll(() => ids(page)).not.toEqual(before);
    if (await link.count()) await expect(link, `page ${number}`).toBeFocused();
    else await checkFocusIsInside(page);
  }
  await expect(summary(page)).toHaveText("32 of 32 articles for “row”");
});
