use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use super::answer::ids;
use article_cards_core::search::{Index, QueryState};

/// What a list has found at one time, be it that it shows something else by now.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Found {
    pub(super) index: Option<Rc<Index>>,
    pub(super) query: QueryState,
}

#[wasm_bindgen]
impl Found {
    /// The identities of all that was found, in order.
    pub fn ids(&self) -> String {
        match &self.index {
            Some(index) => ids(index, &self.query),
            None => "[]".to_owned(),
        }
    }
}
