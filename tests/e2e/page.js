// What the tests of pages share: a page whose console must stay empty, and its layout shifts.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

/** A picture of one pixel, for addresses that a closed network does not have. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/**
 * Answers what other hosts are asked for with a picture.
 * @param {import("@playwright/test").Page} page
 */
export const servePictures = (page) =>
  page.route((url) => url.hostname !== "127.0.0.1", (route) => route.fulfill({ body: PIXEL, contentType: "image/png" }));

/**
 * A page that fails its test if anything was said in its console, but for what the test expects.
 * Pictures of other hosts are served from here.
 * @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs
 *   & import("@playwright/test").PlaywrightTestOptions & { expected: RegExp[] },
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>}
 */
export const test = base.extend({
  expected: async ({}, use) => use([]),
  page: async ({ page, expected }, use) => {
    /** @type {string[]} */
    const said = [];
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(String(error)));
    await servePictures(page);
    await page.addInitScript(() => {
      const shifts = Object.assign(window, { shifts: 0 });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const shift = /** @type {PerformanceEntry & { value: number, hadRecentInput: boolean }} */ (entry);
          if (!shift.hadRecentInput) shifts.shifts += shift.value;
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await use(page);
    expect(said.filter((line) => !expected.some((pattern) => pattern.test(line)))).toEqual([]);
  },
});

export { expect };

/**
 * The sum of all layout shifts that the reader did not cause.
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<number>}
 */
export const shifts = (page) => page.evaluate(() => /** @type {any} */ (window).shifts);

/**
 * Fails if axe finds anything.
 * @param {import("@playwright/test").Page} page
 * @param {string} [within] where it looks, which takes less time than everywhere
 */
export async function checkAccessible(page, within = "html") {
  const { violations } = await new AxeBuilder({ page }).include(within).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
}

/**
 * The list that shows a whole feed.
 * @param {import("@playwright/test").Page} page
 */
export const feed = (page) => page.getByRole("region", { name: "The feed" });
