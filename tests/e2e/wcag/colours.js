// The colours that are really painted, and how they stand out from each other.

/** @typedef {import("@playwright/test").Page} Page */
/** @typedef {{ nodeId: number, localName: string, children?: Drawn[], shadowRoots?: Drawn[] }} Drawn */

/**
 * What stands out too little from its ground, by WCAG's formula: texts, and what is not text but must be seen.
 * Runs in the page, and paints with a canvas, which knows every notation of colours and how they cover each other.
 * @param {{ selector: string }} what
 */
function inPage({ selector }) {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!canvas) throw new Error("there is no canvas");
  /** @typedef {[number, number, number]} Colour */

  /** One colour over the other. @param {Colour | string} ground @param {...string} over @returns {Colour} */
  const painted = (ground, ...over) => {
    canvas.globalAlpha = 1;
    for (const colour of [typeof ground === "string" ? ground : `rgb(${ground.join()})`, ...over]) {
      canvas.fillStyle = "#000";
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
    }
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue];
  };
  /** @param {Colour} colour */
  const light = (colour) => {
    const [red, green, blue] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  };
  /** @param {Colour} one @param {Colour} other */
  const ratio = (one, other) => {
    const [dark = 0, bright = 0] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  /** As it is drawn, shadow roots and slots included. @param {Element} element */
  const around = (element) => {
    const at = element.assignedSlot ?? element.parentNode;
    return at instanceof ShadowRoot ? at.host : at instanceof Element ? at : null;
  };
  const page = matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#ffffff";

  /** What is behind an element, or behind what it holds. @param {Element} element @param {boolean} own @returns {Colour[]} */
  const grounds = (element, own) => {
    /** @type {string[]} */
    const layers = [];
    let under = [page];
    for (let at = own ? element : around(element); at; at = around(at)) {
      const style = getComputedStyle(at);
      layers.unshift(style.backgroundColor);
      if (at.matches("dialog")) break;
      // A sign on a picture: nobody knows the picture.
      if (at.matches(".ac-card-type") && style.position === "absolute") {
        under = ["#fff", "#000"];
        break;
      }
    }
    return under.map((ground) => painted(ground, ...layers));
  };
  /** @param {Element} element */
  const isSeen = (element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true })) return false;
    if (element.closest(".ac-x-vh, .ac-live, .ac-x-skip:not(:focus), [aria-disabled=true], svg svg")) return false;
    const box = element.getBoundingClientRect();
    return box.width > 2 && box.height > 2;
  };

  /** @type {string[]} */
  const faults = [];
  let looked = 0;
  /** @param {string} what @param {Element} element @param {string} colour @param {Colour[]} behind @param {number} least */
  const hold = (what, element, colour, behind, least) => {
    looked++;
    for (const ground of behind) {
      const found = ratio(painted(ground, colour), ground);
      if (found >= least) continue;
      const list = /** @type {ShadowRoot | Document} */ (element.getRootNode());
      const name = `${list instanceof ShadowRoot ? list.host.id : ""} ${element.localName}.${element.getAttribute("class") ?? ""}`;
      faults.push(`${name} “${(element.textContent ?? "").trim().slice(0, 20)}”: ${what} ${painted(ground, colour).join()} on ${ground.join()} is ${found.toFixed(2)}, needs ${least}`);
    }
  };

  const roots = [...document.querySelectorAll(selector)].map((host) => host.shadowRoot ?? host);
  for (const element of roots.flatMap((root) => [...root.querySelectorAll("*")])) {
    if (!isSeen(element)) continue;
    const style = getComputedStyle(element);
    const isField = element.matches("input:not([type=checkbox]), select");
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (hasText || isField) {
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
      hold("text", element, style.color, grounds(element, true), isLarge ? 3 : 4.5);
    }
    if (element.matches("input[type=search]")) hold("placeholder", element, getComputedStyle(element, "::placeholder").color, grounds(element, true), 4.5);
    if (element.matches("svg.ac-x-icon")) hold("icon", element, style.stroke === "none" ? style.fill : style.stroke, grounds(element, true), 3);
    // What has no words of its own is known by its edge, or by its own ground.
    if (isField || element.matches("input[type=checkbox]")) {
      const ground = grounds(element, false);
      const edge = style.borderBottomWidth !== "0px" && style.borderBottomStyle !== "none" ? style.borderBottomColor : style.backgroundColor;
      if (style.appearance === "none" || isField) hold("edge", element, edge, ground, 3);
      const sign = getComputedStyle(element, "::before");
      if (sign.content !== "none") hold("tick", element, sign.borderBlockStartWidth === "0px" ? sign.borderBottomColor : sign.borderTopColor, grounds(element, true), 3);
    }
    if (element.matches("progress")) hold("bar", element, style.color, grounds(element, true), 3);
    if (style.outlineStyle !== "none" && style.outlineWidth !== "0px" && !element.matches(".ac-card-provider-icon")) {
      hold("focus ring", element, style.outlineColor, grounds(element, parseFloat(style.outlineOffset) < -1), 3);
    }
  }
  // What a link looks like once it was followed is told to no script, but by its rule.
  for (const root of roots) {
    const sheets = root instanceof ShadowRoot ? root.adoptedStyleSheets : [];
    for (const rule of sheets.flatMap((sheet) => [...sheet.cssRules])) {
      if (!(rule instanceof CSSStyleRule) || !rule.selectorText.includes(":visited")) continue;
      for (const link of root.querySelectorAll(/** @type {"a"} */ (rule.selectorText.replaceAll(":visited", "")))) {
        link.style.color = rule.style.color;
        hold("followed link", link, getComputedStyle(link).color, grounds(link, true), 4.5);
        link.style.color = "";
      }
    }
  }
  return { faults: [...new Set(faults)], looked };
}

/**
 * What stands out too little, and how much was looked at.
 * @param {Page} page
 * @param {string} [selector]
 */
export const colours = (page, selector = "article-cards") => page.evaluate(inPage, { selector });

/**
 * Makes of everything that can be in them what looks as if it were in these states.
 * @param {Page} page
 */
export async function forcing(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  /** @type {{ nodeId: number, takesFocus: boolean }[]} */
  const nodes = [];
  /** @param {Drawn} node */
  const gather = (node) => {
    const takesFocus = /^(a|button|input|select|summary)$/.test(node.localName);
    if (takesFocus || /^(label|li)$/.test(node.localName)) nodes.push({ nodeId: node.nodeId, takesFocus });
    for (const child of [...node.children ?? [], ...node.shadowRoots ?? []]) gather(child);
  };
  gather(root);
  /** @param {string[]} forcedPseudoClasses */
  return async (forcedPseudoClasses) => {
    // What has left the page since is in no state any more.
    await Promise.allSettled(nodes.map(({ nodeId, takesFocus }) => {
      const states = takesFocus ? forcedPseudoClasses : forcedPseudoClasses.filter((state) => state === "hover");
      return session.send("CSS.forcePseudoState", { nodeId, forcedPseudoClasses: states });
    }));
  };
}
