//! Whether the links of a built page lead to files and headings that exist.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use regex::Regex;

/// Fails if a link of a page leads nowhere, or if it loads something from elsewhere.
pub(super) fn links(page: &Path) -> Result<()> {
    let link = Regex::new(r#"<(\w[\w-]*)\b[^>]*?\s(?:href|src)="([^"]*)""#)?;
    let text = read(page)?;
    let mut broken = Vec::new();
    for found in link.captures_iter(&text) {
        let (element, target) = (&found[1], found[2].replace("&amp;", "&"));
        let is_good = match target.contains(':') {
            true => element == "a" || target.starts_with("data:"),
            false => leads_somewhere(page, &target)?,
        };
        if !is_good {
            broken.push(target);
        }
    }
    ensure!(
        broken.is_empty(),
        "{}: links that lead nowhere, or load from elsewhere: {}",
        page.display(),
        broken.join(", ")
    );
    Ok(())
}

/// Returns whether the target of a link within the site exists.
fn leads_somewhere(page: &Path, target: &str) -> Result<bool> {
    let (path, fragment) = target.split_once('#').unwrap_or((target, ""));
    let file = file_of(page, path);
    if fragment.is_empty() {
        return Ok(file.exists());
    }
    let id = Regex::new(r#"\s(?:id|name)="([^"]*)""#)?;
    let is_there = |text: String| id.captures_iter(&text).any(|it| &it[1] == fragment);
    Ok(read(&file).is_ok_and(is_there))
}

/// Returns the file that a page links to.
fn file_of(page: &Path, target: &str) -> PathBuf {
    let path = target.split('?').next().unwrap_or_default();
    match path {
        "" => page.to_owned(),
        path => {
            let file = page.parent().unwrap_or(Path::new("")).join(path);
            if file.is_dir() {
                file.join("index.html")
            } else {
                file
            }
        }
    }
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))
}
