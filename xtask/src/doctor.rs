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

impl Row {
    fn new(
        name: &str,
        wanted: impl Into<String>,
        found: Option<String>,
        is_good: impl FnOnce(&str) -> bool,
        remedy: impl Into<String>,
    ) -> Self {
        Self {
            name: name.to_owned(),
            wanted: wanted.into(),
            is_good: found.as_deref().is_some_and(is_good),
            found,
            remedy: remedy.into(),
        }
    }

    /// A row for what is either installed or not.
    fn present(name: &str, wanted: &str, is_present: bool, remedy: impl Into<String>) -> Self {
        let found = is_present.then(|| "installed".to_owned());
        Self::new(name, wanted, found, |_| true, remedy)
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

fn rust_rows(project: &Project) -> Vec<Row> {
    let components = rust::missing_components();
    vec![
        Row::new(
            "Rust",
            format!("{} or newer", project.rust),
            rust::version(),
            |found| version::at_least(found, &project.rust),
            "rustup update stable",
        ),
        Row::present(
            "rustfmt, clippy",
            "of that Rust",
            components.is_empty(),
            format!(
                "`cargo xtask test` runs rustup component add {}",
                components.join(" ")
            ),
        ),
        Row::present(
            "WASM target",
            rust::TARGET,
            rust::has_target(),
            format!("automatic: rustup target add {}", rust::TARGET),
        ),
        Row::present(
            "Rust's sources",
            "of that Rust",
            rust::has_sources(),
            "automatic: rustup component add rust-src",
        ),
    ]
}

fn tool_rows(project: &Project) -> Result<Vec<Row>> {
    let way = if tools::has_binstall() {
        "cargo binstall"
    } else {
        "cargo install, some minutes"
    };
    let row = |tool: tools::Tool| {
        Row::new(
            tool.name,
            tool.version.clone(),
            tool.is_installed()
                .then(|| tool.bin().display().to_string()),
            |_| true,
            format!("automatic: {way}"),
        )
    };
    Ok(vec![
        row(tools::trunk(project)?),
        row(tools::wasm_bindgen(project)?),
    ])
}

fn node_rows(project: &Project) -> Vec<Row> {
    let mut rows = vec![
        Row::new(
            "Node",
            format!("{} or newer", project.node),
            node::version(),
            |found| version::at_least(found, &project.node),
            "install Node",
        ),
        Row::new(
            "npm",
            "any",
            node::npm_version(),
            |_| true,
            "comes with Node",
        ),
    ];
    for (name, wanted) in &project.npm {
        rows.push(Row::new(
            name,
            wanted,
            node::installed(name),
            |found| found == wanted,
            "automatic: npm ci",
        ));
    }
    let is_complete = node::packages_are_installed();
    rows.push(Row::present(
        "node_modules",
        "as locked",
        is_complete,
        "automatic: npm ci",
    ));
    rows
}

fn browser_rows() -> Vec<Row> {
    let (browser, driver) = (chromium::browser(), chromium::driver());
    let mismatch = browser
        .as_ref()
        .zip(driver.as_ref())
        .and_then(|(browser, driver)| chromium::mismatch(browser, driver));
    let shown = |found: chromium::Installed| {
        let path = found.path.display();
        match version::major(&found.version) {
            Some(major) => format!("{major}, {path}"),
            None => path.to_string(),
        }
    };
    let fonts = chromium::missing_fonts();
    vec![
        Row::new(
            "Chromium",
            "for the tests",
            browser.map(shown),
            |_| true,
            chromium::remedy(),
        ),
        Row::new(
            "its driver",
            "same version",
            driver.map(shown),
            |_| mismatch.is_none(),
            mismatch.clone().unwrap_or_else(chromium::remedy),
        ),
        Row::present(
            "fonts",
            "for the tests",
            fonts.is_empty(),
            format!("apt-get install {}", fonts.join(" ")),
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
