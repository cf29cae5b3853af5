//! The fields of front matter.

use super::node::{self, Node};
use article_cards_core::feed::Mapping;
use article_cards_core::feed::entries::{Step, field_in_any_case, steps};

/// The keys inside values of fields, whose names may be in any case too.
const INNER_KEYS: [&str; 6] = [
    "domain",
    "width",
    "height",
    "attribution",
    "isCached",
    "label",
];

/// The fields of front matter with their lines. Fields of articles have their exact names.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pairs: Vec<(String, Node)>,
    /// The first line of the front matter.
    line: usize,
}

impl Fields {
    /// Returns the fields of a map; `None` for another value. A name of a field in other case is
    /// corrected, unless the mapping reads it.
    pub(super) fn new(node: Node, mapping: &Mapping) -> Option<Self> {
        let line = node.line();
        let name = |key: &str| {
            let inner = || {
                INNER_KEYS
                    .into_iter()
                    .find(|own| own.eq_ignore_ascii_case(key))
            };
            let name = field_in_any_case(key).or_else(inner);
            name.filter(|name| *name != key && !mapping.reads(key))
        };
        let pairs = node.into_pairs()?;
        // Nearly all names are exact.
        let is_inexact = |key: &str| name(key).is_some();
        let pairs = match node::have_key(&pairs, &is_inexact) {
            true => node::renamed(pairs, &name),
            false => pairs,
        };
        Some(Self { pairs, line })
    }

    /// Returns the first line of the front matter.
    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// Returns a value by a path of names, in any case, joined by dots.
    pub(crate) fn get(&self, path: &str) -> Option<&Node> {
        let mut names = path.split('.');
        let first = names.next()?;
        let exact = self.pairs.iter().find(|(own, _)| own == first);
        let in_any_case = |(own, _): &&(String, Node)| own.eq_ignore_ascii_case(first);
        let (_, root) = exact.or_else(|| self.pairs.iter().find(in_any_case))?;
        names.try_fold(root, |node, name| node.get(name))
    }

    /// Returns the text of a scalar that is not blank.
    pub(crate) fn text(&self, path: &str) -> Option<&str> {
        self.get(path)?.as_text()
    }

    /// Returns whether a field has this boolean as its value.
    pub(crate) fn is(&self, name: &str, value: bool) -> bool {
        self.get(name).and_then(Node::as_bool) == Some(value)
    }

    /// Sets a field.
    pub(crate) fn set(&mut self, name: &str, value: Node) {
        match self.pairs.iter_mut().find(|(own, _)| own == name) {
            Some((_, own)) => *own = value,
            None => self.pairs.push((name.to_owned(), value)),
        }
    }

    /// Removes a field, and returns its value.
    pub(crate) fn remove(&mut self, name: &str) -> Option<Node> {
        let at = self.pairs.iter().position(|(own, _)| own == name)?;
        Some(self.pairs.remove(at).1)
    }

    /// Returns the line of the value at a path such as `images[0].url`, or of its nearest existing
    /// ancestor.
    pub(crate) fn line_of(&self, path: &str) -> usize {
        let mut steps = steps(path);
        let Some(Step::Key(first)) = steps.next() else {
            return self.line;
        };
        let Some((_, root)) = self.pairs.iter().find(|(own, _)| own == first) else {
            return self.line;
        };
        let mut node = root;
        for step in steps {
            match node.step(step) {
                Some(below) => node = below,
                None => break,
            }
        }
        node.line()
    }

    /// Returns the fields as a JSON object.
    pub(crate) fn json(&self) -> String {
        let mut json = String::new();
        node::write_pairs(&self.pairs, &mut json);
        json
    }
}
