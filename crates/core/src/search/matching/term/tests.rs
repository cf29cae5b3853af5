use super::Term;
use crate::search::PlainLocale;

/// Formats terms: `-` for exclusions, quotes for quoted ones, `+` between words, `~` before a run.
fn terms(query: &str) -> Vec<String> {
    let show = |term: &Term| {
        let words = term.words.iter();
        let words: Vec<String> = words
            .map(|word| format!("{}{}", if word.is_run { "~" } else { "" }, word.folded))
            .collect();
        let words = words.join("+");
        let words = if term.quoted {
            format!("\"{words}\"")
        } else {
            words
        };
        format!("{}{words}", if term.excluded { "-" } else { "" })
    };
    Term::parse(query, &PlainLocale::default())
        .iter()
        .map(show)
        .collect()
}

#[test]
fn pieces() {
    assert_eq!(terms(" Open\u{3000}AI "), ["open", "ai"]);
    assert_eq!(
        terms("wi-fi don’t example.com"),
        ["wi+fi", "don't", "example.com"]
    );
    assert_eq!(terms("-draft --old - --"), ["-draft", "-old"]);
    assert_eq!(terms("☃ -☃ … ++ 🚀!"), ["~☃", "-~☃", "~…", "~++", "~🚀!"]);
    assert_eq!(terms("C++ c#-f +a"), ["c\t\t", "c\u{1}+f", "a"]);
    assert_eq!(terms("東京タワー AIの"), ["~東京タワー", "ai+~の"]);
    assert_eq!(terms(""), [""; 0]);
}

#[test]
fn quotes() {
    assert_eq!(terms("\"Open AI\" x"), ["\"open+ai\"", "x"]);
    assert_eq!(
        terms("-\"Open AI\"-\"a\" b"),
        ["-\"open+ai\"", "-\"a\"", "b"]
    );
    assert_eq!(
        terms("“Open AI” „Neue Zeit“"),
        ["\"open+ai\"", "\"neue+zeit\""]
    );
    assert_eq!(terms("a \"b c"), ["a", "\"b+c\""]);
    assert_eq!(terms("a\"b c\"d"), ["a", "\"b+c\"", "d"]);
    assert_eq!(terms("-a\"b\""), ["-a", "\"b\""]);
    assert_eq!(terms("\"\" \" \" \"-a\" \""), ["\"a\""]);
    assert_eq!(terms("--\"a b\""), ["-\"a+b\""]);
}

#[test]
fn edits_by_length() {
    let edits = |query: &str| Term::parse(query, &PlainLocale::default())[0].edits();
    assert_eq!(edits("abc"), None);
    assert_eq!(edits("abcd"), Some(1));
    assert_eq!(edits("abcdefg"), Some(1));
    assert_eq!(edits("abcdefgh"), Some(2));
    // Folded, and in code points.
    assert_eq!(edits("Maß"), Some(1));
    assert_eq!(edits("при"), None);
    for never in ["-abcd", "\"abcd\"", "wi-fi", "東京東京", "rust#", "!!!!"] {
        assert_eq!(edits(never), None);
    }
}
