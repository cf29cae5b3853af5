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
pub(super) fn read(file: &str, mut source: impl Read) -> io::Result<Result<Article, Finding>> {
    let head = FrontMatter::read(&mut source)?;
    Ok(head
        .and_then(|head| article(head))
        .map_err(|wrong| {
            let finding = Finding::error(file, wrong.message);
            let finding = match wrong.column {
                Some(column) => finding.at_column(column),
                None => finding,
            };
            let finding = match wrong.hint {
                Some(hint) => finding.with_hint(hint),
                None => finding,
            };
            finding.at_line(wrong.line)
        })
        .map(|(json, node, repeats)| Article {
            json,
            node,
            findings: repeats
                .into_iter()
                .map(|repeat| {
                    let message = format!(
                        "stands twice, first in line {}: this one counts",
                        repeat.first
                    );
                    Finding::warning(file, message)
                        .at_path(repeat.key)
                        .at_line(repeat.line)
                        .with_hint("take one of the two lines out")
                })
                .collect(),
        }))
}

fn article(head: FrontMatter) -> Result<(String, Node, Vec<yaml::Repeat>), Wrong> {
    // The mark that opens it is line 1.
    let (node, repeats) = yaml::compose(&head.yaml, 1)?;
    if !node.is_map() {
        return Err(Wrong::new(2, "the front matter is no list of fields")
            .with_hint("write one field a line, such as `title: On harbours`"));
    }
    Ok((node.json(), node, repeats))
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
