// What a reader sees when a server or the network fails, what the page is told, and what is kept.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { checkAccessible } from "../page.js";
import { expect, list, on, open, ready, shown, test, told } from "../element/host.js";
import { GOOD, answer, serveFaults } from "./server.js";

test.use({
  // The browser itself reports requests that fail.
  expected: [/Failed to load resource|blocked by CORS|Cross-Origin Request Blocked/],
  // These pages come from the tests, not from a server of this machine, which would need none.
  permissions: ["local-network-access"],
});

const HALF = GOOD.length / 2;
const GZIP = gzipSync(GOOD);
const NAMED = { "content-encoding": "gzip" };
const SHORT = answer(GOOD).subarray(0, -HALF);

/**
 * What is done, and how: the event's kind and message, and how often it is asked for.
 * @type {[string, import("./server.js").Fault, string, string, number][]}
 */
const FAULTS = [
  ["connection reset before an answer", (socket) => socket.resetAndDestroy(), "network", "Failed to fetch", 2],
  ["connection reset amid the body", (socket) => socket.write(SHORT, () => setTimeout(() => socket.resetAndDestroy(), 100)), "network", "network error", 2],
  ["body shorter than its length", (socket) => socket.end(SHORT), "network", "network error", 2],
  ["body cut off, no length told", (socket) => socket.end(answer(GOOD.slice(0, HALF), { "content-length": HALF })), "parse", "not JSON: the document ends too early (EOF while parsing a string), at line 1 column 399", 1],
  ["no HTTP", (socket) => socket.end("What?\r\n\r\n"), "network", "Failed to fetch", 2],
  ["301 to itself", (socket, { path }) => socket.end(answer("", { location: path }, "301 Moved Permanently")), "network", "Failed to fetch", 42],
  ["gzip that is none", (socket) => socket.end(answer(GOOD, NAMED)), "network", "network error", 2],
  ["gzip with bytes missing amid it", (socket) => socket.end(answer(Buffer.concat([GZIP.subarray(0, 40), GZIP.subarray(60)]), NAMED)), "network", "network error", 2],
  ["gzip cut off", (socket) => socket.end(answer(GZIP.subarray(0, 60), NAMED)), "parse", "not JSON: the document ends too early (EOF while parsing a string), at line 1 column 13", 1],
  ["a page to log in", (socket) => socket.end(answer("<!doctype html><title>Log in", { "content-type": "text/html" })), "parse", "a page of HTML or XML instead of JSON, at line 1 column 1", 1],
  ["204, no content", (socket) => socket.end(answer("", {}, "204 No Content")), "parse", "the document is empty", 1],
  ["429, too many requests", (socket) => socket.end(answer("", {}, "429 Too Many Requests")), "http", "the server answered with status 429", 1],
  ["503, in trouble", (socket) => socket.end(answer("", {}, "503 Service Unavailable")), "http", "the server answered with status 503", 2],
  ["no permission for other origins", (socket) => socket.end(answer(GOOD, { "access-control-allow-origin": "https://other.example" })), "network", "Failed to fetch", 2],
];

/** Those by path, until they are over. */
function faulty() {
  const state = { over: false };
  const paths = FAULTS.map(([, fault], at) => /** @type {const} */ ([
    `/${at}`,
    /** @type {import("./server.js").Fault} */ ((socket, asked) => (state.over ? socket.end(answer(GOOD)) : fault(socket, asked))),
  ]));
  return { state, paths: Object.fromEntries(paths) };
}

/** What a browser says of these, and how often it asks by itself, is known of Chromium. @param {string} browserName */
const isKnown = (browserName) => browserName === "chromium";

test("a feed that fails leaves what is there, and says what was wrong", async ({ page, browserName }) => {
  const server = await serveFaults(faulty().paths);
  await open(page, `<article-cards src="${server.url}/good"></article-cards>`);
  await ready(page);
  await on(page, (element) => element.search("Article"));
  await told(page);
  for (const [at, [name, , kind, message, times]] of FAULTS.entries()) {
    const url = `${server.url}/${at}`;
    await on(page, (element, url) => element.load(url), url);
    const events = (await told(page)).map(({ type, detail, state, status }) => [type, detail, state.query, status]);
    const details = isKnown(browserName) ? { kind, message, url, retryable: kind === "network" || kind === "http" } : expect.objectContaining({ url });
    expect(events, name).toEqual([["ac-error", details, "Article", "ready"]]);
    expect(await shown(page), name).toHaveLength(12);
    await expect(list(page).getByRole("alert"), name).toContainText("The articles could not be loaded. 127.0.0.1 ");
    if (isKnown(browserName)) expect(server.asked(`/${at}`), name).toBe(times);
  }
  await on(page, (element, url) => element.load(url), `${server.url}/good`);
  await expect(list(page).getByRole("alert")).toHaveCount(0);
  await server.close();
});

