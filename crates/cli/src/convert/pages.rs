//! A feed in pages, as an API has them: `index.json`, and each page as `page/N/index.json`.

use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use super::list;
use super::store::{Place, Store};
use crate::failure::Failure;
use crate::output::Pending;

/// Writes all pages into a folder, the first also as its `index.json`. Nothing is moved to its
/// place before all is written, and what leads to a page is moved behind it.
pub(super) fn write(
    folder: &Path,
    store: &mut Store,
    articles: &[Place],
    size: usize,
) -> Result<(), Failure> {
    // A feed without articles is a page as well.
    let chunks: Vec<_> = match articles {
        [] => vec![articles],
        _ => articles.chunks(size).collect(),
    };
    let last = chunks.len();
    let mut pending = Vec::new();
    for (place, articles) in chunks.iter().enumerate() {
        let number = place + 1;
        let next = (number < last).then_some(number + 1);
        let mut files = vec![file(folder, number)];
        if number == 1 {
            files.push(folder.join("index.json"));
        }
        for file in files {
            let parent = file.parent().unwrap_or(folder);
            fs::create_dir_all(parent).map_err(|error| Failure::file("make", parent, &error))?;
            pending.push(Pending::write(&file, |output| {
                page(output, store, articles, (number, next))
            })?);
        }
    }
    // The index is the second that was written.
    for pending in pending.into_iter().rev() {
        pending.publish()?;
    }
    clear(folder, last);
    Ok(())
}

/// Takes the pages away that an earlier, longer feed has left behind.
fn clear(folder: &Path, last: usize) {
    for number in last + 1.. {
        let file = file(folder, number);
        if fs::remove_file(&file).is_err() {
            break;
        }
        // Not if there is anything else in it.
        let _ = file.parent().map(fs::remove_dir);
    }
}

fn file(folder: &Path, number: usize) -> PathBuf {
    folder.join(format!("page/{number}/index.json"))
}

/// Whether a path in the folder of a feed is one of its pages.
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
    store: &mut Store,
    articles: &[Place],
    (number, next): (usize, Option<usize>),
) -> io::Result<()> {
    write!(output, "{{\"page\":{number},\"value\":[")?;
    list(output, store, articles)?;
    match next {
        Some(next) => writeln!(output, "\n],\"nextPage\":{next}}}"),
        None => writeln!(output, "\n],\"nextPage\":null}}"),
    }
}
