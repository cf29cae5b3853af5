//! The language files: complete, with the plural forms of their language, and well typeset.
#![allow(missing_docs)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use article_cards::i18n::{
    LANGUAGES, MessageOverrides, Messages, Plural, PluralText, language_for,
};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use serde_json::Value;

/// The plural categories of a language in CLDR.
fn categories(language: &str) -> BTreeSet<&'static str> {
    let rules = plural_rules(language);
    rules.categories().map(category_name).collect()
}

/// Whether `one` is the category of 1 alone.
fn one_is_1(language: &str) -> bool {
    let rules = plural_rules(language);
    (0..=1_000_u64)
        .all(|number| (rules.category_for(number) == PluralCategory::One) == (number == 1))
}

fn plural_rules(language: &str) -> PluralRules {
    let locale: Locale = language.parse().unwrap();
    PluralRules::try_new((&locale).into(), Default::default()).unwrap()
}

fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// The texts of languages that are the same words as in English. A new language needs no entry.
const SAME_AS_ENGLISH: &[(&str, &[&str])] = &[
    (
        "de",
        &[
            "inFacet",
            "chipBetween",
            "kinds.video",
            "kinds.download",
            "kinds.forum",
        ],
    ),
    ("es", &["chipBetween"]),
    (
        "fr",
        &[
            "articles",
            "kindFacet",
            "date",
            "chipBetween",
            "pages",
            "page",
            "kinds.article",
            "kinds.collection",
            "kinds.forum",
        ],
    ),
    (
        "it",
        &[
            "inFacet",
            "chipBetween",
            "kinds.video",
            "kinds.download",
            "kinds.forum",
        ],
    ),
    (
        "nl",
        &[
            "filters",
            "inFacet",
            "chipBetween",
            "kinds.video",
            "kinds.download",
            "kinds.forum",
        ],
    ),
    ("pl", &["chipBetween", "kinds.forum"]),
    ("pt", &["chipBetween", "kinds.download"]),
    ("ar", &[]),
    ("ja", &[]),
    ("zh-Hans", &[]),
];