test("a feed that fails at first leaves the author's links, and comes when it can be had", async ({ page, browserName }) => {
  const { state, paths } = faulty();
  const server = await serveFaults(paths);
  const lists = FAULTS.map((_, at) => `<article-cards id="l${at}" src="${server.url}/${at}"><a href="/old">An older article</a></article-cards>`);
  await open(page, lists.join(""));
  for (const [at, [name]] of FAULTS.entries()) {
    await ready(page, `#l${at}`);
    await expect(list(page, `#l${at}`).getByRole("alert"), name).toBeVisible();
    await expect(list(page, `#l${at}`).getByRole("link", { name: "An older article" }), name).toBeVisible();
  }
  await checkAccessible(page);
  const events = (await told(page)).map(({ type, id, detail: { kind, message } }) => [type, id, kind, message]);
  const anything = expect.any(String);
  const wanted = FAULTS.map(([, , kind, message], at) => ["ac-error", `l${at}`, ...(isKnown(browserName) ? [kind, message] : [anything, anything])]);
  expect(events.sort()).toEqual(wanted.sort());
  state.over = true;
  for (const [at, [name]] of FAULTS.entries()) {
    await list(page, `#l${at}`).getByRole("button", { name: "Try again" }).click();
    await expect(list(page, `#l${at}`).locator("[part~=card]"), name).toHaveCount(12);
    await expect(list(page, `#l${at}`).getByRole("link", { name: "An older article" }), name).toBeHidden();
  }
  await server.close();
});

test("a body that stands still is given up after twenty seconds", async ({ page }) => {
  await page.clock.install();
  let hungUp = false;
  const server = await serveFaults({
    "/stall": (socket) => (socket.write(SHORT), socket.on("close", () => (hungUp = true))),
  });
  await open(page, `<article-cards src="${server.url}/good"></article-cards>`);
  await expect(list(page).locator("[part~=card]")).toHaveCount(12);
  await on(page, (element, url) => void (element.src = url), `${server.url}/stall`);
  await expect.poll(() => server.asked("/stall")).toBe(1);
  // Its first half has time to come.
  await new Promise((resolve) => setTimeout(resolve, 300));
  await page.clock.runFor(19_000);
  await expect(list(page).getByRole("alert")).toHaveCount(0);
  await page.clock.runFor(3_000);
  await expect(list(page).getByRole("alert")).toContainText("did not answer within 20 seconds");
  expect((await told(page)).filter(({ type }) => type === "ac-error").map(({ detail }) => [detail.kind, detail.retryable])).toEqual([["timeout", true]]);
  expect(await shown(page)).toHaveLength(12);
  await expect.poll(() => hungUp).toBe(true);
  await server.close();
});

test("a body that comes byte by byte is read, and one without an end up to the limit", async ({ page }) => {
  let hungUp = false;
  const server = await serveFaults({
    "/slow": async (socket) => {
      const text = '[{"title":"Dünen 🌊","id":"s"}]';
      socket.setNoDelay(true);
      for (const byte of answer(text)) {
        socket.write(Buffer.of(byte));
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      socket.end();
    },
    "/endless": (socket) => {
      socket.on("close", () => (hungUp = true));
      socket.write("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\naccess-control-allow-origin: *\r\nconnection: close\r\n\r\n[");
      const piece = `${'{"title":"A"},'.repeat(1000)}\n`;
      const more = () => {
        while (!hungUp && socket.write(piece));
      };
      socket.on("drain", more);
      more();
    },
  });
  await open(page, `<article-cards src="${server.url}/slow" max-bytes="1000000"></article-cards>`);
  await ready(page);
  await expect(list(page).locator("[part~=card-title]")).toHaveText("Dünen 🌊");
  await on(page, (element, url) => element.load(url), `${server.url}/endless`);
  expect((await told(page)).filter(({ type }) => type === "ac-error").map(({ detail }) => [detail.kind, detail.retryable])).toEqual([["size", false]]);
  expect(await shown(page)).toEqual(["s"]);
  await expect.poll(() => hungUp).toBe(true);
  await server.close();
});

test("offline, then online", async ({ page, context }) => {
  const server = await serveFaults({});
  await open(page, `<article-cards src="${server.url}/feed?1"></article-cards>`);
  await ready(page);
  await context.setOffline(true);
  await on(page, (element, url) => element.load(url), `${server.url}/feed?2`);
  await expect(list(page).getByRole("alert")).toContainText("could not be reached");
  // What is there can be searched all the same.
  await on(page, (element) => element.search("Article 7"));
  expect(await shown(page)).toEqual(["n7"]);
  await context.setOffline(false);
  await list(page).getByRole("button", { name: "Try again" }).click();
  await expect(list(page).getByRole("alert")).toHaveCount(0);
  expect(await shown(page)).toEqual(["n7"]);
  await server.close();
});

test("the table of these faults tells what they do", async () => {
  const text = await readFile(new URL("../../../SECURITY.md", import.meta.url), "utf8");
  const rows = FAULTS.map(([name, , kind, message, times]) => `| ${name} | \`${kind}\`: ${message} | ${times} |`);
  expect(rows.filter((row) => !text.includes(row))).toEqual([]);
});
