// The main journeys as a screen reader speaks them; the transcripts in this folder are meant to be read.
// `npx playwright test -c tests/e2e/playwright.config.js transcripts --update-snapshots` updates them.
import { cards, chips, demoList, facetOption, openDemo, searchField, sortMenu } from "../demo-page.js";
import { expect, test } from "../fixtures.js";
import { startScreenReader } from "./screen-reader.js";

/** @typedef {import("@playwright/test").Page} Page */

test.use({ expectedConsole: [/Failed to load resource/] });

/** @param {number} n @param {object} more */
const article = (n, more) => ({
  id: `a${n}`, webUrl: `https://pier.example/${n}`, publishedDateTime: `2021-06-${String(28 - n).padStart(2, "0")}T08:00:00Z`,
  topics: ["Sea"], provider: { name: "Pier", domain: "pier.example" }, ...more,
});

const FEED = {
  value: [
    article(0, {
      title: "Low tide", excerpt: "What the sea leaves behind.", topics: ["Sea", "Wind", "Fog", "Rain"],
      images: [{ url: "https://img.example/0.png", width: 160, height: 90, title: "A boat on dry sand" }],
      related: [{ title: "Where the water goes", webUrl: "https://pier.example/r", provider: "Harbour Board" }],
    }),
    article(1, { title: "High tide, filmed", type: "video", length: "PT15M", provider: "Harbour Board" }),
    article(2, { title: "A storm", topics: ["Wind"], provider: "Gale" }),
    ...Array.from({ length: 11 }, (_, n) => article(n + 3, { title: `Tide report ${n + 1}` })),
  ],
};

/** @param {Page} page */
const serveFeed = (page) => page.route("**/feeds/fixed.json", (route) => route.fulfill({ json: FEED }));

/** Opens the page and starts the screen reader. @param {Page} page @param {string} [query] */
async function arrive(page, query = "") {
  await serveFeed(page);
  await openDemo(page, `?src=feeds/fixed.json${query}`);
  // The announcement of the first cards is not part of the transcript.
  await expect(demoList(page).locator(".ac-live")).toHaveText(/shown, sorted by/);
  return startScreenReader(page);
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("arriving, and reading to the second card", async ({ page }) => {
  const reader = await arrive(page);
  await reader.readUntil("reads on to the second card's end", "end of article, High tide");
  expect(reader.transcript("Arriving, and reading the first cards")).toMatchSnapshot("arriving.txt");
});

test("searching", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to the search", () => searchField(page).focus());
  await reader.after("types “report”", () => page.keyboard.type("report"));
  await reader.press("Tab");
  await reader.press("Enter");
  await reader.after("types “stom”", () => page.keyboard.type("stom"));
  await reader.press("Escape");
  expect(reader.transcript("Searching, with a misspelt word")).toMatchSnapshot("searching.txt");
});

test("choosing and excluding values, and removing the filters", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to “Wind”", () => facetOption(page, "topics", "Wind").getByRole("checkbox").focus());
  await reader.press("Space");
  await reader.press("Tab");
  await reader.after("goes to “Exclude Gale”", () => facetOption(page, "provider", "Gale").getByRole("button").focus());
  await reader.press("Enter");
  await reader.after("goes to the first filter in use", () => chips(page).first().focus());
  await reader.press("Enter");
  await reader.press("Enter");
  expect(reader.transcript("Choosing and excluding values, and removing the filters")).toMatchSnapshot("filters.txt");
});

test("sorting", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to the menu of orders", () => sortMenu(page).focus());
  await reader.press("ArrowDown");
  await reader.press("ArrowDown");
  expect(reader.transcript("Sorting")).toMatchSnapshot("sorting.txt");
});

test("a date range, and one that ends before it begins", async ({ page }) => {
  const reader = await arrive(page);
  const dates = demoList(page).getByRole("group", { name: "Date" });
  /** @param {string} label @param {string} value @param {string} words */
  const set = async (label, value, words) => {
    const field = dates.getByLabel(label);
    await reader.after(`goes to “${label}”`, () => field.focus());
    await reader.after(`sets ${words}`, async () => {
      await field.fill(value);
      await field.blur();
    });
  };
  await set("From", "2021-06-20", "20 June 2021");
  await set("To", "2021-06-10", "10 June 2021");
  await set("To", "2021-06-25", "25 June 2021");
  expect(reader.transcript("A range of dates")).toMatchSnapshot("dates.txt");
});

test("showing more cards", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to the button below the cards", () => demoList(page).locator(".ac-more-button").focus());
  await reader.press("Enter");
  await expect(cards(page)).toHaveCount(14);
  await reader.readUntil("reads on to the end", "end of region");
  expect(reader.transcript("More cards")).toMatchSnapshot("paging.txt");
});

test("the filters in the panel", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const reader = await arrive(page);
  await reader.after("goes to the button of the filters", () => demoList(page).locator(".ac-panel-button").focus());
  await reader.press("Enter");
  // In Firefox the scroll container is a tab stop, too.
  const first = demoList(page).locator(".ac-facet-checkbox").first();
  await reader.after("presses Tab until the first value", async () => {
    for (let turn = 0; turn < 3 && !(await first.evaluate((box) => box === document.activeElement)); turn++) await page.keyboard.press("Tab");
  });
  await reader.press("Space");
  // Announcements outside a modal dialog are not spoken.
  await expect(demoList(page).locator("dialog").getByRole("status").last()).toHaveText(/^13 of 14 articles/);
  await reader.after("goes to the main button", () => demoList(page).locator(".ac-x-primary").focus());
  await reader.press("Enter");
  expect(reader.transcript("The filters on a narrow screen")).toMatchSnapshot("panel.txt");
});

test("an error and its retry", async ({ page }) => {
  let delay = 0;
  await page.route("**/feeds/fixed.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delay));
    await route.fulfill({ status: 404, body: "" });
  });
  await page.goto("demo/?src=feeds/fixed.json");
  const alert = demoList(page).getByRole("alert");
  await expect(alert).toBeVisible();
  const reader = await startScreenReader(page);
  await reader.readUntil("reads on to the end", "end of region");
  await reader.after("goes to “Try again”", () => demoList(page).locator(".ac-retry").focus());
  delay = 500;
  await reader.after("presses Enter", async () => {
    await page.keyboard.press("Enter");
    // The message becomes an alert again, so that it is announced again.
    await expect(alert).toHaveCount(0);
    await expect(alert).toHaveCount(1);
  });
  await page.unroute("**/feeds/fixed.json");
  await serveFeed(page);
  await reader.press("Enter");
  expect(reader.transcript("An error, a retry in vain, and one that helps")).toMatchSnapshot("error.txt");
});

test("no results", async ({ page }) => {
  const reader = await arrive(page, "&topics=Wind");
  await reader.after("goes to the search", () => searchField(page).focus());
  await reader.after("types “report”", () => page.keyboard.type("report"));
  await reader.after("goes to the message", () => demoList(page).locator(".ac-x-drop").first().focus());
  await reader.press("Tab");
  await reader.press("Enter");
  expect(reader.transcript("Nothing found, and a way out")).toMatchSnapshot("no-results.txt");
});
