// Where the labels of an annotated picture stand.

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {{ part: string, side?: "left" | "right", box: Box }} Found */
/** @typedef {{ part: string, side: "left" | "right", colour: string, y: number, at: { x: number, y: number } }} Label */

/** Dark enough for white words on them. */
const COLOURS = ["#b3123f", "#0a58ca", "#0b7038", "#8038d6", "#a34a00", "#00687d"];

/** From one label to the next. */
const STEP = 25;

/**
 * Labels beside the boxes, apart from each other, each with the point that it names.
 * @param {Found[]} found
 * @param {{ width: number, height: number }} picture
 * @returns {Label[]}
 */
export function place(found, { width, height }) {
  const sides = { left: /** @type {Found[]} */ ([]), right: /** @type {Found[]} */ ([]) };
  for (const one of found) {
    const middle = one.box.x + one.box.width / 2;
    sides[one.side ?? (middle <= width / 2 ? "left" : "right")].push(one);
  }
  return /** @type {const} */ (["left", "right"]).flatMap((side) => {
    const wanted = sides[side]
      .map((one) => ({ ...one, y: one.box.height > height * 0.4 ? one.box.y + 14 : one.box.y + one.box.height / 2 }))
      .sort((a, b) => a.y - b.y || a.box.x - b.box.x);
    const ys = spread(wanted.map(({ y }) => y), height);
    return wanted.map(({ part, box }, index) => {
      const y = ys[index] ?? 0;
      const inset = Math.min(4, box.height / 2);
      const at = { x: side === "left" ? box.x : box.x + box.width, y: Math.min(Math.max(y, box.y + inset), box.y + box.height - inset) };
      return { part, side, y, at, colour: COLOURS[(index + (side === "right" ? 3 : 0)) % COLOURS.length] ?? "" };
    });
  });
}

/**
 * Heights at least a step apart, as near to the wanted ones as that allows, within the picture if they fit.
 * @param {number[]} wanted ascending
 * @param {number} height
 */
function spread(wanted, height) {
  const ys = [...wanted];
  const [first, last] = [STEP / 2, Math.max(height - STEP / 2, STEP * (wanted.length - 0.5))];
  for (let turn = 0; turn < 200; turn++) {
    for (let at = 1; at < ys.length; at++) {
      const lack = STEP - ((ys[at] ?? 0) - (ys[at - 1] ?? 0));
      if (lack > 0) {
        ys[at] = (ys[at] ?? 0) + lack / 2;
        ys[at - 1] = (ys[at - 1] ?? 0) - lack / 2;
      }
    }
    for (let at = 0; at < ys.length; at++) {
      ys[at] = Math.min(Math.max(ys[at] ?? 0, first + at * STEP), last - (ys.length - 1 - at) * STEP);
    }
  }
  return ys;
}
