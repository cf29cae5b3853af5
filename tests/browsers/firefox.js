#!/usr/bin/env node
// Firefox as Playwright starts it, with what its WebDriver BiDi does not have yet: the colour scheme that a page is
// told. Playwright asks for it in every page; Firefox has it as a preference, which BiDi reaches with system access.
//
// Playwright's `executablePath`. $FIREFOX is the browser itself.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import WebSocket, { WebSocketServer } from "ws";

/** The line by which Firefox tells where it listens. */
const LISTENING = /^(WebDriver BiDi listening on )(ws:\/\/\S+)$/;

/** What is asked for, and what the preference calls it. */
const SCHEMES = /** @type {Record<string, number>} */ ({ dark: 0, light: 1 });
const SYSTEM = 2;

/** Our own messages have numbers of their own, above all of Playwright's. */
const OURS = 1_000_000_000;

const firefox = spawn(process.env.FIREFOX ?? "firefox", ["--remote-allow-system-access", ...process.argv.slice(2)], {
  stdio: ["inherit", "inherit", "pipe", ...Array(2).fill("ignore")],
});
firefox.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP"])) process.on(signal, () => firefox.kill(signal));

createInterface(firefox.stderr).on("line", async (line) => {
  const [, words, address] = LISTENING.exec(line) ?? [];
  console.error(address ? words + (await between(address)) : line);
});

/**
 * Listens between Playwright and Firefox, and tells where.
 * @param {string} firefox
 * @returns {Promise<string>}
 */
function between(firefox) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0, maxPayload: 0 });
  server.on("connection", (playwright, request) => connect(playwright, new WebSocket(firefox + request.url, { maxPayload: 0 })));
  return new Promise((resolve) =>
    server.once("listening", () => resolve(`ws://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`)),
  );
}

/**
 * Hands messages on, both ways, and answers the one itself.
 * @param {WebSocket} playwright
 * @param {WebSocket} firefox
 */
function connect(playwright, firefox) {
  /** @type {Map<number, (answer: any) => void>} */
  const asked = new Map();
  let last = OURS;
  /** @param {string} method @param {object} params @returns {Promise<any>} */
  const ask = (method, params) =>
    new Promise((resolve) => {
      last += 1;
      asked.set(last, resolve);
      firefox.send(JSON.stringify({ id: last, method, params }));
    });

  /** @param {string} scheme */
  const choose = async (scheme) => {
    const tree = await ask("browsingContext.getTree", { "moz:scope": "chrome", maxDepth: 0 });
    const context = tree.result?.contexts[0].context;
    const value = SCHEMES[scheme] ?? SYSTEM;
    return ask("script.evaluate", {
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
    const answer = await choose(message.params.features["prefers-color-scheme"]);
    playwright.send(JSON.stringify({ ...answer, id: message.id, ...(answer.type === "success" && { result: {} }) }));
  });
  firefox.on("message", (data) => {
    const text = String(data);
    const { id } = JSON.parse(text);
    const resolve = asked.get(id);
    if (!resolve) return playwright.send(text);
    asked.delete(id);
    resolve(JSON.parse(text));
  });
  playwright.on("close", () => firefox.close());
  firefox.on("close", () => playwright.close());
  firefox.on("error", (error) => console.error(String(error)));
}
