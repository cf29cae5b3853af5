use crate::attributes::Layout;
use crate::components::primitives::element_builder::element;
use yew::{Html, Properties, component};

/// Props of [`Skeletons`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SkeletonsProps {
    /// How many.
    #[prop_or(6)]
    pub count: usize,
    /// The layout of the cards to come.
    #[prop_or_default]
    pub layout: Layout,
}

/// The shape of cards that are still to come: a whole list, hidden from assistive technology,
/// which is told by `aria-busy` and the words beside it.
#[component]
pub fn Skeletons(props: &SkeletonsProps) -> Html {
    skeletons(props.layout, props.count)
}

pub(crate) fn skeletons(layout: Layout, count: usize) -> Html {
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
    let cell = |place: usize| {
        let cell = element("li").key(place).class("ac-x-cell");
        cell.child(card.clone()).html()
    };
    element("ul")
        .part("ac-results")
        .attr("role", "list")
        .attr("aria-hidden", "true")
        .children((0..count).map(cell).collect())
        .html()
}
