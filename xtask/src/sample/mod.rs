//! The sample feed: 240 articles by 24 publishers that do not exist, with pictures; always the same.
//! Texts: `stock/`; pictures: `art/`.

mod art;
mod article;
mod calendar;
mod feed;
mod finish;
mod grammar;
mod pictures;
mod providers;
mod random;
mod stamp;
mod stock;
mod wording;

#[cfg(test)]
mod tests;

use crate::error::{Error, Result};
use article::Article;
use pictures::Picture;
use serde::Serialize;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// Articles in a page.
const PAGE: usize = 40;

/// What was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Summary {
    /// Articles in the feed.
    pub(crate) articles: usize,
    /// Pages of it.
    pub(crate) pages: usize,
    /// Picture files, icons included.
    pub(crate) images: usize,
    /// Bytes of these files.
    pub(crate) image_bytes: u64,
}

/// A page as the customer's API has it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    page: usize,
    value: Vec<Article>,
    next_page: Option<usize>,
}

/// Writes the sample: `index.json` and `page/2/index.json` up to the last, `all.json` with everything
/// in one array, and `images/`. The same bytes every time.
pub(crate) fn write(folder: &Path) -> Result<Summary> {
    let stock = stock::read();
    let pictures = pictures::all(&stock.beats);
    let articles = feed::articles(&stock, &pictures);

    let pages = write_documents(folder, &articles)?;
    let (images, image_bytes) = write_images(folder, &pictures)?;
    Ok(Summary {
        articles: articles.len(),
        pages,
        images,
        image_bytes,
    })
}

/// Writes the pages and `all.json`; the number of pages.
fn write_documents(folder: &Path, articles: &[Article]) -> Result<usize> {
    let pages = articles.len().div_ceil(PAGE);
    for (place, value) in articles.chunks(PAGE).enumerate() {
        let number = place + 1;
        let (file, prefix) = match number {
            1 => (folder.join("index.json"), ""),
            _ => (folder.join(format!("page/{number}/index.json")), "../../"),
        };
        let value = value
            .iter()
            .map(|article| article.clone().seen_from(prefix))
            .collect();
        let next_page = (number < pages).then_some(number + 1);
        write_json(
            &file,
            &Page {
                page: number,
                value,
                next_page,
            },
        )?;
    }
    write_json(&folder.join("all.json"), articles)?;
    Ok(pages)
}

/// Draws what is not there yet; the number of files and their bytes.
fn write_images(folder: &Path, pictures: &[Picture]) -> Result<(usize, u64)> {
    let files = pictures
        .iter()
        .flat_map(|picture| picture.sizes.iter().map(|size| picture.file(*size)));
    let files: Vec<String> = files
        .chain(providers::ALL.iter().map(providers::Provider::icon))
        .collect();
    let stamp = stamp::stamp(files.iter().map(String::as_str));
    let sizes = || -> Option<u64> {
        files
            .iter()
            .map(|file| {
                std::fs::metadata(folder.join(file))
                    .ok()
                    .map(|known| known.len())
            })
            .sum()
    };
    let stamp_file = folder.join(stamp::FILE);
    let known = std::fs::read(&stamp_file).is_ok_and(|known| known == stamp.as_bytes());
    if let Some(bytes) = sizes().filter(|_| known) {
        return Ok((files.len(), bytes));
    }
    let mut bytes = 0;
    for (file, drawn) in draw(pictures) {
        write_file(&folder.join(file), &drawn)?;
        bytes += drawn.len() as u64;
    }
    write_file(&stamp_file, stamp.as_bytes())?;
    Ok((files.len(), bytes))
}

/// Draws all pictures and icons, on all processors.
fn draw(pictures: &[Picture]) -> Vec<(String, Vec<u8>)> {
    let mut jobs: Vec<(&Picture, (usize, usize))> = pictures
        .iter()
        .flat_map(|picture| picture.sizes.iter().map(move |size| (picture, *size)))
        .collect();
    // The large ones first, so that nobody waits for the last.
    jobs.sort_by_key(|(picture, size)| (std::cmp::Reverse(size.0 * size.1), picture.file(*size)));
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some((picture, size)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Some(bytes) = art::picture(picture.scene, picture.variant, size.0, size.1) {
                done.push((picture.file(*size), bytes));
            }
        }
        done
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    let mut files: Vec<(String, Vec<u8>)> = thread::scope(|scope| {
        let running: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mut files = work();
        for worker in running {
            match worker.join() {
                Ok(more) => files.extend(more),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        files
    });
    files.extend(providers::ALL.iter().map(|known| {
        (
            known.icon(),
            art::icon(known.id, known.colours.0, known.colours.1),
        )
    }));
    files.sort();
    files
}

fn write_json(path: &Path, document: &(impl Serialize + ?Sized)) -> Result<()> {
    let mut text = serde_json::to_string_pretty(document)
        .map_err(|cause| Error::new(format!("cannot write {} as JSON: {cause}", path.display())))?;
    text.push('\n');
    write_file(path, text.as_bytes())
}

/// Writes a file, making its folder where needed.
fn write_file(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or(path);
    std::fs::create_dir_all(folder).map_err(|cause| {
        Error::new(format!(
            "cannot make the folder {}: {cause}",
            folder.display()
        ))
    })?;
    std::fs::write(path, bytes)
        .map_err(|cause| Error::new(format!("cannot write {}: {cause}", path.display())))
}
