// The words of the language that an element speaks.
import { languages } from "./languages.js";

/** How long there are no words rather than English ones, in milliseconds. */
const MOMENT = 500;

export class Words {
  /** @type {string | undefined} */
  #language;
  /** Whether its words need not be waited for. */
  #isSettled = true;
  /** What the language's file has; nothing: English. @type {object | undefined} */
  current;

  /**
   * Whether the words of a language are there, or need not be waited for; if not, `settled` is
   * called once that is so.
   * @param {string | undefined} language
   * @param {boolean} isDrawn a list on screen keeps its words until the others come
   * @param {() => void} settled
   */
  speak(language, isDrawn, settled) {
    if (language === this.#language) return this.#isSettled;
    this.#language = language;
    this.#isSettled = true;
    const load = language && Object.hasOwn(languages, language) ? languages[language] : undefined;
    if (!load) {
      this.current = undefined;
      return true;
    }
    this.#isSettled = isDrawn;
    const settle = () => {
      if (this.#language !== language) return;
      this.#isSettled = true;
      settled();
    };
    load().then(
      (words) => {
        if (this.#language === language) this.current = words.default;
        settle();
      },
      (cause) => {
        if (this.#language === language) this.current = undefined;
        console.warn(`article-cards: the words of "${language}" could not be loaded: ${cause}`);
        settle();
      },
    );
    if (!isDrawn) setTimeout(() => this.#isSettled || settle(), MOMENT);
    return isDrawn;
  }
}
