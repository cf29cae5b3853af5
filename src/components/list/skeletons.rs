use crate::attributes::Layout;
use crate::components::primitives::{element, with_root_props};
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
                <li key={index} class="ac-x-cell">{ card.clone() }</li>
            }) }
        </ul>
    }
}
