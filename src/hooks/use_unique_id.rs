use std::sync::atomic::{AtomicU32, Ordering};

use yew::{AttrValue, hook, use_ref};

/// `id`, or else one that is unique in this program and stays the same between renders.
#[hook]
pub(crate) fn use_unique_id(id: Option<AttrValue>) -> AttrValue {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let generated = use_ref(|| {
        let number = NEXT.fetch_add(1, Ordering::Relaxed).to_string();
        AttrValue::from(["ac-", &number].concat())
    });
    id.unwrap_or_else(|| (*generated).clone())
}
