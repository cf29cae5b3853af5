// The pictures and tables of docs/theming.md and the strip of themes of README.md:
// `cargo xtask pictures` makes what they show, finds the browser, and runs this.
// With --check only the tables are held against the manifest.
import { chromium } from "@playwright/test";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { STEP, place } from "./labels.js";
import { PROPERTIES, SCENES, STRIP, THEMES, spot } from "./scenes.js";
import { filled, gaps, propertyFile, sceneFile } from "./text.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./scenes.js").View} View */
/** @typedef {import("./labels.js").Box} Box */
/** @typedef {import("./labels.js").Found} Found */

const top = new URL("../../", import.meta.url);
const document_ = new URL("docs/theming.md", top);

/** The site that there is only here. */
const SITE = "http://localhost";
/** Pixels of a picture per CSS pixel. */
const DENSITY = 1.5;
/** Room for the labels at each side. */
const MARGIN = 176;

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/** The articles of the sample. @returns {{ title: string }[]} */
const sample = () => JSON.parse(readFileSync(new URL("examples/sample-feed/all.json", top), "utf8"));

const found = gaps();
const text = readFileSync(document_, "utf8");
if (process.argv.includes("--check")) {
  if (filled(text) !== text) found.push("docs/theming.md is not up to date: run `cargo xtask pictures`");
  for (const file of [...PROPERTIES.map(({ name }) => propertyFile(name)), ...SCENES.map(({ name }) => sceneFile(name))]) {
    if (!existsSync(new URL(file, document_))) found.push(`docs/${file} is missing: run \`cargo xtask pictures\``);
  }
} else {
  writeFileSync(document_, filled(text));
  found.push(...(await draw()));
}
for (const gap of found) console.error(gap);
process.exitCode = found.length ? 1 : 0;

