// Takes the pictures of docs/theming.md and docs/examples.md and the README's strip of themes, and writes
// the tables of the former. `cargo xtask pictures` builds what they show, finds the browser and runs this. With --check it
// only compares the tables and the list of pictures with the manifest.
import { chromium } from "@playwright/test";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { STEP, placeLabels } from "./labels.js";
import { EXAMPLES, PROPERTIES, SCENES, STRIP, THEMES, WINDOWS, toScenePart } from "./scenes.js";
import { coverageErrors, exampleFile, propertyFile, sceneFile, updateTables } from "./tables.js";

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {import("./scenes.js").View} View */
/** @typedef {import("./labels.js").Box} Box */
/** @typedef {import("./labels.js").Part} Part */

const root = new URL("../../", import.meta.url);
const themingPage = new URL("docs/theming.md", root);

/** The origin that `serve` responds for. */
const ORIGIN = "http://localhost";
/** Pixels of a picture per CSS pixel. */
const DENSITY = 1.5;
/** The width for the labels at each side. */
const MARGIN = 176;

/** @type {Record<string, string>} */
const types = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webp": "image/webp",
};

/** The files of all pictures in docs/. */
const FILES = [...PROPERTIES.map(({ name }) => propertyFile(name)), ...SCENES.map(({ name }) => sceneFile(name)), ...EXAMPLES.map(exampleFile)];

/** The articles of the sample feed. @returns {{ title: string }[]} */
const sampleArticles = () => JSON.parse(readFileSync(new URL("examples/sample-feed/all.json", root), "utf8"));

const errors = coverageErrors();
const text = readFileSync(themingPage, "utf8");
if (process.argv.includes("--check")) {
  if (updateTables(text) !== text) errors.push("docs/theming.md is not up to date: run `cargo xtask pictures`");
  for (const file of FILES) {
    if (!existsSync(new URL(file, themingPage))) errors.push(`docs/${file} is missing: run \`cargo xtask pictures\``);
  }
} else {
  writeFileSync(themingPage, updateTables(text));
  errors.push(...(await takePictures()));
}
for (const error of errors) console.error(error);
process.exitCode = errors.length ? 1 : 0;

/** Takes all pictures; returns an error for each missing part. @returns {Promise<string[]>} */
async function takePictures() {
  const only = process.argv.slice(2);
  const isSelected = (/** @type {string} */ name) => !only.length || only.includes(name);
  const folder = new URL("docs/pictures/", root);
  mkdirSync(folder, { recursive: true });
  // Chromium's sandbox does not work as root.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: [...args, "--font-render-hinting=none"] });
  const context = await browser.newContext({ deviceScaleFactor: DENSITY, colorScheme: "light", reducedMotion: "reduce", locale: "en-GB", timezoneId: "UTC" });
  const page = await context.newPage();
  await page.route("**/*", serve);
  /** @type {string[]} */
  const errors = [];
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const property of PROPERTIES.filter(({ name }) => isSelected(name))) {
    const { name, value } = property;
    const before = await shoot(page, property);
    const after = await shoot(page, { ...property, css: `${property.css ?? ""} article-cards { ${name}: ${value} }` });
    files.set(propertyFile(name), await encode(page, await composePair(page, property.width, [before, "default"], [after, `${name}: ${value}`])));
  }
  for (const scene of SCENES.filter(({ name }) => isSelected(name))) {
    const { picture, missing } = await annotate(page, scene);
    errors.push(...missing.map((part) => `the part ${part} is missing in the scene “${scene.name}”`));
    files.set(sceneFile(scene.name), await encode(page, picture));
  }
  for (const name of EXAMPLES.filter(isSelected)) files.set(exampleFile(name), await encode(page, await composeExample(page, name), 0.85));
  if (isSelected("themes")) files.set("../.github/themes.webp", await encode(page, await composeStrip(page), 0.85));
  await browser.close();

  for (const file of readdirSync(folder)) if (!FILES.includes(`pictures/${file}`)) rmSync(new URL(file, folder));
  let bytes = 0;
  for (const [file, picture] of files) {
    bytes += picture.length;
    writeFileSync(new URL(file, themingPage), picture);
  }
  console.log(`${files.size} pictures, ${Math.round(bytes / 1000)} kB`);
  return errors;
}

/**
 * Serves the files of the project. `/never.json` gets no response.
 * @param {import("@playwright/test").Route} route
 */
