//! `cargo xtask generate`: writes the committed files that are generated from others.
//!
//! A generator is a module with a function that returns its files, and a line in [`GENERATORS`].

mod docs;
mod element;
mod messages;
mod styles;

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::process::log;

pub(crate) use docs::{check_links, marks};

/// A generated file: its path from the top of the repository, and the text it should have.
pub(crate) struct GeneratedFile {
    pub(crate) path: String,
    pub(crate) text: String,
}

/// Reads the sources and returns the files generated from them.
type Generator = fn() -> Result<Vec<GeneratedFile>>;

/// Run in this order. Two generators may fill different sections of the same file: each reads it
/// after the ones before have written it.
const GENERATORS: [Generator; 4] = [
    styles::generate,
    element::generate,
    messages::generate,
    docs::generate,
];

/// Write the committed files that are generated from others.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Write nothing, and fail if a file is out of date
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(args: &Args) -> Result<()> {
    if args.check { check() } else { write() }
}

/// Writes every generated file that is out of date.
pub(crate) fn write() -> Result<()> {
    for generate in GENERATORS {
        for GeneratedFile { path, text } in generate()? {
            if current(&path).is_none_or(|current| current != text) {
                fs::write(&path, text).with_context(|| format!("cannot write {path}"))?;
                log(format!("Wrote {path}"));
            }
        }
    }
    Ok(())
}

/// Fails if a generated file is out of date, and names each with its first line that differs.
pub(crate) fn check() -> Result<()> {
    let mut outdated = Vec::new();
    for generate in GENERATORS {
        for GeneratedFile { path, text } in generate()? {
            match current(&path) {
                Some(current) => outdated.extend(
                    first_difference(&current, &text).map(|line| format!("{path}, line {line}")),
                ),
                None => outdated.push(format!("{path} (missing)")),
            }
        }
    }
    ensure!(
        outdated.is_empty(),
        "out of date: {}; run `cargo xtask generate`",
        outdated.join("; ")
    );
    Ok(())
}

fn current(path: &str) -> Option<String> {
    fs::read_to_string(path).ok()
}

/// The number of the first line in which two texts differ.
fn first_difference(old: &str, new: &str) -> Option<usize> {
    if old == new {
        return None;
    }
    let pairs = old.split('\n').zip(new.split('\n'));
    Some(1 + pairs.take_while(|(old, new)| old == new).count())
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn the_first_different_line_is_named() {
        assert_eq!(first_difference("a\nb\n", "a\nb\n"), None);
        assert_eq!(first_difference("a\nb\n", "a\nc\n"), Some(2));
        assert_eq!(first_difference("a\n", "a"), Some(2));
        assert_eq!(first_difference("", "a"), Some(1));
    }
}
