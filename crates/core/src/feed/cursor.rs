//! A walk over JSON that is known to be valid, in which [`NO_JSON`] may stand for a value.

use std::borrow::Cow;

use super::check::plain;
use super::value::{NO_JSON, Value};

/// Where the walk is.
pub(crate) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    /// Before a value.
    pub(crate) fn new(json: &'a str) -> Self {
        Self { rest: json }
    }

    /// What the next value begins with.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn first(&mut self) -> Option<u8> {
        let first = self.rest.as_bytes().first().copied();
        if first.is_some_and(|byte| byte > b' ') {
            return first;
        }
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
        self.rest.as_bytes().first().copied()
    }

    /// Reads the next value.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn value(&mut self) -> Value<'a> {
        match self.first() {
            Some(b'"') => Value::Text(self.string()),
            Some(b'[') => {
                let mut list = Vec::new();
                self.each(&mut |cursor| list.push(cursor.value()));
                Value::List(list)
            }
            Some(b'{') => {
                let mut pairs = Vec::new();
                self.each_pair(&mut |key, cursor| pairs.push((key, cursor.value())));
                Value::Object(pairs)
            }
            first => {
                let text = self.skip();
                match first {
                    Some(b't') => Value::Bool(true),
                    Some(b'f') => Value::Bool(false),
                    Some(b'n') | None => Value::Null,
                    Some(first) if char::from(first) == NO_JSON => Value::Other,
                    Some(_) => Value::Number(Cow::Borrowed(text)),
                }
            }
        }
    }

    /// Passes over the next value; returns its text.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn skip(&mut self) -> &'a str {
        self.first();
        let bytes = self.rest.as_bytes();
        let (mut at, mut depth) = (0, 0_usize);
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' => at += 1 + inside(bytes.get(at + 1..).unwrap_or_default()).0,
                b'[' | b'{' => depth += 1,
                b']' | b'}' if depth > 0 => depth -= 1,
                b']' | b'}' | b',' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => break,
                _ => {
                    at += 1;
                    continue;
                }
            }
            at += 1;
            if depth == 0 {
                break;
            }
        }
        self.take(at)
    }

    /// Walks over the members of a list.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn each(&mut self, member: &mut dyn FnMut(&mut Self)) {
        self.take(1);
        loop {
            match self.first() {
                Some(b',') => _ = self.take(1),
                Some(b']' | b'}') | None => break,
                Some(_) => member(self),
            }
        }
        self.take(1);
    }

    /// Walks over the values of an object, each before the cursor that is handed over.
    #[cfg_attr(small_module, optimize(speed))]
    pub(crate) fn each_pair(&mut self, member: &mut dyn FnMut(Cow<'a, str>, &mut Self)) {
        self.each(&mut |cursor| {
            let key = cursor.string();
            cursor.first();
            cursor.take(1);
            member(key, cursor);
        });
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn string(&mut self) -> Cow<'a, str> {
        self.take(1);
        let (length, is_escaped) = inside(self.rest.as_bytes());
        let text = self.take(length);
        self.take(1);
        match is_escaped {
            true => unescape(text),
            false => Cow::Borrowed(text),
        }
    }

    #[cfg_attr(small_module, optimize(speed))]
    fn take(&mut self, bytes: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }
}

/// How many bytes there are before the quote that ends a string, and whether some are escaped.
#[cfg_attr(small_module, optimize(speed))]
fn inside(bytes: &[u8]) -> (usize, bool) {
    let (mut end, mut is_escaped) = (0, false);
    loop {
        end += plain(bytes.get(end..).unwrap_or_default());
        match bytes.get(end) {
            Some(b'\\') => {
                is_escaped = true;
                end += 2;
            }
            Some(b'"') | None => return (end, is_escaped),
            Some(_) => end += 1,
        }
    }
}

