//! The steps of `cargo xtask test`. Each installs and builds what it needs, so it also runs alone.

use std::process::Command;

use anyhow::Result;
use serde_json::json;

use crate::browser_tests::{component_tests, end_to_end};
use crate::process::{self, cargo};
use crate::project::Project;
use crate::{
    chromium, demo, embedders, fuzz, generate, node, package, pictures, rust, size, supply,
};

pub(crate) struct Step {
    /// The name that selects it.
    pub(crate) name: &'static str,
    /// What holds if it passes.
    pub(crate) about: &'static str,
    pub(crate) action: fn(&mut Run) -> Result<()>,
}

/// The state that the steps of one run share.
pub(crate) struct Run {
    project: Project,
    is_page_built: bool,
    is_package_built: bool,
}

impl Run {
    pub(crate) fn new(project: Project) -> Self {
        Self {
            project,
            is_page_built: false,
            is_package_built: false,
        }
    }

    /// Builds the npm package, unless this run has done so.
    fn ensure_package(&mut self) -> Result<()> {
        if !self.is_package_built {
            package::build(&self.project)?;
            self.is_package_built = true;
        }
        Ok(())
    }

    /// Builds the demo page, unless this run has done so.
    fn ensure_page(&mut self) -> Result<()> {
        if !self.is_page_built {
            // The page shows the package's element.
            self.ensure_package()?;
            demo::build(&self.project, false)?;
            self.is_page_built = true;
        }
        Ok(())
    }
}

/// The feature for tests that render components natively.
const NATIVE: &str = "article-cards/ssr";

/// All steps: the tools first, so that nobody waits for the compiler to learn that one is missing,
/// then the faster ones.
pub(crate) const STEPS: [Step; 19] = [
    step("tools", "the tools of the other steps are installed", tools),
    step("format", "the code is formatted", format),
    step("generated", "the generated files are up to date", generated),
    step("links", "the links of the documentation work", links),
    step("locks", "every dependency is pinned by a checksum", locks),
    step("types", "the scripts pass the type checker", types),
    step(
        "theming",
        "docs/theming.md matches the element's manifest",
        theming,
    ),
    step("clippy", "clippy has no warnings", clippy),
    step(
        "clippy-wasm",
        "clippy has no warnings for the WASM target",
        clippy_wasm,
    ),
    step("rustdoc", "the API documentation has no warnings", rustdoc),
    step("native", "the native tests and doc tests pass", native),
    step("core", "the core passes without Yew and a browser", core),
    step("command", "the command-line tool builds alone", command),
    step("web", "the component tests pass in the browser", web),
    step("demo", "the demo page builds", Run::ensure_page),
    step(
        "package",
        "the npm package builds and passes its tests",
        package,
    ),
    step(
        "embedders",
        "projects that use the package or the crate work",
        embedders,
    ),
    step("size", "the bytes that a page loads are in the limit", size),
    step("e2e", "the end-to-end tests pass in the browser", e2e),
];

const fn step(name: &'static str, about: &'static str, action: fn(&mut Run) -> Result<()>) -> Step {
    Step {
        name,
        about,
        action,
    }
}

fn tools(run: &mut Run) -> Result<()> {
    rust::check_version(&run.project)?;
    rust::ensure_components()?;
    chromium::ensure()?;
    demo::ensure_tools(&run.project)
}

fn format(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    process::run(cargo().args(["fmt", "--all", "--check"]))?;
    // These are not in the workspace.
    let app = "tests/e2e/embedders/yew/src/main.rs";
    let fuzz = fuzz::TARGETS.map(|target| format!("fuzz/targets/{target}.rs"));
    process::run(
        Command::new("rustfmt")
            .args(["--edition", "2024", "--check", app])
            .args(fuzz),
    )
}

fn generated(_: &mut Run) -> Result<()> {
    generate::check()
}

fn links(_: &mut Run) -> Result<()> {
    generate::check_links()
}

fn locks(_: &mut Run) -> Result<()> {
    supply::check_locks()
}

fn types(run: &mut Run) -> Result<()> {
    node::ensure_packages(&run.project)?;
    let folders = [
        "tests/e2e",
        "tests/package",
        "tests/browsers",
        "tests/pictures",
        "benches/browser",
    ];
    for folder in folders {
        process::run(node::script("typescript/bin/tsc").args(["-p", folder]))?;
    }
    Ok(())
}

fn theming(run: &mut Run) -> Result<()> {
    pictures::check(&run.project)
}

fn clippy(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    process::run(
        cargo()
            .args(["clippy", "--workspace", "--all-targets"])
            .args(["--features", NATIVE, "--", "-D", "warnings"]),
    )
}

fn clippy_wasm(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    rust::ensure_target()?;
    // Not all targets: the native tests have dependencies that do not build for a browser.
    process::run(
        cargo()
            .args(["clippy", "-p", "article-cards", "-p", "article-cards-wasm"])
            .args(["--target", rust::TARGET, "--lib", "--bins", "--test", "web"])
            .args(["--", "-D", "warnings"]),
    )
}

fn rustdoc(_: &mut Run) -> Result<()> {
    process::run(
        cargo()
            .args(["doc", "--workspace", "--no-deps", "--features", NATIVE])
            .env("RUSTDOCFLAGS", "-D warnings"),
    )
}

fn native(_: &mut Run) -> Result<()> {
    process::run(cargo().args(["test", "--workspace", "--features", NATIVE]))
}

fn core(_: &mut Run) -> Result<()> {
    process::run(cargo().args(["test", "-p", "article-cards-core", "--lib"]))
}

fn command(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    process::run(
        cargo()
            .args(["clippy", "-p", "article-cards-cli"])
            .args(["--", "-D", "warnings"]),
    )
}

fn web(run: &mut Run) -> Result<()> {
    let (chromium, driver) = chromium::ensure()?;
    let mut args = vec!["headless", "disable-dev-shm-usage", "disable-gpu"];
    if chromium::is_root() {
        args.push("no-sandbox");
    }
    let capabilities = json!({
        "goog:chromeOptions": { "binary": chromium.path, "args": args }
    });
    component_tests(&run.project, &capabilities, |tests| {
        tests.env("CHROMEDRIVER", driver.path);
    })
}

fn package(run: &mut Run) -> Result<()> {
    run.ensure_package()?;
    package::test(&run.project)
}

fn embedders(run: &mut Run) -> Result<()> {
    run.ensure_package()?;
    embedders::test(&run.project)
}

fn size(run: &mut Run) -> Result<()> {
    run.ensure_package()?;
    size::check()
}

fn e2e(run: &mut Run) -> Result<()> {
    run.ensure_page()?;
    let (chromium, _) = chromium::ensure()?;
    end_to_end(&run.project, "tests/e2e", |tests| {
        tests.env("CHROMIUM", chromium.path);
    })
}
