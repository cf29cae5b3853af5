// The messages for feeds that fail, and what the list keeps.
import { demoList } from "../demo-page.js";
import { expect, expectAccessible, test } from "../fixtures.js";

// Messages of the browser itself.
test.use({ expectedConsole: [/Failed to load resource/] });

const article = (/** @type {number} */ n) => ({ id: `${n}`, title: `Article ${n}` });
const ARTICLES = Array.from({ length: 12 }, (_, n) => article(n));

/**
 * Serves the feed `demo/fault.json`; returns a function that returns the number of requests.
 * @param {import("@playwright/test").Page} page
 * @param {(route: import("@playwright/test").Route, attempt: number) => unknown} respond
 */
async function serveFeed(page, respond) {
  let attempt = 0;
  await page.route("**/fault.json", (route) => respond(route, attempt++));
  return () => attempt;
}

/** @type {[string, { status?: number, contentType?: string, body: string }, RegExp, RegExp][]} */
const faults = [
  ["invalid JSON", { body: '[\n  {"title": "A"}\n  {"title": "B"}\n]' }, /not valid JSON/, /line 3 column 3/],
  ["an empty file", { body: "" }, /not valid JSON/, /empty/],
  ["HTML", { body: "<!doctype html><title>Log in</title>", contentType: "text/html" }, /not valid JSON/, /HTML/],
  ["JSON of an unknown shape", { body: '{"data": {"rows": 3}}' }, /not a list of articles/, /keys data/],
  ["a number", { body: "42" }, /not a list of articles/, /a number/],
  ["404", { status: 404, body: "not here" }, /answered with status 404/, /404/],
  ["403", { status: 403, body: "" }, /answered with status 403/, /403/],
  ["nested too deeply", { body: "[".repeat(5000) }, /not valid JSON/, /line 1/],
];

for (const [name, response, message, details] of faults) {
  test(`${name}: the error says what is wrong, and retrying works`, async ({ page }, info) => {
    const requests = await serveFeed(page, (route, attempt) =>
      attempt === 0
        ? route.fulfill({ contentType: "application/json", ...response })
        : route.fulfill({ json: ARTICLES }));
    await page.goto("demo/?src=fault.json");
    const alert = demoList(page).getByRole("alert");
    await expect(alert).toContainText(message);
    await expect(alert.getByRole("heading")).toHaveText("The articles could not be loaded");
    await alert.getByText("Details").click();
    await expect(alert.locator("details p")).toHaveText(details);
    await expectAccessible(page);
    await demoList(page).screenshot({ path: info.outputPath("error.png") });
    expect(requests()).toBe(1);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(demoList(page).locator(".ac-card")).toHaveCount(12);
  });
}

test("a 503 response is retried once before an error is shown", async ({ page }) => {
  const requests = await serveFeed(page, (route, attempt) =>
    attempt === 0 ? route.fulfill({ status: 503, body: "" }) : route.fulfill({ json: ARTICLES }));
  await page.goto("demo/?src=fault.json");
  await expect(demoList(page).locator(".ac-card")).toHaveCount(12);
  expect(requests()).toBe(2);
});

test("repeated 500 responses and refused connections are errors after one retry", async ({ page }) => {
  const requests = await serveFeed(page, (route, attempt) =>
    attempt < 2 ? route.fulfill({ status: 500, body: "" }) : route.abort("connectionrefused"));
  await page.goto("demo/?src=fault.json");
  const alert = demoList(page).getByRole("alert");
  await expect(alert).toContainText("answered with status 500");
  expect(requests()).toBe(2);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(alert).toContainText("could not be reached");
  expect(requests()).toBe(4);
});

test("a request without a response times out after twenty seconds", async ({ page }) => {
  // The clock stands still, so that a slow machine does not shorten the wait.
  await page.clock.install({ time: 0 });
  await page.clock.pauseAt(1_000);
  const requests = await serveFeed(page, () => {});
  await page.goto("demo/?src=fault.json");
  let passed = 0;
  await expect(async () => {
    await page.clock.runFor(100);
    passed += 100;
    expect(requests()).toBe(1);
  }).toPass({ intervals: [50] });
  await page.clock.runFor(19_900 - passed);
  await expect(demoList(page).locator(".ac-skeleton").first()).toBeVisible();
  await expect(demoList(page).getByRole("alert")).toHaveCount(0);
  await page.clock.runFor(1_100 + passed);
  await expect(demoList(page).getByRole("alert")).toContainText("did not answer within 20 seconds");
});

test("an empty feed says so, and invalid articles are skipped", async ({ page }, info) => {
  await serveFeed(page, (route, attempt) => route.fulfill({
    json: attempt === 0 ? [] : [7, { title: "Good", images: [{ url: "javascript:alert(1)" }], quality: {} }, { excerpt: "no title" }],
  }));
  await page.goto("demo/?src=fault.json");
  await expect(demoList(page).locator(".ac-empty")).toContainText("No articles yet");
  await expectAccessible(page);
  await demoList(page).screenshot({ path: info.outputPath("empty.png") });
  await page.reload();
  await expect(demoList(page).locator(".ac-card")).toHaveCount(1);
});

