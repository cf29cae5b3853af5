//! `cargo xtask site`: the documentation as pages, made by mdBook, with lists that work in them.

mod check;
mod page;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use regex::Regex;
use walkdir::WalkDir;
use xshell::cmd;

use crate::package;
use crate::process::{log, shell};
use crate::project::Project;
use crate::tools;

/// What mdBook reads; its settings, and what it adds to each page.
const BOOK: &str = "target/site";
const SETTINGS: &str = "docs/site";

/// Where it writes the pages.
const PAGES: &str = "target/site/pages";

/// The page that names all others, in their order.
const CONTENTS: &str = "README.md";

/// Folders that pages show, and where they are in the site.
const SHOWN: [(&str, &str); 5] = [
    ("benches/charts", "benches/charts"),
    ("docs/pictures", "docs/pictures"),
    (".github", ".github"),
    ("pkg", "article-cards"),
    ("examples/sample-feed", "sample"),
];

/// Builds the site, and fails if a link in it leads nowhere.
pub(crate) fn build(project: &Project) -> Result<()> {
    let mdbook = tools::mdbook(project)?;
    mdbook.ensure()?;
    log(format!("Building the documentation into {PAGES}/"));
    if Path::new(BOOK).exists() {
        fs::remove_dir_all(BOOK).with_context(|| format!("cannot delete {BOOK}/"))?;
    }
    let sources = Path::new(BOOK).join("src");
    copy_folder(Path::new(SETTINGS), Path::new(BOOK))?;
    for (from, to) in SHOWN {
        copy_folder(Path::new(from), &sources.join(to))?;
    }
    let contents = package::read(Path::new(CONTENTS))?;
    let chapters = chapters(&contents)?;
    let files: Vec<&str> = chapters.iter().map(|it| it.file.as_str()).collect();
    for file in &files {
        let text = page::prepared(&package::read(Path::new(file))?, file, &files, project);
        let place = sources.join(file);
        create_folder_of(&place)?;
        package::write(&place, &text)?;
    }
    package::write(&sources.join("SUMMARY.md"), &summary(&chapters))?;
    let program = mdbook.program("mdbook");
    cmd!(shell(), "{program} build {BOOK}").run()?;
    for file in &files {
        let page = file
            .replace("README.md", "index.md")
            .replace(".md", ".html");
        check::links(&Path::new(PAGES).join(page))?;
    }
    Ok(())
}

/// A page of the site, under another one if it is indented.
struct Chapter {
    title: String,
    file: String,
    is_nested: bool,
}

/// Returns the pages in the order in which a document links to them, itself first, and pages that only
/// these link to below them.
fn chapters(contents: &str) -> Result<Vec<Chapter>> {
    let mut chapters = vec![Chapter {
        title: "article-cards".to_owned(),
        file: CONTENTS.to_owned(),
        is_nested: false,
    }];
    let table = contents.split_once("## Documentation").map(|it| it.1);
    for (title, file) in links_to_pages(table.unwrap_or_default())? {
        chapters.push(Chapter {
            title,
            file: file.clone(),
            is_nested: false,
        });
        let text = package::read(Path::new(&file))?;
        for (title, inner) in links_to_pages(&text)? {
            if let Some(name) = inner.strip_prefix("services/") {
                chapters.push(Chapter {
                    title,
                    file: format!("docs/services/{name}"),
                    is_nested: true,
                });
            }
        }
    }
    let mut known = Vec::new();
    chapters.retain(|it| {
        let is_new = !known.contains(&it.file);
        known.push(it.file.clone());
        is_new
    });
    Ok(chapters)
}

/// Returns the texts and targets of links to whole documents.
fn links_to_pages(text: &str) -> Result<Vec<(String, String)>> {
    let link = Regex::new(r"\[([^\]`]+)\]\(([\w./-]+\.md)\)")?;
    let found = link.captures_iter(text);
    Ok(found
        .map(|it| (it[1].to_owned(), it[2].to_owned()))
        .collect())
}

fn summary(chapters: &[Chapter]) -> String {
    let mut text = "# Summary\n\n".to_owned();
    for Chapter {
        title,
        file,
        is_nested,
    } in chapters
    {
        let indent = if *is_nested { "  " } else { "" };
        text.push_str(&format!("{indent}- [{title}]({file})\n"));
    }
    text
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from) {
        let entry = entry.with_context(|| format!("cannot list {}", from.display()))?;
        if entry.file_type().is_file() {
            let target = to.join(entry.path().strip_prefix(from)?);
            create_folder_of(&target)?;
            package::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}

fn create_folder_of(file: &Path) -> Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))
}
