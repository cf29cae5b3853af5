//! `cargo xtask supply`: the supply chain of the package, and whether its build is reproducible.

mod api;
mod locks;
mod oldest;
mod reproducible;

use anyhow::{Error, Result, ensure};
use clap::ValueEnum;
use xshell::cmd;

pub(crate) use locks::check as check_locks;

use crate::node::{self, NPM};
use crate::process::{log, shell};
use crate::project::Project;
use crate::tools;

/// Check the dependencies, and that the build is reproducible.
///
/// Checks that the lock files pin the content of every dependency, and checks licenses, sources and
/// known vulnerabilities, that the library compiles with the oldest crates that it names as
/// sufficient, and that its API is compatible with the last release. Builds the package of the
/// current commit twice, in two folders, each time from scratch and without a network, and compares
/// the files. Fails if a check cannot run because there is no network.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Run a single check
    #[arg(long, value_name = "CHECK")]
    only: Option<Check>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Check {
    Locks,
    Licenses,
    Oldest,
    Api,
    Reproducible,
    // Last, because it needs the network.
    Advisories,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    let all = Check::value_variants().iter().copied();
    for check in all.filter(|check| args.only.is_none_or(|only| only == *check)) {
        log(format!("{check:?}"));
        match check {
            Check::Locks => locks::check()?,
            Check::Licenses => check_licenses(project)?,
            Check::Oldest => oldest::check(project)?,
            Check::Api => api::check(project)?,
            Check::Reproducible => reproducible::check(project)?,
            Check::Advisories => check_advisories(project)?,
        }
    }
    Ok(())
}

/// Checks licenses and sources of the crates, by deny.toml.
fn check_licenses(project: &Project) -> Result<()> {
    cargo_deny(project, &["licenses", "bans", "sources"])
}

/// Checks for known vulnerabilities of crates and npm packages.
fn check_advisories(project: &Project) -> Result<()> {
    let crates = cargo_deny(project, &["advisories"]);
    node::ensure_packages(project)?;
    let packages = cmd!(shell(), "{NPM} audit --audit-level=low").run();
    let failed: Vec<_> = [
        ("crates", crates),
        ("npm packages", packages.map_err(Error::from)),
    ]
    .into_iter()
    .filter_map(|(kind, result)| Some(format!("{kind}: {}", result.err()?)))
    .collect();
    ensure!(
        failed.is_empty(),
        "there are advisories, or they could not be loaded: {}",
        failed.join("; ")
    );
    Ok(())
}

/// Runs checks of cargo-deny on everything that the product and its tools are built with.
fn cargo_deny(project: &Project, checks: &[&str]) -> Result<()> {
    let tool = tools::cargo_deny(project)?;
    tool.ensure()?;
    let program = tool.program("cargo-deny");
    let scope = ["--workspace", "--all-features", "--locked"];
    cmd!(shell(), "{program} {scope...} check {checks...}").run()?;
    Ok(())
}