/// Decodes the inside of a JSON string; lone surrogates become U+FFFD.
pub(crate) fn unescape(inside: &str) -> Cow<'_, str> {
    // Nearly always, and so known sooner.
    if plain(inside.as_bytes()) == inside.len() {
        return Cow::Borrowed(inside);
    }
    let Some((before, _)) = inside.split_once('\\') else {
        return Cow::Borrowed(inside);
    };
    let mut text = String::with_capacity(inside.len());
    text.push_str(before);
    let mut rest = inside.get(before.len()..).unwrap_or_default();
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut characters = escaped.chars();
        rest = match characters.next() {
            Some('u') => {
                let (character, rest) = code_unit(characters.as_str());
                text.push(character);
                rest
            }
            escape => {
                text.push(match escape {
                    Some('n') => '\n',
                    Some('t') => '\t',
                    Some('r') => '\r',
                    Some('b') => '\u{8}',
                    Some('f') => '\u{c}',
                    Some(itself) => itself,
                    None => break,
                });
                characters.as_str()
            }
        };
    }
    text.push_str(rest);
    Cow::Owned(text)
}

/// The character of the four hexadecimal digits at the start, with the second half of a pair.
fn code_unit(digits: &str) -> (char, &str) {
    let read = |text: &str| {
        text.get(..4)
            .and_then(|unit| u32::from_str_radix(unit, 16).ok())
    };
    let rest = digits.get(4..).unwrap_or_default();
    let Some(first) = read(digits) else {
        return (char::REPLACEMENT_CHARACTER, rest);
    };
    if let Some(character) = char::from_u32(first) {
        return (character, rest);
    }
    if (0xD800..0xDC00).contains(&first)
        && let Some(after) = rest.strip_prefix("\\u")
        && let Some(second @ 0xDC00..0xE000) = read(after)
        && let Some(character) =
            char::from_u32(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
    {
        return (character, after.get(4..).unwrap_or_default());
    }
    (char::REPLACEMENT_CHARACTER, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Value<'_> {
        Cursor::new(json).value()
    }

    #[test]
    fn reads_what_json_can_say() {
        let value = read(
            r#" { "a" : [1e999, -0.5,true , false,null,"x\n\u00e9\ud83d\ude00"], "b":{},"c":[] } "#,
        );
        let number = |text| Value::Number(Cow::Borrowed(text));
        assert_eq!(
            value.get("a"),
            Some(&Value::List(vec![
                number("1e999"),
                number("-0.5"),
                Value::Bool(true),
                Value::Bool(false),
                Value::Null,
                Value::Text("x\né😀".into())
            ]))
        );
        assert_eq!(value.get("b"), Some(&Value::Object(vec![])));
        assert_eq!(value.get("c"), Some(&Value::List(vec![])));
    }

    #[test]
    fn the_last_of_equal_keys_counts() {
        let value = read(r#"{"a":1,"b":2,"\u0061":3}"#);
        assert_eq!(value.get("a"), Some(&Value::Number("3".into())));
    }

    #[test]
    fn lone_surrogates_become_one_replacement_character() {
        for (inside, text) in [
            (r"\ud800", "\u{fffd}"),
            (r"\udc00x", "\u{fffd}x"),
            (r"\ud800A", "\u{fffd}A"),
            (r"\ud800\ud800\udc00", "\u{fffd}\u{10000}"),
            (r#"\"\\\/"#, "\"\\/"),
        ] {
            assert_eq!(unescape(inside), text, "{inside}");
        }
    }

    #[test]
    fn what_is_passed_over_ends_where_it_ends() {
        for json in [
            "1",
            "-1.5e3",
            "null",
            r#""a\"]""#,
            "[]",
            r#"[1,{"a":["]"]}]"#,
            "{}",
        ] {
            for after in ["", ",2", "]", "}", " ,", "\n"] {
                let text = format!(" {json}{after}");
                let mut cursor = Cursor::new(&text);
                assert_eq!(cursor.skip(), json, "{text}");
                assert_eq!(cursor.rest, after, "{text}");
            }
        }
    }
}
