//! `cargo xtask demo`: the demo page, built and served by Trunk.

use std::env;
use std::thread;

use anyhow::Result;
use xshell::cmd;

use crate::package::{self, Profile};
use crate::process::{self, log, shell};
use crate::project::Project;
use crate::{generate, rust, tools, trunk};

const PAGE: trunk::Page = trunk::Page {
    name: "demo page",
    config: "Trunk.toml",
    dist: "dist",
    prepare: ensure_parts,
};

/// For about how many minutes a single processor compiles package and page, when nothing is compiled yet.
const MINUTES: usize = 8;

/// Build and serve the demo page.
///
/// Serves it on 127.0.0.1 and rebuilds it after each change of a source. `--build-only` builds it into
/// dist/.
#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    page: trunk::ServeArgs,
    /// Optimize for build time, not for size
    #[arg(long)]
    debug: bool,
}

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    PAGE.run(project, &args.page, args.debug)
}

/// Builds what the page shows and is missing or older than its sources: the npm package, and the
/// generated files. Trunk runs this before each build, as `Trunk.toml` says.
pub(crate) fn prepare(project: &Project) -> Result<()> {
    let is_debug = env::var("TRUNK_PROFILE").as_deref() != Ok("release");
    prepare_with(project, is_debug)
}

fn prepare_with(project: &Project, debug: bool) -> Result<()> {
    generate::write()?;
    rust::ensure_target()?;
    let profile = match debug {
        true => Profile::Debug,
        false => Profile::Release,
    };
    package::ensure(project, profile)
}

/// Does all that Trunk is not needed for, so that Trunk finds it done.
///
/// If Trunk itself is missing, it and wasm-bindgen are built meanwhile: either alone leaves a processor
/// idle for a third of the time, for what needs only one, such as linking.
fn ensure_parts(project: &Project, debug: bool) -> Result<()> {
    let (bindgen, builder) = (tools::wasm_bindgen(project)?, tools::trunk(project)?);
    if builder.is_installed() {
        return trunk::ensure_tools(project);
    }
    let minutes = tools::wall_minutes(bindgen.minutes + builder.minutes + MINUTES);
    log(format!("The first build takes about {minutes} min"));
    trunk::ensure_rust_and_node(project)?;
    thread::scope(|scope| {
        // In the order in which they are needed.
        let tools = scope.spawn(|| bindgen.ensure().and_then(|()| builder.ensure()));
        let parts = prepare_with(project, debug).and_then(|()| compile(debug));
        if !tools.is_finished() {
            log("Waiting for the tools");
        }
        process::join(tools).and(parts)
    })
}

/// Compiles the page's program as Trunk does: name and profile are those of `index.html`.
fn compile(debug: bool) -> Result<()> {
    log("Compiling the demo page");
    let profile = if debug { "dev" } else { "page" };
    let target = ["--target", rust::TARGET, "--profile", profile];
    cmd!(shell(), "cargo build {target...} --bin demo").run()?;
    Ok(())
}

/// Builds the page into `dist/`.
pub(crate) fn build(project: &Project, debug: bool) -> Result<()> {
    PAGE.build(project, debug)
}