fn file(language: &str) -> String {
    let path = format!("{}/languages/{language}.json", env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(path).unwrap()
}

/// The texts of a file by name.
type Texts = BTreeMap<String, Value>;

fn texts(language: &str) -> Texts {
    serde_json::from_str(&file(language)).unwrap()
}

fn spoken(language: &str) -> Messages {
    let mut messages = Messages::english();
    let words = MessageOverrides::from_json(file(language).as_bytes()).unwrap();
    assert_eq!(messages.apply(&words), [""; 0], "{language}");
    messages
}

/// The field names of the struct in camel case, from its debug output, and whether they are plurals.
fn names() -> BTreeMap<String, bool> {
    let debug = format!("{:#?}", Messages::english());
    let fields = debug.lines().filter_map(|line| {
        let field = line.strip_prefix("    ")?;
        let (name, value) = field.split_once(": ")?;
        // Only embedders have names of their own for fields.
        let is_name = name != "fields" && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        is_name.then(|| (camel_case(name), value.starts_with("PluralText")))
    });
    fields.collect()
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut camel = words.next().unwrap().to_owned();
    for word in words {
        camel.push_str(&word[..1].to_uppercase());
        camel.push_str(&word[1..]);
    }
    camel
}

/// Every form in a value, by its category; a plain text is `other`.
fn forms(value: &Value) -> Vec<(&str, &str)> {
    match value {
        Value::String(text) => vec![("other", text)],
        Value::Object(forms) => forms
            .iter()
            .map(|(category, text)| (category.as_str(), text.as_str().unwrap()))
            .collect(),
        _ => panic!("{value} is neither a text nor forms"),
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').unwrap().0)
        .collect()
}

/// The English texts by name, as in a language file.
fn english() -> Texts {
    let debug = format!("{:#?}", Messages::english());
    let mut english = Texts::new();
    let (mut name, mut is_kind) = (String::new(), None::<String>);
    for line in debug.lines() {
        let text = line.trim().trim_end_matches(',');
        if line.starts_with("    ") && !line.starts_with("     ") {
            if let Some((field, value)) = text.split_once(": ") {
                name = camel_case(field);
                if let Some(quoted) = quoted(value) {
                    english.insert(name.clone(), quoted.into());
                }
            }
        } else if let Some(value) = text.strip_prefix("other: ") {
            english.insert(name.clone(), quoted(value).unwrap().into());
        } else if let (Some(value), "kinds") = (quoted(text), name.as_str()) {
            match is_kind.take() {
                None => is_kind = Some(value),
                Some(kind) => drop(english.insert(format!("kinds.{kind}"), value.into())),
            }
        }
    }
    english
}

fn quoted(value: &str) -> Option<String> {
    serde_json::from_str(value).ok()
}

#[test]
fn every_file_has_every_name_and_no_other() {
    let names = names();
    assert!(names.len() > 100 && names["articles"] && !names["retry"]);
    for language in LANGUAGES {
        let texts = texts(language);
        let missing: Vec<_> = names
            .keys()
            .filter(|name| !texts.contains_key(*name))
            .collect();
        let unknown: Vec<_> = texts
            .keys()
            .filter(|name| !names.contains_key(*name))
            .collect();
        assert!(missing.is_empty(), "{language} lacks {missing:?}");
        assert!(unknown.is_empty(), "{language} has {unknown:?}");
        let messages = spoken(language);
        assert_eq!(messages.language, language);
        let kinds = |messages: &Messages| -> BTreeSet<_> {
            messages
                .kinds
                .iter()
                .map(|(kind, _)| kind.clone())
                .collect()
        };
        assert_eq!(kinds(&messages), kinds(&Messages::english()), "{language}");
    }
}

#[test]
fn there_is_a_file_for_every_language_and_no_other() {
    let folder = format!("{}/languages", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, LANGUAGES.map(|language| format!("{language}.json")));
}

#[test]
fn plural_forms_are_those_of_the_language() {
    let names = names();
    for language in LANGUAGES {
        let expected = categories(language);
        for (name, value) in texts(language) {
            if name == "kinds" {
                continue;
            }
            if value.is_object() {
                let found: BTreeSet<_> = forms(&value).iter().map(|(form, _)| *form).collect();
                assert_eq!(found, expected, "{language}: {name}");
            }
            assert!(
                names[&name] || value.is_string(),
                "{language}: {name} does not count"
            );
        }
    }
}

#[test]
fn placeholders_are_those_of_the_english_text() {
    let english = english();
    for language in LANGUAGES {
        let one_is_1 = one_is_1(language);
        for (name, value) in texts(language) {
            if name == "kinds" {
                continue;
            }
            let wanted = placeholders(english[&name].as_str().unwrap());
            for (form, text) in forms(&value) {
                let found = placeholders(text);
                // A form for one number alone may say it in words.
                let number = if wanted.contains("total") {
                    "total"
                } else {
                    "count"
                };
                let in_words = match form {
                    "zero" | "two" => true,
                    "one" => one_is_1,
                    _ => false,
                };
                let mut allowed = wanted.clone();
                if in_words && value.is_object() && !found.contains(number) {
                    allowed.remove(number);
                }
                assert_eq!(found, allowed, "{language}: {name} {form}: {text}");
                assert_eq!(text.matches('{').count(), found.len(), "{language}: {text}");
            }
        }
    }
}

#[test]
fn nothing_is_left_in_english_but_the_same_word() {
    let english = english();
    for language in LANGUAGES {
        let mut same = BTreeSet::new();
        for (name, value) in texts(language) {
            if let ("kinds", Value::Object(words)) = (name.as_str(), &value) {
                for (kind, word) in words {
                    let name = format!("kinds.{kind}");
                    if *word == english[&name] {
                        same.insert(name);
                    }
                }
                continue;
            }
            let text = english[&name].as_str().unwrap();
            if forms(&value).iter().any(|(_, form)| *form == text) {
                same.insert(name);
            }
        }
        let known = SAME_AS_ENGLISH.iter().find(|(known, _)| *known == language);
        match known {
            Some((_, names)) => {
                let names: BTreeSet<_> = names.iter().map(|name| (*name).to_owned()).collect();
                assert_eq!(same, names, "{language}");
            }
            // A language shares a few words with English, not many.
            None => assert!(same.len() < 10, "{language}: {same:?}"),
        }
    }
}

#[test]
fn texts_are_well_typeset() {
    let is_japanese_or_chinese = |language| matches!(language, "ja" | "zh-Hans");
    let mut english: Vec<_> = english()
        .into_iter()
        .map(|text| ("en", text.0, text.1))
        .collect();
    for language in LANGUAGES {
        english.extend(
            texts(language)
                .into_iter()
                .map(|(name, value)| (language, name, value)),
        );
    }
    for (language, name, value) in english {
        for (_, text) in forms(&value) {
            let place = format!("{language}: {name}: {text:?}");
            assert!(!text.contains(['"', '\'', '`', '\t', '\n']), "{place}");
            assert!(!text.contains("...") && !text.contains("  "), "{place}");
            assert!(!text.is_empty() && text.trim() == text, "{place}");
            if is_japanese_or_chinese(language) {
                assert!(
                    !text.contains([',', ':', ';', '!', '?', '(', ')']),
                    "{place}"
                );
                assert!(!text.ends_with('.'), "{place}");
            }
            if language == "fr" {
                for (at, mark) in text.match_indices([':', ';', '!', '?', '»']) {
                    assert!(text[..at].ends_with('\u{a0}'), "{mark} in {place}");
                }
                for (at, _) in text.match_indices('«') {
                    assert!(text[at..].starts_with("«\u{a0}"), "{place}");
                }
            }
            if language == "ar" {
                assert!(!text.contains([',', ';', '?']), "{place}");
            }
            let marks = |mark| text.matches(mark).count();
            assert_eq!(marks('«'), marks('»'), "{place}");
            assert_eq!(marks('「'), marks('」'), "{place}");
            assert_eq!(marks('（'), marks('）'), "{place}");
        }
    }
}

#[test]
fn english_sentences_can_start_with_the_feed() {
    // Where it stands for a host it is written with a capital.
    let messages = Messages::english();
    for text in [
        &messages.error_network,
        &messages.error_http,
        &messages.error_timeout.other,
        &messages.error_size,
        &messages.error_parse,
        &messages.error_shape,
    ] {
        assert!(text.starts_with("{host} "), "{text}");
    }
}

#[test]
fn forms_are_found_by_their_category() {
    let polish = spoken("pl");
    let articles = |plural, count| polish.articles.fill(plural, count);
    assert_eq!(articles(Plural::One, "1"), "1 artykuł");
    assert_eq!(articles(Plural::Few, "3"), "3 artykuły");
    assert_eq!(articles(Plural::Many, "5"), "5 artykułów");
    let arabic = spoken("ar");
    assert_eq!(arabic.articles.fill(Plural::Two, "2"), "مقالان");
    assert_eq!(arabic.articles.fill(Plural::Many, "11"), "11 مقالًا");
    let japanese = spoken("ja");
    assert_eq!(japanese.articles.fill(Plural::One, "1"), "1件の記事");
    assert_eq!(spoken("fr").kind("VIDEO"), "Vidéo");
}

fn own(json: &str) -> (Messages, Vec<String>) {
    let mut messages = Messages::english();
    let ignored = messages.apply(&MessageOverrides::from_json(json.as_bytes()).unwrap());
    (messages, ignored)
}

#[test]
fn every_name_reaches_its_own_field() {
    let texts = names().into_iter().filter(|(name, _)| name != "kinds");
    for (name, counts) in texts {
        let (messages, ignored) = own(&format!(r#"{{"{name}": "§"}}"#));
        assert_eq!(ignored, [""; 0], "{name}");
        let (before, after) = (
            format!("{:#?}", Messages::english()),
            format!("{messages:#?}"),
        );
        assert_eq!(after.matches("\"§\"").count(), 1, "{name}");
        let field: String = name
            .chars()
            .flat_map(|c| match c.is_ascii_uppercase() {
                true => vec!['_', c.to_ascii_lowercase()],
                false => vec![c],
            })
            .collect();
        let line = match counts {
            true => format!("    {field}: PluralText {{"),
            false => format!("    {field}: \"§\","),
        };
        assert!(after.lines().any(|found| found == line), "{name}");
        assert_ne!(before, after);
    }
}

#[test]
fn unusable_overrides_are_reported_and_change_nothing() {
    let (messages, ignored) = own(
        r#"{"retry": 3, "detail": "x", "Details": "x", "empty_title": "x", "": "x", "details": {"other": "x"},
            "articles": {"one": "x"}, "members": null, "shown": ["x"], "kinds": "x", "emptyTitle ": "x"}"#,
    );
    assert_eq!(messages, Messages::english());
    let ignored: BTreeSet<_> = ignored.iter().map(String::as_str).collect();
    let expected = [
        "retry",
        "detail",
        "Details",
        "empty_title",
        "",
        "details",
        "articles",
        "members",
        "shown",
        "kinds",
        "emptyTitle ",
    ];
    assert_eq!(ignored, expected.into_iter().collect());

    let (messages, ignored) = own(
        r#"{"articles": {"other": "{count}!", "lots": "x", "few": 1}, "kinds": {"video": 1, "podcast": "Pod"},
            "fields": {"topics": ["x"], "type": "Sort of"}}"#,
    );
    assert_eq!(
        ignored,
        [
            "articles.few",
            "articles.lots",
            "fields.topics",
            "kinds.video"
        ]
    );
    assert_eq!(messages.fields, [("type".into(), "Sort of".into())]);
    assert_eq!(messages.articles, PluralText::always("{count}!"));
    assert_eq!(
        (messages.kind("video"), messages.kind("podcast")),
        ("Video".into(), "Pod".into())
    );
}

#[test]
fn overrides_that_are_not_an_object_are_an_error() {
    for (json, kind) in [
        ("", "parse"),
        ("{", "parse"),
        ("<!doctype html>", "parse"),
        ("[]", "shape"),
        ("\"de\"", "shape"),
        ("null", "shape"),
    ] {
        assert_eq!(
            MessageOverrides::from_json(json.as_bytes())
                .unwrap_err()
                .kind(),
            kind,
            "{json}"
        );
    }
    assert!(MessageOverrides::from_json("\u{feff}{}".as_bytes()).is_ok());
    assert!(MessageOverrides::from_json(&[0xff, 0xfe]).is_err());
}

#[test]
fn a_locale_maps_to_the_language_of_its_readers() {
    for (locale, language) in [
        ("de", Some("de")),
        ("de-AT", Some("de")),
        ("DE-ch-1996", Some("de")),
        ("de-DE-u-nu-latn", Some("de")),
        ("pt-BR", Some("pt")),
        ("pt-PT", Some("pt")),
        ("ar-EG", Some("ar")),
        ("zh", Some("zh-Hans")),
        ("zh-CN", Some("zh-Hans")),
        ("zh-Hans-HK", Some("zh-Hans")),
        ("zh-SG", Some("zh-Hans")),
        ("zh-u-rg-twzzzz", Some("zh-Hans")),
        ("zh-TW", None),
        ("zh-hant", None),
        ("zh-Hant-CN", None),
        ("zh-HK", None),
        ("zh-MO", None),
        ("en-GB", None),
        ("eo", None),
        ("deu", None),
        ("d", None),
        ("", None),
        ("-de", None),
        ("日本", None),
    ] {
        assert_eq!(language_for(locale), language, "{locale}");
    }
}

#[test]
#[cfg(feature = "languages")]
fn compiled_in_languages_are_the_files() {
    for language in LANGUAGES {
        assert_eq!(Messages::in_language(language), Some(spoken(language)));
    }
    assert_eq!(Messages::in_language("en"), None);
}
