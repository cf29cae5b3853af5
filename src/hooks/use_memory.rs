use std::rc::Rc;

use yew::{AttrValue, hook, use_force_update, use_memo};

use super::use_effect_on;
use crate::browser::{BrowserUrl, ListMemory};

/// The memory of a list, if there is to be one. The component is rendered again after each change.
#[hook]
pub(crate) fn use_memory(
    remember: Option<&AttrValue>,
    src: Option<&AttrValue>,
) -> Option<ListMemory> {
    let component = use_force_update();
    let memory = use_memo((remember.cloned(), src.cloned()), |(key, src)| {
        let key = key.as_ref()?;
        let src = src.as_deref().unwrap_or_default();
        // Lists of other pages may have a feed of the same relative URL.
        let urls = src.split_ascii_whitespace().map(BrowserUrl::absolute);
        let mut parts = vec![key.to_string()];
        parts.extend(urls);
        ListMemory::open(parts.join(" "))
    });
    use_effect_on(
        Option::clone(&memory),
        move |memory: &Option<ListMemory>| {
            let on_change = Rc::new(move || component.force_update());
            memory.as_ref().map(|memory| memory.listen(on_change))
        },
    );
    Option::clone(&memory)
}
