//! The package's README: that of `package/`, with links that work outside the repository.

use std::path::Path;

use anyhow::Result;
use regex::{Captures, Regex};

use super::{README, SOURCES, read};
use crate::project::Project;

/// A link to a file of the repository, as seen from `package/`.
const LINK: &str = r"\[([^\]]*)\]\(\.\./([^)]*)\)";

/// A comment for `cargo xtask generate`, which names a file of the repository.
const MARK: &str = r"(?m)^<!-- .* -->\n";

/// Writes the README into the package.
pub(super) fn write(project: &Project, folder: &Path) -> Result<()> {
    let text = read(&Path::new(SOURCES).join(README))?;
    let repository = project.repository.as_deref();
    super::write(&folder.join(README), &published(&text, repository))
}

/// Leads links into the repository to its public address. Without one, the file's name stands in
/// place of the link.
fn published(text: &str, repository: Option<&str>) -> String {
    let [link, mark] = [LINK, MARK].map(|text| Regex::new(text).expect("the pattern is right"));
    let text = mark.replace_all(text, "");
    let replaced = link.replace_all(&text, |found: &Captures<'_>| {
        let (name, path) = (&found[1], &found[2]);
        match repository {
            Some(address) => format!("[{name}]({address}/blob/HEAD/{path})"),
            None => format!("{name} (`{path}`)"),
        }
    });
    replaced.into_owned()
}

#[cfg(test)]
mod tests {
    use super::published;

    #[test]
    fn links_lead_to_the_repository_if_it_has_an_address() {
        let text = "See [Size](../docs/size.md#a) and [Yew](https://yew.rs).";
        assert_eq!(
            published(text, Some("https://code.example/cards")),
            "See [Size](https://code.example/cards/blob/HEAD/docs/size.md#a) and [Yew](https://yew.rs)."
        );
        assert_eq!(
            published(text, None),
            "See Size (`docs/size.md#a`) and [Yew](https://yew.rs)."
        );
    }

    #[test]
    fn marks_are_left_out() {
        let text = "a\n<!-- code: tests/a.js -->\n```js\n```\n<!-- /code -->\n";
        assert_eq!(published(text, None), "a\n```js\n```\n");
    }
}
