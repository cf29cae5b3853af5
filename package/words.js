// The words of the language that an element speaks.
import { languages } from "./languages.js";

/** How long there are no words rather than English ones, in milliseconds. */
const MOMENT = 500;

export class Words {
  /** @type {string | undefined} */
  #language;
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
    if (language === this.#language) return true;
    this.#language = language;
    const load = language && Object.hasOwn(languages, language) ? languages[language] : undefined;
    if (!load) {
      this.current = undefined;
      return true;
    }
    let isSettled = isDrawn;
    const settle = () => {
      isSettled = true;
      settled();
    };
    load().then(
      (words) => {
        if (this.#language !== language) return;
        this.current = words.default;
        settle();
      },
      (cause) => {
        console.warn(`article-cards: the words of "${language}" could not be loaded: ${cause}`);
        settle();
      },
    );
    if (!isDrawn) setTimeout(() => isSettled || settle(), MOMENT);
    return isDrawn;
  }
}
