// States are visible without colour, forced colours work, and motion is limited.
import { expectAccessible } from "../fixtures.js";
import { typeNumber } from "../demo-page.js";
import { contrastFaults } from "./contrast.js";
import { SCHEMES, THEMES, applyTheme, expect, list, openGallery, test } from "./gallery.js";
import { clippedText } from "./clipping.js";
import { smallTargets } from "./target-size.js";

/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * Returns the computed styles of an element, except its colours.
 * @param {Locator} locator
 */
const colourlessStyle = (locator) => locator.first().evaluate((root) => [root, ...root.querySelectorAll("*")].flatMap((element) =>
  [null, "::before"].map((part) => {
    const { fontWeight, textDecorationLine, borderBottomStyle, borderBottomWidth, content, rotate, height, backgroundImage, visibility, opacity } = getComputedStyle(element, part);
    const hasBorder = borderBottomStyle !== "none";
    return [fontWeight, textDecorationLine, hasBorder && borderBottomStyle, hasBorder && borderBottomWidth, content !== "none" && [content, height, rotate], backgroundImage !== "none", visibility, opacity].join();
  })).join(";"));

test("chosen, excluded, invalid and current items differ without colour, in every theme", async ({ everything: page }) => {
  const full = list(page, "#full");
  await full.locator(".ac-x-preset").last().evaluate((preset) => preset.setAttribute("aria-pressed", "true"));
  const row = (/** @type {string} */ value) => full.locator(`.ac-facet-option[data-value="${value}"]`);
  /** @type {Record<string, [Locator, Locator]>} */
  const pairs = {
    "a chosen value": [row("Sea"), row("Fog")],
    "an excluded value": [row("Gale"), row("Pier")],
    "a chip of an excluded value": [full.locator(".ac-chip[data-excluded]"), full.locator(".ac-chip:not([data-excluded])")],
    "a pressed topic": [full.locator(".ac-topic[aria-pressed=true]"), full.locator(".ac-topic[aria-pressed=false]")],
    "a pressed preset": [full.locator(".ac-x-preset[aria-pressed=true]"), full.locator(".ac-x-preset[aria-pressed=false]")],
    "the current page": [list(page, "#list").locator(".ac-page-button[aria-current]"), list(page, "#list").locator(".ac-page-button:not([aria-current], [aria-disabled])")],
    "an invalid field": [list(page, "#no-results").locator("[data-field=quality] input"), full.locator("[data-field=quality] input")],
  };
  for (const theme of THEMES) {
    await applyTheme(page, theme);
    for (const [what, [marked, plain]] of Object.entries(pairs)) {
      expect.soft(await colourlessStyle(marked), `${what} ${theme}`).not.toEqual(await colourlessStyle(plain));
    }
  }
  await full.locator(".ac-x-preset").last().evaluate((preset) => preset.setAttribute("aria-pressed", "false"));
});

test("a range that ends before it begins shows a message that says what to do", async ({ page }) => {
  await openGallery(page, { only: ["no-results"] });
  const dates = list(page, "#no-results").getByRole("group", { name: "Date" });
  const message = /ends before it begins.*Swap/;
  await dates.getByLabel("To").fill("2022-06-10");
  await expect(dates.getByRole("alert")).toHaveText(message);
  for (const name of ["From", "To"]) {
    await expect(dates.getByLabel(name)).toHaveAttribute("aria-invalid", "true");
    await expect(dates.getByLabel(name)).toHaveAccessibleDescription(message);
  }
  await dates.getByLabel("To").fill("2022-06-25");
  await dates.getByLabel("To").blur();
  await expect(dates.getByRole("alert")).toHaveCount(0);
  await expect(dates.getByLabel("To")).not.toHaveAttribute("aria-invalid");
  const heat = list(page, "#no-results").getByRole("group", { name: "Heat" });
  await typeNumber(heat.getByLabel("At least"), "60");
  await typeNumber(heat.getByLabel("At most"), "10");
  await heat.getByLabel("At most").press("Enter");
  await expect(heat.getByRole("alert")).toHaveText(message);
});

test("no axe violations in any state", async ({ everything: page }) => {
  await expectAccessible(page);
});

