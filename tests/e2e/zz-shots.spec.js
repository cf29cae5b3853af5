import { test } from "./page.js";
import { WHOLE, hold, open, prerender, template } from "./prerendered.js";
for (const [width, scheme, layout] of [[1280, "light", "grid"], [390, "dark", "grid"], [1280, "dark", "list"], [390, "light", "compact"]]) {
  test(`shot ${width} ${scheme} ${layout}`, async ({ page, baseURL }) => {
    await page.setViewportSize({ width: Number(width), height: 1000 });
    await page.emulateMedia({ colorScheme: /** @type {any} */ (scheme) });
    const release = await hold(page, WHOLE);
    const head = "<style>:root { color-scheme: light dark; font-family: Inter, system-ui; } body { max-width: 75em; margin: 1em auto; padding: 0 1em }</style>";
    await open(page, prerender(template(`src="${WHOLE.url}" layout="${layout}" with-scores`, { head }), WHOLE, [], new URL(baseURL ?? "").origin));
    await page.waitForTimeout(800);
    await page.screenshot({ path: `/tmp/pr/${width}-${layout}-before.png` });
    release();
    await page.waitForTimeout(1500);
    await page.screenshot({ path: `/tmp/pr/${width}-${layout}-after.png` });
  });
}
test("shot no css", async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 800, height: 1000 });
  await open(page, { ...prerender(template(`src="x.json"`, { script: "" }), WHOLE, ["--css", "link"], new URL(baseURL ?? "").origin), css: "" });
  await page.waitForTimeout(800);
  await page.screenshot({ path: `/tmp/pr/nocss.png` });
});
