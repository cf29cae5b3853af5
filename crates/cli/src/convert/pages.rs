//! Writes a feed in pages, like those of an API: `index.json`, and each page as
//! `page/N/index.json`.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use super::spool::{Spool, Spooled};
use crate::exit::Failure;
use crate::output::Pending;

/// Writes all pages into a folder, the first also as its `index.json`. No file is replaced before all
/// are written, and each page is replaced before the page that links to it.
pub(super) fn write(
    folder: &Path,
    spool: &mut Spool,
    articles: &[Spooled],
    size: usize,
) -> Result<(), Failure> {
    // An empty feed has one page.
    let chunks: Vec<_> = match articles {
        [] => vec![articles],
        _ => articles.chunks(size).collect(),
    };
    let last = chunks.len();
    let mut pending = Vec::new();
    for (number, articles) in (1..).zip(&chunks) {
        let next = (number < last).then_some(number + 1);
        let mut files = vec![file(folder, number)];
        if number == 1 {
            files.push(folder.join("index.json"));
        }
        for file in files {
            let parent = file.parent().unwrap_or(folder);
            fs::create_dir_all(parent).map_err(|error| Failure::file("make", parent, &error))?;
            pending.push(Pending::write(&file, |output| {
                page(output, spool, articles, (number, next))
            })?);
        }
    }
    // In reverse, so that the index comes last but one.
    for pending in pending.into_iter().rev() {
        pending.publish()?;
    }
    remove_stale(folder, last);
    Ok(())
}

/// Removes pages that an earlier, longer feed left behind.
fn remove_stale(folder: &Path, last: usize) {
    for number in last + 1.. {
        let file = file(folder, number);
        if fs::remove_file(&file).is_err() {
            break;
        }
        // Fails if the folder has other files.
        let _ = file.parent().map(fs::remove_dir);
    }
}

fn file(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("page/{number}/index.json"))
}

/// Returns whether a path, relative to the folder of a feed, is one of its pages.
pub(super) fn is_page(path: &Path) -> bool {
    let steps: Vec<_> = path
        .components()
        .filter_map(|step| match step {
            Component::Normal(name) => name.to_str(),
            _ => None,
        })
        .collect();
    match steps.as_slice() {
        ["index.json"] => true,
        ["page", number, "index.json"] => number.bytes().all(|digit| digit.is_ascii_digit()),
        _ => false,
    }
}

fn page(
    output: &mut dyn Write,
    spool: &mut Spool,
    articles: &[Spooled],
    (number, next): (usize, Option<usize>),
) -> io::Result<()> {
    write!(output, "{{\"page\":{number},\"value\":[")?;
    spool.write_lines(output, articles)?;
    match next {
        Some(next) => writeln!(output, "\n],\"nextPage\":{next}}}"),
        None => writeln!(output, "\n],\"nextPage\":null}}"),
    }
}
