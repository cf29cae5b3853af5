//! Content that the page may supply.

use yew::Html;
use yew::virtual_dom::VNode;

use crate::components::primitives::{ElementBuilder, element};

/// Content that is the page's own or, if there is none, `fallback`. In the custom element both are
/// inside of a slot called `name`.
#[inline(never)]
pub(super) fn slot(name: Option<&'static str>, own: &Html, fallback: Html) -> Html {
    let content = if is_empty(own) { fallback } else { own.clone() };
    match name {
        Some(name) => element("slot").attr("name", name).child(content).html(),
        None => content,
    }
}

/// A container around the page's own content. Nothing without content or a slot for it.
pub(super) fn container(container: ElementBuilder, name: Option<&'static str>, own: &Html) -> Html {
    if name.is_none() && is_empty(own) {
        return Html::default();
    }
    container.child(slot(name, own, Html::default())).html()
}

fn is_empty(html: &Html) -> bool {
    matches!(html, VNode::VList(list) if list.is_empty())
}
