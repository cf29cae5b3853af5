use yew::{AttrValue, Callback, Classes, Properties};

/// The state of the next articles of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum PagerState {
    /// There are more.
    #[default]
    More,
    /// They are loading.
    Loading,
    /// They could not be loaded, with the reason.
    Failed(AttrValue),
    /// There are no more.
    End,
}

/// Props of [`Pager`](super::Pager).
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PagerProps {
    /// The name of the list, which distinguishes its page numbers from others in the page.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// The number of visible articles.
    pub shown: usize,
    /// The number of articles, or of those loaded so far.
    pub total: usize,
    /// Whether the feed has further pages.
    #[prop_or_default]
    pub has_next_page: bool,
    /// The number of articles that come next, if known.
    #[prop_or_default]
    pub next: Option<usize>,
    /// The number of pages of cards, or of those loaded so far. If set, there are page numbers
    /// instead of a button for more articles.
    #[prop_or_default]
    pub pages: Option<usize>,
    /// The current page, for page numbers.
    #[prop_or(1)]
    pub page: usize,
    /// The state of the next articles.
    #[prop_or_default]
    pub state: PagerState,
    /// Called to show the next articles, or to retry.
    #[prop_or_default]
    pub on_more: Callback<()>,
    /// Receives the page that the reader selects, which may not be loaded yet.
    #[prop_or_default]
    pub on_page: Callback<usize>,
    /// Called to return to the first article. Without it, there is no button.
    #[prop_or_default]
    pub on_top: Option<Callback<()>>,
    /// Additional classes of the pager.
    #[prop_or_default]
    pub class: Classes,
    /// The id of the pager.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}