/** Draws all pictures; the parts that were not met. @returns {Promise<string[]>} */
async function draw() {
  const only = process.argv.slice(2);
  const wanted = (/** @type {string} */ name) => !only.length || only.includes(name);
  const folder = new URL("docs/pictures/", top);
  mkdirSync(folder, { recursive: true });
  // Under root Chromium cannot shut itself in.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: [...args, "--font-render-hinting=none"] });
  const context = await browser.newContext({ deviceScaleFactor: DENSITY, colorScheme: "light", reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC" });
  const page = await context.newPage();
  await page.route("**/*", serve);
  /** @type {string[]} */
  const missing = [];
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const property of PROPERTIES.filter(({ name }) => wanted(name))) {
    const { name, value } = property;
    const before = await shoot(page, property);
    const after = await shoot(page, { ...property, css: `${property.css ?? ""} article-cards { ${name}: ${value} }` });
    files.set(propertyFile(name), await encode(page, await pair(page, property.width, [before, "default"], [after, `${name}: ${value}`])));
  }
  for (const scene of SCENES.filter(({ name }) => wanted(name))) {
    const { picture, lost } = await annotate(page, scene);
    missing.push(...lost.map((part) => `the part ${part} is not there in the scene “${scene.name}”`));
    files.set(sceneFile(scene.name), await encode(page, picture));
  }
  if (wanted("themes")) files.set("../.github/themes.webp", await encode(page, await strip(page), 0.85));
  await browser.close();

  const known = [...PROPERTIES.map(({ name }) => propertyFile(name)), ...SCENES.map(({ name }) => sceneFile(name))];
  for (const file of readdirSync(folder)) if (!known.includes(`pictures/${file}`)) rmSync(new URL(file, folder));
  let bytes = 0;
  for (const [file, picture] of files) {
    bytes += picture.length;
    writeFileSync(new URL(file, document_), picture);
  }
  console.log(`${files.size} pictures, ${Math.round(bytes / 1000)} kB`);
  return missing;
}

/**
 * Answers from the folders of the project; one feed never comes.
 * @param {import("@playwright/test").Route} route
 */
async function serve(route) {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en-GB><meta charset=utf-8><title>Pictures</title>" });
  if (pathname === "/never.json") return undefined;
  const folder = pathname.startsWith("/pkg/") || pathname.startsWith("/styles/") ? "." : "examples/sample-feed";
  const file = fileURLToPath(new URL(`${folder}${decodeURIComponent(pathname)}`, top));
  if (!existsSync(file)) return route.fulfill({ status: 404, body: "not found" });
  return route.fulfill({ contentType: types[extname(file)] ?? "application/octet-stream", body: readFileSync(file) });
}

/**
 * Puts an element on an empty page, and waits for all of it.
 * @param {Page} page
 * @param {View} view
 */
async function show(page, view) {
  const attributes = { src: "all.json", dates: "absolute", "time-zone": "UTC", ...view.attributes };
  const all = view.items && sample();
  const items = view.items?.map((title) => {
    const item = all?.find((one) => one.title === title);
    if (!item) throw new Error(`the sample has no article “${title}”`);
    return item;
  });
  const head = `<base href="${SITE}/"><style>
    body { margin: 0; padding: 24px; background: #f4f3f0; color: #15181d; font: 16px/1.5 Inter, system-ui, sans-serif; }
    article-cards { inline-size: ${view.width}px; }
    ${view.css ?? ""}</style>`;
  const words = Object.entries(attributes).filter(([name]) => !items || name !== "src").map(([name, value]) => `${name}="${value.replaceAll("&", "&amp;")}"`);
  await page.setViewportSize({ width: view.width + 48, height: view.viewport ?? 1200 });
  await page.goto(`${SITE}/`);
  await page.setContent(`<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Picture</title>${head}<article-cards ${words.join(" ")}>${view.inside ?? ""}</article-cards>`);
  await page.evaluate((items) => {
    if (items) Object.assign(document.querySelector("article-cards") ?? {}, { items });
  }, items);
  await page.addScriptTag({ type: "module", url: `${SITE}/pkg/auto.js` });
  const isLoading = attributes.src === "never.json";
  await page.waitForFunction((isLoading) => {
    const element = /** @type {any} */ (document.querySelector("article-cards"));
    return isLoading ? element.shadowRoot?.querySelector("[part~=skeleton]") : ["ready", "empty", "error"].includes(element.status);
  }, isLoading);
  await view.act?.(page);
  await settle(page);
}

/** Until all pictures in view are drawn. @param {Page} page */
async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const images = [...document.images, ...(document.querySelector("article-cards")?.shadowRoot?.querySelectorAll("img") ?? [])];
    for (const image of images) image.loading = "eager";
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/**
 * The list, or what it is to begin with, down to the wanted height.
 * @param {Page} page
 * @param {View} view
 */
async function shoot(page, view) {
  await show(page, view);
  const box = await page.locator(`article-cards [part~="${view.from ?? "results"}"]`).boundingBox();
  if (!box) throw new Error("nothing is shown");
  // With what is around it: shadows, rings and ground.
  const pad = 6;
  return page.screenshot({ clip: { x: 24 - pad, y: box.y - pad, width: view.width + 2 * pad, height: Math.min(view.height ?? box.height, box.height) + 2 * pad } });
}

/** @param {Buffer} picture */
function address(picture) {
  return `data:image/png;base64,${picture.toString("base64")}`;
}

/**
 * A page of our own making, as a picture.
 * @param {Page} page
 * @param {string} html
 * @param {number} [density] of what is shown in it
 */
async function compose(page, html, density = 1) {
  await page.setViewportSize({ width: 1800, height: 1600 });
  await page.goto(`${SITE}/`);
  await page.setContent(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Picture</title><style>
    body { margin: 0; font: 13px/1.3 Inter, system-ui, sans-serif; }
    main { inline-size: fit-content; zoom: ${density}; }
    code { font: 12.5px/1.3 "DejaVu Sans Mono", ui-monospace, Menlo, monospace; }
    </style><main>${html}</main>`);
  await settle(page);
  return page.locator("main").screenshot({ omitBackground: true });
}

/**
 * Two pictures beside each other, with what sets them apart.
 * @param {Page} page
 * @param {number} width
 * @param {[Buffer, string][]} halves
 */
function pair(page, width, ...halves) {
  const figures = halves.map(([picture, words], index) => `<figure><img src="${address(picture)}" width="${width + 12}"><figcaption><code ${index ? "class=on" : ""}>${words}</code></figcaption></figure>`);
  return compose(page, `<style>
    main { display: flex; gap: 8px; padding: 10px; background: #f4f3f0; }
    figure { display: flex; flex-direction: column; margin: 0; }
    img { display: block; }
    figcaption { margin: 8px 6px 2px; }
    code { display: inline-block; padding: 3px 8px; border-radius: 5px; background: #e3e1db; color: #15181d; }
    .on { background: #15181d; color: #fff; }
    </style>${figures.join("")}`);
}

/**
 * A scene with its parts outlined and named.
 * @param {Page} page
 * @param {import("./scenes.js").Scene} scene
 */
async function annotate(page, scene) {
  await show(page, scene);
  const spots = scene.parts.map(spot);
  const clip = await area(page, scene);
  const boxes = await page.evaluate((spots) => {
    const root = document.querySelector("article-cards")?.shadowRoot;
    return spots.map(({ part, nth }, index) => {
      const one = [...(root?.querySelectorAll(`[part~="${part}"]`) ?? [])].at(nth ?? 0);
      if (!one) return null;
      // Only this one of them is outlined.
      one.part.add(`shown-${index}`);
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    });
  }, spots);
  /** @type {Found[]} */
  const met = [];
  /** @type {string[]} */
  const lost = [];
  for (const [index, { part, side, below, offset = 0 }] of spots.entries()) {
    const box = boxes[index];
    if (!box) {
      lost.push(part);
      continue;
    }
    const outline = { x: box.x - clip.x - offset, y: box.y - clip.y - offset, width: box.width + 2 * offset, height: box.height + 2 * offset };
    met.push({ part, side, below, box: within(outline, clip) });
  }
  const labels = place(met, clip);
  const rules = spots.map(({ part, offset }, index) => {
    const colour = labels.find((label) => label.part === part)?.colour;
    return colour && `article-cards::part(shown-${index}) { outline: 1.5px solid ${colour} !important; outline-offset: ${offset ?? 0}px !important; }`;
  });
  await page.addStyleTag({ content: rules.join("\n") });
  await settle(page);
  const shot = await page.screenshot({ clip });
  const bottom = Math.max(clip.height, ...labels.map(({ y }) => y + STEP / 2));
  const above = Math.max(0, ...labels.map(({ y }) => STEP / 2 - y));
  const lines = labels.map(({ x, y, at, colour }) => {
    const path = `M${x} ${y}L${at.x} ${at.y}`;
    return `<path d="${path}" stroke="#fff" stroke-opacity=".75" stroke-width="4"/><path d="${path}" stroke="${colour}" stroke-width="1.5"/><circle cx="${at.x}" cy="${at.y}" r="3.5" fill="${colour}" stroke="#fff"/>`;
  });
  const shift = { left: "-100%", right: "0", top: "-50%" };
  const chips = labels.map(({ part, side, x, y, colour }) => `<code style="left: ${MARGIN + x}px; top: ${above + y}px; translate: ${shift[side]} -50%; background: ${colour}">${part}</code>`);
  const picture = await compose(page, `<style>
    main { position: relative; inline-size: ${clip.width + 2 * MARGIN}px; block-size: ${above + bottom}px; background: #fff; }
    img { position: absolute; inset: ${above}px auto auto ${MARGIN}px; }
    svg { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; fill: none; }
    code { position: absolute; padding: 3px 7px; border-radius: 4px; color: #fff; white-space: nowrap; }
    </style><img src="${address(shot)}" width="${clip.width}"><svg><g transform="translate(${MARGIN} ${above})">${lines.join("")}</g></svg>${chips.join("")}`);
  return { picture, lost };
}

/**
 * What of the page a scene shows.
 * @param {Page} page
 * @param {import("./scenes.js").Scene} scene
 * @returns {Promise<Box>}
 */
async function area(page, { clip, height, pad = 0, viewport, width }) {
  if (clip === "viewport") return { x: 0, y: 0, width: width + 48, height: viewport ?? 1200 };
  const shown = clip ? page.locator(`article-cards [part~="${clip}"]`).first() : page.locator("article-cards");
  const box = await shown.boundingBox();
  if (!box) throw new Error(`there is no ${clip}`);
  return {
    x: Math.round(box.x - pad),
    y: Math.round(box.y - pad),
    width: Math.round(box.width + 2 * pad),
    height: Math.round(Math.min(height ?? box.height, box.height) + 2 * pad),
  };
}

/**
 * The part of a box that is in the picture.
 * @param {Box} box
 * @param {{ width: number, height: number }} picture
 */
function within(box, { width, height }) {
  const [x, y] = [Math.max(box.x, 0), Math.max(box.y, 0)];
  return { x, y, width: Math.min(box.x + box.width, width) - x, height: Math.min(box.y + box.height, height) - y };
}

/** The example themes side by side. @param {Page} page */
async function strip(page) {
  /** @type {string[]} */
  const shots = [];
  for (const { name, scheme } of THEMES) {
    const css = readFileSync(new URL(`styles/themes/${name}.css`, top), "utf8");
    await page.emulateMedia({ colorScheme: scheme });
    await show(page, {
      width: 540,
      attributes: { class: name, theme: scheme, facets: "none", "without-sort": "" },
      items: STRIP,
      css: `${css} body { padding: 0 !important; } article-cards { color-scheme: ${scheme}; }`,
    });
    const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 540, height: 760 } });
    shots.push(`<img src="${address(shot)}" width="540" height="760">`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  // 1200 pixels wide in all.
  return compose(page, `<style>main { display: flex; gap: 20px; } img { border-radius: 20px; }</style>${shots.join("")}`, 1200 / DENSITY / 1660);
}

/**
 * As WebP, by the browser's own encoder.
 * @param {Page} page
 * @param {Buffer} picture
 * @param {number} [quality]
 */
async function encode(page, picture, quality = 0.72) {
  const url = await page.evaluate(
    async ([source, quality]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", quality);
    },
    /** @type {[string, number]} */ ([address(picture), quality]),
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
