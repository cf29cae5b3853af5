// What is chosen, wrong or excluded is seen without colours; nothing flashes, and nothing moves where that is unwanted.
import { checkAccessible } from "../page.js";
import { writeNumber } from "../reader.js";
import { colours } from "./colours.js";
import { LOOKS, SCHEMES, expect, gallery, list, test, wear } from "./gallery.js";
import { lost } from "./loss.js";
import { smallTargets } from "./targets.js";

/** @typedef {import("@playwright/test").Locator} Locator */

/**
 * How something looks, but for its colours.
 * @param {Locator} what
 */
const shape = (what) => what.first().evaluate((at) => [at, ...at.querySelectorAll("*")].flatMap((element) =>
  [null, "::before"].map((part) => {
    const { fontWeight, textDecorationLine, borderBottomStyle, borderBottomWidth, content, rotate, height, backgroundImage, visibility, opacity } = getComputedStyle(element, part);
    const isEdge = borderBottomStyle !== "none";
    return [fontWeight, textDecorationLine, isEdge && borderBottomStyle, isEdge && borderBottomWidth, content !== "none" && [content, height, rotate], backgroundImage !== "none", visibility, opacity].join();
  })).join(";"));

test("what is chosen, excluded, wrong or current looks different also without colours, in each look", async ({ everything: page }) => {
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
    "a wrong field": [list(page, "#nothing").locator("input[type=date]"), full.locator("input[type=date]")],
  };
  for (const look of LOOKS) {
    await wear(page, look);
    for (const [what, [marked, plain]] of Object.entries(pairs)) {
      expect.soft(await shape(marked), `${what} ${look}`).not.toEqual(await shape(plain));
    }
  }
  await full.locator(".ac-x-preset").last().evaluate((preset) => preset.setAttribute("aria-pressed", "false"));
});

test("a range that ends before it begins says so in words, and what to do", async ({ page }) => {
  await gallery(page, { only: ["nothing"] });
  const dates = list(page, "#nothing").getByRole("group", { name: "Date" });
  const words = /ends before it begins.*Exchange/;
  await expect(dates.getByRole("alert")).toHaveText(words);
  for (const name of ["From", "To"]) {
    await expect(dates.getByLabel(name)).toHaveAttribute("aria-invalid", "true");
    await expect(dates.getByLabel(name)).toHaveAccessibleDescription(words);
  }
  await dates.getByLabel("To").fill("2021-06-25");
  await dates.getByLabel("To").blur();
  await expect(dates.getByRole("alert")).toHaveCount(0);
  await expect(dates.getByLabel("To")).not.toHaveAttribute("aria-invalid");
  const heat = list(page, "#nothing").getByRole("group", { name: "Heat" });
  await writeNumber(heat.getByLabel("At least"), "60");
  await writeNumber(heat.getByLabel("At most"), "10");
  await heat.getByLabel("At most").press("Enter");
  await expect(heat.getByRole("alert")).toHaveText(words);
});

test("axe finds nothing in any state", async ({ everything: page }) => {
  await checkAccessible(page);
});

for (const colorScheme of SCHEMES) {
  test(`forced colours: texts, edges, signs and states are drawn in the reader's, ${colorScheme}`, async ({ everything: page }) => {
    await page.emulateMedia({ colorScheme, forcedColors: "active" });
    for (const look of LOOKS) {
      await wear(page, look);
      const { faults, looked } = await colours(page);
      expect.soft(faults, look).toEqual([]);
      expect(looked).toBeGreaterThan(500);
    }
    await wear(page, "");
    const unlike = await page.locator("article-cards").evaluateAll((all) => {
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
    expect.soft([...new Set(unlike)]).toEqual([]);
    // What is not a field, and is pressed, has an edge or is underlined.
    const bare = await list(page, "#full").locator(".ac-chip, .ac-x-preset, .ac-topic, .ac-more-button, .ac-facet-checkbox, .ac-search-input, .ac-sort select").evaluateAll((all) =>
      all.filter((one) => { const { borderTopStyle, appearance } = getComputedStyle(one); return borderTopStyle === "none" && appearance === "none"; }).map((one) => one.outerHTML.slice(0, 80)));
    expect(bare).toEqual([]);
  });
}

test("new articles are offered in words that can be read and pressed", async ({ page }) => {
  await gallery(page, { only: ["renewed"] });
  const offer = list(page, "#renewed").getByRole("status").getByRole("button", { name: "2 new articles" });
  await expect(offer).toBeVisible();
  for (const look of LOOKS) {
    await wear(page, look);
    expect((await colours(page)).faults, look).toEqual([]);
  }
  expect((await smallTargets(page)).faults).toEqual([]);
  expect(await lost(page)).toEqual([]);
  await checkAccessible(page);
});

test("nothing flashes, what moves can be stopped or ends, and nothing moves for whoever wants less motion", async ({ page }) => {
  await gallery(page, { only: ["full", "loading", "gathering"] });
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
    // A turn to and fro is twice this: far under three a second.
    if (duration < 1000) throw new Error(`${element} takes ${duration} ms`);
  }
  // What waits for the feed stops by the reader's wish.
  await list(page, "#gathering").getByRole("button", { name: "Stop" }).click();
  await expect.poll(async () => (await running()).map(({ element }) => element)).not.toContain("progress");
});
