use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use crate::components::focus::{base, focus_within, pressed};

/// What takes the key for itself: fields, and a dialog that the search field is not in.
const TAKES_IT: &str = "input:not([type=checkbox]), select, textarea, [contenteditable]:not([contenteditable=false]), dialog";

/// `/` leads to the search field. The page owns all other keys, and this one too while the focus
/// is not in the list.
pub(super) fn shortcut(event: Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let is_alone = !(key.ctrl_key() || key.meta_key() || key.alt_key() || key.is_composing());
    if key.key() != "/"
        || !is_alone
        || event.default_prevented()
        || pressed(&event, TAKES_IT).is_some()
    {
        return;
    }
    if let Some(base) = base(&event) {
        // Firefox would open its own search.
        event.prevent_default();
        focus_within(&base, &[".ac-search-input"]);
    }
}
