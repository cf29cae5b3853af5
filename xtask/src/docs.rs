//! `cargo xtask docs`: keeps tested code and generated tables in the documentation, and checks its
//! links.

mod criteria;
mod links;
mod marks;
mod props;
mod tables;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::{Context, Error, Result};
use crate::help;
use crate::process::say;
use crate::project::{self, Project};

const HELP: &str = "\
Usage: cargo xtask docs [flags]

Fails if a Markdown file of the repository differs from its sources, or if one of its links is
broken. Between these marks and their closing ones, such as <!-- /code -->:

  <!-- code: PATH -->         the file at PATH
  <!-- copy: PATH#heading --> that section of another document
  <!-- props: PATH -->        the properties of the Yew component in PATH
  <!-- attributes -->         in docs/element.md: a table of package/custom-elements.json; also
                              properties, methods, events, slots, parts, css and states
  <!-- criteria -->           in docs/accessibility.md: a table of tests/e2e/wcag/criteria.json

A link must lead to a file, and to a heading of it if it names one. If its text is the name of an
item, as in [`Index::query`](index.rs), the file must contain that name.

  --write     update the files instead
  -h, --help  this text
";

const ELEMENT: &str = "docs/element.md";
const MANIFEST: &str = "package/custom-elements.json";
const ACCESSIBILITY: &str = "docs/accessibility.md";
const CRITERIA: &str = "tests/e2e/wcag/criteria.json";

/// Folders without documents of the repository.
const SKIPPED: [&str; 5] = ["target", "node_modules", "pkg", "dist", ".git"];

/// The text of each document, by its path.
type Documents = BTreeMap<String, String>;

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let mut write = false;
    while let Some(arg) = args.next()? {
        match arg {
            Long("write") => write = true,
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    // Makes paths relative to the repository.
    Project::open()?;
    if write {
        let old = documents()?;
        for (file, new) in updated(&old)? {
            if old.get(&file) != Some(&new) {
                fs::write(&file, new).context(|| format!("cannot write {file}"))?;
                say(format!("{file} is updated"));
            }
        }
    }
    check()?;
    Ok(ExitCode::SUCCESS)
}

/// Fails if a document differs from its sources, or a link is broken.
pub(crate) fn check() -> Result<()> {
    let old = documents()?;
    for (file, new) in updated(&old)? {
        let old = old.get(&file).map_or("", String::as_str);
        if old != new {
            let same = old.lines().zip(new.lines());
            let line = 1 + same.take_while(|(old, new)| old == new).count();
            return Err(Error::new(format!(
                "{file} is out of date from line {line} on: run `cargo xtask docs --write`"
            )));
        }
    }
    match links::broken(&old).as_slice() {
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

/// The documents as they should be.
fn updated(old: &Documents) -> Result<Documents> {
    let manifest = project::read_json(Path::new(MANIFEST))?;
    let element = &manifest["modules"][0]["declarations"][0];
    let criteria = project::read_json(Path::new(CRITERIA))?;
    let mut new = Documents::new();
    for (file, text) in old {
        let mut text = marks::with_code(text, read)?;
        text = marks::replaced(&text, "props", |path| Ok(props::table(&read(path)?)))?;
        if file == ELEMENT {
            for (mark, table) in tables::TABLES {
                text = marks::replaced(&text, mark, |_| Ok(table(element)))?;
            }
        } else if file == ACCESSIBILITY {
            text = marks::replaced(&text, "criteria", |_| Ok(criteria::table(&criteria)))?;
        }
        new.insert(file.clone(), text);
    }
    // Last, so that sections are copied as they should be.
    let sources = new.clone();
    for text in new.values_mut() {
        *text = marks::with_copies(text, &sources)?;
    }
    Ok(new)
}

fn read(file: &str) -> Result<String> {
    fs::read_to_string(file).context(|| format!("cannot read {file}"))
}
