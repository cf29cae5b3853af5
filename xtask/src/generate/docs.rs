//! Tested code and tables in the documentation, between pairs of comments:
//!
//! | comment | between it and its closing one, such as `<!-- /code -->` |
//! | --- | --- |
//! | `<!-- code: PATH -->` | the file at that path |
//! | `<!-- copy: PATH#heading -->` | that section of another document |
//! | `<!-- props: PATH -->` | the properties of the Yew component in that file |
//! | `<!-- attributes -->` | in docs/element.md, a table of the manifest; also `properties`, `methods`, `events`, `slots`, `parts`, `css` and `states` |
//! | `<!-- languages -->` | the tags of the files in languages/ |
//! | `<!-- messages -->` | the names of the messages on screen |
//! | `<!-- criteria -->` | in docs/accessibility.md, a table of tests/e2e/wcag/criteria.json |

mod criteria;
mod links;
pub(crate) mod marks;
mod props;
mod tables;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use regex::Regex;
use walkdir::{DirEntry, WalkDir};

use super::{GeneratedFile, messages};
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
        *text = marks::replaced(text, "messages", |_| messages::table())?;
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
    let broken = links::broken(&documents()?);
    ensure!(broken.is_empty(), "broken links:\n{}", broken.join("\n"));
    Ok(())
}

/// Reads all Markdown files of the repository.
fn documents() -> Result<Documents> {
    let mut documents = Documents::new();
    let is_kept = |entry: &DirEntry| !SKIPPED.iter().any(|name| *name == entry.file_name());
    for entry in WalkDir::new(".").into_iter().filter_entry(is_kept) {
        let entry = entry.context("cannot list the repository")?;
        let path = entry.path().strip_prefix(".").unwrap_or(entry.path());
        if path.extension().is_some_and(|extension| extension == "md") {
            let file = path.to_string_lossy().replace('\\', "/");
            documents.insert(file.clone(), read(&file)?);
        }
    }
    Ok(documents)
}

/// The tags of all languages but English.
fn languages() -> Result<String> {
    let folder = fs::read_dir(LANGUAGES).with_context(|| format!("cannot read {LANGUAGES}/"))?;
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
    fs::read_to_string(file).with_context(|| format!("cannot read {file}"))
}
