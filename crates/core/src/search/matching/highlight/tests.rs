use std::cell::Cell;
use std::rc::Rc;
use std::slice;

use proptest::prelude::*;

use super::{Highlighter, excerpt_start};
use crate::search::matching::term::Term;
use crate::search::matching::typo::Typo;
use crate::search::text::tests::{oracle, text};
use crate::search::{Locale, PlainLocale};

/// Returns the ways in which terms match, whatever the feed has.
fn alternatives(query: &str, by_typos: bool, locale: &dyn Locale) -> Vec<Term> {
    let terms = Term::parse(query, locale).into_iter();
    let alternatives = terms.flat_map(|mut term| {
        let edits = term.edits().filter(|_| by_typos);
        term.typo = edits.map(|edits| Typo::new(&term.words[0].folded, edits));
        let joined = term.joined();
        [Some(term), joined].into_iter().flatten()
    });
    alternatives.collect()
}

fn marks(query: &str, by_typos: bool, text: &str) -> Vec<std::ops::Range<usize>> {
    let locale = PlainLocale::default();
    Highlighter::new(alternatives(query, by_typos, &locale), Rc::new(locale)).marks(text)
}

/// Returns the text with its marks in brackets.
fn marked(query: &str, text: &str) -> String {
    bracketed(text, &marks(query, false, text))
}

fn bracketed(text: &str, marks: &[std::ops::Range<usize>]) -> String {
    let (mut shown, mut at) = (String::new(), 0);
    for mark in marks {
        shown += &format!("{}[{}]", &text[at..mark.start], &text[mark.clone()]);
        at = mark.end;
    }
    shown + &text[at..]
}

#[test]
fn beginnings_of_words() {
    assert_eq!(
        marked("open ai", "OpenAI opens AI, not paid"),
        "[Open]AI [open]s [AI], not paid"
    );
    assert_eq!(marked("strasse", "Straße, Straßen"), "[Straße], [Straße]n");
    assert_eq!(marked("stras", "Straße"), "[Straß]e");
    assert_eq!(marked("cafe", "Café Cafe\u{301}s"), "[Café] [Cafe\u{301}]s");
    assert_eq!(marked("f", "\u{FB01}ne"), "[\u{FB01}]ne");
    assert_eq!(
        marked("soft", "so\u{AD}ft\u{AD}ware"),
        "[so\u{AD}ft\u{AD}]ware"
    );
    assert_eq!(marked("하", "한국"), "[한]국");
    assert_eq!(marked("op open", "opened"), "[open]ed");
}

#[test]
fn words_next_to_each_other() {
    assert_eq!(
        marked("wi-fi", "Wi-Fi, wi fis; fi wi"),
        "[Wi-Fi], [wi fi]s; fi wi"
    );
    assert_eq!(
        marked("\"open ai\"", "Open  AI, open air"),
        "[Open  AI], open air"
    );
    assert_eq!(marked("\"a b a\"", "a b a b a b"), "[a b a b a] b");
    assert_eq!(marked("\"open\"", "open opens"), "[open] opens");
}

#[test]
fn parts_of_words() {
    assert_eq!(
        marked("economie", "L'économie, économies"),
        "L'[économie], [économie]s"
    );
    assert_eq!(marked("\"node\"", "Node.js, nodes"), "[Node].js, nodes");
    assert_eq!(marked("1.2", "v1.2.3"), "v[1.2].3");
    assert_eq!(marked("\"prix eau\"", "Le prix l’eau"), "Le [prix l’eau]");
    assert_eq!(marked("c", "C++ or C"), "[C]++ or [C]");
    assert_eq!(marked("c++ \"c#\"", "C++ or C, C#."), "[C++] or C, [C#].");
}

