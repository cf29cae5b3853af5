// Names of character references that are not compiled in.
import { expect, list, onElement, openHostPage, test, waitUntilReady } from "./host-page.js";

const NEWS = '<article-cards src="feed.json"></article-cards>';

/** Serves a feed with one title; returns the requests for the table. @param {import("@playwright/test").Page} page @param {string} title */
async function serveTitle(page, title) {
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => request.url().endsWith("/character-references.js") && requests.push(request.url()));
  await page.route("**/host/feed.json", (route) => route.fulfill({ json: [{ id: "a", title }] }));
  return requests;
}

test("common references load nothing", async ({ page }) => {
  const requests = await serveTitle(page, "AT&T &amp; &copy; &rsquo;&hellip; &#8217;");
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card-title]")).toHaveText("AT&T & © ’… ’");
  expect(requests).toHaveLength(0);
});

test("an unusual one loads the table once", async ({ page }) => {
  const requests = await serveTitle(page, "Five &bigstar;");
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  const title = list(page).locator("[part~=card-title]");
  await expect(title).toHaveText("Five ★");
  await onElement(page, (element) => void (element.items = [{ title: "&ngE;" }]));
  await expect(title).toHaveText("≧̸");
  expect(requests).toHaveLength(1);
});

test("so does one in items", async ({ page }) => {
  const requests = await serveTitle(page, "");
  await openHostPage(page, "<article-cards></article-cards>");
  await onElement(page, (element) => void (element.items = [{ title: "&bigstar;" }]));
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card-title]")).toHaveText("★");
  expect(requests).toHaveLength(1);
});

test("if the table fails to load, the reference stays as it is written", async ({ page }) => {
  await serveTitle(page, "Five &bigstar;");
  await page.route("**/character-references.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error();" }));
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card-title]")).toHaveText("Five &bigstar;");
});

test("references in fields that are not read load nothing", async ({ page }) => {
  const requests = await serveTitle(page, "");
  await page.route("**/host/feed.json", (route) => route.fulfill({ json: [{ id: "a", title: "Low tide", content: "&bigstar;", other: "&ngE;" }] }));
  await openHostPage(page, NEWS);
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card-title]")).toHaveText("Low tide");
  expect(requests).toHaveLength(0);
});

test("items that can't be read a second time are an error", async ({ page }) => {
  await serveTitle(page, "");
  await openHostPage(page, "<article-cards></article-cards>");
  await onElement(page, (element) => {
    let reads = 0;
    element.items = { toJSON: () => ((reads += 1) > 1 ? 5 : [{ title: "&bigstar;" }]) };
  });
  await waitUntilReady(page);
  expect(await onElement(page, (element) => element.status)).toBe("error");
});
