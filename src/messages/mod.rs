//! The words on screen.
//!
//! A language is one value of [`Messages`]; own words are a changed copy of it. Texts may hold
//! placeholders in braces, which [`fill`] replaces, and those that count have a form for each
//! plural category of the language.

mod capital;
mod counted;
mod en;
mod fill;

use std::borrow::Cow;
use std::rc::Rc;

#[cfg(feature = "csr")]
pub(crate) use capital::capital;
pub(crate) use capital::capitalised;
pub use counted::{Counted, Plural};
pub use fill::fill;

/// A text: of the program, or of the embedder.
pub type Text = Cow<'static, str>;

/// All words on screen, in one language.
///
/// ```
/// use article_cards::messages::Messages;
///
/// let messages = Messages { retry: "Once more".into(), ..Messages::english() };
/// assert_eq!(messages.details, "Details");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Messages {
    /// The language of these words, as a BCP 47 tag.
    pub language: Text,

    /// While the first articles load.
    pub loading: Text,
    /// How many there are: `{count}`.
    pub articles: Counted,
    /// How many there are so far, in a feed that goes on: `{count}`.
    pub articles_so_far: Counted,

    /// Title for a feed without articles.
    pub empty_title: Text,
    /// Text for a feed without articles.
    pub empty_text: Text,

    /// Title where nothing could be loaded.
    pub error_title: Text,
    /// The next page failed while articles are shown.
    pub more_failed: Text,
    /// What stands for `{host}` where the feed has none.
    pub the_feed: Text,
    /// No address that could be asked: `{url}`.
    pub error_address: Text,
    /// No connection: `{host}`.
    pub error_network: Text,
    /// An HTTP status other than success: `{host}`, `{status}`.
    pub error_http: Text,
    /// No answer in time: `{host}`, `{count}` seconds.
    pub error_timeout: Counted,
    /// More bytes than allowed: `{host}`, `{limit}`.
    pub error_size: Text,
    /// No JSON: `{host}`.
    pub error_parse: Text,
    /// JSON, but no feed: `{host}`.
    pub error_shape: Text,
    /// Button that tries again.
    pub retry: Text,
    /// Discloses what exactly failed.
    pub details: Text,

    /// How far the list is: `{shown}`, `{total}`.
    pub progress: Text,
    /// How far the list is in a feed that goes on: `{shown}`, `{total}`.
    pub progress_so_far: Text,
    /// What assistive technology hears after the number of articles: `{count}` of them are shown.
    pub shown: Counted,
    /// Button for the next articles: `{count}`.
    pub show_more: Counted,
    /// Button for the next articles where their number is not known.
    pub show_more_open: Text,
    /// While the next articles load.
    pub loading_more: Text,
    /// The end of the list: `{count}`.
    pub all_shown: Counted,
    /// Leads back to the first article.
    pub back_to_top: Text,

    /// Types of articles: the feed's word and ours.
    pub kinds: Vec<(Text, Text)>,
    /// Name of a card's topics for assistive technology.
    pub topics: Text,
    /// What assistive technology reads after `+2` on the button that unfolds topics.
    pub more_topics: Counted,
    /// Summary of related articles: `{count}`.
    pub related: Counted,
    /// Button for the rest of the related articles: `{count}`.
    pub related_more: Counted,
    /// The quality score.
    pub quality: Text,
    /// The heat score.
    pub heat: Text,
    /// The price of a course.
    pub price: Text,
    /// The levels of a course: `{count}` of them.
    pub levels: Counted,
    /// Members of a forum: `{count}`.
    pub members: Counted,
    /// What a provider's button does: `{provider}`.
    pub provider_filter: Text,
    /// Where a provider's link leads: `{domain}`.
    pub provider_link: Text,
    /// For assistive technology: the link opens in a new window.
    pub new_window: Text,
}

impl Messages {
    /// The English words.
    pub fn english() -> Self {
        en::messages()
    }

    /// The English words, one copy for all that ask: what components show by default.
    pub fn shared() -> Rc<Self> {
        thread_local! {
            static ENGLISH: Rc<Messages> = Rc::new(Messages::english());
        }
        ENGLISH.with(Rc::clone)
    }

    /// What to call a type of article: our word for it, else the feed's own with a capital.
    ///
    /// ```
    /// use article_cards::messages::Messages;
    ///
    /// assert_eq!(Messages::english().kind("video"), "Video");
    /// assert_eq!(Messages::english().kind("podcast"), "Podcast");
    /// ```
    pub fn kind(&self, kind: &str) -> String {
        match self
            .kinds
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(kind))
        {
            Some((_, word)) => word.to_string(),
            None => capitalised(kind),
        }
    }
}
