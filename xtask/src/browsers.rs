//! `cargo xtask browsers`: the tests in other browsers than Chromium.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};

use lexopt::Parser;
use lexopt::prelude::*;
use serde_json::json;

use crate::browser;
use crate::error::{Context, Error, Result};
use crate::help;
use crate::in_browser::{component_tests, end_to_end};
use crate::process::{self, say};
use crate::project::Project;
use crate::{demo, node, package, tools};

const HELP: &str = "\
Usage: cargo xtask browsers [flags]

Runs the tests in other browsers than Chromium. In Firefox: the component tests, the end-to-end
tests but for those of tests/browsers/skipped-in-firefox.js, and the journeys of tests/browsers/. In
WebKitGTK's MiniBrowser, on a screen that nobody sees: the component tests and the journeys. On
Debian as root it installs what is missing. Pictures to look at are put into
tests/browsers/output/.

  --only <browser>  firefox or webkit
  --no-build        test the package in pkg/ and the page in dist/ as they are
  -h, --help        this text
";

/// The tests of other browsers.
const TESTS: &str = "tests/browsers";

/// Debian's packages.
const FIREFOX: [&str; 1] = ["firefox-esr"];
const WEBKIT: [&str; 2] = ["webkit2gtk-driver", "xvfb"];

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    let (mut firefox, mut webkit, mut build) = (true, true, true);
    while let Some(arg) = args.next()? {
        match arg {
            Long("only") => match args.value()?.string()?.as_str() {
                "firefox" => webkit = false,
                "webkit" => firefox = false,
                other => {
                    return Err(Error::usage(format!(
                        "there are no tests for {other:?}: firefox or webkit"
                    )));
                }
            },
            Long("no-build") => build = false,
            Short('h') | Long("help") => return Ok(help(HELP)),
            other => return Err(other.unexpected().into()),
        }
    }
    let project = Project::open()?;
    node::ensure_packages(&project)?;
    if build {
        package::build(&project)?;
        demo::build(&project, false)?;
    }
    if firefox {
        in_firefox(&project)?;
    }
    if webkit {
        in_webkit(&project)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn in_firefox(project: &Project) -> Result<()> {
    browser::ensure_packages(&FIREFOX)?;
    let firefox = browser::chosen("FIREFOX")
        .or_else(|| process::find("firefox-esr"))
        .or_else(|| process::find("firefox"))
        .ok_or_else(|| missing("Firefox", "FIREFOX", &FIREFOX))?;
    let geckodriver = tools::geckodriver(project)?;
    geckodriver.ensure()?;
    let driver = geckodriver.program("geckodriver");
    say("The component tests in Firefox");
    let capabilities = json!({ "moz:firefoxOptions": { "binary": firefox } });
    component_tests(project, &capabilities, |tests| {
        tests.env("GECKODRIVER", &driver);
    })?;
    say("The journeys in Firefox");
    journeys("firefox", &firefox, &driver, |_| ())?;
    say("The end-to-end tests in Firefox");
    end_to_end(project, TESTS, |tests| {
        tests.env("FIREFOX", &firefox);
    })
}

fn in_webkit(project: &Project) -> Result<()> {
    browser::ensure_packages(&WEBKIT)?;
    let lacks = |what| missing(what, "MINIBROWSER", &WEBKIT);
    let driver = process::find("WebKitWebDriver").ok_or_else(|| lacks("WebKitWebDriver"))?;
    let browser = browser::chosen("MINIBROWSER")
        .or_else(mini_browser)
        .ok_or_else(|| lacks("WebKitGTK's MiniBrowser"))?;
    let screen = Screen::open()?;
    // In the locale C texts stand in the order of their bytes.
    let surroundings = |tests: &mut Command| {
        tests
            .env("DISPLAY", &screen.name)
            .env("LANG", "en_US.UTF-8");
    };
    say("The component tests in WebKitGTK");
    // The runner knows Safari's driver, which is asked for nothing; this one's first browser is
    // MiniBrowser.
    component_tests(project, &json!({}), |tests| {
        surroundings(tests);
        tests.env("SAFARIDRIVER", &driver);
    })?;
    say("The journeys in WebKitGTK");
    journeys("webkit", &browser, &driver, surroundings)
}

/// MiniBrowser is on no search path: it lies in the library's folder.
fn mini_browser() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?;
    folders
        .filter_map(|entry| Some(entry.ok()?.path().join("webkit2gtk-4.1/MiniBrowser")))
        .find(|file| file.is_file())
}

fn journeys(
    name: &str,
    browser: &Path,
    driver: &Path,
    surroundings: impl Fn(&mut Command),
) -> Result<()> {
    let mut tests = Command::new("node");
    tests
        .args(["--test", "--test-reporter=spec", "--test-concurrency=1"])
        .args(["host-pages", "journeys"].map(|file| format!("{TESTS}/{file}.test.js")))
        .env("BROWSER", name)
        .env("BROWSER_BINARY", browser)
        .env("BROWSER_DRIVER", driver);
    surroundings(&mut tests);
    process::run(&mut tests)
}

fn missing(what: &str, variable: &str, packages: &[&str]) -> Error {
    Error::new(format!(
        "{what} is missing: name it by {variable}, or on Debian: apt-get install --no-install-recommends {}",
        packages.join(" ")
    ))
}

/// A screen that nobody sees, for as long as it is kept.
struct Screen {
    server: Child,
    name: String,
}

impl Screen {
    fn open() -> Result<Self> {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp"])
            .args(["-screen", "0", "1400x1000x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context(|| "cannot start Xvfb".to_owned())?;
        // It tells the number of the screen that it found free.
        let mut number = String::new();
        if let Some(stdout) = server.stdout.take() {
            BufReader::new(stdout)
                .read_line(&mut number)
                .context(|| "Xvfb did not tell its screen".to_owned())?;
        }
        Ok(Self {
            server,
            name: format!(":{}", number.trim()),
        })
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // It may be gone already.
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
