//! `cargo xtask sample`: the sample feed of the demo page.

use std::path::Path;
use std::process::ExitCode;

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::Result;
use crate::process::say;
use crate::{help, sample};

/// Where the sample lies; the demo page copies it from here.
const FOLDER: &str = "target/sample";

const HELP: &str = "\
Usage: cargo xtask sample

Writes the sample feed of the demo page into target/sample/: 240 articles by 24 publishers
that do not exist, with pictures; the same bytes every time.

  -h, --help  this text
";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    match args.next()? {
        Some(Short('h') | Long("help")) => return Ok(help(HELP)),
        Some(other) => return Err(other.unexpected().into()),
        None => {}
    }
    ensure()?;
    Ok(ExitCode::SUCCESS)
}

/// Writes the sample.
pub(crate) fn ensure() -> Result<()> {
    let summary = sample::write(Path::new(FOLDER))?;
    say(format!(
        "The sample feed is in {FOLDER}/: {} articles, {} pictures",
        summary.articles, summary.images
    ));
    Ok(())
}
