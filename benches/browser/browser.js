// @ts-check
// The browser, and pages in it that nothing has been in before.
import { chromium } from "@playwright/test";

/** @typedef {import("@playwright/test").Browser} Browser */
/** @typedef {import("@playwright/test").Page} Page */

/** Each measurement of one competitor may take as long. */
const PATIENCE = 300_000;

/** @returns {Promise<Browser>} */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--js-flags=--expose-gc", "--enable-precise-memory-info"],
  });

/**
 * Does something in a fresh page, which must not complain.
 * @template T
 * @param {Browser} browser
 * @param {string} address
 * @param {(page: Page) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function inPage(browser, address, use) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    /** @type {string[]} */
    const said = [];
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("console", (message) => message.type() === "error" && said.push(message.text()));
    await page.goto(address);
    const result = await use(page);
    if (said.length) throw new Error(`${address} complains: ${said.join("; ")}`);
    return result;
  } finally {
    await context.close();
  }
}
