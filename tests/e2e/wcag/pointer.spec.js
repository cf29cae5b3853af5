// Guideline 2.5: what a pointer does, for hands that tremble, and for whoever speaks a name to press it.
import { told } from "../element/host.js";
import { expect, gallery, list, test, wear } from "./gallery.js";
import { smallTargets } from "./targets.js";

test("what is pressed is 24 pixels wide and high, or has as much room, in each look and width", async ({ everything: page }) => {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 700 });
    // The other looks change no letters' size.
    for (const look of ["", "terminal"]) {
      await wear(page, look);
      const { faults, looked } = await smallTargets(page);
      expect.soft(faults, `${look} ${width}`).toEqual([]);
      expect(looked).toBeGreaterThan(120);
    }
  }
  await wear(page, "");
  await list(page, "#full").locator(".ac-panel-button").click();
  const { faults, looked } = await smallTargets(page, "#full");
  expect(faults).toEqual([]);
  expect(looked).toBeGreaterThan(30);
  await page.keyboard.press("Escape");
  await expect(list(page, "#full").locator("dialog")).toHaveCount(0);
});

test("a press that is moved away does nothing, and nothing happens before it is let go", async ({ page }) => {
  await gallery(page, { only: ["full", "list"] });
  const full = list(page, "#full");
  const controls = [
    full.locator(".ac-search-clear"), full.locator(".ac-facet-option label").nth(2), full.locator("summary.ac-facet-label").first(),
    full.locator(".ac-x-preset").first(), full.locator(".ac-chip").first(), full.locator(".ac-chip-clear"), full.locator(".ac-card-link").first(),
    full.locator(".ac-topic").first(), full.locator("button.ac-x-name").first(), full.locator(".ac-card-related > summary").first(),
    full.locator(".ac-related-item a").first(), full.locator(".ac-x-more-related").first(), full.locator(".ac-more-button"),
    list(page, "#list").locator(".ac-page-button").nth(2),
  ];
  // Pictures further down come when browsers like, and the broken ones go: all of them now.
  const pictures = full.or(list(page, "#list")).locator("img");
  await pictures.evaluateAll((all) => all.forEach((picture) => picture.setAttribute("loading", "eager")));
  await expect.poll(() => pictures.evaluateAll((all) => all.every((picture) => /** @type {HTMLImageElement} */ (picture).naturalWidth > 0))).toBe(true);
  await told(page);
  const looks = () => page.evaluate(() => [...document.querySelectorAll("article-cards")].map(({ shadowRoot }) => shadowRoot?.querySelector(".ac-x-shell")?.innerHTML));
  const before = await looks();
  for (const control of controls) {
    await control.hover();
    await page.mouse.down();
    expect(await told(page), String(control)).toEqual([]);
    expect(await looks(), String(control)).toEqual(before);
    await page.mouse.move(2, 2);
    await page.mouse.up();
  }
  expect(await told(page)).toEqual([]);
  expect(await looks()).toEqual(before);
  expect(new URL(page.url()).pathname).toBe("/host/");
});

test("whatever has words on it is called by them", async ({ everything: page }) => {
  const found = await page.locator("article-cards").evaluateAll((all) => all.flatMap(({ shadowRoot }) =>
    [...shadowRoot?.querySelectorAll("button, a[href], summary") ?? []]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .flatMap((control) => {
        const name = control.getAttribute("aria-label");
        const words = /** @type {HTMLElement} */ (control).innerText.trim();
        // Arrows are no words.
        return name && /[\p{L}\p{N}]/u.test(words) ? [{ name, words }] : [];
      })));
  for (const { name, words } of found) expect(name.toLowerCase()).toContain(words.toLowerCase());
  // Fields are called by the label that is seen beside them.
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
