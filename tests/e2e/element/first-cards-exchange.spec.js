// The exchange of the first cards for those of the module.
import { expectAccessible, holdRoute, layoutShift } from "../fixtures.js";
import { ARTICLES, expect, list, onElement, openHostPage, takeEvents, test, waitUntilReady } from "./host-page.js";

/** @typedef {import("@playwright/test").Page} Page */

const MODULE = "**/pkg/article_cards.wasm";
const NEWS = '<article-cards src="feed.json"></article-cards>';

/** @param {Page} page */
const cards = (page) => list(page).locator("[part~=card]");

/** Whether the module's list is on screen. @param {Page} page */
const isExchanged = (page) => list(page).first().evaluate((element) => Boolean(element.shadowRoot?.querySelector("[part~=facets] input")));

/** Shows the first cards of a page whose module is held. @param {Page} page @param {string} [markup] */
async function showFirstCards(page, markup = NEWS) {
  const release = await holdRoute(page, MODULE);
  await openHostPage(page, markup);
  await expect(cards(page)).toHaveCount(12);
  return release;
}

test("a focused link stays focused, and an open list of related articles open", async ({ page }) => {
  const release = await showFirstCards(page);
  await cards(page).first().locator("summary").click();
  await expect(cards(page).first().locator("[part~=related-item]").first()).toBeVisible();
  const link = cards(page).nth(2).locator("[part~=card-link]");
  await link.focus();
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await expect(link).toBeFocused();
  await expect(cards(page).first().locator("[part~=related-item]").first()).toBeVisible();
  expect(await layoutShift(page)).toBe(0);
});

test("links report clicks, which the page can cancel, and open in new tabs", async ({ page, context }) => {
  await page.route("**/host/feed.json", (route) => route.fulfill({ json: ARTICLES.map((article) => ({ ...article, webUrl: "/demo/" })) }));
  await showFirstCards(page);
  const url = new URL("/demo/", page.url()).href;
  const link = cards(page).first().locator("[part~=card-link]");
  const opened = context.waitForEvent("page");
  await link.click({ button: "middle" });
  await expect(await opened).toHaveURL(url);
  await page.evaluate(() => document.addEventListener("ac-card-click", (event) => event.preventDefault(), { once: true }));
  await link.click();
  const clicks = (await takeEvents(page)).filter(({ type }) => type === "ac-card-click");
  expect(clicks.map(({ detail }) => detail)).toEqual([{ id: "a0", url }]);
  await link.click();
  await page.waitForURL(url);
});

test("a button that is pressed acts once the list is there", async ({ page }) => {
  const release = await showFirstCards(page);
  await cards(page).first().getByRole("button", { name: "Gull" }).click();
  release();
  await expect.poll(() => list(page).evaluate((/** @type {any} */ element) => element.state.filters)).toEqual({ provider: { any: ["Gull"] } });
  await expect(list(page).locator("[part~=chip]")).toHaveCount(1);
});

test("it waits while a pointer is down", async ({ page }) => {
  const release = await showFirstCards(page);
  await cards(page).first().hover();
  await page.mouse.down();
  const card = await cards(page).first().elementHandle();
  release();
  await waitUntilReady(page);
  await page.waitForTimeout(500);
  expect(await card?.evaluate((card) => card.isConnected)).toBe(true);
  await page.mouse.move(0, 0);
  await page.mouse.up();
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect.poll(() => isExchanged(page)).toBe(true);
  await expect(cards(page)).toHaveCount(12);
});

test("it waits while text is selected", async ({ page }) => {
  const release = await showFirstCards(page);
  await cards(page).nth(1).locator("[part~=card-excerpt]").evaluate((excerpt) => getSelection()?.selectAllChildren(excerpt));
  release();
  await waitUntilReady(page);
  await page.waitForTimeout(500);
  expect(await isExchanged(page)).toBe(false);
  expect(await page.evaluate(() => String(getSelection()))).toContain("About number 1");
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect.poll(() => isExchanged(page)).toBe(true);
});

/**
 * Runs a function in the page as soon as the exchange waits for images, which never decode.
 * @template A
 * @param {Page} page
 * @param {(argument: A) => void} act
 * @param {A} argument
 */
async function whenExchangeWaits(page, act, argument) {
  const image = cards(page).first().locator("img").first();
  await expect.poll(() => image.evaluate((/** @type {HTMLImageElement} */ image) => image.complete && image.naturalWidth)).toBeGreaterThan(0);
  await page.evaluate(`HTMLImageElement.prototype.decode = () => {
    HTMLImageElement.prototype.decode = () => new Promise(() => {});
    (${act})(${JSON.stringify(argument)});
    return new Promise(() => {});
  }`);
}

/** How many lists of the module are on screen in an element. @param {Page} page @param {string} selector */
const listsOf = (page, selector) => list(page, selector).evaluate((element) => element.shadowRoot?.querySelectorAll(".ac-base").length);

