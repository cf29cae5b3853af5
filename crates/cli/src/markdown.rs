//! Converts Markdown with YAML front matter to the JSON of an article. The body is never read.

mod front_matter;
mod merge;
mod node;
mod scalar;
mod yaml;

use std::io::{self, Read};

use super::finding::Finding;
pub(super) use node::Node;
use yaml::Repeat;

/// An article in a Markdown file.
#[derive(Debug)]
pub(super) struct Article {
    /// A JSON object.
    pub(super) json: String,
    /// The same values with their lines.
    pub(super) node: Node,
    /// Findings that do not prevent the article from being read.
    pub(super) findings: Vec<Finding>,
}

/// Reads an article, or returns the finding why it is invalid.
///
/// # Errors
/// Fails if the file cannot be read.
pub(super) fn read(file: &str, mut source: impl Read) -> io::Result<Result<Article, Box<Finding>>> {
    let yaml = front_matter::read(&mut source)?;
    let article = yaml.and_then(|yaml| article(file, &yaml));
    Ok(article.map_err(|finding| {
        Box::new(Finding {
            file: file.to_owned(),
            ..*finding
        })
    }))
}

fn article(file: &str, yaml: &str) -> Result<Article, Box<Finding>> {
    // Line 1 is the opening delimiter.
    let (node, repeats) = yaml::compose(yaml, 1)?;
    if !node.is_map() {
        let finding = invalid(2, "the front matter is not a list of fields");
        let hint = "write one field a line, such as `title: On harbours`";
        return Err(finding.with_hint(hint).into());
    }
    let findings = repeats.into_iter().map(|Repeat { key, line, first }| {
        let message = format!("a repeated field, first in line {first}: this one counts");
        Finding::warning(file, message)
            .at_path(key)
            .at_line(line)
            .with_hint("remove one of the two lines")
    });
    Ok(Article {
        json: node.json(),
        findings: findings.collect(),
        node,
    })
}

/// Creates the finding why an article is invalid; [`read`] adds the file.
fn invalid(line: usize, message: impl Into<String>) -> Finding {
    Finding::error("", message).at_line(line)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::read;
    use article_cards_core::feed::Mapping;
    use article_cards_core::feed::entries::EntryReader;

    /// Files that are sometimes valid articles.
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
        /// Any file is an article or a finding, and an article is valid JSON.
        #[test]
        fn takes_any_file(file in files()) {
            if let Ok(article) = read("a.md", file.as_bytes()).unwrap() {
                let mapping = Mapping::default();
                let reader = EntryReader { mapping: &mapping, url: None };
                let json = format!("[{}]", article.json);
                prop_assert!(reader.read(&json, &mut |_| {}).is_ok(), "{json}");
                prop_assert!(serde_json::from_str::<serde::de::IgnoredAny>(&json).is_ok(), "{json}");
            }
        }
    }
}
