// Target size, pointer cancellation and label in name (guideline 2.5).
import { takeEvents } from "../element/host-page.js";
import { applyTheme, expect, list, openGallery, test } from "./gallery.js";
import { smallTargets } from "./target-size.js";

test("targets are at least 24 by 24 pixels or have that much space, in each theme and width", async ({ everything: page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    // The other themes have the default's font size.
    for (const theme of ["", "terminal"]) {
      await applyTheme(page, theme);
      await page.evaluate(() => scrollTo(0, 0));
      const { faults, checked } = await smallTargets(page);
      expect.soft(faults, `${theme} ${width}`).toEqual([]);
      expect(checked).toBeGreaterThan(120);
    }
  }
  await applyTheme(page, "");
  await list(page, "#full").locator(".ac-panel-button").click();
  const { faults, checked } = await smallTargets(page, "#full");
  expect(faults).toEqual([]);
  expect(checked).toBeGreaterThan(30);
  await page.keyboard.press("Escape");
  await expect(list(page, "#full").locator("dialog")).toHaveCount(0);
});

test("nothing happens on pointer down, and moving away cancels the press", async ({ page }) => {
  await openGallery(page, { only: ["full", "list"] });
  const full = list(page, "#full");
  const controls = [
    full.locator(".ac-search-clear"), full.locator(".ac-facet-option label").nth(2), full.locator("summary.ac-facet-label").first(),
    full.locator(".ac-x-preset").first(), full.locator(".ac-chip").first(), full.locator(".ac-chip-clear"), full.locator(".ac-card-link").first(),
    full.locator(".ac-topic").first(), full.locator("button.ac-x-name").first(), full.locator(".ac-card-related > summary").first(),
    full.locator(".ac-related-item a").first(), full.locator(".ac-x-more-related").first(), full.locator(".ac-more-button"),
    list(page, "#list").locator(".ac-page-button").nth(2),
  ];
  // Load the lazy images now, so that none changes the page during the test.
  const images = full.or(list(page, "#list")).locator("img");
  await images.evaluateAll((all) => all.forEach((image) => image.setAttribute("loading", "eager")));
  await expect.poll(() => images.evaluateAll((all) => all.every((image) => /** @type {HTMLImageElement} */ (image).naturalWidth > 0))).toBe(true);
  await takeEvents(page);
  // Links have no address for a moment, so that a selection can begin on their texts; and the page scrolls, which
  // renders cards that were far away.
  const markup = () => page.evaluate(() => [...document.querySelectorAll("article-cards")].map(({ shadowRoot }) => shadowRoot?.querySelector(".ac-x-shell")?.innerHTML.replace(/ (href|data-rendered)="[^"]*"/g, "")));
  const before = await markup();
  for (const control of controls) {
    await control.hover();
    await page.mouse.down();
    expect(await takeEvents(page), String(control)).toEqual([]);
    expect(await markup(), String(control)).toEqual(before);
    await page.mouse.move(2, 2);
    await page.mouse.up();
  }
  expect(await takeEvents(page)).toEqual([]);
  expect(await markup()).toEqual(before);
  expect(new URL(page.url()).pathname).toBe("/host/");
});

test("visible text is part of the accessible name", async ({ everything: page }) => {
  const found = await page.locator("article-cards").evaluateAll((all) => all.flatMap(({ shadowRoot }) =>
    [...shadowRoot?.querySelectorAll("button, a[href], summary") ?? []]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .flatMap((control) => {
        const name = control.getAttribute("aria-label");
        const text = /** @type {HTMLElement} */ (control).innerText.trim();
        // Arrows are not text.
        return name && /[\p{L}\p{N}]/u.test(text) ? [{ name, text }] : [];
      })));
  for (const { name, text } of found) expect(name.toLowerCase()).toContain(text.toLowerCase());
  // Fields have a visible label.
  const full = list(page, "#full");
  const fields = await full.locator("input, select").evaluateAll((all) => all.map((field) => {
    const [label] = /** @type {HTMLInputElement} */ (field).labels ?? [];
    return label?.innerText.trim().replaceAll(/\s+/g, " ") ?? "";
  }));
  expect(fields.filter((label) => label === "")).toEqual([]);
  expect(fields).toEqual(expect.arrayContaining(["From", "To", "At least", "At most"]));
  await expect(full.getByRole("combobox")).toHaveAccessibleName("Sort by");
  await expect(full.getByRole("checkbox", { name: /^Sea 12/ })).toHaveCount(1);
});
