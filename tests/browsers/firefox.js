#!/usr/bin/env node
// Playwright's `executablePath` for Firefox; $FIREFOX is the real browser. It proxies the WebDriver BiDi
// connection to add the emulation of the colour scheme, which Playwright sets on every page and Firefox
// does not support yet: it sets a preference instead, which needs system access.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import WebSocket, { WebSocketServer } from "ws";

/** The line in which Firefox prints its BiDi address. */
const LISTENING = /^(WebDriver BiDi listening on )(ws:\/\/\S+)$/;

/** The preference's values for the colour schemes. */
const SCHEMES = /** @type {Record<string, number>} */ ({ dark: 0, light: 1 });
const SYSTEM = 2;

/** The ids of the proxy's own commands start here, above all of Playwright's. */
const FIRST_OWN_ID = 1_000_000_000;

const firefox = spawn(process.env.FIREFOX ?? "firefox", ["--remote-allow-system-access", ...process.argv.slice(2)], {
  stdio: ["inherit", "inherit", "pipe", ...Array(2).fill("ignore")],
});
firefox.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) process.on(signal, () => firefox.kill(signal));

createInterface(firefox.stderr).on("line", async (line) => {
  const [, prefix, address] = LISTENING.exec(line) ?? [];
  console.error(address ? prefix + (await startProxy(address)) : line);
});

/**
 * Starts a proxy between Playwright and Firefox; returns its address.
 * @param {string} firefox
 * @returns {Promise<string>}
 */
function startProxy(firefox) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0, maxPayload: 0 });
  server.on("connection", (playwright, request) => connect(playwright, new WebSocket(firefox + request.url, { maxPayload: 0 })));
  return new Promise((resolve) =>
    server.once("listening", () => resolve(`ws://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`)),
  );
}

/**
 * Forwards messages in both directions, except for the emulation command.
 * @param {WebSocket} playwright
 * @param {WebSocket} firefox
 */
function connect(playwright, firefox) {
  /** @type {Map<number, (answer: any) => void>} */
  const pending = new Map();
  let lastId = FIRST_OWN_ID;
  /** @param {string} method @param {object} params @returns {Promise<any>} */
  const send = (method, params) =>
    new Promise((resolve) => {
      lastId += 1;
      pending.set(lastId, resolve);
      firefox.send(JSON.stringify({ id: lastId, method, params }));
    });

  /** @param {string} scheme */
  const setColorScheme = async (scheme) => {
    const tree = await send("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    const context = tree.result?.contexts[0].context;
    const value = SCHEMES[scheme] ?? SYSTEM;
    return send("script.evaluate", {
      expression: `Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", ${value})`,
      target: { context },
      awaitPromise: false,
    });
  };

  const opened = new Promise((resolve) => firefox.once("open", resolve));
  playwright.on("message", async (data) => {
    await opened;
    const message = JSON.parse(String(data));
    if (message.method !== "emulation.setMediaFeaturesOverride") return firefox.send(String(data));
    const answer = await setColorScheme(message.params.features["prefers-color-scheme"]);
    playwright.send(JSON.stringify({ ...answer, id: message.id, ...(answer.type === "success" && { result: {} }) }));
  });
  firefox.on("message", (data) => {
    const text = String(data);
    const { id } = JSON.parse(text);
    const resolve = pending.get(id);
    if (!resolve) return playwright.send(text);
    pending.delete(id);
    resolve(JSON.parse(text));
  });
  playwright.on("close", () => firefox.close());
  firefox.on("close", () => playwright.close());
  firefox.on("error", (error) => console.error(String(error)));
}
