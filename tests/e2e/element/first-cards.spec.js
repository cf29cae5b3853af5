// The first cards, drawn from a template before the module: they equal those of the module.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PIXEL, STRICT_POLICY, holdRoute, policyViolations, recordPolicyViolations } from "../fixtures.js";
import { ARTICLES, expect, list, openHostPage, test, waitUntilReady } from "./host-page.js";
import { NOW, randomFeed } from "./random-feeds.js";

/** @typedef {import("@playwright/test").Page} Page */

const MODULE = "**/pkg/article_cards.wasm";

/** The sample feed of the demo page. */
const SAMPLE = readFileSync(new URL("../../../examples/sample-feed/index.json", import.meta.url), "utf8");

/** Real feeds, if their folder is beside the repository. */
const REAL_DATA = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

/**
 * Returns the documents in a folder, with their names.
 * @param {string} folder
 * @param {RegExp} pattern
 */
const documents = (folder, pattern) =>
  readdirSync(`${REAL_DATA}${folder}`, { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .map((name) => readFileSync(`${REAL_DATA}${folder}/${name}`, "utf8"));

/** Feeds as sites publish them. @param {number} seed @param {number} count */
const usualFeeds = (seed, count) => [JSON.stringify(ARTICLES), SAMPLE, ...Array.from({ length: count }, (_, index) => JSON.stringify(randomFeed(seed + index, false)))];

/** @param {number} seed @param {number} count */
const oddFeeds = (seed, count) => Array.from({ length: count }, (_, index) => JSON.stringify(randomFeed(seed + index, true)));

/** The cards of each element as trees of names, attributes and texts, with ids by their order; null without cards. @param {Page} page */
const cardTrees = (page) =>
  page.locator("article-cards").evaluateAll((elements) =>
    elements.map((element) => {
      const cards = [...(element.shadowRoot?.querySelectorAll(".ac-card") ?? [])];
      const ids = new Map(cards.flatMap((card) => [...card.querySelectorAll("[id]")]).map(({ id }, index) => [id, `id-${index}`]));
      /** @type {(node: Node) => unknown} */
      const tree = (node) => {
        if (!(node instanceof Element)) return node.nodeType === Node.TEXT_NODE ? node.nodeValue : `node type ${node.nodeType}`;
        const attributes = [...node.attributes].map(({ name, value }) => `${name}=${ids.get(value) ?? value}`).sort();
        return [node.namespaceURI?.split("/").at(-1), node.localName, attributes, [...node.childNodes].map(tree)];
      };
      return cards.length ? cards.map(tree) : null;
    }),
  );

/**
 * Shows each feed, and compares the cards before and after the module.
 * @param {Page} page
 * @param {string[]} feeds
 * @param {string} attributes
 * @param {number} [least] the share of the feeds whose cards must be drawn
 */
async function compareCards(page, feeds, attributes, least = 0) {
  await page.clock.setFixedTime(NOW);
  await page.route(({ pathname }) => /\.(png|jpe?g|webp|avif|svg)$/.test(pathname), (route) => route.fulfill({ body: PIXEL, contentType: "image/png" }));
  let arrived = 0;
  await page.route("**/host/feeds/*/index.json", async (route) => {
    const body = feeds[Number(route.request().url().split("/").at(-2))] ?? "";
    await route.fulfill({ body, contentType: "application/json" });
    arrived += 1;
  });
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, feeds.map((_, index) => `<article-cards src="feeds/${index}/index.json" ${attributes}></article-cards>`).join(""));
  await expect.poll(() => arrived, { timeout: 60_000 }).toBe(feeds.length);
  const drawnShare = async () => (await cardTrees(page)).filter(Boolean).length / feeds.length;
  await expect.poll(drawnShare, { timeout: 60_000 }).toBeGreaterThanOrEqual(least);
  // Until no more are drawn.
  for (let drawn = -1; ; ) {
    await page.waitForTimeout(1_000);
    const now = await page.locator("article-cards .ac-card").count();
    if (now === drawn) break;
    drawn = now;
  }
  const before = await cardTrees(page);
  release();
  await page.locator("article-cards").evaluateAll((elements) => Promise.all(elements.map((element) => /** @type {any} */ (element).ready)));
  await expect(page.locator("article-cards [data-waiting]")).toHaveCount(0);
  const after = await cardTrees(page);
  // A short page may have got cards of the next one.
  for (const [index, cards] of before.entries()) if (cards) expect(after[index]?.slice(0, cards.length), feeds[index]?.slice(0, 2_000)).toEqual(cards);
}

const USUAL = ["", 'layout="list" page-size="18"', 'layout="compact" with-authors', 'lang="de" time-zone="Asia/Tokyo" page-size="18" link-target="_blank"', 'related="1" heading-level="2" without-images', 'lang="ar" dates="absolute" without-excerpts with-authors', 'lang="ja" time-zone="America/St_Johns" facets="topics" related="9"', 'lang="fr" facets="none" with-unpublished related="0" link-target="_blank"', 'locale="en-GB" time-zone="UTC" facets="provider,type" layout="list" with-authors'];

for (const [index, attributes] of USUAL.entries()) {
  for (const width of index ? [[390, 768, 1280][index % 3] ?? 1280] : [390, 768, 1280]) {
    test(`at ${width} pixels with ${attributes || "no attributes"}, they equal those of the module`, async ({ page }) => {
      test.slow();
      await page.setViewportSize({ width, height: 800 });
      await compareCards(page, usualFeeds(1_000 * index + width, 12), attributes, 0.95);
      await page.unrouteAll({ behavior: "ignoreErrors" });
    });
  }
  if (index % 3) continue;
  test(`with ${attributes || "no attributes"}, what is drawn of odd feeds equals the module's cards`, async ({ page, expectedConsole }) => {
    test.slow();
    // Odd URLs of images.
    expectedConsole.push(/Failed to load resource/);
    await compareCards(page, oddFeeds(100_000 + 1_000 * index, 20), attributes);
  });
}

test.describe("real feeds", () => {
  test.skip(!existsSync(REAL_DATA), `no real feeds at ${REAL_DATA}`);

  for (const attributes of ["", 'layout="list" lang="de" page-size="60" with-authors', 'facets="none" link-target="_blank" related="1"']) {
    test(`of a publisher, with ${attributes || "no attributes"}`, async ({ page, expectedConsole }) => {
      // Their next pages.
      expectedConsole.push(/status of 404/);
      test.slow();
      await compareCards(page, documents("everyday", /\.json$/), attributes, 0.95);
    });
  }

  test("with faults, and in other formats", async ({ page }) => {
    test.slow();
    await compareCards(page, [...documents("real-faults", /\.(json|xml)$/), ...documents("feedparser/tests/wellformed", /\.(json|xml)$/).slice(0, 40)], "");
  });
});

/** Ways in which an element may show other cards than the newest ones of its feed, or other values. */
const LEFT_TO_THE_MODULE = {
  "a page template": 'page-src="feed.json?page={page}"',
  "a mapping": 'mapping="wordpress"',
  "a query": 'query="pier"',
  "an order": 'sort="title"',
  "a filter": 'filter="topics=Sea"',
  "a frame": 'only="topics=Sea"',
  "an image proxy": 'image-proxy="https://img.example/?{url}"',
  "a limit": 'max-bytes="100"',
  "scores": "with-scores",
  "a state in the URL": 'url-state="n-"',
  "several feeds": 'src="feed.json feed.json#again"',
};

test("what may show other cards is left to the module", async ({ page }) => {
  await holdRoute(page, MODULE);
  const elements = Object.values(LEFT_TO_THE_MODULE).map((attributes) => `<article-cards ${attributes} src="feed.json"></article-cards>`);
  await openHostPage(page, `${elements.join("")}<article-cards id="usual" src="feed.json" url-state="m-"></article-cards>`, { query: "?n-q=pier&utm_source=mail" });
  await expect(list(page, "#usual").locator("[part~=card]")).toHaveCount(12);
  expect(Object.keys(LEFT_TO_THE_MODULE)).toHaveLength(elements.length);
  for (const [index, way] of Object.keys(LEFT_TO_THE_MODULE).entries()) {
    const element = page.locator("article-cards").nth(index);
    await expect(element.locator("[part~=card]"), way).toHaveCount(0);
    await expect(element.locator("[part~=skeleton]").first(), way).toBeVisible();
  }
});

test("so are own messages, a decorator and a state", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  await page.addInitScript(() => {
    const set = { messages: { search: "Look for" }, decorateCard: () => {}, state: { query: "pier" } };
    document.addEventListener("readystatechange", () => {
      for (const [id, value] of Object.entries(set)) Object.assign(document.getElementById(id) ?? {}, { [id]: value });
    });
  });
  await openHostPage(page, ["messages", "decorateCard", "state", "usual"].map((id) => `<article-cards id="${id}" src="feed.json"></article-cards>`).join(""));
  await expect(list(page, "#usual").locator("[part~=card]")).toHaveCount(12);
  for (const id of ["messages", "decorateCard", "state"]) await expect(list(page, `#${id}`).locator("[part~=card]"), id).toHaveCount(0);
  release();
  for (const id of ["messages", "decorateCard", "state"]) await waitUntilReady(page, `#${id}`);
  await expect(list(page, "#state").locator("[part~=card]").first()).toContainText("pier");
});

