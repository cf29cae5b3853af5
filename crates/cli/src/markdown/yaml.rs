//! Builds a [`Node`] from the events of the YAML parser.

use std::collections::HashMap;
use std::rc::Rc;

use granit_parser::{Event, Marker, Options, Parser, ScalarStyle};

use super::invalid;
use super::merge::merge;
use super::node::{Node, Value};
use crate::finding::Finding;

/// The maximum size of all expanded aliases, in values and bytes: a few lines of nested aliases can
/// expand to more than fits into memory.
const MAX_ALIASED: usize = 1 << 20;

/// The maximum depth of a feed, minus the levels around an article.
pub(super) const MAX_DEPTH: usize = 126;

/// A repeated key of a map.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Repeat {
    pub(super) key: String,
    pub(super) line: usize,
    pub(super) first: usize,
}

/// Reads a document that has `before` lines before it in its file.
pub(super) fn compose(yaml: &str, before: usize) -> Result<(Node, Vec<Repeat>), Box<Finding>> {
    let mut options = Options::default();
    options.set_emit_comments(false);
    let mut composer = Composer {
        before,
        ..Composer::default()
    };
    for event in Parser::new_from_str_with_options(yaml, options) {
        match event {
            Ok((event, span)) => composer.event(event, &span.start)?,
            Err(error) => {
                let Place { line, column } = composer.place(error.marker());
                if error.info().starts_with("recursion limit") {
                    return Err(too_deep(line, column));
                }
                let message = format!("invalid YAML: {}", error.info());
                return Err(Box::new(Finding {
                    hint: hint(&error.info()),
                    ..invalid(line, message).at_column(column)
                }));
            }
        }
    }
    // Front matter without fields has none.
    let empty = || Node::map(before + 1, Vec::new());
    Ok((composer.root.unwrap_or_else(empty), composer.repeats))
}

/// What to do about errors of the YAML parser, which names them by their text only.
const HINTS: [(&str, &str); 9] = [
    (
        "mapping values are not allowed",
        "put a text with a colon in it into quotes, and a space behind the colon of each field",
    ),
    ("tab", "indent with spaces"),
    (
        "unexpected character",
        "put a text that begins with a sign, such as @, % or `, into quotes",
    ),
    (
        "unknown anchor",
        "put a text that begins with * into quotes",
    ),
    ("unclosed quote", "close the quote"),
    (
        "trailing content",
        "put the whole text into quotes, and write a quote inside of it twice: 'It''s high tide'",
    ),
    (
        "escape",
        "put a text with a backslash into single quotes: 'C:\\tides'",
    ),
    (
        "flow",
        "close each [ and {, and put texts with commas or brackets into quotes",
    ),
    ("", FIELD_HINT),
];

const FIELD_HINT: &str =
    "write each field as `name: value`, and each value of a list below as `- value`";

/// Returns what to do about an error of the YAML parser.
fn hint(error: &str) -> Option<&'static str> {
    let hint = HINTS.iter().find(|(part, _)| error.contains(part));
    hint.map(|(_, hint)| *hint)
}

#[derive(Debug, Default)]
struct Composer {
    before: usize,
    /// The lists and maps that are being read, outermost first.
    open: Vec<Open>,
    root: Option<Node>,
    anchors: HashMap<usize, Node>,
    /// The size of all expanded aliases so far.
    aliased: usize,
    repeats: Vec<Repeat>,
}

/// A list or map whose end has not been read yet.
#[derive(Debug)]
struct Open {
    line: usize,
    anchor: usize,
    kind: Kind,
    weight: usize,
    depth: usize,
}

#[derive(Debug)]
enum Kind {
    List(Vec<Node>),
    Map {
        pairs: Vec<(String, Node)>,
        /// The index of each key in `pairs`.
        places: HashMap<String, usize>,
        /// The key whose value is read next, and its line.
        key: Option<(String, usize)>,
    },
}

struct Place {
    line: usize,
    column: usize,
}

