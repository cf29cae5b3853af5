//! `cargo xtask test --changed`: the checks of what has changed, for the time between edits.

use anyhow::Result;
use xshell::cmd;

use crate::process::shell;
use crate::rust;
use crate::steps::{self, NATIVE, Run, Step};

/// A step, and the beginnings of the paths that it checks.
struct ChangedStep {
    paths: &'static [&'static str],
    step: Step,
}

/// The steps, the fastest first. They need neither the package nor the demo page, which take minutes to
/// build.
const STEPS: [ChangedStep; 9] = [
    on(
        &[""],
        steps::step("format", "the code is formatted", steps::format),
    ),
    on(
        &[""],
        steps::step(
            "generated",
            "the generated files are up to date",
            steps::generated,
        ),
    ),
    on(
        &[
            "docs/",
            "README",
            "CONTRIBUTING",
            "ARCHITECTURE",
            "CHANGELOG",
        ],
        steps::step("links", "the links of the documentation work", steps::links),
    ),
    on(
        &[
            "package/",
            "tests/e2e/",
            "tests/package/",
            "tests/search-servers/",
            "benches/browser/",
        ],
        steps::step(
            "script-types",
            "the scripts pass the type checker",
            steps::script_types,
        ),
    ),
    on(
        &["crates/core/", "tests/core/", "tests/fixtures/"],
        steps::step("core", "clippy and the tests of the core pass", core),
    ),
    on(
        &["crates/cli/", "tests/command/"],
        steps::step(
            "command",
            "clippy and the tests of the command pass",
            command,
        ),
    ),
    on(
        &[
            "src/",
            "tests/store/",
            "tests/fixtures/",
            "languages/",
            "styles/",
        ],
        steps::step(
            "components",
            "clippy and the native tests of the components pass",
            components,
        ),
    ),
    on(
        &["examples/gallery/", "src/components/"],
        steps::step(
            "gallery",
            "clippy and the tests of the gallery pass",
            gallery,
        ),
    ),
    on(
        &["src/", "tests/web/", "crates/wasm/"],
        steps::step(
            "browser",
            "clippy for the browser, and the tests of the components in it, pass",
            browser,
        ),
    ),
];

const fn on(paths: &'static [&'static str], step: Step) -> ChangedStep {
    ChangedStep { paths, step }
}

/// Returns the steps that check the files which differ from a commit, or are new.
///
/// # Errors
/// Git does not know the commit.
pub(crate) fn steps(base: &str) -> Result<Vec<&'static Step>> {
    let sh = shell();
    let changed = cmd!(sh, "git diff --name-only {base}").quiet().read()?;
    let new = cmd!(sh, "git ls-files --others --exclude-standard")
        .quiet()
        .read()?;
    let files: Vec<&str> = changed.lines().chain(new.lines()).collect();
    let is_changed = |it: &&ChangedStep| {
        let mut paths = it.paths.iter();
        paths.any(|path| files.iter().any(|file| file.starts_with(path)))
    };
    Ok(STEPS.iter().filter(is_changed).map(|it| &it.step).collect())
}

fn core(_: &mut Run) -> Result<()> {
    check_and_test("article-cards-core", &["--all-features"])
}

fn command(_: &mut Run) -> Result<()> {
    check_and_test("article-cards-cli", &[])
}

fn components(_: &mut Run) -> Result<()> {
    check_and_test("article-cards", &["--features", NATIVE])
}

fn gallery(_: &mut Run) -> Result<()> {
    check_and_test("article-cards-gallery", &["--features", NATIVE])
}

fn check_and_test(package: &str, features: &[&str]) -> Result<()> {
    rust::ensure_components()?;
    let sh = shell();
    cmd!(
        sh,
        "cargo clippy -p {package} --all-targets {features...} -- -D warnings"
    )
    .run()?;
    cmd!(sh, "cargo test -p {package} {features...}").run()?;
    Ok(())
}

fn browser(run: &mut Run) -> Result<()> {
    steps::clippy_wasm(run)?;
    steps::component_tests(run)
}
