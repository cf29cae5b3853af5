// What readers see when a feed goes wrong, and what is kept.
import { checkAccessible, expect, feed, test } from "../page.js";

// The browser itself reports failed requests.
test.use({ expected: [/Failed to load resource/] });

const article = (/** @type {number} */ n) => ({ id: `${n}`, title: `Article ${n}` });
const ARTICLES = Array.from({ length: 12 }, (_, n) => article(n));

/**
 * Serves a feed under `demo/fault.json` by a function, which hears how often it was asked.
 * @param {import("@playwright/test").Page} page
 * @param {(route: import("@playwright/test").Route, attempt: number) => unknown} answer
 */
async function serve(page, answer) {
  let attempt = 0;
  await page.route("**/fault.json", (route) => answer(route, attempt++));
  return () => attempt;
}

/** @type {[string, { status?: number, contentType?: string, body: string }, RegExp, RegExp][]} */
const faults = [
  ["not JSON", { body: '[\n  {"title": "A"}\n  {"title": "B"}\n]' }, /not valid JSON/, /line 3 column 3/],
  ["an empty file", { body: "" }, /not valid JSON/, /empty/],
  ["HTML", { body: "<!doctype html><title>Log in</title>", contentType: "text/html" }, /not valid JSON/, /HTML/],
  ["JSON of no known shape", { body: '{"data": {"rows": 3}}' }, /not a list of articles/, /keys data/],
  ["a number", { body: "42" }, /not a list of articles/, /a number/],
  ["404", { status: 404, body: "not here" }, /answered with status 404/, /404/],
  ["403", { status: 403, body: "" }, /answered with status 403/, /403/],
  ["nested too deep", { body: "[".repeat(5000) }, /not valid JSON/, /line 1/],
];

for (const [name, answer, words, details] of faults) {
  test(`${name}: says what was wrong, and can be tried again`, async ({ page }, info) => {
    const asked = await serve(page, (route, attempt) =>
      attempt === 0
        ? route.fulfill({ contentType: "application/json", ...answer })
        : route.fulfill({ json: ARTICLES }));
    await page.goto("demo/?src=fault.json");
    const alert = feed(page).getByRole("alert");
    await expect(alert).toContainText(words);
    await expect(alert.getByRole("heading")).toHaveText("The articles could not be loaded");
    await alert.getByText("Details").click();
    await expect(alert.locator("details p")).toHaveText(details);
    await checkAccessible(page);
    await feed(page).screenshot({ path: info.outputPath("error.png") });
    expect(asked()).toBe(1);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(feed(page).locator(".ac-card")).toHaveCount(12);
  });
}

test("a server in trouble is asked once more before anything is said", async ({ page }) => {
  const asked = await serve(page, (route, attempt) =>
    attempt === 0 ? route.fulfill({ status: 503, body: "" }) : route.fulfill({ json: ARTICLES }));
  await page.goto("demo/?src=fault.json");
  await expect(feed(page).locator(".ac-card")).toHaveCount(12);
  expect(asked()).toBe(2);
});

test("500 again and again, and no connection, are errors after one retry", async ({ page }) => {
  const asked = await serve(page, (route, attempt) =>
    attempt < 2 ? route.fulfill({ status: 500, body: "" }) : route.abort("connectionrefused"));
  await page.goto("demo/?src=fault.json");
  const alert = feed(page).getByRole("alert");
  await expect(alert).toContainText("answered with status 500");
  expect(asked()).toBe(2);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toContainText("could not be reached");
  expect(asked()).toBe(4);
});

test("a server that never answers is given up after twenty seconds", async ({ page }) => {
  await page.clock.install();
  await serve(page, () => {});
  await page.goto("demo/?src=fault.json");
  await expect(feed(page).locator(".ac-skeleton").first()).toBeVisible();
  await page.clock.runFor(19_000);
  await expect(feed(page).getByRole("alert")).toHaveCount(0);
  await page.clock.runFor(2_000);
  await expect(feed(page).getByRole("alert")).toContainText("did not answer within 20 seconds");
});

