// Cards of the page's own: a template, or `renderCard`.
import { STRICT_POLICY, expectAccessible, policyViolations, recordPolicyViolations } from "../fixtures.js";
import { ARTICLES, expect, list, onElement, openHostPage, shownIds, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const TEMPLATE = `<template slot="card">
  <article class="teaser">
    <img data-src="image" data-alt="title" alt="" width="80">
    <p data-if="!image" class="no-image">No picture</p>
    <h3><a data-href="webUrl" data-text="title" data-mark></a></h3>
    <p data-if="excerpt" data-text="excerpt" data-mark class="excerpt"></p>
    <time data-date="publishedDateTime"></time>
    <button data-text="provider.name" data-filter="provider"></button>
    <ul data-each="topics"><li><button data-text></button></li></ul>
    <p class="related" data-each="related"><a data-href="webUrl" data-text="title"></a></p>
  </article>
</template>`;

/** @param {Page} page */
const teasers = (page) => page.locator("article-cards > .teaser");

/** @param {Page} page @param {string} [attributes] @param {string} [template] @param {object} [options] */
async function open(page, attributes = 'page-size="6"', template = TEMPLATE, options = {}) {
  await openHostPage(page, `<article-cards src="feed.json" dates="absolute" ${attributes}>${template}</article-cards>`, options);
  await waitUntilReady(page);
}

test("a template is cloned for each article, inside our cards", async ({ page }) => {
  await open(page);
  expect(await shownIds(page)).toEqual(["a0", "a1", "a2", "a3", "a4", "a5"]);
  await expect(teasers(page)).toHaveCount(6);
  const first = teasers(page).first();
  await expect(first.getByRole("link", { name: "Article 0 harbour" })).toHaveAttribute("href", "https://news.example/0");
  await expect(first.getByRole("img", { name: "Article 0 harbour" })).toHaveAttribute("src", "https://img.example/0.png");
  await expect(first.locator(".no-image")).toHaveCount(0);
  await expect(first.locator("time")).toHaveText("Jun 28, 2021");
  await expect(first.locator("time")).toHaveAttribute("datetime", "2021-06-28T10:00:00Z");
  await expect(first.locator("ul button")).toHaveText(["Sea", "Wind"]);
  await expect(first.locator(".related a")).toHaveCount(5);
  const third = teasers(page).nth(2);
  await expect(third.locator("img, .related")).toHaveCount(0);
  await expect(third.locator(".no-image")).toBeVisible();
  // Our card is around it, and names the article.
  const card = list(page).locator("[part~=card]").first();
  await expect(card).toHaveAttribute("data-id", "a0");
  expect(await card.locator("slot").evaluate((slot) => /** @type {HTMLSlotElement} */ (slot).assignedElements()[0]?.className)).toBe("teaser");
  // The page styles it.
  await page.addStyleTag({ content: ".teaser { background: rgb(1, 2, 3); color: white } .teaser a { color: white }" });
  await expect(teasers(page).first()).toHaveCSS("background-color", "rgb(1, 2, 3)");
  const [own, ours] = [await teasers(page).first().boundingBox(), await card.boundingBox()];
  expect(own).toEqual(ours);
  await expectAccessible(page);
});

test("marks, topics, providers, clicks and show more work in own cards", async ({ page }) => {
  await open(page, 'page-size="6" url-state');
  await list(page).getByRole("searchbox").fill("tide");
  await expect(teasers(page).first().locator("mark")).toHaveText("tide");
  // The cards below the screen follow a frame later.
  await expect.poll(() => shownIds(page)).toEqual(["a1", "a4", "a7", "a10", "a13", "a16"]);
  await expect(teasers(page)).toHaveCount(6);
  await list(page).getByRole("searchbox").fill("");
  await expect(page.locator(".teaser mark")).toHaveCount(0);

  const sea = teasers(page).first().getByRole("button", { name: "Sea" });
  await expect(sea).toHaveAttribute("aria-pressed", "false");
  await sea.click();
  await expect(list(page).locator("[part~=chip]").first()).toContainText("Sea");
  await expect(sea).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/topics=Sea/);
  await sea.click();
  await expect(list(page).locator("[part~=chip]")).toHaveCount(0);
  await teasers(page).first().getByRole("button", { name: "Gull" }).click();
  await expect(page).toHaveURL(/provider=Gull/);
  await onElement(page, (element) => element.clearFilters());

  await onElement(page, (element) => void element.addEventListener("ac-card-click", (event) => event.preventDefault()));
  await teasers(page).nth(1).getByRole("link").first().click();
  const events = await page.evaluate(() => /** @type {any} */ (window).recordedEvents.filter((/** @type {any} */ one) => one.type === "ac-card-click").map((/** @type {any} */ one) => one.detail));
  expect(events).toEqual([{ id: "a1", url: "https://news.example/1" }]);

  await list(page).locator("[part~=more-button]").click();
  await expect(teasers(page)).toHaveCount(12);
  await expect(teasers(page).nth(6).getByRole("link").first()).toBeFocused();
});

