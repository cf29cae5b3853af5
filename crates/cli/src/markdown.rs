//! Reads the front matter of Markdown files: YAML, TOML or JSON. Of the body, only the first
//! heading is read.

mod fields;
mod front_matter;
mod json;
mod merge;
mod node;
mod scalar;
mod toml;
mod yaml;

use std::io::{self, Read};

use super::finding::Finding;
use article_cards_core::feed::Mapping;
pub(crate) use fields::Fields;
use front_matter::{FrontMatter, Notation};
pub(crate) use node::Node;
use yaml::Repeat;

/// An article in a Markdown file.
#[derive(Debug)]
pub(crate) struct Article {
    pub(crate) fields: Fields,
    /// The heading that the body begins with.
    pub(crate) heading: Option<String>,
    /// Findings that do not prevent the article from being read.
    pub(crate) findings: Vec<Finding>,
}

/// Reads an article, or returns the finding why it is invalid.
///
/// # Errors
/// Fails if the file cannot be read.
pub(crate) fn read(
    file: &str,
    mut source: impl Read,
    mapping: &Mapping,
) -> io::Result<Result<Article, Box<Finding>>> {
    let front_matter = front_matter::read(&mut source)?;
    let article = front_matter.and_then(|front_matter| article(file, &front_matter, mapping));
    Ok(article.map_err(|finding| {
        Box::new(Finding {
            file: file.to_owned(),
            ..*finding
        })
    }))
}

fn article(
    file: &str,
    front_matter: &FrontMatter,
    mapping: &Mapping,
) -> Result<Article, Box<Finding>> {
    let (text, before) = (&front_matter.text, front_matter.before);
    let (node, repeats) = match front_matter.notation {
        Notation::Yaml => yaml::compose(text, before)?,
        Notation::Toml => (toml::compose(text, before)?, Vec::new()),
        Notation::Json => json::compose(text, before)?,
    };
    let Some(fields) = Fields::new(node, mapping) else {
        let finding = invalid(before + 1, "the front matter is not a list of fields");
        let hint = "write one field a line, such as `title: On harbours`";
        return Err(finding.with_hint(hint).into());
    };
    let findings = repeats.into_iter().map(|Repeat { key, line, first }| {
        let message = format!("a repeated field, first in line {first}: this one counts");
        Finding::warning(file, message)
            .at_path(key)
            .at_line(line)
            .with_hint("remove one of the two lines")
    });
    Ok(Article {
        fields,
        heading: front_matter.heading.clone(),
        findings: findings.collect(),
    })
}

/// Returns whether a finding says that a file has no front matter.
pub(crate) fn is_without_front_matter(finding: &Finding) -> bool {
    finding.message == front_matter::NO_FRONT_MATTER
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
            " = ",
            "[[",
            "]]",
            ".",
            "2024-03-05",
            "true",
            "Title",
            "title",
            "images",
            ": ",
            ":",
            "- ",
            "\n",
            "\n  ",
            "\t",
            "'",
            "\"",
            "|",
            ">-",
            "&a ",
            "*a",
            "<<",
            "{",
            "}",
            "[",
            "]",
            ",",
            "#",
            "!!str ",
            "? ",
            "12",
            "~",
            "\\u12",
            "\r\n",
            "\u{2028}",
            "\0",
            "%",
            "---\n",
            "...\n",
            "é",
        ];
        let piece = proptest::sample::select(pieces.to_vec());
        let pieces = proptest::collection::vec(piece, 0..24);
        let fences = proptest::sample::select(vec![("---", "---"), ("+++", "+++"), ("{", "}")]);
        (pieces, fences).prop_map(|(pieces, (opening, closing))| {
            format!("{opening}\n{}\n{closing}\n", pieces.concat())
        })
    }

    proptest! {
        /// Any file is an article or a finding, and an article is valid JSON.
        #[test]
        fn takes_any_file(file in files()) {
            let mapping = Mapping::default();
            if let Ok(article) = read("a.md", file.as_bytes(), &mapping).unwrap() {
                let reader = EntryReader { mapping: &mapping, url: None };
                let json = format!("[{}]", article.fields.json());
                prop_assert!(reader.read(&json, &mut |_| {}).is_ok(), "{json}");
                prop_assert!(serde_json::from_str::<serde::de::IgnoredAny>(&json).is_ok(), "{json}");
            }
        }
    }
}
