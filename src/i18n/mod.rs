//! The messages on screen, in English and other languages.
//!
//! [`Messages`] has a field for each message. An application overrides messages by changing fields of
//! a copy, or by name ([`MessageOverrides`]). A message has placeholders in braces, which [`fill`]
//! replaces; a [`PluralText`] has a form for each plural category of its language.
//!
//! English is compiled in. The other [`LANGUAGES`] are JSON files in the folder `languages`: the list
//! loads the one it needs, or the feature `languages` compiles them in.

mod en;
mod language;
mod overrides;
mod plural_text;
mod text;

use std::rc::Rc;

#[cfg(feature = "components")]
use self::en::Slot;

pub use en::Messages;
pub use language::{LANGUAGES, language_for};
pub use overrides::MessageOverrides;
pub use plural_text::{Plural, PluralText};
#[cfg(feature = "components")]
pub(crate) use text::capital;
pub(crate) use text::capitalised;
pub use text::{Text, fill};

impl Messages {
    /// The English messages.
    pub fn english() -> Self {
        en::messages()
    }

    /// The English messages, one shared copy: the default of components.
    pub fn shared() -> Rc<Self> {
        thread_local! {
            static ENGLISH: Rc<Messages> = Rc::new(Messages::english());
        }
        ENGLISH.with(Rc::clone)
    }

    /// Blank messages, for the time in which a language file loads.
    #[cfg(feature = "components")]
    pub(crate) fn blank() -> Rc<Self> {
        fn make() -> Messages {
            let mut messages = Messages::english();
            for slot in messages.slots() {
                match slot {
                    Slot::Text(text) => *text = Text::default(),
                    Slot::PluralText(text) => *text = PluralText::default(),
                }
            }
            messages
        }
        thread_local! {
            static BLANK: Rc<Messages> = Rc::new(make());
        }
        BLANK.with(Rc::clone)
    }

    /// The name of an article type: a message, or else the feed's own word in title case.
    ///
    /// ```
    /// use article_cards::i18n::Messages;
    ///
    /// assert_eq!(Messages::english().kind("video"), "Video");
    /// assert_eq!(Messages::english().kind("podcast"), "Podcast");
    /// ```
    pub fn kind(&self, kind: &str) -> String {
        match name_of(&self.kinds, kind) {
            Some(name) => name.to_string(),
            None => capitalised(kind),
        }
    }
}

/// The name of a key, in any case.
pub(crate) fn name_of<'n>(names: &'n [(Text, Text)], key: &str) -> Option<&'n Text> {
    let mut names = names.iter();
    let found = names.find(|(known, _)| known.eq_ignore_ascii_case(key));
    found.map(|(_, name)| name)
}
