// A screen reader that runs in the page, and what it says, written down line by line.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** @typedef {import("@playwright/test").Page} Page */

const script = readFileSync(createRequire(import.meta.url).resolve("@guidepup/virtual-screen-reader/browser.js"));

/** What holds other things, and is told on entering and leaving. */
const HOLDS = /^(heading|region|search|group|list|listitem|article|dialog|navigation|combobox|alert|status|term|definition)\b/;
/** What is left without a word of its own worth writing down: its text stands alone. */
const PLAIN = /^(paragraph|strong|mark|generic|time|emphasis)\b/;

/**
 * What was said as an outline: what is held stands further in, and no end is told.
 * @param {string[]} said
 */
function outline(said) {
  /** @type {string[]} */
  const lines = [];
  /** @type {{ phrase: string, at: number }[]} */
  const open = [];
  let depth = 0;
  for (const [place, whole] of said.entries()) {
    // Told of each change, where a reader would say it once; and hosts have another port each time.
    if (/^(polite|assertive): ?$/.test(whole) || /^(polite|assertive):/.test(whole) && whole === said[place - 1]) continue;
    const phrase = whole.replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1");
    const end = /^end(?: of|,) ?(.*)$/s.exec(phrase)?.[1];
    if (end !== undefined) {
      const entered = open.findLastIndex((one) => one.phrase === end);
      if (entered < 0) continue;
      const { at } = open[entered] ?? { at: 0 };
      // The words on a button are its name, which was said.
      if (/^(button|link|checkbox)\b/.test(end)) lines.splice(at + 1);
      if (/^heading\b/.test(end)) lines.push(...lines.splice(at + 1).filter((line) => /^ *link\b/.test(line)));
      open.splice(entered);
      if (HOLDS.test(end)) depth = Math.max(0, depth - 1);
      continue;
    }
    open.push({ phrase, at: lines.length });
    if (PLAIN.test(phrase)) continue;
    const line = phrase
      .replace(/^listitem, level \d+, position (\d+), set size (\d+)$/, "item $1 of $2")
      // The value behind an option's words is read by nobody.
      .replace(/^(option, .+), [\w-]+, ((?:not )?selected)/, "$1, $2");
    lines.push(`${"  ".repeat(depth)}${line}`);
    if (HOLDS.test(phrase) && said.some((other) => other === `end of ${phrase}` || other === `end, ${phrase}`)) depth++;
  }
  return lines;
}

/**
 * Starts to listen to the list on the demo page.
 * @param {Page} page
 */
export async function listening(page) {
  await page.route("**/screen-reader.js", (route) => route.fulfill({ body: script, contentType: "text/javascript" }));
  await page.evaluate(async () => {
    const address = "/screen-reader.js";
    const { virtual } = await import(address);
    Object.assign(window, { virtual });
    await virtual.start({ container: document.querySelector("[aria-label='The feed']") });
  });
  /** @type {string[]} */
  const transcript = [];
  const heard = async () => {
    const said = await page.evaluate(async () => {
      const { virtual } = /** @type {any} */ (window);
      const said = [...await virtual.spokenPhraseLog()];
      await virtual.clearSpokenPhraseLog();
      return said;
    });
    transcript.push(...outline(said).map((line) => `  ${line}`));
  };
  return {
    /**
     * The reader does something, and listens until nothing more is said.
     * @param {string} act
     * @param {() => Promise<unknown>} does
     */
    async after(act, does) {
      transcript.push("", `> ${act}`);
      await does();
      // Announcements wait until typing pauses, so that some time of silence is the end.
      await page.evaluate(async () => {
        const { virtual } = /** @type {any} */ (window);
        for (let before = -1, calm = 0; calm < 9; calm++) {
          const { length } = await virtual.spokenPhraseLog();
          if (length !== before) calm = 0;
          before = length;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      });
      await heard();
    },
    /**
     * The reader goes on, thing by thing, until this is said.
     * @param {string} how
     * @param {string} last how the last phrase begins
     * @param {number} [most]
     */
    async reads(how, last, most = 400) {
      transcript.push("", `> ${how}`);
      await page.evaluate(async ([last, most]) => {
        const { virtual } = /** @type {any} */ (window);
        for (let turn = 0; turn < Number(most); turn++) {
          await virtual.next();
          if ((await virtual.lastSpokenPhrase()).startsWith(last)) return;
        }
        throw new Error(`nothing said begins with ${last}`);
      }, [last, most]);
      await heard();
    },
    /** @param {string} key */
    async presses(key) {
      await this.after(`presses ${key}`, () => page.keyboard.press(key));
    },
    /** @param {string} title */
    text: (title) => `${title}\n${transcript.join("\n")}\n`,
  };
}
