//! The tests that run in a browser, whichever it is.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use xshell::cmd;

use crate::process::{free_port, shell};
use crate::project::Project;
use crate::{chromium, node, package, rust, search_servers, tools};

/// Runs the component tests in the browser that the WebDriver capabilities describe. A variable of
/// the environment names its driver.
pub(crate) fn component_tests(
    project: &Project,
    capabilities: &Value,
    environment: &[(&str, &Path)],
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
    let target = ["--target", rust::TARGET];
    cmd!(
        shell(),
        "cargo test -p article-cards {target...} --test web"
    )
    .env(
        "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
        bindgen.program("wasm-bindgen-test-runner"),
    )
    .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file)
    // Seconds for all tests together; the default of 20 is too short.
    .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
    .envs(environment.iter().copied())
    .run()?;
    Ok(())
}

/// Runs the Playwright tests configured in a folder, in the browser that the variables name.
pub(crate) fn end_to_end(
    project: &Project,
    folder: &str,
    browser: Vec<(&'static str, PathBuf)>,
) -> Result<()> {
    node::playwright(folder)
        .env("ARTICLE_CARDS", build_cli(project)?)
        .envs(search_servers::variables()?)
        .env("E2E_PORT", free_port()?.to_string())
        .envs(browser)
        .run()?;
    Ok(())
}

/// `cargo xtask load`: loads a hundred lists, runs ten thousand queries, and replaces a feed every
/// second for ten minutes. Fails if memory, nodes or listeners grow. A short version of this stress
/// test is part of the end-to-end tests.
pub(crate) fn load(project: &Project) -> Result<()> {
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

/// Builds the command-line tool, which prerenders the pages of some tests, and returns its path.
pub(crate) fn build_cli(project: &Project) -> Result<PathBuf> {
    cmd!(shell(), "cargo build -p article-cards-cli").run()?;
    Ok(project.target.join("debug/article-cards"))
}
