// Pictures of every state at every width, in one sheet for each mode, for people to look at.
import { expect, test } from "./gallery.js";

/** @typedef {import("@playwright/test").Page} Page */

const WIDTHS = [260, 320, 390, 768, 1280, 1920];

/** The width of a column of a sheet. */
const COLUMN = 480;

/** @type {[string, (page: Page) => Promise<void>, (page: Page) => Promise<void>][]} */
const MODES = [
  ["light", async () => {}, async () => {}],
  ["dark", (page) => page.emulateMedia({ colorScheme: "dark" }), (page) => page.emulateMedia({ colorScheme: "light" })],
  ["right-to-left", (page) => setDirection(page, "rtl"), (page) => setDirection(page, "ltr")],
  ["forced-colours", (page) => page.emulateMedia({ forcedColors: "active" }), (page) => page.emulateMedia({ forcedColors: null })],
];

/** @param {Page} page @param {string} direction */
const setDirection = (page, direction) => page.evaluate((direction) => { document.documentElement.dir = direction; }, direction);

for (const [mode, enter, leave] of MODES) {
  test(`every state at every width: ${mode}`, async ({ everything: page }, info) => {
    await enter(page);
    /** @type {string[]} */
    const columns = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${width} pixels`).toBeLessThanOrEqual(width);
      const picture = await page.screenshot({ fullPage: true, type: "jpeg", quality: 80 });
      columns.push(`<figure><figcaption>${width} pixels</figcaption><img src="data:image/jpeg;base64,${picture.toString("base64")}"></figure>`);
    }
    await leave(page);
    const sheet = await page.context().newPage();
    await sheet.setViewportSize({ width: columns.length * COLUMN, height: 900 });
    await sheet.setContent(`<style>body { display: flex; align-items: start; margin: 0; font: 20px sans-serif } figure { margin: 8px; flex: 1 } img { inline-size: 100% }</style>${columns.join("")}`);
    const path = info.outputPath(`${mode}.jpg`);
    await sheet.screenshot({ path, fullPage: true, type: "jpeg", quality: 80 });
    await sheet.close();
    await info.attach(mode, { path, contentType: "image/jpeg" });
  });
}
