//! Links between documents, and from documents to files of the repository.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::Documents;

/// Files whose links may name an item.
const SOURCES: [&str; 4] = ["rs", "js", "ts", "css"];

/// Describes each broken link, one a line.
pub(super) fn broken(documents: &Documents) -> Vec<String> {
    let mut broken = Vec::new();
    for (file, text) in documents {
        for Link { name, target } in links(text) {
            if target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if let Some(why) = problem(documents, file, &name, &target) {
                broken.push(format!("{file}: {target}: {why}"));
            }
        }
    }
    broken
}

fn problem(documents: &Documents, file: &str, name: &str, target: &str) -> Option<String> {
    let (path, heading) = target.split_once('#').unwrap_or((target, ""));
    let path = match path {
        "" => PathBuf::from(file),
        path => joined(Path::new(file).parent()?, path),
    };
    if !path.exists() {
        return Some("there is no such file".to_owned());
    }
    let key = path.to_string_lossy().replace('\\', "/");
    if !heading.is_empty() {
        let document = documents.get(&key).map_or("", String::as_str);
        return section(document, heading)
            .is_none()
            .then(|| "there is no such heading".to_owned());
    }
    let extension = path.extension()?.to_str()?;
    let item = item(name).filter(|_| SOURCES.contains(&extension))?;
    let source = fs::read_to_string(&path).unwrap_or_default();
    let mut words = source.split(|char: char| !char.is_alphanumeric() && char != '_');
    (!words.any(|word| word == item)).then(|| format!("`{item}` is not in it"))
}

/// A path without `..`.
fn joined(folder: &Path, path: &str) -> PathBuf {
    let mut joined = PathBuf::new();
    for component in folder.join(path).components() {
        match component {
            Component::ParentDir => {
                joined.pop();
            }
            Component::CurDir => {}
            other => joined.push(other),
        }
    }
    joined
}

/// The last name of an item: `query` of `` `Index::query()` ``; `None` for paths and other texts.
fn item(name: &str) -> Option<&str> {
    let code = name.strip_prefix('`')?.strip_suffix('`')?;
    let code = code.split('(').next()?;
    let last = code.rsplit([':', '.']).next()?;
    let is_name = |text: &str| {
        !text.is_empty()
            && text
                .chars()
                .all(|char| char.is_alphanumeric() || char == '_')
    };
    let is_path = code.contains('/') || Path::new(code).extension().is_some_and(is_source);
    (!is_path && is_name(last)).then_some(last)
}

fn is_source(extension: &std::ffi::OsStr) -> bool {
    extension.to_str().is_some_and(|extension| {
        SOURCES.contains(&extension) || ["md", "json", "toml", "html"].contains(&extension)
    })
}

/// The text below a heading, up to the next heading; `None` if there is no such heading.
pub(super) fn section(document: &str, heading: &str) -> Option<String> {
    let mut found = None::<Vec<&str>>;
    for (line, is_code) in lines(document) {
        if let Some(title) = line.strip_prefix('#').filter(|_| !is_code) {
            if found.is_some() {
                break;
            }
            if anchor(title.trim_start_matches('#').trim()) == heading {
                found = Some(Vec::new());
            }
        } else if let Some(lines) = &mut found {
            lines.push(line);
        }
    }
    Some(found?.join("\n").trim().to_owned() + "\n")
}

/// The anchor that a heading gets: lower case, spaces as hyphens, without punctuation.
fn anchor(title: &str) -> String {
    let title = title.replace(' ', "-").to_lowercase();
    title.replace(
        |char: char| !char.is_alphanumeric() && !"-_".contains(char),
        "",
    )
}

/// Each line, and whether it belongs to a block of code.
fn lines(document: &str) -> impl Iterator<Item = (&str, bool)> {
    let mut fence = None;
    document.lines().map(move |line| {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match fence {
            None if ticks >= 3 => fence = Some(ticks),
            Some(open) if ticks >= open => {
                fence = None;
                return (line, true);
            }
            _ => {}
        }
        (line, fence.is_some())
    })
}

struct Link {
    name: String,
    target: String,
}

/// The links and images outside of code.
fn links(document: &str) -> Vec<Link> {
    let mut links = Vec::new();
    for (line, _) in lines(document).filter(|(_, is_code)| !is_code) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("](") {
            let Some((target, after)) = after.split_once(')') else {
                break;
            };
            let name = before.rsplit('[').next().unwrap_or_default();
            links.push(Link {
                name: name.to_owned(),
                target: target.to_owned(),
            });
            rest = after;
        }
        for attribute in [" src=\"", " srcset=\""] {
            let images = line.split(attribute).skip(1);
            links.extend(images.filter_map(|after| {
                let (target, _) = after.split_once('"')?;
                Some(Link {
                    name: String::new(),
                    target: target.to_owned(),
                })
            }));
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_outside_of_code() {
        let text =
            "[a](b.md#c), [`D::e`](f.rs)\n```\n[x](y)\n```\n<img src=\"g.png\"> `x-src=\"h\"`";
        let found: Vec<_> = links(text)
            .into_iter()
            .map(|link| (link.name, link.target))
            .collect();
        let expected = [("a", "b.md#c"), ("`D::e`", "f.rs"), ("", "g.png")];
        assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn anchors_are_those_of_github() {
        for (title, expected) in [
            ("Not reached, and why", "not-reached-and-why"),
            ("`createEngine(feed, options)`", "createenginefeed-options"),
            ("`--ac-gap`", "--ac-gap"),
        ] {
            assert_eq!(anchor(title), expected);
        }
    }

    #[test]
    fn only_names_are_items() {
        for (name, expected) in [
            ("`Index::query`", Some("query")),
            ("`Element.load()`", Some("load")),
            ("`Feed`", Some("Feed")),
            ("`src/lib.rs`", None),
            ("`lib.rs`", None),
            ("Index", None),
        ] {
            assert_eq!(item(name), expected, "{name}");
        }
    }

    #[test]
    fn broken_links_are_reported() {
        let text = "# A b\n[x](#a-b) [x](#c) [x](none.md) [x](https://x.example/none.md)\n";
        let documents = Documents::from([("docs/none.md".to_owned(), text.to_owned())]);
        let broken = broken(&documents);
        assert_eq!(broken.len(), 3, "{broken:?}");
    }
}
