use yew::Html;
use yew::functional::{Hook, HookContext};

use article_cards::ArticleCardsProps;
use article_cards::components::embedding::{ListHandle, Render, keyed_dyn_component, use_list};

/// A list that the element controls.
#[derive(Clone)]
pub(super) struct List {
    pub(super) properties: ArticleCardsProps,
    pub(super) remote: ListHandle,
    /// Counts what was set.
    pub(super) revision: u32,
    /// Counts the elements that this root has stood in: each begins anew.
    pub(super) connection: u32,
}

/// The one root of an element: what it shows, or nothing. Yew keeps something of each root for
/// ever, so that roots are emptied and used again instead of thrown away.
pub(super) struct Root(pub(super) Option<List>);

impl Render for Root {
    const NAME: &'static str = "root";

    fn render(&self, _: &mut HookContext) -> Html {
        match &self.0 {
            Some(list) => keyed_dyn_component(list.clone(), &list.connection.to_string()),
            None => Html::default(),
        }
    }
}

impl Render for List {
    const NAME: &'static str = "list";

    fn render(&self, hooks: &mut HookContext) -> Html {
        use_list(&self.properties, Some((self.remote.clone(), self.revision))).run(hooks)
    }
}
