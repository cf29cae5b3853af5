//! `cargo xtask doctor`: which tools are installed, and how to install the missing ones.

use std::process::ExitCode;

use anyhow::Result;

use crate::project::Project;
use crate::{chromium, node, rust, tools, version};

struct Row {
    name: String,
    wanted: String,
    /// The version or the path of what is installed.
    found: Option<String>,
    is_good: bool,
    /// How to install it.
    remedy: String,
}

/// A row for what is good if it is installed.
fn row(name: &str, wanted: &str, found: Option<String>, remedy: impl Into<String>) -> Row {
    Row {
        name: name.to_owned(),
        wanted: wanted.to_owned(),
        is_good: found.is_some(),
        found,
        remedy: remedy.into(),
    }
}

impl Row {
    /// Sets what holds for the right version.
    fn if_version(mut self, is_good: impl FnOnce(&str) -> bool) -> Self {
        self.is_good = self.found.as_deref().is_some_and(is_good);
        self
    }
}

/// Lists the tools and how to install the missing ones. Changes nothing, and ends with status 1 if
/// something is missing.
pub(crate) fn run(project: &Project) -> Result<ExitCode> {
    let mut rows = rust_rows(project);
    rows.extend(tool_rows(project)?);
    rows.extend(node_rows(project));
    rows.extend(browser_rows());
    print(&rows);
    let missing = rows.iter().filter(|row| !row.is_good).count();
    Ok(if missing == 0 {
        println!("\nEverything is installed.");
        ExitCode::SUCCESS
    } else {
        println!("\n{missing} of {} are missing.", rows.len());
        ExitCode::FAILURE
    })
}

fn installed(is_installed: bool) -> Option<String> {
    is_installed.then(|| "installed".to_owned())
}

fn rust_rows(project: &Project) -> Vec<Row> {
    let (version, missing) = (&project.rust, rust::missing_components());
    let components = format!("automatic: rustup component add {}", missing.join(" "));
    let target = format!("automatic: rustup target add {}", rust::TARGET);
    let sources = "automatic: rustup component add rust-src";
    let (has_components, has_target) =
        (installed(missing.is_empty()), installed(rust::has_target()));
    let newer = format!("{version} or newer");
    vec![
        row("Rust", &newer, rust::version(), "rustup update stable")
            .if_version(|found| version::at_least(found, version)),
        row(
            "rustfmt, clippy",
            "of that Rust",
            has_components,
            components,
        ),
        row("WASM target", rust::TARGET, has_target, target),
        row(
            "Rust's sources",
            "of that Rust",
            installed(rust::has_sources()),
            sources,
        ),
    ]
}

fn tool_rows(project: &Project) -> Result<Vec<Row>> {
    let remedy = match tools::has_binstall() {
        true => "automatic: cargo binstall",
        false => "automatic: cargo install, some minutes",
    };
    let tools = [
        tools::trunk(project)?,
        tools::mdbook(project)?,
        tools::wasm_bindgen(project)?,
    ];
    let rows = tools.iter().map(|tool| {
        let path = tool.bin().display().to_string();
        let found = tool.is_installed().then_some(path);
        row(tool.name, &tool.version, found, remedy)
    });
    Ok(rows.collect())
}

fn node_rows(project: &Project) -> Vec<Row> {
    let (newer, remedy) = (format!("{} or newer", project.node), "automatic: npm ci");
    let mut rows = vec![
        row("Node", &newer, node::version(), "install Node")
            .if_version(|found| version::at_least(found, &project.node)),
        row("npm", "any", node::npm_version(), "comes with Node"),
    ];
    let packages = project.npm.iter();
    rows.extend(packages.map(|(name, wanted)| {
        row(name, wanted, node::installed(name), remedy).if_version(|found| found == wanted)
    }));
    let found = installed(node::packages_are_installed());
    rows.push(row("node_modules", "as locked", found, remedy));
    rows
}

fn browser_rows() -> Vec<Row> {
    let (browser, driver) = (chromium::browser(), chromium::driver());
    let both = browser.as_ref().zip(driver.as_ref());
    let mismatch = both.and_then(|(browser, driver)| chromium::mismatch(browser, driver));
    let is_match = mismatch.is_none();
    let shown = |found: chromium::Installed| {
        let path = found.path.display();
        match version::major(&found.version) {
            Some(major) => format!("{major}, {path}"),
            None => path.to_string(),
        }
    };
    let (browser, driver) = (browser.map(shown), driver.map(shown));
    let remedy = chromium::remedy();
    let driver_remedy = mismatch.unwrap_or_else(|| remedy.clone());
    let fonts = chromium::missing_fonts();
    let install_fonts = format!("apt-get install {}", fonts.join(" "));
    vec![
        row("Chromium", "for the tests", browser, remedy),
        row("its driver", "same version", driver, driver_remedy).if_version(|_| is_match),
        row(
            "fonts",
            "for the tests",
            installed(fonts.is_empty()),
            install_fonts,
        ),
    ]
}

fn print(rows: &[Row]) {
    let width = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).len()).max().unwrap_or(0);
    let (name, wanted) = (width(|row| &row.name), width(|row| &row.wanted));
    for row in rows {
        let mark = if row.is_good { "ok     " } else { "MISSING" };
        let found = match (&row.found, row.is_good) {
            (Some(found), true) => found.clone(),
            (Some(found), false) => format!("found {found}; {}", row.remedy),
            (None, _) => row.remedy.clone(),
        };
        println!(
            "{mark}  {:name$}  {:wanted$}  {found}",
            row.name, row.wanted
        );
    }
}
