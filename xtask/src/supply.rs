//! `cargo xtask supply`: what the package is made of, and that the same sources make the same bytes.

mod locks;
mod twice;

use std::process::{Command, ExitCode};

use lexopt::Parser;
use lexopt::prelude::*;

pub(crate) use locks::check as check_locks;

use crate::error::{Error, Result};
use crate::help;
use crate::process::{self, say};
use crate::project::Project;
use crate::{node, tools};

const HELP: &str = "\
Usage: cargo xtask supply [flags]

Looks at the dependencies: that the lock files name their bytes, their licences, where they come
from, and what is known against them. Then builds the package twice from what is committed, in
two folders, each time from nothing and without a network, and compares the bytes. Some ten
minutes. What can't be asked, for the lack of a network, is told.

  --only <what>  locks, licences, advisories or twice
  -h, --help     this text
";

/// A check by its name.
type Check = (&'static str, fn(&Project) -> Result<()>);

const CHECKS: [Check; 4] = [
    ("locks", |_| locks::check()),
    ("licences", licences),
    ("twice", twice::check),
    // Last, for it is the one that asks the world.
    ("advisories", advisories),
];

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let mut only = None;
    while let Some(arg) = args.next()? {
        match arg {
            Long("only") => only = Some(args.value()?.string()?),
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    let chosen = |name: &str| only.as_deref().is_none_or(|only| only == name);
    if !CHECKS.iter().any(|(name, _)| chosen(name)) {
        return Err(Error::usage(
            "--only takes locks, licences, advisories or twice",
        ));
    }
    let project = Project::open()?;
    for (name, check) in CHECKS.iter().filter(|(name, _)| chosen(name)) {
        say(format!("{name}:"));
        check(&project)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Licences and sources of the crates, by deny.toml.
fn licences(project: &Project) -> Result<()> {
    let mut deny = deny(project)?;
    process::run(deny.args(["check", "licenses", "bans", "sources"]))
}

/// What is publicly known against a crate or an npm package.
fn advisories(project: &Project) -> Result<()> {
    let mut deny = deny(project)?;
    let of_crates = process::run(deny.args(["check", "advisories"]));
    node::ensure_packages(project)?;
    let of_packages = process::run(node::npm().args(["audit", "--audit-level=low"]));
    let failed = [("crates", of_crates), ("npm packages", of_packages)]
        .into_iter()
        .filter_map(|(of, result)| Some(format!("of {of}: {}", result.err()?)))
        .collect::<Vec<_>>();
    match failed.is_empty() {
        true => Ok(()),
        false => Err(Error::new(format!(
            "something is known, or it could not be asked: {}",
            failed.join("; ")
        ))),
    }
}

/// cargo-deny, with what all of the product and its tools are built with.
fn deny(project: &Project) -> Result<Command> {
    let tool = tools::cargo_deny(project)?;
    tool.ensure()?;
    let mut command = Command::new(tool.program("cargo-deny"));
    command.args(["--workspace", "--all-features", "--locked"]);
    Ok(command)
}
