//! YAML values with their lines.

use std::rc::Rc;

use super::scalar;
use article_cards_core::feed::entries::{DISCARDED, Step, steps};

/// A value. Aliases share it without copying.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The line in the file, counted from 1.
    pub(super) line: usize,
    pub(super) value: Rc<Value>,
    /// Its size in values and bytes, with aliases expanded.
    pub(super) weight: usize,
    /// Its levels of nesting.
    pub(super) depth: usize,
}

#[derive(Debug)]
pub(super) enum Value {
    Scalar {
        text: String,
        /// Whether it may be something other than text: not quoted, not a block, without a tag.
        plain: bool,
    },
    List(Vec<Node>),
    /// Pairs without repeated keys.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Returns whether the value is a map.
    pub(super) fn is_map(&self) -> bool {
        matches!(*self.value, Value::Map(_))
    }

    /// Returns the line of the value at a path, or of its nearest existing ancestor.
    pub(crate) fn line_of(&self, path: &str) -> usize {
        let mut node = self;
        for step in steps(path) {
            let below = match (&*node.value, step) {
                (Value::Map(pairs), Step::Key(key)) => pairs
                    .iter()
                    .find(|(own, _)| own == key)
                    .map(|(_, node)| node),
                (Value::List(list), Step::Index(index)) => list.get(index),
                _ => None,
            };
            match below {
                Some(below) => node = below,
                None => break,
            }
        }
        node.line
    }

    /// Returns the value as JSON.
    pub(super) fn json(&self) -> String {
        let mut json = String::new();
        self.write("", &mut json);
        json
    }

    /// Writes the JSON of a value that has this key.
    fn write(&self, key: &str, json: &mut String) {
        match &*self.value {
            Value::Scalar { text, plain } => scalar::write(key, text, *plain, json),
            Value::List(list) => {
                json.push('[');
                for (index, node) in list.iter().enumerate() {
                    if index > 0 {
                        json.push(',');
                    }
                    node.write(key, json);
                }
                json.push(']');
            }
            Value::Map(pairs) => {
                json.push('{');
                let written = pairs
                    .iter()
                    .filter(|(key, _)| !DISCARDED.contains(&key.as_str()));
                for (index, (key, node)) in written.enumerate() {
                    if index > 0 {
                        json.push(',');
                    }
                    scalar::write_text(key, json);
                    json.push(':');
                    node.write(key, json);
                }
                json.push('}');
            }
        }
    }
}
