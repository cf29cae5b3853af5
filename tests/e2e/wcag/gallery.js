// One page with the list in every state, which the WCAG tests check.
import { readFileSync } from "node:fs";
import { stubImages } from "../fixtures.js";
import { expect, list, onElementAt, openHostPage, test as base, waitUntilReady } from "../element/host-page.js";
import { BROKEN_IMAGE, FIRST_PAGE, WHOLE_FEED } from "./gallery-feed.js";

/** @typedef {import("@playwright/test").Page} Page */

export { expect };

/** The default theme and the example themes. */
export const THEMES = ["", "broadsheet", "poster", "terminal"];

export const SCHEMES = /** @type {const} */ (["light", "dark"]);

/** @param {string} theme */
const themeSheet = (theme) => readFileSync(new URL(`../../../styles/themes/${theme}.css`, import.meta.url), "utf8");

/** The attributes of each list by its `id`. @type {Record<string, string>} */
const LISTS = {
  // At the top: the rest of a feed loads only while the list is in view.
  "loading-all": `src="endless/index.json" query="tide" page-size="2" facets="none"`,
  full: `src="whole.json" page-size="9" with-scores query="tide" filter="topics=Sea&topics=Wind&provider%21=Gale&from=2021-06-01&quality=1.."`,
  list: `src="whole.json" page-size="6" layout="list" paging="pages" facets="none" without-search without-sort`,
  compact: `src="whole.json" page-size="7" layout="compact" facets="none" without-search without-sort`,
  front: `src="whole.json" page-size="6" layouts="grid,list" featured="2" group-by="month" facets="none" without-search without-sort`,
  end: `src="whole.json" page-size="20" layout="compact" facets="none" query="report" without-images`,
  error: `src="missing.json"`,
  banner: `src="whole.json" page-size="2" facets="none" without-search without-sort`,
  "no-results": `src="whole.json" query="tide" filter="topics=Sea&from=2022-06-20&quality=60..10" with-scores`,
  empty: `src="empty.json"`,
  loading: `src="never.json" page-size="3"`,
  "load-all-button": `src="endless/index.json" sort="title" page-size="2" facets="none"`,
  "new-articles": `src="renewed.json" page-size="2" facets="none" without-search without-sort refresh="10"`,
  "next-page-error": `src="cut/index.json" page-size="6" facets="none" without-search without-sort`,
};

/**
 * `everything` is a page with all lists, opened once per worker. Tests that use it must leave it
 * unchanged.
 * @type {import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs
 *   & import("@playwright/test").PlaywrightTestOptions & { expectedConsole: RegExp[], everything: Page },
 *   import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions & { shared: Page }>}
 */
export const test = base.extend({
  expectedConsole: async ({}, use) => use([/Failed to load resource/, /article-cards/]),
  shared: [async (/** @type {{ browser: import("@playwright/test").Browser }} */ { browser }, /** @type {(page: Page) => Promise<void>} */ use) => {
    const context = await browser.newContext({ baseURL: `http://127.0.0.1:${process.env.E2E_PORT ?? 4173}/` });
    const page = await context.newPage();
    await stubImages(page);
    await openGallery(page);
    await use(page);
    await context.close();
  }, { scope: "worker" }],
  everything: async ({ shared }, use) => {
    await shared.emulateMedia({ colorScheme: "light", forcedColors: null, contrast: null, reducedMotion: "reduce" });
    await shared.setViewportSize({ width: 1280, height: 720 });
    await applyTheme(shared, "");
    await shared.evaluate(() => scrollTo(0, 0));
    await use(shared);
  },
});

/**
 * Opens the page and waits until each list is in its state. `new-articles` is left out by default,
 * because it takes ten seconds.
 * @param {Page} page
 * @param {{ only?: string[], attributes?: string }} [options]
 */
