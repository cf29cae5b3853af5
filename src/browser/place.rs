//! Where the reader is in a list, kept in the entries of the browser's history: going back leads to the
//! same card at the same position, with the same query. Browsers restore positions too early, before the
//! cards are loaded, and by pixels, which fit no longer if anything above has another height.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use gloo_utils::window;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, NodeList, ScrollBehavior, ScrollRestoration, ScrollToOptions};

use super::history_state::{save_place, saved_place};
use super::page::{scroll_nearest, window_height};
use super::time_slice::sleep;

/// How long to wait for the cards, in milliseconds.
const RESTORE_TIMEOUT: i32 = 10_000;

/// How long the place is corrected once all cards are there, in milliseconds: images may load late.
const SETTLE_TIME: i32 = 2_000;

/// The interval of attempts, in milliseconds.
const RESTORE_INTERVAL: i32 = 50;

/// How long nothing must scroll before the place is saved, in milliseconds. Browsers refuse pages that
/// change the history too often.
const SCROLL_PAUSE: u32 = 300;

/// A place: a card and its distance from the top of the window, in pixels.
#[derive(Clone, Debug, PartialEq)]
struct Place {
    card: String,
    top: f64,
}

impl Place {
    /// Returns the place of a list that is rendered: its first card on the screen. A list that is
    /// elsewhere on the page has none, so that it does not pull the page away from another one.
    fn of(list: &Element) -> Option<Self> {
        let card = cards(list).find(is_on_screen)?;
        let top = card.get_bounding_client_rect().top();
        let card = card.get_attribute("data-id")?;
        Some(Self { card, top })
    }

    /// Returns by how many pixels the page must be scrolled; `None` while the card is not there.
    fn distance(&self, list: &Element) -> Option<f64> {
        let card =
            cards(list).find(|card| card.get_attribute("data-id").as_ref() == Some(&self.card))?;
        Some(card.get_bounding_client_rect().top() - self.top)
    }
}

/// Returns the cards of a list, in order.
fn cards(list: &Element) -> impl Iterator<Item = Element> {
    let cards = list.query_selector_all("[data-id]").ok();
    let count = cards.as_ref().map_or(0, NodeList::length);
    (0..count).filter_map(move |index| cards.as_ref()?.item(index)?.dyn_into().ok())
}

/// Returns the element of a list, while it is in the page.
type FindList = Rc<dyn Fn() -> Option<Element>>;

/// Returns the current query of a list, as in an address.
type CurrentQuery = Box<dyn Fn() -> String>;

/// An action that waits for the end of a restoration.
type Waiting = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

/// The place of one list in the entries of the history.
pub struct ListPlace {
    /// Distinguishes the lists of a page.
    name: String,
    list: FindList,
    /// The query of a list that has none in the page's address.
    query: RefCell<Option<CurrentQuery>>,
    /// Whether all articles that the query requests are rendered.
    is_complete: Rc<Cell<bool>>,
    /// Whether a place was saved.
    has_saved: Cell<bool>,
    /// Runs until the place is saved.
    pause: RefCell<Option<Timeout>>,
    /// The place before another query renders.
    before: RefCell<Option<Place>>,
    restoration: RefCell<Option<Restoration>>,
    waiting: Waiting,
}

impl PartialEq for ListPlace {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl std::fmt::Debug for ListPlace {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("ListPlace").finish_non_exhaustive()
    }
}

/// Saves the place until it is dropped.
#[must_use]
pub struct PlaceListener {
    place: Rc<ListPlace>,
    _events: [EventListener; 3],
}

impl std::fmt::Debug for PlaceListener {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("PlaceListener")
            .finish_non_exhaustive()
    }
}

impl Drop for PlaceListener {
    fn drop(&mut self) {
        self.place.restoration.take();
        self.place.pause.take();
    }
}