test("decorateCard gets the card around it, and new articles get new cards", async ({ page }) => {
  await open(page);
  await onElement(page, (element) => void (element.decorateCard = (card, article) => (card.dataset["decorated"] = article.id)));
  await expect(list(page).locator("[part~=card]").first()).toHaveAttribute("data-decorated", "a0");
  await onElement(page, (element, items) => void (element.items = items), ARTICLES.slice(0, 2).map((article) => ({ ...article, title: `New ${article.id}` })));
  await expect(teasers(page)).toHaveCount(2);
  await expect(teasers(page).getByRole("link", { name: /^New/ })).toHaveCount(2);
  await onElement(page, (element) => element.remove());
  await expect(page.locator(".teaser")).toHaveCount(0);
});

test("an element that is taken out and put back has its own cards", async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const element = /** @type {HTMLElement} */ (document.querySelector("article-cards"));
    const parent = /** @type {HTMLElement} */ (element.parentElement);
    element.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    parent.append(element);
  });
  await expect(teasers(page)).toHaveCount(6);
});

test("a late template, one that changes, and one whose children a framework has put beside its content", async ({ page }) => {
  await open(page, 'page-size="3"', "");
  await expect(list(page).locator("[part~=card-title]")).toHaveCount(3);
  await page.evaluate(() => {
    const template = Object.assign(document.createElement("template"), { slot: "card" });
    const own = Object.assign(document.createElement("p"), { className: "own" });
    own.dataset["text"] = "title";
    template.append(own);
    document.querySelector("article-cards")?.append(template);
  });
  await expect(page.locator("article-cards > .own")).toHaveText(["Article 0 harbour", "Article 1 tide", "Article 2 pier"]);
  await expect(list(page).locator("[part~=card-title]")).toHaveCount(0);
  await page.evaluate(() => {
    const more = document.createElement("b");
    more.dataset["text"] = "provider";
    document.querySelector("article-cards > template")?.append(more);
  });
  await expect(page.locator("article-cards > div[slot] b")).toHaveText(["Gull", "Tern", "Gull"]);
  await page.evaluate(() => document.querySelector("article-cards > template")?.remove());
  await expect(list(page).locator("[part~=card-title]")).toHaveCount(3);
  await expect(page.locator("article-cards .own")).toHaveCount(0);
});

test("renderCard returns an element, or null for one of ours", async ({ page, expectedConsole }) => {
  await openHostPage(page, '<article-cards src="feed.json" page-size="4"></article-cards>');
  await onElement(page, (element) => {
    element.renderCard = (article) => {
      if (article.type === "video") return null;
      const link = Object.assign(document.createElement("a"), { href: article.webUrl, className: "own" });
      link.textContent = `${article.title} (${article.topics?.join("/")})`;
      return link;
    };
  });
  await waitUntilReady(page);
  await onElement(page, (element) => void (element.pageSize = 5));
  await expect(page.locator("article-cards > .own")).toHaveText(["Article 0 harbour (Sea/Wind)", "Article 1 tide (Sea)", "Article 2 pier (Rain/Wind/Sun/Fog)", "Article 3 harbour (Sea/Wind)"]);
  await expect(list(page).locator("[part~=card]")).toHaveCount(5);
  await expect(list(page).locator("[part~=card-title]")).toHaveText(["Article 4 tide"]);
  await onElement(page, (element) => {
    const button = Object.assign(document.createElement("button"), { textContent: "The sea", value: "Sea" });
    button.dataset["filter"] = "topics";
    element.renderCard = () => /** @type {HTMLElement} */ (button.cloneNode(true));
  });
  await page.getByRole("button", { name: "The sea" }).first().click();
  await expect(list(page).locator("[part~=chip]").first()).toContainText("Sea");
  // Its errors stop nothing.
  expectedConsole.push(/no card today/, /must return an element/);
  await onElement(page, (element) => {
    element.renderCard = (article) => {
      if (article.id === "a1") return /** @type {any} */ ("<b>text</b>");
      throw new Error("no card today");
    };
  });
  await expect(list(page).locator("[part~=card-title]")).toHaveCount(5);
  await onElement(page, (element) => void (element.renderCard = null));
  await expect(list(page).locator("[part~=card-title]")).toHaveCount(5);
});

