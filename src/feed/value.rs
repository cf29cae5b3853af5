//! One field of an article as it stands in the feed, before its rule is applied.

use std::borrow::Cow;

use super::text::is_white_space;

/// How deep a document may be nested, itself included.
pub(crate) const DEEPEST: usize = 128;

/// What a deserializer says of a value that nests too deep.
pub(crate) const TOO_DEEP: &str = "nested deeper than 128 levels";

/// Nested deeper than [`DEEPEST`].
#[derive(Debug)]
pub(crate) struct TooDeep;

/// A value of JSON. Numbers stay text, for `1e999` is valid JSON and may not cost the document;
/// objects stay lists of pairs, of which the last of equal keys counts.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Value<'a> {
    #[default]
    Null,
    Bool(bool),
    Number(Cow<'a, str>),
    Text(Cow<'a, str>),
    List(Vec<Value<'a>>),
    Object(Vec<(Cow<'a, str>, Value<'a>)>),
    /// What a script may hand over and JSON does not know: bytes, functions.
    Other,
}

impl<'a> Value<'a> {
    /// Reads JSON that is known to be valid and that stands `depth` levels deep.
    pub(crate) fn from_json(json: &'a str, depth: usize) -> Result<Self, TooDeep> {
        Cursor { rest: json }.value(depth)
    }

    /// The value of a key; of equal keys the last.
    pub(crate) fn get(&self, key: &str) -> Option<&Value<'a>> {
        match self {
            Value::Object(pairs) => pairs
                .iter()
                .rev()
                .find(|(own, _)| own == key)
                .map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether nothing is said: null, or a string of white space.
    pub(crate) fn is_blank(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Text(text) => text.chars().all(is_white_space),
            _ => false,
        }
    }

    /// What it is, for a message.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::Text(_) => "a string",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
            Value::Other => "no JSON value",
        }
    }
}

/// How many levels a valid JSON text nests: 0 for a string or number, 1 for `[]`.
pub(crate) fn depth_of(json: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut bytes = json.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'[' | b'{' => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            b'"' => {
                while let Some(byte) = bytes.next() {
                    match byte {
                        b'\\' => _ = bytes.next(),
                        b'"' => break,
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    deepest
}

/// Decodes the inside of a JSON string; lone surrogates become U+FFFD.
pub(crate) fn unescape(inside: &str) -> Cow<'_, str> {
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

struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    fn value(&mut self, depth: usize) -> Result<Value<'a>, TooDeep> {
        self.white_space();
        Ok(match self.rest.as_bytes().first() {
            Some(b'"') => Value::Text(self.string()),
            Some(b'[') => {
                let mut list = Vec::new();
                self.members(depth, b']', |cursor, depth| {
                    list.push(cursor.value(depth)?);
                    Ok(())
                })?;
                Value::List(list)
            }
            Some(b'{') => {
                let mut pairs = Vec::new();
                self.members(depth, b'}', |cursor, depth| {
                    let key = cursor.string();
                    cursor.white_space();
                    cursor.advance(1);
                    pairs.push((key, cursor.value(depth)?));
                    Ok(())
                })?;
                Value::Object(pairs)
            }
            Some(b't') => self.literal(4, Value::Bool(true)),
            Some(b'f') => self.literal(5, Value::Bool(false)),
            Some(b'n') | None => self.literal(4, Value::Null),
            Some(_) => {
                let end = self.rest.find([',', ']', '}', ' ', '\n', '\r', '\t']);
                let number = self
                    .rest
                    .get(..end.unwrap_or(self.rest.len()))
                    .unwrap_or_default();
                self.advance(number.len().max(1));
                Value::Number(Cow::Borrowed(number))
            }
        })
    }

    /// The members of a list or object, each read by `member`.
    fn members(
        &mut self,
        depth: usize,
        end: u8,
        mut member: impl FnMut(&mut Self, usize) -> Result<(), TooDeep>,
    ) -> Result<(), TooDeep> {
        if depth >= DEEPEST {
            return Err(TooDeep);
        }
        self.advance(1);
        loop {
            self.white_space();
            match self.rest.as_bytes().first() {
                None => return Ok(()),
                Some(byte) if *byte == end => {
                    self.advance(1);
                    return Ok(());
                }
                Some(b',') => self.advance(1),
                Some(_) => member(self, depth + 1)?,
            }
        }
    }

    fn string(&mut self) -> Cow<'a, str> {
        self.advance(1);
        let bytes = self.rest.as_bytes();
        let mut end = 0;
        loop {
            match bytes.get(end) {
                Some(b'\\') => end += 2,
                Some(b'"') | None => break,
                Some(_) => end += 1,
            }
        }
        let inside = self.rest.get(..end).unwrap_or(self.rest);
        self.advance(inside.len() + 1);
        unescape(inside)
    }

    fn literal(&mut self, length: usize, value: Value<'a>) -> Value<'a> {
        self.advance(length);
        value
    }

    fn white_space(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    fn advance(&mut self, bytes: usize) {
        self.rest = self.rest.get(bytes..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_json_can_say() {
        let value = Value::from_json(
            r#" { "a" : [1e999, -0.5,true , false,null,"x\n\u00e9\ud83d\ude00"], "b":{},"c":[] } "#,
            0,
        )
        .unwrap();
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
        let value = Value::from_json(r#"{"a":1,"b":2,"\u0061":3}"#, 0).unwrap();
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
    fn depth_is_counted_outside_of_strings() {
        for (json, depth) in [
            ("1", 0),
            ("[]", 1),
            (r#"["[[[\"[["]"#, 1),
            (r#"{"a":[{}],"b":[]}"#, 3),
        ] {
            assert_eq!(depth_of(json), depth, "{json}");
        }
        let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(Value::from_json(&deep(128), 0).is_ok());
        assert!(Value::from_json(&deep(129), 0).is_err());
        assert!(Value::from_json(&deep(126), 2).is_ok());
        assert!(Value::from_json(&deep(127), 2).is_err());
    }
}
