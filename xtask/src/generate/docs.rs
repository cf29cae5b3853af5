//! Tested code and tables in the documentation, between pairs of comments:
//!
//! | comment | between it and its closing one, such as `<!-- /code -->` |
//! | --- | --- |
//! | `<!-- code: PATH -->` | the file at that path |
//! | `<!-- copy: PATH#heading -->` | that section of another document |
//! | `<!-- props: PATH -->` | the properties of the Yew component in that file |
//! | `<!-- attributes -->` | in docs/element.md, a table of the manifest; also `properties`, `methods`, `events`, `slots`, `parts`, `css` and `states` |
//! | `<!-- languages -->` | the tags of the files in languages/ |
//! | `<!-- criteria -->` | in docs/accessibility.md, a table of tests/e2e/wcag/criteria.json |

mod criteria;
mod links;
mod marks;
mod props;
mod tables;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use regex::Regex;

use super::GeneratedFile;
use crate::error::{Context, Error, Result};
use crate::project;

const ELEMENT: &str = "docs/element.md";
const MANIFEST: &str = "package/custom-elements.json";
const ACCESSIBILITY: &str = "docs/accessibility.md";
const LANGUAGES: &str = "languages";
const CRITERIA: &str = "tests/e2e/wcag/criteria.json";

/// Folders without documents of the repository.
const SKIPPED: [&str; 5] = ["target", "node_modules", "pkg", "dist", ".git"];

/// The text of each document, by its path.
type Documents = BTreeMap<String, String>;

pub(super) fn generate() -> Result<Vec<GeneratedFile>> {
    let manifest = project::read_json(Path::new(MANIFEST))?;
    let element = &manifest["modules"][0]["declarations"][0];
    let criteria = project::read_json(Path::new(CRITERIA))?;
    let mut documents = documents()?;
    for (file, text) in &mut documents {
        *text = marks::with_code(text, read)?;
        *text = marks::replaced(text, "props", |path| Ok(props::table(&read(path)?)))?;
        *text = marks::replaced(text, "languages", |_| languages())?;
        if file == ELEMENT {
            for (mark, table) in tables::TABLES {
                *text = marks::replaced(text, mark, |_| Ok(table(element)))?;
            }
        } else if file == ACCESSIBILITY {
            *text = marks::replaced(text, "criteria", |_| Ok(criteria::table(&criteria)))?;
        }
    }
    // Last, so that sections are copied as they should be.
    let file = |(path, text): (&String, &String)| {
        Ok(GeneratedFile {
            path: path.clone(),
            text: marks::with_copies(text, &documents)?,
        })
    };
    documents.iter().map(file).collect()
}

/// Fails if a link of the documentation is broken. A link must lead to a file, and to a heading of
/// it if it names one. If its text is the name of an item, as in ``[`Index::query`](index.rs)``,
/// the file must contain that name.
pub(crate) fn check_links() -> Result<()> {
    match links::broken(&documents()?).as_slice() {
        [] => Ok(()),
        broken => Err(Error::new(format!("broken links:\n{}", broken.join("\n")))),
    }
}

/// Reads all Markdown files of the repository.
fn documents() -> Result<Documents> {
    let mut documents = Documents::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let path = if folder.is_empty() { "." } else { &folder };
        for entry in fs::read_dir(path).context(|| format!("cannot read {path}/"))? {
            let entry = entry.context(|| format!("cannot read {path}/"))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry
                .file_type()
                .context(|| format!("cannot read {name}"))?;
            let file = format!("{folder}{name}");
            if kind.is_dir() && !SKIPPED.contains(&name.as_str()) {
                folders.push(format!("{file}/"));
            } else if kind.is_file() && name.ends_with(".md") {
                documents.insert(file.clone(), read(&file)?);
            }
        }
    }
    Ok(documents)
}

/// The tags of all languages but English.
fn languages() -> Result<String> {
    let folder = fs::read_dir(LANGUAGES).context(|| format!("cannot read {LANGUAGES}/"))?;
    let names = folder.flatten().map(|entry| entry.file_name());
    let mut tags: Vec<_> = names
        .filter_map(|name| Some(format!("`{}`", name.to_str()?.strip_suffix(".json")?)))
        .collect();
    tags.sort();
    Ok(tags.join(", ") + "\n")
}

/// A regular expression of this program, which is known to be one.
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("the pattern is right")
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(file).context(|| format!("cannot read {file}"))
}
