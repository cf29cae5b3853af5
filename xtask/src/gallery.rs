//! `cargo xtask gallery`: the gallery of components in `examples/gallery`, built and served by Trunk.

use anyhow::Result;

use crate::process::free_port;
use crate::project::Project;
use crate::{chromium, node, trunk};

const PAGE: trunk::Page = trunk::Page {
    name: "gallery",
    config: "examples/gallery/Trunk.toml",
    dist: "target/gallery",
    prepare: |project, _| trunk::ensure_tools(project),
};

/// The test that compares the gallery with its screenshots.
const SCREENSHOTS: [&str; 3] = ["gallery-screenshots.spec.js", "--retries=0", "--trace=off"];

/// Build and serve the gallery: every component in every state, with its code.
///
/// Serves it on 127.0.0.1 and rebuilds it after each change of a source. `--build-only` builds it into
/// target/gallery/.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    page: trunk::ServeArgs,
    /// Build the gallery and update the screenshots that the tests compare it with
    #[arg(long, conflicts_with_all = ["port", "open", "build_only"])]
    update_screenshots: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    if args.update_screenshots {
        return update_screenshots(project);
    }
    PAGE.run(project, &args.page, true)
}

/// Builds the gallery into `target/gallery/`. Not optimized: it is looked at, not measured.
pub(crate) fn build(project: &Project) -> Result<()> {
    PAGE.build(project, true)
}

fn update_screenshots(project: &Project) -> Result<()> {
    build(project)?;
    node::playwright("tests/e2e")
        .args(SCREENSHOTS)
        .arg("--update-snapshots")
        .env("E2E_PORT", free_port()?.to_string())
        .envs(chromium::variables()?)
        .run()?;
    Ok(())
}