for (const colorScheme of SCHEMES) {
  test(`forced colours: text, borders, icons and states use system colours, ${colorScheme}`, async ({ everything: page }) => {
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    for (const theme of THEMES) {
      await applyTheme(page, theme);
      const { faults, checked } = await contrastFaults(page);
      expect.soft(faults, theme).toEqual([]);
      expect(checked).toBeGreaterThan(500);
    }
    await applyTheme(page, "");
    const otherColours = await page.locator("article-cards").evaluateAll((all) => {
      const probe = document.body.appendChild(document.createElement("i"));
      const system = new Set(["Canvas", "CanvasText", "LinkText", "VisitedText", "ButtonText", "ButtonFace", "ButtonBorder", "Field", "FieldText", "Highlight", "HighlightText", "Mark", "MarkText", "GrayText"].map((name) => {
        probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
        return getComputedStyle(probe).color;
      }));
      probe.remove();
      return all.flatMap(({ shadowRoot, id }) => [...shadowRoot?.querySelectorAll("*") ?? []].flatMap((element) => {
        if (!element.checkVisibility()) return [];
        const { color, stroke, borderTopColor, borderTopStyle, outlineColor, outlineStyle } = getComputedStyle(element);
        const used = { color, ...element.localName === "svg" && { stroke }, ...borderTopStyle !== "none" && { borderTopColor }, ...outlineStyle !== "none" && { outlineColor } };
        return Object.entries(used).filter(([, value]) => value !== "none" && !system.has(value.replace(/, 1\)$/, ")"))).map(([what, value]) => `${id} ${element.localName}.${element.getAttribute("class")}: ${what} ${value}`);
      }));
    });
    expect.soft([...new Set(otherColours)]).toEqual([]);
    // Controls have a border or their native appearance.
    const borderless = await list(page, "#full").locator(".ac-chip, .ac-x-preset, .ac-topic, .ac-more-button, .ac-facet-checkbox, .ac-search-input, .ac-sort select").evaluateAll((all) =>
      all.filter((one) => { const { borderTopStyle, appearance } = getComputedStyle(one); return borderTopStyle === "none" && appearance === "none"; }).map((one) => one.outerHTML.slice(0, 80)));
    expect(borderless).toEqual([]);
  });
}

test("the button for new articles is readable and large enough", async ({ page }) => {
  await openGallery(page, { only: ["new-articles"] });
  const button = list(page, "#new-articles").getByRole("status").getByRole("button", { name: "2 new articles" });
  await expect(button).toBeVisible();
  for (const theme of THEMES) {
    await applyTheme(page, theme);
    expect((await contrastFaults(page)).faults, theme).toEqual([]);
  }
  expect((await smallTargets(page)).faults).toEqual([]);
  expect(await clippedText(page)).toEqual([]);
  await expectAccessible(page);
});

test("nothing flashes, motion ends or can be stopped, and reduced motion stops all of it", async ({ page }) => {
  await openGallery(page, { only: ["loading-all", "full", "loading"] });
  const running = () => page.locator("article-cards").evaluateAll((all) => all.flatMap(({ shadowRoot }) => shadowRoot?.getAnimations().map((animation) => ({
    element: /** @type {KeyframeEffect} */ (animation.effect).target?.getAttribute("class") || /** @type {KeyframeEffect} */ (animation.effect).target?.localName, duration: Number(animation.effect?.getTiming().duration),
  })) ?? []));
  const full = list(page, "#full");
  await full.locator(".ac-card").first().hover();
  await full.locator(".ac-card-related > summary").first().click();
  expect(await running()).toEqual([]);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await expect.poll(async () => (await running()).length).toBeGreaterThan(3);
  for (const { element, duration } of await running()) {
    // An alternating animation takes twice its duration, so this is far below three flashes a second.
    if (duration < 1000) throw new Error(`${element} takes ${duration} ms`);
  }
  await page.evaluate(() => scrollTo(0, 0));
  // The progress bar stops when the user stops loading.
  await list(page, "#loading-all").getByRole("button", { name: "Stop" }).click();
  await expect.poll(async () => (await running()).map(({ element }) => element)).not.toContain("progress");
});
