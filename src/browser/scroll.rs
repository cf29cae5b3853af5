//! Scroll positions by address, restored when the reader goes back. Browsers restore them too early,
//! before the cards are loaded, and after the list has become shorter.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_utils::window;
use js_sys::Reflect;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ScrollRestoration, Storage, Window};

use super::time_slice::sleep;

/// How long to wait for the cards, in milliseconds.
const RESTORE_TIMEOUT: i32 = 10_000;

/// The interval of attempts, in milliseconds.
const RESTORE_INTERVAL: i32 = 50;

/// The number of addresses that are saved.
const MAX_ADDRESSES: usize = 50;

/// The key in `sessionStorage`.
const STORAGE_KEY: &str = "article-cards-scroll";

thread_local! {
    /// A line for each address: position, space, address; the newest last. `None` until the
    /// storage is read.
    static POSITIONS: RefCell<Option<String>> = const { RefCell::new(None) };
    static IS_CHECKED: Cell<bool> = const { Cell::new(false) };
}

/// The vertical scroll position of the page, in pixels.
pub(super) fn position() -> f64 {
    #[cfg(target_arch = "wasm32")]
    {
        window().scroll_y().unwrap_or(0.0)
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        0.0
    }
}

/// Saves a scroll position, for this tab and while it is open.
pub(super) fn save(address: &str, position: f64) {
    let saved = positions();
    let others: Vec<&str> = saved
        .lines()
        .filter(|line| split_line(line).is_none_or(|(_, other)| other != address))
        .collect();
    let skipped = others.len().saturating_sub(MAX_ADDRESSES - 1);
    let mut text = String::new();
    for line in others.iter().skip(skipped) {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(&format!("{} {address}", position as i32));
    if let Some(storage) = storage() {
        // If storage is full or blocked, positions are lost with the page.
        let _ = storage.set_item(STORAGE_KEY, &text);
    }
    POSITIONS.replace(Some(text));
}

fn saved_position(address: &str) -> Option<f64> {
    let positions = positions();
    let mut lines = positions.lines().filter_map(split_line);
    let (position, _) = lines.find(|(_, saved)| *saved == address)?;
    position.parse::<i32>().ok().map(f64::from)
}

fn split_line(line: &str) -> Option<(&str, &str)> {
    line.split_once(' ')
}

fn positions() -> String {
    POSITIONS.with_borrow_mut(|positions| {
        let stored = || storage()?.get_item(STORAGE_KEY).ok()?;
        positions
            .get_or_insert_with(|| stored().unwrap_or_default())
            .clone()
    })
}

/// `None` if storage is blocked, where `gloo-storage` panics.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// Whether the page was opened by going back or forward, or by a reload. Returns `true` at most once.
pub(super) fn is_returning() -> bool {
    let kind = || {
        let performance = window().performance()?;
        let entry = performance.get_entries_by_type("navigation").get(0);
        Reflect::get(&entry, &"type".into()).ok()?.as_string()
    };
    !IS_CHECKED.replace(true) && matches!(kind().as_deref(), Some("back_forward" | "reload"))
}

/// The attempt to restore a scroll position; dropping it cancels it.
pub(super) struct Restoration(Rc<Cell<bool>>);

impl Drop for Restoration {
    fn drop(&mut self) {
        self.0.set(true);
    }
}

/// Scrolls to the position saved for an address as soon as the page is long enough, and again until
/// `is_complete`, unless the reader scrolls or the page restores positions itself.
pub(super) fn restore(address: &str, is_complete: &Rc<Cell<bool>>) -> Option<Restoration> {
    let position = saved_position(address)?;
    let window = window();
    let history = window.history().ok()?;
    if history.scroll_restoration().ok()? == ScrollRestoration::Manual {
        return None;
    }
    let cancelled = Rc::new(Cell::new(false));
    let listeners = ["wheel", "touchmove", "pointerdown", "keydown"].map(|event| {
        let cancelled = Rc::clone(&cancelled);
        EventListener::new(&window, event, move |_| cancelled.set(true))
    });
    let restoration = Restoration(Rc::clone(&cancelled));
    let is_complete = Rc::clone(is_complete);
    spawn_local(async move {
        for _ in 0..RESTORE_TIMEOUT / RESTORE_INTERVAL {
            sleep(RESTORE_INTERVAL).await;
            // What has rendered during the sleep is laid out now.
            let is_complete = is_complete.get();
            if cancelled.get() || scroll_to(&window, position).unwrap_or(true) && is_complete {
                break;
            }
        }
        drop(listeners);
    });
    Some(restoration)
}

/// Scrolls to a position if the page is long enough, and returns whether it is.
fn scroll_to(window: &Window, position: f64) -> Option<bool> {
    let page = window.document()?.scrolling_element()?;
    let is_reached = f64::from(page.scroll_height() - page.client_height()) + 1.0 >= position;
    if is_reached {
        window.scroll_to_with_x_and_y(window.scroll_x().ok()?, position);
    }
    Some(is_reached)
}
