// The element in containers of all kinds: it neither collapses nor overflows, at any width.
import { expect, list, openHostPage, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const WIDTHS = [260, 320, 390, 768, 1280, 1920];

/** The width that the list takes where the page shrinks it to its content: 60em. */
const OWN_WIDTH = 960;

/** Its least width there. */
const LEAST_WIDTH = 260;

const NEWS = '<article-cards src="feed.json" page-size="6"></article-cards>';

/**
 * @typedef {object} Container
 * @property {string} [css]
 * @property {string} [markup] with `%` for the element
 * @property {"all" | "some" | "own" | "least"} width that the element takes: what there is, a part of it, its own, or its least
 * @property {(page: Page) => Promise<unknown>} [open] shows the list
 */

/** @type {Record<string, Container>} */
const CONTAINERS = {
  "a block": { width: "all" },
  "a flex column with centred items": { css: ".box { display: flex; flex-direction: column; align-items: center }", width: "own" },
  "a flex row": { css: ".box { display: flex }", width: "own" },
  "a flex row that lets it grow": { css: ".box { display: flex } article-cards { flex: 1 }", width: "all" },
  "a float": { css: ".box { float: left; max-width: 100% }", width: "own" },
  "an inline block": { css: ".box { display: inline-block; max-width: 100% }", width: "own" },
  "a box of fit-content": { css: ".box { width: fit-content }", width: "own" },
  "a grid of one fraction": { css: ".box { display: grid; grid-template-columns: minmax(0, 1fr) }", width: "all" },
  "a grid track of min-content": { css: ".box { display: grid; grid-template-columns: min-content }", width: "least" },
  "an absolutely positioned box": { css: "main { position: relative } .box { position: absolute; max-width: 100% }", width: "own" },
  "a dialog without a width": {
    css: "dialog { max-width: 100%; max-height: none; padding: 0; border: 0; overflow: visible }",
    markup: '<dialog class="box">%</dialog>',
    width: "own",
    open: (page) => page.locator("dialog").evaluate((dialog) => /** @type {HTMLDialogElement} */ (dialog).showModal()),
  },
  "the start page of a bundler": {
    css: "body { margin: 0; display: flex; place-items: center; min-width: 260px; min-height: 100vh } main { max-width: 1280px; margin: 0 auto; text-align: center }",
    width: "own",
  },
  "columns of a framework": {
    css: `*, ::before, ::after { box-sizing: border-box } .wrap { max-width: 1140px; margin: 0 auto; padding: 0 12px }
      .row { display: flex; flex-wrap: wrap; margin: 0 -12px } .row > * { flex: 0 0 auto; width: 100%; max-width: 100%; padding: 0 12px }`,
    markup: '<div class="wrap"><div class="row"><div class="box">%</div></div></div>',
    width: "all",
  },
  "a reset of all elements": {
    css: "*, ::before, ::after { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; font: inherit } img, svg, video { display: block; max-width: 100%; height: auto } ol, ul { list-style: none }",
    width: "all",
  },
  "a theme of constrained blocks": {
    css: ".box > * { max-width: 650px; margin-left: auto !important; margin-right: auto !important; margin-block: 1.2rem }",
    width: "some",
  },
  "a hostile reset": {
    css: "* { margin: 0 !important; padding: 0 !important; float: none !important; line-height: 1 !important; letter-spacing: 0 !important; text-transform: uppercase !important; min-width: 0 !important; max-width: none !important }",
    width: "all",
  },
  "a cell of a table": { markup: '<table><tr><td class="box">%</td></tr></table>', css: "table { border-spacing: 0 } td { padding: 0 }", width: "own" },
  "an iframe": { css: "iframe { inline-size: 100%; border: 0 }", markup: '<iframe src="/framed/"></iframe>', width: "all" },
  "a shadow root": { markup: '<div class="box"><template shadowrootmode="open">%</template></div>', width: "all" },
  "a tab that is hidden at first": {
    markup: '<div class="box" hidden>%</div>',
    width: "all",
    open: (page) => page.locator(".box").evaluate((box) => void (/** @type {HTMLElement} */ (box).hidden = false)),
  },
  "closed details": { markup: '<details class="box"><summary>News</summary>%</details>', width: "all", open: (page) => page.locator("summary").first().click() },
  "columns of text": { css: ".box { columns: 2 20em }", width: "some" },
};

for (const [name, { css = "", markup = '<div class="box">%</div>', width: expected, open }] of Object.entries(CONTAINERS)) {
  test(`in ${name}`, async ({ page }, info) => {
    const frame = `<!doctype html><body style="margin: 0">${NEWS}<script type="module" src="/pkg/define.js"></script>`;
    await page.route("**/framed/", (route) => route.fulfill({ body: frame, contentType: "text/html" }));
    await page.route("**/framed/feed.json", (route) => route.fulfill({ json: [{ id: "a", title: "In a frame" }] }));
    await openHostPage(page, `<style>body { margin: 0 } ${css}</style>${markup.replace("%", NEWS)}`);
    const isFramed = markup.includes("<iframe");
    const element = isFramed ? page.frameLocator("iframe").locator("article-cards") : list(page);
    await open?.(page);
    if (!isFramed) await waitUntilReady(page);
    await expect(element.locator("[part~=card]").first()).toBeVisible();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      // Not on every browser do scroll bars lie over the page.
      const bar = await page.evaluate(() => innerWidth - document.documentElement.clientWidth);
      if (bar) await page.setViewportSize({ width: width + bar, height: 900 });
      const measured = await element.evaluate((element) => {
        const parent = element.parentElement ?? document.body;
        const style = getComputedStyle(parent);
        return {
          width: element.getBoundingClientRect().width,
          available: parent.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight),
          overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        };
      });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      const at = `${width} pixels: ${JSON.stringify(measured)}`;
      expect.soft(Math.max(overflow, measured.overflow), at).toBeLessThanOrEqual(0);
      if (expected === "own") expect.soft(measured.width, at).toBeCloseTo(Math.min(OWN_WIDTH, width), -1);
      else if (expected === "least") expect.soft(measured.width, at).toBeCloseTo(LEAST_WIDTH, 0);
      else if (expected === "all") expect.soft(measured.width, at).toBeCloseTo(measured.available, 0);
      else expect.soft(measured.width, at).toBeGreaterThanOrEqual(Math.min(LEAST_WIDTH, measured.available) - 1);
      await page.screenshot({ path: info.outputPath(`${width}.png`) });
    }
  });
}
