//! The tests that run in a browser, whichever it is.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::error::{Context, Result};
use crate::process::{self, cargo};
use crate::project::Project;
use crate::steps::free_port;
use crate::{node, rust, tools};

/// Runs the component tests in a browser of these WebDriver capabilities, its driver named by
/// `surroundings`.
pub(crate) fn component_tests(
    project: &Project,
    capabilities: &Value,
    surroundings: impl FnOnce(&mut Command),
) -> Result<()> {
    rust::ensure_target()?;
    let bindgen = tools::wasm_bindgen(project)?;
    bindgen.ensure()?;
    // The runner takes the browser from a file only.
    let folder = project.target.join("xtask");
    let file = folder.join("webdriver.json");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, capabilities.to_string()))
        .context(|| format!("cannot write {}", file.display()))?;
    let mut tests = cargo();
    tests
        .args(["test", "-p", "article-cards", "--target", rust::TARGET])
        .args(["--test", "web"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            bindgen.program("wasm-bindgen-test-runner"),
        )
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file)
        // Seconds for all of them; the runner's own 20 are too few.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    surroundings(&mut tests);
    process::run(&mut tests)
}

/// Runs the end-to-end tests by the configuration in a folder, in the browser named by
/// `surroundings`.
pub(crate) fn end_to_end(
    project: &Project,
    folder: &str,
    surroundings: impl FnOnce(&mut Command),
) -> Result<()> {
    let mut tests = node::playwright(folder);
    tests
        .env("ARTICLE_CARDS", publishers_command(project)?)
        .env("E2E_PORT", free_port()?.to_string());
    surroundings(&mut tests);
    process::run(&mut tests)
}

/// Builds the publisher's command, which fills the pages that have cards without scripts.
pub(crate) fn publishers_command(project: &Project) -> Result<PathBuf> {
    process::run(cargo().args(["build", "-p", "article-cards-cli"]))?;
    Ok(project.target.join("debug/article-cards"))
}
