use std::rc::Rc;

use article_cards_core::search::ValueCount;
use wasm_bindgen_futures::spawn_local;
use yew::{Callback, hook, use_mut_ref};

use super::use_feed::{EngineSource, Store};
use super::use_render_cell;
use crate::browser::{Abort, sleep};

/// How long a search waits for the next key stroke, in milliseconds.
const TYPING_PAUSE_MS: i32 = 150;

/// Values of a facet that contain a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundValues {
    /// The field of the facet.
    pub field: String,
    /// The text.
    pub text: String,
    /// The values, in the order to show them.
    pub values: Vec<ValueCount>,
}

/// A search for values of facets, where there are more of them than a list has.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetSearch {
    /// Receives a field, and what the reader searches for in its values.
    pub on_search: Callback<(String, String)>,
    /// What was found last.
    pub found: Rc<FoundValues>,
}

/// Returns the search in the values of facets; `None` without a search engine.
#[hook]
pub(crate) fn use_facet_search(source: Option<EngineSource>, store: &Store) -> Option<FacetSearch> {
    let found = use_render_cell(Rc::<FoundValues>::default);
    let current = use_mut_ref(|| None::<Abort>);
    let source = source?;
    let (store, cell) = (store.clone(), found.clone());
    let on_search = Callback::from(move |(field, text): (String, String)| {
        let abort = Abort::new().filter(|_| !text.trim().is_empty());
        let controller = abort.as_ref().map(Abort::controller);
        current.replace(abort);
        let Some(controller) = controller else { return };
        let (source, store, cell) = (source.clone(), store.clone(), cell.clone());
        spawn_local(async move {
            sleep(TYPING_PAUSE_MS).await;
            let signal = controller.signal();
            if signal.aborted() {
                return;
            }
            let values = source.search_facet(&store.snapshot(), &field, &text, signal.clone());
            let Some(values) = values else { return };
            // Without an answer, the values of the list are searched alone.
            let values = values.await.unwrap_or_default();
            if !signal.aborted() {
                cell.set(Rc::new(FoundValues {
                    field,
                    text,
                    values,
                }));
            }
        });
    });
    Some(FacetSearch {
        found: found.get(),
        on_search,
    })
}
