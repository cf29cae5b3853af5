//! The tests' main browser, its driver, and the fonts of the pages that they show.

use std::fs;
use std::iter;
use std::path::PathBuf;

use anyhow::{Result, anyhow, bail};
use xshell::cmd;

use crate::process::{self, log, path_variable, probe, shell};
use crate::version;

/// Debian's packages of the browser, its driver, and the browser without windows.
const BROWSER_PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "chromium-headless-shell"];

/// Debian's packages of fonts, so that titles in many scripts are not drawn as empty boxes.
const FONT_PACKAGES: [&str; 4] = [
    "fonts-inter",
    "fonts-liberation",
    "fonts-noto-cjk",
    "fonts-noto-core",
];

/// An installed program.
pub(crate) struct Installed {
    pub(crate) path: PathBuf,
    /// The line that `--version` prints, or an empty string.
    pub(crate) version: String,
}

/// Finds the browser: `$CHROMIUM`, or Chromium or Chrome in the usual places.
pub(crate) fn browser() -> Option<Installed> {
    const NAMES: [&str; 4] = [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
    ];
    const FILES: [&str; 4] = [
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ];
    path_variable("CHROMIUM")
        .or_else(|| NAMES.into_iter().find_map(process::find))
        .or_else(|| {
            FILES
                .into_iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        })
        .filter(|file| file.is_file())
        .map(installed)
}

/// Finds the browser's driver: `$CHROMEDRIVER`, or `chromedriver` on the search path.
pub(crate) fn driver() -> Option<Installed> {
    path_variable("CHROMEDRIVER")
        .or_else(|| process::find("chromedriver"))
        .filter(|file| file.is_file())
        .map(installed)
}

/// Finds the browser without windows: `$HEADLESS_SHELL`, or `$CHROMIUM`, which is meant for all tests,
/// or on the search path.
fn headless_shell() -> Option<PathBuf> {
    const NAMES: [&str; 2] = ["chromium-headless-shell", "chrome-headless-shell"];
    path_variable("HEADLESS_SHELL")
        .or_else(|| path_variable("CHROMIUM"))
        .or_else(|| NAMES.into_iter().find_map(process::find))
}

/// Returns the variables that name the browser to Playwright's tests. Installs it first on Debian as
/// root. In the browser without windows, the end-to-end tests take 15 minutes instead of 36 on two
/// processors.
pub(crate) fn variables() -> Result<Vec<(&'static str, PathBuf)>> {
    let (browser, _) = ensure()?;
    Ok(iter::once(("CHROMIUM", browser.path))
        .chain(headless_shell().map(|path| ("HEADLESS_SHELL", path)))
        .collect())
}

/// Returns the browser and its driver. Installs them first on Debian as root.
pub(crate) fn ensure() -> Result<(Installed, Installed)> {
    for variable in ["CHROMIUM", "CHROMEDRIVER", "HEADLESS_SHELL"] {
        if let Some(file) = path_variable(variable).filter(|file| !file.is_file()) {
            bail!(
                "{variable} is {}, which is not a file: correct or unset it",
                file.display()
            );
        }
    }
    if is_debian() && is_root() {
        install(&missing_packages())?;
    }
    let (Some(browser), Some(driver)) = (browser(), driver()) else {
        bail!(
            "the browser tests need Chromium or Chrome and chromedriver in the same version, on PATH or in CHROMIUM and CHROMEDRIVER: {}",
            remedy()
        );
    };
    match mismatch(&browser, &driver) {
        Some(mismatch) => Err(anyhow!(mismatch)),
        None => Ok((browser, driver)),
    }
}

/// Installs missing packages, and the fonts, on Debian as root.
pub(crate) fn ensure_debian_packages(names: &[&'static str]) -> Result<()> {
    if !is_debian() || !is_root() {
        return Ok(());
    }
    let missing: Vec<_> = names
        .iter()
        .copied()
        .filter(|name| !has_package(name))
        .chain(missing_fonts())
        .collect();
    install(&missing)
}

fn install(packages: &[&str]) -> Result<()> {
    if packages.is_empty() {
        return Ok(());
    }
    log(format!(
        "Installing Debian's packages {}",
        packages.join(", ")
    ));
    let sh = shell();
    let _frontend = sh.push_env("DEBIAN_FRONTEND", "noninteractive");
    cmd!(sh, "apt-get --quiet update").run()?;
    let install = ["install", "--yes", "--no-install-recommends"];
    cmd!(sh, "apt-get --quiet {install...} {packages...}").run()?;
    Ok(())
}

/// Returns what to do if browser and driver are of different versions.
pub(crate) fn mismatch(browser: &Installed, driver: &Installed) -> Option<String> {
    // The version of Chrome on Windows is unknown: its driver checks it.
    let browser = version::major(&browser.version)?;
    let driver = version::major(&driver.version)?;
    (browser != driver).then(|| {
        format!(
            "the browser has version {browser} and its driver version {driver}: install both in one version, or name them in CHROMIUM and CHROMEDRIVER"
        )
    })
}

/// How to install the browser on this machine.
pub(crate) fn remedy() -> String {
    if is_debian() {
        format!(
            "apt-get install --no-install-recommends {} {}",
            BROWSER_PACKAGES.join(" "),
            FONT_PACKAGES.join(" ")
        )
    } else if cfg!(target_os = "macos") {
        "brew install --cask google-chrome chromedriver".to_owned()
    } else if cfg!(windows) {
        "winget install Google.Chrome Chromium.ChromeDriver".to_owned()
    } else {
        "install `chromium` and `chromedriver` with the system's package manager".to_owned()
    }
}

/// The font packages that Debian lacks. Other systems have no common way to tell: none.
pub(crate) fn missing_fonts() -> Vec<&'static str> {
    if is_debian() {
        FONT_PACKAGES
            .into_iter()
            .filter(|name| !has_package(name))
            .collect()
    } else {
        Vec::new()
    }
}

/// Whether this process runs as root, where Chromium cannot use its sandbox.
pub(crate) fn is_root() -> bool {
    cfg!(unix) && probe(cmd!(shell(), "id -u")).as_deref() == Some("0")
}

/// Whether the system is Debian itself: its derivatives name the browser's package differently.
fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "ID=debian"))
}

fn missing_packages() -> Vec<&'static str> {
    let browser = browser().is_none().then_some(BROWSER_PACKAGES[0]);
    let driver = driver().is_none().then_some(BROWSER_PACKAGES[1]);
    let headless_shell = headless_shell().is_none().then_some(BROWSER_PACKAGES[2]);
    browser
        .into_iter()
        .chain(driver)
        .chain(headless_shell)
        .chain(missing_fonts())
        .collect()
}

fn has_package(name: &str) -> bool {
    let format = "--showformat=${db:Status-Status}";
    probe(cmd!(shell(), "dpkg-query --show {format} {name}")).as_deref() == Some("installed")
}

fn installed(path: PathBuf) -> Installed {
    // Chrome on Windows answers `--version` by opening a window.
    let version = if cfg!(windows) && !path.ends_with("chromedriver.exe") {
        None
    } else {
        probe(cmd!(shell(), "{path} --version"))
    };
    Installed {
        path,
        version: version.unwrap_or_default(),
    }
}
