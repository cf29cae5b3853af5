//! Language tags.

/// Parses a language tag by the syntax of BCP 47; `en_us` is read as `en-us`.
pub(crate) fn language(text: &str) -> Option<String> {
    let tag = text.trim().replace('_', "-");
    let mut subtags = tag.split('-');
    let primary = subtags.next()?;
    let private = matches!(primary, "x" | "i") && tag.len() > 2;
    let letters = primary.bytes().all(|byte| byte.is_ascii_alphabetic());
    let language = letters && (private || (2..=8).contains(&primary.len()));
    let below = subtags.all(|subtag| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    (language && below).then_some(tag)
}

#[cfg(test)]
mod tests {
    use super::language;

    #[test]
    fn language_tags() {
        for tag in ["en", "en-us", "zh-Hant-TW", "x-klingon"] {
            assert_eq!(language(tag).as_deref(), Some(tag));
        }
        assert_eq!(language(" pt_BR ").as_deref(), Some("pt-BR"));
        for no_tag in [
            "",
            "e",
            "x",
            "e n",
            "en--us",
            "123",
            "englishlanguage",
            "en-languageofkings",
        ] {
            assert_eq!(language(no_tag), None, "{no_tag}");
        }
    }
}
