// What embedders choose about the arrangement of cards: layouts to switch between, lead stories, headings.
import { expectAccessible, holdRoute, layoutShift } from "../fixtures.js";
import { expect, list, onElement, openHostPage, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const NOW = Date.UTC(2024, 2, 15, 12);
const HOUR = 3_600_000;

/** The hours since each article was published; `null`: it has no date. */
const AGES = [1, 3, 20, 30, 24 * 5, 24 * 20, 24 * 21, null];

const DATED = AGES.map((age, index) => ({
  id: `d${index}`,
  title: `Dated ${index} harbour`,
  excerpt: "About the tide, in a sentence that is long enough for two lines of a card in a narrow column.",
  webUrl: `https://news.example/dated/${index}`,
  publishedDateTime: age === null ? undefined : new Date(NOW - age * HOUR).toISOString(),
  topics: [index % 2 ? "Sea" : "Wind"],
  quality: index,
  images: [{ url: `https://img.example/${index}.png`, width: 800, height: 450 }, { url: `https://img.example/${index}-large.png`, width: 1600, height: 900 }],
}));

/** @param {Page} page @param {string} attributes */
async function openDated(page, attributes) {
  await page.clock.setFixedTime(NOW);
  await page.route("**/host/dated.json", (route) => route.fulfill({ json: DATED }));
  await openHostPage(page, `<article-cards src="dated.json" locale="en-GB" time-zone="UTC" ${attributes}></article-cards>`);
  await waitUntilReady(page);
}

/** @param {Page} page */
const shownLayout = (page) => list(page).locator("[part~=base]").getAttribute("data-layout");

/** The headings of the groups, each with the number of its cards. @param {Page} page */
const groups = (page) => list(page).locator("[role=group]:has(> [part~=group-heading])").evaluateAll((all) =>
  // Versions of the browser differ in the comma after the weekday.
  all.map((group) => [group.querySelector("[part~=group-heading]")?.textContent?.replace(",", ""), group.querySelectorAll("[part~=card]").length]));

test("a reader switches between the offered layouts, by pointer and by keys", async ({ page }) => {
  await openDated(page, 'layouts="grid, list,masonry"');
  const choice = list(page).getByRole("group", { name: "Show as" });
  await expect(choice.getByRole("radio")).toHaveCount(2);
  await expect(choice.getByRole("radio", { name: "Grid" })).toBeChecked();
  await choice.getByRole("radio", { name: "List" }).click();
  expect(await shownLayout(page)).toBe("list");
  await expect(choice.getByRole("radio", { name: "List" })).toBeChecked();
  await page.keyboard.press("ArrowLeft");
  expect(await shownLayout(page)).toBe("grid");
  await expect(choice.getByRole("radio", { name: "Grid" })).toBeFocused();
  // One stop for Tab.
  await page.keyboard.press("Shift+Tab");
  await expect(list(page).getByRole("combobox")).toBeFocused();
  // The page's own setting comes last.
  await choice.getByRole("radio", { name: "List" }).click();
  await onElement(page, (element) => void (element.layout = "compact"));
  expect(await shownLayout(page)).toBe("compact");
  await expect(choice.getByRole("radio", { checked: true })).toHaveCount(0);
  await onElement(page, (element) => void (element.layouts = ""));
  await expect(choice).toHaveCount(0);
});

test("in a narrow list the panel has the choice, and without filters the toolbar", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDated(page, 'layouts="grid,list,compact"');
  const choice = list(page).getByRole("group", { name: "Show as" });
  await expect(choice).toHaveCount(0);
  await list(page).getByRole("button", { name: "Filters" }).click();
  await choice.getByRole("radio", { name: "Compact" }).click();
  expect(await shownLayout(page)).toBe("compact");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await onElement(page, (element) => void (element.facets = "none"));
  await expect(choice).toBeVisible();
  await choice.getByRole("radio", { name: "Grid" }).click();
  expect(await shownLayout(page)).toBe("grid");
});

