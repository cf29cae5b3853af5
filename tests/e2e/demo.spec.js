// The built demo page in each layout, theme and width.
import { demoList } from "./demo-page.js";
import { expect, expectAccessible, layoutShift, test } from "./fixtures.js";

test("a card shows the whole seed article", async ({ page }) => {
  await page.goto("demo/");
  const card = page.locator(".demo-seed .ac-card");
  const screen = page.viewportSize()?.height ?? 0;
  const title = card.getByRole("heading", { level: 3 });
  await expect(title).toHaveText("Experts Weigh In: Pros and Cons of Machine Learning for AI Security");
  await expect(title.getByRole("link")).toHaveAttribute(
    "href",
    "https://securityintelligence.com/articles/ml-ai-security-pros-cons/",
  );
  await expect(card).toContainText("AI security experts at RSA 2021 explore how attackers and defenders");
  await expect(card.getByText("Hack", { exact: true })).toBeVisible();
  for (const topic of ["Machine Learning", "AI", "AI in Security"]) {
    await expect(card.getByText(topic, { exact: true })).toBeVisible();
  }
  const date = card.locator(".ac-x-byline time.ac-card-date");
  await expect(date).toHaveText("16 Jun 2021");
  await expect(date).toHaveAttribute("datetime", /^2021-06-16/);
  await expect(date).toHaveAttribute("title", /16 June 2021/);
  const picture = await card.locator(".ac-card-media").boundingBox();
  expect((picture?.width ?? 0) / (picture?.height ?? 1)).toBeCloseTo(2, 1);
  const related = card.locator(".ac-related-item");
  await expect(related).toContainText("University secures funding to address lack of security");
  await expect(related).toContainText("University of Wolverhampton");
  expect((await card.boundingBox())?.height ?? screen).toBeLessThan(screen);
});

test("the sample feed can be shown to its end without layout shifts", async ({ page }) => {
  await page.goto("demo/");
  const list = demoList(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await page.waitForLoadState("networkidle");
  expect(await layoutShift(page)).toBe(0);
  for (let turn = 0; turn < 12; turn++) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(50);
  }
  expect(await layoutShift(page)).toBe(0);
  await expect(list.locator(".ac-summary")).toHaveText(/^\d+ articles so far$/);
  let shown = 12;
  while (await list.locator(".ac-more-button").isVisible()) {
    await list.locator(".ac-more-button").click();
    await expect.poll(() => list.locator(".ac-card").count()).toBeGreaterThan(shown);
    shown = await list.locator(".ac-card").count();
  }
  const total = await list.locator(".ac-summary").innerText();
  expect(`${shown} articles`).toBe(total);
  expect(shown).toBeGreaterThan(230);
  await expect(list.locator(".ac-x-end")).toHaveText(`All ${shown} articles shown`);
  const ids = await list.locator(".ac-card").evaluateAll((cards) => cards.map((card) => card.getAttribute("data-id")));
  expect(new Set(ids).size).toBe(shown);
  const dates = await list.locator(".ac-x-byline time.ac-card-date").evaluateAll((times) => times.map((time) => Date.parse(time.getAttribute("datetime") ?? "")));
  expect(dates).toEqual([...dates].sort((a, b) => b - a));
  await list.getByRole("button", { name: "Back to the top" }).click();
  await expect(list.locator(".ac-card-link").first()).toBeFocused();
  await expect(list.locator(".ac-card-link").first()).toBeInViewport();
});

test("after pressing \"Show more\" by keyboard the first new card has the focus", async ({ page }) => {
  await page.goto("demo/");
  const list = demoList(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  await list.locator(".ac-more-button").focus();
  await page.keyboard.press("Enter");
  await expect(list.locator(".ac-card")).toHaveCount(24);
  await expect(list.locator(".ac-card").nth(12).locator(".ac-card-link")).toBeFocused();
  await expect(list.locator(".ac-live")).toHaveText(/24 shown/);
});

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  for (const width of [1440, 820, 390]) {
    for (const layout of ["grid", "list", "compact"]) {
      test(`${layout} layout, ${scheme}, ${width} pixels: accessible, no horizontal scrolling`, async ({ page }, info) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`demo/?layout=${layout}`);
        await expect(demoList(page).locator(".ac-card")).toHaveCount(12);
        await page.waitForLoadState("networkidle");
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        // Only the feed has another layout.
        await expectAccessible(page, layout === "grid" ? "html" : "[aria-label='The feed']");
        await page.screenshot({ path: info.outputPath(`${layout}-${scheme}-${width}.png`), fullPage: true });
      });
    }
  }
}

