//! The arguments that `convert` and `check` share: how sources are read.

use std::path::PathBuf;

use clap::Args;

use super::exit::Failure;
use super::mapping;
use super::source_reader::SourceOptions;
use article_cards_core::feed::{Mapping, Options};

/// How sources are read.
#[derive(Args, Debug)]
pub(super) struct SourceArguments {
    /// A TOML file that maps fields to those of foreign items (title = "headline"), or a preset such
    /// as wordpress.
    #[arg(long, value_name = "FILE|PRESET")]
    mapping: Option<PathBuf>,

    /// The URL that the feed will have; relative URLs in it are resolved against it.
    #[arg(long, value_name = "URL")]
    url: Option<String>,

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
        Ok(SourceOptions {
            mapping,
            url: self.url.clone(),
            max_bytes: self.max_bytes,
        })
    }
}
