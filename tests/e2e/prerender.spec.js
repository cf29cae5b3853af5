// Pages with static cards: without scripts, and as the widget takes over.
import { HtmlValidate } from "html-validate";
import { checkAccessible, expect, shifts, test } from "./page.js";
import { MISSING, REAL, SAMPLE, hasReal, hold, open, places, prerender, template, WHOLE, written } from "./prerendered.js";

/** @typedef {import("../../package/index.js").ArticleCardsElement} ArticleCardsElement */

/** @param {import("@playwright/test").Page} page */
const ready = (page) => page.locator("article-cards").evaluate(async (element) => {
  const cards = /** @type {ArticleCardsElement} */ (element);
  await cards.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
});

const LAYOUTS = ["grid", "list", "compact"];
const WIDTHS = [390, 700, 1280];

const FEEDS = Object.entries({ sample: SAMPLE, real: REAL });

for (const [name, feed] of FEEDS) {
  test.describe(`the ${name} feed, without scripts`, () => {
    test.skip(feed === REAL && !hasReal, MISSING);
    test.use({ javaScriptEnabled: false });

    for (const layout of LAYOUTS) {
      test(`every title is a link, and nothing is there that only scripts make work: ${layout}`, async ({ page, baseURL }) => {
        const made = prerender(template(`src="${feed.url}" layout="${layout}" with-scores`), feed, [], new URL(baseURL ?? "").origin);
        await open(page, made);
        const cards = page.locator(".ac-card");
        await expect(cards).toHaveCount(12);
        await expect(cards.locator("h3 > a[href^=http]")).toHaveCount(12);
        await expect(page.locator("article-cards").locator("button, input, select, label, [tabindex], [onclick], [style], script:not([type='application/ld+json'])")).toHaveCount(0);
        await cards.first().getByRole("link").first().click({ trial: true });
        // No room is kept for controls that never come.
        for (const room of await page.locator(".ac-x-room").all()) await expect(room).toHaveCSS("display", "none");
        const [list, element] = await Promise.all([".ac-results", "article-cards"].map((one) => page.locator(one).boundingBox()));
        expect([list?.x, list?.width]).toEqual([element?.x, element?.width]);
        // Related articles are unfolded by the browser itself, all of them.
        const related = page.locator(".ac-card-related").first();
        if (layout !== "compact") {
          await related.locator("summary").click();
          await expect(related.getByRole("link").first()).toBeVisible();
        }
      });
    }
  });

  test.describe(`the ${name} feed, as pages`, () => {
    test.skip(feed === REAL && !hasReal, MISSING);

    for (const scheme of /** @type {const} */ (["light", "dark"])) {
      for (const layout of LAYOUTS) {
        test(`axe finds nothing: ${layout}, ${scheme}`, async ({ page, baseURL }) => {
          await page.emulateMedia({ colorScheme: scheme });
          const head = "<style>:root { color-scheme: light dark; background: Canvas; }</style>";
          await open(page, prerender(template(`layout="${layout}" with-scores label="News"`, { script: "", head }), feed, [], new URL(baseURL ?? "").origin));
          await page.locator(".ac-card-related").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
          await checkAccessible(page);
        });
      }
    }

    test("html-validate finds nothing", async () => {
      const validator = new HtmlValidate({ extends: ["html-validate:recommended"] });
      const places = "<!-- article-cards:style:begin --><!-- article-cards:style:end -->";
      /** @type {[string, string, string[]][]} */
      const pages = [
        ["", "", ["--css", "link"]],
        ["", places, ["--css", "inline"]],
        ['layout="list" with-scores label="News" paging="pages" filter="quality=1..&amp;topics!=None" link-target="_blank"', "", ["--css", "link"]],
        ['layout="compact" sort="title" locale="ar" refresh="30"', "", ["--css", "link"]],
      ];
      for (const [attributes, head, options] of pages) {
        const { html } = prerender(template(attributes, { head }), feed, options);
        const { results } = await validator.validateString(html);
        expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`))).toEqual([]);
      }
    });

    test("a page with a strict policy", async ({ page, baseURL }) => {
      await page.addInitScript(() => {
        /** @type {string[]} */
        const violations = [];
        document.addEventListener("securitypolicyviolation", ({ violatedDirective, sample }) => violations.push(`${violatedDirective} ${sample}`));
        Object.assign(window, { violations });
      });
      const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src http: https: data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
      const release = await hold(page, feed);
      const made = prerender(template(`src="${feed.url}"`), feed, ["--css", "link"], new URL(baseURL ?? "").origin);
      await open(page, made, { "content-security-policy": policy });
      await expect(page.locator(".ac-card").first()).toHaveCSS("display", "grid");
      const before = await places(page, "static");
      release();
      await ready(page);
      expect(await places(page, "element")).toEqual(before);
      expect(await shifts(page)).toBe(0);
      expect(await page.evaluate(() => /** @type {any} */ (window).violations)).toEqual([]);
    });
  });
}

/** Styles of pages that know nothing of the cards. */
const ROUGH = `<style>
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
];

for (const [place, attributes] of VARIANTS.entries()) {
  for (const width of [420, 1280]) {
    test(`nothing moves: ${attributes}, ${width} pixels`, async ({ page, baseURL }) => {
      await page.setViewportSize({ width, height: 900 });
      const release = await hold(page, WHOLE);
      const head = place % 2 ? ROUGH : "";
      await open(page, prerender(template(`src="${WHOLE.url}" ${attributes}`, { head }), WHOLE, [], new URL(baseURL ?? "").origin));
      await expect(page.locator(".ac-card").first()).toBeVisible();
      const before = await places(page, "static");
      release();
      await ready(page);
      expect(await places(page, "element")).toEqual(before);
      expect(await shifts(page)).toBe(0);
    });
  }
}

for (const [name, feed] of FEEDS) {
  test.describe(`the ${name} feed`, () => {
    test.skip(feed === REAL && !hasReal, MISSING);

    for (const layout of LAYOUTS) {
      for (const width of WIDTHS) {
        test(`nothing moves when the widget takes over: ${layout}, ${width} pixels`, async ({ page, baseURL }) => {
          await page.setViewportSize({ width, height: 900 });
          const release = await hold(page, feed);
          await open(page, prerender(template(`src="${feed.url}" layout="${layout}"`), feed, [], new URL(baseURL ?? "").origin));
          await expect(page.locator(".ac-card").first()).toBeVisible();
          await page.evaluate(() => document.fonts.ready);
          const before = await places(page, "static");
          expect(before.length).toBeGreaterThan(24);
          release();
          await ready(page);
          expect(await places(page, "element")).toEqual(before);
          expect(await shifts(page)).toBe(0);
        });
      }
    }
  });
}

test("the reader's place is kept when the widget takes over", async ({ page, baseURL }) => {
  const release = await hold(page, SAMPLE);
  await open(page, prerender(template(`src="${SAMPLE.url}" page-size="6"`), SAMPLE, [], new URL(baseURL ?? "").origin));
  const link = page.locator(".ac-card-link").nth(4);
  await link.focus();
  const [href, top] = await link.evaluate((one) => [one.getAttribute("href"), scrollY]);
  expect(top).toBeGreaterThan(0);
  release();
  await ready(page);
  const now = await page.evaluate(() => {
    const at = document.querySelector("article-cards")?.shadowRoot?.activeElement;
    return [at?.className, at?.getAttribute("href"), scrollY];
  });
  expect(now).toEqual(["ac-card-link", href, top]);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.querySelector("article-cards")?.shadowRoot?.activeElement?.className)).not.toBe("ac-search-input");
  expect(await shifts(page)).toBe(0);
});

/** Articles of which each tells how a language writes something. */
const TELLING = {
  value: [
    { id: "m", title: "A moment", publishedDateTime: "2021-06-16T23:30:00Z", webUrl: "https://a.example/1", type: "video", length: "PT1H5M", quality: 12345, heat: 5 },
    { id: "d", title: "A day", publishedDateTime: "2021-09-07", webUrl: "https://a.example/2", type: "course", length: "PT15M", members: 2, topics: ["a", "b", "c", "d", "e"] },
    { id: "w", title: "Weeks", publishedDateTime: "2021-01-05", webUrl: "https://a.example/3", type: "course", length: "P3D", related: [{ title: "One", publishedDateTime: "2021-03-22" }] },
    { id: "f", title: "A forum", publishedDateTime: "2021-12-01", webUrl: "https://a.example/4", type: "forum", members: 4321, length: "P1Y2M" },
  ],
};

for (const [locale, zone] of /** @type {const} */ ([["en", "UTC"], ["en-GB", "America/New_York"], ["de", "Europe/Berlin"], ["de-AT", "UTC"], ["fr", "Europe/Paris"], ["es", "UTC"], ["it", "UTC"], ["nl", "UTC"], ["pl", "UTC"], ["pt", "America/Sao_Paulo"], ["ja", "Asia/Tokyo"], ["zh-Hans", "Asia/Shanghai"], ["ar", "UTC"], ["sv", "UTC"]])) {
  test(`the words are those of the widget: ${locale}`, async ({ page }) => {
    const feed = written(TELLING);
    await page.route("**/host/feed.json", (route) => route.fulfill({ json: TELLING }));
    const attributes = `src="feed.json" locale="${locale}" time-zone="${zone}" dates="absolute" with-scores facets="none"`;
    await open(page, prerender(template(attributes), feed));
    await ready(page);
    const words = (/** @type {"static" | "element"} */ which) =>
      page.evaluate((which) => {
        const element = document.querySelector("article-cards");
        const root = which === "static" ? element : element?.shadowRoot;
        const pieces = [".ac-summary", ".ac-card-date", ".ac-card-type", ".ac-x-facts", ".ac-card-scores", ".ac-card-topics", ".ac-related-item", ".ac-x-end", ".ac-card-related > summary"];
        return pieces.flatMap((piece) => [...(root?.querySelectorAll(piece) ?? [])].map((one) => `${piece}: ${one.textContent?.replace(/\s/g, "")}`));
      }, which);
    const said = await words("static");
    expect(said.length).toBeGreaterThan(12);
    expect(await words("element")).toEqual(said);
  });
}
