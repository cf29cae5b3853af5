// The engine entry point by itself, in a page and in a worker.
import { expect, runInWorker, test } from "./fixtures.js";

const FEED = [
  { id: "a", title: "Low &amp; tide", topics: ["Sea", "Wind"], webUrl: "a.html", quality: 72 },
  { id: "b", title: "日本語の見出し", topics: ["Sea"], publishedDateTime: "2021-06-01T22:30:00Z" },
  { id: "c" },
];

test.beforeEach(async ({ page }) => {
  const body = "<!doctype html><title>Engine</title><link rel='icon' href='data:,'>";
  await page.route("**/feed/page.html", (route) => route.fulfill({ body, contentType: "text/html" }));
  const json = JSON.stringify(FEED);
  await page.route("**/feed/news.json", (route) => route.fulfill({ body: json, contentType: "application/json" }));
  await page.goto("feed/page.html");
});

test("createEngine accepts a response, text, bytes, a buffer and an object", async ({ page, baseURL }) => {
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  const results = await page.evaluate(async (feed) => {
    const entry = "/pkg/engine.js";
    const { createEngine } = await import(entry);
    const bytes = new TextEncoder().encode(JSON.stringify(feed));
    const response = await fetch("news.json");
    const { url } = response;
    const engines = [
      await createEngine(response),
      await createEngine(JSON.stringify(feed), { url }),
      await createEngine(bytes, { url }),
      await createEngine(bytes.buffer, { url }),
      await createEngine(feed, { url }),
    ];
    return engines.map((engine) => {
      const { total, ids, facetCounts } = engine.query({ query: "日本", filters: { topics: { not: ["Wind"] } } });
      const result = { total, ids, facetCounts, articles: engine.articles(["a"]), diagnostics: [...engine.diagnostics] };
      engine.free();
      return result;
    });
  }, FEED);
  const expected = {
    total: 1,
    ids: ["b"],
    facetCounts: {
      topics: [
        { value: "Sea", count: 1, selected: false, excluded: false },
        { value: "Wind", count: 0, selected: false, excluded: true },
      ],
      provider: [],
      type: [{ value: "article", count: 1, selected: false, excluded: false }],
    },
    articles: [
      {
        id: "a",
        title: "Low & tide",
        webUrl: `${baseURL}feed/a.html`,
        type: "article",
        topics: ["Sea", "Wind"],
        quality: 72,
        published: true,
      },
    ],
    diagnostics: [{ index: 2, path: "title", message: "missing: the article is skipped" }],
  };
  expect(results).toEqual([expected, expected, expected, expected, expected]);
  // All engines share one module.
  expect(requests.sort()).toEqual([
    "/feed/news.json",
    "/pkg/article_cards_engine.wasm",
    "/pkg/engine.js",
  ]);
});

test("importing the engine loads no WebAssembly module", async ({ page }) => {
  /** @type {string[]} */
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const names = await page.evaluate(async () => {
    const entry = "/pkg/engine.js";
    return Object.keys(await import(entry));
  });
  expect(names).toEqual(["createEngine", "init"]);
  expect(requests.length).toBe(1);
  expect(requests.filter((url) => url.endsWith(".wasm"))).toEqual([]);
});

test("the engine runs in a worker, and with a wrong MIME type for the module", async ({ page, context, baseURL }) => {
  let served = 0;
  await context.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    served += 1;
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  const ids = await runInWorker(page, `
    import { createEngine } from "${baseURL}pkg/engine.js";
    const engine = await createEngine(${JSON.stringify(FEED)});
    postMessage(engine.query("q=tide").ids);`);
  expect(ids).toEqual(["a"]);
  expect(served).toBe(1);
  const titles = await runInWorker(page, `
    import { createEngine } from "${baseURL}pkg/engine.js";
    const engine = await createEngine("<rss><channel><item><title>Ebb &bigstar;</title></item></channel></rss>");
    postMessage(engine.articles(engine.query().ids).map(({ title }) => title));`);
  expect(titles).toEqual(["Ebb \u2605"]);
});

test.describe("when the module cannot be loaded", () => {
  test.use({ expectedConsole: [/404/] });

  test("createEngine rejects with the reason, and the next call retries", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }), { times: 1 });
    const result = await page.evaluate(async () => {
      const entry = "/pkg/engine.js";
      const { createEngine } = await import(entry);
      const error = await createEngine("[]").catch((/** @type {any} */ reason) => reason);
      const engine = await createEngine("[]");
      return { kind: error.kind, message: error.message, total: engine.query().total };
    });
    expect(result).toEqual({ kind: "wasm", message: expect.stringContaining("status 404"), total: 0 });
  });
});
