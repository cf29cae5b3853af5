// Whether text is still there when its room becomes small: nothing cut off, nothing on top of another, nothing
// beside the window.

/** @typedef {import("@playwright/test").Page} Page */

/** @param {string} selector */
function inPage(selector) {
  const width = document.documentElement.clientWidth;
  /** @type {string[]} */
  const faults = [];
  if (document.documentElement.scrollWidth > width) faults.push(`the page is ${document.documentElement.scrollWidth} wide, the window ${width}`);
  for (const host of document.querySelectorAll(selector)) {
    const root = host.shadowRoot ?? host;
    const dialog = root.querySelector("dialog[open]");
    /** @type {{ element: Element, box: DOMRect, name: string }[]} */
    const texts = [];
    const walker = document.createTreeWalker(dialog ?? root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || element.closest("option, style")) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) continue;
      // What is only heard.
      if (element.closest(".ac-x-vh, .ac-live, .ac-x-skip") || getComputedStyle(element).clipPath !== "none") continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const name = `${host.id} ${element.localName}.${element.getAttribute("class") ?? element.parentElement?.getAttribute("class") ?? ""} “${node.textContent.trim().slice(0, 24)}”`;
      let isShortened = false;
      let isOnlyHeard = false;
      /** @type {Element[]} */
      const clips = [];
      /** @type {Element[]} */
      const scrollers = [];
      for (let at = /** @type {Element | null} */ (element); at && at !== host; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath !== "none") isOnlyHeard = true;
        if (style.textOverflow === "ellipsis" && style.overflowX !== "visible" || style.webkitLineClamp !== "none") isShortened = true;
        else if (/auto|scroll/.test(style.overflowY)) scrollers.push(at);
        else if (/hidden|clip/.test(style.overflowX + style.overflowY)) clips.push(at);
        if (at === dialog) break;
      }
      if (isOnlyHeard) continue;
      // What is scrolled away is neither here nor lost.
      const isHere = (/** @type {DOMRect} */ box) => scrollers.every((scroller) => {
        const room = scroller.getBoundingClientRect();
        return box.top >= room.top - 1 && box.bottom <= room.bottom + 1;
      });
      const lines = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1 && isHere(box));
      for (const box of isShortened ? [] : lines) {
        if (box.left < -1 || box.right > width + 1) faults.push(`${name}: from ${box.left} to ${box.right} of ${width}`);
        for (const clip of clips) {
          const room = clip.getBoundingClientRect();
          const isOut = box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 2 || box.bottom > room.bottom + 2;
          if (isOut && clip !== dialog) faults.push(`${name}: cut off by ${clip.localName}.${clip.getAttribute("class")}`);
        }
        texts.push({ element, box, name });
      }
    }
    // Controls and their boxes.
    for (const control of (dialog ?? root).querySelectorAll("button, a, input, select, summary")) {
      if (control.closest(".ac-x-skip") || !control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
      const box = control.getBoundingClientRect();
      if (box.width > 1 && (box.left < -1 || box.right > width + 1)) faults.push(`${host.id} ${control.localName}.${control.className}: from ${box.left} to ${box.right} of ${width}`);
      const style = getComputedStyle(control);
      const needs = /** @type {HTMLElement} */ (control);
      if (control.matches("button") && style.overflowX === "visible" && needs.scrollWidth > needs.clientWidth + 2) {
        faults.push(`${host.id} ${control.localName}.${control.className}: needs ${needs.scrollWidth}, has ${needs.clientWidth}`);
      }
    }
    for (const [place, one] of texts.entries()) {
      for (const other of texts.slice(place + 1)) {
        if (one.element === other.element) continue;
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Lines of letters may reach into the room between lines, but not into other letters.
        if (across > 1 && down > Math.min(one.box.height, other.box.height) * 0.4) faults.push(`${one.name} and ${other.name} lie on each other`);
      }
    }
  }
  return [...new Set(faults)];
}

/**
 * What is lost, by name.
 * @param {Page} page
 * @param {string} [selector]
 */
export const lost = (page, selector = "article-cards") => page.evaluate(inPage, selector);

/**
 * A style sheet for what is in the lists, as a reader's own would be, that can be taken away again.
 * @param {Page} page
 * @param {string} css
 */
export async function readersStyle(page, css) {
  await page.locator("article-cards").evaluateAll((all, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    for (const { shadowRoot } of all) if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  }, css);
  return () => page.locator("article-cards").evaluateAll((all) => {
    for (const { shadowRoot } of all) if (shadowRoot) shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.slice(0, -1);
  });
}
