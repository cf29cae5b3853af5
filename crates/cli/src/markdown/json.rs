//! Builds a [`Node`] from JSON.

use std::collections::HashMap;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::invalid;
use super::node::Node;
use super::yaml::{MAX_DEPTH, Repeat, too_deep};
use crate::finding::Finding;
use crate::line_counter::LineCounter;

/// Reads front matter that has `before` lines before it in its file.
pub(super) fn compose(json: &str, before: usize) -> Result<(Node, Vec<Repeat>), Box<Finding>> {
    let mut composer = Composer {
        lines: LineCounter::new(json),
        before,
        repeats: Vec::new(),
    };
    // Finds what is wrong, with its place, and refuses deep nesting.
    let checked = serde_json::from_str::<serde_json::Value>(json);
    checked.map_err(|error| composer.fault(&error))?;
    let value = serde_json::from_str(json).map_err(|error| composer.fault(&error))?;
    let node = composer.value(value, 0)?;
    Ok((node, composer.repeats))
}

struct Composer<'j> {
    lines: LineCounter<'j>,
    before: usize,
    repeats: Vec<Repeat>,
}

/// The members of an object in the order in which they are written.
struct Members<'j>(Vec<(String, &'j RawValue)>);

impl<'j> Deserialize<'j> for Members<'j> {
    fn deserialize<D: Deserializer<'j>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'j> Visitor<'j> for Reader {
            type Value = Members<'j>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'j>>(self, mut map: A) -> Result<Members<'j>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Reader)
    }
}

impl<'j> Composer<'j> {
    fn line_of(&mut self, part: &str) -> usize {
        self.before + self.lines.line_of(part)
    }

    fn fault(&self, error: &serde_json::Error) -> Box<Finding> {
        let text = error.to_string();
        // The place is part of the finding, not of its message.
        let text = text.split(" at line ").next().unwrap_or_default();
        if text.starts_with("recursion limit") {
            return too_deep(self.before + error.line(), error.column());
        }
        let finding = invalid(self.before + error.line(), format!("invalid JSON: {text}"));
        let finding = finding.with_hint(
            "write names and texts in double quotes, and a comma between two fields, but none after the last",
        );
        // At the end of the document there is no column.
        match error.column() {
            0 => finding.into(),
            column => finding.at_column(column).into(),
        }
    }

    fn value(&mut self, value: &'j RawValue, depth: usize) -> Result<Node, Box<Finding>> {
        let json = value.get();
        let line = self.line_of(json);
        if depth > MAX_DEPTH {
            return Err(too_deep(line, 1));
        }
        match json.as_bytes().first() {
            Some(b'{') => {
                let members = serde_json::from_str(json);
                let Members(members) = members.map_err(|error| self.fault(&error))?;
                let mut pairs: Vec<(String, Node)> = Vec::with_capacity(members.len());
                let mut places = HashMap::new();
                for (key, value) in members {
                    let node = self.value(value, depth + 1)?;
                    let place = places.get(&key).and_then(|at: &usize| pairs.get_mut(*at));
                    if let Some((_, earlier)) = place {
                        let (line, first) = (node.line, earlier.line);
                        self.repeats.push(Repeat { key, line, first });
                        *earlier = node;
                    } else {
                        places.insert(key.clone(), pairs.len());
                        pairs.push((key, node));
                    }
                }
                Ok(Node::map(line, pairs))
            }
            Some(b'[') => {
                let list = serde_json::from_str::<Vec<&RawValue>>(json);
                let list = list.map_err(|error| self.fault(&error))?;
                let list = list.into_iter().map(|value| self.value(value, depth + 1));
                Ok(Node::list(line, list.collect::<Result<_, _>>()?))
            }
            Some(b'"') => {
                let text = serde_json::from_str::<String>(json);
                Ok(Node::text(line, text.map_err(|error| self.fault(&error))?))
            }
            _ => Ok(Node::scalar(line, json.to_owned(), true)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_front_matter() {
        let json = "{\n\t\"title\": \"A \\ud83d\\ude00\",\n\t\"tags\": [\n\t\t\"a\",\n\t\t\"b\"],\n\"quality\": 7, \"draft\": false, \"x\": null,\n \"title\": \"B\"}";
        let (node, repeats) = compose(json, 0).unwrap();
        assert_eq!(
            node.as_json(),
            r#"{"title":"B","tags":["a","b"],"quality":7,"draft":false,"x":null}"#
        );
        assert_eq!(node.get("tags").unwrap().values()[1].line, 5);
        assert_eq!((repeats[0].line, repeats[0].first), (7, 2));
    }

    #[test]
    fn errors_have_their_place() {
        let finding = compose("{\n  \"title\": A\n}", 2).unwrap_err();
        assert_eq!(finding.message, "invalid JSON: expected value");
        assert_eq!((finding.line, finding.column), (Some(4), Some(12)));
        let finding = compose("{\n  \"title\": \"\\ud800\"\n}", 0).unwrap_err();
        assert_eq!((finding.line, finding.column), (Some(2), Some(19)));
        let nested = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
        assert!(compose(&nested(100), 0).is_ok());
        let finding = compose(&nested(400_000), 0).unwrap_err();
        assert_eq!(finding.message, "nested deeper than 128 levels");
        assert!(compose(&"[".repeat(400_000), 0).is_err());
    }
}