test("an empty feed says so, and bad articles cost only themselves", async ({ page }, info) => {
  await serve(page, (route, attempt) => route.fulfill({
    json: attempt === 0 ? [] : [7, { title: "Good", images: [{ url: "javascript:alert(1)" }], quality: {} }, { excerpt: "no title" }],
  }));
  await page.goto("demo/?src=fault.json");
  await expect(feed(page).locator(".ac-empty")).toContainText("No articles yet");
  await checkAccessible(page);
  await feed(page).screenshot({ path: info.outputPath("empty.png") });
  await page.reload();
  await expect(feed(page).locator(".ac-card")).toHaveCount(1);
});

test("another try keeps the keyboard where it was, and ends on the first title", async ({ page }, info) => {
  /** @type {(() => void)[]} */
  const held = [];
  await serve(page, async (route, attempt) => {
    if (attempt > 0) await new Promise((resolve) => held.push(() => resolve(undefined)));
    return attempt < 2 ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: ARTICLES });
  });
  await page.goto("demo/?src=fault.json");
  const list = feed(page);
  const button = list.getByRole("button", { name: "Try again" });
  for (let attempt = 1; attempt <= 2; attempt++) {
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toBeFocused();
    await expect(list.locator(".ac-error")).toContainText("answered with status 404");
    // It becomes an alert again if it fails again, so that this is told.
    await expect(list.getByRole("alert")).toHaveCount(0);
    await expect(list.locator(".ac-summary")).toHaveText("Loading articles…");
    // In a few seconds, even where browsers are slow: after twenty the list gives up.
    await checkAccessible(page, "[aria-label='The feed']");
    await list.screenshot({ path: info.outputPath("trying-again.png") });
    await expect.poll(() => held.length).toBe(attempt);
    held[attempt - 1]?.();
    if (attempt === 1) {
      await expect(button).not.toHaveAttribute("aria-disabled", "true");
      await expect(list.getByRole("alert")).toContainText("answered with status 404");
      await expect(button).toBeFocused();
    }
  }
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await expect(list.locator(".ac-card-title").first()).toBeFocused();
});

test("another try above articles does the same", async ({ page }) => {
  await serve(page, (route, attempt) =>
    attempt === 0 ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: [{ ...article(0), webUrl: "https://pier.example/0" }] }));
  await page.goto("demo/");
  const list = feed(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await page.getByRole("combobox", { name: /^Feed/ }).evaluate((select) => {
    const option = /** @type {HTMLSelectElement} */ (select).options[3];
    if (option) option.value = "fault.json";
  });
  await page.getByRole("combobox", { name: /^Feed/ }).selectOption("A feed that is not there");
  const banner = list.getByRole("alert");
  await expect(banner.locator("> p")).toHaveText(
    /^The articles could not be loaded\. 127\.0\.0\.1 answered with status 404\.$/,
  );
  await banner.getByText("Details").click();
  await expect(banner.locator("details p")).toHaveText(/^http: .*fault\.json: /);
  await banner.getByRole("button", { name: "Try again" }).focus();
  await page.keyboard.press("Enter");
  await expect(banner).toHaveCount(0);
  await expect(list.locator(".ac-card-title").first()).toHaveText("Article 0");
  await expect(list.locator(".ac-card-link").first()).toBeFocused();
});

test("what is wrong with a feed is listed on the page", async ({ page }, info) => {
  const wrong = Array.from({ length: 60 }, () => 7);
  await serve(page, (route, attempt) => route.fulfill({
    json: [[article(0)], [article(0), { excerpt: "no title" }], [article(0), ...wrong]][attempt],
  }));
  const faults = page.locator(".demo-faults");
  await page.goto("demo/?src=fault.json");
  await expect(feed(page).locator(".ac-card")).toHaveCount(1);
  await expect(faults).toHaveCount(0);
  await page.reload();
  await faults.getByText("1 thing was wrong with this feed").click();
  await expect(faults.getByRole("listitem")).toHaveText([/^article 1: /]);
  await checkAccessible(page);
  await page.locator(".demo-section").first().screenshot({ path: info.outputPath("diagnostics.png") });
  await page.reload();
  await faults.getByText("60 things were wrong with this feed").click();
  await expect(faults.getByRole("listitem")).toHaveCount(51);
  await expect(faults.getByRole("listitem").last()).toHaveText("and 10 more");
  await checkAccessible(page);
});

