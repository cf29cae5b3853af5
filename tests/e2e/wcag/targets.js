// Whether all that is pressed is large enough to be hit.

/** @typedef {import("@playwright/test").Page} Page */

/**
 * Targets under 24 by 24 pixels whose place is not free either: 2.5.8 as it is written. A target is what answers
 * there, whatever its box, so it is asked for point by point.
 * @param {string} selector
 */
function inPage(selector) {
  const SIZE = 24;
  /** @type {string[]} */
  const faults = [];
  let looked = 0;
  for (const host of document.querySelectorAll(selector)) {
    const root = host.shadowRoot;
    if (!root) continue;
    const within = root.querySelector("dialog[open]") ?? root;
    const targets = [...within.querySelectorAll("button, a[href], input, select, summary")].filter((target) =>
      target.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
      && !target.matches(".ac-x-skip:not(:focus)"));
    /** The box that is pressed. @param {Element} target */
    const box = (target) => {
      const whole = target.matches("[type=checkbox]") ? "label" : target.matches(".ac-card-link") ? ".ac-card" : "*";
      return (target.closest(whole) ?? target).getBoundingClientRect();
    };
    /** What a press at this point would be for. @param {number} x @param {number} y */
    const at = (x, y) => {
      const element = root.elementFromPoint(x, y);
      return element?.closest("button, a[href], input, select, summary") ?? element?.closest("label")?.control ?? null;
    };
    for (const target of targets) {
      looked++;
      target.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = box(target);
      const [x, y] = [left + width / 2, top + height / 2];
      const steps = [-SIZE / 2 + 0.6, -SIZE / 4, 0, SIZE / 4, SIZE / 2 - 0.6];
      /** Whether all of a square is the target's. @param {number} x @param {number} y */
      const isFree = (x, y) => steps.every((across) => steps.every((down) => at(x + across, y + down) === target));
      // Its middle may be covered by other targets, as that of a card is: then any square will do.
      let isLarge = isFree(x, y);
      for (let down = top + SIZE / 2; !isLarge && down <= top + height - SIZE / 2; down += SIZE / 3) {
        for (let across = left + SIZE / 2; !isLarge && across <= left + width - SIZE / 2; across += SIZE / 3) isLarge = isFree(across, down);
      }
      if (isLarge) continue;
      const isCrowded = targets.some((other) => {
        if (other === target || other.contains(target) || target.contains(other)) return false;
        const room = box(other);
        const isCard = other.matches(".ac-card-link");
        const [across, down] = [Math.max(room.left - x, 0, x - room.right), Math.max(room.top - y, 0, y - room.bottom)];
        return !isCard && Math.hypot(across, down) < SIZE / 2;
      });
      if (isCrowded) faults.push(`${host.id} ${target.localName}.${target.className} “${(target.textContent ?? "").trim().slice(0, 24)}”: ${width.toFixed(1)} by ${height.toFixed(1)}`);
    }
  }
  return { faults, looked };
}

/**
 * Targets that are too small, and how many were looked at.
 * @param {Page} page
 * @param {string} [selector]
 */
export const smallTargets = (page, selector = "article-cards") => page.evaluate(inPage, selector);
