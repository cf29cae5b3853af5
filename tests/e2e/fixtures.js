// Playwright fixtures and helpers that all end-to-end tests share.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("@playwright/test").Route} Route */

/** A PNG of one pixel. */
export const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A Content-Security-Policy that allows only what the package documents as necessary. */
export const STRICT_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src https: http: data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/**
 * Responds to every request to another host with an image, because tests run without a network.
 * @param {Page} page
 */
export const stubImages = (page) =>
  page.route((url) => url.hostname !== "127.0.0.1", (route) => route.fulfill({ body: PIXEL, contentType: "image/png" }));

/**
 * A page that fails its test if the console has a message that `expectedConsole` does not match.
 * @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs
 *   & import("@playwright/test").PlaywrightTestOptions & { expectedConsole: RegExp[] },
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>}
 */
export const test = base.extend({
  expectedConsole: async ({}, use) => use([]),
  page: async ({ page, expectedConsole }, use) => {
    /** @type {string[]} */
    const messages = [];
    page.on("console", (message) => messages.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => messages.push(String(error)));
    await stubImages(page);
    await page.addInitScript(() => {
      let sum = 0;
      const add = (/** @type {PerformanceEntryList} */ entries) => {
        for (const entry of entries) {
          const shift = /** @type {PerformanceEntry & { value: number, hadRecentInput: boolean }} */ (entry);
          if (!shift.hadRecentInput) sum += shift.value;
        }
      };
      const observer = new PerformanceObserver((list) => add(list.getEntries()));
      observer.observe({ type: "layout-shift", buffered: true });
      const frame = () => new Promise(requestAnimationFrame);
      // On a busy machine, what has shifted is reported later.
      Object.assign(window, { layoutShift: async () => (await frame(), await frame(), add(observer.takeRecords()), sum) });
    });
    await use(page);
    expect(messages.filter((line) => !expectedConsole.some((pattern) => pattern.test(line)))).toEqual([]);
  },
});

export { expect };

/**
 * Returns the sum of all layout shifts without recent user input.
 * @param {Page} page
 * @returns {Promise<number>}
 */
export const layoutShift = (page) => page.evaluate(() => /** @type {any} */ (window).layoutShift());

/**
 * Fails if axe finds a violation.
 * @param {Page} page
 * @param {string} [within] a selector that limits the check, which saves time
 */
export async function expectAccessible(page, within = "html") {
  // In the page itself, and without details of what passes: four times as fast.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await axe.include(within).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map((node) => node.html)])).toEqual([]);
}

/**
 * Delays the responses for a URL until the returned function is called.
 * @param {Page} page
 * @param {string} url
 * @param {(route: Route) => Promise<void>} [respond]
 * @returns {Promise<() => void>}
 */
export async function holdRoute(page, url, respond = (route) => route.continue()) {
  let release = () => {};
  const released = /** @type {Promise<void>} */ (new Promise((resolve) => (release = resolve)));
  await page.route(url, async (route) => (await released, respond(route)));
  return () => release();
}

/**
 * Holds the timers with these delays in milliseconds on the pages to come, so that a test does not depend
 * on the machine's speed. Returns a function that runs what is held.
 * @param {Page} page
 * @param {number[]} delays
 */
export async function holdTimers(page, ...delays) {
  await page.addInitScript((delays) => {
    const { setTimeout } = window;
    /** @type {(() => void)[]} */
    const heldTimers = [];
    Object.assign(window, {
      heldTimers,
      setTimeout: (/** @type {() => void} */ run, /** @type {number} */ delay) => (delays.includes(delay) ? (heldTimers.push(run), 0) : setTimeout(run, delay)),
    });
  }, delays);
  return () => page.evaluate(() => /** @type {any} */ (window).heldTimers.splice(0).forEach((/** @type {() => void} */ run) => run()));
}

/**
 * Makes Yew put off all effects, as on a busy machine: no render ends in time, and no timer fires.
 * @param {import("@playwright/test").Page} page
 */
export const putOffEffects = (page) => page.evaluate(() => {
  let now = Date.now();
  Date.now = () => (now += 1_000);
  Object.assign(window, { setTimeout: () => 0 });
});

/**
 * Runs a module script in a worker and returns the first message that it posts.
 * @param {Page} page
 * @param {string} script
 * @returns {Promise<any>}
 */
export const runInWorker = (page, script) =>
  page.evaluate((script) => {
    const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
    const worker = new Worker(url, { type: "module" });
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
    });
  }, script);

/**
 * Records violations of the page's Content-Security-Policy. Call it before opening the page.
 * @param {Page} page
 */
export const recordPolicyViolations = (page) =>
  page.addInitScript(() => {
    /** @type {string[]} */
    const violations = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => violations.push(`${violatedDirective} ${blockedURI} ${sample}`));
    Object.assign(window, { violations });
  });

/**
 * Returns the recorded violations.
 * @param {Page} page
 * @returns {Promise<string[]>}
 */
export const policyViolations = (page) => page.evaluate(() => /** @type {any} */ (window).violations);
