use std::rc::Rc;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::results;
use article_cards_core::search::{Index, QueryState};

/// The result of a query at one time, which is read later. Keeps the index in memory.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ResultIds {
    pub(super) index: Option<Rc<Index>>,
    pub(super) query: QueryState,
}

#[wasm_bindgen]
impl ResultIds {
    /// Returns the ids of the result, in order.
    pub fn ids(&self) -> String {
        match &self.index {
            Some(index) => results::ids(index, &self.query),
            None => "[]".to_owned(),
        }
    }
}
