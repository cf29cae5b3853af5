//! `cargo xtask browsers`: the tests in other browsers than Chromium.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Error, Result, anyhow};
use clap::ValueEnum;
use serde_json::json;
use xshell::cmd;

use crate::browser_tests::{component_tests, end_to_end};
use crate::process::{self, log, shell};
use crate::project::Project;
use crate::{chromium, demo, gallery, node, package, tools};

/// Run the tests in Firefox and WebKitGTK.
///
/// Firefox runs the component tests, the end-to-end tests except those of
/// tests/browsers/skipped-in-firefox.js, and the journeys of tests/browsers/. WebKitGTK's MiniBrowser, on a
/// virtual screen, runs the component tests and the journeys. Screenshots are written to
/// tests/browsers/output/.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Run the tests in one browser
    #[arg(long, value_name = "BROWSER")]
    only: Option<Browser>,
    /// Test the package in pkg/ and the page in dist/ without building them
    #[arg(long)]
    no_build: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Browser {
    Firefox,
    Webkit,
}

const TESTS: &str = "tests/browsers";

/// Debian's packages.
const FIREFOX: [&str; 1] = ["firefox-esr"];
const WEBKIT: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

pub(crate) fn run(project: &Project, args: &Args) -> Result<()> {
    node::ensure_packages(project)?;
    if !args.no_build {
        package::build(project)?;
        demo::build(project, false)?;
        gallery::build(project)?;
    }
    let is_chosen = |browser| args.only.is_none_or(|only| only == browser);
    if is_chosen(Browser::Firefox) {
        test_in_firefox(project)?;
    }
    if is_chosen(Browser::Webkit) {
        test_in_webkit(project)?;
    }
    Ok(())
}

fn test_in_firefox(project: &Project) -> Result<()> {
    chromium::ensure_debian_packages(&FIREFOX)?;
    let firefox = process::path_variable("FIREFOX")
        .or_else(|| process::find("firefox-esr"))
        .or_else(|| process::find("firefox"))
        .ok_or_else(|| missing("Firefox", "FIREFOX", &FIREFOX))?;
    let geckodriver = tools::geckodriver(project)?;
    geckodriver.ensure()?;
    let driver = geckodriver.program("geckodriver");
    log("The component tests in Firefox");
    let capabilities = json!({ "moz:firefoxOptions": { "binary": firefox } });
    component_tests(project, &capabilities, &[("GECKODRIVER", &driver)])?;
    log("The journeys in Firefox");
    run_journeys("firefox", &firefox, &driver, &[])?;
    log("The end-to-end tests in Firefox");
    end_to_end(project, TESTS, vec![("FIREFOX", firefox)])
}

fn test_in_webkit(project: &Project) -> Result<()> {
    chromium::ensure_debian_packages(&WEBKIT)?;
    let missing = |what| missing(what, "MINIBROWSER", &WEBKIT);
    let driver = process::find("WebKitWebDriver").ok_or_else(|| missing("WebKitWebDriver"))?;
    let browser = process::path_variable("MINIBROWSER")
        .or_else(find_mini_browser)
        .ok_or_else(|| missing("WebKitGTK's MiniBrowser"))?;
    let screen = VirtualScreen::open()?;
    let environment = [
        ("DISPLAY", Path::new(&screen.name)),
        // In the locale C, texts would sort by their bytes.
        ("LANG", Path::new("en_US.UTF-8")),
        ("SAFARIDRIVER", &driver),
    ];
    log("The component tests in WebKitGTK");
    // The test runner knows Safari's driver, and asks it for no capabilities. WebKitGTK's driver
    // then starts MiniBrowser.
    component_tests(project, &json!({}), &environment)?;
    log("The journeys in WebKitGTK");
    run_journeys("webkit", &browser, &driver, &environment)
}

/// Finds MiniBrowser in the library's folder: it is not on the search path.
fn find_mini_browser() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?;
    folders
        .filter_map(|entry| Some(entry.ok()?.path().join("webkit2gtk-4.1/MiniBrowser")))
        .find(|file| file.is_file())
}

fn run_journeys(
    name: &str,
    browser: &Path,
    driver: &Path,
    environment: &[(&str, &Path)],
) -> Result<()> {
    let flags = ["--test", "--test-reporter=spec", "--test-concurrency=1"];
    let files = ["host-pages", "journeys"].map(|file| format!("{TESTS}/{file}.test.js"));
    cmd!(shell(), "node {flags...} {files...}")
        .env("BROWSER", name)
        .env("BROWSER_BINARY", browser)
        .env("BROWSER_DRIVER", driver)
        .envs(environment.iter().copied())
        .run()?;
    Ok(())
}

fn missing(what: &str, variable: &str, packages: &[&str]) -> Error {
    anyhow!(
        "{what} is missing: set {variable} to its path, or on Debian run apt-get install --no-install-recommends {}",
        packages.join(" ")
    )
}

/// A virtual screen that exists until this is dropped.
struct VirtualScreen {
    server: Child,
    name: String,
}

impl VirtualScreen {
    fn open() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .args(["-screen", "0", "1400x1000x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb")?;
        // Xvfb finds a free display and prints its number.
        let mut number = String::new();
        if let Some(stdout) = server.stdout.take() {
            BufReader::new(stdout)
                .read_line(&mut number)
                .context("Xvfb did not print its display")?;
        }
        Ok(Self {
            server,
            name: format!(":{}", number.trim()),
        })
    }
}

impl Drop for VirtualScreen {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
