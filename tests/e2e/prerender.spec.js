// Prerendered pages: without scripts, and while the element takes over.
import { HtmlValidate } from "html-validate";
import { STRICT_POLICY, expect, expectAccessible, holdRoute, layoutShift, policyViolations, recordPolicyViolations, test } from "./fixtures.js";
import { REAL_FEED, SAMPLE, SAMPLE_ONE_DOCUMENT, inlineFeed, layoutOf, openPrerendered, pageTemplate, prerender } from "./prerendered-page.js";
import { NO_REAL_FEEDS, hasRealFeeds } from "./real-feeds.js";

/** @typedef {import("../../package/index.js").ArticleCardsElement} ArticleCardsElement */

/** Waits until the element has rendered its cards. @param {import("@playwright/test").Page} page */
const waitUntilRendered = (page) => page.locator("article-cards").evaluate(async (element) => {
  const cards = /** @type {ArticleCardsElement} */ (element);
  await cards.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
});

const LAYOUTS = ["grid", "list", "compact"];
const WIDTHS = [390, 700, 1280];

const FEEDS = Object.entries({ sample: SAMPLE, real: REAL_FEED });

for (const [name, feed] of FEEDS) {
  test.describe(`the ${name} feed, without scripts`, () => {
    test.skip(feed === REAL_FEED && !hasRealFeeds, NO_REAL_FEEDS);
    test.use({ javaScriptEnabled: false });

    for (const layout of LAYOUTS) {
      test(`every title is a link, and nothing depends on scripts: ${layout}`, async ({ page, baseURL }) => {
        const prerendered = prerender(pageTemplate(`src="${feed.url}" layout="${layout}" with-scores`), feed, [], new URL(baseURL ?? "").origin);
        await openPrerendered(page, prerendered);
        const cards = page.locator(".ac-card");
        await expect(cards).toHaveCount(12);
        await expect(cards.locator("h3 > a[href^=http]")).toHaveCount(12);
        await expect(page.locator("article-cards").locator("button, input, select, label, [tabindex], [onclick], [style], script:not([type='application/ld+json'])")).toHaveCount(0);
        await cards.first().getByRole("link").first().click({ trial: true });
        // The placeholders for the controls, which need scripts, take no space.
        for (const placeholder of await page.locator(".ac-x-room").all()) await expect(placeholder).toHaveCSS("display", "none");
        const [list, element] = await Promise.all([".ac-results", "article-cards"].map((one) => page.locator(one).boundingBox()));
        // Text and picture stay together: the list layout is at most 66em wide.
        const width = layout === "list" ? 66 * 16 : element?.width;
        expect([list?.x, list?.width]).toEqual([element?.x, width]);
        // Related articles expand without scripts.
        const related = page.locator(".ac-card-related").first();
        if (layout !== "compact") {
          await related.locator("summary").click();
          await expect(related.getByRole("link").first()).toBeVisible();
        }
      });
    }
  });

  test.describe(`the ${name} feed, as a page`, () => {
    test.skip(feed === REAL_FEED && !hasRealFeeds, NO_REAL_FEEDS);

    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      for (const layout of LAYOUTS) {
        test(`no axe violations: ${layout}, ${scheme}`, async ({ page, baseURL }) => {
          await page.emulateMedia({ colorScheme: scheme });
          const head = "<style>:root { color-scheme: light dark; background: Canvas; }</style>";
          await openPrerendered(page, prerender(pageTemplate(`layout="${layout}" with-scores label="News"`, { script: "", head }), feed, [], new URL(baseURL ?? "").origin));
          await page.locator(".ac-card-related").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
          await expectAccessible(page);
        });
      }
    }

    test("html-validate reports nothing", async () => {
      const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
      const styleMarkers = "<!-- article-cards:style:begin --><!-- article-cards:style:end -->";
      /** @type {[string, string, string[]][]} */
      const pages = [
        ["", "", ["--css", "link"]],
        ["", styleMarkers, ["--css", "inline"]],
        ['layout="list" with-scores label="News" paging="pages" filter="quality=1..&amp;topics!=None" link-target="_blank"', "", ["--css", "link"]],
        ['layout="compact" sort="title" locale="ar" refresh="30"', "", ["--css", "link"]],
      ];
      for (const [attributes, head, options] of pages) {
        const { html } = prerender(pageTemplate(attributes, { head }), feed, options);
        const { results } = await validator.validateString(html);
        expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`))).toEqual([]);
      }
    });

    test("a strict Content-Security-Policy is respected", async ({ page, baseURL }) => {
      await recordPolicyViolations(page);
      const release = await holdRoute(page, `**${feed.url}`);
      const prerendered = prerender(pageTemplate(`src="${feed.url}"`), feed, ["--css", "link"], new URL(baseURL ?? "").origin);
      await openPrerendered(page, prerendered, { "content-security-policy": STRICT_POLICY });
      await expect(page.locator(".ac-card").first()).toHaveCSS("display", "grid");
      const before = await layoutOf(page, "static");
      release();
      await waitUntilRendered(page);
      expect(await layoutOf(page, "element")).toEqual(before);
      expect(await layoutShift(page)).toBe(0);
      expect(await policyViolations(page)).toEqual([]);
    });
  });
}

/** Page styles that would break the cards if they applied. */
const CLASHING_STYLES = `<style>
  * { font-style: italic; letter-spacing: 1px; }
  body { margin: 2em auto; max-width: 60em; font: 17px/2.1 Georgia, serif; text-align: center; word-spacing: .2em; }
  article { padding: 3em; border: 3px solid red; } section { background: lime; padding: 40px; }
  h3 { margin: 2em; text-transform: uppercase; } a { border-bottom: 2px dotted; font-weight: bold; }
  ul { padding: 4em; list-style: square inside; } li { margin: 1em; } p { margin: 3em 0; text-indent: 2em; }
  img { border: 5px solid; max-width: 50%; height: auto; } details { border: 1px solid; padding: 1em; }
  time, span, i, b, u { padding: 0 1em; display: inline-block; } svg { width: 60px; height: 60px; }
  div { margin: 2px; } summary { padding: 2em; }
</style>`;

const VARIANTS = [
  "without-search",
  "without-sort",
  "facets='none'",
  "without-search without-sort facets='none'",
  "without-search without-sort",
  "with-scores facets='topics,provider,type,category'",
  "paging='pages' page-size='6'",
  "paging='none'",
  "paging='infinite'",
  "page-size='40'",
  "layout='list' without-images label='News'",
  "layout='compact' filter='quality=1..&type!=none' refresh='60'",
  "sort='title' without-excerpts related='0'",
  "filter='quality=10..&heat=1..&from=2001-01-01' theme='dark' heading-level='4'",
  "query='the' locale='de'",
  "only='type=article' page-size='2'",
  "layouts='grid,list' featured='3'",
  "layouts='grid,list,compact' group-by='month' without-sort",
  "layout='list' featured='1' group-by='day' remember='news'",
  "remember='news' locale='de' group-by='month'",
  "sorts='-publishedDateTime'",
  "sorts='title,-heat' sort='title'",
];

for (const [index, attributes] of VARIANTS.entries()) {
  for (const width of [420, 1280]) {
    test(`no layout shift: ${attributes}, ${width} pixels`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width, height: 900 });
      const release = await holdRoute(page, `**${SAMPLE_ONE_DOCUMENT.url}`);
      const head = index % 2 ? CLASHING_STYLES : "";
      await openPrerendered(page, prerender(pageTemplate(`src="${SAMPLE_ONE_DOCUMENT.url}" ${attributes}`, { head }), SAMPLE_ONE_DOCUMENT, [], new URL(baseURL ?? "").origin));
      await expect(page.locator(".ac-card").first()).toBeVisible();
      const before = await layoutOf(page, "static");
      release();
      await waitUntilRendered(page);
      expect(await layoutOf(page, "element")).toEqual(before);
      expect(await layoutShift(page)).toBe(0);
    });
  }
}

for (const [name, feed] of FEEDS) {
  test.describe(`the ${name} feed`, () => {
    test.skip(feed === REAL_FEED && !hasRealFeeds, NO_REAL_FEEDS);

    for (const layout of LAYOUTS) {
      for (const width of WIDTHS) {
        test(`no layout shift when the element takes over: ${layout}, ${width} pixels`, async ({ page, baseURL }) => {
          await page.setViewportSize({ width, height: 900 });
          const release = await holdRoute(page, `**${feed.url}`);
          await openPrerendered(page, prerender(pageTemplate(`src="${feed.url}" layout="${layout}"`), feed, [], new URL(baseURL ?? "").origin));
          await expect(page.locator(".ac-card").first()).toBeVisible();
          await page.evaluate(() => document.fonts.ready);
          const before = await layoutOf(page, "static");
          expect(before.length).toBeGreaterThan(24);
          release();
          await waitUntilRendered(page);
          expect(await layoutOf(page, "element")).toEqual(before);
          expect(await layoutShift(page)).toBe(0);
        });
      }
    }
  });
}

test("focus and scroll position are kept when the element takes over", async ({ page, baseURL }) => {
  const release = await holdRoute(page, `**${SAMPLE.url}`);
  await openPrerendered(page, prerender(pageTemplate(`src="${SAMPLE.url}" page-size="6"`), SAMPLE, [], new URL(baseURL ?? "").origin));
  const link = page.locator(".ac-card-link").nth(4);
  await link.focus();
  const [href, top] = await link.evaluate((one) => [one.getAttribute("href"), scrollY]);
  expect(top).toBeGreaterThan(0);
  release();
  await waitUntilRendered(page);
  const after = await page.evaluate(() => {
    const focused = document.querySelector("article-cards")?.shadowRoot?.activeElement;
    return [focused?.className, focused?.getAttribute("href"), scrollY];
  });
  expect(after).toEqual(["ac-card-link", href, top]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.querySelector("article-cards")?.shadowRoot?.activeElement?.className)).not.toBe("ac-search-input");
  expect(await layoutShift(page)).toBe(0);
});

/** Articles with dates, durations and counts that languages write differently. */
const LOCALISED = {
  value: [
    { id: "m", title: "A moment", publishedDateTime: "2021-06-16T23:30:00Z", webUrl: "https://a.example/1", type: "video", length: "PT1H5M", quality: 12345, heat: 5 },
    { id: "d", title: "A day", publishedDateTime: "2021-09-07", webUrl: "https://a.example/2", type: "course", length: "PT15M", members: 2, topics: ["a", "b", "c", "d", "e"] },
    { id: "w", title: "Weeks", publishedDateTime: "2021-01-05", webUrl: "https://a.example/3", type: "course", length: "P3D", related: [{ title: "One", publishedDateTime: "2021-03-22" }] },
    { id: "f", title: "A forum", publishedDateTime: "2021-12-01", webUrl: "https://a.example/4", type: "forum", members: 4321, length: "P1Y2M" },
  ],
};

for (const [locale, zone] of /** @type {const} */ ([["en", "UTC"], ["en-GB", "America/New_York"], ["de", "Europe/Berlin"], ["de-AT", "UTC"], ["fr", "Europe/Paris"], ["es", "UTC"], ["it", "UTC"], ["nl", "UTC"], ["pl", "UTC"], ["pt", "America/Sao_Paulo"], ["ja", "Asia/Tokyo"], ["zh-Hans", "Asia/Shanghai"], ["ar", "UTC"], ["sv", "UTC"]])) {
  test(`the prerendered text equals the element's: ${locale}`, async ({ page }) => {
    const feed = inlineFeed(LOCALISED);
    await page.route("**/host/feed.json", (route) => route.fulfill({ json: LOCALISED }));
    const attributes = `src="feed.json" locale="${locale}" time-zone="${zone}" dates="absolute" with-scores facets="none"`;
    await openPrerendered(page, prerender(pageTemplate(attributes), feed));
    await waitUntilRendered(page);
    const texts = (/** @type {"static" | "element"} */ which) =>
      page.evaluate((which) => {
        const element = document.querySelector("article-cards");
        const root = which === "static" ? element : element?.shadowRoot;
        const selectors = [".ac-summary", ".ac-card-date", ".ac-card-type", ".ac-x-facts", ".ac-card-scores", ".ac-card-topics", ".ac-related-item", ".ac-x-end", ".ac-card-related > summary"];
        return selectors.flatMap((selector) => [...(root?.querySelectorAll(selector) ?? [])].map((one) => `${selector}: ${one.textContent?.replace(/\s/g, "")}`));
      }, which);
    const prerendered = await texts("static");
    expect(prerendered.length).toBeGreaterThan(12);
    expect(await texts("element")).toEqual(prerendered);
  });
}