test("an element that leaves meanwhile does not take the list of another one", async ({ page }) => {
  const release = await showFirstCards(page);
  await whenExchangeWaits(page, (items) => {
    document.querySelector("article-cards")?.remove();
    const other = /** @type {any} */ (document.createElement("article-cards"));
    other.items = items;
    document.querySelector("main")?.append(other);
  }, ARTICLES.slice(2, 5));
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await page.waitForTimeout(300);
  expect(await isExchanged(page)).toBe(true);
  await expect(cards(page)).toHaveCount(3);
});

test("an element that comes back meanwhile keeps its cards until the list has them again", async ({ page }) => {
  let requests = 0;
  await page.route("**/host/feed.json", async (route) => {
    requests += 1;
    if (requests > 1) await new Promise((resolve) => setTimeout(resolve, 500));
    await route.fulfill({ json: ARTICLES });
  });
  const release = await showFirstCards(page);
  await whenExchangeWaits(page, () => {
    const element = /** @type {HTMLElement} */ (document.querySelector("article-cards"));
    const seen = Object.assign(window, { skeletons: 0 });
    element.remove();
    setTimeout(() => document.querySelector("main")?.append(element));
    setInterval(() => (seen.skeletons += element.shadowRoot?.querySelectorAll("[part~=skeleton]").length ?? 0), 10);
  }, undefined);
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await onElement(page, () => {});
  await expect(cards(page)).toHaveCount(12);
  expect(requests).toBe(2);
  expect(await page.evaluate(() => /** @type {any} */ (window).skeletons)).toBe(0);
});

test("a page that paints no frames, as in the background, has the first cards and then the list", async ({ page }) => {
  await page.addInitScript(() => void Object.assign(window, { requestAnimationFrame: () => 0 }));
  const release = await showFirstCards(page);
  const image = cards(page).first().locator("img").first();
  await expect.poll(() => image.evaluate((/** @type {HTMLImageElement} */ image) => image.naturalWidth)).toBeGreaterThan(0);
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await waitUntilReady(page);
});

test("an element that leaves for good meanwhile is ready", async ({ page }) => {
  const release = await showFirstCards(page);
  await whenExchangeWaits(page, () => {
    const element = /** @type {any} */ (document.querySelector("article-cards"));
    Object.assign(window, { ready: element.ready });
    element.remove();
  }, undefined);
  release();
  await expect.poll(() => page.evaluate(() => Promise.race([/** @type {any} */ (window).ready?.then(() => "ready"), new Promise((resolve) => setTimeout(resolve))]))).toBe("ready");
});

test("a list whose feed is taken away meanwhile shows none, and completes the update", async ({ page }) => {
  const release = await showFirstCards(page);
  await whenExchangeWaits(page, () => document.querySelector("article-cards")?.removeAttribute("src"), undefined);
  release();
  await expect(cards(page)).toHaveCount(0);
  await expect(list(page).locator("[data-waiting]")).toHaveCount(0);
  // Not only with the next change.
  expect(await list(page).evaluate((/** @type {any} */ element) => Promise.race([
    element.updateComplete.then(() => element.status),
    new Promise((resolve) => setTimeout(resolve, 5_000)),
  ]))).toBe("idle");
});

test("a list that crashes meanwhile starts again, alone", async ({ page, expectedConsole }) => {
  expectedConsole.push(/panicked|unreachable|RuntimeError/);
  const release = await showFirstCards(page);
  await whenExchangeWaits(page, (items) => {
    const other = /** @type {any} */ (document.createElement("article-cards"));
    other.id = "other";
    other.items = items;
    document.querySelector("main")?.append(other);
    // Yew clones the elements of cards.
    const { cloneNode } = Node.prototype;
    Node.prototype.cloneNode = /** @this {Node} @param {boolean} [deep] */ function (deep) {
      if (this.nodeName !== "ARTICLE") return cloneNode.call(this, deep);
      Node.prototype.cloneNode = cloneNode;
      throw new Error("no article for you");
    };
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = /** @type {any} */ (async (/** @type {[any]} */ ...all) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return instantiate(...all);
    });
  }, ARTICLES.slice(2, 5));
  release();
  await expect.poll(() => page.evaluate(() => /** @type {any} */ (window).recordedEvents.filter((/** @type {any} */ { type }) => type === "ac-error").length)).toBe(2);
  // Once it has started again.
  await expect.poll(() => list(page, "article-cards:not(#other)").evaluate((/** @type {any} */ element) => element.status)).toBe("ready");
  await expect.poll(() => isExchanged(page)).toBe(true);
  expect(await listsOf(page, "article-cards:not(#other)")).toBe(1);
  await expect(list(page, "article-cards:not(#other)").locator("[part~=card]")).toHaveCount(12);
  await expect(list(page, "article-cards:not(#other)").getByRole("alert")).toHaveCount(0);
});

