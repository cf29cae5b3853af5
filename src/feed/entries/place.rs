//! Where in the text of an entry the value of a path stands.

use crate::feed::cursor::Cursor;

/// The text of the value at a path such as `images[0].url`; of the one nearest above it where
/// there is none. The text must be valid JSON.
pub(crate) fn value_at<'a>(json: &'a str, path: &str) -> &'a str {
    let mut value = Cursor::new(json).skip();
    for step in steps(path) {
        match below(value, step) {
            Some(found) => value = found,
            None => break,
        }
    }
    value
}

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Step<'p> {
    Key(&'p str),
    Index(usize),
}

/// The steps of a path such as `images[0].url`.
pub(crate) fn steps(path: &str) -> impl Iterator<Item = Step<'_>> {
    let pieces = path.split(['.', '[']).filter(|piece| !piece.is_empty());
    pieces.map(|piece| {
        let index = piece.strip_suffix(']').and_then(|index| index.parse().ok());
        index.map_or(Step::Key(piece), Step::Index)
    })
}

fn below<'a>(json: &'a str, step: Step<'_>) -> Option<&'a str> {
    let mut cursor = Cursor::new(json);
    let mut found = None;
    match (step, cursor.first()?) {
        (Step::Key(key), b'{') => cursor.each_pair(&mut |own, cursor| {
            let value = cursor.skip();
            // Of equal keys the last counts.
            if own == key {
                found = Some(value);
            }
        }),
        (Step::Index(index), b'[') => {
            let mut at = 0;
            cursor.each(&mut |cursor| {
                let value = cursor.skip();
                if at == index {
                    found = Some(value);
                }
                at += 1;
            });
        }
        _ => {}
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_values_and_what_is_above_them() {
        let json = r#"{"title": "A", "images": [{}, {"url": 1, "url": 2}]}"#;
        assert_eq!(value_at(json, "images[1].url"), "2");
        assert_eq!(value_at(json, "images[0].url"), "{}");
        assert_eq!(value_at(json, "provider.name"), json);
        assert_eq!(value_at(json, ""), json);
    }
}
