//! Where the reader was on the page at each address, so that the way back leads there: browsers
//! try this too early, before cards that have to be loaded are there, and after a list that was
//! left has become shorter.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use js_sys::Reflect;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ScrollRestoration, Storage, Window};

use super::time_slice::sleep;

/// How long cards may take to come, and how often it is looked, in milliseconds.
const IDLE_TIMEOUT: i32 = 10_000;
const STEP: i32 = 50;

/// How many addresses are remembered.
const KEPT: usize = 50;

const STORED: &str = "article-cards-scroll";

thread_local! {
    /// One line an address: its place, a space, the address; the newest last. `None`: the storage
    /// was not asked yet.
    static PLACES: RefCell<Option<String>> = const { RefCell::new(None) };
    static CAME_BACK: Cell<bool> = const { Cell::new(false) };
}

/// How far the page is scrolled down, in pixels.
pub(super) fn place() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        let window = web_sys::window();
        window
            .and_then(|window| window.scroll_y().ok())
            .unwrap_or(0.0)
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        0.0
    }
}

/// Remembers a place, for this tab and as long as it is open.
pub(super) fn remember(address: &str, place: f64) {
    let known = places();
    let others: Vec<&str> = known
        .lines()
        .filter(|line| of_line(line).is_none_or(|(_, other)| other != address))
        .collect();
    let kept = others.len().saturating_sub(KEPT - 1);
    let mut text = String::new();
    for line in others.iter().skip(kept) {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(&format!("{} {address}", place as i32));
    if let Some(storage) = storage() {
        // Full or forbidden: then only until the page is left.
        let _ = storage.set_item(STORED, &text);
    }
    PLACES.replace(Some(text));
}

fn remembered(address: &str) -> Option<f64> {
    let places = places();
    let mut lines = places.lines().filter_map(of_line);
    let (place, _) = lines.find(|(_, known)| *known == address)?;
    place.parse::<i32>().ok().map(f64::from)
}

fn of_line(line: &str) -> Option<(&str, &str)> {
    line.split_once(' ')
}

fn places() -> String {
    PLACES.with_borrow_mut(|places| {
        let stored = || storage()?.get_item(STORED).ok()?;
        places
            .get_or_insert_with(|| stored().unwrap_or_default())
            .clone()
    })
}

fn storage() -> Option<Storage> {
    web_sys::window()?.session_storage().ok()?
}

/// Whether the page was opened by going back or forward, or anew: true once, for the first that
/// asks.
pub(super) fn came_back() -> bool {
    let kind = || {
        let performance = web_sys::window()?.performance()?;
        let entry = performance.get_entries_by_type("navigation").get(0);
        Reflect::get(&entry, &"type".into()).ok()?.as_string()
    };
    !CAME_BACK.replace(true) && matches!(kind().as_deref(), Some("back_forward" | "reload"))
}

/// The attempt to go to a place; ends when dropped.
pub(super) struct Restoring(Rc<Cell<bool>>);

impl Drop for Restoring {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

/// Goes to the place that is remembered for an address, as soon as the page is long enough, and
/// again until all is `drawn`, unless the reader or the page itself takes care of it.
pub(super) fn restore(address: &str, drawn: &Rc<Cell<bool>>) -> Option<Restoring> {
    let place = remembered(address)?;
    let window = web_sys::window()?;
    let history = window.history().ok()?;
    if history.scroll_restoration().ok()? == ScrollRestoration::Manual {
        return None;
    }
    let stopped = Rc::new(Cell::new(false));
    let acts = ["wheel", "touchmove", "pointerdown", "keydown"].map(|act| {
        let stopped = Rc::clone(&stopped);
        EventListener::new(&window, act, move |_| stopped.set(true))
    });
    let restoring = Restoring(Rc::clone(&stopped));
    let drawn = Rc::clone(drawn);
    spawn_local(async move {
        for _ in 0..IDLE_TIMEOUT / STEP {
            sleep(STEP).await;
            // What was drawn a moment ago stands at its place now.
            let is_drawn = drawn.get();
            if stopped.get() || reach(&window, place).unwrap_or(true) && is_drawn {
                break;
            }
        }
        drop(acts);
    });
    Some(restoring)
}

/// Whether the page is long enough; then it is there now.
fn reach(window: &Window, place: f64) -> Option<bool> {
    let page = window.document()?.scrolling_element()?;
    let reached = f64::from(page.scroll_height() - page.client_height()) + 1.0 >= place;
    if reached {
        window.scroll_to_with_x_and_y(window.scroll_x().ok()?, place);
    }
    Some(reached)
}
