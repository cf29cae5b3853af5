// A server for pages that embed the built package, and their feeds.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";

const pkg = fileURLToPath(new URL("../../pkg/", import.meta.url));

const WORDS = ["harbour", "tide", "pier"];
const TOPICS = [["Sea", "Wind"], ["Sea"], ["Rain", "Wind", "Sun", "Fog"]];

/** An image of one colour, so that screenshots show where images are. */
const IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="180"><rect width="320" height="180" fill="steelblue"/></svg>';

/** Twenty-eight articles, newest first. */
const ARTICLES = Array.from({ length: 28 }, (_, n) => ({
  id: `a${n}`,
  title: `Article ${n} ${WORDS[n % 3]}`,
  excerpt: `About number ${n}, and what there is to say of it in a line or two of plain words.`,
  webUrl: `https://news.example/${n}`,
  publishedDateTime: `2021-06-${String(28 - n).padStart(2, "0")}T10:00:00Z`,
  type: n % 5 === 4 ? "video" : "article",
  topics: TOPICS[n % 3],
  provider: { name: n % 2 ? "Tern" : "Gull" },
  quality: n * 3,
  heat: 100 - n,
  images: n % 3 === 0 ? [{ url: "IMAGE_URL", width: 320, height: 180 }] : [],
  related: n === 0 ? [1, 2].map((m) => ({ title: `Related ${m}`, webUrl: `https://news.example/related/${m}` })) : [],
}));

/** A script that records console messages, errors and policy violations. */
const RECORDER = `window.consoleMessages = [];
for (const kind of ["error", "warn"]) {
  const original = console[kind];
  console[kind] = (...args) => { consoleMessages.push(kind + ": " + args.join(" ")); original.apply(console, args); };
}
addEventListener("error", (event) => consoleMessages.push("error: " + event.message));
addEventListener("unhandledrejection", (event) => consoleMessages.push("rejected: " + event.reason));
document.addEventListener("securitypolicyviolation", (event) => consoleMessages.push("policy: " + event.violatedDirective + " " + event.blockedURI));`;

/** @typedef {{ body: string, language?: string, direction?: string, head?: string, policy?: string, script?: string }} Page */

/**
 * Starts the server. `page` registers a page and returns its URL; `serveFeed` sets whether
 * `/sometimes.json` works.
 * @returns {Promise<{ page: (page: Page) => string, serveFeed: (works: boolean) => void, close: () => void }>}
 */
export async function startSite() {
  /** @type {Page[]} */
  const pages = [];
  let works = true;
  let base = "";
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", base);
    /** @param {string} type @param {string | Buffer} body @param {Record<string, string>} [headers] */
    const respond = (type, body, headers = {}) => response.writeHead(200, { "content-type": type, "cache-control": "no-store", ...headers }).end(body);
    const [, folder = "", name = ""] = pathname.split("/");
    if (folder === "page") {
      const { policy, ...page } = pages[Number(name)] ?? { body: "" };
      return respond("text/html; charset=utf-8", html(page), policy ? { "content-security-policy": policy } : {});
    }
    if (pathname === "/recorder.js") return respond("text/javascript", RECORDER);
    if (pathname === "/picture.svg") return respond("image/svg+xml", IMAGE);
    if (pathname === "/feed.json") return respond("application/json", JSON.stringify(ARTICLES).replaceAll("IMAGE_URL", `${base}/picture.svg`));
    if (pathname === "/sometimes.json" && works) return respond("application/json", JSON.stringify(ARTICLES.slice(0, 3)).replaceAll("IMAGE_URL", `${base}/picture.svg`));
    // `/broken/` is the package without its module.
    const isModule = pathname.endsWith(".wasm");
    const file = (folder === "pkg" || (folder === "broken" && !isModule)) && (await readFile(pkg + pathname.slice(folder.length + 2)).catch(() => undefined));
    if (!file) return response.writeHead(404).end();
    return respond(isModule ? "application/wasm" : "text/javascript", file);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address !== "object") throw new Error("the server has no address");
  base = `http://127.0.0.1:${address.port}`;
  return {
    page: (page) => `${base}/page/${pages.push(page) - 1}`,
    serveFeed: (now) => void (works = now),
    close: () => (server.closeAllConnections(), server.close()),
  };
}

/** @param {Page} page */
const html = ({ body, language = "en", direction = "ltr", head = "", script = "/pkg/auto.js" }) => `<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>News</title><link rel="icon" href="data:,"><script src="/recorder.js"></script>${head}</head>
<body><main><h1>News</h1><h2>The latest</h2>${body}</main><script type="module" src="${script}"></script></body></html>`;
