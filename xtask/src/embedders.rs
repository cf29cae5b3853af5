//! The package and the crate as others use them: a project for each way, run in the browser.

use std::path::Path;
use std::process::Command;

use crate::error::{Context, Result};
use crate::process;
use crate::project::Project;
use crate::{browser, demo, node, tools};

/// Where the projects are run.
const FOLDER: &str = "target/embedders";

/// Where they are written, with their tests.
const SOURCES: &str = "tests/e2e/embedders";

/// What a first visit loads, as its test has measured it.
pub(crate) const VISIT: &str = "target/embedders/visit.md";

/// Builds the projects and runs their tests.
pub(crate) fn test(project: &Project) -> Result<()> {
    prepare()?;
    yew(project)?;
    playwright(&[])
}

/// Runs the one test that measures what a first visit loads.
pub(crate) fn visit() -> Result<()> {
    prepare()?;
    playwright(&["--grep", "first visit"])
}

/// Puts them where they are run, with the packed package.
fn prepare() -> Result<()> {
    process::run(Command::new("node").arg(Path::new(SOURCES).join("prepare.js")))
}

/// Builds the Yew application: for its tests, so fast instead of small. What it shares with the
/// tests of the components is not compiled again.
fn yew(project: &Project) -> Result<()> {
    tools::wasm_bindgen(project)?.ensure()?;
    tools::trunk(project)?.ensure()?;
    process::run(
        demo::trunk(project, "build", true)?
            .arg("--locked")
            .current_dir(project.root.join(FOLDER).join("yew"))
            .env("CARGO_TARGET_DIR", &project.target),
    )
    .context(|| {
        format!(
            "if a dependency of the crate has changed: cargo update --workspace --manifest-path {FOLDER}/yew/Cargo.toml, and copy its Cargo.lock to {SOURCES}/yew"
        )
    })
}

fn playwright(args: &[&str]) -> Result<()> {
    let (chromium, _) = browser::ensure()?;
    process::run(
        node::playwright(SOURCES)
            .args(args)
            .env("CHROMIUM", chromium.path),
    )
}
