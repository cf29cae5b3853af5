// Fetches the feed while the module is still loading, so that neither waits for the other.
import { readAttribute } from "./attributes.js";
import { watchArrival } from "./feed-arrival.js";

/** A request that starts before the module can make it. */
export class Prefetch {
  #controller = new AbortController();
  #url;
  #credentials;
  /** @type {Promise<Response> | undefined} */
  #response;

  /**
   * @param {string} url
   * @param {RequestCredentials} credentials
   */
  constructor(url, credentials) {
    this.#url = url;
    this.#credentials = credentials;
    this.#response = fetch(url, { credentials, signal: this.#controller.signal, priority: "high" });
    watchArrival(this.#response);
    // A failure is reported by the code that takes the response.
    this.#response.catch(() => {});
  }

  /**
   * Returns the response once, if the same request is wanted; otherwise aborts it.
   * @param {string} url
   * @param {string} credentials
   * @param {AbortSignal} signal
   */
  take(url, credentials, signal) {
    const response = this.#response;
    if (url !== this.#url || credentials !== this.#credentials) return this.abort();
    this.#response = undefined;
    signal.addEventListener("abort", () => this.#controller.abort());
    return response;
  }

  /** Aborts the request, unless its response was taken. */
  abort() {
    if (this.#response) this.#controller.abort();
    this.#response = undefined;
  }
}

/**
 * Starts to fetch an element's feed, if it will be needed at once.
 * @param {Element} element
 */
export function prefetchFeed(element) {
  const src = readAttribute(element, "src");
  if (src === null || readAttribute(element, "loading") === "lazy") return;
  try {
    const url = new URL(src, document.baseURI);
    if (/^https?:$/.test(url.protocol)) return new Prefetch(url.href, readAttribute(element, "credentials"));
  } catch {
    // The module reports an invalid URL.
  }
}
