// Who waits for what to be drawn.

/**
 * @typedef {object} Waiter
 * @property {number} revision
 * @property {(waiting: string | undefined) => boolean} until
 * @property {() => void} done
 */

/** The drawings of one element, each with a number of what is handed on for it. */
export class Drawings {
  /** What was handed on last. */
  asked = 0;
  /** Up to where that is drawn. */
  #drawn = 0;
  /** @type {Waiter[]} */
  #waiters = [];

  /**
   * Once a drawing is there, and nothing is on its way that is waited for.
   * @param {number} revision
   * @param {(waiting: string | undefined) => boolean} until
   * @param {string | undefined} waiting what is on its way now
   * @returns {Promise<void>}
   */
  when(revision, until, waiting) {
    if (this.#drawn >= revision && until(waiting)) return Promise.resolve();
    return new Promise((done) => this.#waiters.push({ revision, until, done }));
  }

  /**
   * @param {number} revision
   * @param {string | undefined} waiting
   */
  done(revision, waiting) {
    this.#drawn = revision;
    this.#wake((waiter) => waiter.revision <= revision && waiter.until(waiting));
  }

  /** There is nothing to wait for any more. */
  end() {
    this.#wake(() => true);
  }

  /** @param {(waiter: Waiter) => boolean} isDone */
  #wake(isDone) {
    const all = this.#waiters;
    const done = all.filter(isDone);
    this.#waiters = all.filter((waiter) => !done.includes(waiter));
    for (const waiter of done) waiter.done();
  }
}
