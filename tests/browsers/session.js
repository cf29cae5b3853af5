// A browser driven by WebDriver, and what journeys ask of the list on its page.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import axe from "axe-core";
import { Builder, Key } from "selenium-webdriver";

export { Key };

/** Which browser: `firefox` or `webkit`; its program and its driver's. */
const { BROWSER = "", BROWSER_BINARY: binary = "", BROWSER_DRIVER = "" } = process.env;

/** @type {Record<string, object>} */
const CAPABILITIES = {
  firefox: { browserName: "firefox", "moz:firefoxOptions": { binary, args: ["-headless"] } },
  webkit: { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } },
};

/** How long anything may take on a busy machine. */
const PATIENCE = 20_000;

const OUTPUT = new URL("output/", import.meta.url);

/** Starts driver and browser. */
export async function openBrowser() {
  const capabilities = CAPABILITIES[BROWSER];
  if (!capabilities) throw new Error("BROWSER must be firefox or webkit: start this as `cargo xtask browsers`");
  const port = await freePort();
  const program = spawn(BROWSER_DRIVER, [`--port=${port}`], { stdio: "ignore" });
  await reached(port);
  const driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(capabilities).build();
  return { driver, session: new Session(driver), close: async () => (await driver.quit().catch(() => {}), program.kill()) };
}

/** What journeys do and see. */
export class Session {
  /** @param {import("selenium-webdriver").WebDriver} driver */
  constructor(driver) {
    this.driver = driver;
  }

  /**
   * Opens a page and waits for what its list has to show.
   * @param {string} url
   * @param {string} [status]
   */
  async open(url, status = "ready") {
    await this.driver.get(url);
    await this.until(() => this.onPage(() => /** @type {any} */ (document.querySelector("article-cards")).status ?? ""), status);
  }

  /**
   * Runs a function in the page.
   * @template T
   * @template {unknown[]} A
   * @param {(...args: A) => T} act
   * @param {A} args
   * @returns {Promise<T>}
   */
  onPage(act, ...args) {
    return this.driver.executeScript(`return (${act}).apply(null, arguments)`, ...args);
  }

  /**
   * The texts of a part, in order.
   * @param {string} part
   * @returns {Promise<string[]>}
   */
  texts(part) {
    return this.onPage(
      (part) => [...document.querySelectorAll("article-cards")].flatMap((list) => [...(list.shadowRoot?.querySelectorAll(`[part~="${part}"]`) ?? [])].map((one) => (one.textContent ?? "").trim())),
      part,
    );
  }

  /** The articles shown, in order. @returns {Promise<string[]>} */
  shown() {
    return this.onPage(() => [...(document.querySelector("article-cards")?.shadowRoot?.querySelectorAll("[part~=card]") ?? [])].map((card) => card.getAttribute("data-id") ?? ""));
  }

  /**
   * An element in the list, once it is there.
   * @param {string} selector
   */
  async find(selector) {
    const root = await this.driver.findElement({ css: "article-cards" }).getShadowRoot();
    return this.driver.wait(async () => (await root.findElements({ css: selector }))[0], PATIENCE, `no ${selector}`);
  }

  /** The part that has the focus, in the list or else the page. @returns {Promise<string>} */
  focused() {
    return this.onPage(() => {
      const at = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
      return at?.getAttribute("part") ?? at?.localName ?? "";
    });
  }

  /** Presses keys where the focus is. @param {string[]} keys */
  press(...keys) {
    return this.driver.actions().sendKeys(...keys).perform();
  }

  /**
   * Presses Tab until a part has the focus.
   * @param {string} part
   */
  async tabTo(part) {
    for (let turn = 0; turn < 60; turn++) {
      if ((await this.focused()).split(" ").includes(part)) return;
      await this.press(Key.TAB);
    }
    throw new Error(`${part} is not reached by Tab; the focus is on ${await this.focused()}`);
  }

  /**
   * Waits until a question has this answer, or one that passes.
   * @template T
   * @param {() => Promise<T>} ask
   * @param {T | ((answer: T) => boolean)} expected
   */
  async until(ask, expected) {
    const passes = typeof expected === "function" ? /** @type {(answer: T) => boolean} */ (expected) : (/** @type {T} */ answer) => isDeepStrictEqual(answer, expected);
    const end = Date.now() + PATIENCE;
    let answer = await ask();
    while (!passes(answer)) {
      if (Date.now() > end) throw new Error(`expected ${typeof expected === "function" ? expected : JSON.stringify(expected)}, got ${JSON.stringify(answer)}`);
      await wait(50);
      answer = await ask();
    }
    return answer;
  }

  /** What the console was told, and what the policy forbade. @returns {Promise<string[]>} */
  said() {
    return this.onPage(() => /** @type {any} */ (window).said);
  }

  /** What axe finds. @returns {Promise<string[]>} */
  async faults() {
    await this.driver.executeScript(axe.source);
    return this.driver.executeAsyncScript(`const done = arguments[arguments.length - 1];
      axe.run().then(({ violations }) => done(violations.map(({ id, nodes }) => id + ": " + nodes.map((node) => node.html).join(" "))), (error) => done([String(error)]));`);
  }

  /**
   * A picture for people to look at: `output/webkit-narrow.png`.
   * @param {string} name
   */
  async picture(name) {
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
async function reached(port) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; await wait(100)) {
    const isThere = await new Promise((resolve) => {
      const socket = connect(port, "127.0.0.1", () => (socket.destroy(), resolve(true))).on("error", () => resolve(false));
    });
    if (isThere) return;
  }
  throw new Error(`the driver ${BROWSER_DRIVER} did not start`);
}