test("what is typed while the first cards are shown counts", async ({ page }) => {
  const release = await showFirstCards(page);
  await list(page).getByRole("searchbox").fill("pier");
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await expect(list(page).locator("[part~=summary]")).toContainText("9");
  await expect(list(page).getByRole("searchbox")).toHaveValue("pier");
});

test("the author's links give way to the first cards, which assistive technology reads", async ({ page }) => {
  await showFirstCards(page, '<article-cards src="feed.json"><a href="/old/1">An older article</a></article-cards>');
  await expect(page.getByRole("link", { name: "An older article" })).toBeHidden();
  await expect(page.getByRole("heading", { name: "Article 0 harbour" })).toBeVisible();
  await expectAccessible(page);
});

test("a decorator that is set meanwhile decorates the list's cards, once", async ({ page }) => {
  const release = await showFirstCards(page);
  await list(page).evaluate((/** @type {any} */ element) => {
    element.decorateCard = (/** @type {Element} */ card, /** @type {any} */ article) => card.append(`About ${article.id}`);
  });
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await expect(cards(page).first()).toContainText("About a0");
  expect((await cards(page).first().textContent())?.split("About a0")).toHaveLength(2);
});

test("an image that fails to load leaves its room, not a broken image", async ({ page, expectedConsole }) => {
  expectedConsole.push(/Failed to load resource/);
  await page.route("https://img.example/**", (route) => route.fulfill({ status: 404 }));
  const images = [{ url: "https://img.example/gone.jpg", width: 1200, height: 800 }];
  const provider = { name: "Gull", images: [{ url: "https://img.example/gone.png" }] };
  await page.route("**/host/feed.json", (route) => route.fulfill({ json: ARTICLES.map((article) => ({ ...article, images, provider })) }));
  const release = await showFirstCards(page);
  const card = cards(page).first();
  const box = card.locator("[part~=card-media]");
  await expect(box).toHaveAttribute("data-broken");
  for (const image of await card.locator("img").all()) await expect(image).toHaveCSS("visibility", "hidden");
  const shape = await box.boundingBox();
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await expect(box).toHaveText("G");
  expect(await box.boundingBox()).toEqual(shape);
  expect(await layoutShift(page)).toBe(0);
});

test("images do not flicker", async ({ page }) => {
  const picture = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 800);
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "rgb(255, 0, 255)";
    context.fillRect(0, 0, 1200, 800);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    return [...bytes];
  });
  await page.route("https://img.example/**", (route) => route.fulfill({ body: Buffer.from(picture), contentType: "image/jpeg", headers: { "cache-control": "max-age=600" } }));
  const feed = ARTICLES.map((article, index) => ({ ...article, images: [{ url: `https://img.example/picture/${index}.jpg`, width: 1200, height: 800 }] }));
  await page.route("**/host/feed.json", (route) => route.fulfill({ json: feed }));
  await page.setViewportSize({ width: 1000, height: 900 });
  const release = await showFirstCards(page);
  const image = cards(page).first().locator("img[part~=card-image]");
  await expect.poll(() => image.evaluate((/** @type {HTMLImageElement} */ image) => image.complete && image.naturalWidth)).toBe(1200);
  const centres = await list(page).locator("img[part~=card-image]").evaluateAll((images) => {
    const boxes = images.map((image) => image.getBoundingClientRect()).filter(({ top, height }) => top + height / 2 < innerHeight - 10);
    return boxes.map(({ x, y, width, height }) => [x + width / 2, y + height / 2]);
  });
  expect(centres.length).toBeGreaterThan(2);
  await page.waitForTimeout(300);
  const session = await page.context().newCDPSession(page);
  /** @type {string[]} */
  const frames = [];
  session.on("Page.screencastFrame", ({ data, sessionId }) => {
    frames.push(data);
    void session.send("Page.screencastFrameAck", { sessionId });
  });
  await session.send("Page.startScreencast", { format: "png", everyNthFrame: 1 });
  release();
  await expect.poll(() => isExchanged(page)).toBe(true);
  await page.waitForTimeout(500);
  await session.send("Page.stopScreencast");
  expect(frames.length).toBeGreaterThan(1);
  const missing = await page.evaluate(
    async ([frames, centres]) => {
      const missing = [];
      for (const [number, frame] of frames.entries()) {
        const bytes = Uint8Array.from(atob(frame), (char) => char.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const scale = bitmap.width / innerWidth;
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d", { willReadFrequently: true }));
        context.drawImage(bitmap, 0, 0);
        for (const [x = 0, y = 0] of centres) {
          const [red = 0, green = 0, blue = 0] = context.getImageData(x * scale, y * scale, 1, 1).data;
          if (red < 200 || green > 60 || blue < 200) missing.push({ number, x, y, red, green, blue });
        }
      }
      return missing;
    },
    /** @type {[string[], number[][]]} */ ([frames, centres]),
  );
  expect(missing).toEqual([]);
});
