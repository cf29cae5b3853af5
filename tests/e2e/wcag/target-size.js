// Finds pointer targets that are too small.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Finds targets below 24 by 24 pixels without enough space around them, as 2.5.8 defines it. Hit tests
 * of single points find the real extent of a target.
 * @param {string} selector
 */
function findSmallTargets(selector) {
  const SIZE = 24;
  /** @type {string[]} */
  const faults = [];
  let checked = 0;
  for (const host of document.querySelectorAll(selector)) {
    const root = host.shadowRoot;
    if (!root) continue;
    const within = root.querySelector("dialog[open]") ?? root;
    const targets = [...within.querySelectorAll("button, a[href], input, select, summary")].filter((target) =>
      target.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
      && !target.matches(".ac-x-skip:not(:focus)"));
    /** The box of the whole clickable area. @param {Element} target */
    const box = (target) => {
      const whole = target.matches("[type=checkbox]") ? "label" : target.matches(".ac-card-link") ? ".ac-card" : "*";
      return (target.closest(whole) ?? target).getBoundingClientRect();
    };
    /** The target at a point. @param {number} x @param {number} y */
    const targetAt = (x, y) => {
      const element = root.elementFromPoint(x, y);
      return element?.closest("button, a[href], input, select, summary") ?? element?.closest("label")?.control ?? null;
    };
    for (const target of targets) {
      checked++;
      target.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = box(target);
      const [x, y] = [left + width / 2, top + height / 2];
      const steps = [-SIZE / 2 + 0.6, -SIZE / 4, 0, SIZE / 4, SIZE / 2 - 0.6];
      /** Returns whether a whole square belongs to the target. @param {number} x @param {number} y */
      const isUncovered = (x, y) => steps.every((dx) => steps.every((dy) => targetAt(x + dx, y + dy) === target));
      // Other targets may cover the centre, as on a card; then any square will do.
      let isLarge = isUncovered(x, y);
      for (let row = top + SIZE / 2; !isLarge && row <= top + height - SIZE / 2; row += SIZE / 3) {
        for (let column = left + SIZE / 2; !isLarge && column <= left + width - SIZE / 2; column += SIZE / 3) isLarge = isUncovered(column, row);
      }
      if (isLarge) continue;
      const isCrowded = targets.some((other) => {
        if (other === target || other.contains(target) || target.contains(other)) return false;
        const otherBox = box(other);
        const isCard = other.matches(".ac-card-link");
        const [dx, dy] = [Math.max(otherBox.left - x, 0, x - otherBox.right), Math.max(otherBox.top - y, 0, y - otherBox.bottom)];
        return !isCard && Math.hypot(dx, dy) < SIZE / 2;
      });
      if (isCrowded) faults.push(`${host.id} ${target.localName}.${target.className} “${(target.textContent ?? "").trim().slice(0, 24)}”: ${width.toFixed(1)} by ${height.toFixed(1)}`);
    }
  }
  return { faults, checked };
}

/**
 * Returns the targets that are too small, and the number of targets checked.
 * @param {Page} page
 * @param {string} [selector]
 */
export const smallTargets = (page, selector = "article-cards") => page.evaluate(findSmallTargets, selector);
