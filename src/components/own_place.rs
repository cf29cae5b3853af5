use yew::Html;
use yew::virtual_dom::VNode;

use super::tag::tag;

/// A place that the page may fill: with what it hands over, else with what stands there by
/// itself. In the element it is a slot of this name around either of them.
#[inline(never)]
pub(super) fn own_place(slot: Option<&'static str>, own: &Html, otherwise: Html) -> Html {
    let content = if is_nothing(own) {
        otherwise
    } else {
        own.clone()
    };
    match slot {
        Some(name) => tag("slot").with("name", name).child(content).html(),
        None => content,
    }
}

/// Whether there is nothing to draw.
pub(super) fn is_nothing(html: &Html) -> bool {
    matches!(html, VNode::VList(list) if list.is_empty())
}
