// Promises that resolve once an update is rendered.

/**
 * @typedef {object} Waiter
 * @property {number} revision
 * @property {(loading: string | undefined) => boolean} until
 * @property {() => void} resolve
 */

/** Numbers the updates of one element, and keeps track of those that are rendered. */
export class UpdateTracker {
  /** The revision that was passed to the module last. */
  latest = 0;
  #rendered = 0;
  /** @type {Waiter[]} */
  #waiters = [];

  /**
   * Resolves once a revision is rendered and `until` accepts what is still being loaded.
   * @param {number} revision
   * @param {(loading: string | undefined) => boolean} until
   * @param {string | undefined} loading what is being loaded now
   * @returns {Promise<void>}
   */
  whenRendered(revision, until, loading) {
    if (this.#rendered >= revision && until(loading)) return Promise.resolve();
    return new Promise((resolve) => this.#waiters.push({ revision, until, resolve }));
  }

  /**
   * Records a rendered revision, and resolves what waited for it.
   * @param {number} revision
   * @param {string | undefined} loading
   */
  rendered(revision, loading) {
    // A render may be reported late, after a newer one.
    this.#rendered = Math.max(this.#rendered, revision);
    this.#resolve((waiter) => waiter.revision <= revision && waiter.until(loading));
  }

  /** Resolves everything: no further update will be rendered. */
  stop() {
    this.#resolve(() => true);
  }

  /** @param {(waiter: Waiter) => boolean} isDone */
  #resolve(isDone) {
    const all = this.#waiters;
    const done = all.filter(isDone);
    this.#waiters = all.filter((waiter) => !done.includes(waiter));
    for (const waiter of done) waiter.resolve();
  }
}
