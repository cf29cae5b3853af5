use crate::attributes::Layout;
use crate::components::primitives::{ElementBuilder, element, with_root_props};
use yew::{AttrValue, Classes, Html, Properties, component, html};

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
    let card = html! {
        <div part="skeleton" class="ac-skeleton">
            if layout != Layout::Compact {
                <span class="ac-x-bone ac-x-picture" />
            }
            <div>
                { for lines.iter().map(|class| element("span").class(class).html()) }
            </div>
        </div>
    };
    html! {
        <ul part="results" role="list" aria-hidden="true" class="ac-results">
            { for (0..count).map(|index| html! {
                <li key={index} class="ac-cell">{ card.clone() }</li>
            }) }
        </ul>
    }
}

/// The number of values in the skeletons of facets.
const FACET_ROWS: usize = 8;

/// Placeholders of facets. Nothing if there are none.
pub(super) fn facet_skeletons(count: usize) -> Option<Html> {
    let bone = |class| element("span").class(class).html();
    let row = |index: usize| {
        let name = match index % 2 {
            0 => "ac-x-bone ac-x-w70",
            _ => "ac-x-bone ac-x-w60",
        };
        element("div")
            .class("ac-x-option")
            .child(bone("ac-x-bone ac-x-box"))
            .child(bone(name))
            .html()
    };
    let facet = |_| {
        let facet = element("div").class("ac-facet");
        let label = element("div").class("ac-facet-label");
        let facet = facet.child(label.child(bone("ac-x-bone ac-x-w40")).html());
        (0..FACET_ROWS)
            .map(row)
            .fold(facet, ElementBuilder::child)
            .html()
    };
    let facets = (0..count).map(facet);
    let facets = facets.fold(element("div").class("ac-x-facets"), ElementBuilder::child);
    // With a key of their own, they are replaced by the facets, not moved to their places.
    let column = element("div")
        .key("skeletons")
        .class("ac-facets")
        .attr("aria-hidden", "true");
    (count > 0).then(|| column.child(facets.html()).html())
}
