//! The arguments that `convert` and `check` share: what is read, and how.

use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::{mapping, reading};
use article_cards_core::feed::Options;

/// What is read, and how.
#[derive(Args, Debug)]
pub(super) struct ReadingArguments {
    /// Which foreign fields stand for ours, as TOML: title = "headline".
    #[arg(long, value_name = "FILE")]
    mapping: Option<PathBuf>,

    /// The address that the feed will have: relative addresses in it are checked against it.
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// The largest document that is read.
    #[arg(long, value_name = "BYTES", default_value_t = Options::MAX_BYTES)]
    max_bytes: u64,

    /// How many files are read at the same time; 0: as many as there are processors.
    #[arg(short, long, value_name = "N", default_value_t = 0)]
    pub(super) jobs: usize,

    /// Show no progress.
    #[arg(short, long)]
    pub(super) quiet: bool,
}

impl ReadingArguments {
    /// How sources are read.
    pub(super) fn options(&self) -> Result<reading::Options, Failure> {
        let mapping = match &self.mapping {
            Some(file) => mapping::read(file)?,
            None => article_cards_core::feed::Mapping::default(),
        };
        Ok(reading::Options {
            mapping,
            url: self.url.clone(),
            max_bytes: self.max_bytes,
        })
    }
}
