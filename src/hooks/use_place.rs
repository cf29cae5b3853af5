use std::rc::Rc;

use web_sys::Element;
use yew::{AttrValue, NodeRef, hook, use_memo, use_mut_ref};

use super::{Store, use_effect_on};
use crate::browser::ListPlace;
use article_cards_core::search::{FilterableFields, QueryState};

/// What a list renders.
pub(crate) struct RenderedQuery<'q> {
    pub(crate) query: &'q QueryState,
    /// Whether it replaces the history entry: the reader types or asks for more, or a script sets it.
    pub(crate) replaces_entry: bool,
    /// Whether all articles that it requests are rendered.
    pub(crate) is_complete: bool,
    /// Whether it is in the page's address.
    pub(crate) is_in_address: bool,
}

/// The place of a list in the entries of the history. The name distinguishes the lists of a page.
#[hook]
pub(crate) fn use_list_place(node: NodeRef, name: AttrValue) -> Rc<ListPlace> {
    use_memo(name, |name| {
        ListPlace::new(name, Rc::new(move || node.cast::<Element>()))
    })
}

/// Reads the query that a list without one in the page's address had in this entry of the history.
pub(crate) fn read_saved_query(place: &ListPlace, fields: &FilterableFields) -> Option<QueryState> {
    QueryState::from_url_query(&place.saved_query()?, "", fields)
}

/// Takes over the saved query of a list after hydration, which renders the one of the server first.
#[cfg(feature = "hydration")]
#[hook]
pub(crate) fn use_late_saved_query(
    place: Option<&Rc<ListPlace>>,
    fields: &FilterableFields,
    on_query: yew::Callback<QueryState>,
) {
    let (place, fields) = (place.cloned(), fields.clone());
    use_effect_on((), move |(): &()| {
        let query = place.and_then(|place| read_saved_query(&place, &fields));
        query.into_iter().for_each(|query| on_query.emit(query));
    });
}

/// Returns the reader to the place that this entry of the history was left at, and saves it, with the
/// newest query of the store.
#[hook]
pub(crate) fn use_place(
    place: &Rc<ListPlace>,
    fields: &FilterableFields,
    rendered: &RenderedQuery<'_>,
    store: &Store,
) {
    let RenderedQuery {
        query,
        is_complete,
        is_in_address,
        ..
    } = *rendered;
    let last = use_mut_ref(|| None::<QueryState>);
    if last.borrow().as_ref() != Some(query) {
        last.replace(Some(query.clone()));
        // The DOM is still that of the previous query.
        place.note();
    }
    let query = (!is_in_address).then(|| {
        let (store, fields) = (store.clone(), fields.clone());
        Box::new(move || (store.snapshot().query()).to_url_query("", "", &fields, true)) as _
    });
    place.set_rendered(is_complete, query);
    use_effect_on(Rc::clone(place), |place: &Rc<ListPlace>| place.listen());
}
