// A feed is asked for while the module is still on its way, so that neither waits for the other.
import { readAttribute } from "./attributes.js";

/** A request that was made before there was anybody to make it. */
export class Early {
  #controller = new AbortController();
  #url;
  #credentials;
  /** @type {Promise<Response> | undefined} */
  #answer;

  /**
   * @param {string} url
   * @param {RequestCredentials} credentials
   */
  constructor(url, credentials) {
    this.#url = url;
    this.#credentials = credentials;
    this.#answer = fetch(url, { credentials, signal: this.#controller.signal });
    // Whoever takes it hears of that.
    this.#answer.catch(() => {});
  }

  /**
   * The answer, if this is what is asked for, once.
   * @param {string} url
   * @param {string} credentials
   * @param {AbortSignal} signal
   */
  take(url, credentials, signal) {
    const answer = this.#answer;
    if (url !== this.#url || credentials !== this.#credentials) return this.drop();
    this.#answer = undefined;
    signal.addEventListener("abort", () => this.#controller.abort());
    return answer;
  }

  /** Nobody takes it any more. */
  drop() {
    if (this.#answer) this.#controller.abort();
    this.#answer = undefined;
  }
}

/**
 * Asks for the feed that an element is going to ask for, if that is known.
 * @param {Element} element
 */
export function askEarly(element) {
  const src = readAttribute(element, "src");
  if (src === null || readAttribute(element, "loading") === "lazy") return;
  try {
    const url = new URL(src, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return new Early(url.href, readAttribute(element, "credentials"));
  } catch {
    // What is no address is told of once the module is there.
  }
}
