// Roles, accessible names and states of the controls, and axe's findings in their states.
import { cards, chips, demoList, facetOption, openDemo, searchField, summary } from "./demo-page.js";
import { expect, expectAccessible, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

test.use({ expectedConsole: [/Failed to load resource/] });

const FEED = {
  value: [
    {
      id: "a", title: "Low tide", webUrl: "https://pier.example/a", excerpt: "What the sea leaves behind.",
      publishedDateTime: "2021-06-16T08:00:00Z", topics: ["Sea", "Wind"], heat: 12, quality: 70,
      provider: { name: "Pier", domain: "pier.example" },
    },
    { id: "b", title: "High tide", webUrl: "https://pier.example/b", publishedDateTime: "2021-06-15", topics: ["Sea"], type: "video", length: "PT15M", provider: "Pier" },
    { id: "c", title: "A storm", webUrl: "https://gale.example/c", topics: ["Wind"], provider: "Gale" },
  ],
};

/** @param {Page} page */
const serveFeed = (page) => page.route("**/feeds/fixed.json", (route) => route.fulfill({ json: FEED }));

/**
 * Never responds to the third page of the sample, so that loading the whole feed does not end.
 * @param {Page} page
 */
const stallThirdPage = (page) => page.route("**/sample/page/3/*", () => {});

/** Fails if axe finds a violation in the list. @param {Page} page */
const expectAccessibleList = (page) => expectAccessible(page, "[aria-label='The feed'], [aria-label='The feed'] dialog");

test("roles, names and states of toolbar, filters, chips and a card", async ({ page }) => {
  await serveFeed(page);
  await openDemo(page, "?src=feeds/fixed.json&topics=Sea&provider!=Gale&q=tid");
  await expect(cards(page)).toHaveCount(2);
  expect(await demoList(page).locator(".ac-toolbar").ariaSnapshot()).toBe(`- 'search "Search articles: The feed"':
  - text: Search articles
  - searchbox "Search articles": tid
  - button "Clear the search"
  - text: Sort by
  - combobox "Sort by":
    - option "Best match" [selected]
    - option "Newest first"
    - option "Oldest first"
    - option "Title A–Z"
    - option "Title Z–A"
    - option "Provider A–Z"
    - option "Provider Z–A"
  - paragraph:
    - strong: 2 of 3 articles for “tid”
  - list "Filters in use":
    - listitem:
      - button "Sea , remove this filter"
    - listitem:
      - button "Not Gale , remove this filter"
    - listitem:
      - button "Clear all"
  - button "Skip the filters"`);
  expect(await demoList(page).locator(".ac-facets").ariaSnapshot()).toBe(`- group "Filters":
  - group:
    - text: Topics
    - group "Topics":
      - list:
        - listitem:
          - checkbox "Sea 2 articles" [checked]
          - text: Sea 2 articles
          - button "Exclude Sea"
        - listitem:
          - checkbox "Wind 1 article"
          - text: Wind 1 article
          - button "Exclude Wind"
  - group:
    - text: Provider
    - group "Provider":
      - list:
        - listitem:
          - checkbox "Pier 2 articles"
          - text: Pier 2 articles
          - button "Exclude Pier"
        - listitem:
          - checkbox "Gale 0 articles, excluded"
          - text: Gale 0 articles, excluded
          - button "Exclude Gale" [pressed]
  - group:
    - text: Type
    - group "Type":
      - list:
        - listitem:
          - checkbox "Article 1 article"
          - text: Article 1 article
          - button "Exclude Article"
        - listitem:
          - checkbox "Video 1 article"
          - text: Video 1 article
          - button "Exclude Video"
  - group "Date":
    - text: Date From
    - textbox "From"
    - text: To
    - textbox "To"`);
  expect(await demoList(page).locator(".ac-card[data-id=a]").ariaSnapshot()).toBe(`- article "Low tide":
  - heading "Low tide" [level=3]:
    - link "Low tide":
      - /url: https://pier.example/a
      - text: Low
      - mark: tid
      - text: e
  - paragraph:
    - button "Pier"
    - time: 16 Jun 2021
  - paragraph: What the sea leaves behind.
  - list "Topics":
    - listitem:
      - button "Sea" [pressed]
    - listitem:
      - button "Wind"`);
  await expect(demoList(page).locator(".ac-live")).toHaveText("2 of 3 articles for “tid”, 2 shown, sorted by Best match");
});

test("an empty result exposes its message and suggestions to assistive technology", async ({ page }) => {
  await serveFeed(page);
  await page.goto("demo/?src=feeds/fixed.json&topics=Wind&q=high");
  expect(await demoList(page).locator(".ac-empty").ariaSnapshot()).toBe(`- heading "No article matches all of this" [level=3]
- paragraph: "Each of these would bring some back:"
- list:
  - listitem:
    - button "Without “high” 2 articles"
  - listitem:
    - button "Without Wind (Topics) 1 article"
- button "Clear all filters"`);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    // The dark scheme changes colours, not the layout.
    for (const width of colorScheme === "light" ? [1280, 390] : [1280]) {
      test.describe(`${width} pixels`, () => {
        test.use({ viewport: { width, height: 900 } });

        test("no axe violations with chips, marks and pressed buttons", async ({ page }) => {
          await openDemo(page, "?scores&q=wint&topics=Climate&topics=Cities&topics=Media&provider!=Counterweight&from=2020-01-01&heat=1..190");
          await expect(chips(page)).toHaveCount(6);
          await searchField(page).scrollIntoViewIfNeeded();
          await expect(summary(page)).not.toContainText("so far");
          await expectAccessibleList(page);
        });

        test("no axe violations in an empty result", async ({ page }) => {
          await page.goto("demo/?q=boilers&topics=Cities");
          await expect(demoList(page).locator(".ac-x-drop").first()).toBeVisible();
          await expectAccessibleList(page);
        });

        test("no axe violations while the whole feed loads", async ({ page }) => {
          await stallThirdPage(page);
          await page.goto("demo/?q=wint");
          await searchField(page).scrollIntoViewIfNeeded();
          await expect(demoList(page).getByRole("button", { name: "Stop" })).toBeVisible();
          await expectAccessibleList(page);
        });

        test("no axe violations with an error or a page that failed to load", async ({ page }) => {
          await page.goto("demo/?src=feeds/missing.json");
          await expect(demoList(page).getByRole("alert")).toBeVisible();
          await expectAccessibleList(page);
          await page.goto("demo/?src=feeds/cut-short.json&q=a");
          await searchField(page).scrollIntoViewIfNeeded();
          await expect(demoList(page).getByRole("alert")).toBeVisible();
          await expectAccessibleList(page);
        });
      });
    }

    for (const [width, height] of colorScheme === "light" ? [[390, 844], [800, 600]] : [[390, 844]]) {
      test(`no axe violations in the filter panel, ${width} pixels wide`, async ({ page }) => {
        await page.setViewportSize({ width, height });
        await openDemo(page, "?scores&q=wint&provider!=Counterweight");
        await demoList(page).locator(".ac-panel-button").click();
        await expect(demoList(page).getByRole("dialog", { name: "Filters" })).toBeVisible();
        await expectAccessibleList(page);
      });
    }

    test("no axe violations in a right-to-left layout", async ({ page }) => {
      await openDemo(page, "?scores");
      await page.locator(".demo-select select").nth(1).selectOption("ar");
      await expect(demoList(page).locator(".ac-x-skip")).not.toHaveText(/[a-z]/i);
      await demoList(page).getByRole("searchbox").first().fill("wint");
      await expect(demoList(page).locator("mark").first()).toBeVisible();
      await facetOption(page, "type", "article").getByRole("checkbox").check();
      await expectAccessibleList(page);
      await page.setViewportSize({ width: 390, height: 844 });
      await demoList(page).locator(".ac-panel-button").click();
      await expect(demoList(page).getByRole("dialog")).toBeVisible();
      await expectAccessibleList(page);
    });
  });
}

test("forced colours distinguish chosen and excluded values", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openDemo(page);
  const styles = () => facetOption(page, "topics", "AI").evaluate((row) =>
    [row, ...row.querySelectorAll("*")].map((element) => {
      const { color, backgroundColor, textDecorationLine, borderColor, appearance } = getComputedStyle(element);
      return [color, backgroundColor, textDecorationLine, borderColor, appearance].join();
    }).join(";"));
  const plain = await styles();
  const box = facetOption(page, "topics", "AI").getByRole("checkbox");
  // The native checkbox draws its own tick.
  await expect(box).not.toHaveCSS("appearance", "none");
  await facetOption(page, "topics", "AI").getByRole("button", { name: "Exclude AI" }).click();
  await searchField(page).focus();
  expect(await styles()).not.toBe(plain);
  await expectAccessibleList(page);
});
