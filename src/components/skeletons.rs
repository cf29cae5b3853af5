use yew::{Html, Properties, component, html};

use super::Layout;

/// Properties of [`Skeletons`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct SkeletonsProperties {
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
pub fn Skeletons(properties: &SkeletonsProperties) -> Html {
    let bone = |size: &'static str| html! { <span class={format!("ac-x-bone {size}")} /> };
    let lines = match properties.layout {
        Layout::Compact => ["ac-x-w95"].as_slice(),
        _ => [
            "ac-x-w40",
            "ac-x-w95 ac-x-tall",
            "ac-x-w70 ac-x-tall",
            "ac-x-w90",
            "ac-x-w60",
        ]
        .as_slice(),
    };
    let picture = properties.layout != Layout::Compact;
    html! {
        <ul class="ac-results" part="results" role="list" aria-hidden="true">
            { for (0..properties.count).map(|place| html! {
                <li key={place} class="ac-x-cell">
                    <div class="ac-skeleton" part="skeleton">
                        if picture {
                            { bone("ac-x-picture") }
                        }
                        <div>{ for lines.iter().map(|size| bone(size)) }</div>
                    </div>
                </li>
            }) }
        </ul>
    }
}
