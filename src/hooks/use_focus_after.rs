use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{Callback, NodeRef, hook, use_mut_ref};

use super::use_effect_on;
use crate::browser::{focus, focused_beside, scroll_nearest};
use crate::store::{Pending, State};
use article_cards_core::model::Article;

/// What the reader did with a button that goes away by it, or moves.
#[derive(Clone, Copy)]
enum Pressed {
    /// Asked for more than these.
    More(usize),
    /// Asked for others than these, of which this is the first.
    Others(Option<*const Article>),
    /// Tried again what had failed.
    Retry,
}

/// Notes which button was pressed, so that the focus finds its place once that is answered.
pub(crate) struct FocusAfter {
    pressed: Rc<RefCell<Option<Pressed>>>,
    shown: usize,
    first: Option<*const Article>,
}

impl FocusAfter {
    /// For the button that brings more cards.
    pub(crate) fn more(&self, then: Callback<()>) -> Callback<()> {
        self.note(Pressed::More(self.shown), then)
    }

    /// For a button that brings other cards.
    pub(crate) fn others<T: 'static>(&self, then: Callback<T>) -> Callback<T> {
        self.note(Pressed::Others(self.first), then)
    }

    /// For the button that tries again in the place of cards.
    pub(crate) fn retry(&self, then: Callback<()>) -> Callback<()> {
        self.note(Pressed::Retry, then)
    }

    fn note<T: 'static>(&self, what: Pressed, then: Callback<T>) -> Callback<T> {
        let pressed = Rc::clone(&self.pressed);
        Callback::from(move |pressed_for| {
            pressed.replace(Some(what));
            then.emit(pressed_for);
        })
    }
}

/// Moves the focus to the first new title once more cards are shown, for the button that had it
/// has moved below them; to the first of all once others are shown, the top of the list in view,
/// and once another try has brought them, for that button is gone. A reader who went elsewhere
/// meanwhile is left alone.
#[hook]
pub(crate) fn use_focus_after(node: NodeRef, state: &State) -> FocusAfter {
    let pressed = use_mut_ref(|| None::<Pressed>);
    let shown = state.shown().len();
    let first = state.shown().first().map(Rc::as_ptr);
    let stands = (state.pending(), state.failure().is_some());
    use_effect_on((node, shown, first, stands), {
        let pressed = pressed.clone();
        move |(node, shown, first, (waiting, failed)): &(
            NodeRef,
            usize,
            _,
            (Option<Pending>, bool),
        )| {
            let now = *pressed.borrow();
            let place = match now {
                Some(Pressed::More(before)) if *shown > before => Some(before),
                Some(Pressed::Others(before)) if *shown > 0 && *first != before => Some(0),
                Some(Pressed::Retry) if waiting.is_some() && *failed => return,
                Some(Pressed::Retry) if *shown > 0 && waiting.is_none() && !failed => Some(0),
                // It failed once more, or something else was asked for.
                Some(Pressed::Retry) => None,
                _ => return,
            };
            pressed.take();
            if let Some((base, place)) = node.cast::<Element>().zip(place)
                && (is_in_pager(&base) || focused_beside(&base).is_none())
            {
                focus_title(&base, place);
                if let Some(Pressed::Others(_)) = now
                    && let Ok(Some(top)) = base.query_selector(".ac-x-status")
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

/// Whether the way on to more cards has the focus.
pub(super) fn is_in_pager(base: &Element) -> bool {
    let pager = || base.query_selector(".ac-pager").ok().flatten();
    let active = focused_beside(base);
    active.is_some_and(|active| pager().is_some_and(|pager| pager.contains(Some(&active))))
}

fn focus_title(base: &Element, place: usize) {
    let cards = base.query_selector_all(".ac-x-cell").ok();
    let cell = cards.and_then(|cards| cards.item(u32::try_from(place).ok()?));
    let cell = cell.and_then(|cell| cell.dyn_into::<Element>().ok());
    let Some(cell) = cell else { return };
    let find = |selector: &str| cell.query_selector(selector).ok().flatten();
    let target = find(".ac-card-link").or_else(|| find(".ac-card-title, a, button"));
    target.into_iter().for_each(focus);
}
