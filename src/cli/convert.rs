//! `article-cards convert`: articles of many files → one feed document.

use std::path::PathBuf;

use clap::Args;

use super::failure::Failure;
use super::status::Status;

/// Makes one feed of Markdown files, JSON feeds, RSS and Atom.
#[derive(Args, Debug)]
pub(super) struct Arguments {
    /// Files and folders; `-` is standard input.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// The file to write; `-`, and without it: standard output.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// Runs the subcommand.
pub(super) fn run(_arguments: &Arguments) -> Result<Status, Failure> {
    Err(Failure::new("`convert` is not there yet"))
}
