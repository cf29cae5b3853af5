// Runs a screen reader in the page and writes a transcript of what it says.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @typedef {import("@playwright/test").Page} Page */

const script = readFileSync(createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js"));

/** Containers, which the screen reader announces on entering and on leaving. */
const CONTAINER = /^(heading|region|search|group|list|listitem|article|dialog|navigation|combobox|alert|status|term|definition)\b/;
/** Elements that are left out of the transcript; only their text is in it. */
const LEFT_OUT = /^(paragraph|strong|mark|generic|time|emphasis)\b/;

/**
 * Turns spoken phrases into an indented outline without the ends of containers.
 * @param {string[]} phrases
 */
function outline(phrases) {
  /** @type {string[]} */
  const lines = [];
  /** @type {{ phrase: string, at: number }[]} */
  const open = [];
  let depth = 0;
  for (const [index, spoken] of phrases.entries()) {
    // The virtual screen reader repeats announcements for each DOM change.
    if (/^(polite|assertive): ?$/.test(spoken) || /^(polite|assertive):/.test(spoken) && spoken === phrases[index - 1]) continue;
    // The port differs from run to run.
    const phrase = spoken.replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1");
    const end = /^end(?: of|,) ?(.*)$/s.exec(phrase)?.[1];
    if (end !== undefined) {
      const entered = open.findLastIndex((one) => one.phrase === end);
      if (entered < 0) continue;
      const { at } = open[entered] ?? { at: 0 };
      // The text of a button is its name, which has been announced.
      if (/^(button|link|checkbox)\b/.test(end)) lines.splice(at + 1);
      if (/^heading\b/.test(end)) lines.push(...lines.splice(at + 1).filter((line) => /^ *link\b/.test(line)));
      open.splice(entered);
      if (CONTAINER.test(end)) depth = Math.max(0, depth - 1);
      continue;
    }
    open.push({ phrase, at: lines.length });
    if (LEFT_OUT.test(phrase)) continue;
    const line = phrase
      .replace(/^listitem, level \d+, position (\d+), set size (\d+)$/, "item $1 of $2")
      // Real screen readers do not read an option's value.
      .replace(/^(option, .+), [\w-]+, ((?:not )?selected)/, "$1, $2");
    lines.push(`${"  ".repeat(depth)}${line}`);
    if (CONTAINER.test(phrase) && phrases.some((other) => other === `end of ${phrase}` || other === `end, ${phrase}`)) depth++;
  }
  return lines;
}

/**
 * Starts the screen reader on the main list of the demo page.
 * @param {Page} page
 */
export async function startScreenReader(page) {
  await page.route("**/screen-reader.js", (route) => route.fulfill({ body: script, contentType: "text/javascript" }));
  await page.evaluate(async () => {
    const address = "/screen-reader.js";
    const { virtual } = await import(address);
    Object.assign(window, { virtual });
    await virtual.start({ container: document.querySelector("[aria-label='The feed']") });
  });
  /** @type {string[]} */
  const lines = [];
  const record = async () => {
    const phrases = await page.evaluate(async () => {
      const { virtual } = /** @type {any} */ (window);
      const log = [...await virtual.spokenPhraseLog()];
      await virtual.clearSpokenPhraseLog();
      return log;
    });
    lines.push(...outline(phrases).map((line) => `  ${line}`));
  };
  return {
    /**
     * Records a user action and what is spoken until the screen reader is silent.
     * @param {string} action
     * @param {() => Promise<unknown>} perform
     */
    async after(action, perform) {
      lines.push("", `> ${action}`);
      await perform();
      // Announcements wait until typing pauses, so wait for a second of silence.
      await page.evaluate(async () => {
        const { virtual } = /** @type {any} */ (window);
        for (let before = -1, silent = 0; silent < 9; silent++) {
          const { length } = await virtual.spokenPhraseLog();
          if (length !== before) silent = 0;
          before = length;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      });
      await record();
    },
    /**
     * Reads on item by item until a phrase begins with `last`.
     * @param {string} action
     * @param {string} last
     * @param {number} [limit]
     */
    async readUntil(action, last, limit = 400) {
      lines.push("", `> ${action}`);
      await page.evaluate(async ([last, limit]) => {
        const { virtual } = /** @type {any} */ (window);
        for (let turn = 0; turn < Number(limit); turn++) {
          await virtual.next();
          if ((await virtual.lastSpokenPhrase()).startsWith(last)) return;
        }
        throw new Error(`no phrase begins with ${last}`);
      }, [last, limit]);
      await record();
    },
    /** @param {string} key */
    async press(key) {
      await this.after(`presses ${key}`, () => page.keyboard.press(key));
    },
    /** @param {string} title */
    transcript: (title) => `${title}\n${lines.join("\n")}\n`,
  };
}
