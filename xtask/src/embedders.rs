//! Projects that use the package and the crate in each supported way, tested in the browser.

use anyhow::{Context, Result};
use xshell::cmd;

use crate::process::shell;
use crate::project::Project;
use crate::{chromium, node, tools, trunk};

/// Where the projects are built and run.
const FOLDER: &str = "target/embedders";

/// Their sources and tests.
const SOURCES: &str = "tests/e2e/embedders";

/// A table of what a first visit loads, which one of the tests measures.
pub(crate) const VISIT: &str = "target/embedders/visit.md";

/// Builds the projects and runs their tests.
pub(crate) fn test(project: &Project) -> Result<()> {
    prepare()?;
    build_yew_app(project, "yew")?;
    build_yew_app(project, "yew-hydration")?;
    playwright(&[])
}

/// Runs the test that measures a first visit.
pub(crate) fn measure_visit() -> Result<()> {
    prepare()?;
    playwright(&["--grep", "first visit"])
}

/// Copies the projects to where they run, with the packed package.
fn prepare() -> Result<()> {
    cmd!(shell(), "node {SOURCES}/prepare.js").run()?;
    Ok(())
}

/// Builds a Yew application in debug mode, with the target folder of the workspace, so that it
/// shares dependencies with the component tests.
fn build_yew_app(project: &Project, name: &str) -> Result<()> {
    tools::wasm_bindgen(project)?.ensure()?;
    tools::trunk(project)?.ensure()?;
    let _folder = shell().push_dir(format!("{FOLDER}/{name}"));
    trunk::command(project, "build", true)?
        .arg("--locked")
        .env("CARGO_TARGET_DIR", &project.target)
        .run()
    .with_context(|| {
        format!(
            "if a dependency of the crate has changed, run `cargo update --workspace --manifest-path {FOLDER}/{name}/Cargo.toml` and copy its Cargo.lock to {SOURCES}/{name}"
        )
    })
}

fn playwright(args: &[&str]) -> Result<()> {
    let tests = node::playwright(SOURCES).args(args);
    tests.envs(chromium::variables()?).run()?;
    Ok(())
}