impl Composer {
    fn place(&self, marker: &Marker) -> Place {
        Place {
            line: self.before + marker.line(),
            column: marker.col() + 1,
        }
    }

    fn event(&mut self, event: Event<'_>, start: &Marker) -> Result<(), Box<Finding>> {
        let Place { line, column } = self.place(start);
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                let plain = match tag {
                    None => style == ScalarStyle::Plain,
                    Some(tag) => tag.is_yaml_core_schema() && !tag.is_yaml_core_schema_tag("str"),
                };
                let node = Node::scalar(line, text.into_owned(), plain);
                self.end(node, anchor)
            }
            Event::SequenceStart(_, anchor, _) => {
                self.begin(line, column, anchor, Kind::List(Vec::new()))
            }
            Event::MappingStart(_, anchor, _) => {
                let kind = Kind::Map {
                    pairs: Vec::new(),
                    places: HashMap::new(),
                    key: None,
                };
                self.begin(line, column, anchor, kind)
            }
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(open) => {
                    let anchor = open.anchor;
                    let node = open.closed();
                    self.end(node, anchor)
                }
                None => Ok(()),
            },
            Event::Alias(anchor) => self.alias(anchor, line, column),
            Event::DocumentStart(..) if self.root.is_some() => {
                let finding = invalid(line, "a second YAML document in the front matter");
                Err(finding
                    .with_hint("remove the line `---` within the fields")
                    .into())
            }
            _ => Ok(()),
        }
    }

    fn begin(
        &mut self,
        line: usize,
        column: usize,
        anchor: usize,
        kind: Kind,
    ) -> Result<(), Box<Finding>> {
        if self.open.len() >= MAX_DEPTH {
            return Err(too_deep(line, column));
        }
        self.open.push(Open {
            line,
            anchor,
            kind,
            weight: 1,
            depth: 1,
        });
        Ok(())
    }

    fn alias(&mut self, anchor: usize, line: usize, column: usize) -> Result<(), Box<Finding>> {
        let Some(node) = self.anchors.get(&anchor) else {
            let finding = invalid(line, "an alias of a value that contains it");
            let hint = "write the values themselves instead of the alias";
            return Err(finding.at_column(column).with_hint(hint).into());
        };
        let node = Node {
            line,
            ..node.clone()
        };
        self.aliased = self.aliased.saturating_add(node.weight);
        if self.aliased > MAX_ALIASED {
            let finding = invalid(line, "aliases that expand to more than a MiB");
            let hint = "write the values themselves instead of aliases of aliases";
            return Err(finding.at_column(column).with_hint(hint).into());
        }
        if self.open.len() + node.depth > MAX_DEPTH {
            return Err(too_deep(line, column));
        }
        self.end(node, 0)
    }

    /// Adds a complete value to the innermost open list or map.
    fn end(&mut self, node: Node, anchor: usize) -> Result<(), Box<Finding>> {
        if anchor > 0 {
            self.anchors.insert(anchor, node.clone());
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return Ok(());
        };
        open.weight = open.weight.saturating_add(node.weight);
        open.depth = open.depth.max(node.depth + 1);
        match &mut open.kind {
            Kind::List(list) => list.push(node),
            Kind::Map { pairs, places, key } => match key.take() {
                None => match &*node.value {
                    Value::Scalar { text, .. } => *key = Some((text.clone(), node.line)),
                    _ => {
                        let finding = invalid(node.line, "a key that is not text");
                        let hint =
                            "put a text that begins with { or [ into quotes, such as a template";
                        return Err(finding.with_hint(hint).into());
                    }
                },
                Some((key, line)) => {
                    let node = if matches!(*node.value, Value::Scalar { .. }) {
                        Node { line, ..node }
                    } else {
                        node
                    };
                    if let Some(pair) = places.get(&key).and_then(|at| pairs.get_mut(*at)) {
                        let first = pair.1.line;
                        self.repeats.push(Repeat { key, line, first });
                        pair.1 = node;
                    } else {
                        places.insert(key.clone(), pairs.len());
                        pairs.push((key, node));
                    }
                }
            },
        }
        Ok(())
    }
}

