// Faults of the server or the network: the message on screen, the event, and what the list keeps.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { expectAccessible } from "../fixtures.js";
import { expect, list, onElement, openHostPage, shownIds, takeEvents, test, waitUntilReady } from "../element/host-page.js";
import { VALID_FEED, httpResponse, startFaultServer } from "./fault-server.js";

test.use({
  // Messages of the browser itself.
  expectedConsole: [/Failed to load resource|blocked by CORS|Cross-Origin Request Blocked/],
  // Playwright fulfils the page itself, so a request to a local server needs this permission.
  permissions: ["local-network-access"],
});

const HALF = VALID_FEED.length / 2;
const GZIP = gzipSync(VALID_FEED);
const GZIP_HEADER = { "content-encoding": "gzip" };
/** The fault of a body of which whole articles arrive. */
const CUT_OFF = "body truncated, with a matching `Content-Length`";
const TRUNCATED = httpResponse(VALID_FEED).subarray(0, -HALF);

/**
 * Name, fault, the event's kind and message, and the number of requests.
 * @type {[string, import("./fault-server.js").Fault, string, string, number][]}
 */
const FAULTS = [
  ["connection reset before the response", (socket) => socket.resetAndDestroy(), "network", "Failed to fetch", 2],
  ["connection reset during the body", (socket) => socket.write(TRUNCATED, () => setTimeout(() => socket.resetAndDestroy(), 100)), "network", "network error", 2],
  ["body shorter than its `Content-Length`", (socket) => socket.end(TRUNCATED), "network", "network error", 2],
  [CUT_OFF, (socket) => socket.end(httpResponse(VALID_FEED.slice(0, HALF), { "content-length": HALF })), "parse", "not JSON: the document ends too early (EOF while parsing a string), at line 1 column 399", 1],
  ["not HTTP", (socket) => socket.end("What?\r\n\r\n"), "network", "Failed to fetch", 2],
  ["301 to the same URL", (socket, { path }) => socket.end(httpResponse("", { location: path }, "301 Moved Permanently")), "network", "Failed to fetch", 42],
  ["invalid gzip", (socket) => socket.end(httpResponse(VALID_FEED, GZIP_HEADER)), "network", "network error", 2],
  ["gzip with missing bytes", (socket) => socket.end(httpResponse(Buffer.concat([GZIP.subarray(0, 40), GZIP.subarray(60)]), GZIP_HEADER)), "network", "network error", 2],
  ["truncated gzip", (socket) => socket.end(httpResponse(GZIP.subarray(0, 60), GZIP_HEADER)), "parse", "not JSON: the document ends too early (EOF while parsing a string), at line 1 column 13", 1],
  ["a login page", (socket) => socket.end(httpResponse("<!doctype html><title>Log in", { "content-type": "text/html" })), "parse", "no known feed: a page of HTML was found instead of RSS, Atom or RDF, at line 1 column 16", 1],
  ["204, no content", (socket) => socket.end(httpResponse("", {}, "204 No Content")), "parse", "the document is empty", 1],
  ["429, too many requests", (socket) => socket.end(httpResponse("", {}, "429 Too Many Requests")), "http", "the server answered with status 429", 1],
  ["503, unavailable", (socket) => socket.end(httpResponse("", {}, "503 Service Unavailable")), "http", "the server answered with status 503", 2],
  ["CORS not allowed", (socket) => socket.end(httpResponse(VALID_FEED, { "access-control-allow-origin": "https://other.example" })), "network", "Failed to fetch", 2],
];

/** Returns the faults by path; once `state.isFixed` is set the paths work. */
function faultsByPath() {
  const state = { isFixed: false };
  const paths = FAULTS.map(([, fault], at) => /** @type {const} */ ([
    `/${at}`,
    /** @type {import("./fault-server.js").Fault} */ ((socket, request) => (state.isFixed ? socket.end(httpResponse(VALID_FEED)) : fault(socket, request))),
  ]));
  return { state, paths: Object.fromEntries(paths) };
}

/** The messages and the browser's own retries are those of Chromium. @param {string} browserName */
const hasKnownMessages = (browserName) => browserName === "chromium";

test("a failing feed keeps the current articles and reports the error", async ({ page, browserName }) => {
  const server = await startFaultServer(faultsByPath().paths);
  await openHostPage(page, `<article-cards src="${server.url}/good"></article-cards>`);
  await waitUntilReady(page);
  await onElement(page, (element) => element.search("Article"));
  await takeEvents(page);
  for (const [at, [name, , kind, message, times]] of FAULTS.entries()) {
    const url = `${server.url}/${at}`;
    await onElement(page, (element, url) => element.load(url), url);
    const events = (await takeEvents(page)).map(({ type, detail, state, status }) => [type, detail, state.query, status]);
    const details = hasKnownMessages(browserName) ? { kind, message, url, retryable: kind === "network" || kind === "http" } : expect.objectContaining({ url });
    expect(events, name).toEqual([["ac-error", details, "Article", "ready"]]);
    expect(await shownIds(page), name).toHaveLength(12);
    await expect(list(page).getByRole("alert"), name).toContainText("The articles could not be loaded. 127.0.0.1 ");
    if (hasKnownMessages(browserName)) expect(server.requests(`/${at}`), name).toBe(times);
  }
  await onElement(page, (element, url) => element.load(url), `${server.url}/good`);
  await expect(list(page).getByRole("alert")).toHaveCount(0);
  await server.close();
});

