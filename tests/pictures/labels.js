// Where the labels of an annotated picture stand.

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {"left" | "right" | "top"} Side */
/** @typedef {{ part: string, side?: Side, below?: boolean, box: Box }} Found */
/** @typedef {{ part: string, side: Side, colour: string, x: number, y: number, at: { x: number, y: number } }} Label */

/** Dark enough for white words on them. */
const COLOURS = ["#b3123f", "#0a58ca", "#0b7038", "#8038d6", "#a34a00", "#00687d"];

/** From one label to the next. */
export const STEP = 25;

/** Between labels and picture. */
const GAP = 10;

/**
 * Labels around the boxes, apart from each other, each with the point that it names. Those beside
 * the picture have the edge towards it as `x`, those above it their middle; above is less than 0.
 * @param {Found[]} found
 * @param {{ width: number, height: number }} picture
 * @returns {Label[]}
 */
export function place(found, { width, height }) {
  const sides = { left: /** @type {Found[]} */ ([]), right: /** @type {Found[]} */ ([]), top: /** @type {Found[]} */ ([]) };
  for (const one of found) {
    const middle = one.box.x + one.box.width / 2;
    sides[one.side ?? (middle <= width / 2 ? "left" : "right")].push(one);
  }
  const beside = /** @type {const} */ (["left", "right"]).flatMap((side) => {
    const wanted = sides[side]
      .map((one) => ({ ...one, y: wantedHeight(one, height) }))
      .sort((a, b) => a.y - b.y || a.box.x - b.box.x);
    const ys = spread(wanted.map(({ y }) => y), height);
    return wanted.map(({ part, box, below }, index) => {
      const y = ys[index] ?? 0;
      const x = side === "left" ? -GAP : width + GAP;
      const colour = COLOURS[(index + (side === "right" ? 3 : 0)) % COLOURS.length] ?? "";
      if (below) return { part, side, x, y, colour, at: { x: side === "left" ? box.x + 8 : box.x + box.width - 8, y: box.y + box.height } };
      const inset = Math.min(4, box.height / 2);
      const at = { x: side === "left" ? box.x : box.x + box.width, y: Math.min(Math.max(y, box.y + inset), box.y + box.height - inset) };
      return { part, side, x, y, at, colour };
    });
  });
  return [...beside, ...above(sides.top)];
}

/**
 * @param {Found} found
 * @param {number} height
 */
function wantedHeight({ box, below }, height) {
  if (below) return box.y + box.height + 3;
  return box.height > height * 0.4 ? box.y + 14 : box.y + box.height / 2;
}

/**
 * Labels above the picture, in as few rows as keep them and their lines apart.
 * @param {Found[]} found
 * @returns {Label[]}
 */
function above(found) {
  /** @type {{ row: number, x: number, half: number }[]} */
  const placed = [];
  return [...found]
    .sort((a, b) => a.box.x + a.box.width / 2 - (b.box.x + b.box.width / 2))
    .map(({ part, box }, index) => {
      const x = box.x + box.width / 2;
      // As wide as the words are in the pictures' font.
      const half = part.length * 3.9 + 10;
      const meets = (/** @type {number} */ row) =>
        placed.some((other) => {
          const apart = Math.abs(other.x - x);
          return row === other.row ? apart < half + other.half : apart < (row > other.row ? other.half : half) + 3;
        });
      let row = 0;
      while (row < 9 && meets(row)) row += 1;
      placed.push({ row, x, half });
      return { part, side: "top", x, y: -GAP - STEP * (row + 0.5), at: { x, y: box.y }, colour: COLOURS[(index + 1) % COLOURS.length] ?? "" };
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
