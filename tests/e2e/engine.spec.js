// The npm package's engine in a page and in a worker, with nothing else beside it.
import { expect, test } from "./page.js";

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

test("a feed from a response, text, bytes, a buffer and an object", async ({ page, baseURL }) => {
  /** @type {string[]} */
  const loaded = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  const told = await page.evaluate(async (feed) => {
    const address = "/pkg/engine.js";
    const { createEngine } = await import(address);
    const bytes = new TextEncoder().encode(JSON.stringify(feed));
    const response = await fetch("news.json");
    const url = response.url;
    const engines = [
      await createEngine(response),
      await createEngine(JSON.stringify(feed), { url }),
      await createEngine(bytes, { url }),
      await createEngine(bytes.buffer, { url }),
      await createEngine(feed, { url }),
    ];
    return engines.map((engine) => {
      const { total, ids, facetCounts } = engine.query({ query: "日本", filters: { topics: { not: ["Wind"] } } });
      const told = { total, ids, facetCounts, articles: engine.articles(["a"]), diagnostics: [...engine.diagnostics] };
      engine.free();
      return told;
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
  expect(told).toEqual([expected, expected, expected, expected, expected]);
  // The module once, for all engines.
  expect(loaded.sort()).toEqual([
    "/feed/news.json",
    "/pkg/article_cards.wasm",
    "/pkg/bindings.js",
    "/pkg/engine.js",
    "/pkg/wasm.js",
  ]);
});

test("importing loads no module of WebAssembly", async ({ page }) => {
  /** @type {string[]} */
  const loaded = [];
  page.on("request", (request) => loaded.push(request.url()));
  const names = await page.evaluate(async () => {
    const address = "/pkg/engine.js";
    return Object.keys(await import(address));
  });
  expect(names).toEqual(["createEngine"]);
  expect(loaded.length).toBe(3);
  expect(loaded.filter((address) => address.endsWith(".wasm"))).toEqual([]);
});

test("in a worker, and from a server that knows no WebAssembly", async ({ page, context, baseURL }) => {
  let served = 0;
  await context.route("**/*.wasm", async (route) => {
    const response = await route.fetch();
    served += 1;
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  const told = await page.evaluate(
    async ({ feed, base }) => {
      const script = `import { createEngine } from "${base}pkg/engine.js";
        const engine = await createEngine(${JSON.stringify(feed)});
        postMessage(engine.query("q=tide").ids);`;
      const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
      const worker = new Worker(address, { type: "module" });
      return new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
      });
    },
    { feed: FEED, base: baseURL },
  );
  expect(told).toEqual(["a"]);
  expect(served).toBe(1);
});

test.describe("a module that can't be loaded", () => {
  test.use({ expected: [/404/] });

  test("rejects and says why, and the next time it is tried again", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }), { times: 1 });
    const told = await page.evaluate(async () => {
      const address = "/pkg/engine.js";
      const { createEngine } = await import(address);
      const error = await createEngine("[]").catch((/** @type {any} */ reason) => reason);
      const engine = await createEngine("[]");
      return { kind: error.kind, message: error.message, total: engine.query().total };
    });
    expect(told).toEqual({ kind: "wasm", message: expect.stringContaining("status 404"), total: 0 });
  });
});
