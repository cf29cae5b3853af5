//! Values of YAML with the lines that they stand in.

use std::rc::Rc;

use super::scalar;
use article_cards_core::feed::entries::{Step, UNKEPT, steps};

/// A value. What an alias stands for is shared, not copied.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// PluralText from 1, in the file.
    pub(super) line: usize,
    pub(super) value: Rc<Value>,
    /// How many values and bytes it stands for, aliases followed.
    pub(super) weight: usize,
    /// How many levels it has.
    pub(super) depth: usize,
}

#[derive(Debug)]
pub(super) enum Value {
    Scalar {
        text: String,
        /// Whether it may be anything but text: neither quoted nor a block, without a tag.
        plain: bool,
    },
    List(Vec<Node>),
    /// Keys with the lines that they stand in; each key once.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// Whether it has fields.
    pub(super) fn is_map(&self) -> bool {
        matches!(*self.value, Value::Map(_))
    }

    /// The line of the value at a path; of the one nearest above it where there is none.
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

    /// The JSON of it.
    pub(super) fn json(&self) -> String {
        let mut json = String::new();
        self.write("", &mut json);
        json
    }

    /// Writes the JSON of a value that stands under a key.
    fn write(&self, key: &str, json: &mut String) {
        match &*self.value {
            Value::Scalar { text, plain } => scalar::write(key, text, *plain, json),
            Value::List(list) => {
                json.push('[');
                for (place, node) in list.iter().enumerate() {
                    if place > 0 {
                        json.push(',');
                    }
                    node.write(key, json);
                }
                json.push(']');
            }
            Value::Map(pairs) => {
                json.push('{');
                let kept = pairs
                    .iter()
                    .filter(|(key, _)| !UNKEPT.contains(&key.as_str()));
                for (place, (key, node)) in kept.enumerate() {
                    if place > 0 {
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
