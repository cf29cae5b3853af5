// All that the list ever shows, on one page and at once: what each criterion is held against.
import { readFileSync } from "node:fs";
import { servePictures } from "../page.js";
import { expect, list, on, onOne, open, ready, test as base } from "../element/host.js";
import { BROKEN, FIRST, WHOLE } from "./feed.js";

/** @typedef {import("@playwright/test").Page} Page */

export { expect };

/** The looks: the list's own, and those of the demo page. */
export const LOOKS = ["", "broadsheet", "poster", "terminal"];

/** Day and night. */
export const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** @param {string} look */
const sheet = (look) => readFileSync(new URL(`../../../styles/themes/${look}.css`, import.meta.url), "utf8");

/** The lists by their `id`, and their attributes. All but the one that must be waited for are there unless others are asked for. @type {Record<string, string>} */
const LISTS = {
  full: `src="whole.json" page-size="9" with-scores query="tide" filter="topics=Sea&topics=Wind&provider%21=Gale&from=2021-06-01&quality=1.."`,
  list: `src="whole.json" page-size="6" layout="list" paging="pages" facets="none" without-search without-sort`,
  compact: `src="whole.json" page-size="7" layout="compact" facets="none" without-search without-sort`,
  end: `src="whole.json" page-size="20" layout="compact" facets="none" query="report" without-images`,
  error: `src="missing.json"`,
  banner: `src="whole.json" page-size="2" facets="none" without-search without-sort`,
  nothing: `src="whole.json" query="tide" filter="topics=Sea&from=2021-06-20&to=2021-06-10" with-scores`,
  empty: `src="empty.json"`,
  loading: `src="never.json" page-size="3"`,
  gathering: `src="going/index.json" query="tide" page-size="2" facets="none"`,
  offered: `src="going/index.json" sort="title" page-size="2" facets="none"`,
  renewed: `src="renewed.json" page-size="2" facets="none" without-search without-sort refresh="10"`,
  cut: `src="cut/index.json" page-size="6" facets="none" without-search without-sort`,
};

/**
 * `page` is one of the test's own, whose console tells of the feeds that are not there, as it should. `everything` is
 * the page of all states, opened once for many tests, which measure and leave it as it was.
 * @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs
 *   & import("@playwright/test").PlaywrightTestOptions & { expected: RegExp[], everything: Page },
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions & { shared: Page }>}
 */
export const test = base.extend({
  expected: async ({}, use) => use([/Failed to load resource/, /article-cards/]),
  shared: [async (/** @type {{ browser: import("@playwright/test").Browser }} */ { browser }, /** @type {(page: Page) => Promise<void>} */ use) => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${process.env.E2E_PORT ?? 4173}/` });
    const page = await context.newPage();
    await servePictures(page);
    await gallery(page);
    await use(page);
    await context.close();
  }, { scope: "worker" }],
  everything: async ({ shared }, use) => {
    await shared.emulateMedia({ colorScheme: "light", forcedColors: null, contrast: null, reducedMotion: "reduce" });
    await shared.setViewportSize({ width: 1280, height: 720 });
    await wear(shared, "");
    await shared.evaluate(() => scrollTo(0, 0));
    await use(shared);
  },
});

/**
 * Opens the page, and waits until each list shows what it is there for.
 * @param {Page} page
 * @param {{ only?: string[], attributes?: string }} [options]
 */
export async function gallery(page, { only = Object.keys(LISTS).filter((id) => id !== "renewed"), attributes = "" } = {}) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const answers = { "whole.json": WHOLE, "empty.json": { value: [] }, "going/index.json": FIRST, "cut/index.json": FIRST };
  for (const [name, json] of Object.entries(answers)) await page.route(`**/host/${name}`, (route) => route.fulfill({ json }));
  await page.route("**/host/{missing.json,cut/page/2/index.json}", (route) => route.fulfill({ status: 404, body: "" }));
  await page.route("**/host/{never.json,going/page/2/index.json}", () => {});
  let asked = 0;
  await page.route("**/host/renewed.json", (route) => route.fulfill({ json: asked++ ? WHOLE : { value: WHOLE.value.slice(2) } }));
  await page.route(BROKEN, (route) => route.fulfill({ status: 404, body: "" }));
  const lists = only.map((id) => `<article-cards id="${id}" label="${id}" dates="absolute" locale="en-GB" time-zone="UTC" ${LISTS[id]} ${attributes}></article-cards>`);
  const looks = LOOKS.filter(Boolean).map(sheet).join("\n");
  const head = `<meta name="color-scheme" content="light dark">
    <style>body { background: Canvas; } article-cards { margin-block: 2em; } ${looks}</style>`;
  await open(page, lists.join("\n"), { head });
  for (const id of only) {
    if (id === "loading") await expect(list(page, "#loading").locator(".ac-skeleton").first()).toBeVisible();
    else await ready(page, `#${id}`);
  }
  /** @type {Record<string, () => Promise<void>>} */
  const acts = {
    full: async () => {
      const card = list(page, "#full").locator(".ac-card[data-id=a0]");
      await card.locator(".ac-x-more-topics").click();
      await card.locator(".ac-card-related > summary").click();
      await expect(card.locator(".ac-related-item").first()).toBeVisible();
    },
    error: async () => list(page, "#error").locator(".ac-x-detail > summary").click(),
    banner: async () => {
      await onOne(page, "#banner", (element) => element.load("missing.json"));
      await expect(list(page, "#banner").locator(".ac-x-banner")).toBeVisible();
    },
    nothing: async () => expect(list(page, "#nothing").locator(".ac-x-drop").first()).toBeVisible(),
    gathering: async () => expect(list(page, "#gathering").getByRole("button", { name: "Stop" })).toBeVisible(),
    offered: async () => expect(list(page, "#offered").locator(".ac-x-gathering button")).toBeVisible(),
    // Nobody asks for news more often than every ten seconds.
    renewed: async () => expect(list(page, "#renewed").locator(".ac-x-new")).toBeVisible(),
    cut: async () => {
      await list(page, "#cut").locator(".ac-more-button").click();
      await expect(list(page, "#cut").locator(".ac-retry")).toBeVisible();
    },
  };
  for (const id of only) await acts[id]?.();
}

/**
 * Puts a look on all lists, until it is all there: not every browser can be asked for less motion.
 * @param {Page} page
 * @param {string} look
 */
export const wear = (page, look) => page.locator("article-cards").evaluateAll(async (all, look) => {
  for (const element of all) element.setAttribute("class", look);
  const changes = all.flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? []).filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changes.map(({ finished }) => finished));
}, look);

export { list, on, onOne };