test("fields of a mapping, and facets that are off", async ({ page }) => {
  const template = `<template slot="card"><div class="book"><b data-text="price"></b> <a data-href="shop" data-text="title"></a>
    <button data-text="topics"></button> <i data-text="nothing"></i></div></template>`;
  await page.route("**/host/books.json", (route) => route.fulfill({ json: [{ name: "Tides", cost: { amount: 12.5 }, buy: "/shop/1", tags: ["Sea"], link: "/book/1" }] }));
  await openHostPage(page, `<article-cards src="books.json" facets="type">${template}</article-cards>`);
  await onElement(page, (element) => void (element.mapping = { title: "name", price: "cost.amount", shop: "buy", topics: "tags[]", webUrl: "link" }));
  await waitUntilReady(page);
  await expect(page.locator(".book b")).toHaveText("12.5");
  await expect(page.locator(".book a")).toHaveAttribute("href", /\/shop\/1$/);
  await expect(page.locator(".book button")).toHaveCount(0);
  await expect(page.locator(".book span")).toHaveText("Sea");
  await expect(page.locator(".book i")).toBeEmpty();
});

test("a hostile feed stays text, under the strict policy", async ({ page }) => {
  await recordPolicyViolations(page);
  const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const items = ["javascript:document.title=3", "data:text/html,<script>1</script>", "vbscript:x", "//news.example/ok", " JaVaScRiPt:alert(1)", "data:image/svg+xml,<svg onload=1>", "blob:https://a/b"].map((url, index) => ({
    id: `h${index}`, title: evil, excerpt: url, webUrl: url, topics: [evil], images: [{ url }], provider: { name: evil }, other: url,
  }));
  await page.route("**/host/evil.json", (route) => route.fulfill({ json: items }));
  const template = `<template slot="card"><div class="teaser"><h3 data-text="title" data-mark data-title="title" data-onclick="excerpt" data-style="title"></h3>
    <a data-href="other" data-text="excerpt"></a><a class="own" data-href="webUrl">Link</a><img alt="" data-src="other"><img alt="" data-src="excerpt"><iframe title="x" data-src="other"></iframe>
    <object data-src="other" data-data="other"></object><form data-action="other"></form><base data-href="other"><link data-href="other">
    <svg><a data-href="other"><text data-text="title"></text></a></svg><ul data-each="topics"><li data-text></li></ul></div></template>`;
  await openHostPage(page, `<article-cards src="evil.json">${template}</article-cards>`, { headers: { "content-security-policy": STRICT_POLICY }, script: "/pkg/auto.js" });
  await onElement(page, (element) => void (element.mapping = { title: "title", webUrl: "webUrl", excerpt: "excerpt", topics: "topics", id: "id", other: "other", "provider.name": "provider.name" }));
  await waitUntilReady(page);
  await expect(page.locator(".teaser")).toHaveCount(items.length);
  await list(page).getByRole("searchbox").fill("onerror");
  await expect(page.locator(".teaser mark").first()).toHaveText("onerror");
  const found = await page.locator(".teaser").evaluateAll((cards) => {
    const nodes = cards.flatMap((card) => [card, ...card.querySelectorAll("*")]);
    const attributes = nodes.flatMap((node) => [...node.attributes].map(({ name, value }) => ({ name, value })));
    return {
      unsafe: attributes.filter(({ name }) => !name.startsWith("data-") && /^(on|style|srcdoc|action|data$)/.test(name)),
      addresses: attributes.filter(({ name }) => /^(href|src)$/.test(name)).map(({ value }) => new URL(value).protocol),
      scripts: nodes.filter((node) => node.localName === "script").length,
    };
  });
  expect(found.unsafe).toEqual([]);
  expect(found.scripts).toBe(0);
  expect([...new Set(found.addresses)].filter((protocol) => !/^https?:$/.test(protocol))).toEqual([]);
  expect(found.addresses.length).toBeGreaterThan(0);
  await expect(page).toHaveTitle("Host");
  expect(await policyViolations(page)).toEqual([]);
});

test("going back leads to the own card that was left", async ({ page }) => {
  await page.route("https://news.example/**", (route) => route.fulfill({ body: "<!doctype html><title>Article</title><h1>An article</h1>", contentType: "text/html" }));
  await page.setViewportSize({ width: 390, height: 700 });
  await open(page, 'page-size="20"', `${TEMPLATE}<style>.teaser { min-height: 300px }</style><script>addEventListener("unload", () => {})</script>`);
  const left = teasers(page).nth(12);
  await left.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  const before = await left.evaluate((card) => Math.round(card.getBoundingClientRect().top));
  await left.getByRole("link").first().evaluate((link) => /** @type {HTMLElement} */ (link).click());
  await expect(page).toHaveURL(/news\.example/);
  await page.goBack();
  await expect(async () => {
    const now = await teasers(page).nth(12).evaluate((card) => Math.round(card.getBoundingClientRect().top));
    expect(Math.abs(now - before)).toBeLessThanOrEqual(2);
  }).toPass({ timeout: 8_000 });
});
