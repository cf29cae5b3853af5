//! The public API of the published crates, compared with the last release.

use anyhow::Result;
use xshell::cmd;

use crate::process::{log, shell};
use crate::project::Project;
use crate::tools;

/// Fails if the API breaks that of the last release and the version does not say so. Before the
/// first release, the API is compared with that of the current commit.
pub(super) fn check(project: &Project) -> Result<()> {
    let tool = tools::cargo_semver_checks(project)?;
    tool.ensure()?;
    let releases = cmd!(
        shell(),
        "git tag --list v* --merged HEAD --sort -version:refname"
    )
    .read()?;
    let baseline = releases.lines().next().unwrap_or("HEAD");
    log(format!("The API since {baseline}"));
    let program = tool.program("cargo-semver-checks");
    cmd!(
        shell(),
        "{program} semver-checks --workspace --baseline-rev {baseline}"
    )
    .run()?;
    Ok(())
}