test("a feed that fails at first leaves the fallback links, and retrying recovers", async ({ page, browserName }) => {
  const { state, paths } = faultsByPath();
  const server = await startFaultServer(paths);
  /** @type {[number, (typeof FAULTS)[number]][]} */
  const faults = [...FAULTS.entries()].filter(([, [name]]) => name !== CUT_OFF);
  const lists = faults.map(([at]) => `<article-cards id="l${at}" src="${server.url}/${at}"><a href="/old">An older article</a></article-cards>`);
  await openHostPage(page, lists.join(""));
  for (const [at, [name]] of faults) {
    await waitUntilReady(page, `#l${at}`);
    await expect(list(page, `#l${at}`).getByRole("alert"), name).toBeVisible();
    await expect(list(page, `#l${at}`).getByRole("link", { name: "An older article" }), name).toBeVisible();
  }
  await expectAccessible(page);
  const events = (await takeEvents(page)).map(({ type, id, detail: { kind, message } }) => [type, id, kind, message]);
  const anything = expect.any(String);
  const expected = faults.map(([at, [, , kind, message]]) => ["ac-error", `l${at}`, ...(hasKnownMessages(browserName) ? [kind, message] : [anything, anything])]);
  expect(events.sort()).toEqual(expected.sort());
  state.isFixed = true;
  for (const [at, [name]] of faults) {
    await list(page, `#l${at}`).getByRole("button", { name: "Try again" }).click();
    await expect(list(page, `#l${at}`).locator("[part~=card]"), name).toHaveCount(12);
    await expect(list(page, `#l${at}`).getByRole("link", { name: "An older article" }), name).toBeHidden();
  }
  await server.close();
});

test("a feed that is cut off shows the articles that arrived, and retrying loads the rest", async ({ page }) => {
  const { state, paths } = faultsByPath();
  const server = await startFaultServer(paths);
  const at = FAULTS.findIndex(([name]) => name === CUT_OFF);
  await openHostPage(page, `<article-cards src="${server.url}/${at}"></article-cards>`);
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card]")).toHaveCount(6);
  await expect(list(page).getByRole("alert")).toContainText("The articles could not be loaded.");
  expect((await takeEvents(page)).map(({ type, status }) => [type, status])).toEqual([["ac-load", "ready"], ["ac-error", "ready"]]);
  state.isFixed = true;
  await list(page).getByRole("button", { name: "Try again" }).click();
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
  await expect(list(page).getByRole("alert")).toHaveCount(0);
  await server.close();
});

test("a stalled body times out after twenty seconds", async ({ page }) => {
  await page.clock.install();
  let isClosed = false;
  const server = await startFaultServer({
    "/stall": (socket) => (socket.write(TRUNCATED), socket.on("close", () => (isClosed = true))),
  });
  await openHostPage(page, `<article-cards src="${server.url}/good"></article-cards>`);
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
  await onElement(page, (element, url) => void (element.src = url), `${server.url}/stall`);
  await expect.poll(() => server.requests("/stall")).toBe(1);
  // Let the first half of the body arrive.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await page.clock.runFor(19_000);
  await expect(list(page).getByRole("alert")).toHaveCount(0);
  await page.clock.runFor(3_000);
  await expect(list(page).getByRole("alert")).toContainText("did not answer within 20 seconds");
  expect((await takeEvents(page)).filter(({ type }) => type === "ac-error").map(({ detail }) => [detail.kind, detail.retryable])).toEqual([["timeout", true]]);
  expect(await shownIds(page)).toHaveLength(12);
  await expect.poll(() => isClosed).toBe(true);
  await server.close();
});

test("a body sent byte by byte is read, and an endless one is cut off at the size limit", async ({ page }) => {
  let isClosed = false;
  const server = await startFaultServer({
    "/slow": async (socket) => {
      const text = '[{"title":"Dünen 🌊","id":"s"}]';
      socket.setNoDelay(true);
      for (const byte of httpResponse(text)) {
        socket.write(Buffer.of(byte));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      socket.end();
    },
    "/endless": (socket) => {
      socket.on("close", () => (isClosed = true));
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\naccess-control-allow-origin: *\r\nconnection: close\r\n\r\n[");
      const piece = `${'{"title":"A"},'.repeat(1000)}\n`;
      const more = () => {
        while (!isClosed && socket.write(piece));
      };
      socket.on("drain", more);
      more();
    },
  });
  await openHostPage(page, `<article-cards src="${server.url}/slow" max-bytes="1000000"></article-cards>`);
  await waitUntilReady(page);
  await expect(list(page).locator("[part~=card-title]")).toHaveText("Dünen 🌊");
  await onElement(page, (element, url) => element.load(url), `${server.url}/endless`);
  expect((await takeEvents(page)).filter(({ type }) => type === "ac-error").map(({ detail }) => [detail.kind, detail.retryable])).toEqual([["size", false]]);
  expect(await shownIds(page)).toEqual(["s"]);
  await expect.poll(() => isClosed).toBe(true);
  await server.close();
});

test("offline, then online", async ({ page, context }) => {
  const server = await startFaultServer({});
  await openHostPage(page, `<article-cards src="${server.url}/feed?1"></article-cards>`);
  await waitUntilReady(page);
  await context.setOffline(true);
  await onElement(page, (element, url) => element.load(url), `${server.url}/feed?2`);
  await expect(list(page).getByRole("alert")).toContainText("could not be reached");
  // The loaded articles can still be searched.
  await onElement(page, (element) => element.search("Article 7"));
  expect(await shownIds(page)).toEqual(["n7"]);
  await context.setOffline(false);
  // The failed request is repeated by itself.
  await expect(list(page).getByRole("alert")).toHaveCount(0);
  expect(await shownIds(page)).toEqual(["n7"]);
  await server.close();
});

test("the table in SECURITY.md matches these faults", async () => {
  const text = await readFile(new URL("../../../SECURITY.md", import.meta.url), "utf8");
  const rows = FAULTS.map(([name, , kind, message, times]) => `| ${name} | \`${kind}\`: ${message} | ${times} |`);
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
});
