import { test } from "./page.js";
import { REAL, hold, open, prerender, template } from "./prerendered.js";
test("debug prerender", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addInitScript(() => {
    const w = /** @type {any} */ (window); w.entries = [];
    new PerformanceObserver((list) => { for (const e of /** @type {any[]} */ (list.getEntries())) w.entries.push([Math.round(e.startTime), e.value, ...e.sources.map((s) => [s.node?.nodeName + "." + s.node?.className, s.previousRect.y, s.currentRect.y, s.previousRect.height, s.currentRect.height].join(" "))]); }).observe({ type: "layout-shift", buffered: true });
  });
  const release = await hold(page, REAL);
  await open(page, prerender(template(`src="${REAL.url}"`), REAL, [], new URL(baseURL ?? "").origin));
  await page.waitForTimeout(1500);
  console.log("before", await page.evaluate(() => JSON.stringify([performance.now(), /** @type {any} */ (window).entries], null, 1)));
  await page.evaluate(() => { const w = /** @type {any} */ (window); const el = document.querySelector("article-cards"); w.log = []; const slot = el?.shadowRoot?.querySelector("slot:not([name])"); const tick = () => { w.log.push([Math.round(performance.now()), el?.shadowRoot?.querySelectorAll(".ac-card").length, slot?.hasAttribute("hidden"), Math.round(el?.getBoundingClientRect().height ?? 0)].join(" ")); requestAnimationFrame(tick); }; tick(); });
  release();
  await page.waitForTimeout(2500);
  console.log("after", await page.evaluate(() => JSON.stringify([/** @type {any} */ (window).entries, [...new Set(/** @type {any} */ (window).log.map((l) => l.split(" ").slice(1).join(" ")))]], null, 1)));
});