#[test]
fn joined_words() {
    assert_eq!(
        marked("wifi", "Wi-Fi, wi fi, wifis"),
        "[Wi-Fi], wi fi, [wifi]s"
    );
    assert_eq!(marked("wif wi", "Wi-Fi"), "[Wi-F]i");
    assert_eq!(
        marked("stateofthe", "state-of-the-art"),
        "[state-of-the]-art"
    );
    assert_eq!(
        marked("\"stateofthe\" \"theart\"", "state-of-the-art"),
        "state-of-the-art"
    );
    assert_eq!(marked("wi-fi", "WiFi"), "[WiFi]");
}

#[test]
fn symbols() {
    assert_eq!(marked("🚀 ++", "🚀 C++ 🚀🚀"), "[🚀] C[++] [🚀🚀]");
    assert_eq!(marked("❤", "a ❤\u{FE0F}."), "a [❤\u{FE0F}].");
    assert_eq!(marked("…", "Soon…"), "Soon[…]");
}

#[test]
fn runs() {
    assert_eq!(marked("京", "東京と京都"), "東[京]と[京]都");
    assert_eq!(marked("ああ", "あああい"), "[あああ]い");
    assert_eq!(marked("か", "ガか゛が"), "ガ[か]゛[が]");
    assert_eq!(marked("京ai", "京東京AIs"), "京東[京AI]s");
    assert_eq!(marked("ai京", "AI東京京"), "[AI東京]京");
    assert_eq!(marked("\"京\"", "東京"), "東[京]");
}

#[test]
fn typos() {
    let text = "Opneai, openai and opebai2";
    assert_eq!(
        bracketed(text, &marks("openai", true, text)),
        "[Opneai], [openai] and opebai2"
    );
    assert_eq!(bracketed("a b", &marks("a-b a", true, "a b")), "[a b]");
}

#[test]
fn excerpts_begin_before_the_first_mark() {
    let text = "Es war einmal ein Mann. Der hatte drei Söhne, und der jüngste hieß Dummling.";
    let start = |word: &str, max_characters| {
        let at = text.find(word).unwrap();
        &text[excerpt_start(
            text,
            slice::from_ref(&(at..at + word.len())),
            max_characters,
        )..]
    };
    assert_eq!(start("Mann", 30), text);
    assert!(start("hatte", 25).starts_with("Der hatte"));
    assert!(start("Dummling", 40).starts_with("hieß Dummling"));
    assert!(start("Dummling", 60).starts_with("der jüngste hieß Dummling"));
    assert!(start("Dummling", 0).starts_with("Dummling"));
    let runs = "これは最初の文です。次の文に東京があります。";
    let at = runs.find("東京").unwrap();
    assert!(runs[excerpt_start(runs, slice::from_ref(&(at..at + 6)), 15)..].starts_with("次の文"));
    assert_eq!(excerpt_start("", &[], 10), 0);
    assert_eq!(excerpt_start("é", slice::from_ref(&(1..9)), 0), 0);
}

/// A locale that counts the characters that it decomposes.
#[derive(Default)]
struct CountingLocale {
    decomposed: Cell<usize>,
}

impl Locale for CountingLocale {
    fn decompose(&self, text: &str) -> String {
        self.decomposed
            .set(self.decomposed.get() + text.chars().count());
        PlainLocale::default().decompose(text)
    }

    fn rank(&self, _: &[&str]) -> Vec<u32> {
        Vec::new()
    }

    fn start_of_day(&self, _: i64) -> i64 {
        0
    }
}

/// Returns the marks, and how many characters were decomposed to find them.
fn counted(query: &str, text: &str) -> (Vec<std::ops::Range<usize>>, usize) {
    let locale = Rc::new(CountingLocale::default());
    let terms = alternatives(query, false, &*locale);
    let highlighter = Highlighter::new(terms, Rc::<CountingLocale>::clone(&locale));
    locale.decomposed.set(0);
    (highlighter.marks(text), locale.decomposed.get())
}

