use std::rc::Rc;

use yew::{AttrValue, Callback, Properties};

use crate::browser::Formats;
use crate::i18n::Messages;

/// Where a list stands with its next articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum PagerState {
    /// There are more.
    #[default]
    More,
    /// They are being loaded.
    Loading,
    /// They could not be loaded; the words say why.
    Failed(AttrValue),
    /// There are no more.
    End,
}

/// Props of [`Pager`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct PagerProps {
    /// How many articles are shown.
    pub shown: usize,
    /// How many there are, or were loaded so far.
    pub total: usize,
    /// Whether the feed has pages that were not loaded.
    #[prop_or_default]
    pub goes_on: bool,
    /// How many come next; `None` where that is not known.
    #[prop_or_default]
    pub next: Option<usize>,
    /// How many pages of cards there are, or were loaded so far, where they replace each other:
    /// their numbers stand in the place of one button for more.
    #[prop_or_default]
    pub pages: Option<usize>,
    /// The page that is shown, where there are numbers.
    #[prop_or(1)]
    pub page: usize,
    /// Where the list stands.
    #[prop_or_default]
    pub state: PagerState,
    /// Asks for the next articles, after a failure too.
    #[prop_or_default]
    pub on_more: Callback<()>,
    /// Asks for a page, where there are numbers; for one that is not loaded too.
    #[prop_or_default]
    pub on_page: Callback<usize>,
    /// Leads back to the first article; without it there is no button.
    #[prop_or_default]
    pub on_top: Option<Callback<()>>,
    /// Numbers and plural forms.
    #[prop_or_else(Formats::shared)]
    pub formats: Formats,
    /// The words on screen.
    #[prop_or_else(Messages::shared)]
    pub messages: Rc<Messages>,
}
