// The state of a list, and changes to it that the module has not applied yet.
import { readAttribute } from "./attributes.js";

/** @typedef {import("./bindings.js").Bindings} Bindings */
/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./engine.js").State} State */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */

/**
 * Returns the next state; `widget` is there if a list is mounted.
 * @typedef {(state: Required<State>, widget?: Widget) => State} StateUpdate
 */

/** The attributes that the state starts from. */
const INITIAL = /** @type {const} */ (["query", "sort", "filter"]);

/** Collects what changes an element's state until its list can apply it. */
export class PendingState {
  #element;
  #getBindings;
  #getMapping;
  /** The initial attributes when last read; `undefined` before the first list. @type {Record<string, string> | undefined} */
  #initial;
  /** The props that the current list started with. @type {object | undefined} */
  #initialProps;
  /** @type {StateUpdate[]} */
  #updates = [];

  /**
   * @param {ArticleCardsElement} element
   * @param {() => Bindings | undefined} getBindings
   * @param {() => unknown} getMapping returns the element's mapping; of a preset what is loaded
   */
  constructor(element, getBindings, getMapping) {
    this.#element = element;
    this.#getBindings = getBindings;
    this.#getMapping = getMapping;
  }

  get isEmpty() {
    return !this.#updates.length;
  }

  /** Whether the current list has got its initial props. */
  get isStarted() {
    return Boolean(this.#initialProps);
  }

  /** @param {StateUpdate} update */
  push(update) {
    this.#updates.push(update);
  }

  /**
   * Returns a state with all pending updates applied.
   * @param {State | undefined} state
   * @param {Widget} [widget]
   */
  apply(state, widget) {
    return this.#updates.reduce((state, update) => complete(update(state, widget)), complete(state));
  }

  /**
   * Lets a mounted list apply the pending updates.
   * @param {Widget} widget
   */
  flush(widget) {
    if (this.isEmpty) return;
    const state = this.apply(widget.state(), widget);
    this.#updates = [];
    widget.setState(state);
  }

  /**
   * Returns the props that a list starts with: the initial attributes, and the state if something
   * changed it already. They stay the same until {@link stop}.
   * @param {Bindings} bindings
   */
  start(bindings) {
    return (this.#initialProps ??= this.#createInitialProps(bindings));
  }

  /** @param {Bindings} bindings */
  #createInitialProps(bindings) {
    const initial = (this.#initial = this.#readInitial());
    if (this.isEmpty) return initial;
    const state = this.apply(bindings.Widget.initialState({ ...initial, mapping: this.#getMapping() }));
    // The page's address would override the state: then it is set again once the list is mounted.
    if (readAttribute(this.#element, "urlState") === null) this.#updates = [];
    return { ...initial, state };
  }

  /**
   * Forgets the list. The next one continues with `state`, if it is passed.
   * @param {State} [state]
   */
  stop(state) {
    this.#initialProps = undefined;
    if (state && readAttribute(this.#element, "urlState") === null) this.#updates.unshift(() => state);
  }

  /** If an initial attribute changed, updates that part of the state and keeps the rest. */
  attributeChanged() {
    const before = this.#initial;
    if (!before) return;
    const after = this.#readInitial();
    if (INITIAL.every((name) => after[name] === before[name])) return;
    this.#initial = after;
    this.push((state, widget) => {
      const mapping = this.#getMapping();
      const changed = this.#getBindings()?.Widget.updatedState(state, { ...before, mapping }, { ...after, mapping }, Boolean(widget));
      return changed ?? { ...state, query: after.query ?? "", sort: after.sort ?? "" };
    });
  }

  /** @returns {Record<string, string>} */
  #readInitial() {
    const initial = Object.fromEntries(INITIAL.map((name) => [name, readAttribute(this.#element, name)]));
    // Unparsed, so that the module can warn of unknown keys.
    return { ...initial, sort: this.#element.getAttribute("sort") ?? "" };
  }
}

/**
 * Returns a state with defaults for what is absent.
 * @param {State | undefined} state
 * @returns {Required<State>}
 */
const complete = (state) => ({ query: "", sort: "", page: 1, filters: {}, ...state });

/**
 * Returns a deep copy of plain data; `undefined` for what can't be written as JSON.
 * @param {unknown} value
 */
export function clone(value) {
  try {
    return value === null ? undefined : JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/**
 * @param {unknown} one
 * @param {unknown} other
 */
export const isEqual = (one, other) => JSON.stringify(clone(one)) === JSON.stringify(clone(other));
