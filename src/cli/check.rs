//! `article-cards check`: every diagnostic of a feed, with its place.

use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::status::Status;

/// Says everything that is wrong with feeds.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// Feeds; `-` is standard input.
    #[arg(required = true, value_name = "FEED")]
    feeds: Vec<PathBuf>,
}

/// Runs the subcommand.
pub(super) fn run(_arguments: &Arguments) -> Result<Status, Failure> {
    Err(Failure::new("`check` is not there yet"))
}
