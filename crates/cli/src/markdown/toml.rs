//! Builds a [`Node`] from TOML.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::invalid;
use super::node::Node;
use crate::finding::Finding;
use crate::line_counter::LineCounter;

/// Reads front matter that has `before` lines before it in its file.
pub(super) fn compose(toml: &str, before: usize) -> Result<Node, Box<Finding>> {
    let mut composer = Composer {
        toml,
        lines: LineCounter::new(toml),
        before,
    };
    match DeTable::parse(toml) {
        Ok(table) => Ok(composer.table(before + 1, table.get_ref())),
        Err(error) => {
            let start = error.span().map_or(0, |span| span.start);
            let line = composer.line_at(start);
            let above = toml.get(..start).unwrap_or_default();
            let column = above.chars().rev().take_while(|char| *char != '\n').count() + 1;
            let message = match error.message() {
                text if text.contains("recur") => "nested deeper than 80 levels".to_owned(),
                text => format!("invalid TOML: {text}"),
            };
            let hint = match error.message() {
                text if text.contains("duplicate") => "remove one of the two lines",
                text if text.contains("recur") => "close each bracket where its value ends",
                text if text.contains("date") || text.contains("time") => {
                    "write a date like 2024-03-05 or 2024-03-05T08:30:00Z"
                }
                _ => "write each field as `name = value`, with texts in quotes: title = \"Tides\"",
            };
            Err(invalid(line, message)
                .at_column(column)
                .with_hint(hint)
                .into())
        }
    }
}

struct Composer<'t> {
    toml: &'t str,
    lines: LineCounter<'t>,
    before: usize,
}

/// The parser refuses more than 80 levels of lists and tables, so the calls here are not deep.
impl Composer<'_> {
    fn line_at(&mut self, start: usize) -> usize {
        let part = self.toml.get(start..).unwrap_or_default();
        self.before + self.lines.line_of(part)
    }

    fn table(&mut self, line: usize, table: &DeTable<'_>) -> Node {
        let pairs = table.iter().map(|(key, value)| {
            let line = self.line_at(key.span().start);
            (key.get_ref().to_string(), self.value(line, value))
        });
        let pairs = pairs.collect();
        Node::map(line, pairs)
    }

    fn value(&mut self, line: usize, value: &Spanned<DeValue<'_>>) -> Node {
        match value.get_ref() {
            DeValue::String(text) => Node::text(line, text.as_ref()),
            DeValue::Integer(number) => {
                let decimal = i128::from_str_radix(number.as_str(), number.radix());
                let text = decimal.map_or_else(|_| number.to_string(), |it| it.to_string());
                Node::scalar(line, text, true)
            }
            DeValue::Float(number) => Node::scalar(line, number.to_string(), true),
            DeValue::Boolean(value) => Node::scalar(line, value.to_string(), true),
            DeValue::Datetime(date) => Node::text(line, date.to_string()),
            DeValue::Array(list) => {
                let list = list.iter().map(|value| {
                    let line = self.line_at(value.span().start);
                    self.value(line, value)
                });
                let list = list.collect();
                Node::list(line, list)
            }
            DeValue::Table(table) => self.table(line, table),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_front_matter() {
        let toml = "title = 'A'\r\ndate = 2024-03-05T08:30:00Z\nday = 2024-03-05\nquality = 0x1F\nprice = 29.5\n\
                    tags = [\n  \"ships\",\n  'tides',\n]\ndraft = false\n[provider]\nname = \"\"\"B\n\"\"\"\n\
                    [[images]]\nurl = 'x'\n[[images]]\nurl = 'y'\n";
        let node = compose(toml, 1).unwrap();
        assert_eq!(
            node.as_json(),
            r#"{"date":"2024-03-05T08:30:00Z","day":"2024-03-05","draft":false,"images":[{"url":"x"},{"url":"y"}],"price":29.5,"provider":{"name":"B\n"},"quality":31,"tags":["ships","tides"],"title":"A"}"#
        );
        let tags = node.get("tags").unwrap().values();
        assert_eq!((node.get("tags").unwrap().line, tags[1].line), (7, 9));
    }

    #[test]
    fn errors_have_their_place() {
        let finding = compose("title = 'A'\ntags = [1 2]\n", 1).unwrap_err();
        assert_eq!((finding.line, finding.column), (Some(3), Some(9)));
        assert!(finding.message.starts_with("invalid TOML: "), "{finding}");
        for deep in [
            "a = ".to_owned() + &"[".repeat(400_000),
            "a.".repeat(400_000) + "a = 1",
        ] {
            assert!(compose(&deep, 1).is_err());
        }
        let nested = |levels: usize| "a = ".to_owned() + &"[".repeat(levels) + &"]".repeat(levels);
        assert!(compose(&nested(60), 1).is_ok());
        assert!(compose(&nested(400_000), 1).is_err());
    }
}