#[test]
fn long_runs_are_read_a_few_times_only() {
    let text = "㌀漢".repeat(50_000);
    let (marks, decomposed) = counted("アパ パー", &text);
    let expected: Vec<_> = (0..200).map(|n| n * 6..n * 6 + 3).collect();
    assert_eq!(marks, expected);
    assert!((100_000..500_000).contains(&decomposed), "{decomposed}");
    // Overlapping matches are one mark, however long.
    assert_eq!(marked("中中", &"中".repeat(20_000)).chars().count(), 20_002);
}

#[test]
fn only_the_beginning_of_a_long_text_is_read() {
    let text = "Ꭰ b ".repeat(40_000);
    let (marks, decomposed) = counted("Ꭰ", &text);
    let expected: Vec<_> = (0..200).map(|n| n * 6..n * 6 + 3).collect();
    assert_eq!(marks, expected);
    assert!((1_000..4_000).contains(&decomposed), "{decomposed}");
    // The same for other terms.
    assert_eq!(counted("b Ꭰ", &text).0[..2], [0..3, 4..5]);

    // Without a match at the beginning, reading goes on to the first match and a little further.
    let text = format!("{}b {}", "Ꭰ ".repeat(10_000), "Ꭰ ".repeat(100_000));
    let (marks, decomposed) = counted("b", &text);
    assert_eq!(marks, slice::from_ref(&(40_000..40_001)));
    assert!((10_000..60_000).contains(&decomposed), "{decomposed}");
    assert!(counted("c", &text).0.is_empty());
}

#[test]
fn a_window_does_not_end_within_a_word() {
    let before = "x ".repeat(1_998);
    for (query, end, found) in [
        ("\"open\"", "opened", None),
        ("\"open\"", "open", Some(3_996..4_000)),
        ("\"open\"", "open opened", Some(3_996..4_000)),
        ("opened", "opened", Some(3_996..4_002)),
        ("open-ai", "open ai", Some(3_996..4_003)),
        ("か", "漢字とか\u{3099}", Some(4_005..4_011)),
    ] {
        let text = before.clone() + end;
        assert_eq!(marks(query, false, &text), Vec::from_iter(found), "{end}");
    }
}

#[test]
fn a_mark_does_not_start_with_an_ignored_letter() {
    for (text, expected) in [
        ("a.\u{ffa0}b", 5..6),
        ("\u{ffa0}b", 3..4),
        ("\u{3164}\u{ffa0}b", 6..7),
        ("\u{ffa0}b\u{ffa0}c", 3..4),
        ("a-\u{ffa0}b", 5..6),
    ] {
        assert_eq!(
            marks("b", false, text),
            slice::from_ref(&expected),
            "{text:?}"
        );
    }
    let joined = marks("ab", false, "\u{ffa0}a-\u{ffa0}b");
    assert_eq!(joined, slice::from_ref(&(3..9)));
}

/// Returns whether a place in a text is between two characters with their combining marks.
fn is_boundary(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|after| !after.starts_with(oracle::is_mark))
}

/// Returns the folded length of a text without hyphens.
fn folded_length(text: &str) -> usize {
    oracle::fold(&text.replace(['-', '\u{2010}', '\u{2011}'], "")).len()
}

