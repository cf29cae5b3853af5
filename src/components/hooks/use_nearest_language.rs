use web_sys::Element;
use yew::{AttrValue, NodeRef, hook, use_effect_with, use_state_eq};

/// The language of the nearest element around `node` that names one.
#[hook]
pub(in crate::components) fn use_nearest_language(node: NodeRef) -> Option<AttrValue> {
    let language = use_state_eq(|| None::<AttrValue>);
    use_effect_with(node, {
        let language = language.setter();
        move |node: &NodeRef| {
            let nearest = node
                .cast::<Element>()
                .and_then(|element| element.closest("[lang]").ok()?);
            let nearest = nearest.and_then(|element| element.get_attribute("lang"));
            language.set(
                nearest
                    .filter(|language| !language.is_empty())
                    .map(AttrValue::from),
            );
        }
    });
    (*language).clone()
}
