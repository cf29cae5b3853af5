//! `cargo xtask pictures`: the pictures and tables of docs/theming.md, and the README's strip of
//! themes.

use std::ffi::OsString;
use std::process::Command;

use anyhow::Result;

use crate::project::Project;
use crate::{chromium, node, package, process};

/// The script that takes them.
const SCRIPT: &str = "tests/pictures/pictures.js";

/// Update the pictures and tables of docs/theming.md.
///
/// Builds the npm package, takes the pictures of it, and writes the tables from
/// package/custom-elements.json. Fails if a part or a custom property is in no picture.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Take no pictures, only compare the tables with the manifest
    #[arg(long, conflicts_with = "names")]
    check: bool,
    /// Only these pictures, such as `--ac-gap`, `card` or `themes`: see tests/pictures/scenes.js
    #[arg(allow_hyphen_values = true)]
    names: Vec<OsString>,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if args.check {
        return check(project);
    }
    package::build(project)?;
    let (chromium, _) = chromium::ensure()?;
    let mut script = Command::new("node");
    script.arg(SCRIPT).args(&args.names);
    process::run(script.env("CHROMIUM", chromium.path))
}

/// Fails if a table differs from the manifest, or a picture is missing.
pub(crate) fn check(project: &Project) -> Result<()> {
    node::ensure_packages(project)?;
    process::run(Command::new("node").args([SCRIPT, "--check"]))
}