for (const src of ["http://", "javascript:alert(1)"]) {
  test(`${src} is no address`, async ({ page }) => {
    await page.goto(`demo/?src=${encodeURIComponent(src)}`);
    const alert = feed(page).getByRole("alert");
    await expect(alert).toContainText(`“${src}” is not the address of a feed.`);
    await checkAccessible(page);
  });
}

test("a feed that goes on says how far it is", async ({ page }) => {
  await page.route("**/fault.json", (route) => route.fulfill({ json: { value: ARTICLES.concat(article(12)), nextPage: 2 } }));
  await page.goto("demo/?src=fault.json");
  const progress = feed(page).locator(".ac-x-progress");
  await expect(progress).toHaveText("12 of 13 so far");
  await expect(progress.locator("progress")).toHaveJSProperty("position", 12 / 13);
  await page.evaluate(() => { document.documentElement.dir = "rtl"; });
  const [number, word] = await feed(page).locator(".ac-summary bdi").evaluate((words) => {
    const text = words.firstChild;
    return ["13", "far"].map((part) => {
      const range = document.createRange();
      const at = text?.textContent?.indexOf(part) ?? 0;
      range.setStart(/** @type {Node} */ (text), at);
      range.setEnd(/** @type {Node} */ (text), at + part.length);
      return range.getBoundingClientRect().x;
    });
  });
  expect(number).toBeLessThan(word ?? 0);
});

test("a next page that fails leaves what is shown, and is offered again", async ({ page }, info) => {
  let broken = true;
  await page.route("**/fault/**", (route) => {
    const url = route.request().url();
    if (url.endsWith("/fault/index.json")) return route.fulfill({ json: { value: ARTICLES, nextPage: 2 } });
    if (!url.endsWith("/fault/page/2/index.json")) return route.abort();
    return broken ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: { value: [article(12)] } });
  });
  await page.goto("demo/?src=fault/index.json");
  const list = feed(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await list.getByRole("button", { name: "Show more" }).click();
  await expect(list.getByRole("alert")).toContainText("answered with status 404");
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await checkAccessible(page);
  await list.screenshot({ path: info.outputPath("next-page-failed.png") });
  broken = false;
  await list.getByRole("button", { name: "Try again" }).click();
  await expect(list.locator(".ac-card")).toHaveCount(13);
  await expect(list.getByRole("alert")).toHaveCount(0);
});

test("while a page is on its way its button says so", async ({ page }, info) => {
  await page.route("**/fault/**", (route) => {
    if (route.request().url().endsWith("/fault/index.json")) return route.fulfill({ json: { value: ARTICLES, nextPage: 2 } });
    return undefined;
  });
  await page.goto("demo/?src=fault/index.json");
  const list = feed(page);
  await list.getByRole("button", { name: "Show more" }).click();
  await expect(list.getByRole("button", { name: "Loading more…" })).toBeFocused();
  await expect(list.locator("[aria-busy=true]")).toHaveCount(1);
  await list.locator(".ac-pager").screenshot({ path: info.outputPath("loading-more.png") });
});

test("another feed that fails leaves the articles that are shown", async ({ page }, info) => {
  await page.goto("demo/");
  const list = feed(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await page.getByRole("combobox", { name: /^Feed/ }).selectOption("A feed that is not there");
  await expect(list.getByRole("alert")).toContainText("answered with status 404");
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await checkAccessible(page);
  await list.screenshot({ path: info.outputPath("reload-failed.png") });
  await page.getByRole("combobox", { name: /^Feed/ }).selectOption("A feed without articles");
  await expect(list.locator(".ac-empty")).toBeVisible();
});

test("skeletons hold the place of cards", async ({ page }, info) => {
  await serve(page, () => {});
  await page.goto("demo/?src=fault.json");
  await expect(feed(page).locator(".ac-skeleton").first()).toBeVisible();
  await expect(feed(page)).toContainText("Loading articles…");
  await checkAccessible(page);
  await feed(page).screenshot({ path: info.outputPath("loading.png") });
});
