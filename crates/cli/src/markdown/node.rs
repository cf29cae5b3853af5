//! Values of front matter with their lines.

use std::rc::Rc;

use super::scalar;
use article_cards_core::feed::entries::{DISCARDED, Step};

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

#[derive(Clone, Debug)]
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
    /// A scalar; `plain` if it may be something other than text.
    pub(super) fn scalar(line: usize, text: String, plain: bool) -> Self {
        Self {
            line,
            weight: 1 + text.len(),
            depth: 0,
            value: Rc::new(Value::Scalar { text, plain }),
        }
    }

    /// A text.
    pub(crate) fn text(line: usize, text: impl Into<String>) -> Self {
        Self::scalar(line, text.into(), false)
    }

    /// True.
    pub(crate) fn yes(line: usize) -> Self {
        Self::scalar(line, "true".to_owned(), true)
    }

    /// A list.
    pub(crate) fn list(line: usize, list: Vec<Node>) -> Self {
        let (weight, depth) = size(&list);
        Self {
            line,
            weight,
            depth,
            value: Rc::new(Value::List(list)),
        }
    }

    /// A map, of pairs without repeated keys.
    pub(crate) fn map(line: usize, pairs: Vec<(String, Node)>) -> Self {
        let (weight, depth) = size(pairs.iter().map(|(_, node)| node));
        Self {
            line,
            weight,
            depth,
            value: Rc::new(Value::Map(pairs)),
        }
    }

    /// Returns the line in the file, counted from 1.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// Returns the text of a scalar that is neither null nor blank.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match &*self.value {
            Value::Scalar { text, plain } if !(*plain && scalar::is_null(text)) => {
                Some(text.trim()).filter(|text| !text.is_empty())
            }
            _ => None,
        }
    }

    /// Returns the boolean that a scalar is or spells.
    pub(crate) fn as_bool(&self) -> Option<bool> {
        Some(scalar::boolean(self.as_text()?, true)? == "true")
    }

    /// Returns the values of a list, or the value itself, without blank ones.
    pub(crate) fn values(&self) -> Vec<&Node> {
        match &*self.value {
            Value::List(list) => list.iter().filter(|node| !node.is_blank()).collect(),
            _ if self.is_blank() => Vec::new(),
            _ => vec![self],
        }
    }

    /// Returns the pairs of a map; of another value none.
    pub(crate) fn pairs(&self) -> &[(String, Node)] {
        match &*self.value {
            Value::Map(pairs) => pairs,
            _ => &[],
        }
    }

    /// Returns the pairs of a map; `None` for another value.
    pub(super) fn into_pairs(self) -> Option<Vec<(String, Node)>> {
        match Rc::unwrap_or_clone(self.value) {
            Value::Map(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// Returns the value of a key of a map, in any case.
    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        let pairs = self.pairs();
        let exact = pairs.iter().find(|(own, _)| own == key);
        let found = exact.or_else(|| pairs.iter().find(|(own, _)| own.eq_ignore_ascii_case(key)));
        found.map(|(_, node)| node)
    }

    /// Returns whether the value is null, a blank text, or an empty list or map.
    pub(crate) fn is_blank(&self) -> bool {
        match &*self.value {
            Value::Scalar { .. } => self.as_text().is_none(),
            Value::List(list) => list.is_empty(),
            Value::Map(pairs) => pairs.is_empty(),
        }
    }

    fn has_key(&self, is_wanted: &dyn Fn(&str) -> bool) -> bool {
        match &*self.value {
            Value::Scalar { .. } => false,
            Value::List(list) => list.iter().any(|node| node.has_key(is_wanted)),
            Value::Map(pairs) => have_key(pairs, is_wanted),
        }
    }

    /// Returns the value with the keys of all maps in it renamed, if `name` returns another one.
    pub(super) fn renamed(&self, name: &dyn Fn(&str) -> Option<&'static str>) -> Self {
        match &*self.value {
            Value::Scalar { .. } => self.clone(),
            Value::List(list) => {
                let list = list.iter().map(|node| node.renamed(name));
                Self::list(self.line, list.collect())
            }
            Value::Map(pairs) => Self::map(self.line, renamed(pairs.clone(), name)),
        }
    }

    /// Returns the value that a step of a path leads to.
    pub(super) fn step(&self, step: Step<'_>) -> Option<&Node> {
        match (&*self.value, step) {
            (Value::Map(pairs), Step::Key(key)) => {
                let mut pairs = pairs.iter();
                pairs.find(|(own, _)| own == key).map(|(_, node)| node)
            }
            (Value::List(list), Step::Index(index)) => list.get(index),
            _ => None,
        }
    }

    /// Returns the value as JSON.
    #[cfg(test)]
    pub(super) fn as_json(&self) -> String {
        let mut json = String::new();
        self.write("", &mut json);
        json
    }

    /// Writes the JSON of a value that has this key.
    pub(super) fn write(&self, key: &str, json: &mut String) {
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
            Value::Map(pairs) => write_pairs(pairs, json),
        }
    }
}

/// Writes the JSON of a map, without what is always discarded.
pub(super) fn write_pairs(pairs: &[(String, Node)], json: &mut String) {
    json.push('{');
    let is_written = |(key, _): &&(String, Node)| !DISCARDED.contains(&key.as_str());
    for (index, (key, node)) in pairs.iter().filter(is_written).enumerate() {
        if index > 0 {
            json.push(',');
        }
        scalar::write_text(key, json);
        json.push(':');
        node.write(key, json);
    }
    json.push('}');
}

/// Returns the weight and the depth of a value of these parts.
fn size<'n>(parts: impl IntoIterator<Item = &'n Node>) -> (usize, usize) {
    let start = (1_usize, 1_usize);
    parts.into_iter().fold(start, |(weight, depth), node| {
        let weight = weight.saturating_add(node.weight);
        (weight, depth.max(node.depth + 1))
    })
}

/// Returns whether a key of a map, or of a map inside, is one that `is_wanted`.
pub(super) fn have_key(pairs: &[(String, Node)], is_wanted: &dyn Fn(&str) -> bool) -> bool {
    let mut pairs = pairs.iter();
    pairs.any(|(key, node)| is_wanted(key) || node.has_key(is_wanted))
}

/// Renames keys for which `name` returns another one, unless a key has that name already.
pub(super) fn renamed(
    pairs: Vec<(String, Node)>,
    name: &dyn Fn(&str) -> Option<&'static str>,
) -> Vec<(String, Node)> {
    let mut renamed: Vec<(String, Node)> = Vec::with_capacity(pairs.len());
    for (key, node) in &pairs {
        let other = name(key).filter(|other| {
            let is_other = |(own, _): &(String, Node)| own == other;
            !pairs.iter().any(is_other) && !renamed.iter().any(is_other)
        });
        let key = other.map_or_else(|| key.clone(), str::to_owned);
        renamed.push((key, node.renamed(name)));
    }
    renamed
}
