// The messages on screen in an element's language.
import { attempt } from "./attribute-types.js";
import { ATTRIBUTES, readAttribute } from "./attributes.js";
import { languages } from "./languages.js";

/** For how many milliseconds a first render waits for the messages, before it is English. */
const TIMEOUT = 500;

/** Loads the messages of one element's language. */
export class Translations {
  /** @type {string | undefined} */
  #language;
  /** Whether to render without waiting any longer. */
  #isSettled = true;
  /** The messages of the language's file; `undefined` is English. @type {object | undefined} */
  current;

  /**
   * Returns whether to render now. If not, `onSettled` is called once the messages are loaded, failed
   * to load, or take too long.
   * @param {string | undefined} language
   * @param {boolean} isRendered a list on screen keeps its messages until the new ones are loaded
   * @param {() => void} onSettled
   */
  load(language, isRendered, onSettled) {
    if (language === this.#language) return this.#isSettled;
    this.#language = language;
    this.#isSettled = true;
    const load = language && Object.hasOwn(languages, language) ? languages[language] : undefined;
    if (!load) {
      this.current = undefined;
      return true;
    }
    this.#isSettled = isRendered;
    const settle = () => {
      if (this.#language !== language) return;
      this.#isSettled = true;
      onSettled();
    };
    load().then(
      (file) => {
        if (this.#language === language) this.current = file.default;
        settle();
      },
      (cause) => {
        if (this.#language === language) this.current = undefined;
        console.warn(`article-cards: cannot load the messages of "${language}": ${cause}`);
        settle();
      },
    );
    if (!isRendered) setTimeout(() => this.#isSettled || settle(), TIMEOUT);
    return isRendered;
  }
}

/**
 * Returns the language, other than English, whose messages a locale needs. Chinese is simplified unless
 * the locale implies traditional characters: their readers get English rather than the wrong script.
 * @param {string} locale
 */
export function languageFor(locale) {
  const [language = "", ...subtags] = locale.toLowerCase().split(/[-_]/);
  if (language !== "zh") return Object.hasOwn(languages, language) ? language : undefined;
  // Subtags after a single letter are extensions.
  const end = subtags.findIndex((subtag) => subtag.length < 2);
  const script = subtags.slice(0, end < 0 ? undefined : end).find((subtag) => /^(han[st]|tw|hk|mo)$/.test(subtag));
  return !script || script === "hans" ? "zh-Hans" : undefined;
}

/**
 * Returns the language that the nearest `lang` attribute names, also from outside a shadow tree.
 * @param {Element} element
 * @returns {string | undefined}
 */
function nearestLanguage(element) {
  for (let current = /** @type {Element | null} */ (element); current; ) {
    const language = current.getAttribute("lang");
    if (language) return ATTRIBUTES.locale.parse(language) ?? undefined;
    // No `instanceof ShadowRoot`: a frame's document has classes of its own.
    current = current.parentElement ?? /** @type {Partial<ShadowRoot>} */ (current.getRootNode()).host ?? null;
  }
  return undefined;
}

/**
 * Returns the language of an element: that of its attribute `locale`, or else the page's.
 * @param {Element} element
 */
export function localeOf(element) {
  return readAttribute(element, "locale") ?? nearestLanguage(element);
}

/**
 * Returns the direction in which a language is written; `undefined` if it is unknown.
 * @param {string} locale
 */
export function directionOf(locale) {
  const script = attempt(() => new Intl.Locale(locale).maximize().script);
  return script && (/Adlm|Arab|Hebr|Mand|Nkoo|Rohg|Syrc|Thaa/.test(script) ? "rtl" : "ltr");
}

/**
 * Gives what is on screen the language of the attribute `locale`, and its direction, unless the element
 * names one: the page may have others.
 * @param {HTMLElement} host
 * @param {HTMLElement} element
 */
export function setLanguage(host, element) {
  const locale = readAttribute(element, "locale");
  const direction = (locale && !/^(ltr|rtl)$/.test(element.dir) && directionOf(locale)) || "";
  // Setting an attribute again is a change for those who observe it.
  if (!locale) host.removeAttribute("lang");
  else if (host.lang !== locale) host.lang = locale;
  if (host.dir !== direction) host.dir = direction;
}
