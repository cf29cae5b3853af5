#[cfg(feature = "languages")]
use super::{MessageOverrides, Messages};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// The language for a locale (BCP 47), one of [`LANGUAGES`]; `None` for English.
///
/// Chinese is `zh-Hans` unless the locale implies traditional characters: their readers get English
/// rather than the wrong script.
///
/// ```
/// use article_cards::i18n::language_for;
///
/// assert_eq!(language_for("de-AT"), Some("de"));
/// assert_eq!(language_for("zh-SG"), Some("zh-Hans"));
/// assert_eq!(language_for("zh-TW"), None);
/// assert_eq!(language_for("en-GB"), None);
/// ```
pub fn language_for(locale: &str) -> Option<&'static str> {
    let mut tags = locale.split(['-', '_']);
    let language = tags.next()?;
    if language.eq_ignore_ascii_case("zh") {
        return is_simplified(tags).then_some("zh-Hans");
    }
    LANGUAGES
        .into_iter()
        .find(|known| known.eq_ignore_ascii_case(language))
}

/// Whether the subtags after `zh` imply simplified characters: by the script, else by the region.
fn is_simplified<'t>(tags: impl Iterator<Item = &'t str>) -> bool {
    // Subtags after a single letter are extensions.
    for tag in tags.take_while(|tag| tag.len() > 1) {
        let is = |known: &&str| tag.eq_ignore_ascii_case(known);
        if is(&"Hans") {
            return true;
        }
        if ["Hant", "TW", "HK", "MO"].iter().any(is) {
            return false;
        }
    }
    true
}

#[cfg(feature = "languages")]
impl Messages {
    /// The messages for a locale (BCP 47) from the files that are compiled in; `None` if there are
    /// none but the English ones. Needs the feature `languages`.
    ///
    /// ```
    /// use article_cards::i18n::Messages;
    ///
    /// let german = Messages::in_language("de-AT").unwrap();
    /// assert_eq!(german.kind("video"), "Video");
    /// assert_eq!(german.retry, "Erneut versuchen");
    /// assert_eq!(Messages::in_language("eo"), None);
    /// ```
    pub fn in_language(locale: &str) -> Option<Self> {
        let wanted = language_for(locale)?;
        let mut files = LANGUAGES.iter().zip(FILES);
        let (_, file) = files.find(|(language, _)| **language == wanted)?;
        let overrides = MessageOverrides::from_json(file.as_bytes()).ok()?;
        let mut messages = Self::english();
        messages.apply(&overrides);
        Some(messages)
    }
}
