// The layout of the labels around an annotated picture.

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {"left" | "right" | "top"} Side */
/** @typedef {{ part: string, side?: Side, below?: boolean, box: Box }} Part */
/** @typedef {{ part: string, side: Side, colour: string, x: number, y: number, at: { x: number, y: number } }} Label */

/** Dark enough for white text. */
const COLOURS = ["#b3123f", "#0a58ca", "#0b7038", "#8038d6", "#a34a00", "#00687d"];

/** The distance from one label to the next. */
export const STEP = 25;

/** The distance between labels and picture. */
const GAP = 10;

/**
 * Places a label for each part without overlaps; `at` is the point that its line leads to. `x` is the
 * inner edge of a label beside the picture, and the centre of one above it, where `y` is negative.
 * @param {Part[]} parts
 * @param {{ width: number, height: number }} picture
 * @returns {Label[]}
 */
export function placeLabels(parts, { width, height }) {
  const sides = { left: /** @type {Part[]} */ ([]), right: /** @type {Part[]} */ ([]), top: /** @type {Part[]} */ ([]) };
  for (const part of parts) {
    const middle = part.box.x + part.box.width / 2;
    sides[part.side ?? (middle <= width / 2 ? "left" : "right")].push(part);
  }
  const beside = /** @type {const} */ (["left", "right"]).flatMap((side) => {
    const preferred = sides[side]
      .map((part) => ({ ...part, y: preferredY(part, height) }))
      .sort((a, b) => a.y - b.y || a.box.x - b.box.x);
    const ys = spread(preferred.map(({ y }) => y), height);
    return preferred.map(({ part, box, below }, index) => {
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
 * Returns the height at which the label of a part should be.
 * @param {Part} part
 * @param {number} height
 */
function preferredY({ box, below }, height) {
  if (below) return box.y + box.height + 3;
  return box.height > height * 0.4 ? box.y + 14 : box.y + box.height / 2;
}

/**
 * Places labels above the picture, in as few rows as keep labels and lines apart.
 * @param {Part[]} parts
 * @returns {Label[]}
 */
function above(parts) {
  /** @type {{ row: number, x: number, half: number }[]} */
  const placed = [];
  return [...parts]
    .sort((a, b) => a.box.x + a.box.width / 2 - (b.box.x + b.box.width / 2))
    .map(({ part, box }, index) => {
      const x = box.x + box.width / 2;
      // Half the width of the label in the pictures' font.
      const half = part.length * 3.9 + 10;
      const overlaps = (/** @type {number} */ row) =>
        placed.some((other) => {
          const distance = Math.abs(other.x - x);
          return row === other.row ? distance < half + other.half : distance < (row > other.row ? other.half : half) + 3;
        });
      let row = 0;
      while (row < 9 && overlaps(row)) row += 1;
      placed.push({ row, x, half });
      return { part, side: "top", x, y: -GAP - STEP * (row + 0.5), at: { x, y: box.y }, colour: COLOURS[(index + 1) % COLOURS.length] ?? "" };
    });
}

/**
 * Moves heights at least a step apart, as little as possible, within the picture if they fit.
 * @param {number[]} preferred ascending
 * @param {number} height
 */
function spread(preferred, height) {
  const ys = [...preferred];
  const [first, last] = [STEP / 2, Math.max(height - STEP / 2, STEP * (preferred.length - 0.5))];
  for (let turn = 0; turn < 200; turn++) {
    for (let index = 1; index < ys.length; index++) {
      const missing = STEP - ((ys[index] ?? 0) - (ys[index - 1] ?? 0));
      if (missing > 0) {
        ys[index] = (ys[index] ?? 0) + missing / 2;
        ys[index - 1] = (ys[index - 1] ?? 0) - missing / 2;
      }
    }
    for (let index = 0; index < ys.length; index++) {
      ys[index] = Math.min(Math.max(ys[index] ?? 0, first + index * STEP), last - (ys.length - 1 - index) * STEP);
    }
  }
  return ys;
}
