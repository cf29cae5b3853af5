//! `cargo xtask load`: a hundred lists, ten thousand queries, and ten minutes of a feed that is replaced
//! every second, with what was measured. A part of it belongs to the tests.

use std::process::ExitCode;

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::Result;
use crate::help;
use crate::project::Project;
use crate::{browser, node, package, steps};

const HELP: &str = "\
Usage: cargo xtask load [flags]

Builds the npm package and loads it heavily in a browser, for some twenty minutes: fails if
memory, nodes or listeners grow, and prints what was measured. Installs what is missing first.

  -h, --help  this text
";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    match args.next()? {
        None => {}
        Some(Short('h') | Long("help")) => return Ok(help(HELP)),
        Some(other) => return Err(other.unexpected().into()),
    }
    let project = Project::open()?;
    package::build(&project)?;
    let (chromium, _) = browser::ensure()?;
    crate::process::run(
        node::playwright("tests/e2e")
            .args(["load.spec.js", "--workers=1", "--retries=0", "--trace=off"])
            .env("LOAD", "full")
            .env("CHROMIUM", chromium.path)
            .env("E2E_PORT", steps::free_port()?.to_string()),
    )?;
    Ok(ExitCode::SUCCESS)
}