test("retrying keeps the focus on the button, and success moves it to the first title", async ({ page }, info) => {
  /** @type {(() => void)[]} */
  const held = [];
  await serveFeed(page, async (route, attempt) => {
    if (attempt > 0) await new Promise((resolve) => held.push(() => resolve(undefined)));
    return attempt < 2 ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: ARTICLES });
  });
  await page.goto("demo/?src=fault.json");
  const list = demoList(page);
  const button = list.getByRole("button", { name: "Try again" });
  for (let attempt = 1; attempt <= 2; attempt++) {
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(button).toHaveAttribute("aria-disabled", "true");
    await expect(button).toBeFocused();
    await expect(list.locator(".ac-error")).toContainText("answered with status 404");
    // It becomes an alert again only after another failure, so that screen readers announce it.
    await expect(list.getByRole("alert")).toHaveCount(0);
    await expect(list.locator(".ac-summary")).toHaveText("Loading articles…");
    // Limited to the list, because the request times out after twenty seconds.
    await expectAccessible(page, "[aria-label='The feed']");
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

test("retrying from the banner above articles does the same", async ({ page }) => {
  await serveFeed(page, (route, attempt) =>
    attempt === 0 ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: [{ ...article(0), webUrl: "https://pier.example/0" }] }));
  await page.goto("demo/");
  const list = demoList(page);
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

test("the demo page lists a feed's diagnostics", async ({ page }, info) => {
  const wrong = Array.from({ length: 60 }, () => 7);
  await serveFeed(page, (route, attempt) => route.fulfill({
    json: [[article(0)], [article(0), { excerpt: "no title" }], [article(0), ...wrong]][attempt],
  }));
  const faults = page.locator(".demo-faults");
  await page.goto("demo/?src=fault.json");
  await expect(demoList(page).locator(".ac-card")).toHaveCount(1);
  await expect(faults).toHaveCount(0);
  await page.reload();
  await faults.getByText("1 thing was wrong with this feed").click();
  await expect(faults.getByRole("listitem")).toHaveText([/^article 1: /]);
  await expectAccessible(page);
  await page.locator(".demo-section").first().screenshot({ path: info.outputPath("diagnostics.png") });
  await page.reload();
  await faults.getByText("60 things were wrong with this feed").click();
  await expect(faults.getByRole("listitem")).toHaveCount(51);
  await expect(faults.getByRole("listitem").last()).toHaveText("and 10 more");
  await expectAccessible(page);
});

for (const src of ["http://", "javascript:alert(1)"]) {
  test(`${src} is not a valid feed URL`, async ({ page }) => {
    await page.goto(`demo/?src=${encodeURIComponent(src)}`);
    const alert = demoList(page).getByRole("alert");
    await expect(alert).toContainText(`“${src}” is not the address of a feed.`);
    await expectAccessible(page);
  });
}

test("a feed with more pages shows its progress", async ({ page }) => {
  await page.route("**/fault.json", (route) => route.fulfill({ json: { value: ARTICLES.concat(article(12)), nextPage: 2 } }));
  await page.goto("demo/?src=fault.json");
  const progress = demoList(page).locator(".ac-x-progress");
  await expect(progress).toHaveText("12 of 13 so far");
  await expect(progress.locator("progress")).toHaveJSProperty("position", 12 / 13);
  await page.evaluate(() => { document.documentElement.dir = "rtl"; });
  const [number, word] = await demoList(page).locator(".ac-summary bdi").evaluate((words) => {
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

test("a next page that fails keeps the cards and can be retried", async ({ page }, info) => {
  let broken = true;
  await page.route("**/fault/**", (route) => {
    const url = route.request().url();
    if (url.endsWith("/fault/index.json")) return route.fulfill({ json: { value: ARTICLES, nextPage: 2 } });
    if (!url.endsWith("/fault/page/2/index.json")) return route.abort();
    return broken ? route.fulfill({ status: 404, body: "" }) : route.fulfill({ json: { value: [article(12)] } });
  });
  await page.goto("demo/?src=fault/index.json");
  const list = demoList(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await list.getByRole("button", { name: "Show more" }).click();
  await expect(list.getByRole("alert")).toContainText("answered with status 404");
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await expectAccessible(page);
  await list.screenshot({ path: info.outputPath("next-page-failed.png") });
  broken = false;
  await list.getByRole("button", { name: "Try again" }).click();
  await expect(list.locator(".ac-card")).toHaveCount(13);
  await expect(list.getByRole("alert")).toHaveCount(0);
});

test("while a page loads its button says so", async ({ page }, info) => {
  await page.route("**/fault/**", (route) => {
    if (route.request().url().endsWith("/fault/index.json")) return route.fulfill({ json: { value: ARTICLES, nextPage: 2 } });
    return undefined;
  });
  await page.goto("demo/?src=fault/index.json");
  const list = demoList(page);
  await list.getByRole("button", { name: "Show more" }).click();
  await expect(list.getByRole("button", { name: "Loading more…" })).toBeFocused();
  await expect(list.locator("[aria-busy=true]")).toHaveCount(1);
  await list.locator(".ac-pager").screenshot({ path: info.outputPath("loading-more.png") });
});

test("switching to a feed that fails keeps the current articles", async ({ page }, info) => {
  await page.goto("demo/");
  const list = demoList(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await page.getByRole("combobox", { name: /^Feed/ }).selectOption("A feed that is not there");
  await expect(list.getByRole("alert")).toContainText("answered with status 404");
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await expectAccessible(page);
  await list.screenshot({ path: info.outputPath("reload-failed.png") });
  await page.getByRole("combobox", { name: /^Feed/ }).selectOption("A feed without articles");
  await expect(list.locator(".ac-empty")).toBeVisible();
});

test("skeletons are shown until the first cards", async ({ page }, info) => {
  await serveFeed(page, () => {});
  await page.goto("demo/?src=fault.json");
  await expect(demoList(page).locator(".ac-skeleton").first()).toBeVisible();
  await expect(demoList(page)).toContainText("Loading articles…");
  await expectAccessible(page);
  await demoList(page).screenshot({ path: info.outputPath("loading.png") });
});
