//! Where a value is in a foreign item, and what is made of it: a path and filters.

use std::fmt;

use super::path::{Path, Step};
use crate::json::value::Value;
use crate::text;
use crate::text::date;
use crate::text::decimal::decimal;

/// A path and its filters: `title.rendered | html`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Expression {
    pub(crate) path: Path,
    pub(crate) filters: Vec<Filter>,
}

/// What is made of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Filter {
    /// The text of HTML or, for a picture, its first image.
    Html,
    /// A date from seconds since 1970.
    Unix,
    /// A date from milliseconds since 1970.
    UnixMs,
    /// A list from a text, at a separator.
    Split(String),
    /// The opposite of a boolean.
    Not,
    /// A text with another one in front.
    Prefix(String),
}

/// What is wrong with an expression, and the character at which it is, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) character: usize,
    pub(crate) expected: &'static str,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "character {}: expected {}",
            self.character, self.expected
        )
    }
}

impl Expression {
    /// Parses an expression.
    pub(crate) fn parse(text: &str) -> Result<Self, Fault> {
        let mut rest = Rest { text, left: text };
        let path = rest.path()?;
        let mut filters = Vec::new();
        while rest.take('|') {
            filters.push(rest.filter()?);
        }
        match rest.left {
            "" => Ok(Self { path, filters }),
            _ => Err(rest.fault("., [, | or the end")),
        }
    }

    /// Returns the value of the expression from the value of the path's first name; null if the
    /// filters can't read it.
    pub(crate) fn value<'a>(&self, first: &Value<'a>, is_image: bool) -> Option<Value<'a>> {
        let mut value = self.path.value(first)?;
        for filter in &self.filters {
            value = filter.apply(value, is_image);
        }
        Some(value)
    }
}

impl Filter {
    fn apply<'a>(&self, value: Value<'a>, is_image: bool) -> Value<'a> {
        let text = match value {
            Value::Array(list) => {
                let list = list.into_iter().map(|entry| self.apply(entry, is_image));
                let list = list.flat_map(|entry| match entry {
                    Value::Array(list) => list,
                    single => vec![single],
                });
                return Value::Array(list.collect());
            }
            Value::Bool(value) if *self == Self::Not => return Value::Bool(!value),
            Value::String(text) => text.into_owned(),
            Value::Number(number) => decimal(&number).unwrap_or_default(),
            _ => return Value::Null,
        };
        let text = match self {
            Self::Html if is_image => text::first_image(&text).map(|image| image.url),
            Self::Html => Some(text::escape_references(&text::without_tags(&text)).into_owned()),
            Self::Unix => date::from_unix(&text, false).map(date::format),
            Self::UnixMs => date::from_unix(&text, true).map(date::format),
            Self::Split(separator) => {
                let parts = text.split(separator.as_str());
                let parts = parts.map(|part| Value::String(part.trim().to_owned().into()));
                return Value::Array(parts.collect());
            }
            Self::Prefix(prefix) => Some([prefix, text.trim()].concat()),
            Self::Not => None,
        };
        text.map_or(Value::Null, |text| Value::String(text.into()))
    }
}

/// What is left of an expression.
struct Rest<'a> {
    text: &'a str,
    left: &'a str,
}

impl<'a> Rest<'a> {
    fn fault(&self, expected: &'static str) -> Fault {
        let read = self.text.len() - self.left.len();
        let before = self.text.get(..read).unwrap_or_default();
        Fault {
            character: before.chars().count() + 1,
            expected,
        }
    }

    /// Takes a character, and the spaces around it.
    fn take(&mut self, char: char) -> bool {
        let rest = self.left.trim_start().strip_prefix(char);
        self.left = rest.map_or(self.left, str::trim_start);
        rest.is_some()
    }

