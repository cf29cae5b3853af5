use yew::Html;
use yew::functional::{Hook, HookContext};

use article_cards::ArticleCardsProps;
use article_cards::components::embedding::{ListHandle, Render, keyed_dyn_component, use_list};

/// The list of an element.
#[derive(Clone)]
pub(super) struct List {
    pub(super) props: ArticleCardsProps,
    pub(super) handle: ListHandle,
    /// Counts the updates.
    pub(super) revision: u32,
    /// Counts the elements that used this root; each gets a new list.
    pub(super) connection: u32,
}

/// A root with one list or none. Yew never frees all of a root, so that roots are reused.
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
        use_list(&self.props, Some((self.handle.clone(), self.revision))).run(hooks)
    }
}
