// Narrow columns: the filters in a panel over the page, and nothing cut off.
import { expect, feed, test } from "./page.js";
import { cards, chips, focused, open, option, search, sortMenu, summary } from "./reader.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
const button = (page) => feed(page).locator(".ac-panel-button");
/** @param {Page} page */
const panel = (page) => feed(page).getByRole("dialog", { name: "Filters" });

/** @param {Page} page */
const isFocusInPanel = (page) => panel(page).evaluate((panel) => panel.contains(document.activeElement));

/**
 * What stands out of the window or of the box around it, by name.
 * @param {Page} page
 */
const cutOff = (page) =>
  page.locator("[aria-label='The feed']").evaluate((base) => {
    const width = document.documentElement.clientWidth;
    /** @type {string[]} */
    const found = [];
    for (const element of base.querySelectorAll("button, input, select, a, h3, summary, .ac-summary, .ac-chip span, label > span")) {
      if (element.closest(".ac-x-vh, .ac-x-skip") || !element.checkVisibility({ visibilityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      // Words that are only heard are a pixel wide.
      if (box.width <= 1 || box.height <= 1) continue;
      const name = `${element.localName}.${element.className} “${element.textContent?.slice(0, 30)}”`;
      if (box.left < -1 || box.right > width + 1) found.push(`${name} from ${box.left} to ${box.right} of ${width}`);
      const style = getComputedStyle(element);
      if (style.overflowX === "hidden" && style.textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${name} needs ${element.scrollWidth}, has ${element.clientWidth}`);
      }
    }
    return found;
  });

test.describe("390 pixels", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the panel takes the focus, keeps it, and Escape gives it back", async ({ page }) => {
    await open(page);
    await expect(feed(page).locator(".ac-facets")).toBeHidden();
    await button(page).focus();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    expect(await isFocusInPanel(page)).toBe(true);
    /** @type {Set<string>} */
    const seen = new Set();
    for (let turn = 0; turn < 80; turn++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const at = document.activeElement;
        const inside = Boolean(at?.closest("dialog"));
        return { inside, isPage: at === document.body, name: at?.getAttribute("aria-label") ?? at?.textContent ?? "" };
      });
      // Between the last and the first, browsers pass their own controls.
      if (!at.inside) expect(at.isPage, at.name).toBe(true);
      seen.add(at.name);
    }
    expect([...seen].some((name) => /^Show \d+ articles$/.test(name))).toBe(true);
    expect(seen.has("Close the filters")).toBe(true);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    // Not `toBeFocused`: past the last stop Firefox itself has the focus, and keys still reach the page only by BiDi.
    await expect.poll(() => button(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("its main button tells the number, and leads back to the cards", async ({ page }) => {
    await open(page);
    await button(page).click();
    const before = await panel(page).getByRole("button", { name: /^Show \d+ articles?$/ }).innerText();
    const box = option(page, "topics", "Cities").getByRole("checkbox");
    await box.check();
    await expect(box).toBeFocused();
    const show = panel(page).getByRole("button", { name: /^Show \d+ articles?$/ });
    await expect(show).not.toHaveText(before);
    const found = (await show.innerText()).match(/\d+/)?.[0];
    await show.click();
    await expect(panel(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
    await expect(summary(page)).toHaveText(new RegExp(`^${found} of`));
    await expect(button(page)).toHaveAccessibleName("Filters 1 in use");
    await expect(chips(page)).toHaveText(["Cities, remove this filter"]);
    await expect(page.locator("html")).not.toHaveCSS("overflow", "hidden");
  });

  test("closed by its own button and beside it; all filters are dropped inside", async ({ page }) => {
    await open(page);
    await button(page).click();
    await option(page, "topics", "AI").getByRole("checkbox").check();
    await option(page, "topics", "AI").getByRole("button", { name: "Exclude AI" }).click();
    await panel(page).getByRole("button", { name: "Clear all" }).click();
    await expect(panel(page)).toBeVisible();
    expect(await isFocusInPanel(page), await focused(page)).toBe(true);
    await expect(option(page, "topics", "AI").getByRole("checkbox")).not.toBeChecked();
    await panel(page).getByRole("button", { name: "Close the filters" }).click();
    await expect(panel(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
    await button(page).click();
    const box = await panel(page).boundingBox();
    expect(box?.y ?? 0).toBeGreaterThan(0);
    await page.mouse.click(195, 3);
    await expect(panel(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
  });

  test("nothing behind the panel scrolls or can be reached, and it scrolls in itself", async ({ page }) => {
    await open(page, "?scores");
    await button(page).click();
    const box = await panel(page).boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(845);
    const last = panel(page).getByRole("group", { name: "Heat" }).getByLabel("At most");
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport();
    await expect(panel(page).getByRole("button", { name: /^Show \d+/ })).toBeInViewport();
    await last.fill("90");
    await last.press("Enter");
    await expect(panel(page)).toBeVisible();
  });

  test("Escape clears the search in a group first, and then closes", async ({ page }) => {
    await open(page);
    await button(page).click();
    const find = panel(page).getByRole("searchbox", { name: "Find in Topics" });
    await find.fill("cit");
    await expect(panel(page).locator(".ac-facet[data-field=topics] .ac-facet-option")).toHaveCount(1);
    await find.press("Escape");
    await expect(find).toHaveValue("");
    await expect(find).toBeFocused();
    await expect(panel(page)).toBeVisible();
    await find.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(button(page)).toBeFocused();
  });

  test("the way back while the panel is open keeps it open, with what was chosen before", async ({ page }) => {
    await open(page);
    await button(page).click();
    const box = option(page, "topics", "Cities").getByRole("checkbox");
    await box.check();
    await expect(page).toHaveURL(/topics=Cities/);
    await page.goBack();
    await expect(box).not.toBeChecked();
    await expect(panel(page)).toBeVisible();
    expect(await isFocusInPanel(page)).toBe(true);
  });

  test("an empty result can be got out of in the panel, too", async ({ page }) => {
    await open(page);
    await search(page).fill("zzzzzz");
    await expect(feed(page).locator(".ac-empty")).toBeVisible();
    await button(page).click();
    await expect(panel(page).getByRole("button", { name: "Show 0 articles" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(button(page)).toBeFocused();
  });
});

for (const width of [320, 375]) {
  test(`${width} pixels: nothing scrolls sideways`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await open(page, "?scores&topics=AI&topics=Cities&provider!=Counterweight&from=2020-01-01&heat=10..150&q=a");
    await expect(chips(page)).toHaveCount(5);
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await sideways()).toBeLessThanOrEqual(width);
    expect(await cutOff(page)).toEqual([]);
    await button(page).click();
    await expect(panel(page)).toBeVisible();
    expect(await sideways()).toBeLessThanOrEqual(width);
    expect(await panel(page).locator(".ac-x-panel-body").evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
  });
}

test("text of twice the size in half the window: nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 512 });
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "200%"; });
  });
  await open(page, "?scores&topics=Cities&topics=AI");
  await expect(chips(page)).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  expect(await cutOff(page)).toEqual([]);
  await expect(search(page)).toBeVisible();
  await expect(sortMenu(page)).toBeVisible();
  await button(page).click();
  await expect(panel(page)).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await expect(panel(page).getByRole("button", { name: /^Show \d+/ })).toBeInViewport({ ratio: 1 });
  await expect(panel(page).getByRole("button", { name: "Close the filters" })).toBeInViewport({ ratio: 1 });
  // The filters have room between head and foot.
  const body = await panel(page).locator(".ac-x-panel-body").boundingBox();
  expect(body?.height ?? 0).toBeGreaterThan(120);
});

test("a column that becomes wide shows the filters beside the cards again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await expect(feed(page).locator(".ac-facets")).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect(feed(page).locator(".ac-facets")).toBeVisible();
  await expect(button(page)).toBeHidden();
  const facets = await feed(page).locator(".ac-facets").boundingBox();
  const first = await cards(page).first().boundingBox();
  expect((facets?.x ?? 0) + (facets?.width ?? 0)).toBeLessThanOrEqual(first?.x ?? 0);
});