impl Open {
    fn closed(self) -> Node {
        let value = match self.kind {
            Kind::List(list) => Value::List(list),
            Kind::Map { pairs, places, .. } => Value::Map(merge(pairs, &places)),
        };
        Node {
            line: self.line,
            value: Rc::new(value),
            weight: self.weight,
            depth: self.depth,
        }
    }
}

/// The finding about a value that is nested too deep.
pub(super) fn too_deep(line: usize, column: usize) -> Box<Finding> {
    let finding = invalid(line, "nested deeper than 128 levels");
    let finding = finding.at_column(column);
    finding
        .with_hint("close each bracket where its value ends")
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(yaml: &str) -> Result<String, (usize, String)> {
        compose(yaml, 1)
            .map(|(node, _)| node.as_json())
            .map_err(|finding| (finding.line.unwrap(), finding.message))
    }

    #[test]
    fn values_of_front_matter() {
        let yaml = "title: \"A \\u2019 B\"\nexcerpt: >\n  one\n  two\nimages:\n  - url: x\n    width: 12\n\
                    topics: [AI, 'yes', 365]\nsecured: abc\nempty:\nprovider: {name: Hack}\n";
        assert_eq!(
            json(yaml).unwrap(),
            r#"{"title":"A ’ B","excerpt":"one two\n","images":[{"url":"x","width":12}],"topics":["AI","yes","365"],"empty":null,"provider":{"name":"Hack"}}"#
        );
        assert_eq!(json("").unwrap(), "{}");
    }

    #[test]
    fn aliases_and_merged_maps() {
        let yaml =
            "a: &a {x: 1, y: 2}\nb: *a\nc:\n  <<: *a\n  y: 3\nd:\n  <<: [*a, {z: 4, x: 5}]\n";
        assert_eq!(
            json(yaml).unwrap(),
            r#"{"a":{"x":1,"y":2},"b":{"x":1,"y":2},"c":{"y":3,"x":1},"d":{"x":1,"y":2,"z":4}}"#
        );
    }

    #[test]
    fn aliases_cannot_explode() {
        let mut yaml = "a0: &a0 [lol]\n".to_owned();
        for level in 1..40 {
            let before = level - 1;
            let aliases = vec![format!("*a{before}"); 9].join(", ");
            yaml += &format!("a{level}: &a{level} [{aliases}]\n");
        }
        let (line, message) = json(&yaml).unwrap_err();
        assert!(message.starts_with("aliases that expand"), "{message}");
        assert!(line < 12, "{line}");
        assert_eq!(
            json("a: &a [*a]").unwrap_err().1,
            "an alias of a value that contains it"
        );
    }

    #[test]
    fn errors_have_their_line() {
        for (yaml, line) in [
            // The parser reports the start of a plain value that a tab ends.
            ("title: A\n\tb: c\n", 2),
            ("provider:\n\tname: A\n", 3),
            ("title: \"A\nb: c\n", 2),
            ("title: A: B\n", 2),
            ("a: *b\n", 2),
            ("? [a]\n: b\n", 2),
        ] {
            let (found, message) = json(yaml).unwrap_err();
            assert_eq!(found, line, "{yaml}: {message}");
        }
        let deep = "[".repeat(200) + &"]".repeat(200);
        assert_eq!(json(&deep).unwrap_err().1, "nested deeper than 128 levels");
    }

    #[test]
    fn the_last_of_equal_keys_counts() {
        let (node, repeats) = compose("title: A\nid: 1\ntitle: B\n", 1).unwrap();
        assert_eq!(node.as_json(), r#"{"title":"B","id":1}"#);
        let key = "title".to_owned();
        assert_eq!(
            repeats,
            [Repeat {
                key,
                line: 4,
                first: 2
            }]
        );
        assert_eq!(node.get("title").unwrap().line, 4);
    }
}
