// @ts-check
// Launches the browser, and runs measurements in fresh pages.
import { chromium } from "@playwright/test";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */

/** The timeout of one measurement of a competitor, in milliseconds. */
const TIMEOUT = 300_000;

/** @returns {Promise<Browser>} */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--js-flags=--expose-gc", "--enable-precise-memory-info"],
  });

/**
 * Runs a function on a fresh page; throws if the page reports an error.
 * @template T
 * @param {Browser} browser
 * @param {string} address
 * @param {(page: Page) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withFreshPage(browser, address, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(TIMEOUT);
    /** @type {string[]} */
    const errors = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    await page.goto(address);
    const result = await use(page);
    if (errors.length) throw new Error(`${address} reports errors: ${errors.join("; ")}`);
    return result;
  } finally {
    await context.close();
  }
}
