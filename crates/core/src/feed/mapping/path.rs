//! Paths into foreign items: names joined by dots, with `[n]` and `[]` for entries of lists.

use crate::json::parser::Parser;
use crate::json::value::Value;

/// A step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Key(String),
    /// One entry of a list.
    Index(usize),
    /// All entries of a list.
    All,
}

/// A path that begins with a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Path {
    pub(crate) first: String,
    pub(crate) rest: Vec<Step>,
}

impl Path {
    /// Returns whether a name is one of its steps.
    pub(crate) fn leads_through(&self, name: &str) -> bool {
        let is_name = |step: &Step| matches!(step, Step::Key(key) if key == name);
        self.first == name || self.rest.iter().any(is_name)
    }

    /// Returns whether it may lead to several values.
    fn is_of_list(&self) -> bool {
        self.rest.contains(&Step::All)
    }

    /// Returns the value that it leads to from the value of its first name: a list if it has `[]`.
    pub(crate) fn value<'a>(&self, first: &Value<'a>) -> Option<Value<'a>> {
        let mut found = Vec::new();
        collect(first, &self.rest, &mut found);
        if self.is_of_list() {
            let list = found.into_iter().cloned().collect();
            return Some(Value::Array(list));
        }
        found.first().map(|value| (*value).clone())
    }

    /// Returns the JSON of the entries of the list that it leads to from the JSON of its first name;
    /// `None` if it leads to no list or object.
    pub(crate) fn entries<'a>(&self, first: &'a str) -> Option<Vec<&'a str>> {
        let mut found = Vec::new();
        collect_json(first, &self.rest, &mut found);
        if self.is_of_list() {
            return Some(found);
        }
        let mut list = Parser::new(found.first()?);
        match list.peek_token()? {
            b'[' => {
                let mut entries = Vec::new();
                list.each(&mut |entry| entries.push(entry.skip()));
                Some(entries)
            }
            b'{' => Some(found),
            _ => None,
        }
    }
}

fn collect<'v, 'a>(value: &'v Value<'a>, steps: &[Step], found: &mut Vec<&'v Value<'a>>) {
    let Some((step, rest)) = steps.split_first() else {
        found.push(value);
        return;
    };
    let entry = match (step, value) {
        (Step::All, Value::Array(list)) => {
            list.iter().for_each(|entry| collect(entry, rest, found));
            return;
        }
        (Step::Index(index), Value::Array(list)) => list.get(*index),
        // `links.0.href`
        (Step::Key(key), Value::Array(list)) => key.parse().ok().and_then(|at: usize| list.get(at)),
        (Step::Key(key), value) => value.get(key),
        _ => None,
    };
    if let Some(entry) = entry {
        collect(entry, rest, found);
    }
}

fn collect_json<'a>(json: &'a str, steps: &[Step], found: &mut Vec<&'a str>) {
    let mut parser = Parser::new(json);
    let Some((step, rest)) = steps.split_first() else {
        found.push(parser.skip());
        return;
    };
    match (step, parser.peek_token()) {
        (Step::Key(name), Some(b'{')) => {
            let mut member = None;
            parser.each_member(&mut |key, parser| {
                let value = parser.skip();
                if key == *name {
                    member = Some(value);
                }
            });
            if let Some(member) = member {
                collect_json(member, rest, found);
            }
        }
        (Step::Index(_) | Step::All, Some(b'[')) => {
            let mut entries = Vec::new();
            parser.each(&mut |entry| entries.push(entry.skip()));
            let entries = match step {
                Step::Index(index) => entries.get(*index..=*index).unwrap_or_default(),
                _ => &entries,
            };
            for entry in entries {
                collect_json(entry, rest, found);
            }
        }
        _ => {}
    }
}
