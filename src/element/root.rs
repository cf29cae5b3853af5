use yew::virtual_dom::{Key, VComp};
use yew::{Html, Properties, component};

use crate::components::{ArticleCardsProperties, Remote, use_list};

/// What an element shows, or nothing.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RootProperties {
    #[prop_or_default]
    pub(super) list: Option<ListProperties>,
}

/// A list that the element controls.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListProperties {
    pub(super) properties: ArticleCardsProperties,
    pub(super) remote: Remote,
    /// Counts what was set.
    pub(super) revision: u32,
    /// Counts the elements that this root has stood in: each begins anew.
    pub(super) connection: u32,
}

/// The one root of an element. Yew keeps something of each root for ever, so that roots are
/// emptied and used again instead of thrown away.
#[component]
pub(super) fn Root(root: &RootProperties) -> Html {
    match &root.list {
        Some(list) => {
            let key = Key::from(u64::from(list.connection));
            VComp::new::<List>(list.clone().into(), Some(key)).into()
        }
        None => Html::default(),
    }
}

#[component]
fn List(list: &ListProperties) -> Html {
    use_list(&list.properties, Some((list.remote.clone(), list.revision)))
}
