// Mounts the module's list into an element, updates it, and unmounts it.
import { acquireRoot, releaseRoot } from "./root-pool.js";
import { PendingState } from "./state.js";
import { UpdateTracker } from "./update-tracker.js";
import { widgetModule } from "./widget-module.js";

/** @typedef {import("./bindings.js").Bindings} Bindings */
/** @typedef {import("./bindings.js").ListEvents} ListEvents */
/** @typedef {import("./bindings.js").Widget} Widget */
/** @typedef {import("./index.js").ArticleCardsElement} ArticleCardsElement */
/** @typedef {import("./index.js").Status} Status */
/** @typedef {import("./root-pool.js").Root} Root */

/**
 * What the element does at each step.
 * @typedef {object} Hooks
 * @property {() => void} willMount called before the module is loaded
 * @property {() => unknown} mapping returns the element's mapping; of a preset what is loaded
 * @property {(isFirst: boolean) => object | undefined} props
 *   returns what to render the list with; `undefined`: the element requests another update later
 * @property {(host: HTMLElement) => void} didMount receives the list's element, which is still empty
 * @property {(article: import("./index.js").Article) => string | undefined} ownCard makes the page's own card of an article, if there is one, and returns its slot
 * @property {(host: HTMLElement, widget: Widget, report: () => void) => void} didRender calls `report` once the list is on screen
 * @property {() => void} willUnmount
 * @property {(status: Status) => void} didChangeStatus
 */

/** How often a crashed list starts again, with a new instance of the module. */
const RESTARTS = 1;

/** The list of one element. */
export class ListController {
  #element;
  #hooks;
  #isConnected = false;
  #isUpdatePending = false;
  /** Whether something was set that the module does not know yet. */
  #hasChanges = false;
  #updates = new UpdateTracker();
  /** The module's instance that is being loaded or used. @type {Promise<unknown> | undefined} */
  #instance;
  /** @type {Root | undefined} */
  #root;
  #crashes = 0;
  #pendingState;
  /** Calls to make once the list is mounted. @type {((widget: Widget) => void)[]} */
  #commands = [];
  /** Events to emit once what they report is rendered. @type {(() => void)[]} */
  #queuedEvents = [];
  /** What was read from the module since the last render. @type {Record<string, unknown>} */
  #cache = {};

  /**
   * @param {ArticleCardsElement} element
   * @param {Hooks} hooks
   */
  constructor(element, hooks) {
    this.#element = element;
    this.#hooks = hooks;
    this.#pendingState = new PendingState(element, () => this.#root?.instance.bindings, hooks.mapping);
  }

  /** The list, unless its module crashed. @returns {Widget | undefined} */
  get widget() {
    return this.#root?.instance.crashed ? undefined : this.#root?.widget;
  }

  connect() {
    this.#isConnected = true;
    this.requestUpdate();
  }

