use super::language::FILES;
use super::{LANGUAGES, MessageOverrides, Messages, language_for};

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
