use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlSlotElement};
use yew::{Callback, NodeRef, hook, use_mut_ref};

use super::use_effect_on;
use crate::browser::{focus, focused_beside, scroll_nearest};
use crate::store::{Pending, State};
use article_cards_core::model::Article;

/// A button that moves or disappears when it is pressed.
#[derive(Clone, Copy)]
enum Pressed {
    /// "Show more", with the number of cards before.
    More(usize),
    /// A button that replaces the cards, with the first card before.
    Others(Option<*const Article>),
    /// "Try again".
    Retry,
}

/// Records which button is pressed, so that the focus can move once the result is rendered.
pub(crate) struct FocusAfter {
    pressed: Rc<RefCell<Option<Pressed>>>,
    shown: usize,
    first: Option<*const Article>,
}

impl FocusAfter {
    /// For the button that appends cards.
    pub(crate) fn more(&self, then: Callback<()>) -> Callback<()> {
        self.record(Pressed::More(self.shown), then)
    }

    /// For a button that replaces the cards.
    pub(crate) fn others<T: 'static>(&self, then: Callback<T>) -> Callback<T> {
        self.record(Pressed::Others(self.first), then)
    }

    /// For the button that retries where there are no cards.
    pub(crate) fn retry(&self, then: Callback<()>) -> Callback<()> {
        self.record(Pressed::Retry, then)
    }

    fn record<T: 'static>(&self, button: Pressed, then: Callback<T>) -> Callback<T> {
        let pressed = Rc::clone(&self.pressed);
        Callback::from(move |value| {
            pressed.replace(Some(button));
            then.emit(value);
        })
    }
}

/// Moves the focus after a button is pressed: to the first new title when cards are appended, since
/// the button moves below them; to the first title when cards are replaced, with the top of the
/// list scrolled into view, or when a retry succeeds, since its button disappears. If the reader
/// has moved the focus meanwhile, it stays.
#[hook]
pub(crate) fn use_focus_after(node: NodeRef, state: &State) -> FocusAfter {
    let pressed = use_mut_ref(|| None::<Pressed>);
    let shown = state.shown().len();
    let first = state.shown().first().map(Rc::as_ptr);
    let status = (state.pending(), state.failure().is_some());
    use_effect_on((node, shown, first, status), {
        let pressed = pressed.clone();
        move |(node, shown, first, (pending, has_failed)): &(
            NodeRef,
            usize,
            _,
            (Option<Pending>, bool),
        )| {
            let now = *pressed.borrow();
            let place = match now {
                Some(Pressed::More(before)) if *shown > before => Some(before),
                Some(Pressed::Others(before)) if *shown > 0 && *first != before => Some(0),
                Some(Pressed::Retry) if pending.is_some() && *has_failed => return,
                Some(Pressed::Retry) if *shown > 0 && pending.is_none() && !has_failed => Some(0),
                // The retry failed, or the query changed.
                Some(Pressed::Retry) => None,
                _ => return,
            };
            pressed.take();
            if let Some((base, place)) = node.cast::<Element>().zip(place)
                && (is_in_pager(&base) || focused_beside(&base).is_none())
            {
                focus_title(&base, place);
                if let Some(Pressed::Others(_)) = now
                    && let Ok(Some(top)) = base.query_selector(".ac-x-top")
                {
                    scroll_nearest(&top);
                }
            }
        }
    });
    FocusAfter {
        pressed,
        shown,
        first,
    }
}

/// Whether the focus is in the pager.
pub(super) fn is_in_pager(base: &Element) -> bool {
    let pager = || base.query_selector(".ac-pager").ok().flatten();
    let active = focused_beside(base);
    active.is_some_and(|active| pager().is_some_and(|pager| pager.contains(Some(&active))))
}

fn focus_title(base: &Element, place: usize) {
    let cards = base.query_selector_all(".ac-cell").ok();
    let cell = cards.and_then(|cards| cards.item(u32::try_from(place).ok()?));
    let cell = cell.and_then(|cell| cell.dyn_into::<Element>().ok());
    let Some(cell) = cell else { return };
    let find = |selector: &str| cell.query_selector(selector).ok().flatten();
    let target = find(".ac-card-link").or_else(|| find(".ac-card-title, a, button"));
    let target = target.or_else(|| find("slot").and_then(slotted_target));
    target.into_iter().for_each(focus);
}

/// What to focus in the page's own card: a link or button, or else all of it.
fn slotted_target(slot: Element) -> Option<Element> {
    const TARGETS: &str = "a[href], button";
    let slot: HtmlSlotElement = slot.dyn_into().ok()?;
    let own: Element = slot.assigned_nodes().get(0).dyn_into().ok()?;
    let inside = || own.query_selector(TARGETS).ok().flatten();
    let is_target = own.matches(TARGETS).unwrap_or_default();
    Some(if is_target { None } else { inside() }.unwrap_or(own))
}
