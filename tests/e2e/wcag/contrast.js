// Measures the contrast of the colours that the browser really paints.

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ nodeId: number, localName: string, children?: CdpNode[], shadowRoots?: CdpNode[] }} CdpNode */

/**
 * Finds text, and the graphics that WCAG requires, with too little contrast. Runs in the page. A canvas
 * converts every colour notation and composes translucent colours.
 * @param {string} selector
 */
function findContrastFaults(selector) {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!canvas) throw new Error("there is no canvas");
  /** @typedef {[number, number, number]} Colour */

  /** Paints colours over each other. @param {Colour | string} background @param {...string} layers @returns {Colour} */
  const painted = (background, ...layers) => {
    canvas.globalAlpha = 1;
    for (const colour of [typeof background === "string" ? background : `rgb(${background.join()})`, ...layers]) {
      canvas.fillStyle = "#000";
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  /** WCAG's relative luminance. @param {Colour} colour */
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  };
  /** WCAG's contrast ratio. @param {Colour} one @param {Colour} other */
  const ratio = (one, other) => {
    const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  /** The parent in the flat tree. @param {Element} element */
  const flatParent = (element) => {
    const parent = element.assignedSlot ?? element.parentNode;
    return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null;
  };
  const pageBackground = matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#ffffff";

  /**
   * The possible backgrounds behind an element's content, or behind the element itself.
   * @param {Element} element @param {boolean} includeOwn @returns {Colour[]}
   */
  const backgrounds = (element, includeOwn) => {
    /** @type {string[]} */
    const layers = [];
    let bottom = [pageBackground];
    for (let at = includeOwn ? element : flatParent(element); at; at = flatParent(at)) {
      const style = getComputedStyle(at);
      layers.unshift(style.backgroundColor);
      if (at.matches("dialog")) break;
      // A type badge on an image, which may have any colour.
      if (at.matches(".ac-card-type") && style.position === "absolute") {
        bottom = ["#fff", "#000"];
        break;
      }
    }
    return bottom.map((colour) => painted(colour, ...layers));
  };
  /** @param {Element} element */
  const isVisible = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) return false;
    if (element.closest(".ac-x-vh, .ac-live, .ac-x-skip:not(:focus), [aria-disabled=true], svg svg")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2;
  };

  /** @type {string[]} */
  const faults = [];
  let checked = 0;
  /** @param {string} what @param {Element} element @param {string} colour @param {Colour[]} against @param {number} minimum */
  const checkContrast = (what, element, colour, against, minimum) => {
    checked++;
    for (const background of against) {
      const contrast = ratio(painted(background, colour), background);
      if (contrast >= minimum) continue;
      const root = /** @type {ShadowRoot | Document} */ (element.getRootNode());
      const name = `${root instanceof ShadowRoot ? root.host.id : ""} ${element.localName}.${element.getAttribute("class") ?? ""}`;
      faults.push(`${name} “${(element.textContent ?? "").trim().slice(0, 20)}”: ${what} ${painted(background, colour).join()} on ${background.join()} is ${contrast.toFixed(2)}, needs ${minimum}`);
    }
  };

  const roots = [...document.querySelectorAll(selector)].map((host) => host.shadowRoot ?? host);
  for (const element of roots.flatMap((root) => [...root.querySelectorAll("*")])) {
    if (!isVisible(element)) continue;
    const style = getComputedStyle(element);
    const isField = element.matches("input:not([type=checkbox], [type=radio]), select");
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (hasText || isField) {
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
      checkContrast("text", element, style.color, backgrounds(element, true), isLarge ? 3 : 4.5);
    }
    if (element.matches("input[type=search]")) checkContrast("placeholder", element, getComputedStyle(element, "::placeholder").color, backgrounds(element, true), 4.5);
    if (element.matches("svg.ac-x-icon")) checkContrast("icon", element, style.stroke === "none" ? style.fill : style.stroke, backgrounds(element, true), 3);
    // A control without text is recognised by its border, or else by its background; a menu without either by
    // its text and icon.
    const isPlain = element.matches("select") && style.borderBottomColor === "rgba(0, 0, 0, 0)";
    if (isField && !isPlain || element.matches("input[type=checkbox]")) {
      const against = backgrounds(element, false);
      const border = style.borderBottomWidth !== "0px" && style.borderBottomStyle !== "none" ? style.borderBottomColor : style.backgroundColor;
      if (style.appearance === "none" || isField) checkContrast("border", element, border, against, 3);
      const tick = getComputedStyle(element, "::before");
      if (tick.content !== "none") checkContrast("tick", element, tick.borderBlockStartWidth === "0px" ? tick.borderBottomColor : tick.borderTopColor, backgrounds(element, true), 3);
    }
    // The chosen layout is recognised by its ring.
    const ring = /^(rgba?\([^)]*\)|color\([^)]*\)|oklab\([^)]*\)|oklch\([^)]*\))/.exec(style.boxShadow)?.[0];
    if (element.matches(".ac-layouts label:has(:checked)") && style.outlineStyle === "none") checkContrast("ring", element, ring ?? "transparent", backgrounds(element, false), 3);
    if (element.matches("progress")) checkContrast("progress bar", element, style.color, backgrounds(element, true), 3);
    if (style.outlineStyle !== "none" && style.outlineWidth !== "0px" && !element.matches(".ac-card-provider-icon")) {
      checkContrast("focus ring", element, style.outlineColor, backgrounds(element, parseFloat(style.outlineOffset) < -1), 3);
    }
  }
  // Scripts cannot read the style of a visited link, so its rule is applied to the links.
  for (const root of roots) {
    const sheets = root instanceof ShadowRoot ? root.adoptedStyleSheets : [];
    for (const rule of sheets.flatMap((sheet) => [...sheet.cssRules])) {
      if (!(rule instanceof CSSStyleRule) || !rule.selectorText.includes(":visited")) continue;
      for (const link of root.querySelectorAll(/** @type {"a"} */ (rule.selectorText.replaceAll(":visited", "")))) {
        link.style.color = rule.style.color;
        checkContrast("visited link", link, getComputedStyle(link).color, backgrounds(link, true), 4.5);
        link.style.color = "";
      }
    }
  }
  return { faults: [...new Set(faults)], checked };
}

/**
 * Returns everything with too little contrast, and the number of things checked.
 * @param {Page} page
 * @param {string} [selector]
 */
export const contrastFaults = (page, selector = "article-cards") => page.evaluate(findContrastFaults, selector);

/**
 * Returns a function that forces pseudo-classes such as `hover` on every element that can have them.
 * @param {Page} page
 */
export async function forcePseudoStates(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  /** @type {{ nodeId: number, takesFocus: boolean }[]} */
  const nodes = [];
  /** @param {CdpNode} node */
  const collect = (node) => {
    const takesFocus = /^(a|button|input|select|summary)$/.test(node.localName);
    if (takesFocus || /^(label|li)$/.test(node.localName)) nodes.push({ nodeId: node.nodeId, takesFocus });
    for (const child of [...node.children ?? [], ...node.shadowRoots ?? []]) collect(child);
  };
  collect(root);
  /** @param {string[]} forcedPseudoClasses */
  return async (forcedPseudoClasses) => {
    // Fails for elements that have been removed since.
    await Promise.allSettled(nodes.map(({ nodeId, takesFocus }) => {
      const states = takesFocus ? forcedPseudoClasses : forcedPseudoClasses.filter((state) => state === "hover");
      return session.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses: states });
    }));
  };
}
