//! Places in lists in `history.state`, under a key beside what the page has there.

#[cfg(target_arch = "wasm32")]
use std::sync::Once;

use gloo_utils::window;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Storage;

use super::address::address;

/// The key; also in `sessionStorage`, where the page's state is no plain object.
const KEY: &str = "article-cards";

/// Returns the state for a new entry of the history: that of the page without our key.
pub(super) fn without_key(state: &JsValue) -> JsValue {
    match plain(state) {
        Some(object) if !state.is_null() => {
            let state = Object::assign(&Object::new(), &object);
            // A plain object's own key.
            let _ = Reflect::delete_property(&state, &KEY.into());
            state.into()
        }
        _ => state.clone(),
    }
}

/// Returns the state of a page as a plain object; `null` is an empty one.
fn plain(state: &JsValue) -> Option<Object> {
    if state.is_null() {
        return Some(Object::new());
    }
    let object = state
        .dyn_ref::<Object>()
        .filter(|it| !Array::is_array(it))?;
    let prototype = Object::get_prototype_of(object);
    let is_plain = prototype.is_null() || Object::get_prototype_of(&prototype).is_null();
    is_plain.then(|| object.clone())
}

/// Returns the places of this entry of the history, by list.
fn places() -> Option<Object> {
    let state = window().history().ok()?.state().ok()?;
    let places = match plain(&state) {
        Some(state) => Reflect::get(&state, &KEY.into()).ok()?,
        None => JSON::parse(&storage()?.get_item(&storage_key()).ok()??).ok()?,
    };
    places.dyn_into().ok()
}

/// Returns the saved place of a list, as `save_place` takes it.
pub(super) fn saved_place(name: &str) -> Option<Array> {
    #[cfg(target_arch = "wasm32")]
    {
        static FIRST_READ: Once = Once::new();
        FIRST_READ.call_once(|| {
            // If the browser refuses, they stay.
            let _ = remove_stale_places();
        });
        Reflect::get(&places()?.into(), &name.into())
            .ok()?
            .dyn_into()
            .ok()
    }
    #[cfg(not(target_arch = "wasm32"))]
    {
        let _ = (name, places as fn() -> _, remove_stale_places as fn() -> _);
        None
    }
}

/// Saves the place of a list, beside those of other lists and the page's own state. If the browser
/// refuses, it is lost.
pub(super) fn save_place(name: &str, place: &Array) -> Option<()> {
    let history = window().history().ok()?;
    let state = history.state().ok()?;
    let before = saved_place(name).and_then(|before| JSON::stringify(&before).ok());
    if before == Some(JSON::stringify(place).ok()?) {
        return Some(());
    }
    let places = Object::assign(&Object::new(), &places().unwrap_or_default());
    Reflect::set(&places, &name.into(), place).ok()?;
    match plain(&state) {
        Some(state) => {
            let state = Object::assign(&Object::new(), &state);
            Reflect::set(&state, &KEY.into(), &places).ok()?;
            history.replace_state(&state, "").ok()
        }
        None => {
            let places = JSON::stringify(&places).ok()?;
            storage()?
                .set_item(&storage_key(), &String::from(places))
                .ok()
        }
    }
}

fn storage_key() -> String {
    [KEY, " ", &address()].concat()
}

/// `None` if storage is blocked, where `gloo-storage` panics.
fn storage() -> Option<Storage> {
    window().session_storage().ok()?
}

/// Removes the places of an entry whose address was opened once more, where browsers keep the state: the
/// reader starts afresh.
fn remove_stale_places() -> Option<()> {
    if navigation_type()? != "navigate" {
        return None;
    }
    let history = window().history().ok()?;
    let state = history.state().ok()?;
    match plain(&state) {
        Some(object) if Object::has_own(&object, &KEY.into()) => {
            history.replace_state(&without_key(&state), "").ok()
        }
        Some(_) => None,
        None => storage()?.remove_item(&storage_key()).ok(),
    }
}

/// Returns how the document was opened, as the `type` of a `PerformanceNavigationTiming`.
fn navigation_type() -> Option<String> {
    let performance = window().performance()?;
    let entry = performance.get_entries_by_type("navigation").get(0);
    Reflect::get(&entry, &"type".into()).ok()?.as_string()
}
