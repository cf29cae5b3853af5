use web_sys::Element;
use yew::{AttrValue, NodeRef, hook};

use super::{use_effect_on, use_render_cell};

/// The `lang` of the nearest ancestor of `node` that has one.
#[hook]
pub(crate) fn use_nearest_language(node: NodeRef) -> Option<AttrValue> {
    let language = use_render_cell(Option::<AttrValue>::default);
    use_effect_on(node, {
        let language = language.clone();
        move |node: &NodeRef| {
            let element = node.cast::<Element>();
            let nearest = element.and_then(|element| element.closest("[lang]").ok()?);
            let nearest = nearest.and_then(|element| element.get_attribute("lang"));
            let nearest = nearest.filter(|language| !language.is_empty());
            language.set(nearest.map(AttrValue::from));
        }
    });
    language.get()
}
