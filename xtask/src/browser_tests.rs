//! The tests that run in a browser, whichever it is.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

use crate::process::{self, cargo, free_port};
use crate::project::Project;
use crate::{node, rust, tools};

/// Runs the component tests in the browser that the WebDriver capabilities describe; `set_driver`
/// adds the variable that names its driver.
pub(crate) fn component_tests(
    project: &Project,
    capabilities: &Value,
    set_driver: impl FnOnce(&mut Command),
) -> Result<()> {
    rust::ensure_target()?;
    let bindgen = tools::wasm_bindgen(project)?;
    bindgen.ensure()?;
    // The test runner reads the capabilities from a file only.
    let folder = project.scratch();
    let file = folder.join("webdriver.json");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, capabilities.to_string()))
        .with_context(|| format!("cannot write {}", file.display()))?;
    let mut tests = cargo();
    tests
        .args(["test", "-p", "article-cards", "--target", rust::TARGET])
        .args(["--test", "web"])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            bindgen.program("wasm-bindgen-test-runner"),
        )
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file)
        // Seconds for all tests together; the default of 20 is too short.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180");
    set_driver(&mut tests);
    process::run(&mut tests)
}

/// Runs the Playwright tests configured in a folder; `set_browser` adds the variable that names the
/// browser.
pub(crate) fn end_to_end(
    project: &Project,
    folder: &str,
    set_browser: impl FnOnce(&mut Command),
) -> Result<()> {
    let mut tests = node::playwright(folder);
    tests
        .env("ARTICLE_CARDS", build_cli(project)?)
        .env("E2E_PORT", free_port()?.to_string());
    set_browser(&mut tests);
    process::run(&mut tests)
}

/// Builds the command-line tool, which prerenders the pages of some tests, and returns its path.
pub(crate) fn build_cli(project: &Project) -> Result<PathBuf> {
    process::run(cargo().args(["build", "-p", "article-cards-cli"]))?;
    Ok(project.target.join("debug/article-cards"))
}
