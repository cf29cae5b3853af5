//! Language tags.

const RTL_LANGUAGES: [&str; 16] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    "ji",
];
const RTL_SCRIPTS: [&str; 8] = [
    "adlm", "arab", "hebr", "mand", "nkoo", "rohg", "syrc", "thaa",
];

/// Returns `rtl` or `ltr`, by the script of a language tag or else by its language.
pub(super) fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let one_of =
        |list: &[&str], word: &str| list.iter().any(|known| known.eq_ignore_ascii_case(word));
    let rtl = match parts.find(|part| part.len() == 4 && part.is_ascii()) {
        Some(script) => one_of(&RTL_SCRIPTS, script),
        None => one_of(&RTL_LANGUAGES, language),
    };
    if rtl { "rtl" } else { "ltr" }
}

/// Returns `true` if two tags have the same language, whatever their regions.
pub(super) fn same_language(one: &str, other: &str) -> bool {
    let language = |tag: &'_ str| tag.split(['-', '_']).next().map(str::to_ascii_lowercase);
    language(one) == language(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions() {
        for tag in ["ar", "AR-eg", "he_IL", "az-Arab-IR", "ur"] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["en-us", "ja", "ar-Latn", "fa_Latn", "", "1"] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }

    #[test]
    fn languages() {
        assert!(same_language("en-us", "EN"));
        assert!(!same_language("de", "en"));
    }
}
