// Splits a search text into terms, and folds their words as those of articles are folded.

/**
 * A word of a term. A run is of a script without spaces, or of symbols, and matches within others.
 * @typedef {{ folded: string, isRun: boolean }} TermWord
 */

/**
 * A piece of the search text: its words must be next to each other.
 * @typedef {{ words: TermWord[], isSymbols: boolean, isQuoted: boolean, isExcluded: boolean }} Term
 */

/** More than anybody types, but an address may have more. */
const MAX_TERMS = 1_000;

const QUOTE = /["“”„]/;
const RUN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々〆]/u;
const NUMBER = /\p{Nd}/u;
const LETTER = /[\p{Alphabetic}\p{N}]/u;
const CONNECTOR = /\p{Pc}/u;
const MARK = /(?!\u200B)[\p{M}\p{Cf}]/u;
const BETWEEN_LETTERS = /[:·.'’‘․‧∶]/;
const BETWEEN_NUMBERS = /[,;.'’‘․]/;

/** What stays apart when a letter is decomposed. @type {Record<string, string>} */
const LETTERS = {
  "’": "'", ß: "ss", ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", þ: "th", ı: "i", ς: "σ", ſ: "s",
  أ: "ا", إ: "ا", آ: "ا", ٱ: "ا", ؤ: "و", ئ: "ي",
};
const APART = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** Marks of Latin, Greek, Cyrillic, Hebrew and Arabic. */
const DROPPED =
  /[\u0300-\u036F\u0483-\u0489\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\u2DE0-\u2DFF\uA66F-\uA672\uA674-\uA67D\uA69E\uA69F\uFE20-\uFE2F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\uFB1E\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED]/g;

/**
 * Folds a word: without accents, in lower case.
 * @param {string} word
 */
export function fold(word) {
  const decomposed = word.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFKD").toLowerCase();
  return decomposed.replace(DROPPED, "").replace(APART, (letter) => LETTERS[letter]);
}

/**
 * Parses a search text.
 * @param {string} text
 */
export function parseTerms(text) {
  /** @type {Term[]} */
  const terms = [];
  let rest = text.trimStart();
  while (rest && terms.length < MAX_TERMS) {
    const piece = rest.replace(/^-+/, "");
    const isExcluded = piece.length < rest.length;
    const isQuoted = QUOTE.test(piece.charAt(0));
    const start = isQuoted ? 1 : 0;
    const length = piece.slice(start).search(isQuoted ? QUOTE : /[\s"“”„]/);
    const end = length < 0 ? piece.length : start + length;
    rest = piece.slice(isQuoted ? end + 1 : end).trimStart();
    const words = splitWords(piece.slice(start, end));
    const symbols = words.length ? [] : splitSymbols(piece.slice(start, end));
    const isSymbols = symbols.length > 0;
    if (words.length || isSymbols) terms.push({ words: isSymbols ? symbols : words, isSymbols, isQuoted, isExcluded });
  }
  return terms;
}

/**
 * Splits a text into words, by the main rules of UAX #29.
 * @param {string} text
 */
export function splitWords(text) {
  /** @type {TermWord[]} */
  const words = [];
  const characters = Array.from(text);
  let at = 0;
  while (at < characters.length) {
    const isRun = RUN.test(characters[at]);
    const end = isRun ? endOfRun(characters, at) : endOfWord(characters, at);
    const own = characters.slice(at, end).join("");
    at = Math.max(end, at + 1);
    if (!isRun && !LETTER.test(own)) continue;
    let folded = fold(own);
    while (!isRun && /[+#]/.test(characters[at] ?? "") && !/\p{M}/u.test(characters[at + 1] ?? "")) {
      folded += sign(characters[at++]);
    }
    if (folded) words.push({ folded, isRun });
  }
  return words;
}

/** Returns what a sign after a word, as in `C++`, is folded to. @param {string} character */
const sign = (character) => String.fromCharCode(character.charCodeAt(0) - 0x22);

/**
 * Returns where the marks after a character end.
 * @param {string[]} characters
 * @param {number} at
 */
function afterMarks(characters, at) {
  let end = at + 1;
  while (MARK.test(characters[end] ?? "")) end++;
  return end;
}

/**
 * @param {string[]} characters
 * @param {number} start
 */
function endOfRun(characters, start) {
  let end = start;
  while (RUN.test(characters[end] ?? "")) end = afterMarks(characters, end);
  return end;
}

/**
 * Returns where the word ends that starts here; `start` if none does.
 * @param {string[]} characters
 * @param {number} start
 */
function endOfWord(characters, start) {
  let end = start;
  let before = "";
  for (;;) {
    const [here, next] = [characters[end] ?? "", afterMarks(characters, end)];
    const isPart = (LETTER.test(here) || CONNECTOR.test(here)) && !RUN.test(here);
    const after = characters[next] ?? "";
    const joinsNumbers = NUMBER.test(before) && NUMBER.test(after) && BETWEEN_NUMBERS.test(here);
    const joinsLetters = isLetter(before) && isLetter(after) && BETWEEN_LETTERS.test(here);
    if (!isPart && !joinsNumbers && !joinsLetters) return end;
    before = isPart ? here : before;
    end = next;
  }
}

/** @param {string} character */
const isLetter = (character) => LETTER.test(character) && !NUMBER.test(character) && !RUN.test(character);

/**
 * Returns the first symbols of a text without a word. An emoji is the same with and without the
 * character after it that selects its color.
 * @param {string} text
 * @returns {TermWord[]}
 */
function splitSymbols(text) {
  const [symbols] = text.replace(/\uFE0F+$/, "").split(/[\p{Alphabetic}\p{N} ]+/u).filter(Boolean);
  return symbols ? [{ folded: symbols, isRun: true }] : [];
}