    /// Takes the text in front of a character that ends it.
    fn word(&mut self, ends: &[char]) -> &'a str {
        let end = self.left.find(ends).unwrap_or(self.left.len());
        let (word, left) = self.left.split_at_checked(end).unwrap_or((self.left, ""));
        self.left = left;
        word.trim()
    }

    fn path(&mut self) -> Result<Path, Fault> {
        self.left = self.left.trim_start();
        let first = self.name()?;
        let mut rest = Vec::new();
        loop {
            if self.take('.') {
                rest.push(Step::Key(self.name()?));
            } else if self.take('[') {
                rest.push(match self.take(']') {
                    true => Step::All,
                    false => self.index()?,
                });
            } else {
                return Ok(Path { first, rest });
            }
        }
    }

    fn name(&mut self) -> Result<String, Fault> {
        if self.left.starts_with('"') {
            return self.quoted();
        }
        let fault = self.fault("a name");
        match self.word(&['.', '[', '|', '"', ']']) {
            "" => Err(fault),
            name => Ok(name.to_owned()),
        }
    }

    fn index(&mut self) -> Result<Step, Fault> {
        let fault = self.fault("a number and ]");
        let number = self.word(&[']']).parse();
        match (number, self.take(']')) {
            (Ok(index), true) => Ok(Step::Index(index)),
            _ => Err(fault),
        }
    }

    /// Takes a text in quotes, in which `\` precedes a quote or another `\`.
    fn quoted(&mut self) -> Result<String, Fault> {
        let fault = self.fault("a text in quotes");
        let mut chars = self.left.chars();
        let mut text = String::new();
        if chars.next() != Some('"') {
            return Err(fault);
        }
        loop {
            match chars.next() {
                Some('"') => break,
                Some('\\') => text.extend(chars.next()),
                Some(char) => text.push(char),
                None => return Err(fault),
            }
        }
        self.left = chars.as_str();
        Ok(text)
    }

    fn filter(&mut self) -> Result<Filter, Fault> {
        let fault = self.fault("html, unix, unix-ms, split, not or prefix(\"…\")");
        let name = self.word(&['(', '|']);
        let argument = match self.take('(') {
            true => {
                let argument = self.quoted()?;
                if !self.take(')') {
                    return Err(self.fault(")"));
                }
                Some(argument)
            }
            false => None,
        };
        match (name, argument) {
            ("html", None) => Ok(Filter::Html),
            ("unix", None) => Ok(Filter::Unix),
            ("unix-ms", None) => Ok(Filter::UnixMs),
            ("not", None) => Ok(Filter::Not),
            ("split", separator) => Ok(Filter::Split(separator.unwrap_or_else(|| ",".to_owned()))),
            ("prefix", Some(prefix)) => Ok(Filter::Prefix(prefix)),
            _ => Err(fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parser::Parser;

    #[test]
    fn values() {
        let item = r#"{"title":{"rendered":"Fish &#038; <em>chips</em>"},"a.b":["x"],"n":[[1],[2,3]],
            "tags":[{"name":"Ships"},{"name":"Tides"},{}],"time":1709627400,"words":" a, b","is":true,
            "html":"<p><img src=t.png>","q\"":7}"#;
        for (expression, expected) in [
            ("title.rendered | html", r#""Fish & chips""#),
            (r#""a.b"[0]"#, r#""x""#),
            (r#"  "a.b" [ ] "#, r#"["x"]"#),
            ("a.b", "none"),
            ("n[][]", "[1,2,3]"),
            ("n[1][0]", "2"),
            ("n.1.1", "3"),
            ("n[7]", "none"),
            ("tags[].name", r#"["Ships","Tides"]"#),
            (r##"tags[].name|prefix("#")"##, r##"["#Ships","#Tides"]"##),
            ("time | unix", r#""2024-03-05T08:30:00Z""#),
            ("time | unix-ms", r#""1970-01-20T18:53:47.400Z""#),
            ("words | split", r#"["a","b"]"#),
            (r#"words | split(" ")"#, r#"["","a,","b"]"#),
            (r#"words | split | prefix("/")"#, r#"["/a","/b"]"#),
            ("is | not", "false"),
            ("words | not", "null"),
            ("is | html", "null"),
            ("words | unix", "null"),
            (r#"time | prefix("t")"#, r#""t1709627400""#),
            (r#""q\"""#, "7"),
        ] {
            let parsed = Expression::parse(expression).unwrap();
            let item = Parser::new(item).value();
            let first = item.get(&parsed.path.first);
            let value = first.and_then(|first| parsed.value(first, false));
            let mut json = String::new();
            match value {
                Some(value) => value.write(&mut json, &[]),
                None => json.push_str("none"),
            }
            assert_eq!(json, expected, "{expression}");
        }
        let image = Expression::parse("html | html").unwrap();
        let html = Value::String("<p><img src=t.png>".into());
        assert_eq!(
            image.value(&html, true),
            Some(Value::String("t.png".into()))
        );
    }

    #[test]
    fn faults() {
        for (expression, fault) in [
            ("", "character 1: expected a name"),
            ("a.", "character 3: expected a name"),
            ("ü..b", "character 3: expected a name"),
            ("a[x]", "character 3: expected a number and ]"),
            ("a[1", "character 3: expected a number and ]"),
            ("a]", "character 2: expected ., [, | or the end"),
            (r#""a"#, "character 1: expected a text in quotes"),
            (r#"a | split(,)"#, "character 11: expected a text in quotes"),
            (r#"a | split(",""#, "character 14: expected )"),
        ] {
            let found = Expression::parse(expression).unwrap_err();
            assert_eq!(found.to_string(), fault, "{expression}");
        }
        for filter in ["upper", "", "html(\"x\")", "prefix", "not | "] {
            let fault = Expression::parse(&format!("a | {filter}")).unwrap_err();
            assert!(fault.expected.starts_with("html, unix"), "{filter}");
        }
    }

    #[test]
    fn lists_of_entries() {
        for (path, json, expected) in [
            ("data", "[1, {}]", Some(vec!["1", "{}"])),
            ("data", r#"{"a": 1}"#, Some(vec![r#"{"a": 1}"#])),
            ("data", "7", None),
            ("data.a", r#"{"a": 1, "a": [2]}"#, Some(vec!["2"])),
            ("data.a", "[1]", None),
            (
                "data[].a",
                r#"[{"a": 1}, {}, {"a": {"b": 2}}]"#,
                Some(vec!["1", r#"{"b": 2}"#]),
            ),
            ("data[1]", "[1, [2]]", Some(vec!["2"])),
            ("data[5]", "[1]", None),
        ] {
            let path = Expression::parse(path).unwrap().path;
            assert_eq!(path.entries(json), expected, "{path:?} in {json}");
        }
    }
}
