//! `--site` and `--permalink`: which fields, dates and addresses the Markdown files of a site have.

mod dated;
mod file_path;
mod images;
mod names;
mod page;
mod permalink;
mod place;
mod slug;
mod tokens;

use std::ffi::OsStr;
use std::path::Path;

use clap::ValueEnum;
use url::Url;

use super::format::Format;
use dated::has_date;

pub(crate) use page::Page;
pub(crate) use permalink::Permalink;
pub(crate) use place::{Location, Place};

/// A static site generator, with what it does by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Site {
    Hugo,
    Jekyll,
    Astro,
    Eleventy,
    Docusaurus,
}

/// How Markdown files become pages.
#[derive(Clone, Debug)]
pub(crate) struct SiteOptions {
    pub(crate) site: Option<Site>,
    /// The addresses of articles without one, if not as the site has them.
    pub(crate) permalink: Option<Permalink>,
    /// The URL of the feed, or of the site if it ends in a slash.
    pub(crate) url: Option<Url>,
    /// The time, in milliseconds since 1970.
    pub(crate) now_ms: i64,
}

impl Site {
    /// Returns the names of files that are only in the top folder of a site.
    fn configuration_files(self) -> &'static [&'static str] {
        match self {
            Site::Hugo => &[
                "hugo.toml",
                "hugo.yaml",
                "hugo.json",
                "config.toml",
                "config.yaml",
                "config.json",
            ],
            Site::Jekyll => &["_config.yml", "_config.yaml", "_config.toml"],
            Site::Astro => &[
                "astro.config.mjs",
                "astro.config.js",
                "astro.config.ts",
                "astro.config.mts",
            ],
            Site::Eleventy => &[
                ".eleventy.js",
                "eleventy.config.js",
                "eleventy.config.mjs",
                "eleventy.config.cjs",
                "eleventy.config.ts",
            ],
            Site::Docusaurus => &[
                "docusaurus.config.js",
                "docusaurus.config.ts",
                "docusaurus.config.mjs",
            ],
        }
    }

    /// Returns the names of files, without their extensions, whose address is that of their folder.
    fn index_names(self) -> &'static [&'static str] {
        match self {
            Site::Hugo => &["index", "_index"],
            Site::Jekyll => &[],
            Site::Astro | Site::Eleventy | Site::Docusaurus => &["index"],
        }
    }

    /// Returns the pattern of addresses.
    fn permalink(self) -> Permalink {
        Permalink::of_site(match self {
            Site::Hugo | Site::Astro | Site::Eleventy => "/:path/",
            Site::Jekyll => "/:categories/:year/:month/:day/:title.html",
            Site::Docusaurus => "/:path",
        })
    }

    /// Returns whether a file in a folder is no article of the site: a page that lists others, a file
    /// of another format, or one that the site leaves out.
    pub(crate) fn excludes(self, file: &Path) -> bool {
        if Format::of(file) != Some(Format::Markdown) {
            return true;
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let is_hidden = |name: &OsStr| name.to_string_lossy().starts_with('_');
        match self {
            Site::Hugo => name.starts_with("_index.") || is_resource(file),
            Site::Astro => name.starts_with('_'),
            Site::Docusaurus => file.iter().any(is_hidden),
            Site::Jekyll => file.iter().any(|step| step == "_posts") && !has_date(&name),
            Site::Eleventy => false,
        }
    }
}

/// Returns whether a file of Hugo is a resource of a page: beside its `index.md`, or below.
fn is_resource(file: &Path) -> bool {
    let is_index = |file: &Path| file.file_stem().is_some_and(|stem| stem == "index");
    let name = Path::new(file.file_stem().unwrap_or_default());
    // `index.md`, and `index.fr.md`.
    if is_index(file) || is_index(name) {
        return false;
    }
    let folders = file.ancestors().skip(1).take(3);
    let mut folders =
        folders.take_while(|folder| folder.file_name().is_some_and(|it| it != "content"));
    folders.any(|folder| folder.join("index.md").is_file())
}

impl SiteOptions {
    /// Returns the address of a path of the site. Without a URL it stays relative to the server.
    fn address(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
        // A URL that ends in a slash is that of the site, which may be in a folder of its server.
        let is_of_site = |url: &&Url| self.site.is_some() && url.path().ends_with('/');
        let root = match self.url.as_ref() {
            Some(url) if is_of_site(&url) => url.join("."),
            Some(url) => url.join("/"),
            None => return format!("/{path}"),
        };
        let address = root.and_then(|root| root.join(&format!("./{path}")));
        address.map_or_else(|_| format!("/{path}"), String::from)
    }
}
