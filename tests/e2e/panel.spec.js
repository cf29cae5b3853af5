// Narrow columns: the filters in a modal panel, and nothing cut off.
import { cards, chips, demoList, describeFocus, facetOption, openDemo, searchField, sortMenu, summary } from "./demo-page.js";
import { expect, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page */
const panelButton = (page) => demoList(page).locator(".ac-panel-button");
/** @param {Page} page */
const panel = (page) => demoList(page).getByRole("dialog", { name: "Filters" });

/** @param {Page} page */
const isFocusInPanel = (page) => panel(page).evaluate((panel) => panel.contains(document.activeElement));

/**
 * Returns the elements that overflow the window or clip their own text.
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
      // Visually hidden text is a pixel wide.
      if (box.width <= 1 || box.height <= 1) continue;
      const name = `${element.localName}.${element.className} “${element.textContent?.slice(0, 30)}”`;
      // The line of filters in use scrolls.
      const isOutside = box.left < -1 || box.right > width + 1;
      if (isOutside && !element.closest(".ac-chips")) found.push(`${name} from ${box.left} to ${box.right} of ${width}`);
      const style = getComputedStyle(element);
      if (style.overflowX === "hidden" && style.textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1) {
        found.push(`${name} needs ${element.scrollWidth}, has ${element.clientWidth}`);
      }
    }
    return found;
  });

test.describe("390 pixels", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("the panel takes and traps the focus, and Escape returns it", async ({ page }) => {
    await openDemo(page);
    await expect(demoList(page).locator(".ac-facets")).toBeHidden();
    await panelButton(page).focus();
    await page.keyboard.press("Enter");
    await expect(panel(page)).toBeVisible();
    expect(await isFocusInPanel(page)).toBe(true);
    /** @type {Set<string>} */
    const seen = new Set();
    for (let turn = 0; turn < 80; turn++) {
      await page.keyboard.press("Tab");
      const focus = await page.evaluate(() => {
        const focused = document.activeElement;
        const inside = Boolean(focused?.closest("dialog"));
        return { inside, isPage: focused === document.body, name: focused?.getAttribute("aria-label") ?? focused?.textContent ?? "" };
      });
      // Between the last and the first control the focus is in the browser's own interface.
      if (!focus.inside) expect(focus.isPage, focus.name).toBe(true);
      seen.add(focus.name);
    }
    expect([...seen].some((name) => /^Show \d+ articles$/.test(name))).toBe(true);
    expect(seen.has("Close the filters")).toBe(true);
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    // `toBeFocused` fails in Firefox, whose own interface has the focus after the last control.
    await expect.poll(() => panelButton(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("its main button shows the number of results and leads back to the cards", async ({ page }) => {
    await openDemo(page, "?src=sample/all.json");
    await panelButton(page).click();
    const before = await panel(page).getByRole("button", { name: /^Show \d+ articles?$/ }).innerText();
    const box = facetOption(page, "topics", "Cities").getByRole("checkbox");
    await box.check();
    await expect(box).toBeFocused();
    const show = panel(page).getByRole("button", { name: /^Show \d+ articles?$/ });
    await expect(show).not.toHaveText(before);
    const found = (await show.innerText()).match(/\d+/)?.[0];
    await show.click();
    await expect(panel(page)).toHaveCount(0);
    await expect(panelButton(page)).toBeFocused();
    await expect(summary(page)).toHaveText(new RegExp(`^${found} of`));
    await expect(panelButton(page)).toHaveAccessibleName("Filters 1 in use");
    await expect(chips(page)).toHaveText(["Cities, remove this filter"]);
    await expect(page.locator("html")).not.toHaveCSS("overflow", "hidden");
  });

  test("it closes by its button and by a click outside, and can clear all filters", async ({ page }) => {
    await openDemo(page);
    await panelButton(page).click();
    await facetOption(page, "topics", "AI").getByRole("checkbox").check();
    await facetOption(page, "topics", "AI").getByRole("button", { name: "Exclude AI" }).click();
    await panel(page).getByRole("button", { name: "Clear all" }).click();
    await expect(panel(page)).toBeVisible();
    expect(await isFocusInPanel(page), await describeFocus(page)).toBe(true);
    await expect(facetOption(page, "topics", "AI").getByRole("checkbox")).not.toBeChecked();
    await panel(page).getByRole("button", { name: "Close the filters" }).click();
    await expect(panel(page)).toHaveCount(0);
    await expect(panelButton(page)).toBeFocused();
    await panelButton(page).click();
    const box = await panel(page).boundingBox();
    expect(box?.y ?? 0).toBeGreaterThan(0);
    await page.mouse.click(195, 3);
    await expect(panel(page)).toHaveCount(0);
    await expect(panelButton(page)).toBeFocused();
  });

  test("the panel fits the window and scrolls inside", async ({ page }) => {
    await openDemo(page, "?scores");
    await panelButton(page).click();
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

  test("Escape first clears the search in a facet, then closes the panel", async ({ page }) => {
    await openDemo(page);
    await panelButton(page).click();
    const find = panel(page).getByRole("searchbox", { name: "Find in Topics" });
    await find.fill("cit");
    await expect(panel(page).locator(".ac-facet[data-field=topics] .ac-facet-option")).toHaveCount(1);
    await find.press("Escape");
    await expect(find).toHaveValue("");
    await expect(find).toBeFocused();
    await expect(panel(page)).toBeVisible();
    await find.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(panelButton(page)).toBeFocused();
  });

  test("going back while the panel is open keeps it open and restores the filters", async ({ page }) => {
    await openDemo(page);
    await panelButton(page).click();
    const box = facetOption(page, "topics", "Cities").getByRole("checkbox");
    await box.check();
    await expect(page).toHaveURL(/topics=Cities/);
    await page.goBack();
    await expect(box).not.toBeChecked();
    await expect(panel(page)).toBeVisible();
    expect(await isFocusInPanel(page)).toBe(true);
  });

  test("the panel opens over an empty result and says so", async ({ page }) => {
    await openDemo(page);
    await searchField(page).fill("zzzzzz");
    await expect(demoList(page).locator(".ac-empty")).toBeVisible();
    await panelButton(page).click();
    await expect(panel(page).getByRole("button", { name: "Show 0 articles" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(panelButton(page)).toBeFocused();
  });
});

for (const width of [320, 375]) {
  test(`${width} pixels: no horizontal scrolling, nothing cut off`, async ({ page }) => {
    await page.setViewportSize({ width, height: 700 });
    await openDemo(page, "?scores&topics=AI&topics=Cities&provider!=Counterweight&from=2020-01-01&heat=10..150&q=a");
    await expect(chips(page)).toHaveCount(5);
    const pageWidth = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await pageWidth()).toBeLessThanOrEqual(width);
    expect(await cutOff(page)).toEqual([]);
    await panelButton(page).click();
    await expect(panel(page)).toBeVisible();
    expect(await pageWidth()).toBeLessThanOrEqual(width);
    expect(await panel(page).locator(".ac-x-panel-body").evaluate((body) => body.scrollWidth - body.clientWidth)).toBeLessThanOrEqual(0);
    expect(await cutOff(page)).toEqual([]);
  });
}

test("200 % text in half the window: nothing is cut off", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 512 });
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => { document.documentElement.style.fontSize = "200%"; });
  });
  await openDemo(page, "?scores&topics=Cities&topics=AI");
  await expect(chips(page)).toHaveCount(2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
  expect(await cutOff(page)).toEqual([]);
  await expect(searchField(page)).toBeVisible();
  await expect(sortMenu(page)).toBeVisible();
  await panelButton(page).click();
  await expect(panel(page)).toBeVisible();
  expect(await cutOff(page)).toEqual([]);
  await expect(panel(page).getByRole("button", { name: /^Show \d+/ })).toBeInViewport({ ratio: 1 });
  await expect(panel(page).getByRole("button", { name: "Close the filters" })).toBeInViewport({ ratio: 1 });
  // The filters keep enough height between header and footer.
  const body = await panel(page).locator(".ac-x-panel-body").boundingBox();
  expect(body?.height ?? 0).toBeGreaterThan(120);
});

test("a column that becomes wider shows the filters beside the cards again", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openDemo(page);
  await expect(demoList(page).locator(".ac-facets")).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 844 });
  await expect(demoList(page).locator(".ac-facets")).toBeVisible();
  await expect(panelButton(page)).toBeHidden();
  const facets = await demoList(page).locator(".ac-facets").boundingBox();
  const first = await cards(page).first().boundingBox();
  expect((facets?.x ?? 0) + (facets?.width ?? 0)).toBeLessThanOrEqual(first?.x ?? 0);
});
