// The main journeys as they are heard: the transcripts beside this are to be read with a blind reader's ears.
// `npx playwright test -c tests/e2e/playwright.config.js transcripts --update-snapshots` writes them anew.
import { expect, feed, test } from "../page.js";
import { cards, chips, open, option, search, sortMenu } from "../reader.js";
import { listening } from "./hearing.js";

/** @typedef {import("@playwright/test").Page} Page */

test.use({ expected: [/Failed to load resource/] });

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

/** @param {Page} page @param {object} [answer] */
const serve = (page, answer = { json: FEED }) => page.route("**/feeds/fixed.json", (route) => route.fulfill(answer));

/** @param {Page} page @param {string} [query] */
async function arrive(page, query = "") {
  await serve(page);
  await open(page, `?src=feeds/fixed.json${query}`);
  // What is told of the arrival is told before.
  await expect(feed(page).locator(".ac-live")).toHaveText(/shown, sorted by/);
  return listening(page);
}

test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

test("arriving, and reading on to the first cards", async ({ page }) => {
  const reader = await arrive(page);
  await reader.reads("reads on to the second card's end", "end of article, High tide");
  expect(reader.text("Arriving, and reading the first cards")).toMatchSnapshot("arriving.txt");
});

test("searching", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to the search", () => search(page).focus());
  await reader.after("types “report”", () => page.keyboard.type("report"));
  await reader.presses("Tab");
  await reader.presses("Enter");
  await reader.after("types “stom”", () => page.keyboard.type("stom"));
  await reader.presses("Escape");
  expect(reader.text("Searching, with a misspelt word")).toMatchSnapshot("searching.txt");
});

test("choosing values, excluding one, and taking the filters away again", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to “Wind”", () => option(page, "topics", "Wind").getByRole("checkbox").focus());
  await reader.presses("Space");
  await reader.presses("Tab");
  await reader.after("goes to “Exclude Gale”", () => option(page, "provider", "Gale").getByRole("button").focus());
  await reader.presses("Enter");
  await reader.after("goes to the first filter in use", () => chips(page).first().focus());
  await reader.presses("Enter");
  await reader.presses("Enter");
  expect(reader.text("Choosing and excluding values, and removing the filters")).toMatchSnapshot("filters.txt");
});

test("sorting", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to the menu of orders", () => sortMenu(page).focus());
  await reader.presses("ArrowDown");
  await reader.presses("ArrowDown");
  expect(reader.text("Sorting")).toMatchSnapshot("sorting.txt");
});

test("a range of dates, and one that ends before it begins", async ({ page }) => {
  const reader = await arrive(page);
  const dates = feed(page).getByRole("group", { name: "Date" });
  await reader.after("goes to “From” and sets 20 June 2021", async () => {
    await dates.getByLabel("From").focus();
    await dates.getByLabel("From").fill("2021-06-20");
    await dates.getByLabel("From").blur();
  });
  await reader.after("goes to “To” and sets 10 June 2021", async () => {
    await dates.getByLabel("To").focus();
    await dates.getByLabel("To").fill("2021-06-10");
    await dates.getByLabel("To").blur();
  });
  await reader.after("sets 25 June 2021", async () => {
    await dates.getByLabel("To").fill("2021-06-25");
    await dates.getByLabel("To").blur();
  });
  expect(reader.text("A range of dates")).toMatchSnapshot("dates.txt");
});

test("more cards", async ({ page }) => {
  const reader = await arrive(page);
  await reader.after("goes to the button below the cards", () => feed(page).locator(".ac-more-button").focus());
  await reader.presses("Enter");
  await expect(cards(page)).toHaveCount(14);
  await reader.reads("reads on to the end", "end of region");
  expect(reader.text("More cards")).toMatchSnapshot("paging.txt");
});

test("the filters in their panel", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const reader = await arrive(page);
  await reader.after("goes to the button of the filters", () => feed(page).locator(".ac-panel-button").focus());
  await reader.presses("Enter");
  // In Firefox what scrolls is a stop of its own on the way.
  const first = feed(page).locator(".ac-facet-checkbox").first();
  await reader.after("presses Tab until the first value", async () => {
    for (let turn = 0; turn < 3 && !(await first.evaluate((box) => box === document.activeElement)); turn++) await page.keyboard.press("Tab");
  });
  await reader.presses("Space");
  // What is told outside of a modal dialog is heard by nobody.
  await expect(feed(page).locator("dialog").getByRole("status").last()).toHaveText(/^13 of 14 articles/);
  await reader.after("goes to the main button", () => feed(page).locator(".ac-x-primary").focus());
  await reader.presses("Enter");
  expect(reader.text("The filters on a narrow screen")).toMatchSnapshot("panel.txt");
});

test("an error, and its retry", async ({ page }) => {
  let wait = 0;
  await page.route("**/feeds/fixed.json", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await route.fulfill({ status: 404, body: "" });
  });
  await page.goto("demo/?src=feeds/fixed.json");
  const alert = feed(page).getByRole("alert");
  await expect(alert).toBeVisible();
  const reader = await listening(page);
  await reader.reads("reads on to the end", "end of region");
  await reader.after("goes to “Try again”", () => feed(page).locator(".ac-retry").focus());
  wait = 500;
  await reader.after("presses Enter", async () => {
    await page.keyboard.press("Enter");
    // What becomes an alert once more is told once more.
    await expect(alert).toHaveCount(0);
    await expect(alert).toHaveCount(1);
  });
  await page.unroute("**/feeds/fixed.json");
  await serve(page);
  await reader.presses("Enter");
  expect(reader.text("An error, a retry in vain, and one that helps")).toMatchSnapshot("error.txt");
});

test("nothing found", async ({ page }) => {
  const reader = await arrive(page, "&topics=Wind");
  await reader.after("goes to the search", () => search(page).focus());
  await reader.after("types “report”", () => page.keyboard.type("report"));
  await reader.after("goes to the message", () => feed(page).locator(".ac-x-drop").first().focus());
  await reader.presses("Tab");
  await reader.presses("Enter");
  expect(reader.text("Nothing found, and a way out")).toMatchSnapshot("nothing.txt");
});
