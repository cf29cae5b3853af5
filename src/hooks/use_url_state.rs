use yew::{AttrValue, Callback, hook, use_memo, use_mut_ref};

use super::use_effect_on;
use crate::browser::{UrlState, address, address_query};
use article_cards_core::search::{Fields, QueryState};

/// What the address says to the widget with this prefix; `None`: nothing, so that what its
/// attributes say counts. To be asked once, for the state to begin with.
pub(crate) fn read_url_state(prefix: Option<&AttrValue>, fields: &Fields) -> Option<QueryState> {
    QueryState::from_address(address_query(&address()), prefix?, fields)
}

/// Takes over what the address says where it counts from now on only, with a prefix that comes
/// later than the list.
#[hook]
pub(crate) fn use_late_url_state(
    prefix: Option<AttrValue>,
    fields: &Fields,
    on_found: Callback<QueryState>,
) {
    let is_first = use_mut_ref(|| true);
    let fields = fields.clone();
    use_effect_on(prefix, move |prefix: &Option<AttrValue>| {
        let is_first = is_first.replace(false);
        let found = read_url_state(prefix.as_ref(), &fields).filter(|_| !is_first);
        found.into_iter().for_each(|state| on_found.emit(state));
    });
}

/// What a widget shows.
pub(crate) struct Shown<'s> {
    pub(crate) state: &'s QueryState,
    /// Whether the reader is typing it, or a script set it: all but a decision.
    pub(crate) is_typing: bool,
    /// Whether all articles that it asks for are there.
    pub(crate) is_drawn: bool,
}

/// Keeps the address and a widget's state the same; without a prefix it does nothing.
///
/// `start`, as it is when first drawn, is the state of an address that says nothing. What the reader types, and what a script
/// sets, replaces the entry of the history; all else adds one. `on_navigate` gets the state that
/// the reader goes back or forward to, which is to be taken over as it is, and at once.
#[hook]
pub(crate) fn use_url_state(
    prefix: Option<AttrValue>,
    fields: &Fields,
    start: &QueryState,
    shown: Shown<'_>,
    on_navigate: Callback<QueryState>,
) {
    // Its `start` stays: a script may hand every state over as the one to start from, and the way
    // back would then lead to where the reader is.
    let part = use_memo((prefix, fields.clone()), |(prefix, fields)| {
        let prefix = prefix.as_ref()?;
        Some(UrlState::new(prefix, fields, start))
    });
    let part = (*part).clone();
    let Shown {
        state,
        is_typing,
        is_drawn,
    } = shown;
    if let Some(part) = &part {
        part.set_drawn(is_drawn);
    }

    let told = use_mut_ref(Callback::default);
    told.replace(on_navigate);
    use_effect_on(part.clone(), move |part: &Option<UrlState>| {
        part.as_ref().and_then(|part| {
            part.listen(move |state| {
                let told = told.borrow().clone();
                told.emit(state);
            })
        })
    });

    let drawn = use_mut_ref(|| None::<QueryState>);
    let is_new = drawn.borrow().as_ref() != Some(state);
    let is_first = is_new && drawn.replace(Some(state.clone())).is_none();
    if let Some(part) = part.as_ref().filter(|_| is_new) {
        // The page still shows what was there before.
        part.note_place();
    }
    use_effect_on(state.clone(), move |state: &QueryState| match part {
        Some(part) if !is_first => {
            if is_typing {
                part.typed(state);
            } else {
                part.decided(state);
            }
        }
        _ => {}
    });
}
