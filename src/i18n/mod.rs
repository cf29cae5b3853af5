//! The words on screen.
//!
//! A language is one value of [`Messages`]; own words are a changed copy of it, by Rust's fields
//! or by name ([`MessageOverrides`]). Texts may hold placeholders in braces, which [`fill`] replaces, and
//! those that count have a form for each plural category of the language.
//!
//! English is compiled in. The other [`LANGUAGES`] are files of JSON in the folder `languages`,
//! which the widget loads when it needs one, or which the feature `languages` compiles in.

mod capital;
#[cfg(feature = "languages")]
mod catalog;
mod en;
mod fill;
mod language;
mod overrides;
mod plural_text;
mod slot;

use std::borrow::Cow;
use std::rc::Rc;

#[cfg(feature = "csr")]
use self::slot::Slot;

#[cfg(feature = "csr")]
pub(crate) use capital::capital;
pub(crate) use capital::capitalised;
pub use en::Messages;
pub use fill::fill;
pub use language::{LANGUAGES, language_for};
pub use overrides::MessageOverrides;
pub use plural_text::{Plural, PluralText};

/// A text: of the program, or of the embedder.
pub type Text = Cow<'static, str>;

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

    /// No words yet, for the moment in which those of a language are on their way.
    #[cfg(feature = "csr")]
    pub(crate) fn blank() -> Rc<Self> {
        fn make() -> Messages {
            let mut messages = Messages::english();
            for slot in messages.slots() {
                match slot {
                    Slot::Text(text) => *text = Text::default(),
                    Slot::PluralText(counted) => *counted = PluralText::default(),
                }
            }
            messages
        }
        thread_local! {
            static BLANK: Rc<Messages> = Rc::new(make());
        }
        BLANK.with(Rc::clone)
    }

    /// What to call a type of article: our word for it, else the feed's own with a capital.
    ///
    /// ```
    /// use article_cards::i18n::Messages;
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
