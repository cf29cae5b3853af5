//! What JSON is and is not: the cases that parsers are known to differ in, in the spirit of
//! <https://github.com/nst/JSONTestSuite>.

use proptest::prelude::*;

use super::location::Location;
use super::packed::{push_number, push_text, take_number, take_text};
use super::parser::Parser;
use super::scanner::{MAX_DEPTH, Scanner, SyntaxError};
use super::string::{decode, plain_prefix, unescape, write_string};
use super::value::Value;

/// Scans a whole document: what is wrong, and at which byte.
fn scan(json: &[u8]) -> Result<(), (SyntaxError, usize)> {
    let mut scanner = Scanner::new(json, 0, &[]);
    let scanned = scanner.value(0).and_then(|()| match scanner.peek_token() {
        None => Ok(()),
        Some(_) => Err(SyntaxError::TrailingCharacters),
    });
    scanned.map_err(|error| (error, scanner.position))
}

fn parse(json: &str) -> Value<'_> {
    Parser::new(json).value()
}

fn number(text: &str) -> Value<'_> {
    Value::Number(text.into())
}

#[test]
fn valid_documents() {
    for json in [
        // Any value may be the document, with white space around.
        "null",
        " true",
        "false\n",
        "\t0\r\n",
        r#""""#,
        "[]",
        "{}",
        "[ ]",
        "{\r\n}",
        // Numbers.
        "-0",
        "0.0",
        "-0.1e-0",
        "10",
        "1e0",
        "1E+00",
        "1e-999",
        "1e999",
        "123456789012345678901234",
        // Strings: every escape, noncharacters, code points that look like the end of a line.
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u0000\uFFFF\uffFe""#,
        r#""\u0061\\u0061""#,
        "\"\u{7F}\"",
        "\"\u{2028}\u{2029}\"",
        "\"\u{FEFF}\"",
        "\"\u{10FFFF}\"",
        r#""[{,:}]""#,
        r#""\\""#,
        // Structure.
        "[[]   ]",
        "[1,\n2 ,\r\n3]",
        r#"[null, 1, "1", {}]"#,
        r#"{"":0}"#,
        r#"{"a":1,"a":2}"#,
        r#"{"\u0000":null}"#,
        r#"{"a":{"b":[{}]}}"#,
    ] {
        assert_eq!(scan(json.as_bytes()), Ok(()), "{json}");
    }
}

