use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node};
use yew::{Callback, NodeRef, hook, use_effect_with, use_mut_ref};

/// Moves the focus to the first new title once more cards are shown, for the button that had it
/// has moved below them. A reader who went elsewhere meanwhile is left alone.
#[hook]
pub(in crate::components) fn use_focus_after_more(
    node: NodeRef,
    shown: usize,
    more: Callback<()>,
) -> Callback<()> {
    let from = use_mut_ref(|| None::<usize>);
    use_effect_with((node, shown), {
        let from = from.clone();
        move |(node, shown): &(NodeRef, usize)| {
            let first = from.borrow().filter(|first| shown > first);
            if let Some((base, first)) = node.cast::<Element>().zip(first) {
                from.take();
                if !is_elsewhere(&base) {
                    focus_title(&base, first);
                }
            }
        }
    });
    Callback::from(move |()| {
        from.replace(Some(shown));
        more.emit(());
    })
}

/// Whether something outside of the way on to more cards has the focus.
fn is_elsewhere(base: &Element) -> bool {
    let active = base
        .get_root_node()
        .dyn_into::<Document>()
        .ok()
        .and_then(|page| page.active_element());
    let pager = base.query_selector(".ac-pager").ok().flatten();
    match (active, pager) {
        (Some(active), Some(pager)) => {
            let lost = active.tag_name().eq_ignore_ascii_case("body");
            !lost && !Node::contains(&pager, Some(&active))
        }
        _ => false,
    }
}

fn focus_title(base: &Element, place: usize) {
    let cards = base.query_selector_all(".ac-x-cell").ok();
    let cell = cards.and_then(|cards| cards.item(u32::try_from(place).ok()?));
    let cell = cell.and_then(|cell| cell.dyn_into::<Element>().ok());
    let link = cell.and_then(|cell| cell.query_selector("a, button").ok()?);
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        // Fails only where there is nothing to focus.
        let _ = link.focus();
    }
}
