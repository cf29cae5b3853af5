//! `cargo xtask pictures`: the pictures and tables of docs/theming.md, and the strip of themes of
//! README.md.

use std::process::{Command, ExitCode};

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::{Error, Result};
use crate::process;
use crate::project::Project;
use crate::{browser, help, node, package};

/// What draws them.
const SCRIPT: &str = "tests/pictures/pictures.js";

const HELP: &str = "\
Usage: cargo xtask pictures [flags] [names]

Builds the npm package and draws the pictures of docs/theming.md from it, all of them or those
named (`--ac-gap`, `card`, `themes`: see tests/pictures/scenes.js), and writes its tables from
package/custom-elements.json. Fails if a part or a property is in no picture.

  --check     draw nothing, only hold the tables against the manifest
  -h, --help  this text
";

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let mut only_check = false;
    let mut names = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Long("check") => only_check = true,
            Short('h') | Long("help") => return Ok(help(HELP)),
            Value(name) => names.push(name),
            // A custom property.
            Long(name) if name.starts_with("ac-") => names.push(format!("--{name}").into()),
            other => return Err(other.unexpected().into()),
        }
    }
    let project = Project::open()?;
    if only_check {
        if !names.is_empty() {
            return Err(Error::usage("--check takes no names"));
        }
        check(&project)?;
        return Ok(ExitCode::SUCCESS);
    }
    package::build(&project)?;
    let (chromium, _) = browser::ensure()?;
    let mut script = Command::new("node");
    script.arg(SCRIPT).args(names);
    process::run(script.env("CHROMIUM", chromium.path))?;
    Ok(ExitCode::SUCCESS)
}

/// Fails if the tables are not those of the manifest, or a picture is missing.
pub(crate) fn check(project: &Project) -> Result<()> {
    node::ensure_packages(project)?;
    process::run(Command::new("node").args([SCRIPT, "--check"]))
}
