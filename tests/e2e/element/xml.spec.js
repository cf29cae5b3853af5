// Feeds of RSS and Atom in the element.
import { STRICT_POLICY, policyViolations, recordPolicyViolations } from "../fixtures.js";
import { expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "./host-page.js";

const RSS = `
<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
<item><guid isPermaLink="false">1</guid><title>Fish & chips</title><link>/a</link><pubDate>Fri, 02 Jan 2024 10:00:00 CET</pubDate></item>
<item><guid isPermaLink="false">2</guid><title>Caf\u00e9 &lt;table&gt;</title><pubDate>Mon, 01 Jan 2024 10:00:00 GMT</pubDate></item>
</channel></rss>`;

/** @param {number} n @param {string} more */
const atom = (n, more) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>${n}</id><title>Ebb ${n}</title></entry>${more}</feed>`;

for (const script of ["/pkg/define.js", "/pkg/auto.js"]) {
  test(`a feed of RSS is shown with ${script}, without a policy violation`, async ({ page }) => {
    await recordPolicyViolations(page);
    /** @type {string[]} */
    const modules = [];
    page.on("request", (request) => void (/xml\.(js|wasm)$/.test(request.url()) && modules.push(request.url())));
    await page.route("**/host/feed.xml", (route) => route.fulfill({ body: RSS, contentType: "application/rss+xml" }));
    const headers = { "content-security-policy": STRICT_POLICY };
    await openHostPage(page, '<article-cards src="feed.json" label="News"></article-cards>', { headers, script });
    await waitUntilReady(page);
    expect(modules).toEqual([]);
    await onElement(page, (element) => element.load("feed.xml"));
    expect(await shownIds(page)).toEqual(["1", "2"]);
    expect(modules).toHaveLength(2);
    await expect(list(page).locator("[part~=card-title]")).toHaveText(["Fish & chips", "Caf\u00e9 <table>"]);
    await expect(list(page).locator("[part~=card-link]").first()).toHaveAttribute("href", /^http:\/\/127\.0\.0\.1:\d+\/a$/);
    expect(await onElement(page, (element) => element.diagnostics.map(({ index, message }) => [index, message]))).toEqual([
      [null, "white space or a comment before the XML declaration, at line 2"],
      [0, "an `&` that begins no reference, at line 3"],
    ]);
    expect(await policyViolations(page)).toEqual([]);
  });
}

test("Atom's next page is loaded, and a page of HTML is an error", async ({ page }) => {
  const pages = { "1.xml": atom(1, '<link rel="next" href="2.xml"/>'), "2.xml": atom(2, ""), "3.xml": "<!doctype html><p>" };
  for (const [name, body] of Object.entries(pages)) {
    await page.route(`**/host/${name}`, (route) => route.fulfill({ body, contentType: "text/xml" }));
  }
  await openHostPage(page, '<article-cards src="1.xml" label="News"></article-cards>');
  await waitUntilReady(page);
  await expect.poll(async () => {
    await onElement(page, (element) => element.loadMore());
    return shownIds(page);
  }).toEqual(["1", "2"]);
  await takeEvents(page);
  await onElement(page, (element) => element.load("3.xml"));
  const [error] = await takeEvents(page);
  expect([error?.type, error?.detail.kind]).toEqual(["ac-error", "parse"]);
  expect(error?.detail.message).toContain("a page of HTML");
});

test("a cut-off feed shows what came, with the character references that it has", async ({ page }) => {
  const body = "<rss><channel><item><title>Star &bigstar;</title></item><item><title>Lost";
  await page.route("**/host/feed.xml", (route) => route.fulfill({ body, contentType: "text/xml" }));
  await openHostPage(page, '<article-cards src="feed.xml" label="News"></article-cards>');
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card-title]")).toHaveText(["Star \u2605"]);
  expect(await onElement(page, (element) => element.diagnostics.at(-1)?.message)).toBe("the document ends inside of <title>, at line 1");
});

test("a refresh offers the new articles of a feed of RSS", async ({ page }) => {
  await page.clock.install();
  let items = "<item><guid>old</guid><title>Ebb</title></item>";
  await page.route("**/host/feed.xml", (route) => route.fulfill({ body: `<rss><channel>${items}</channel></rss>`, contentType: "text/xml" }));
  await openHostPage(page, '<article-cards src="feed.xml" refresh="10" label="News"></article-cards>');
  await waitUntilReady(page);
  items = `<item><guid>new</guid><title>Flood</title></item>${items}`;
  await page.clock.runFor(11_000);
  await list(page).getByRole("button", { name: "1 new" }).click();
  await expect(list(page).locator("[part~=card-title]")).toHaveText(["Flood", "Ebb"]);
});

test("the header Link names the next page of a document that names none", async ({ page }) => {
  const link = '</host/0.json>; rel="prev", <2.json?a=1,2>; rel="next"';
  await page.route("**/host/1.json", (route) => route.fulfill({ json: [{ id: "1", title: "Ebb" }], headers: { link } }));
  await page.route("**/host/2.json?a=1,2", (route) => route.fulfill({ body: atom(2, ""), headers: { link: "<1.json>; rel=next" } }));
  await openHostPage(page, '<article-cards src="1.json" label="News"></article-cards>');
  await waitUntilReady(page);
  await expect.poll(() => shownIds(page)).toEqual(["1", "2"]);
  await expect(list(page).locator("[part~=more-button]")).toHaveCount(0);
});

test.describe("without the reader of XML", () => {
  // A message of the browser itself.
  test.use({ expectedConsole: [/Failed to load resource/] });

  test("the list says so and can try again", async ({ page }) => {
    let isBlocked = true;
    await page.route("**/pkg/article_cards_xml.wasm", (route) => (isBlocked ? route.abort() : route.continue()));
    await page.route("**/host/feed.xml", (route) => route.fulfill({ body: RSS, contentType: "text/xml" }));
    await openHostPage(page, '<article-cards src="feed.xml" label="News"></article-cards>');
    await expect(list(page).getByRole("alert")).toBeVisible();
    isBlocked = false;
    await list(page).getByRole("button", { name: "Try again" }).click();
    await expect(list(page).locator("[part~=card]")).toHaveCount(2);
  });
});