#[test]
fn invalid_documents() {
    use SyntaxError::*;
    for (json, error, position) in [
        ("", UnterminatedValue, 0),
        (" \n", UnterminatedValue, 2),
        ("\u{FEFF}1", ExpectedValue, 0),
        ("\u{A0}1", ExpectedValue, 0),
        ("\u{B}1", ExpectedValue, 0),
        ("1 2", TrailingCharacters, 2),
        ("{}}", TrailingCharacters, 2),
        ("[]/**/", TrailingCharacters, 2),
        ("// 1", ExpectedValue, 0),
        // Literals.
        ("nul", UnterminatedValue, 3),
        ("nulL", Literal, 3),
        ("True", ExpectedValue, 0),
        ("undefined", ExpectedValue, 0),
        ("NaN", ExpectedValue, 0),
        ("truee", TrailingCharacters, 4),
        // Numbers.
        ("01", Number, 1),
        ("-01", Number, 2),
        ("-", Number, 1),
        ("--1", Number, 1),
        ("+1", ExpectedValue, 0),
        (".5", ExpectedValue, 0),
        ("-.5", Number, 1),
        ("1.", Number, 2),
        ("1.e1", Number, 2),
        ("1e", Number, 2),
        ("1e+", Number, 3),
        ("1e1.5", TrailingCharacters, 3),
        ("0x1F", TrailingCharacters, 1),
        ("1_000", TrailingCharacters, 1),
        ("-Infinity", Number, 1),
        ("\u{FF11}", ExpectedValue, 0),
        // Strings.
        ("'a'", ExpectedValue, 0),
        ("\"", UnterminatedString, 1),
        (r#""\"#, UnterminatedString, 2),
        (r#""\""#, UnterminatedString, 3),
        (r#""\u"#, UnterminatedString, 3),
        (r#""\x41""#, Escape, 2),
        (r#""\U0041""#, Escape, 2),
        (r#""\'""#, Escape, 2),
        (r#""\u12g4""#, Escape, 5),
        (r#""\u004""#, Escape, 6),
        ("\"a\nb\"", ControlCharacter, 2),
        ("\"\t\"", ControlCharacter, 1),
        ("\"\0\"", ControlCharacter, 1),
        // Arrays.
        ("[", UnterminatedValue, 1),
        ("[1", UnterminatedArray, 2),
        ("[1,", UnterminatedValue, 3),
        ("[1,]", TrailingComma, 3),
        ("[,1]", ExpectedValue, 1),
        ("[1,,2]", ExpectedValue, 3),
        ("[1 2]", ExpectedArraySeparator, 3),
        ("[1}", ExpectedArraySeparator, 2),
        ("[1:2]", ExpectedArraySeparator, 2),
        ("]", ExpectedValue, 0),
        // Objects.
        ("{", UnterminatedObject, 1),
        (r#"{"a""#, UnterminatedObject, 4),
        (r#"{"a":"#, UnterminatedValue, 5),
        (r#"{"a":1"#, UnterminatedObject, 6),
        (r#"{"a":1,"#, UnterminatedObject, 7),
        (r#"{"a":1,}"#, TrailingComma, 7),
        (r#"{"a":1 "b":2}"#, ExpectedObjectSeparator, 7),
        (r#"{"a":1]"#, ExpectedObjectSeparator, 6),
        (r#"{"a" 1}"#, ExpectedColon, 5),
        (r#"{"a",1}"#, ExpectedColon, 4),
        (r#"{"a"::1}"#, ExpectedValue, 5),
        ("{1:1}", ExpectedKey, 1),
        ("{a:1}", ExpectedKey, 1),
        ("{,}", ExpectedKey, 1),
    ] {
        assert_eq!(scan(json.as_bytes()), Err((error, position)), "{json}");
    }
}

#[test]
fn whatever_is_not_utf_8_is_still_scanned() {
    let json = b"[\"a\xE4\xFF\", \"\xED\xA0\x80\", \"\xC0\xAF\"]";
    assert_eq!(scan(json), Ok(()));
    assert_eq!(
        parse(&decode(json)),
        Value::Array(vec![
            Value::String("a\u{FFFD}\u{FFFD}".into()),
            Value::String("\u{FFFD}\u{FFFD}\u{FFFD}".into()),
            Value::String("\u{FFFD}\u{FFFD}".into()),
        ])
    );
    assert_eq!(scan(b"[\xE4]"), Err((SyntaxError::ExpectedValue, 1)));
    // UTF-16 is none of ours.
    assert_eq!(
        scan(b"\xFF\xFE[\0]\0"),
        Err((SyntaxError::ExpectedValue, 0))
    );
}

#[test]
fn depth_is_limited() {
    let arrays = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    let objects = |levels: usize| r#"{"":"#.repeat(levels) + "0" + &"}".repeat(levels);
    let error = |position| Err((SyntaxError::TooDeep, position));
    assert_eq!(scan(arrays(MAX_DEPTH).as_bytes()), Ok(()));
    assert_eq!(scan(arrays(MAX_DEPTH + 1).as_bytes()), error(MAX_DEPTH));
    assert_eq!(scan(objects(MAX_DEPTH).as_bytes()), Ok(()));
    assert_eq!(
        scan(objects(MAX_DEPTH + 1).as_bytes()),
        error(MAX_DEPTH * 4)
    );
    assert_eq!(scan("[".repeat(1_000_000).as_bytes()), error(MAX_DEPTH));
    assert_eq!(scan(format!("[{:?}]", arrays(1000)).as_bytes()), Ok(()));
}

#[test]
fn values_are_parsed() {
    let value = parse(
        r#" { "a" : [1e999, -0.5,true , false,null,"x\n\u00e9\ud83d\ude00"], "b":{},"c":[] } "#,
    );
    assert_eq!(
        value.get("a"),
        Some(&Value::Array(vec![
            number("1e999"),
            number("-0.5"),
            Value::Bool(true),
            Value::Bool(false),
            Value::Null,
            Value::String("x\né😀".into())
        ]))
    );
    assert_eq!(value.get("b"), Some(&Value::Object(vec![])));
    assert_eq!(value.get("c"), Some(&Value::Array(vec![])));
}

#[test]
fn the_last_of_equal_keys_counts() {
    let value = parse(r#"{"a":1,"b":2,"\u0061":3}"#);
    assert_eq!(value.get("a"), Some(&number("3")));
}

#[test]
fn lone_surrogates_become_one_replacement_character() {
    for (inside, text) in [
        (r"\ud83d\ude00", "😀"),
        (r"\uD83D\uDE00", "😀"),
        (r"\ud800", "\u{fffd}"),
        (r"\udc00x", "\u{fffd}x"),
        (r"\ud800A", "\u{fffd}A"),
        (r"\ud800\n", "\u{fffd}\n"),
        (r"\ud800\u0041", "\u{fffd}A"),
        (r"\ud800\ud800\udc00", "\u{fffd}\u{10000}"),
        (r"\udc00\ud800", "\u{fffd}\u{fffd}"),
        (r#"\"\\\/"#, "\"\\/"),
        (r"\\ud800", r"\ud800"),
    ] {
        assert_eq!(unescape(inside), text, "{inside}");
    }
}

#[test]
fn a_skipped_value_ends_where_it_ends() {
    for json in [
        "1",
        "-1.5e3",
        "null",
        r#""a\"]""#,
        r#""\\""#,
        "[]",
        r#"[1,{"a":["]"]}]"#,
        "{}",
    ] {
        for after in ["", ",2", "]", "}", " ,", "\n"] {
            let text = format!(" {json}{after}");
            let mut parser = Parser::new(&text);
            assert_eq!(parser.skip(), json, "{text}");
            assert_eq!(parser.rest(), after, "{text}");
        }
    }
}

#[test]
fn flagged_keys_are_found_at_any_depth() {
    for (json, flagged) in [
        (r#"{"a":{"b":1},"c":2}"#, [false, false]),
        (r#"{"a":[{"x":1}],"c":{"y":1}}"#, [true, false]),
        (r#"{"a":{"b":{"\u0078":0}},"c":{"x ":1}}"#, [true, false]),
        (r#"{"x":"x","c":["x"]}"#, [false, false]),
        (
            r#"{"a":[[{"b":{}},{"x":{}}]],"c":{"b":[{"x":1}]}}"#,
            [true, true],
        ),
    ] {
        let mut scanner = Scanner::new(json.as_bytes(), 0, &["x"]);
        let mut found = Vec::new();
        let scanned = scanner.object(0, &mut |_, _, is_flagged| found.push(is_flagged));
        assert_eq!(
            (scanned, found.as_slice()),
            (Ok(()), flagged.as_slice()),
            "{json}"
        );
    }
}

#[test]
fn lines_and_columns_count_characters() {
    let text = "ab\né\n\n…x".as_bytes();
    for (bytes, place) in [
        (0, (1, 1)),
        (2, (1, 3)),
        (3, (2, 1)),
        (5, (2, 2)),
        (6, (3, 1)),
        (10, (4, 2)),
        (11, (4, 3)),
    ] {
        assert_eq!(Location::default().after(&text[..bytes]), place, "{bytes}");
    }
    let mut location = Location::default();
    location.advance(&text[..5], 1, 3);
    assert_eq!(location.after(&[]), (2, 2));
    assert_eq!(location.after(&text[5..]), (4, 3));
    location.advance("…".as_bytes(), 0, 0);
    assert_eq!(location.after(&[]), (2, 3));
}

/// Texts that are JSON now and then.
fn texts() -> impl Strategy<Value = String> {
    let pieces =
        r#"[ ] { } , : "a" "\\u00e9" "\ud800" "\x" " \ 0 1 -1 1.5 1e9 01 -. true null nul é"#;
    let pieces: Vec<_> = pieces.split(' ').collect();
    let piece = proptest::sample::select(pieces);
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn eight_bytes_at_once_are_as_good_as_one(bytes in proptest::collection::vec(
        proptest::sample::select(b"a\xC3\xA9\x80\xFF \x1F\x00\"\\!#]".as_slice()), 0..40)
    ) {
        let naive = bytes.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1F));
        prop_assert_eq!(plain_prefix(&bytes), naive.unwrap_or(bytes.len()));
    }

    #[test]
    fn accepts_what_serde_json_accepts(text in texts()) {
        let theirs = serde_json::from_str::<serde::de::IgnoredAny>(&text);
        prop_assert_eq!(scan(text.as_bytes()).is_ok(), theirs.is_ok());
    }

    #[test]
    fn any_text_is_written_and_parsed(text in any::<String>()) {
        let mut json = String::new();
        write_string(&text, &mut json);
        prop_assert_eq!(parse(&json), Value::String(text.into()));
    }

    #[test]
    fn packed_texts_and_numbers_are_taken_as_they_were_pushed(
        items in proptest::collection::vec((any::<String>(), any::<usize>()), 0..5)
    ) {
        let mut packed = String::new();
        for (text, number) in &items {
            push_text(&mut packed, text);
            push_number(&mut packed, *number);
        }
        let mut rest = packed.as_str();
        for (text, number) in &items {
            prop_assert_eq!(take_text(&mut rest), text);
            prop_assert_eq!(take_number(&mut rest), *number);
        }
        prop_assert_eq!(rest, "");
    }
}
