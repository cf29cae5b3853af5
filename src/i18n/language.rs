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
