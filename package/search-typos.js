// Words with typos: which words are within the allowed number of edits of another one.

/** The letters that may be missing from a word or replace one: those of its script. */
const ALPHABETS = [/[а-яё]/, /[α-ω]/].map((script) => ({ script, letters: charactersOf(script) }));
const LATIN = charactersOf(/[a-z0-9]/);

/** @param {RegExp} set */
function charactersOf(set) {
  const all = Array.from({ length: 0x500 }, (_, code) => String.fromCharCode(code));
  return all.filter((character) => set.test(character));
}

/**
 * Returns how many edits a word may have: inserted, deleted, replaced and exchanged letters.
 * @param {string} word folded
 */
export function allowedEdits(word) {
  const { length } = Array.from(word);
  // Signs after a word are control characters.
  if (length < 4 || /[\0-\x1F]/.test(word)) return 0;
  return length < 8 ? 1 : 2;
}

/**
 * Returns all words that are one edit away.
 * @param {string} word folded
 */
export function wordsWithOneEdit(word) {
  const letters = Array.from(word);
  const alphabet = ALPHABETS.find(({ script }) => script.test(word))?.letters ?? LATIN;
  /** @type {Set<string>} */
  const words = new Set();
  for (let at = 0; at <= letters.length; at++) {
    const [before, here, after] = [letters.slice(0, at).join(""), letters[at], letters.slice(at + 1).join("")];
    for (const letter of alphabet) words.add(before + letter + (here ?? "") + after);
    if (here === undefined) continue;
    for (const letter of alphabet) words.add(before + letter + after);
    words.add(before + after);
    if (letters[at + 1] !== undefined) words.add(before + letters[at + 1] + here + letters.slice(at + 2).join(""));
  }
  words.delete(word);
  return [...words];
}

/**
 * Returns the number of edits between two words (Damerau and Levenshtein).
 * @param {string} one
 * @param {string} other
 */
export function editDistance(one, other) {
  const [left, right] = [Array.from(one), Array.from(other)];
  /** @type {Map<string, number>} */
  const lastRow = new Map();
  const most = left.length + right.length;
  const rows = Array.from({ length: left.length + 2 }, () => new Array(right.length + 2).fill(most));
  for (let at = 0; at <= left.length; at++) rows[at + 1][1] = at;
  for (let at = 0; at <= right.length; at++) rows[1][at + 1] = at;
  for (let row = 1; row <= left.length; row++) {
    let lastColumn = 0;
    for (let column = 1; column <= right.length; column++) {
      const [swappedRow, swappedColumn] = [lastRow.get(right[column - 1]) ?? 0, lastColumn];
      const isEqual = left[row - 1] === right[column - 1];
      if (isEqual) lastColumn = column;
      const swap = rows[swappedRow][swappedColumn] + (row - swappedRow - 1) + 1 + (column - swappedColumn - 1);
      rows[row + 1][column + 1] = Math.min(rows[row][column] + (isEqual ? 0 : 1), rows[row + 1][column] + 1, rows[row][column + 1] + 1, swap);
    }
    lastRow.set(left[row - 1], row);
  }
  return rows[left.length + 1][right.length + 1];
}
