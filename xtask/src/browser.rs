//! The browser of the tests, its driver, and the fonts that pages in many scripts need.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::error::{Error, Result};
use crate::process::{self, say};
use crate::version;

/// Debian's packages of the browser and its driver.
const BROWSER_PACKAGES: [&str; 2] = ["chromium", "chromium-driver"];

/// Debian's packages of fonts: a page of titles in many scripts is drawn as its readers see it,
/// not as empty boxes.
const FONT_PACKAGES: [&str; 4] = [
    "fonts-inter",
    "fonts-liberation",
    "fonts-noto-cjk",
    "fonts-noto-core",
];

/// A program, and what it says of its version.
pub(crate) struct Found {
    /// Its file.
    pub(crate) path: PathBuf,
    /// The line that `--version` prints; empty where it prints none.
    pub(crate) version: String,
}

/// The browser: `$CHROMIUM`, or Chromium or Chrome where they are usually put.
pub(crate) fn chromium() -> Option<Found> {
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
    chosen("CHROMIUM")
        .or_else(|| NAMES.into_iter().find_map(process::find))
        .or_else(|| {
            FILES
                .into_iter()
                .map(PathBuf::from)
                .find(|file| file.is_file())
        })
        .filter(|file| file.is_file())
        .map(found)
}

/// The browser's driver: `$CHROMEDRIVER`, or `chromedriver` on the search path.
pub(crate) fn driver() -> Option<Found> {
    chosen("CHROMEDRIVER")
        .or_else(|| process::find("chromedriver"))
        .filter(|file| file.is_file())
        .map(found)
}

/// The browser and its driver, installed if this is Debian and its administrator asks.
pub(crate) fn ensure() -> Result<(Found, Found)> {
    for variable in ["CHROMIUM", "CHROMEDRIVER"] {
        if let Some(file) = chosen(variable).filter(|file| !file.is_file()) {
            return Err(Error::new(format!(
                "{variable} names {}, which is no file: correct or unset it",
                file.display()
            )));
        }
    }
    if is_debian() && is_root() {
        install(&missing_packages())?;
    }
    let (Some(browser), Some(driver)) = (chromium(), driver()) else {
        return Err(Error::new(format!(
            "the browser tests need Chromium or Chrome and chromedriver of the same version, on PATH or named by CHROMIUM and CHROMEDRIVER: {}",
            remedy()
        )));
    };
    match mismatch(&browser, &driver) {
        Some(what) => Err(Error::new(what)),
        None => Ok((browser, driver)),
    }
}

/// Debian's packages of another browser, installed if this is Debian and its administrator asks.
pub(crate) fn ensure_packages(names: &[&'static str]) -> Result<()> {
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
    say(format!("Installing Debian's {}", packages.join(", ")));
    apt_get(&["update"])?;
    let install = ["install", "--yes", "--no-install-recommends"];
    apt_get(&[&install[..], packages].concat())
}

/// What is wrong if browser and driver are of different versions.
pub(crate) fn mismatch(browser: &Found, driver: &Found) -> Option<String> {
    // A browser that tells no version (Chrome on Windows) is left to the driver's own check.
    let of_browser = version::major(&browser.version)?;
    let of_driver = version::major(&driver.version)?;
    (of_browser != of_driver).then(|| {
        format!(
            "the browser is of version {of_browser}, its driver of {of_driver}: install both in one version, or name them by CHROMIUM and CHROMEDRIVER"
        )
    })
}

/// How to get the browser on this machine.
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

/// Which of the font packages Debian lacks; elsewhere nobody can tell, so none.
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

/// Whether this is the administrator, under whom Chromium cannot shut itself in.
pub(crate) fn is_root() -> bool {
    cfg!(unix) && process::output(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Debian itself: what others derive from it names its browser differently.
fn is_debian() -> bool {
    fs::read_to_string("/etc/os-release")
        .is_ok_and(|text| text.lines().any(|line| line.trim() == "ID=debian"))
}

fn missing_packages() -> Vec<&'static str> {
    let browser = chromium().is_none().then_some(BROWSER_PACKAGES[0]);
    let driver = driver().is_none().then_some(BROWSER_PACKAGES[1]);
    browser
        .into_iter()
        .chain(driver)
        .chain(missing_fonts())
        .collect()
}

fn has_package(name: &str) -> bool {
    let query = ["--show", "--showformat=${db:Status-Status}", name];
    process::output(Command::new("dpkg-query").args(query)).as_deref() == Some("installed")
}

fn apt_get(args: &[&str]) -> Result<()> {
    process::run(
        Command::new("apt-get")
            .arg("--quiet")
            .args(args)
            .env("DEBIAN_FRONTEND", "noninteractive"),
    )
}

/// What an environment variable names.
pub(crate) fn chosen(variable: &str) -> Option<PathBuf> {
    env::var_os(variable)
        .filter(|value| !value.is_empty())
        .map(PathBuf::from)
}

fn found(path: PathBuf) -> Found {
    // On Windows Chrome answers `--version` by opening a window.
    let version = if cfg!(windows) && !path.ends_with("chromedriver.exe") {
        None
    } else {
        process::output(Command::new(&path).arg("--version"))
    };
    Found {
        path,
        version: version.unwrap_or_default(),
    }
}
