// The element under the strictest Content-Security-Policy.
import { STRICT_POLICY, policyViolations, recordPolicyViolations } from "../fixtures.js";
import { MATCHES_PER_WORD, expect, list, onElement, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

for (const script of ["/pkg/define.js", "/pkg/auto.js"]) {
  test(`everything works with ${script} without a policy violation`, async ({ page }) => {
    await recordPolicyViolations(page);
    const markup = '<article-cards src="feed.json" page-size="3" with-scores url-state label="News"></article-cards>';
    await openHostPage(page, markup, { headers: { "content-security-policy": STRICT_POLICY }, script });
    await waitUntilReady(page);
    const news = list(page);
    expect(await shownIds(page)).toEqual(["a0", "a1", "a2"]);
    await onElement(page, (element) => void (element.decorateCard = (card, article) => void card.append(`About ${article.id}`)));
    await expect(news.locator("[part~=card]").first()).toContainText("About a0");
    await news.locator("[part~=card-topics] button", { hasText: "+" }).first().click();
    await expect(news.getByRole("button", { name: "Fog" }).first()).toBeVisible();
    await news.locator("[part~=card-related] button, [part~=card-related] summary").first().click();
    await expect(news.locator("[part~=related-item]").first()).toBeVisible();
    await news.getByRole("searchbox").fill("tide");
    await expect(news.locator("mark").first()).toHaveText("tide");
    await news.locator('[part~=facet][data-field="provider"]').getByRole("checkbox", { name: /Gull/ }).check();
    await expect(news.locator("[part~=summary]")).toContainText("4");
    await onElement(page, (element) => element.loadMore());
    await page.setViewportSize({ width: 390, height: 800 });
    await news.locator("[part~=panel-button]").click();
    await expect(news.getByRole("dialog")).toBeVisible();
    await page.keyboard.press("Escape");
    await onElement(page, (element) => element.setAttribute("lang", "de"));
    await expect(news.locator("[part~=summary]")).toContainText("Artikel");
    await onElement(page, (element) => (element.clearFilters(), element.load("feed.json")));
    expect(await onElement(page, (element) => element.results.total)).toBe(MATCHES_PER_WORD);
    expect(await policyViolations(page)).toEqual([]);
  });
}
