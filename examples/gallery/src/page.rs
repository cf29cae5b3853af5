//! A page of the gallery: a component and its states.

use yew::Html;

use crate::source;

/// A component with its states.
#[derive(PartialEq)]
pub(crate) struct Page {
    /// The name of the component.
    pub(crate) name: &'static str,
    /// The source file of the page. The comment at its beginning says what the component is for.
    pub(crate) source: &'static str,
    pub(crate) states: &'static [State],
}

/// A state of a component: a component without props.
#[derive(PartialEq)]
pub(crate) struct State {
    /// The name of the component that shows it. Its comment is the caption.
    pub(crate) name: &'static str,
    pub(crate) render: Render,
}

/// Renders a state.
pub(crate) struct Render(pub(crate) fn() -> Html);

impl PartialEq for Render {
    /// States are constants, told apart by their names.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Page {
    /// What the component is for.
    pub(crate) fn about(&self) -> String {
        source::file_comment(self.source)
    }
}

/// Defines the page of a file: `states!("byline.rs", Byline: Plain, WithAuthors)`.
macro_rules! states {
    ($file:literal, $component:ident: $($state:ident),+ $(,)?) => {
        pub(crate) const PAGE: crate::page::Page = crate::page::Page {
            name: stringify!($component),
            source: include_str!($file),
            states: &[$(crate::page::State {
                name: stringify!($state),
                render: crate::page::Render(|| yew::html! { <$state /> }),
            }),+],
        };
    };
}
