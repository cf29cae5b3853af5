// Text alternatives, structure, link texts and languages.
import { readFileSync } from "node:fs";
import { expect, list, test } from "./gallery.js";

test("images have text alternatives or are hidden, and no text is an image", async ({ everything: page }) => {
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
      // Repeating the title would make screen readers read it twice.
      expect(alt).not.toBe(title);
    } else {
      expect(isHidden || hasName, kind).toBe(true);
    }
  }
  expect(found.map(({ alt }) => alt)).toContain("A boat on dry sand");
  expect(found.filter(({ kind, alt }) => kind === "img" && alt === "").length).toBeGreaterThan(2);
});

test("headings, lists, groups and landmarks have the right roles, and no heading level is skipped", async ({ everything: page }) => {
  const full = list(page, "#full");
  const levels = await page.getByRole("heading").evaluateAll((all) => all.map((heading) => Number(heading.localName.at(1))));
  expect(levels.slice(0, 2)).toEqual([1, 2]);
  // Cards below the heading of a month are a level deeper.
  const deeper = await list(page, "#front").getByRole("heading").evaluateAll((all) => all.map((heading) => Number(heading.localName.at(1))));
  expect(deeper).toEqual([3, ...Array(6).fill(4)]);
  expect(levels.filter((level) => level === 4)).toHaveLength(6);
  expect([...new Set(levels.slice(2))].sort()).toEqual([3, 4]);
  for (const id of ["full", "list", "compact", "error", "no-results", "empty"]) {
    await expect(page.getByRole("region", { name: id, exact: true })).toHaveCount(1);
  }
  await expect(page.getByRole("search", { name: "Search articles: full" })).toHaveCount(1);
  await expect(full.getByRole("article")).toHaveCount(9);
  // Each card is a list item and is named by its heading.
  const articles = await full.getByRole("article").evaluateAll((all) => all.map((article) => ({
    parent: article.parentElement?.localName, title: article.querySelector("h3")?.textContent,
    name: /** @type {ShadowRoot} */ (article.getRootNode()).getElementById(article.getAttribute("aria-labelledby") ?? "")?.textContent ?? article.getAttribute("aria-label"),
  })));
  for (const { parent, title, name } of articles) expect({ parent, name }).toEqual({ parent: "li", name: title });
  for (const name of ["Topics", "Provider", "Type", "Date", "Quality", "Heat"]) await expect(full.getByRole("group", { name, exact: true })).toHaveCount(1);
  await expect(full.getByRole("list", { name: "Filters in use" }).getByRole("listitem")).toHaveCount(6);
  await expect(list(page, "#list").getByRole("navigation", { name: "Pages: list", exact: true })).toHaveCount(1);
  await expect(list(page, "#list").getByRole("button", { name: /Page 1/ })).toHaveAttribute("aria-current", "page");
});

test("each link text describes its target, and equal texts lead to the same URL", async ({ everything: page }) => {
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

test("each text has its language: the page's for the list's own text, an article's for its text", async ({ everything: page }) => {
  /** Returns the language that applies to an element. @param {import("@playwright/test").Locator} locator */
  const language = (locator) => locator.first().evaluate((element) => {
    for (let here = /** @type {Element | null} */ (element); here; here = here.parentElement ?? /** @type {ShadowRoot} */ (here.getRootNode()).host ?? null) {
      const lang = here.getAttribute("lang");
      if (lang) return lang;
    }
    return "";
  });
  for (const [id, lang] of [["a4", "ar"], ["a5", "de"]]) {
    const card = list(page, "#list").locator(`.ac-card[data-id=${id}]`);
    expect(await language(card.locator(".ac-card-title"))).toBe(lang);
    // The list's own text on the card.
    expect(await language(card.locator("time bdi, time"))).toMatch(/^en/);
  }
  expect(await language(list(page, "#list").locator(".ac-card[data-id=a0] .ac-card-title"))).toMatch(/^en/);
  expect(await language(list(page, "#list").locator(".ac-summary"))).toMatch(/^en/);
  const japanese = list(page, "#full").locator(".ac-card[data-id=a6]");
  expect(await language(japanese.locator(".ac-card-title"))).toBe("ja");
  await expect(list(page, "#list").locator(".ac-card[data-id=a4]")).toHaveCSS("direction", "rtl");
});

test("no message refers to something by position, shape or colour", () => {
  const messages = readFileSync(new URL("../../../src/i18n/en.rs", import.meta.url), "utf8").match(/"[^"\n]+"/g) ?? [];
  expect(messages.length).toBeGreaterThan(100);
  expect(messages.filter((one) => /\b(left|right|above|below|under|round|square|circle|red|green|blue|grey|yellow)\b/i.test(one))).toEqual([]);
});
