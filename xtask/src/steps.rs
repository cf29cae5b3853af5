//! The steps of `cargo xtask test`. Each makes sure of what it needs, so that it also runs alone.

use std::net::{Ipv4Addr, TcpListener};
use std::process::Command;

use serde_json::json;

use crate::error::{Context, Result};
use crate::in_browser::{component_tests, end_to_end};
use crate::process::{self, cargo};
use crate::project::Project;
use crate::{
    browser, demo, embedders, fuzz, generate, node, package, pictures, rust, size, supply,
};

/// One step.
pub(crate) struct Step {
    /// The word that chooses it.
    pub(crate) name: &'static str,
    /// What it makes sure of.
    pub(crate) about: &'static str,
    /// What it does.
    pub(crate) action: fn(&mut Run) -> Result<()>,
}

/// What the steps of one run share.
pub(crate) struct Run {
    project: Project,
    /// Whether this run has built the demo page.
    built: bool,
    /// Whether it has built the npm package.
    packed: bool,
}

impl Run {
    /// The start of a run.
    pub(crate) fn new(project: Project) -> Self {
        Self {
            project,
            built: false,
            packed: false,
        }
    }
}

/// The features of what runs natively: rendered components, and the publisher's command.
const NATIVE: &str = "article-cards/ssr";

/// All steps. Tools come first, so that nobody waits for the compiler to hear that one is missing;
/// of the rest, the faster first.
pub(crate) const STEPS: [Step; 19] = [
    step("tools", "all that the other steps need is there", tools),
    step("format", "rustfmt has nothing to change", format),
    step("generated", "every generated file is up to date", generated),
    step("links", "the links of the documentation work", links),
    step("locks", "every dependency is pinned by its bytes", locks),
    step("types", "the types of the scripts are right", types),
    step(
        "theming",
        "the documentation of parts and properties is that of the manifest",
        theming,
    ),
    step("clippy", "clippy has nothing to say", clippy),
    step(
        "clippy-wasm",
        "clippy has nothing to say about the browser's side",
        clippy_wasm,
    ),
    step("rustdoc", "the documentation builds without a warning", doc),
    step(
        "native",
        "the native tests and the documentation's examples pass",
        native,
    ),
    step(
        "core",
        "the core builds and passes without Yew and the browser",
        core,
    ),
    step(
        "command",
        "the publisher's command builds as it is installed",
        command,
    ),
    step("web", "the tests inside the browser pass", web),
    step("demo", "the demo page builds", build),
    step(
        "package",
        "the npm package builds and passes its tests in Node",
        package,
    ),
    step(
        "embedders",
        "projects that use the package or the crate build and run",
        embedders,
    ),
    step("size", "what a page loads is not above its limit", size),
    step("e2e", "the built page passes its tests in the browser", e2e),
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
    browser::ensure()?;
    demo::ensure(&run.project)
}

fn format(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    process::run(cargo().args(["fmt", "--all", "--check"]))?;
    // Projects of their own.
    let app = "tests/e2e/embedders/yew/src/main.rs";
    let fuzz = fuzz::TARGETS.map(|target| format!("fuzz/targets/{target}.rs"));
    let mut rustfmt = Command::new("rustfmt");
    process::run(
        rustfmt
            .args(["--edition", "2024", "--check", app])
            .args(fuzz),
    )
}

fn clippy(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    let what = [
        "clippy",
        "--workspace",
        "--all-targets",
        "--features",
        NATIVE,
    ];
    process::run(cargo().args(what).args(["--", "-D", "warnings"]))
}

fn clippy_wasm(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    rust::ensure_target()?;
    // Not all targets: the tests of the core run natively, with crates that know no browser.
    process::run(
        cargo()
            .args(["clippy", "-p", "article-cards", "-p", "article-cards-wasm"])
            .args(["--target", rust::TARGET, "--lib", "--bins", "--test", "web"])
            .args(["--", "-D", "warnings"]),
    )
}

fn doc(_: &mut Run) -> Result<()> {
    let what = ["doc", "--workspace", "--no-deps", "--features", NATIVE];
    process::run(cargo().args(what).env("RUSTDOCFLAGS", "-D warnings"))
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
    let (chromium, driver) = browser::ensure()?;
    let mut args = vec!["headless", "disable-dev-shm-usage", "disable-gpu"];
    if browser::is_root() {
        args.push("no-sandbox");
    }
    let capabilities = json!({
        "goog:chromeOptions": { "binary": chromium.path, "args": args }
    });
    component_tests(&run.project, &capabilities, |tests| {
        tests.env("CHROMEDRIVER", driver.path);
    })
}

fn locks(_: &mut Run) -> Result<()> {
    supply::check_locks()
}

fn generated(_: &mut Run) -> Result<()> {
    generate::check()
}

fn links(_: &mut Run) -> Result<()> {
    generate::check_links()
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

fn build(run: &mut Run) -> Result<()> {
    // The page shows its element.
    ensure_packed(run)?;
    demo::build(&run.project, false)?;
    run.built = true;
    Ok(())
}

fn package(run: &mut Run) -> Result<()> {
    ensure_packed(run)?;
    package::test(&run.project)
}

fn embedders(run: &mut Run) -> Result<()> {
    ensure_packed(run)?;
    embedders::test(&run.project)
}

fn size(run: &mut Run) -> Result<()> {
    ensure_packed(run)?;
    size::check()
}

fn e2e(run: &mut Run) -> Result<()> {
    ensure_packed(run)?;
    ensure_built(run)?;
    let (chromium, _) = browser::ensure()?;
    end_to_end(&run.project, "tests/e2e", |tests| {
        tests.env("CHROMIUM", chromium.path);
    })
}

/// A port of its own, so that two runs on one machine are not in each other's way.
pub(crate) fn free_port() -> Result<u16> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .context(|| "there is no free port for the tests' server".to_owned())
}

/// Builds the demo page, unless this run has done so.
fn ensure_built(run: &mut Run) -> Result<()> {
    if run.built { Ok(()) } else { build(run) }
}

/// Builds the npm package, unless this run has done so.
fn ensure_packed(run: &mut Run) -> Result<()> {
    if !run.packed {
        package::build(&run.project)?;
        run.packed = true;
    }
    Ok(())
}
