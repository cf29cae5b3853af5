//! Markdown with YAML front matter → the JSON of one article. The text below it is never read.

mod front_matter;
mod merge;
mod node;
mod scalar;
mod yaml;

use std::io::{self, Read};

use super::finding::Finding;
use front_matter::FrontMatter;
pub(super) use node::Node;
use yaml::Repeat;

/// An article as its file has it.
#[derive(Debug)]
pub(super) struct Article {
    /// An object of JSON.
    pub(super) json: String,
    /// The same with the lines of its values.
    pub(super) node: Node,
    /// What is wrong and did not cost the article.
    pub(super) findings: Vec<Finding>,
}

/// Reads an article. An article that can't be read is one finding.
///
/// # Errors
/// The file can't be read.
pub(super) fn read(file: &str, mut source: impl Read) -> io::Result<Result<Article, Box<Finding>>> {
    let head = FrontMatter::read(&mut source)?;
    let article = head.and_then(|head| article(file, &head));
    Ok(article.map_err(|wrong| Box::new(wrong.finding(file))))
}

fn article(file: &str, head: &FrontMatter) -> Result<Article, Wrong> {
    // The mark that opens it is line 1.
    let (node, repeats) = yaml::compose(&head.yaml, 1)?;
    if !node.is_map() {
        let wrong = Wrong::new(2, "the front matter is no list of fields");
        return Err(wrong.with_hint("write one field a line, such as `title: On harbours`"));
    }
    let findings = repeats.into_iter().map(|Repeat { key, line, first }| {
        let message = format!("stands twice, first in line {first}: this one counts");
        Finding::warning(file, message)
            .at_path(key)
            .at_line(line)
            .with_hint("take one of the two lines out")
    });
    Ok(Article {
        json: node.json(),
        findings: findings.collect(),
        node,
    })
}

/// What costs an article of Markdown.
#[derive(Debug)]
pub(super) struct Wrong {
    message: String,
    line: usize,
    column: Option<usize>,
    hint: Option<&'static str>,
}

impl Wrong {
    fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            line,
            column: None,
            hint: None,
        }
    }

    fn finding(self, file: &str) -> Finding {
        Finding {
            line: Some(self.line),
            column: self.column,
            hint: self.hint,
            ..Finding::error(file, self.message)
        }
    }

    fn at_column(self, column: usize) -> Self {
        Self {
            column: Some(column),
            ..self
        }
    }

    fn with_hint(self, hint: &'static str) -> Self {
        Self {
            hint: Some(hint),
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;
    use article_cards_core::feed::Mapping;
    use article_cards_core::feed::entries::Reader;

    /// Files that are articles now and then.
    fn files() -> impl Strategy<Value = String> {
        let pieces = [
            "title", "images", ": ", ":", "- ", "\n", "\n  ", "\t", "'", "\"", "|", ">-", "&a ",
            "*a", "<<", "{", "}", "[", "]", ",", "#", "!!str ", "? ", "12", "~", "\\u12", "\r\n",
            "\u{2028}", "\0", "%", "---\n", "...\n", "é",
        ];
        let piece = proptest::sample::select(pieces.to_vec());
        proptest::collection::vec(piece, 0..24)
            .prop_map(|pieces| format!("---\n{}\n---\n", pieces.concat()))
    }

    proptest! {
        /// Whatever stands in a file, it is an article or a finding, and an article is JSON.
        #[test]
        fn takes_any_file(file in files()) {
            if let Ok(article) = read("a.md", file.as_bytes()).unwrap() {
                let mapping = Mapping::default();
                let reader = Reader { mapping: &mapping, url: None };
                let json = format!("[{}]", article.json);
                prop_assert!(reader.read(&json, &mut |_| {}).is_ok(), "{json}");
                prop_assert!(serde_json::from_str::<serde::de::IgnoredAny>(&json).is_ok(), "{json}");
            }
        }
    }
}