export async function openGallery(page, { only = Object.keys(LISTS).filter((id) => id !== "new-articles"), attributes = "" } = {}) {
  await page.emulateMedia({ reducedMotion: "reduce" });
  // In the days of the feed, so that ranges like "Last 7 days" are offered.
  // A list that reloads needs time that passes.
  if (!only.includes("new-articles")) await page.clock.setFixedTime("2021-06-29T12:00:00Z");
  const feeds = { "whole.json": WHOLE_FEED, "empty.json": { value: [] }, "endless/index.json": FIRST_PAGE, "cut/index.json": FIRST_PAGE };
  for (const [name, json] of Object.entries(feeds)) await page.route(`**/host/${name}`, (route) => route.fulfill({ json }));
  await page.route("**/host/{missing.json,cut/page/2/index.json}", (route) => route.fulfill({ status: 404, body: "" }));
  await page.route("**/host/{never.json,endless/page/2/index.json}", () => {});
  let requests = 0;
  await page.route("**/host/renewed.json", (route) => route.fulfill({ json: requests++ ? WHOLE_FEED : { value: WHOLE_FEED.value.slice(2) } }));
  await page.route(BROKEN_IMAGE, (route) => route.fulfill({ status: 404, body: "" }));
  const lists = only.map((id) => `<article-cards id="${id}" label="${id}" dates="absolute" lang="en-GB" time-zone="UTC" ${LISTS[id]} ${attributes}></article-cards>`);
  const themes = THEMES.filter(Boolean).map(themeSheet).join("\n");
  const head = `<meta name="color-scheme" content="light dark">
    <style>body { background: Canvas; } article-cards { margin-block: 2em; } ${themes}</style>`;
  await openHostPage(page, lists.join("\n"), { head });
  for (const id of only) {
    if (id === "loading") await expect(list(page, "#loading").locator(".ac-skeleton").first()).toBeVisible();
    else await waitUntilReady(page, `#${id}`);
  }
  /** @type {Record<string, () => Promise<void>>} */
  const setUp = {
    full: async () => {
      const card = list(page, "#full").locator(".ac-card[data-id=a0]");
      await card.locator(".ac-x-more-topics").click();
      await card.locator(".ac-card-related > summary").click();
      await expect(card.locator(".ac-related-item").first()).toBeVisible();
    },
    front: async () => {
      await onElementAt(page, "#front", (element) => {
        // As after an earlier visit, since which all articles came in.
        localStorage.setItem(`gallery ${new URL("whole.json", location.href)}`, JSON.stringify({ lastVisit: Date.UTC(2021, 5, 25), lastUse: Date.now() }));
        element.remember = "gallery";
      });
      const save = list(page, "#front").locator(".ac-card-save").first();
      await save.click();
      await expect(save).toHaveAttribute("aria-pressed", "true");
      await expect(list(page, "#front").locator(".ac-card-new").first()).toBeVisible();
    },
    error: async () => list(page, "#error").locator(".ac-x-detail > summary").click(),
    banner: async () => {
      await onElementAt(page, "#banner", (element) => element.load("missing.json"));
      await expect(list(page, "#banner").locator(".ac-x-banner")).toBeVisible();
    },
    "no-results": async () => expect(list(page, "#no-results").locator(".ac-x-drop").first()).toBeVisible(),
    "loading-all": async () => expect(list(page, "#loading-all").getByRole("button", { name: "Stop" })).toBeVisible(),
    "load-all-button": async () => expect(list(page, "#load-all-button").locator(".ac-x-gathering button")).toBeVisible(),
    // Ten seconds is the shortest refresh interval.
    "new-articles": async () => expect(list(page, "#new-articles").locator(".ac-x-new")).toBeVisible(),
    "next-page-error": async () => {
      await list(page, "#next-page-error").locator(".ac-more-button").click();
      await expect(list(page, "#next-page-error").locator(".ac-retry")).toBeVisible();
    },
  };
  for (const id of only) await setUp[id]?.();
}

/**
 * Applies a theme to all lists and waits for its transitions, which not every browser can disable.
 * @param {Page} page
 * @param {string} theme
 */
export const applyTheme = (page, theme) => page.locator("article-cards").evaluateAll(async (all, theme) => {
  for (const element of all) element.setAttribute("class", theme);
  const transitions = all.flatMap(({ shadowRoot }) => shadowRoot?.getAnimations() ?? []).filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(transitions.map(({ finished }) => finished));
}, theme);

export { list };
