//! The table of character references that are not compiled in.

use std::cell::RefCell;
use std::rc::Rc;

use article_cards_core::text::{load_character_references, needs_character_references};
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Loads the table: returns a promise of its text.
type Load = Rc<dyn Fn() -> Promise>;

thread_local! {
    static LOAD: RefCell<Option<Load>> = const { RefCell::new(None) };
}

/// Sets how the table is loaded, where it is not compiled in.
pub fn set_character_reference_loader(load: impl Fn() -> Promise + 'static) {
    LOAD.set(Some(Rc::new(load)));
}

/// Loads the table if a document that was read needs it. If that fails, unknown references stay as they
/// are written, and the next document tries again.
pub(crate) async fn ensure_character_references() {
    if !needs_character_references() {
        return;
    }
    let Some(load) = LOAD.with_borrow(Clone::clone) else {
        return;
    };
    if let Ok(table) = JsFuture::from(load()).await
        && let Some(table) = table.as_string()
    {
        load_character_references(&table);
    }
}
