use super::{LANGUAGES, MessageOverrides, Messages, language_for};

/// In the order of [`LANGUAGES`].
const FILES: [&str; LANGUAGES.len()] = [
    include_str!("../../languages/ar.json"),
    include_str!("../../languages/de.json"),
    include_str!("../../languages/es.json"),
    include_str!("../../languages/fr.json"),
    include_str!("../../languages/it.json"),
    include_str!("../../languages/ja.json"),
    include_str!("../../languages/nl.json"),
    include_str!("../../languages/pl.json"),
    include_str!("../../languages/pt.json"),
    include_str!("../../languages/zh-Hans.json"),
];

impl Messages {
    /// The words for a locale (BCP 47), from what is compiled in; `None`: there are no others for
    /// it than the English ones. Needs the feature `languages`.
    ///
    /// ```
    /// use article_cards::i18n::Messages;
    ///
    /// let german = Messages::in_language("de-AT").unwrap();
    /// assert_eq!(german.kind("video"), "Video");
    /// assert_eq!(german.retry, "Erneut versuchen");
    /// assert_eq!(Messages::in_language("sv"), None);
    /// ```
    pub fn in_language(locale: &str) -> Option<Self> {
        let ours = language_for(locale)?;
        let files = LANGUAGES.iter().zip(FILES);
        let (_, file) = files.into_iter().find(|(language, _)| **language == ours)?;
        let words = MessageOverrides::from_json(file.as_bytes()).ok()?;
        let mut messages = Self::english();
        messages.apply(&words);
        Some(messages)
    }
}
