//! Links between documents, and from documents to files of the repository.

use std::fs;
use std::path::{Component, Path, PathBuf};

use super::{Documents, pattern};

/// Files whose links may name an item.
const SOURCES: [&str; 4] = ["rs", "js", "ts", "css"];

/// Folders of the repository; code that is a path in one of them must name a file, too.
const FOLDERS: &str = "benches|crates|docs|fuzz|languages|mappings|src|styles|tests|xtask";

/// Describes each broken link.
pub(super) fn broken(documents: &Documents) -> Vec<String> {
    let mut broken = Vec::new();
    let path = pattern(&format!("`((?:{FOLDERS})/[^`*<{{ ]*)`"));
    for (file, text) in documents {
        for (name, target) in links(text) {
            if !target.contains("://")
                && let Some(why) = problem(documents, file, &name, &target)
            {
                broken.push(format!("{file}: {target}: {why}"));
            }
        }
        let prose = lines(text).filter(|(_, is_code)| !is_code);
        let paths = prose.flat_map(|(line, _)| path.captures_iter(line));
        let paths = paths.map(|found| found.extract());
        for (_, [path]) in paths.filter(|(_, [path])| !Path::new(path).exists()) {
            broken.push(format!("{file}: `{path}`: there is no such file"));
        }
    }
    broken
}

/// The text and target of each link and image outside of code and comments.
fn links(document: &str) -> Vec<(String, String)> {
    let link = pattern(r#"\[([^\]]*)\]\(([^)]*)\)|() src(?:set)?="([^"]*)""#);
    let prose = lines(document).filter(|(line, is_code)| !is_code && !line.starts_with("<!--"));
    let links = prose.flat_map(|(line, _)| link.captures_iter(line));
    links
        .map(|found| found.extract())
        .map(|(_, [name, target])| (name.to_owned(), target.to_owned()))
        .collect()
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
    if !heading.is_empty() {
        let document = documents.get(path.to_str()?).map_or("", String::as_str);
        let is_missing = section(document, heading).is_none();
        return is_missing.then(|| "there is no such heading".to_owned());
    }
    if !is_any(&path, &SOURCES) {
        return None;
    }
    let item = item(name)?;
    let is_module = path.file_stem()? == item || path.parent()?.ends_with(item);
    let source = fs::read_to_string(&path).unwrap_or_default();
    let mut words = source.split(|char: char| !char.is_alphanumeric() && char != '_');
    let is_there = is_module || words.any(|word| word == item);
    (!is_there).then(|| format!("`{item}` is not in it"))
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
    let name = code.split('(').next()?;
    let item = name.rsplit([':', '.', '#']).next()?;
    let is_path = is_any(Path::new(code), &SOURCES) || code.contains('/');
    (!is_path && !item.is_empty()).then_some(item)
}

fn is_any(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| extensions.contains(&extension))
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
        // Code may be in a list.
        let text = line.trim_start();
        let ticks = text.len() - text.trim_start_matches('`').len();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_found_outside_of_code() {
        let text = "[a](b.md#c), [`D::e`](f.rs)\n   ```\n[x](y)\n   ```\n<img src=\"g.png\"> `x-src=\"h\"`\n<!-- <a src=\"i\"> -->";
        let expected = [("a", "b.md#c"), ("`D::e`", "f.rs"), ("", "g.png")];
        let expected = expected.map(|(name, target)| (name.to_owned(), target.to_owned()));
        assert_eq!(links(text), expected);
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
        let text =
            "# A b\n[x](#a-b) [x](#c) [x](none.md) [x](https://x.example/none.md) `docs/none`\n";
        let documents = Documents::from([("docs/none.md".to_owned(), text.to_owned())]);
        let broken = broken(&documents);
        assert_eq!(broken.len(), 4, "{broken:?}");
    }
}
