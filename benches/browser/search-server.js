// @ts-check
// Key strokes in a list that a search server answers, beside one that holds its feed:
// `node search-server.js <articles in the feed> <URL of the collection> <key>`. `cargo xtask bench --figure c`
// has generated the feed; the server has been loaded by `article-cards push`.
import { launch, withFreshPage } from "./browser.js";
import { bundle } from "./bundles.js";
import { serve } from "./serve.js";
import { summary } from "./statistics.js";

/** Words to type and delete again: frequent, rare, and with a typo. */
const WORDS = ["security", "harbour", "machine lear", "portls"];

/** How often each page is measured. */
const RUNS = 3;

const [size, url, key] = process.argv.slice(2);
if (!size || !url || !key) throw new Error("usage: node search-server.js <articles in the feed> <URL of the collection> <key>");

await bundle(["in-page/painting.js"]);
const server = await serve();
const browser = await launch();
const attributes = {
  "a feed in the browser": { src: `/news/${size}.json` },
  "a search server": { engine: "typesense", src: url, "api-key": key },
};
try {
  /** @type {Record<string, number[]>} */
  const strokes = {};
  for (let run = 0; run < RUNS; run++) {
    for (const [name, list] of Object.entries(attributes)) strokes[name] = [...(strokes[name] ?? []), ...(await measure(list))];
  }
  for (const [name, all] of Object.entries(strokes)) console.log(name, JSON.stringify(summary(all)));
} finally {
  await browser.close();
  server.close();
}

/**
 * Returns the times from each key stroke until its answer is painted, in milliseconds.
 * @param {Record<string, string>} list the attributes of the element
 */
async function measure(list) {
  return withFreshPage(browser, `${server.address}blank.html`, async (page) => {
    // The hosts of pictures do not exist.
    await page.route((address) => address.hostname !== "127.0.0.1", (route) => route.fulfill({ contentType: "image/svg+xml", body: "<svg xmlns='http://www.w3.org/2000/svg'/>", headers: { "cross-origin-resource-policy": "cross-origin" } }));
    await page.evaluate(async (list) => {
      const load = (/** @type {string} */ address) => import(address);
      await load("/pkg/auto.js");
      const { painted } = await load("/bundles/in-page/painting.js");
      const element = document.createElement("article-cards");
      for (const [name, value] of Object.entries(list)) element.setAttribute(name, value);
      document.body.append(element);
      await /** @type {any} */ (element).ready;
      /** @type {Promise<number> | undefined} */
      let answer;
      addEventListener(
        "keydown",
        (event) => {
          const answered = async () => {
            // The text changes after the key.
            await new Promise((done) => element.addEventListener("input", done, { once: true }));
            await /** @type {any} */ (element).updateComplete;
            return (await painted()) - event.timeStamp;
          };
          answer = answered();
        },
        { capture: true },
      );
      Object.assign(window, { answered: () => answer });
    }, list);
    await page.locator("article-cards [part~=search-input]").focus();
    const times = [];
    for (const word of WORDS) {
      for (const press of [...word, ...Array(word.length).fill("Backspace")]) {
        await page.keyboard.press(press);
        times.push(await page.evaluate(() => /** @type {any} */ (window).answered()));
      }
    }
    return times;
  });
}