thread_local! {
    /// The names of the lists in the page.
    static NAMES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// The members of a saved place: an array.
const CARD: u32 = 0;
const TOP: u32 = 1;
const QUERY: u32 = 2;

impl ListPlace {
    /// The place in the list that `list` returns. Of lists with the same name each but the first gets a
    /// number, in the order of the page, which is usually the same when the reader comes back.
    pub fn new(name: &str, list: FindList) -> Self {
        Self {
            name: unique_name(name),
            list,
            query: RefCell::default(),
            is_complete: Rc::new(Cell::new(true)),
            has_saved: Cell::default(),
            pause: RefCell::default(),
            before: RefCell::default(),
            restoration: RefCell::default(),
            waiting: Rc::default(),
        }
    }

    /// Returns the query that a list without one in the page's address had in this entry of the history.
    pub fn saved_query(&self) -> Option<String> {
        saved_place(&self.name)?.get(QUERY).as_string()
    }

    /// Describes what is rendered: whether all articles are there that the query requests, and how to get
    /// the query of a list that has none in the page's address.
    pub fn set_rendered(self: &Rc<Self>, is_complete: bool, query: Option<CurrentQuery>) {
        let was_complete = self.is_complete.replace(is_complete);
        self.query.replace(query);
        // The last articles to arrive may have moved the others.
        if is_complete && !was_complete && self.has_saved.get() {
            self.save_soon();
        }
    }

    /// Notes the place before another query renders, which may make the page shorter.
    pub fn note(&self) {
        self.before.replace(self.current());
    }

    /// Saves the place that was noted, before the reader leaves this entry of the history for a new one.
    pub fn save_noted(&self) {
        self.restoration.take();
        self.save(self.before.take());
    }

    fn current(&self) -> Option<Place> {
        Place::of(&(self.list)()?)
    }

    /// Saves the place, unless the reader is still on the way back to it.
    fn save_current(&self) {
        if !self.is_restoring() {
            self.save(self.current());
        }
    }

    /// Saves the place once nothing has scrolled for a while.
    fn save_soon(self: &Rc<Self>) {
        let place = Rc::downgrade(self);
        let pause = Timeout::new(SCROLL_PAUSE, move || {
            if let Some(place) = place.upgrade() {
                place.save_current();
            }
        });
        // The pause before is cancelled.
        drop(self.pause.replace(Some(pause)));
    }

    fn is_restoring(&self) -> bool {
        let restoration = self.restoration.borrow();
        restoration.as_ref().is_some_and(Restoration::is_running)
    }

    /// Calls `action` at once, or once the reader is back at a place: the way there leads over others.
    /// Another action replaces one that waits.
    pub(crate) fn when_settled(&self, action: Box<dyn FnOnce()>) {
        if self.is_restoring() {
            self.waiting.replace(Some(action));
        } else {
            action();
        }
    }

    fn save(&self, place: Option<Place>) {
        self.has_saved.set(true);
        let (card, top) = match place {
            Some(Place { card, top }) => (card.into(), top.into()),
            None => (JsValue::NULL, JsValue::NULL),
        };
        let query = self.query.borrow();
        let query = query.as_ref().map_or(JsValue::NULL, |query| query().into());
        save_place(&self.name, &Array::of3(&card, &top, &query));
    }

    /// Returns to the saved place, and saves it from now on.
    pub fn listen(self: &Rc<Self>) -> PlaceListener {
        self.restore();
        let window = window();
        let on_scroll = {
            let place = Rc::downgrade(self);
            move |_: &web_sys::Event| {
                if let Some(place) = place.upgrade() {
                    place.save_soon();
                }
            }
        };
        // A link may lead elsewhere. Chromium forgets what is saved once the page is hidden.
        let [on_click, on_pagehide] = [(); 2].map(|()| {
            let place = Rc::downgrade(self);
            move |_: &web_sys::Event| {
                if let Some(place) = place.upgrade() {
                    place.save_current();
                }
            }
        });
        // Before the page handles the click: an app may add an entry to the history.
        let first = EventListenerOptions::run_in_capture_phase();
        PlaceListener {
            place: Rc::clone(self),
            _events: [
                EventListener::new(&window, "scroll", on_scroll),
                EventListener::new_with_options(&window, "click", first, on_click),
                EventListener::new(&window, "pagehide", on_pagehide),
            ],
        }
    }

    /// Returns to the place saved in this entry of the history as soon as its card is there, unless the
    /// reader scrolls or the page restores positions itself.
    pub fn restore(&self) {
        let restoration = saved_place(&self.name).and_then(|saved| {
            let place = Place {
                card: saved.get(CARD).as_string()?,
                top: saved.get(TOP).as_f64()?,
            };
            let list = Rc::clone(&self.list);
            let is_complete = Rc::clone(&self.is_complete);
            Restoration::start(place, list, is_complete, Rc::clone(&self.waiting))
        });
        // The one before is cancelled.
        drop(self.restoration.replace(restoration));
    }
}

impl Drop for ListPlace {
    fn drop(&mut self) {
        NAMES.with_borrow_mut(|names| names.retain(|name| *name != self.name));
    }
}

fn unique_name(name: &str) -> String {
    NAMES.with_borrow_mut(|names| {
        let mut unique = name.to_owned();
        let mut number = 1;
        while names.contains(&unique) {
            number += 1;
            unique = [name, " ", &number.to_string()].concat();
        }
        names.push(unique.clone());
        unique
    })
}

/// The attempt to return to a place; dropping it cancels it. It has ended or is cancelled if the flag is
/// set.
struct Restoration(Rc<Cell<bool>>);

impl Drop for Restoration {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

impl Restoration {
    fn is_running(&self) -> bool {
        !self.0.get()
    }

    fn start(
        place: Place,
        list: FindList,
        is_complete: Rc<Cell<bool>>,
        waiting: Waiting,
    ) -> Option<Self> {
        let window = window();
        if window.history().ok()?.scroll_restoration().ok()? == ScrollRestoration::Manual {
            return None;
        }
        let cancelled = Rc::new(Cell::new(false));
        let listeners = ["wheel", "touchmove", "pointerdown", "keydown"].map(|event| {
            let cancelled = Rc::clone(&cancelled);
            EventListener::new(&window, event, move |_| cancelled.set(true))
        });
        let restoration = Self(Rc::clone(&cancelled));
        spawn_local(async move {
            let mut settled = 0;
            for _ in 0..RESTORE_TIMEOUT / RESTORE_INTERVAL {
                sleep(RESTORE_INTERVAL).await;
                // What has rendered during the sleep is laid out now.
                let is_complete = is_complete.get();
                if cancelled.get() || settled >= SETTLE_TIME {
                    break;
                }
                let Some(list) = list() else { continue };
                let Some(distance) = place.distance(&list) else {
                    // The rest of a feed loads only while the list is in view.
                    if !is_on_screen(&list) {
                        scroll_nearest(&list);
                    }
                    continue;
                };
                scroll_by(distance);
                if is_complete {
                    settled += RESTORE_INTERVAL;
                }
            }
            cancelled.set(true);
            drop(listeners);
            if let Some(action) = waiting.take() {
                action();
            }
        });
        Some(restoration)
    }
}

fn is_on_screen(element: &Element) -> bool {
    let shape = element.get_bounding_client_rect();
    shape.bottom() > 0.0 && shape.top() < window_height()
}

fn scroll_by(distance: f64) {
    if distance.abs() >= 1.0 {
        let options = ScrollToOptions::new();
        options.set_top(distance);
        options.set_behavior(ScrollBehavior::Instant);
        window().scroll_by_with_scroll_to_options(&options);
    }
}