for (const width of [390, 768, 1280]) {
  test(`skeletons have the choice of layouts, ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const release = await holdRoute(page, "**/pkg/article_cards.wasm");
    // Without providers the menu has fewer orders, and is less wide.
    const json = DATED.map((article) => ({ ...article, provider: { name: "Tern" } }));
    await page.route("**/host/dated.json", (route) => route.fulfill({ json }));
    await openHostPage(page, '<article-cards src="dated.json" layouts="list,grid"></article-cards>');
    const boxes = () => list(page).evaluate((element) => [".ac-search-input", ".ac-sort select", ".ac-layouts"].map((selector) => {
      const box = element.shadowRoot?.querySelector(selector)?.getBoundingClientRect();
      return [box?.x, box?.y, box?.width];
    }));
    await expect(list(page).locator("[part~=card], [part~=skeleton]").first()).toBeVisible();
    const before = await boxes();
    release();
    await waitUntilReady(page);
    await page.waitForTimeout(300);
    expect(await boxes()).toEqual(before);
    expect(await layoutShift(page)).toBe(0);
  });
}

test("lead stories are larger, while nothing is searched or filtered", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openDated(page, 'featured="3"');
  const card = (/** @type {number} */ index) => list(page).locator("[part~=card]").nth(index);
  const box = async (/** @type {number} */ index) => /** @type {{ x: number, y: number, width: number, height: number }} */ (await card(index).boundingBox());
  const size = (/** @type {number} */ index) => card(index).locator("[part~=card-title]").evaluate((title) => parseFloat(getComputedStyle(title).fontSize));
  expect(await size(0)).toBeGreaterThan(await size(1));
  expect(await size(1)).toBeGreaterThan(await size(3));
  const [lead, second, third, fourth] = await Promise.all([box(0), box(1), box(2), box(3)]);
  // Two columns, as high as the two beside it.
  expect(lead.width).toBeGreaterThan(second.width * 1.9);
  expect(third.x).toBe(second.x);
  expect(Math.abs(lead.y + lead.height - third.y - third.height)).toBeLessThanOrEqual(1);
  expect(fourth.y).toBeGreaterThan(lead.y + lead.height);
  await expect(card(0).locator("[part~=card-image]")).toHaveAttribute("src", "https://img.example/0.png");
  await list(page).getByRole("searchbox").fill("dated");
  await expect(list(page).locator("[part~=summary]")).toContainText("dated");
  expect(await size(0)).toBe(await size(3));
  await list(page).getByRole("searchbox").fill("");
  await expect.poll(() => size(0)).toBeGreaterThan(await size(3));
  await onElement(page, (element) => void (element.featured = 1));
  // Over the whole row.
  await expect.poll(async () => (await box(0)).width).toBeGreaterThan(second.width * 2.9);
  for (const layout of /** @type {const} */ (["list", "compact"])) {
    await onElement(page, (element, layout) => void (element.layout = layout), layout);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  }
});

test("on a page of its own, numbered pages have lead stories on the first only", async ({ page }) => {
  await openDated(page, 'featured="1" paging="pages" page-size="3"');
  await expect(list(page).locator(".ac-x-lead")).toHaveCount(1);
  await onElement(page, (element) => void (element.state = { page: 2 }));
  await expect(list(page).locator(".ac-x-lead")).toHaveCount(0);
});

test("headings for each day, in the order of headings, while sorted by date", async ({ page }) => {
  await openDated(page, 'group-by="day" label="News"');
  expect(await groups(page)).toEqual([
    ["Today", 2], ["Yesterday", 2], ["Sunday 10 March 2024", 1], ["Saturday 24 February 2024", 1], ["Friday 23 February 2024", 1], ["Without a date", 1],
  ]);
  await expect(list(page).getByRole("group", { name: "Yesterday" }).getByRole("article")).toHaveCount(2);
  await expect(list(page).getByRole("heading", { name: "Today", level: 3 })).toBeVisible();
  await expect(list(page).getByRole("heading", { name: "Dated 0 harbour", level: 4 })).toBeVisible();
  await expectAccessible(page);
  // The other way round.
  await list(page).getByRole("combobox").selectOption("publishedDateTime");
  await expect.poll(async () => (await groups(page))[0]?.[0]).toBe("Friday 23 February 2024");
  // Any other order has no headings.
  await list(page).getByRole("combobox").selectOption("title");
  await expect(list(page).locator("[part~=group-heading]")).toHaveCount(0);
  await expect(list(page).getByRole("heading", { name: "Dated 0 harbour", level: 3 })).toBeVisible();
  await list(page).getByRole("combobox").selectOption("-publishedDateTime");
  await expect(list(page).locator("[part~=group-heading]")).toHaveCount(6);
  // By relevance.
  await onElement(page, (element) => void (element.state = { query: "harbour" }));
  await expect(list(page).locator("[part~=group-heading]")).toHaveCount(0);
});

test("headings for each month, in the reader's language", async ({ page }) => {
  await openDated(page, 'group-by="month"');
  expect(await groups(page)).toEqual([["March 2024", 5], ["February 2024", 2], ["Without a date", 1]]);
  await onElement(page, (element) => void (element.locale = "de"));
  await expect.poll(() => groups(page)).toEqual([["März 2024", 5], ["Februar 2024", 2], ["Ohne Datum", 1]]);
  await onElement(page, (element) => void (element.groupBy = null));
  await expect(list(page).locator("[part~=group-heading]")).toHaveCount(0);
});

test("more cards join their heading, and the focus moves to the first of them", async ({ page }) => {
  await openDated(page, 'group-by="month" page-size="3"');
  expect(await groups(page)).toEqual([["March 2024", 3]]);
  const first = await list(page).locator("[part~=card]").first().elementHandle();
  await list(page).locator("[part~=more-button]").click();
  await expect.poll(() => groups(page)).toEqual([["March 2024", 5], ["February 2024", 1]]);
  await expect(list(page).getByRole("link", { name: "Dated 3 harbour" })).toBeFocused();
  expect(await first?.evaluate((card) => card.isConnected)).toBe(true);
});

test("a heading stays in view while its cards do", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await openDated(page, 'group-by="month"');
  const heading = list(page).locator("[part~=group-heading]").first();
  await list(page).locator("[part~=card]").nth(3).evaluate((card) => card.scrollIntoView({ block: "center", behavior: "instant" }));
  await expect(heading).toBeInViewport({ ratio: 1 });
  await list(page).locator("[part~=card]").last().evaluate((card) => card.scrollIntoView({ block: "end", behavior: "instant" }));
  await expect(heading).not.toBeInViewport();
});

for (const dir of ["ltr", "rtl"]) {
  for (const width of [320, 390, 500, 768, 1280]) {
    test(`no title is under its picture, whatever its direction: a page ${dir}, ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.route("**/host/both.json", (route) => route.fulfill({
        json: DATED.map((article, index) => index % 2 ? article : { ...article, title: "المد والجزر في الميناء القديم عند الفجر قبل الإفطار" }),
      }));
      await openHostPage(page, `<div dir="${dir}">${["grid", "list"].map((layout) =>
        `<article-cards id="${layout}" layout="${layout}" src="both.json" featured="1" remember="both" facets="none"></article-cards>`).join("")}</div>`);
      for (const layout of ["grid", "list"]) {
        await waitUntilReady(page, `#${layout}`);
        const overlaps = await list(page, `#${layout}`).locator("[part~=card]:has([part~=card-media])").evaluateAll((cards) => cards.flatMap((card) => {
          const [text, picture] = ["[part~=card-title] span", "[part~=card-media]"].map((part) => card.querySelector(part)?.getBoundingClientRect());
          if (!text || !picture) return ["no title or picture"];
          const isApart = text.right <= picture.left || text.left >= picture.right || text.bottom <= picture.top || text.top >= picture.bottom;
          return isApart ? [] : [card.getAttribute("data-id")];
        }));
        expect(overlaps, layout).toEqual([]);
      }
    });
  }
}
