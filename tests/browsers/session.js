// A browser driven by WebDriver, with helpers for the list on its page.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import axe from "axe-core";
import { Builder, Key } from "selenium-webdriver";

export { Key };

/** The browser, `firefox` or `webkit`, with the paths of its program and its driver. */
const { BROWSER = "", BROWSER_BINARY: binary = "", BROWSER_DRIVER = "" } = process.env;

/** @type {Record<string, object>} */
const CAPABILITIES = {
  firefox: { browserName: "firefox", "moz:firefoxOptions": { binary, args: ["-headless"] } },
  webkit: { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } },
};

/** The timeout of every wait, in milliseconds; generous for busy machines. */
const TIMEOUT = 20_000;

const OUTPUT = new URL("output/", import.meta.url);

/** Starts the driver and the browser. */
export async function openBrowser() {
  const capabilities = CAPABILITIES[BROWSER];
  if (!capabilities) throw new Error("BROWSER must be firefox or webkit: start this as `cargo xtask browsers`");
  const port = await freePort();
  const program = spawn(BROWSER_DRIVER, [`--port=${port}`], { stdio: "ignore" });
  await waitForPort(port);
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  return { driver, session: new Session(driver), close: async () => (await driver.quit().catch(() => {}), program.kill()) };
}

/** Operates the page and reads the list. */
export class Session {
  /** @param {import("selenium-webdriver").WebDriver} driver */
  constructor(driver) {
    this.driver = driver;
  }

  /**
   * Opens a page and waits until its element has the status.
   * @param {string} url
   * @param {string} [status]
   */
  async open(url, status = "ready") {
    await this.driver.get(url);
    // WebKitGTK may answer before it has read the page.
    await this.until(() => this.evaluate(() => /** @type {any} */ (document.querySelector("article-cards"))?.status ?? ""), status);
  }

  /**
   * Runs a function in the page.
   * @template T
   * @template {unknown[]} A
   * @param {(...args: A) => T} act
   * @param {A} args
   * @returns {Promise<T>}
   */
  evaluate(act, ...args) {
    return this.driver.executeScript(`return (${act}).apply(null, arguments)`, ...args);
  }

  /**
   * Returns the text of each element of a CSS part, in order.
   * @param {string} part
   * @returns {Promise<string[]>}
   */
  texts(part) {
    return this.evaluate(
      (part) => [...document.querySelectorAll("article-cards")].flatMap((list) => [...(list.shadowRoot?.querySelectorAll(`[part~="${part}"]`) ?? [])].map((one) => (one.textContent ?? "").trim())),
      part,
    );
  }

  /** Returns the ids of the articles on screen, in order. @returns {Promise<string[]>} */
  shownIds() {
    return this.evaluate(() => [...(document.querySelector("article-cards")?.shadowRoot?.querySelectorAll("[part~=card]") ?? [])].map((card) => card.getAttribute("data-id") ?? ""));
  }

  /**
   * Waits for an element in the list.
   * @param {string} selector
   */
  async find(selector) {
    const root = await this.driver.findElement({ css: "article-cards" }).getShadowRoot();
    return this.driver.wait(async () => (await root.findElements({ css: selector }))[0], TIMEOUT, `no ${selector}`);
  }

  /** Returns the CSS part or the name of the focused element. @returns {Promise<string>} */
  focused() {
    return this.evaluate(() => {
      const focused = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return focused?.getAttribute("part") ?? focused?.localName ?? "";
    });
  }

  /** Sends keys to the focused element. @param {string[]} keys */
  press(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /**
   * Presses Tab, or Shift and Tab, until a part has the focus.
   * @param {string} part
   * @param {"forward" | "back"} [direction]
   */
  async tabTo(part, direction = "forward") {
    for (let turn = 0; turn < 60; turn++) {
      if ((await this.focused()).split(" ").includes(part)) return;
      if (direction === "forward") await this.press(Key.TAB);
      else await this.driver.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
    }
    throw new Error(`${part} is not reached by Tab; the focus is on ${await this.focused()}`);
  }

  /**
   * Polls a value until it equals `expected` or passes it as a predicate.
   * @template T
   * @param {() => Promise<T>} read
   * @param {T | ((value: T) => boolean)} expected
   */
  async until(read, expected) {
    const passes = typeof expected === "function" ? /** @type {(value: T) => boolean} */ (expected) : (/** @type {T} */ value) => isDeepStrictEqual(value, expected);
    const end = Date.now() + TIMEOUT;
    let value = await read();
    while (!passes(value)) {
      if (Date.now() > end) throw new Error(`expected ${typeof expected === "function" ? expected : JSON.stringify(expected)}, got ${JSON.stringify(value)}`);
      await wait(50);
      value = await read();
    }
    return value;
  }

  /** Returns the console messages, errors and policy violations of the page. @returns {Promise<string[]>} */
  consoleMessages() {
    return this.evaluate(() => /** @type {any} */ (window).consoleMessages);
  }

  /** @returns {Promise<string[]>} */
  async axeViolations() {
    await this.driver.executeScript(axe.source);
    return this.driver.executeAsyncScript(`const done = arguments[arguments.length - 1];
      axe.run().then(({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join(" "))), (error) => done([String(error)]));`);
  }

  /**
   * Saves a screenshot for people to look at, such as `output/webkit-narrow.png`.
   * @param {string} name
   */
  async screenshot(name) {
    mkdirSync(OUTPUT, { recursive: true });
    writeFileSync(new URL(`${BROWSER}-${name}.png`, OUTPUT), await this.driver.takeScreenshot(), "base64");
  }

  /** @param {number} width */
  resize(width) {
    return this.driver.manage().window().setRect({ width, height: 900, x: 0, y: 0 });
  }
}

/** @returns {Promise<number>} */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === "object" ? address.port : 0));
    });
  });

/** @param {number} port */
async function waitForPort(port) {
  for (const end = Date.now() + TIMEOUT; Date.now() < end; await wait(100)) {
    const isOpen = await new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => (socket.destroy(), resolve(true))).on("error", () => resolve(false));
    });
    if (isOpen) return;
  }
  throw new Error(`the driver ${BROWSER_DRIVER} did not start`);
}
