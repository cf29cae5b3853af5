// What a reader is told about a search, and which controls are offered.
import { holdRoute } from "../fixtures.js";
import { ARTICLES, MATCHES_PER_WORD, PUBLISHED_COUNT, expect, list, onElement, openHostPage, takeEvents, takeEventTypes, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

/** @param {Page} page @param {object[]} articles @param {string} [attributes] */
async function openList(page, articles, attributes = "") {
  await page.route("**/host/own.json", (route) => route.fulfill({ json: articles }));
  await openHostPage(page, `<article-cards src="own.json" ${attributes}></article-cards>`);
  await waitUntilReady(page);
}

test("a word with a typo: what is shown instead is said and announced", async ({ page }) => {
  await openList(page, ARTICLES);
  const news = list(page);
  await news.getByRole("searchbox").fill("harbuor");
  await expect(news.locator(".ac-x-instead")).toHaveText("No article has “harbuor”. Showing “harbour”.");
  await expect(news.locator("[part~=live]").first()).toContainText("No article has “harbuor”. Showing “harbour”.");
  await expect(news.locator("[part~=summary]")).toContainText(String(MATCHES_PER_WORD));
  await news.getByRole("searchbox").fill("harbour");
  await expect(news.locator(".ac-x-instead")).toHaveCount(0);
});

test("a search without results offers to drop single words, with counts", async ({ page }) => {
  await openList(page, ARTICLES);
  const news = list(page);
  await news.getByRole("searchbox").fill("pier zzzzzz");
  await expect(news.getByRole("heading", { name: "No article matches all of this" })).toBeVisible();
  await expect(news.locator(".ac-x-drop")).toHaveText([`Without “zzzzzz”${MATCHES_PER_WORD} articles`, `Without “pier zzzzzz”${PUBLISHED_COUNT} articles`]);
  await news.getByRole("button", { name: /Without “zzzzzz”/ }).click();
  await expect(news.getByRole("searchbox")).toHaveValue("pier");
  await expect(news.locator("[part~=summary]")).toContainText(String(MATCHES_PER_WORD));
  await news.getByRole("searchbox").fill("zzzzzz");
  await expect(news.getByRole("heading", { name: "No article has “zzzzzz”" })).toBeVisible();
  await expect(news.locator("[part~=facets]")).toBeVisible();
});

test("values that every article has are no controls, nor are filters of a single article", async ({ page }) => {
  const articles = ARTICLES.map((article) => ({ ...article, type: "video", topics: [...(article.topics ?? []), "Coast"] }));
  await openList(page, articles);
  const news = list(page);
  await expect(news.locator("[part~=facet][data-field=topics]")).toContainText("Sea");
  await expect(news.locator("[part~=facet][data-field=topics]")).not.toContainText("Coast");
  await expect(news.locator("[part~=facet][data-field=type]")).toHaveCount(0);
  const counted = await onElement(page, (element) => element.facetCounts.type?.map(({ value }) => value));
  expect(counted).toEqual(["video"]);
  // What a card selects can be dropped in the facet.
  await news.getByRole("button", { name: "Coast" }).first().click();
  await expect(news.locator("[part~=facet][data-field=topics]")).toContainText("Coast");
  await onElement(page, (element) => void element.clearFilters());
  await onElement(page, (element) => void (element.items = [{ id: "1", title: "Alone", topics: ["Sea"], publishedDateTime: "2024-01-01" }]));
  await expect(news.locator("[part~=card]")).toHaveCount(1);
  await expect(news.locator("[part~=facets]")).toHaveCount(0);
  await expect(news.locator("[part~=panel-button]")).toHaveCount(0);
});

test("a reversed range is explained, not applied", async ({ page }) => {
  await openList(page, ARTICLES, 'filter="from=2021-06-20&to=2021-06-10"');
  const news = list(page);
  await expect(news.locator("[part~=summary]")).toHaveText(`${PUBLISHED_COUNT} articles`);
  await expect(news.locator(".ac-x-fault")).toContainText("ends before it begins");
  await expect(news.locator("[part~=chip]")).toHaveCount(0);
  await news.getByRole("textbox", { name: "To", exact: true }).fill("2021-06-25");
  await expect(news.locator(".ac-x-fault")).toHaveCount(0);
  await expect(news.locator("[part~=chip]")).toHaveCount(1);
  await expect(news.locator("[part~=summary]")).toContainText(` of ${PUBLISHED_COUNT} articles`);
});

for (const width of [1280, 390]) {
  test(`the offer of new articles stays on screen and moves nothing, ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    let requests = 0;
    await page.route("**/host/renewed.json", (route) => route.fulfill({ json: requests++ ? ARTICLES : ARTICLES.slice(2) }));
    await openHostPage(page, '<article-cards src="renewed.json" refresh="10"></article-cards>');
    await waitUntilReady(page);
    const card = list(page).locator("[part~=card]").nth(6);
    await card.evaluate((it) => it.scrollIntoView({ block: "center", behavior: "instant" }));
    const before = await card.boundingBox();
    const offer = list(page).getByRole("button", { name: "2 new articles" });
    await expect(offer).toBeVisible({ timeout: 20_000 });
    await expect(offer).toBeInViewport({ ratio: 1 });
    expect(await card.boundingBox()).toEqual(before);
    // At its end the list keeps room for the offer.
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect(offer).toBeInViewport({ ratio: 1 });
    const [more, button] = await Promise.all([list(page).locator("[part~=more-button]").boundingBox(), offer.boundingBox()]);
    expect((more?.y ?? 0) + (more?.height ?? 0)).toBeLessThanOrEqual(button?.y ?? 0);
    await offer.click();
    await expect(list(page).locator("[part~=card]").first()).toHaveAttribute("data-id", "a0");
  });
}

test("the first screen has six headlines, 1280 by 900 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openHostPage(page, '<article-cards src="/demo/sample/index.json"></article-cards>');
  await waitUntilReady(page);
  await list(page).evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  const inView = await list(page).locator("[part~=card-title]").evaluateAll((titles) => titles.filter((title) => {
    const { top, bottom } = title.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }).length);
  expect(inView).toBeGreaterThanOrEqual(6);
});

test("a card whose related items open grows alone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openHostPage(page, '<article-cards src="/demo/sample/index.json"></article-cards>');
  await waitUntilReady(page);
  const heights = () => list(page).locator("[part~=card]").evaluateAll((cards) => cards.slice(0, 3).map((card) => card.getBoundingClientRect().height));
  const [first = 0, ...others] = await heights();
  await list(page).locator("[part~=card-related] > summary").first().click();
  await expect.poll(async () => (await heights())[0]).toBeGreaterThan(first + 50);
  expect((await heights()).slice(1)).toEqual(others);
});

test("the list layout keeps text and picture together in a wide column", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1000 });
  await openHostPage(page, '<article-cards src="/demo/sample/index.json" layout="list" facets="none"></article-cards>');
  await waitUntilReady(page);
  const gaps = await list(page).locator("[part~=card]").evaluateAll((cards) => cards.flatMap((card) => {
    const [body, media] = ["card-body", "card-media"].map((part) => card.querySelector(`[part~=${part}]`)?.getBoundingClientRect());
    return body && media ? [media.left - body.right] : [];
  }));
  expect(gaps.length).toBeGreaterThan(3);
  expect(Math.max(...gaps)).toBeLessThan(200);
});

test("a topic pressed deep in a phone's list: the new state is in view, and back leads to the card", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openHostPage(page, '<article-cards src="feed.json" url-state=""></article-cards>');
  await waitUntilReady(page);
  const news = list(page);
  const card = news.locator("[part~=card][data-id=a8]");
  await card.evaluate((it) => it.scrollIntoView({ block: "center", behavior: "instant" }));
  // The place is saved once nothing scrolls.
  await page.waitForTimeout(500);
  const before = await card.boundingBox();
  await card.getByRole("button", { name: "Fog" }).or(card.getByRole("button", { name: "Wind" })).first().evaluate((topic) => /** @type {HTMLElement} */ (topic).click());
  await expect(news.locator("[part~=chip]")).toHaveCount(1);
  await expect(news.locator("[part~=chip]")).toBeInViewport({ ratio: 1 });
  await expect(news.locator("[part~=summary]")).toBeInViewport({ ratio: 1 });
  await page.goBack();
  await expect(news.locator("[part~=chip]")).toHaveCount(0);
  await expect.poll(async () => Math.abs(((await card.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThanOrEqual(2);
});

test("a long word does not widen the page", async ({ page }) => {
  for (const width of [320, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await openList(page, ARTICLES);
    for (const query of ["W".repeat(50), `pier ${"W".repeat(50)}`]) {
      await list(page).getByRole("searchbox").fill(query);
      await expect(list(page).locator("[part~=empty]")).toContainText(query);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
    }
  }
});

test("a list that turns out to need no filters keeps the focus in the search field", async ({ page }) => {
  const release = await holdRoute(page, "**/host/own.json", (route) => route.fulfill({ json: ARTICLES.slice(0, 1) }));
  await openHostPage(page, '<article-cards src="own.json"></article-cards>');
  await list(page).getByRole("searchbox").pressSequentially("harb");
  release();
  await expect(list(page).locator("[part~=card]")).toHaveCount(1);
  await expect(list(page).locator("[part~=panel-button]")).toHaveCount(0);
  await page.keyboard.type("our");
  await expect(list(page).getByRole("searchbox")).toHaveValue("harbour");
});

/** Drags the mouse over a text, from one end to the other. @param {Page} page @param {import("@playwright/test").Locator} text */
async function selectByMouse(page, text) {
  await text.scrollIntoViewIfNeeded();
  const box = await text.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const { x, y, width } = /** @type {DOMRect} */ (range.getClientRects()[0]);
    return { x, y, width };
  });
  await page.mouse.move(box.x + 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 8, { steps: 4 });
  await page.mouse.move(box.x + box.width - 2, box.y + 8, { steps: 4 });
  await page.mouse.up();
}

test("texts of a card can be selected by the mouse, and a click without selection opens the article", { tag: "@tabs" }, async ({ page, context }) => {
  await context.route("https://news.example/**", (route) => route.fulfill({ body: "<title>Article</title>", contentType: "text/html" }));
  await openList(page, ARTICLES);
  const card = list(page).locator("[part~=card]").nth(3);
  const selected = () => page.evaluate(() => {
    const root = /** @type {any} */ (document.querySelector("article-cards")?.shadowRoot);
    return String((root.getSelection?.() ?? getSelection()) || "");
  });
  for (const part of ["card-title", "card-excerpt", "card-date"]) {
    const text = card.locator(`[part~=${part}]`);
    await selectByMouse(page, text);
    const words = (await text.innerText()).trim();
    expect(words, part).toContain((await selected()).trim());
    expect((await selected()).length, part).toBeGreaterThan(words.length / 2);
    await expect(page).toHaveURL(/\/host\//);
  }
  expect(await takeEventTypes(page)).not.toContain("ac-card-click");
  // Links are followed while a text is selected.
  await selectByMouse(page, card.locator("[part~=card-excerpt]"));
  const followed = context.waitForEvent("page");
  const box = /** @type {{ x: number, y: number, width: number }} */ (await card.boundingBox());
  await page.keyboard.down("Control");
  await page.mouse.click(box.x + box.width - 4, box.y + 40);
  await page.keyboard.up("Control");
  await (await followed).close();
  expect(await takeEventTypes(page)).toContain("ac-card-click");
  // A click elsewhere ends the selection.
  await page.mouse.click(5, 5);
  const opened = context.waitForEvent("page");
  await card.locator("[part~=card-excerpt]").click({ modifiers: ["ControlOrMeta"] });
  await (await opened).close();
  const middle = context.waitForEvent("page");
  await card.locator("[part~=card-excerpt]").click({ button: "middle" });
  await (await middle).close();
  await expect(page).toHaveURL(/\/host\//);
  expect(await takeEventTypes(page)).toContain("ac-card-click");
  await card.locator("[part~=card-excerpt]").click();
  await expect(page).toHaveURL("https://news.example/3");
});

test("a click on a text can be cancelled, and controls of a card do not follow its link", async ({ page }) => {
  await openList(page, ARTICLES);
  await page.evaluate(() => document.addEventListener("ac-card-click", (event) => event.preventDefault()));
  const card = list(page).locator("[part~=card]").nth(3);
  await card.locator("[part~=card-excerpt]").click();
  expect((await takeEvents(page)).filter(({ type }) => type === "ac-card-click").map(({ detail }) => detail)).toEqual([{ id: "a3", url: "https://news.example/3" }]);
  await card.getByRole("button", { name: "Sea" }).click();
  expect(await takeEventTypes(page)).not.toContain("ac-card-click");
  await expect(page).toHaveURL(/\/host\//);
});
