use super::*;
use proptest::prelude::*;

#[test]
fn plain_text() {
    for (text, expected) in [
        ("", ""),
        (" \u{feff}\n", ""),
        ("a  b\tc\u{a0}d\u{2028}e\u{3000}f\u{feff}g", "a b c d e f g"),
        ("&nbsp;a&nbsp; b&#10;", "a b"),
        ("a\u{200b}b\u{ad}c", "a\u{200b}b\u{ad}c"),
        ("<b>&lt;b&gt;&amp;lt;", "<b><b>&lt;"),
    ] {
        assert_eq!(plain(text), expected, "{text:?}");
    }
}

proptest! {
    #[test]
    fn plain_is_what_its_words_are(text in "[ab& \\t\\n\\u{7f}é\\u{a0}\\u{2003}\\u{3000}\\u{feff}🌊]{0,40}") {
        let words = text.split(is_white_space).filter(|word| !word.is_empty());
        prop_assert_eq!(plain(&text), words.collect::<Vec<_>>().join(" "));
    }
}

#[test]
fn plain_borrows_what_is_plain() {
    for text in ["", "Tom & Jerry", " trimmed only ", "Größe – 5 €"] {
        assert!(matches!(plain(text), Cow::Borrowed(_)), "{text:?}");
    }
}

#[test]
fn escaped() {
    assert!(matches!(
        escape_references("AT&T & &xyzzy; &#"),
        Cow::Borrowed(_)
    ));
    assert_eq!(escape_references("&&lt &#1 &#x;"), "&&amp;lt &amp;#1 &#x;");
}

#[test]
fn words() {
    for (text, max_characters, expected) in [
        ("", 0, ""),
        ("a", 0, ""),
        ("a", 1, "a"),
        ("ab", 1, "…"),
        ("a bc", 3, "a…"),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("a bcdefghijkl", 8, "a bcdef…"),
        ("港で船を見る人々", 5, "港で船を…"),
    ] {
        assert_eq!(
            first_words(text, max_characters),
            expected,
            "{text} {max_characters}"
        );
    }
}
