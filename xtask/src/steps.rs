//! The steps of `cargo xtask test`. Each installs and builds what it needs, so it also runs alone.

use anyhow::Result;
use serde_json::json;
use xshell::cmd;

use crate::process::shell;
use crate::project::Project;
use crate::{
    browser_tests, chromium, demo, embedders, fuzz, gallery, generate, node, package, pictures,
    rust, search_servers, site, size, supply, trunk,
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
    is_gallery_built: bool,
    is_site_built: bool,
}

impl Run {
    pub(crate) fn new(project: Project) -> Self {
        Self {
            project,
            is_page_built: false,
            is_gallery_built: false,
            is_site_built: false,
        }
    }

    /// Builds the npm package, unless it is newer than its sources.
    fn ensure_package(&mut self) -> Result<()> {
        package::ensure(&self.project, package::Profile::Release)
    }

    /// Builds the site of the documentation, unless this run has done so.
    fn ensure_site(&mut self) -> Result<()> {
        if !self.is_site_built {
            self.ensure_package()?;
            site::build(&self.project)?;
            self.is_site_built = true;
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

    /// Builds the gallery, unless this run has done so.
    fn ensure_gallery(&mut self) -> Result<()> {
        if !self.is_gallery_built {
            gallery::build(&self.project)?;
            self.is_gallery_built = true;
        }
        Ok(())
    }
}

/// The feature for tests that render components natively.
pub(crate) const NATIVE: &str = "article-cards/ssr";

/// All steps: first the tools, so that a missing one is reported before anything is compiled, then
/// the faster ones. Each is named after what it checks.
pub(crate) const STEPS: [Step; 23] = [
    step("tools", "the tools of the other steps are installed", tools),
    step("format", "the code is formatted", format),
    step("generated", "the generated files are up to date", generated),
    step("links", "the links of the documentation work", links),
    step(
        "checksums",
        "every dependency is pinned by a checksum",
        checksums,
    ),
    step(
        "script-types",
        "the scripts pass the type checker",
        script_types,
    ),
    step(
        "theming-page",
        "docs/theming.md matches the manifest",
        theming_page,
    ),
    step("clippy", "clippy has no warnings", clippy),
    step(
        "clippy-wasm",
        "clippy has no warnings for the WASM target",
        clippy_wasm,
    ),
    step("rustdoc", "the API documentation has no warnings", rustdoc),
    step(
        "native-tests",
        "the native tests and doc tests pass",
        native_tests,
    ),
    step(
        "core-alone",
        "the core passes its tests without the other crates",
        core_alone,
    ),
    step(
        "command-alone",
        "the command builds without the other crates, and without warnings",
        command_alone,
    ),
    step(
        "crates",
        "the crates build as they would be published",
        crates,
    ),
    step(
        "component-tests",
        "the components pass their tests in the browser",
        component_tests,
    ),
    step("demo-page", "the demo page builds", Run::ensure_page),
    step(
        "gallery",
        "the gallery of components builds",
        Run::ensure_gallery,
    ),
    step(
        "site",
        "the documentation builds as a site",
        Run::ensure_site,
    ),
    step(
        "package-tests",
        "the npm package passes its tests",
        package_tests,
    ),
    step(
        "search-servers",
        "the adapters answer as the engine does, with real servers",
        search_servers,
    ),
    step(
        "embedder-tests",
        "projects that use the package or the crate work",
        embedder_tests,
    ),
    step("size", "the bytes that a page loads are in the limit", size),
    step(
        "e2e-tests",
        "the end-to-end tests pass in the browser",
        e2e_tests,
    ),
];

pub(crate) const fn step(
    name: &'static str,
    about: &'static str,
    action: fn(&mut Run) -> Result<()>,
) -> Step {
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
    search_servers::variables()?;
    trunk::ensure_tools(&run.project)
}

pub(crate) fn format(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    let sh = shell();
    cmd!(sh, "cargo fmt --all --check").run()?;
    // These are not in the workspace.
    let app = "tests/e2e/embedders/yew/src/main.rs";
    let fuzz = fuzz::TARGETS.map(|target| format!("fuzz/targets/{target}.rs"));
    cmd!(sh, "rustfmt --edition 2024 --check {app} {fuzz...}").run()?;
    Ok(())
}

pub(crate) fn generated(_: &mut Run) -> Result<()> {
    generate::check()
}

pub(crate) fn links(_: &mut Run) -> Result<()> {
    generate::check_links()
}

fn checksums(_: &mut Run) -> Result<()> {
    supply::check_locks()
}

pub(crate) fn script_types(run: &mut Run) -> Result<()> {
    node::ensure_packages(&run.project)?;
    for folder in ["e2e", "package", "search-servers", "browsers", "pictures"] {
        node::check_types(&format!("tests/{folder}"))?;
    }
    node::check_types("benches/browser")
}

fn theming_page(run: &mut Run) -> Result<()> {
    pictures::check(&run.project)
}

fn clippy(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    let targets = ["--workspace", "--all-targets", "--features", NATIVE];
    cmd!(shell(), "cargo clippy {targets...} -- -D warnings").run()?;
    Ok(())
}

pub(crate) fn clippy_wasm(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    rust::ensure_target()?;
    // Not all targets: the native tests have dependencies that do not build for a browser.
    let packages = [
        "article-cards",
        "article-cards-wasm",
        "article-cards-gallery",
    ];
    let packages = packages.map(|package| format!("--package={package}"));
    let targets = ["--target", rust::TARGET, "--lib", "--bins", "--test", "web"];
    let sh = shell();
    cmd!(sh, "cargo clippy {packages...} {targets...} -- -D warnings").run()?;
    // The engine's module alone.
    let engine = ["--no-default-features", "--features", "engine", "--lib"];
    let target = ["--target", rust::TARGET];
    cmd!(
        sh,
        "cargo clippy -p article-cards-wasm {engine...} {target...} -- -D warnings"
    )
    .run()?;
    Ok(())
}

fn rustdoc(_: &mut Run) -> Result<()> {
    let sh = shell();
    let _flags = sh.push_env("RUSTDOCFLAGS", "-D warnings");
    cmd!(sh, "cargo doc --workspace --no-deps --features {NATIVE}").run()?;
    // As it is published.
    let target = ["--target", rust::TARGET];
    cmd!(
        sh,
        "cargo doc -p article-cards --all-features --no-deps {target...}"
    )
    .run()?;
    Ok(())
}

fn native_tests(_: &mut Run) -> Result<()> {
    cmd!(shell(), "cargo test --workspace --features {NATIVE}").run()?;
    Ok(())
}

fn core_alone(_: &mut Run) -> Result<()> {
    cmd!(shell(), "cargo test -p article-cards-core --lib").run()?;
    Ok(())
}

fn command_alone(_: &mut Run) -> Result<()> {
    rust::ensure_components()?;
    cmd!(shell(), "cargo clippy -p article-cards-cli -- -D warnings").run()?;
    Ok(())
}

fn crates(_: &mut Run) -> Result<()> {
    cmd!(
        shell(),
        "cargo publish --workspace --dry-run --allow-dirty --quiet"
    )
    .run()?;
    Ok(())
}

pub(crate) fn component_tests(run: &mut Run) -> Result<()> {
    let (chromium, driver) = chromium::ensure()?;
    let mut args = vec!["headless", "disable-dev-shm-usage", "disable-gpu"];
    if chromium::is_root() {
        args.push("no-sandbox");
    }
    let capabilities = json!({
        "goog:chromeOptions": { "binary": chromium.path, "args": args }
    });
    browser_tests::component_tests(
        &run.project,
        &capabilities,
        &[("CHROMEDRIVER", &driver.path)],
    )
}

fn package_tests(run: &mut Run) -> Result<()> {
    run.ensure_package()?;
    package::test(&run.project)
}

fn search_servers(run: &mut Run) -> Result<()> {
    run.ensure_package()?;
    package::test_search_servers(&run.project)
}

fn embedder_tests(run: &mut Run) -> Result<()> {
    run.ensure_package()?;
    embedders::test(&run.project)
}

fn size(run: &mut Run) -> Result<()> {
    run.ensure_package()?;
    size::check()
}

fn e2e_tests(run: &mut Run) -> Result<()> {
    run.ensure_page()?;
    run.ensure_gallery()?;
    run.ensure_site()?;
    browser_tests::end_to_end(&run.project, "tests/e2e", chromium::variables()?)
}
