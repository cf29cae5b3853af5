//! `styles/cards.css` from the files in `styles/cards/`: one a component, in the order in which
//! `index.css` imports them, since later rules win.

use std::fs;

use super::GeneratedFile;
use anyhow::{Context, Result, anyhow};

const SHEET: &str = "styles/cards.css";
const FOLDER: &str = "styles/cards";
const INDEX: &str = "index.css";

const HEAD: &str =
    "/* Generated from styles/cards/ by `cargo xtask generate`: edit the files there. */\n\n";

pub(super) fn generate() -> Result<Vec<GeneratedFile>> {
    let index = read(INDEX)?;
    let (comment, imports) = parse_index(&index)?;
    check_complete(&imports)?;
    let mut text = format!("{HEAD}{comment}\n");
    for file in &imports {
        text += &format!("\n/* {file} */\n\n{}", read(file)?);
    }
    Ok(vec![GeneratedFile {
        path: SHEET.to_owned(),
        text,
    }])
}

fn read(file: &str) -> Result<String> {
    let path = format!("{FOLDER}/{file}");
    fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))
}

/// The comment at the top of the index, and the files that it imports.
fn parse_index(index: &str) -> Result<(&str, Vec<&str>)> {
    let end = index.find("*/").map_or(0, |end| end + 2);
    let (comment, imports) = index.split_at(end);
    let files = imports.trim().lines().map(|line| {
        line.strip_prefix("@import \"./")
            .and_then(|rest| rest.strip_suffix("\";"))
            .ok_or_else(|| {
                anyhow!("{FOLDER}/{INDEX}: expected `@import \"./name.css\";`, found {line:?}")
            })
    });
    Ok((comment, files.collect::<Result<_>>()?))
}

/// Fails if a file in the folder is not imported: its rules would be lost.
fn check_complete(imports: &[&str]) -> Result<()> {
    let entries = fs::read_dir(FOLDER).with_context(|| format!("cannot list {FOLDER}/"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names = names.filter(|name| name != INDEX);
    match names.find(|name| !imports.contains(&name.as_str())) {
        Some(name) => Err(anyhow!("{FOLDER}/{INDEX} does not import {name}")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::parse_index;

    #[test]
    fn an_index_is_a_comment_and_imports() {
        let index = "/* Why. */\n\n@import \"./a.css\";\n@import \"./b.css\";\n";
        assert_eq!(
            parse_index(index).ok(),
            Some(("/* Why. */", vec!["a.css", "b.css"]))
        );
        assert!(parse_index("@import url(a.css);\n").is_err());
    }
}
