// In a page whose policies forbid all that can be forbidden.
import { NINE, expect, list, on, open, ready, shown, test } from "./host.js";

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src https: http: data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

for (const script of ["/pkg/define.js", "/pkg/auto.js"]) {
  test(`all works with ${script}, and nothing is even tried that is forbidden`, async ({ page }) => {
    await page.addInitScript(() => {
      /** @type {string[]} */
      const violations = [];
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => violations.push(`${violatedDirective} ${blockedURI} ${sample}`));
      Object.assign(window, { violations });
    });
    const markup = '<article-cards src="feed.json" page-size="3" with-scores url-state label="News"></article-cards>';
    await open(page, markup, { headers: { "content-security-policy": POLICY }, script });
    await ready(page);
    const news = list(page);
    expect(await shown(page)).toEqual(["a0", "a1", "a2"]);
    await on(page, (element) => void (element.decorateCard = (card, article) => void card.append(`About ${article.id}`)));
    await expect(news.locator("[part~=card]").first()).toContainText("About a0");
    await news.locator("[part~=card-topics] button", { hasText: "+" }).first().click();
    await expect(news.getByRole("button", { name: "Fog" }).first()).toBeVisible();
    await news.locator("[part~=card-related] button, [part~=card-related] summary").first().click();
    await expect(news.locator("[part~=related-item]").first()).toBeVisible();
    await news.getByRole("searchbox").fill("tide");
    await expect(news.locator("mark").first()).toHaveText("tide");
    await news.locator('[part~=facet][data-field="provider"]').getByRole("checkbox", { name: /Gull/ }).check();
    await expect(news.locator("[part~=summary]")).toContainText("4");
    await on(page, (element) => element.loadMore());
    await page.setViewportSize({ width: 390, height: 800 });
    await news.locator("[part~=panel-button]").click();
    await expect(news.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await on(page, (element) => element.setAttribute("lang", "de"));
    await expect(news.locator("[part~=summary]")).toContainText("Artikel");
    await on(page, (element) => (element.clearFilters(), element.load("feed.json")));
    expect(await on(page, (element) => element.results.total)).toBe(NINE);
    expect(await page.evaluate(() => /** @type {any} */ (window).violations)).toEqual([]);
  });
}
