//! `cargo xtask pictures`: the pictures and tables of docs/theming.md, the pictures of
//! docs/examples.md, and the README's strip of themes.

use std::ffi::OsString;

use anyhow::Result;
use xshell::cmd;

use crate::process::shell;
use crate::project::Project;
use crate::{chromium, node, package};

/// The script that takes them.
const SCRIPT: &str = "tests/pictures/pictures.js";

/// Update the pictures of docs/theming.md and docs/examples.md, and the tables of the former.
///
/// Builds the npm package, takes the pictures of it, and writes the tables from
/// package/custom-elements.json. Fails if a part or a custom property is in no picture.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Take no pictures, only compare the tables with the manifest
    #[arg(long, conflicts_with = "names")]
    check: bool,
    /// Only these pictures, such as `--ac-gap`, `card`, `carousel` or `themes`: see tests/pictures/scenes.js
    #[arg(allow_hyphen_values = true)]
    names: Vec<OsString>,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if args.check {
        return check(project);
    }
    package::build(project)?;
    let (chromium, _) = chromium::ensure()?;
    let names = &args.names;
    cmd!(shell(), "node {SCRIPT} {names...}")
        .env("CHROMIUM", chromium.path)
        .run()?;
    Ok(())
}

/// Fails if a table differs from the manifest, or a picture is missing.
pub(crate) fn check(project: &Project) -> Result<()> {
    node::ensure_packages(project)?;
    cmd!(shell(), "node {SCRIPT} --check").run()?;
    Ok(())
}