test("theme and layout can be switched on the page", async ({ page }) => {
  await page.goto("demo/");
  const list = demoList(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  const background = () => list.locator(".ac-card").first().evaluate((card) => getComputedStyle(card).backgroundColor);
  const light = await background();
  await page.getByRole("radio", { name: "Dark" }).check();
  await expect.poll(background).not.toBe(light);
  await page.getByRole("radio", { name: "Compact" }).check();
  await expect(list).toHaveAttribute("data-layout", "compact");
  await expect(list.locator(".ac-card-media")).toHaveCount(0);
});

test("the front page has lead stories and months, and keeps a saved article", async ({ page }) => {
  await page.goto("demo/");
  const front = page.getByRole("region", { name: "The front page" });
  await expect(front.locator(".ac-x-lead")).toHaveCount(1);
  await expect(front.locator(".ac-x-second")).toHaveCount(2);
  await expect(front.locator(".ac-group-heading").first()).toHaveText("November 2026");
  const save = front.getByRole("button", { name: /^Save/ }).first();
  await save.click();
  await expect(save).toHaveAttribute("aria-pressed", "true");
  await page.reload();
  await expect(save).toHaveAttribute("aria-pressed", "true");
  // The other lists of the page remember nothing.
  await expect(demoList(page).locator(".ac-card-save")).toHaveCount(0);
  await expectAccessible(page);
});

test("forced colours, reduced motion, print and 200 % text keep everything readable", async ({ page }, info) => {
  await page.goto("demo/");
  await expect(demoList(page).locator(".ac-card")).toHaveCount(12);
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath("forced-colours.png") });
  const animated = await page.locator(".ac-base *").evaluateAll((all) =>
    all.filter((element) => !/^(0s(, )?)+$/.test(getComputedStyle(element).transitionDuration)).length);
  expect(animated).toBe(0);
  await page.emulateMedia({ forcedColors: "none", reducedMotion: null, media: "print" });
  await expect(demoList(page).locator(".ac-more-button")).toBeHidden();
  await expect(demoList(page).locator(".ac-pager")).toContainText(/12 of \d+/);
  await expect(demoList(page).locator(".ac-pager span").first()).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await page.addStyleTag({ content: "html { font-size: 200% }" });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.screenshot({ path: info.outputPath("200-percent.png") });
});

test("an Arabic article is laid out right to left, a Japanese one left to right", async ({ page }, info) => {
  await page.goto("demo/?src=sample/all.json");
  const list = demoList(page);
  await expect(list.locator(".ac-card")).toHaveCount(12);
  for (const language of ["ar", "ja"]) {
    const card = list.locator(`.ac-card[lang^="${language}"]`);
    while (!(await card.count())) {
      await list.locator(".ac-more-button").click();
      await page.waitForTimeout(100);
    }
    await card.scrollIntoViewIfNeeded();
    const direction = await card.evaluate((card) => getComputedStyle(card).direction);
    expect(direction).toBe(language === "ar" ? "rtl" : "ltr");
    await card.screenshot({ path: info.outputPath(`${language}.png`) });
  }
});

/** Computed styles that identify each theme. @type {Record<string, [part: string, property: string, value: RegExp][]>} */
const THEMES = {
  Broadsheet: [["card", "borderLeftWidth", /^0px$/], ["card-image", "filter", /grayscale/], ["base", "fontFamily", /serif$/]],
  Poster: [["card", "borderTopLeftRadius", /^28px$/], ["card-title", "fontWeight", /^800$/], ["more-button", "borderTopWidth", /^0px$/]],
  Terminal: [["base", "fontFamily", /monospace$/], ["card-image", "mixBlendMode", /luminosity/], ["card", "borderTopLeftRadius", /^0px$/]],
};

for (const scheme of /** @type {const} */ (["light", "dark"])) {
  test(`each theme applies to the element, ${scheme}`, async ({ page }, info) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto("demo/");
    const element = page.locator(".demo-themes article-cards");
    await element.scrollIntoViewIfNeeded();
    await expect(element.locator("[part~=card]")).toHaveCount(6);
    await expect(page.getByRole("region", { name: "Themed feed" })).toBeVisible();
    const backgrounds = new Set();
    for (const [name, rules] of Object.entries(THEMES)) {
      await page.getByRole("radio", { name }).check();
      await expect(element).toHaveClass(name.toLowerCase());
      for (const [part, property, value] of rules) {
        const target = element.locator(`[part~="${part}"]`).first();
        const read = () => target.evaluate((target, property) => getComputedStyle(target)[/** @type {any} */ (property)], property);
        await expect.poll(read, `${name}: ${property} of ${part}`).toMatch(value);
      }
      backgrounds.add(await element.locator("[part~=base]").evaluate((base) => getComputedStyle(base).backgroundColor));
      await expectAccessible(page, ".demo-themes");
      await page.locator(".demo-themes").screenshot({ path: info.outputPath(`${name}-${scheme}.png`) });
    }
    expect(backgrounds.size).toBe(3);
  });
}

test("no theme overflows its column in any layout or width, and its style sheet can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("demo/");
  const element = page.locator(".demo-themes article-cards");
  await element.scrollIntoViewIfNeeded();
  await expect(element.locator("[part~=card]")).toHaveCount(6);
  await page.waitForLoadState("networkidle");
  expect(await layoutShift(page)).toBe(0);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const name of Object.keys(THEMES)) {
      await page.getByRole("radio", { name }).check();
      for (const layout of ["Grid", "List", "Compact"]) {
        await page.getByRole("combobox", { name: /^Cards/ }).selectOption(layout);
        await expect(element).toHaveAttribute("layout", layout.toLowerCase());
        const overflow = await page.locator(".demo-themes .demo-stage").evaluate((stage) => stage.scrollWidth - stage.clientWidth);
        expect(overflow, `${name}, ${layout}, ${width}`).toBe(0);
      }
    }
  }
  const sheet = page.locator(".demo-tuner .demo-sheet");
  await sheet.getByRole("button", { name: "Copy" }).click();
  await expect(sheet.getByRole("button")).toHaveAccessibleName("Copied the style sheet");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("article-cards.terminal {");
  expect(copied).toBe(await sheet.locator("pre").innerText());
});