async function serve(route) {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en-GB><meta charset=utf-8><title>Pictures</title>" });
  if (pathname === "/never.json") return undefined;
  const folder = /^\/(pkg|styles|examples)\//.test(pathname) ? "." : "examples/sample-feed";
  // The examples expect the package beside them.
  const path = decodeURIComponent(pathname).replace(/^\/examples\/article-cards\//, "/pkg/").replace(/\/$/, "/index.html");
  const file = fileURLToPath(new URL(`${folder}${path}`, root));
  if (!existsSync(file)) return route.fulfill({ status: 404, body: "not found" });
  return route.fulfill({ contentType: types[extname(file)] ?? "application/octet-stream", body: readFileSync(file) });
}

/**
 * Shows an element on an empty page and waits until it is rendered.
 * @param {Page} page
 * @param {View} view
 */
async function show(page, view) {
  const attributes = { src: "all.json", dates: "absolute", "time-zone": "UTC", ...view.attributes };
  const all = view.items && sampleArticles();
  const items = view.items?.map((title) => {
    const item = all?.find((one) => one.title === title);
    if (!item) throw new Error(`the sample has no article “${title}”`);
    return item;
  });
  const head = `<base href="${ORIGIN}/"><style>
    body { margin: 0; padding: 24px; background: #f4f3f0; color: #15181d; font: 16px/1.5 Inter, system-ui, sans-serif; }
    article-cards { inline-size: ${view.width}px; }
    ${view.css ?? ""}</style>`;
  const attributeList = Object.entries(attributes).filter(([name]) => !items || name !== "src").map(([name, value]) => `${name}="${value.replaceAll("&", "&amp;")}"`);
  await page.setViewportSize({ width: view.width + 48, height: view.viewport ?? 1200 });
  await page.goto(`${ORIGIN}/`);
  await page.setContent(`<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Picture</title>${head}<article-cards ${attributeList.join(" ")}>${view.content ?? ""}</article-cards>`);
  await page.evaluate((items) => {
    if (items) Object.assign(document.querySelector("article-cards") ?? {}, { items });
  }, items);
  await page.addScriptTag({ type: "module", url: `${ORIGIN}/pkg/auto.js` });
  const isLoading = attributes.src === "never.json";
  await page.waitForFunction((isLoading) => {
    const element = /** @type {any} */ (document.querySelector("article-cards"));
    return isLoading ? element.shadowRoot?.querySelector("[part~=skeleton]") : ["ready", "empty", "error"].includes(element.status);
  }, isLoading);
  await view.act?.(page);
  await waitUntilPainted(page);
}

/** Waits until fonts and images are loaded and painted. @param {Page} page */
async function waitUntilPainted(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const lists = [...document.querySelectorAll("article-cards")];
    const images = [...document.images, ...lists.flatMap((list) => [...(list.shadowRoot?.querySelectorAll("img") ?? [])])];
    for (const image of images) image.loading = "eager";
    await Promise.all(images.map((image) => image.decode().catch(() => {})));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}

/**
 * Takes a picture of the element from the part `from` on, up to `height`.
 * @param {Page} page
 * @param {View} view
 */
async function shoot(page, view) {
  await show(page, view);
  const box = await page.locator(`article-cards [part~="${view.from ?? "results"}"]`).boundingBox();
  if (!box) throw new Error("nothing is shown");
  // Include shadows and focus rings.
  const pad = 6;
  return page.screenshot({ clip: { x: 24 - pad, y: box.y - pad, width: view.width + 2 * pad, height: Math.min(view.height ?? box.height, box.height) + 2 * pad } });
}

/** @param {Buffer} picture */
function dataUrl(picture) {
  return `data:image/png;base64,${picture.toString("base64")}`;
}

/**
 * Takes a picture of HTML.
 * @param {Page} page
 * @param {string} html
 * @param {number} [zoom]
 */
async function compose(page, html, zoom = 1) {
  await page.setViewportSize({ width: 1800, height: 1600 });
  await page.goto(`${ORIGIN}/`);
  await page.setContent(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Picture</title><style>
    body { margin: 0; font: 13px/1.3 Inter, system-ui, sans-serif; }
    main { inline-size: fit-content; zoom: ${zoom}; }
    code { font: 12.5px/1.3 "DejaVu Sans Mono", ui-monospace, Menlo, monospace; }
    </style><main>${html}</main>`);
  await waitUntilPainted(page);
  return page.locator("main").screenshot({ omitBackground: true });
}

/**
 * Puts two pictures side by side, with captions.
 * @param {Page} page
 * @param {number} width
 * @param {[Buffer, string][]} halves
 */
function composePair(page, width, ...halves) {
  const figures = halves.map(([picture, caption], index) => `<figure><img src="${dataUrl(picture)}" width="${width + 12}"><figcaption><code ${index ? "class=on" : ""}>${caption}</code></figcaption></figure>`);
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
 * Takes a picture of a scene with its parts outlined and labelled; returns the parts that are missing.
 * @param {Page} page
 * @param {import("./scenes.js").Scene} scene
 */
async function annotate(page, scene) {
  await show(page, scene);
  const parts = scene.parts.map(toScenePart);
  const clip = await area(page, scene);
  const boxes = await page.evaluate((parts) => {
    const root = document.querySelector("article-cards")?.shadowRoot;
    return parts.map(({ part, nth }, index) => {
      const one = [...(root?.querySelectorAll(`[part~="${part}"]`) ?? [])].at(nth ?? 0);
      if (!one) return null;
      // Outline only this element with the part.
      one.part.add(`shown-${index}`);
      const { x, y, width, height } = one.getBoundingClientRect();
      return { x: x + scrollX, y: y + scrollY, width, height };
    });
  }, parts);
  /** @type {Part[]} */
  const found = [];
  /** @type {string[]} */
  const missing = [];
  for (const [index, { part, side, below, offset = 0 }] of parts.entries()) {
    const box = boxes[index];
    if (!box) {
      missing.push(part);
      continue;
    }
    const outline = { x: box.x - clip.x - offset, y: box.y - clip.y - offset, width: box.width + 2 * offset, height: box.height + 2 * offset };
    found.push({ part, side, below, box: intersect(outline, clip) });
  }
  const labels = placeLabels(found, clip);
  const rules = parts.map(({ part, offset }, index) => {
    const colour = labels.find((label) => label.part === part)?.colour;
    return colour && `article-cards::part(shown-${index}) { outline: 1.5px solid ${colour} !important; outline-offset: ${offset ?? 0}px !important; }`;
  });
  await page.addStyleTag({ content: rules.join("\n") });
  await waitUntilPainted(page);
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
    </style><img src="${dataUrl(shot)}" width="${clip.width}"><svg><g transform="translate(${MARGIN} ${above})">${lines.join("")}</g></svg>${chips.join("")}`);
  return { picture, missing };
}

/**
 * Returns the area of the page that a scene shows.
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
 * Returns the part of a box that is inside the picture.
 * @param {Box} box
 * @param {{ width: number, height: number }} picture
 */
function intersect(box, { width, height }) {
  const [x, y] = [Math.max(box.x, 0), Math.max(box.y, 0)];
  return { x, y, width: Math.min(box.x + box.width, width) - x, height: Math.min(box.y + box.height, height) - y };
}

/** Puts the example themes side by side. @param {Page} page */
async function composeStrip(page) {
  /** @type {string[]} */
  const shots = [];
  for (const { name, scheme } of THEMES) {
    const css = readFileSync(new URL(`styles/themes/${name}.css`, root), "utf8");
    await page.emulateMedia({ colorScheme: scheme });
    await show(page, {
      width: 540,
      attributes: { class: name, theme: scheme, facets: "none", "without-sort": "" },
      items: STRIP,
      css: `${css} body { padding: 0 !important; } article-cards { color-scheme: ${scheme}; }`,
    });
    const shot = await page.screenshot({ clip: { x: 0, y: 0, width: 540, height: 760 } });
    shots.push(`<img src="${dataUrl(shot)}" width="540" height="760">`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  // Scaled to a width of 1200 pixels.
  return compose(page, `<style>main { display: flex; gap: 20px; } img { border-radius: 20px; }</style>${shots.join("")}`, 1200 / DENSITY / 1660);
}

/** Puts a wide and a narrow window of an example side by side. @param {Page} page @param {string} name */
async function composeExample(page, name) {
  /** @type {string[]} */
  const shots = [];
  for (const { width, height, scheme } of WINDOWS) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height });
    await page.goto(`${ORIGIN}/examples/${name}/`);
    await page.evaluate(() => Promise.all([...document.querySelectorAll("article-cards")].map((element) => /** @type {any} */ (element).ready)));
    await waitUntilPainted(page);
    shots.push(`<img src="${dataUrl(await page.screenshot())}" width="${width}" height="${height}">`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  // Scaled to the width of the document.
  return compose(page, `<style>main { display: flex; gap: 40px; padding: 3px; } img { border-radius: 24px; outline: 3px solid #80808066; }</style>${shots.join("")}`, 760 / 1716);
}

/**
 * Encodes a picture as WebP, with the browser's encoder.
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
    /** @type {[string, number]} */ ([dataUrl(picture), quality]),
  );
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
