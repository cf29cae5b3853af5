// @ts-check
// Ours: the custom element.
import { define, init } from "/pkg/index.js";

/** Compiles the module in advance, as the competitors' scripts are loaded in advance. */
export async function prepare() {
  define();
  await init();
}

/**
 * @param {HTMLElement} place
 * @param {string} address of the feed
 * @param {{ attributes?: Record<string, string> }} options
 */
export function show(place, address, { attributes = {} } = {}) {
  const element = document.createElement("article-cards");
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  element.setAttribute("time-zone", "UTC");
  element.setAttribute("src", address);
  place.append(element);
}
