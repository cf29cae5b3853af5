// What is said beside what is seen: pictures, structure, names, and the language that each part is in.
import { readFileSync } from "node:fs";
import { expect, list, test } from "./gallery.js";

test("pictures have words or are passed over, and no words are pictures", async ({ everything: page }) => {
  const found = await page.locator("article-cards").evaluateAll((all) => all.flatMap(({ shadowRoot }) => {
    const pictures = [...shadowRoot?.querySelectorAll("img, svg, canvas, object, video, audio, progress, [role=img]") ?? []];
    return pictures.map((picture) => ({
      kind: picture.localName, alt: picture.getAttribute("alt"), isHidden: Boolean(picture.closest("[aria-hidden=true]")),
      title: picture.closest(".ac-card")?.querySelector(".ac-card-title")?.textContent ?? "",
      isProvider: picture.matches(".ac-card-provider-icon"), hasName: Boolean(picture.getAttribute("aria-label") ?? picture.getAttribute("aria-labelledby")),
    }));
  }));
  expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(["img", "svg", "progress"]));
  for (const { kind, alt, isHidden, title, hasName } of found) {
    if (kind === "img") {
      expect(alt).not.toBeNull();
      // The title is read anyway.
      expect(alt).not.toBe(title);
    } else {
      expect(isHidden || hasName, kind).toBe(true);
    }
  }
  expect(found.map(({ alt }) => alt)).toContain("A boat on dry sand");
  expect(found.filter(({ kind, alt }) => kind === "img" && alt === "").length).toBeGreaterThan(2);
});

test("headings, lists, groups and landmarks are what they look like, and no level is left out", async ({ everything: page }) => {
  const full = list(page, "#full");
  const levels = await page.getByRole("heading").evaluateAll((all) => all.map((heading) => Number(heading.localName.at(1))));
  expect(levels.slice(0, 2)).toEqual([1, 2]);
  for (const level of levels.slice(2)) expect(level).toBe(3);
  for (const id of ["full", "list", "compact", "error", "nothing", "empty"]) {
    await expect(page.getByRole("region", { name: id, exact: true })).toHaveCount(1);
  }
  await expect(page.getByRole("search", { name: "Search articles: full" })).toHaveCount(1);
  await expect(full.getByRole("article")).toHaveCount(9);
  // Each is an item of the list, named by its title, which is its heading.
  const articles = await full.getByRole("article").evaluateAll((all) => all.map((at) => ({
    around: at.parentElement?.localName, title: at.querySelector("h3")?.textContent,
    name: /** @type {ShadowRoot} */ (at.getRootNode()).getElementById(at.getAttribute("aria-labelledby") ?? "")?.textContent ?? at.getAttribute("aria-label"),
  })));
  for (const { around, title, name } of articles) expect({ around, name }).toEqual({ around: "li", name: title });
  for (const name of ["Topics", "Provider", "Type", "Date", "Quality", "Heat"]) await expect(full.getByRole("group", { name, exact: true })).toHaveCount(1);
  await expect(full.getByRole("list", { name: "Filters in use" }).getByRole("listitem")).toHaveCount(6);
  await expect(list(page, "#list").getByRole("navigation", { name: "Pages" })).toHaveCount(1);
  await expect(list(page, "#list").getByRole("button", { name: /Page 1/ })).toHaveAttribute("aria-current", "page");
});

test("each link says where it leads, and equal names lead to equal places", async ({ everything: page }) => {
  const links = await page.getByRole("link").evaluateAll((all) => all.map((link) => [link.textContent?.trim() ?? "", link.getAttribute("href") ?? ""]));
  expect(links.length).toBeGreaterThan(20);
  /** @type {Map<string, string>} */
  const known = new Map();
  for (const [name = "", href = ""] of links) {
    expect(name).not.toMatch(/^$|^(here|more|read more|link)$/i);
    expect(known.get(name) ?? href, name).toBe(href);
    known.set(name, href);
  }
});

test("each text is in its language: the list's words in the reader's, an article's in its own", async ({ everything: page }) => {
  /** The language of a text. @param {import("@playwright/test").Locator} what */
  const language = (what) => what.first().evaluate((at) => {
    for (let here = /** @type {Element | null} */ (at); here; here = here.parentElement ?? /** @type {ShadowRoot} */ (here.getRootNode()).host ?? null) {
      const lang = here.getAttribute("lang");
      if (lang) return lang;
    }
    return "";
  });
  for (const [id, lang] of [["a4", "ar"], ["a5", "de"]]) {
    const card = list(page, "#list").locator(`.ac-card[data-id=${id}]`);
    expect(await language(card.locator(".ac-card-title"))).toBe(lang);
    // Words of the list on it.
    expect(await language(card.locator("time bdi, time"))).toMatch(/^en/);
  }
  expect(await language(list(page, "#list").locator(".ac-card[data-id=a0] .ac-card-title"))).toMatch(/^en/);
  expect(await language(list(page, "#list").locator(".ac-summary"))).toMatch(/^en/);
  const japanese = list(page, "#full").locator(".ac-card[data-id=a6]");
  expect(await language(japanese.locator(".ac-card-title"))).toBe("ja");
  await expect(list(page, "#list").locator(".ac-card[data-id=a4]")).toHaveCSS("direction", "rtl");
});

test("no word on screen tells of a place, a shape or a colour in place of a name", () => {
  const words = readFileSync(new URL("../../../src/i18n/en.rs", import.meta.url), "utf8").match(/"[^"\n]+"/g) ?? [];
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((one) => /\b(left|right|above|below|under|round|square|circle|red|green|blue|grey|yellow)\b/i.test(one))).toEqual([]);
});
