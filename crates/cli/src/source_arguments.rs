//! The arguments that `convert` and `check` share: how sources are read.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::Args;
use url::Url;

use super::exit::Failure;
use super::mapping;
use super::site::{Permalink, Site, SiteOptions};
use super::source_reader::SourceOptions;
use article_cards_core::feed::{Mapping, Options};

/// How sources are read.
#[derive(Args, Debug)]
pub(super) struct SourceArguments {
    /// A TOML file that maps fields to those of foreign items (title = "headline"), or a preset such
    /// as wordpress.
    #[arg(long, value_name = "FILE|PRESET")]
    mapping: Option<PathBuf>,

    /// The URL that the feed will have; relative URLs in it are resolved against it. With --site also
    /// the URL of the site, if it ends in a slash.
    #[arg(long, value_name = "URL", value_parser = url)]
    url: Option<Url>,

    /// The generator of the site that Markdown files belong to: sets the names of their fields, their
    /// addresses, and which of them are articles, as the generator does by default.
    #[arg(long, value_enum, value_name = "GENERATOR")]
    pub(super) site: Option<Site>,

    /// The pattern of the addresses of Markdown files without one, such as "/:year/:month/:slug/".
    #[arg(long, value_name = "PATTERN", value_parser = Permalink::parse)]
    permalink: Option<Permalink>,

    /// The size of the largest document to read.
    #[arg(long, value_name = "BYTES", default_value_t = Options::MAX_BYTES)]
    max_bytes: u64,

    /// The number of files to read at the same time; 0: one for each processor.
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub(super) jobs: usize,

    /// Do not show progress.
    #[arg(short, long)]
    pub(super) quiet: bool,
}

impl SourceArguments {
    /// Returns the options, after reading the mapping.
    pub(super) fn options(&self) -> Result<SourceOptions, Failure> {
        let mapping = match &self.mapping {
            Some(file) => mapping::read(file)?,
            None => Mapping::default(),
        };
        let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH);
        let now_ms = since_1970.map_or(0, |time| time.as_millis());
        Ok(SourceOptions {
            mapping,
            url: self.url.clone().map(String::from),
            max_bytes: self.max_bytes,
            site: SiteOptions {
                site: self.site,
                permalink: self.permalink.clone(),
                url: self.url.clone(),
                now_ms: i64::try_from(now_ms).unwrap_or(i64::MAX),
            },
        })
    }

    /// Returns whether a file in a folder is no article.
    pub(super) fn excludes(&self, file: &Path) -> bool {
        self.site.is_some_and(|site| site.excludes(file))
    }
}

/// Parses an `http:` or `https:` URL.
pub(super) fn url(text: &str) -> Result<Url, String> {
    match Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(url),
        Ok(_) => Err("not an http(s) URL".to_owned()),
        Err(error) => Err(format!("{error}; it must be absolute, such as https://…")),
    }
}
