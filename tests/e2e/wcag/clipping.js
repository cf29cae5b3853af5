// Finds text that is cut off, overlaps other text or leaves the window.

/** @typedef {import("@playwright/test").Page} Page */

/** @param {string} selector */
function findClippedText(selector) {
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
      // Visually hidden text.
      if (element.closest(".ac-x-vh, .ac-live, .ac-x-skip") || getComputedStyle(element).clipPath !== "none") continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const name = `${host.id} ${element.localName}.${element.getAttribute("class") ?? element.parentElement?.getAttribute("class") ?? ""} “${node.textContent.trim().slice(0, 24)}”`;
      let isTruncated = false;
      let isVisuallyHidden = false;
      /** @type {Element[]} */
      const clips = [];
      /** @type {Element[]} */
      const scrollers = [];
      for (let at = /** @type {Element | null} */ (element); at && at !== host; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.clipPath !== "none") isVisuallyHidden = true;
        if (style.textOverflow === "ellipsis" && style.overflowX !== "visible" || style.webkitLineClamp !== "none") isTruncated = true;
        else if (/auto|scroll/.test(style.overflowY)) scrollers.push(at);
        else if (/hidden|clip/.test(style.overflowX + style.overflowY)) clips.push(at);
        if (at === dialog) break;
      }
      if (isVisuallyHidden) continue;
      // Text that is scrolled out of view is not checked.
      const isInView = (/** @type {DOMRect} */ box) => scrollers.every((scroller) => {
        const visible = scroller.getBoundingClientRect();
        return box.top >= visible.top - 1 && box.bottom <= visible.bottom + 1 && box.left >= visible.left - 1 && box.right <= visible.right + 1;
      });
      const lines = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1 && isInView(box));
      for (const box of isTruncated ? [] : lines) {
        if (box.left < -1 || box.right > width + 1) faults.push(`${name}: from ${box.left} to ${box.right} of ${width}`);
        for (const clip of clips) {
          const visible = clip.getBoundingClientRect();
          const isClipped = box.left < visible.left - 1 || box.right > visible.right + 1 || box.top < visible.top - 2 || box.bottom > visible.bottom + 2;
          if (isClipped && clip !== dialog) faults.push(`${name}: cut off by ${clip.localName}.${clip.getAttribute("class")}`);
        }
        texts.push({ element, box, name });
      }
    }
    for (const control of (dialog ?? root).querySelectorAll("button, a, input, select, summary")) {
      // The line of filters in use scrolls.
      if (control.closest(".ac-x-skip, .ac-chips") || !control.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
      const box = control.getBoundingClientRect();
      if (box.width > 1 && (box.left < -1 || box.right > width + 1)) faults.push(`${host.id} ${control.localName}.${control.className}: from ${box.left} to ${box.right} of ${width}`);
      const style = getComputedStyle(control);
      const { scrollWidth, clientWidth } = control;
      if (control.matches("button") && style.overflowX === "visible" && scrollWidth > clientWidth + 2) {
        faults.push(`${host.id} ${control.localName}.${control.className}: needs ${scrollWidth}, has ${clientWidth}`);
      }
    }
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        if (one.element === other.element) continue;
        const overlapX = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const overlapY = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Line boxes may overlap a little, glyphs may not.
        if (overlapX > 1 && overlapY > Math.min(one.box.height, other.box.height) * 0.4) faults.push(`${one.name} and ${other.name} overlap`);
      }
    }
  }
  return [...new Set(faults)];
}

/**
 * Returns a description of each text or control that is cut off, overlapping or outside the window.
 * @param {Page} page
 * @param {string} [selector]
 */
export const clippedText = (page, selector = "article-cards") => page.evaluate(findClippedText, selector);

/**
 * Adds a style sheet to all lists, as a user style sheet would be; returns a function that removes it.
 * @param {Page} page
 * @param {string} css
 */
export async function addUserStyle(page, css) {
  await page.locator("article-cards").evaluateAll((all, css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    for (const { shadowRoot } of all) if (shadowRoot) shadowRoot.adoptedStyleSheets = [...shadowRoot.adoptedStyleSheets, sheet];
  }, css);
  return () => page.locator("article-cards").evaluateAll((all) => {
    for (const { shadowRoot } of all) if (shadowRoot) shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.slice(0, -1);
  });
}
