// @ts-check
// Prepares a page to show a widget whose feed arrives when the measurement releases it.

/** @typedef {import("./widgets.js").Widget} Widget */
/** @typedef {import("./browser.js").Page} Page */

/**
 * Loads a widget's scripts and styles, and its feed, which `fetch` holds back until `release` is called.
 * @param {Page} page
 * @param {Widget} widget
 * @param {number} size articles in the feed
 */
export async function preparePage(page, { file }, size) {
  await page.evaluate(
    async ({ file, size }) => {
      const load = (/** @type {string} */ address) => import(address);
      const { css } = await load("/pkg/css.js");
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
      const [widget, painting] = await Promise.all([load(`/bundles/competitors/widgets/${file}`), load("/bundles/in-page/painting.js")]);
      await widget.prepare?.();
      const place = document.body.appendChild(document.createElement("main"));
      const address = new URL(`/news/${size}.json`, location.href).href;
      const bytes = await (await fetch(address)).arrayBuffer();
      const originalFetch = window.fetch;
      let release = () => {};
      const released = /** @type {Promise<void>} */ (new Promise((done) => (release = done)));
      window.fetch = async (input, init) => {
        const requested = new URL(input instanceof Request ? input.url : input, location.href).href;
        if (requested !== address) return originalFetch(input, init);
        await released;
        const response = new Response(bytes, { headers: { "content-type": "application/json" } });
        Object.defineProperty(response, "url", { value: address });
        return response;
      };
      Object.assign(window, { prepared: { widget, painting, place, address, release } });
    },
    { file, size },
  );
}

/**
 * The page's `window.prepared`.
 * @typedef {object} Prepared
 * @property {{ show(place: Element, address: string, options?: object): unknown }} widget
 * @property {typeof import("./in-page/painting.js")} painting
 * @property {HTMLElement} place
 * @property {string} address
 * @property {() => void} release lets the feed arrive
 */
