//! `cargo xtask load`: a stress test. A short version of it is part of the end-to-end tests.

use anyhow::Result;

use crate::process::free_port;
use crate::project::Project;
use crate::{chromium, node, package};

/// Loads a hundred lists, runs ten thousand queries, and replaces a feed every second for ten
/// minutes. Fails if memory, nodes or listeners grow.
pub(crate) fn run(project: &Project) -> Result<()> {
    package::build(project)?;
    let (chromium, _) = chromium::ensure()?;
    node::playwright("tests/e2e")
        .args(["load.spec.js", "--workers=1", "--retries=0", "--trace=off"])
        .env("LOAD", "full")
        .env("CHROMIUM", chromium.path)
        .env("E2E_PORT", free_port()?.to_string())
        .run()?;
    Ok(())
}
