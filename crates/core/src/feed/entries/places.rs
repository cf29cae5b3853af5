//! The values of an entry in its text, by path.

use std::collections::HashMap;

use crate::json::parser::Parser;

/// The texts of all values of an entry, by their paths such as `images[0].url`.
#[derive(Debug)]
pub struct Places<'a>(HashMap<String, &'a str>);

impl<'a> Places<'a> {
    /// Finds the values of an entry, which must be valid JSON.
    pub fn new(json: &'a str) -> Self {
        let mut places = Self(HashMap::new());
        places.add(String::new(), Parser::new(json).skip());
        places
    }

    /// Returns the text of the value at a path, or of its nearest ancestor.
    pub fn value(&self, path: &str) -> &'a str {
        let mut path = path;
        loop {
            if let Some(value) = self.0.get(path) {
                return value;
            }
            let above = path.rfind(['.', '[']).unwrap_or_default();
            if path.is_empty() {
                return "";
            }
            path = path.get(..above).unwrap_or_default();
        }
    }

    fn add(&mut self, path: String, json: &'a str) {
        let mut parser = Parser::new(json);
        match parser.peek_token() {
            // Of equal keys the last counts.
            Some(b'{') => parser.each_member(&mut |key, parser| {
                let dot = if path.is_empty() { "" } else { "." };
                self.add(format!("{path}{dot}{key}"), parser.skip());
            }),
            Some(b'[') => {
                let mut index = 0;
                parser.each(&mut |parser| {
                    self.add(format!("{path}[{index}]"), parser.skip());
                    index += 1;
                });
            }
            _ => {}
        }
        self.0.insert(path, json);
    }
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step<'p> {
    /// A member of an object.
    Key(&'p str),
    /// An index in a list.
    Index(usize),
}

/// Returns the steps of a path such as `images[0].url`.
pub fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    let pieces = path.split(['.', '[']).filter(|piece| !piece.is_empty());
    pieces.map(|piece| {
        let index = piece.strip_suffix(']').and_then(|index| index.parse().ok());
        index.map_or(Step::Key(piece), Step::Index)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_and_what_is_above_them() {
        let json = r#"{"title": "A", "images": [{}, {"url": 1, "url": 2}]}"#;
        let places = Places::new(json);
        assert_eq!(places.value("images[1].url"), "2");
        assert_eq!(places.value("images[0].url"), "{}");
        assert_eq!(places.value("provider.name"), json);
        assert_eq!(places.value(""), json);
    }
}
