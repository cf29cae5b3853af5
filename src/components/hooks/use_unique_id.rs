use std::cell::Cell;

use yew::{AttrValue, hook, use_memo};

/// The given id, else one that no other component of this program has, the same at each drawing.
#[hook]
pub(in crate::components) fn use_unique_id(given: Option<AttrValue>) -> AttrValue {
    thread_local! {
        static NEXT: Cell<u32> = const { Cell::new(0) };
    }
    let own = use_memo((), |()| {
        let number = NEXT.replace(NEXT.get().wrapping_add(1));
        AttrValue::from(format!("ac-{number}"))
    });
    given.unwrap_or_else(|| (*own).clone())
}