  disconnect() {
    this.#isConnected = false;
    // An element that is only moved is connected again by then.
    queueMicrotask(() => this.#isConnected || this.#reset(this.widget?.state()));
  }

  /** Schedules one update for everything that is set in this task. */
  requestUpdate() {
    this.#hasChanges = true;
    if (this.#isUpdatePending || !this.#isConnected) return;
    this.#isUpdatePending = true;
    queueMicrotask(() => {
      this.#isUpdatePending = false;
      if (this.#isConnected) this.#performUpdate();
    });
  }

  #performUpdate() {
    const root = this.#root;
    if (!root) {
      const { src, items, engine } = this.#element;
      const hasSource = src !== null || items !== undefined || typeof engine === "object";
      this.#hooks.didChangeStatus(hasSource ? "loading" : "idle");
      this.#mount();
      return;
    }
    const { instance, widget } = root;
    if (instance.crashed) return;
    const props = this.#hooks.props(!this.#pendingState.isStarted);
    if (!props) return;
    const initialProps = this.#pendingState.start(instance.bindings);
    this.#hasChanges = false;
    this.#updates.latest += 1;
    widget.render({ ...props, ...initialProps }, this.#updates.latest);
    // On its first render the list is mounted later; the rest then follows.
    if (!widget.isMounted()) return;
    const commands = this.#commands;
    this.#commands = [];
    this.#pendingState.flush(widget);
    for (const command of commands) command(widget);
  }

  /** Waits for the module, and renders. */
  #mount() {
    if (this.#instance) return;
    this.#hooks.willMount();
    const promise = (this.#instance = this.#crashes ? widgetModule.createInstance() : widgetModule.sharedInstance());
    promise.then(
      (instance) => {
        // The element may have left the page, and may be waiting for another instance by now.
        if (this.#instance !== promise || !this.#isConnected) return;
        this.#root = acquireRoot(instance, this.#createSink());
        instance.onCrash.add(this.#onCrash);
        this.#hooks.didMount(this.#root.host);
        this.#performUpdate();
      },
      (cause) => {
        if (this.#instance !== promise) return;
        this.#reset();
        this.#fail(String(cause?.message ?? cause), true);
      },
    );
  }

  /**
   * Unmounts the list. A later one continues with this state.
   * @param {import("./engine.js").State} [state]
   */
  #reset(state) {
    this.#hooks.willUnmount();
    if (this.#root) {
      this.#root.instance.onCrash.delete(this.#onCrash);
      releaseRoot(this.#root);
    }
    this.#root = this.#instance = undefined;
    this.#pendingState.stop(state);
    this.#cache = {};
    this.#queuedEvents = [];
    this.#updates.stop();
  }

  /** @param {unknown} cause */
  #onCrash = (cause) => {
    if (!this.#root) return;
    this.#reset();
    this.#crashes += 1;
    const restarts = this.#crashes <= RESTARTS;
    this.#fail(`the widget crashed: ${cause}`, restarts);
    if (restarts) this.requestUpdate();
  };

  /**
   * Reports that the list can't run; the author's content is shown in its place.
   * @param {string} message
   * @param {boolean} retryable
   */
  #fail(message, retryable) {
    this.#hasChanges = false;
    this.#hooks.didChangeStatus("error");
    this.emit("ac-error", { kind: "wasm", message, url: null, retryable });
    this.#updates.stop();
  }

  /** Returns what receives the module's events. @returns {ListEvents} */
  #createSink() {
    return {
      emit: (type, detail) => {
        this.#queuedEvents.push(() => this.emit(type, detail));
        // A failure in the background renders nothing by itself.
        if (type === "ac-error") this.requestUpdate();
      },
      cardClick: (detail, click) => {
        if (!this.emit("ac-card-click", detail, true)) click.preventDefault();
      },
      ownCard: (article) => this.#hooks.ownCard(article),
      rendered: (revision) => this.#onRendered(revision),
    };
  }

  /**
   * @param {string} type
   * @param {object} detail
   * @param {boolean} [cancelable]
   */
  emit(type, detail, cancelable = false) {
    return this.#element.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
  }

  /** @param {number} revision */
  #onRendered(revision) {
    const { widget } = this;
    // Revision 0 does not include what was set.
    if (!this.#root || !widget || !revision) return;
    this.#cache = {};
    // What was set before the list was mounted is applied before anything is reported.
    if (!this.#pendingState.isEmpty || this.#commands.length) return this.requestUpdate();
    this.#hooks.didChangeStatus(/** @type {Status} */ (widget.status()));
    this.#hooks.didRender(this.#root.host, widget, () => this.#report(revision));
  }

  /** Emits the events of what is on screen, and resolves what waited for it. @param {number} revision */
  #report(revision) {
    if (!this.#root) return;
    const events = this.#queuedEvents;
    this.#queuedEvents = [];
    for (const emit of events) emit();
    this.#updates.rendered(revision, this.widget?.loading());
  }

  /**
   * Resolves once everything set so far is rendered, and `until` accepts what is still being
   * loaded.
   * @param {(loading: string | undefined) => boolean} until
   * @returns {Promise<void>}
   */
  whenRendered(until = () => true) {
    if (!this.#isConnected || !(this.#hasChanges || this.#root)) return Promise.resolve();
    const revision = this.#updates.latest + Number(this.#hasChanges);
    return this.#updates.whenRendered(revision, until, this.widget?.loading());
  }

  /** Returns the list's state with all pending updates. @param {import("./engine.js").State} initial */
  state(initial) {
    return this.#pendingState.apply(this.widget?.state() ?? initial);
  }

  /** @param {import("./state.js").StateUpdate} update */
  updateState(update) {
    this.#pendingState.push(update);
    this.requestUpdate();
  }

  /** Updates the state if an attribute that it started from changed. */
  attributeChanged() {
    this.#pendingState.attributeChanged();
    this.requestUpdate();
  }

  /**
   * Calls the list once it is mounted.
   * @param {(widget: Widget) => void} command
   */
  run(command) {
    this.#commands.push(command);
    this.requestUpdate();
  }

  /**
   * Reads a property from the module, once until the next render.
   * @template T
   * @param {string} name
   * @param {(widget: Widget) => T | undefined} read
   * @param {T} fallback
   * @returns {T}
   */
  read(name, read, fallback) {
    const { widget } = this;
    if (!widget) return fallback;
    if (!(name in this.#cache)) this.#cache[name] = read(widget) ?? fallback;
    return /** @type {T} */ (this.#cache[name]);
  }

  /** Lets a list that crashed too often start again. */
  clearCrashes() {
    this.#crashes = 0;
    this.requestUpdate();
  }
}
