use wasm_bindgen::JsCast;
use web_sys::{Element, Node};
use yew::{Callback, NodeRef, hook, use_effect_with, use_mut_ref};

use crate::browser::{focus, focused_beside};
use crate::state::{State, Waiting};

/// What the reader did with a button that goes away by it, or moves.
#[derive(Clone, Copy)]
enum Pressed {
    /// Asked for more than these.
    More(usize),
    /// Tried again what had failed.
    Retry,
}

/// Moves the focus to the first new title once more cards are shown, for the button that had it
/// has moved below them, and to the first of all once another try has brought them, for that
/// button is gone. A reader who went elsewhere meanwhile is left alone.
#[hook]
pub(in crate::components) fn use_focus_after(
    node: NodeRef,
    state: &State,
    more: Callback<()>,
    retry: Callback<()>,
) -> (Callback<()>, Callback<()>) {
    let pressed = use_mut_ref(|| None::<Pressed>);
    let shown = state.shown().len();
    use_effect_with((node, shown, state.waiting(), state.failure().is_some()), {
        let pressed = pressed.clone();
        move |(node, shown, waiting, failed): &(NodeRef, usize, Option<Waiting>, bool)| {
            let now = *pressed.borrow();
            let first = match now {
                Some(Pressed::More(first)) if *shown > first => Some(first),
                Some(Pressed::Retry) if waiting.is_some() && *failed => return,
                Some(Pressed::Retry) if *shown > 0 && waiting.is_none() && !failed => Some(0),
                // It failed once more, or something else was asked for.
                Some(Pressed::Retry) => None,
                _ => return,
            };
            pressed.take();
            if let Some((base, first)) = node.cast::<Element>().zip(first)
                && !is_elsewhere(&base)
            {
                focus_title(&base, first);
            }
        }
    });
    let note = |what: Pressed, then: Callback<()>| {
        let pressed = pressed.clone();
        Callback::from(move |()| {
            pressed.replace(Some(what));
            then.emit(());
        })
    };
    (
        note(Pressed::More(shown), more),
        note(Pressed::Retry, retry),
    )
}

/// Whether something outside of the way on to more cards has the focus.
fn is_elsewhere(base: &Element) -> bool {
    let Some(active) = focused_beside(base) else {
        return false;
    };
    let pager = base.query_selector(".ac-pager").ok().flatten();
    !pager.is_some_and(|pager| Node::contains(&pager, Some(&active)))
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
