//! The tags that load the package and the feeds of a page early.

use std::fs;
use std::path::Path;

use url::Url;

use super::escaped;
use super::markup::value_of;
use super::page::{self, Page, Region};
use crate::exit::Failure;

/// The feed in the package's file.
const FEED: &str = "news.json";

/// Returns the tags of the package's file `preload.html` for a page.
///
/// The addresses lead from the page to the package, and each feed of the page is loaded early once.
///
/// # Errors
/// Fails if the file can't be read, or if the page has no region for the tags.
pub(super) fn tags(file: &Path, page_file: &Path, page: &Page<'_>) -> Result<String, Failure> {
    if !page.has(Region::Preload) {
        let why = "there is no region for the tags: put these two lines into the head\n\
                   \n    <!-- article-cards:preload:begin -->\n    <!-- article-cards:preload:end -->\n\
                   \nNothing was written";
        return Err(page::failure(page_file, why));
    }
    let text =
        fs::read_to_string(file).map_err(|error| Failure::file("read the tags", file, &error))?;
    let folder = folder_from(page_file, file)
        .ok_or_else(|| page::failure(page_file, "no relative address leads to the tags' file"))?;
    let mut tags = String::new();
    for line in text.lines() {
        match line.contains(FEED) {
            true => tags.extend(feeds(page).iter().map(line_of)),
            false => {
                let line = line.replace("href=\"", &format!("href=\"{folder}"));
                tags += &line.replace("src=\"", &format!("src=\"{folder}"));
                tags.push('\n');
            }
        }
    }
    Ok(tags)
}

/// The address of a feed, and whether it is fetched with credentials from other sites too.
type Feed = (String, bool);

fn line_of((src, with_credentials): &Feed) -> String {
    let mode = match with_credentials {
        true => "crossorigin=\"use-credentials\"",
        false => "crossorigin",
    };
    let src = escaped(src);
    format!("<link rel=\"preload\" as=\"fetch\" href=\"{src}\" {mode}>\n")
}

/// Returns the feeds that the lists of a page fetch at once.
fn feeds(page: &Page<'_>) -> Vec<Feed> {
    let mut feeds: Vec<Feed> = Vec::new();
    for attributes in page.lists() {
        let value = |name| value_of(&attributes, name);
        let credentials = value("credentials").unwrap_or_default();
        // No preload is fetched without credentials.
        if value("loading").as_deref() == Some("lazy") || credentials == "omit" {
            continue;
        }
        for src in value("src").unwrap_or_default().split_whitespace() {
            let feed = (src.to_owned(), credentials == "include");
            if !feeds.contains(&feed) {
                feeds.push(feed);
            }
        }
    }
    feeds
}

/// Returns the relative URL of the folder of a file, seen from a page.
fn folder_from(page: &Path, file: &Path) -> Option<String> {
    let url = |path: &Path| Url::from_file_path(fs::canonicalize(path).ok()?).ok();
    let relative = url(page)?.make_relative(&url(file)?)?;
    let folder = relative.rsplit_once('/').map_or("", |(folder, _)| folder);
    Some(match folder {
        "" => String::new(),
        folder => escaped(&format!("{folder}/")),
    })
}
