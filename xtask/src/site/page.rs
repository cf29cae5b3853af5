//! A document of the repository as a page of the site.

use regex::{Captures, Regex};

use crate::project::Project;

/// What stands around the markup of a list that is shown.
const LIVE: [&str; 2] = ["<!-- live: ", " -->"];

/// Languages of code that mdBook does not color, and similar ones that it does.
const COLORED_AS: [(&str, &str); 3] = [("tsx", "ts"), ("vue", "html"), ("svelte", "html")];

/// Returns the text of a page. Links to files that are no pages lead to the repository, if it has an
/// address, and are plain text otherwise. `files` are all pages.
pub(super) fn prepared(text: &str, file: &str, files: &[&str], project: &Project) -> String {
    let lines = text.lines().filter(|line| !is_navigation(line));
    let colored = |line: &str| {
        let known = COLORED_AS
            .iter()
            .find(|(language, _)| line == format!("```{language}"));
        known.map_or_else(|| line.to_owned(), |(_, similar)| format!("```{similar}"))
    };
    let text = lines.map(colored).collect::<Vec<_>>().join("\n") + "\n";
    let root = "../".repeat(file.matches('/').count());
    let text = with_lists(&text, &root);
    let Ok(link) = Regex::new(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s#]*)(#[^)\s]*)?\)") else {
        return text;
    };
    let replaced = link.replace_all(&text, |link: &Captures<'_>| {
        let (whole, label, target) = (&link[0], &link[2], &link[3]);
        let place = resolved(file, target);
        let is_kept = &link[1] == "!"
            || target.is_empty()
            || target.contains("://")
            || files.contains(&place.as_str());
        match &project.repository {
            _ if is_kept => whole.to_owned(),
            Some(address) => format!("[{label}]({address}/blob/main/{place})"),
            None => label.to_owned(),
        }
    });
    replaced.into_owned()
}

/// Returns whether a line leads to the pages before and after, which the site does itself.
fn is_navigation(line: &str) -> bool {
    line.starts_with("[README](") && line.contains("· ")
}

/// Puts the lists in place that comments name.
fn with_lists(text: &str, root: &str) -> String {
    let [start, end] = LIVE;
    let lines = text.lines().map(|line| {
        let markup = line.strip_prefix(start);
        match markup.and_then(|it| it.strip_suffix(end)) {
            Some(markup) => {
                let markup =
                    ["sample/", "article-cards/"]
                        .iter()
                        .fold(markup.to_owned(), |text, folder| {
                            text.replace(&format!("\"{folder}"), &format!("\"{root}{folder}"))
                        });
                format!("<div class=\"live\">{markup}</div>")
            }
            None => line.to_owned(),
        }
    });
    lines.collect::<Vec<_>>().join("\n") + "\n"
}

/// Returns a path in the repository, which a document names from its own folder.
fn resolved(file: &str, target: &str) -> String {
    let folder = file.rsplit_once('/').map_or("", |it| it.0);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => _ = parts.pop(),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_put_in_place_of_their_comments() {
        let text =
            "A\n<!-- live: <article-cards src=\"sample/index.json\"></article-cards> -->\nB\n";
        assert_eq!(
            with_lists(text, "../"),
            "A\n<div class=\"live\"><article-cards src=\"../sample/index.json\"></article-cards></div>\nB\n"
        );
    }

    #[test]
    fn paths_are_resolved_from_their_document() {
        assert_eq!(resolved("docs/a.md", "../src/b.rs"), "src/b.rs");
        assert_eq!(resolved("README.md", "./docs/a.md"), "docs/a.md");
    }
}
