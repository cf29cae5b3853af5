/// The languages that there are besides English, as BCP 47 has them and as their files are called.
pub const LANGUAGES: [&str; 10] = [
    "ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt", "zh-Hans",
];

/// Which of [`LANGUAGES`] a locale (BCP 47) is to be shown in; `None`: in English.
///
/// Chinese is ours where it is written in simplified characters, or where nothing says otherwise:
/// readers of traditional ones get English rather than the wrong script.
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
        .find(|ours| ours.eq_ignore_ascii_case(language))
}

/// By the script, else by the place, of what follows `zh`.
fn is_simplified<'t>(tags: impl Iterator<Item = &'t str>) -> bool {
    // What follows a single letter is about other things than the language.
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
