// The gallery, compared with screenshots. `cargo xtask gallery --update-screenshots` updates them.
import { PAGES, openGallery } from "./gallery-page.js";
import { expect, test } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

/** The families of all texts in the screenshots. In Debian: fonts-inter and fonts-noto-core. */
const FONTS = ["Inter", "Noto Sans Arabic"];

/** The states that are compared in dark windows, beside all in light ones. @type {Record<string, string[]>} */
const DARK = {
  "article-card": ["Plain", "BrokenPicture", "Saved"],
  "article-cards": ["NoResults", "Failed"],
  chips: ["All"],
  "error-message": ["Plain", "Banner"],
  toolbar: ["All", "Narrow"],
};

/** The states that are compared in narrow windows. @type {Record<string, string[]>} */
const NARROW = {
  "article-card": ["Plain", "LongTexts", "InAList"],
  "article-cards": ["LeadStories", "RightToLeft"],
  "facet-list": ["Chosen"],
  pager: ["More", "Numbers"],
  toolbar: ["All", "Search"],
};

const SHOTS = [
  ...PAGES.map(({ address, states }) => ({ name: address, address, states, width: 1280, dark: false })),
  ...Object.entries(DARK).map(([address, states]) => ({ name: `${address}-dark`, address, states, width: 1280, dark: true })),
  ...Object.entries(NARROW).map(([address, states]) => ({ name: `${address}-narrow`, address, states, width: 390, dark: false })),
];

test.use({ locale: "en-GB", timezoneId: "UTC", reducedMotion: "reduce" });

test.beforeEach(async ({ page, browserName }) => {
  const reason = await whyNotComparable(page, browserName);
  // Where they must be compared, a missing font is a failure.
  if (process.env.CI) expect(reason).toBe("");
  test.skip(reason !== "", reason);
});

for (const { name, address, states, width, dark } of SHOTS) {
  test(`${name} looks as before`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    await page.setViewportSize({ width, height: 900 });
    await stubPictures(page);
    await openGallery(page, address);
    const others = `.gallery-state:not(:has(${states.map((state) => `[data-state="${state}"]`)})) { display: none !important }`;
    await page.addStyleTag({ content: ONLY_STATES + others });
    await loadPictures(page);
    // Nothing sticks, and nothing is left out because it is far from the window.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
    // A number, not a share: a missing icon is a small part of a long page.
    await expect(page.locator("main")).toHaveScreenshot(`${name}.png`, { maxDiffPixels: 60 });
  });
}

/** Only what the components render: a change of code or words is no change of looks. */
const ONLY_STATES = `
  body, .gallery-state h2 code { font-family: ${FONTS.map((family) => `"${family}"`)}, sans-serif !important }
  .gallery-head, .gallery-nav, .gallery-imports, .gallery-code, .gallery-about, .gallery-note, h1 { display: none !important }
  .gallery { display: block !important }
  .gallery { padding: 0 1rem !important }
  main { min-block-size: 1px; padding-inline: .5rem !important }
  .gallery-state { padding-block-start: .75rem !important; margin-block-start: .75rem !important }
  .gallery-state h2 { font-size: .75rem !important }
`;

/** Four plain colours: the place of a picture in its box shows, and the files stay small. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450" viewBox="0 0 2 2" preserveAspectRatio="none">
  <path fill="#7fa7c9" d="M0 0h1v1H0z"/><path fill="#e3c08f" d="M1 0h1v1H1z"/><path fill="#8fb79b" d="M0 1h1v1H0z"/><path fill="#c78f8f" d="M1 1h1v1H1z"/>
</svg>`;

/** @param {Page} page */
const stubPictures = (page) => page.route("**/*.webp", (route) => route.fulfill({ body: PICTURE, contentType: "image/svg+xml" }));

/** Loads the pictures far below the window as well. @param {Page} page */
const loadPictures = (page) =>
  page.evaluate(() => Promise.all([...document.images].map((image) => {
    image.loading = "eager";
    // A broken picture is one of the states.
    return image.decode().catch(() => {});
  })));

/**
 * Why screenshots of this browser differ from those of the repository, or an empty text.
 * @param {Page} page
 * @param {string} browserName
 */
async function whyNotComparable(page, browserName) {
  if (browserName !== "chromium" || process.platform !== "linux") {
    return "The screenshots are those of Chromium on Linux: other systems draw text differently.";
  }
  const missing = await page.evaluate((families) => {
    const context = document.createElement("canvas").getContext("2d");
    const width = (/** @type {string} */ font) => {
      if (!context) return 0;
      context.font = `40px ${font}`;
      return context.measureText("Harbours 0123 المرسى").width;
    };
    // A family that is not installed is as wide as the one after it.
    return families.filter((family) => ["serif", "monospace"].every((other) => width(`"${family}", ${other}`) === width(other)));
  }, FONTS);
  if (missing.length === 0) return "";
  return `The screenshots need the fonts ${missing.join(", ")}. Debian: apt-get install fonts-inter fonts-noto-core`;
}
