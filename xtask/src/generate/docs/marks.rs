//! Generated text between pairs of comments.

use super::{Documents, links, pattern};
use anyhow::{Context, Result, anyhow};

/// The text with the files that its `code` marks name.
pub(super) fn with_code(text: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    replaced(text, "code", |path| {
        let file = read(path)?;
        let fence = if file.contains("```") { "````" } else { "```" };
        let language = match path.rsplit('.').next().unwrap_or_default() {
            // Of a project whose library it uses, and which tests of its own build.
            "rs" if path.contains("/src/bin/") => "rust,ignore",
            // As the documentation tests compile it.
            "rs" => "rust,no_run",
            other => other,
        };
        Ok(format!("{fence}{language}\n{}\n{fence}\n", file.trim_end()))
    })
}

/// The text with the sections that its `copy` marks name.
pub(super) fn with_copies(text: &str, documents: &Documents) -> Result<String> {
    replaced(text, "copy", |target| {
        let section = target.split_once('#').and_then(|(file, heading)| {
            let document = documents.get(file)?;
            links::section(document, heading)
        });
        section.ok_or_else(|| anyhow!("there is no section {target}"))
    })
}

/// The text with something else between all pairs of these marks: `<!-- mark -->` or
/// `<!-- mark: argument -->`, and `<!-- /mark -->`.
pub(crate) fn replaced(
    text: &str,
    mark: &str,
    with: impl Fn(&str) -> Result<String>,
) -> Result<String> {
    let open = pattern(&format!(r"<!-- {mark}(?:: ([^\n]*?))? -->"));
    let close = format!("<!-- /{mark} -->");
    let mut new = String::new();
    let mut rest = text;
    while let Some(found) = open.captures(rest) {
        let head = &found[0];
        let argument = found.get(1).map_or("", |argument| argument.as_str());
        let (before, after) = rest.split_once(head).unwrap_or_default();
        let (_, after) = after
            .split_once(&close)
            .with_context(|| format!("there is no {close} after {head}"))?;
        new += &format!("{before}{head}\n{}{close}", with(argument)?);
        rest = after;
    }
    Ok(new + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str) -> Result<String> {
        match path {
            "a.html" => Ok("<p>\n".to_owned()),
            "b.rs" => Ok("fn main() {}\n\n".to_owned()),
            _ => Err(anyhow!("there is none")),
        }
    }

    #[test]
    fn files_go_between_their_marks() {
        let old =
            "x\n<!-- code: a.html -->\nold\n<!-- /code -->\ny\n<!-- code: b.rs --><!-- /code -->\n";
        let new = "x\n<!-- code: a.html -->\n```html\n<p>\n```\n<!-- /code -->\ny\n<!-- code: b.rs -->\n```rust,no_run\nfn main() {}\n```\n<!-- /code -->\n";
        assert_eq!(with_code(old, file).ok().as_deref(), Some(new));
        assert_eq!(with_code(new, file).ok().as_deref(), Some(new));
        assert!(with_code("<!-- code: none -->\n<!-- /code -->", file).is_err());
        assert!(with_code("<!-- code: a.html -->\n", file).is_err());
    }

    #[test]
    fn other_marks_are_left_alone() {
        let text = "<!-- size -->\n5\n<!-- /size -->\n<!-- codes -->\n<!-- code";
        assert_eq!(with_code(text, file).ok().as_deref(), Some(text));
    }

    #[test]
    fn sections_are_copied() {
        let document = "# A\n\n## B c\n\none\n\n### D\n\ntwo\n";
        let documents = Documents::from([("a.md".to_owned(), document.to_owned())]);
        let copy = |target: &str| {
            let text = format!("<!-- copy: {target} -->\n<!-- /copy -->\n");
            with_copies(&text, &documents)
        };
        let new = "<!-- copy: a.md#b-c -->\none\n<!-- /copy -->\n";
        assert_eq!(copy("a.md#b-c").ok().as_deref(), Some(new));
        assert!(copy("a.md#e").is_err());
        assert!(copy("b.md#b-c").is_err());
    }
}
