use crate::attributes::Layout;
use crate::components::primitives::element_builder::element;
use crate::components::primitives::root_element::with_root_props;
use yew::{AttrValue, Classes, Html, Properties, component};

/// Props of [`Skeletons`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SkeletonsProps {
    /// The number of cards.
    #[prop_or(6)]
    pub count: usize,
    /// The layout of the cards.
    #[prop_or_default]
    pub layout: Layout,
    /// Additional classes of the list.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the list.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// Placeholders of cards while a feed loads. They are hidden from assistive technology, for which
/// the list has `aria-busy` and a live region.
#[component]
pub fn Skeletons(props: &SkeletonsProps) -> Html {
    let skeletons = skeletons(props.layout, props.count);
    with_root_props(skeletons, &props.class, &props.id)
}

pub(super) fn skeletons(layout: Layout, count: usize) -> Html {
    let lines = match layout {
        Layout::Compact => ["ac-x-bone ac-x-w95"].as_slice(),
        _ => [
            "ac-x-bone ac-x-w40",
            "ac-x-bone ac-x-w95 ac-x-tall",
            "ac-x-bone ac-x-w70 ac-x-tall",
            "ac-x-bone ac-x-w90",
            "ac-x-bone ac-x-w60",
        ]
        .as_slice(),
    };
    let bone = |class: &&'static str| element("span").class(class).html();
    let picture = (layout != Layout::Compact).then(|| bone(&"ac-x-bone ac-x-picture"));
    let lines = element("div")
        .children(lines.iter().map(bone).collect())
        .html();
    let card = element("div")
        .part("ac-skeleton")
        .maybe_child(picture)
        .child(lines);
    let card = card.html();
    let cell = |index: usize| {
        let cell = element("li").key(index).class("ac-x-cell");
        cell.child(card.clone()).html()
    };
    element("ul")
        .part("ac-results")
        .attr("role", "list")
        .attr("aria-hidden", "true")
        .children((0..count).map(cell).collect())
        .html()
}
