// The pages of the gallery, and how tests open them.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "./fixtures.js";

/** @typedef {import("@playwright/test").Page} Page */

const SOURCES = fileURLToPath(new URL("../../examples/gallery/src/pages/", import.meta.url));

/** The component of each page, and its states, as the sources of the gallery name them. */
export const PAGES = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).sort().flatMap((file) => {
  if (!file.endsWith(".rs") || file.endsWith("mod.rs")) return [];
  const source = readFileSync(SOURCES + file, "utf8");
  const [, component = "", states = ""] = /states!\(\s*"[^"]*",\s*(\w+):([^)]*)\)/.exec(source) ?? [];
  const names = states.split(",").map((name) => name.trim()).filter(Boolean);
  return [{ component, states: names, address: component.replace(/(?<=.)[A-Z]/g, "-$&").toLowerCase() }];
});

/** A Friday, at noon: the time for relative dates. */
const NOW = new Date("2026-11-20T12:00:00Z");

/**
 * Opens the page of a component and waits until its lists show what they will.
 * @param {Page} page
 * @param {string} address
 */
export async function openGallery(page, address) {
  await page.clock.setFixedTime(NOW);
  await page.goto(`gallery/#/${address}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // One of its lists loads for ever.
  await expect(page.locator(".gallery-live:not([data-state=Loading]) [aria-busy]")).toHaveCount(0);
}

/** A state of the page. @param {Page} page @param {string} name */
export const state = (page, name) => page.locator(`.gallery-live[data-state="${name}"]`);

/** By how much the page is wider than its window. @param {Page} page */
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
