use std::sync::atomic::{AtomicU32, Ordering};

use yew::{AttrValue, hook, use_ref};

/// The given id, else one that no other component of this program has, the same at each drawing.
#[hook]
pub(crate) fn use_unique_id(given: Option<AttrValue>) -> AttrValue {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let own = use_ref(|| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_string();
        AttrValue::from(["ac-", &number].concat())
    });
    given.unwrap_or_else(|| (*own).clone())
}
