// Fetches the feeds while the module is still loading, so that neither waits for the other.
import { readAttribute } from "./attributes.js";
import { watchArrival } from "./feed-arrival.js";

/** @typedef {(prefetch: Prefetch, feed: import("./feed-arrival.js").ArrivedFeed | undefined) => void} OnArrival */

/**
 * A request, and the feed once all of it is there.
 * @typedef {object} Delivery
 * @property {Promise<Response>} response
 * @property {Promise<import("./feed-arrival.js").ArrivedFeed | undefined>} feed
 */

/** What is on its way, by credentials and URL: lists of a page that show the same feed share it. @type {Map<string, Delivery>} */
const underway = new Map();

/** Requests that start before the module can make them. */
export class Prefetch {
  #urls;
  #credentials;
  /** Those whose responses were not taken. @type {Map<string, { controller: AbortController, response: Promise<Response> }>} */
  #requests = new Map();

  /**
   * @param {string[]} urls
   * @param {RequestCredentials} credentials
   * @param {OnArrival} onArrival
   */
  constructor(urls, credentials, onArrival) {
    this.#urls = urls;
    this.#credentials = credentials;
    for (const url of urls) {
      const controller = new AbortController();
      const { response, feed } = deliver(url, credentials, controller.signal);
      this.#requests.set(url, { controller, response });
      void feed.then((feed) => onArrival(this, feed));
      // A failure is reported by the code that takes the response.
      response.catch(() => {});
    }
  }

  /**
   * Returns a response once, if the same request is wanted; otherwise aborts all.
   * @param {string} url
   * @param {string} credentials
   * @param {AbortSignal} signal
   */
  take(url, credentials, signal) {
    const request = this.#requests.get(url);
    if (!request || credentials !== this.#credentials) return this.abort();
    this.#requests.delete(url);
    signal.addEventListener("abort", () => request.controller.abort());
    return request.response;
  }

  /** Whether these are the feeds that an element shows. @param {Element} element */
  isOf(element) {
    return String(feedUrls(element)) === String(this.#urls) && readAttribute(element, "credentials") === this.#credentials;
  }

  /** Aborts the requests whose responses were not taken. */
  abort() {
    for (const { controller } of this.#requests.values()) controller.abort();
    this.#requests.clear();
  }
}

/**
 * @param {string} url
 * @param {RequestCredentials} credentials
 * @param {AbortSignal} signal
 * @returns {Delivery}
 */
function deliver(url, credentials, signal) {
  const request = () => fetch(url, { credentials, signal, priority: "high" });
  const key = `${credentials} ${url}`;
  const other = underway.get(key);
  if (other) {
    // A response that is being read can't be copied.
    const copy = other.response.then((response) => (response.body?.locked || response.bodyUsed ? request() : response.clone()));
    return { response: copy, feed: other.feed };
  }
  const response = request();
  const delivery = { response, feed: watchArrival(response) };
  underway.set(key, delivery);
  void delivery.feed.then(() => underway.delete(key));
  return delivery;
}

/**
 * Starts to fetch an element's feeds, if they will be needed at once.
 * @param {Element} element
 * @param {OnArrival} onArrival
 */
export function prefetchFeeds(element, onArrival) {
  if (readAttribute(element, "loading") === "lazy") return;
  try {
    const urls = feedUrls(element);
    if (urls.length) return new Prefetch(urls, readAttribute(element, "credentials"), onArrival);
  } catch {
    // A page may have replaced `fetch`; the module reports what fails.
  }
}

/** The URLs of an element's feeds, of those that can be fetched. @param {Element} element */
function feedUrls(element) {
  const src = readAttribute(element, "src");
  const urls = (src?.trim() || src)?.split(/\s+/).map(absolute);
  return [...new Set(urls)].filter((url) => /^https?:/.test(url));
}

/** @param {string} url */
function absolute(url) {
  try {
    return new URL(url, document.baseURI).href;
  } catch {
    // The module reports an invalid URL.
    return "";
  }
}