/// Marks each part of a word that starts with a plain term, and words that hyphens connect if they
/// do when they are joined, up to the shortest part that folds to it, with the combining marks after
/// it.
fn expected(term: &str, text: &str) -> Vec<bool> {
    let mut is_marked = vec![false; text.len()];
    let mut mark = |start: usize| {
        let ends = (start + 1..=text.len()).filter(|end| is_boundary(text, *end));
        let end = ends
            .into_iter()
            .find(|end| folded_length(&text[start..*end]) >= term.len());
        is_marked[start..end.unwrap()].fill(true);
    };
    // Letters that are ignored, such as a Hangul filler, are not a match's first ones.
    let first_within = |range: std::ops::Range<usize>, start: usize| {
        let begins = range.start;
        range
            .filter(|place| *place == begins || is_boundary(text, *place))
            .rfind(|place| folded_length(&text[begins..*place]) <= start)
            .unwrap()
    };
    let words = oracle::words(text);
    for (at, (word, is_run, range)) in words.iter().enumerate() {
        if *is_run {
            continue;
        }
        let mut starts = vec![0];
        for (end, separator) in word.match_indices(['\'', '.', '_']) {
            if !word[end + 1..].starts_with(['\'', '.', '_']) {
                starts.push(end + separator.len());
            }
        }
        let is_version =
            word.starts_with('v') && word[1..].starts_with(|c: char| c.is_ascii_digit());
        if is_version && word.contains('.') {
            starts.push(1);
        }
        for start in starts {
            if word[start..].starts_with(term) {
                mark(first_within(range.clone(), start));
            }
        }
        let is_connected = |at: usize| {
            let (_, before_is_run, before) = &words[at - 1];
            let (_, is_run, word) = &words[at];
            let between = &text[before.end..word.start];
            !before_is_run && !is_run && matches!(between, "-" | "\u{2010}" | "\u{2011}")
        };
        if at > 0 && is_connected(at) {
            continue;
        }
        let connected = (at + 1..words.len()).take_while(|next| is_connected(*next));
        let mut joined = word.clone();
        joined.extend(connected.map(|next| words[next].0.as_str()));
        if joined.starts_with(term) {
            mark(first_within(range.clone(), 0));
        }
    }
    is_marked
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1024))]

    #[test]
    fn marks_cover_what_the_oracle_marks(text in text(), length in 1..4_usize) {
        let locale = PlainLocale::default();
        for (word, is_run, _) in oracle::words(&text) {
            let term: String = word.chars().take(length).collect();
            let terms = Term::parse(&term, &locale);
            // A prefix of a word may be several words by itself.
            let is_same = matches!(terms.as_slice(), [Term { words, excluded: false, .. }]
                if matches!(words.as_slice(), [one] if one.folded == term && !one.is_run));
            if is_run || !is_same {
                continue;
            }
            let mut is_marked = vec![false; text.len()];
            for mark in marks(&term, false, &text) {
                is_marked[mark].fill(true);
            }
            prop_assert_eq!(is_marked, expected(&term, &text), "{:?}", term);
        }
    }

    #[test]
    fn marks_are_whole_characters_in_order(text in text(), query in text(), by_typos: bool) {
        let mut end = None;
        for mark in marks(&query, by_typos, &text) {
            prop_assert!(end.is_none_or(|end| end < mark.start) && mark.start < mark.end);
            let inside = text.get(mark.clone());
            prop_assert!(inside.is_some());
            let after = text[mark.end..].chars().next();
            prop_assert!(after.is_none_or(|c| !oracle::is_mark(c)));
            end = Some(mark.end);
        }
    }

    #[test]
    fn a_text_matches_itself_as_a_phrase(text in text()) {
        let text = text.replace('"', "");
        let words = oracle::words(&text);
        prop_assume!(!words.is_empty());
        let marks = marks(&format!("\"{text}\""), false, &text);
        let (first, last) = (&words[0].2, &words[words.len() - 1].2);
        prop_assert_eq!(marks.len(), 1);
        prop_assert!(first.contains(&marks[0].start));
        prop_assert!(marks[0].end > last.start && marks[0].end <= last.end);
        prop_assert_eq!(oracle::fold(&text[first.start..marks[0].start]), "");
        prop_assert_eq!(oracle::fold(&text[marks[0].end..last.end]), "");
    }

    #[test]
    fn excerpts_show_their_first_mark(text in text(), query in text(), max_characters in 0..20_usize) {
        let marks = marks(&query, false, &text);
        let start = excerpt_start(&text, &marks, max_characters);
        prop_assert!(text.is_char_boundary(start));
        if let Some(mark) = marks.first() {
            prop_assert!(start <= mark.start);
            let seen = text[start..mark.end].chars().count();
            prop_assert!(seen <= max_characters || start == mark.start);
        } else {
            prop_assert_eq!(start, 0);
        }
    }
}
