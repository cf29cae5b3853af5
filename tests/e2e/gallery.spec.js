// The gallery: each page and its states, and what readers do there.
import { PAGES, openGallery, overflow, state } from "./gallery-page.js";
import { expect, expectAccessible, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The addresses of other sites that the page requests. @param {Page} page */
function foreignRequests(page) {
  /** @type {string[]} */
  const foreign = [];
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol !== "data:" && hostname !== "127.0.0.1") foreign.push(request.url());
  });
  return foreign;
}

for (const { component, states, address } of PAGES) {
  test(`${component}: all states with their code, accessible, narrow and from its own site`, async ({ page }) => {
    const foreign = foreignRequests(page);
    await openGallery(page, address);
    await expect(page).toHaveTitle(`${component}: gallery of article-cards`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(component);
    expect(await page.locator(".gallery-live").evaluateAll((all) => all.map((live) => live.getAttribute("data-state")))).toEqual(states);
    for (const name of states) {
      const section = page.locator("section", { has: state(page, name) }).last();
      await expect(section.locator("pre")).toContainText(`fn ${name}() -> Html {`);
    }
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await overflow(page)).toBe(0);
    expect(foreign).toEqual([]);
  });
}

test("the navigation leads to each page, and the keyboard continues in it", async ({ page }) => {
  await page.goto("gallery/");
  const navigation = page.getByRole("navigation", { name: "Components" });
  const links = navigation.getByRole("link");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ArticleCards");
  expect((await links.allTextContents()).sort()).toEqual(PAGES.map((page) => page.component).sort());
  await navigation.getByRole("link", { name: "Scores", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Scores");
  await expect(navigation.locator("[aria-current=page]")).toHaveText("Scores");
  await expect(page.getByRole("main")).toBeFocused();
  await page.evaluate(() => history.back());
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("ArticleCards");
});

test("the first stop of the keyboard skips the navigation", async ({ page }) => {
  await page.goto("gallery/#/byline");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Byline");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the component" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(page).toHaveURL(/#\/byline$/);
});

test("in a narrow window the navigation is behind a button", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("gallery/#/byline");
  const link = page.getByRole("link", { name: "Pager", exact: true });
  await expect(link).toBeHidden();
  await page.getByRole("button", { name: "All components" }).click();
  await expectAccessible(page);
  await link.click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Pager");
  await expect(link).toBeHidden();
});

test("the theme can be chosen, and the components follow", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await openGallery(page, "article-card");
  const background = () => page.locator(".ac-card").first().evaluate((card) => getComputedStyle(card).backgroundColor);
  const light = await background();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(background).not.toBe(light);
  await expectAccessible(page);
  await page.getByRole("radio", { name: "Auto" }).check();
  await expect.poll(background).toBe(light);
});

test("the filter panel opens, filters, closes and returns the focus", async ({ page }) => {
  await openGallery(page, "filter-panel");
  const open = page.getByRole("main").getByRole("button", { name: "Filters" });
  await open.click();
  const dialog = page.getByRole("dialog", { name: "Filters" });
  await dialog.getByRole("checkbox", { name: /^Harbours/ }).check();
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await open.click();
  await expect(dialog.getByRole("checkbox", { name: /^Harbours/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Clear all" }).click();
  await expect(dialog.getByRole("checkbox", { name: /^Harbours/ })).not.toBeChecked();
});

test("controlled components follow their state", async ({ page }) => {
  await openGallery(page, "pager");
  await state(page, "More").getByRole("button", { name: /^Show 12/ }).click();
  await expect(state(page, "More")).toContainText("24 of 48");
  await state(page, "Numbers").getByRole("button", { name: "Page 5" }).click();
  await expect(state(page, "Numbers").locator("[aria-current=page]")).toHaveText("5");
  await openGallery(page, "chips");
  const chips = state(page, "All").getByRole("button");
  await expect(chips).toHaveCount(7);
  await state(page, "All").getByRole("button", { name: /^Harbours/ }).click();
  await expect(chips).toHaveCount(6);
  await openGallery(page, "search-field");
  const field = state(page, "WithText").getByRole("searchbox");
  await field.press("End");
  await field.pressSequentially(" bus");
  await expect(field).toHaveValue("night \"ferry\" -tram bus");
  await field.press("Escape");
  await expect(field).toHaveValue("");
});

test("beside type and date, a card without a picture has room for the name of its provider", async ({ page }) => {
  await openGallery(page, "article-cards");
  const names = state(page, "Readers").locator(".ac-x-name");
  await expect(names).toHaveText(["Corran Institute for Estuaries, Mudflats and Adjacent Matters", "Lattice", "Paper Trail"]);
  for (const width of await names.evaluateAll((all) => all.map((name) => name.clientWidth))) expect(width).toBeGreaterThan(40);
});

test("on a phone, the numbers of pages are in one line", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openGallery(page, "pager");
  const tops = await state(page, "Numbers").locator("nav button").evaluateAll((all) => all.map((button) => button.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
});

test("a list whose query the page controls tells what the reader changes", async ({ page }) => {
  await openGallery(page, "article-cards");
  const list = state(page, "Controlled");
  await list.getByRole("searchbox").fill("bridge");
  await expect(list.locator("p").first()).toHaveText(/“q=bridge”\. \d+ articles match it\.$/);
});