test("items of a script have first cards, too", async ({ page }) => {
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, "<article-cards></article-cards>");
  await list(page).evaluate((element, items) => Object.assign(element, { items }), ARTICLES);
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
  const before = await cardTrees(page);
  release();
  await waitUntilReady(page);
  await expect(list(page).locator("[data-waiting]")).toHaveCount(0);
  expect(await cardTrees(page)).toEqual(before);
});

test("a feed that pauses on its way still has first cards", async ({ page }) => {
  await holdRoute(page, MODULE);
  await page.addInitScript((feed) => {
    const { fetch } = window;
    const released = new Promise((resolve) => Object.assign(window, { release: resolve }));
    window.fetch = (input, init) => {
      if (!String(input).endsWith("feed.json")) return fetch(input, init);
      const bytes = new TextEncoder().encode(feed);
      const body = new ReadableStream({
        async start(controller) {
          controller.enqueue(bytes.slice(0, 1_000));
          await released;
          controller.enqueue(bytes.slice(1_000));
          controller.close();
        },
      });
      return Promise.resolve(new Response(body, { headers: { "content-type": "application/json" } }));
    };
  }, JSON.stringify(ARTICLES));
  const module = page.waitForRequest(MODULE);
  await openHostPage(page, '<article-cards src="feed.json"></article-cards>');
  await module;
  await expect(list(page).locator("[part~=card]")).toHaveCount(0);
  await page.evaluate(() => /** @type {any} */ (window).release());
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
});

test("under the strictest policy, with Trusted Types", async ({ page }) => {
  await recordPolicyViolations(page);
  await holdRoute(page, MODULE);
  await openHostPage(page, '<article-cards src="feed.json"></article-cards>', { headers: { "content-security-policy": STRICT_POLICY } });
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
  expect(await policyViolations(page)).toEqual([]);
});
