//! `cargo xtask doctor`: what is there, what is missing, and how it would come.

use std::process::ExitCode;

use lexopt::Parser;
use lexopt::prelude::*;

use crate::error::Result;
use crate::project::Project;
use crate::{browser, help, node, rust, tools, version};

const HELP: &str = "\
Usage: cargo xtask doctor

Tells which of the tools are there and which are missing, and how each would come.
Changes nothing. Ends with 1 if something is missing.

  -h, --help  this text
";

/// One row.
#[derive(Clone)]
struct Row {
    name: String,
    wanted: String,
    found: Option<String>,
    good: bool,
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
        let good = found.as_deref().is_some_and(is_good);
        Self {
            name: name.to_owned(),
            wanted: wanted.into(),
            found,
            good,
            remedy: remedy.into(),
        }
    }
}

/// Runs the command.
pub(crate) fn command(mut args: Parser) -> Result<ExitCode> {
    if let Some(arg) = args.next()? {
        return match arg {
            Short('h') | Long("help") => Ok(help(HELP)),
            other => Err(other.unexpected().into()),
        };
    }
    let project = Project::open()?;
    let rows = [
        rust_rows(&project),
        tool_rows(&project)?,
        node_rows(&project),
        browser_rows(),
    ]
    .concat();
    print(&rows);
    let missing = rows.iter().filter(|row| !row.good).count();
    if missing == 0 {
        println!("\nEverything is there.");
        Ok(ExitCode::SUCCESS)
    } else {
        println!("\n{missing} of {} missing.", rows.len());
        Ok(ExitCode::FAILURE)
    }
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
        Row::new(
            "rustfmt, clippy",
            "of that Rust",
            components.is_empty().then(|| "there".to_owned()),
            |_| true,
            format!(
                "comes with `cargo xtask test`: rustup component add {}",
                components.join(" ")
            ),
        ),
        Row::new(
            "WASM target",
            rust::TARGET,
            rust::has_target().then(|| "there".to_owned()),
            |_| true,
            format!("comes by itself: rustup target add {}", rust::TARGET),
        ),
        Row::new(
            "Rust's sources",
            "of that Rust",
            rust::has_sources().then(|| "there".to_owned()),
            |_| true,
            "comes by itself: rustup component add rust-src",
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
            tool.is_there().then(|| tool.bin().display().to_string()),
            |_| true,
            format!("comes by itself: {way}"),
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
            "comes by itself: npm ci",
        ));
    }
    rows.push(Row::new(
        "node_modules",
        "as locked",
        node::packages_are_there().then(|| "there".to_owned()),
        |_| true,
        "comes by itself: npm ci",
    ));
    rows
}

fn browser_rows() -> Vec<Row> {
    let (chromium, driver) = (browser::chromium(), browser::driver());
    let mismatch = chromium
        .as_ref()
        .zip(driver.as_ref())
        .and_then(|(chromium, driver)| browser::mismatch(chromium, driver));
    let shown = |found: browser::Found| {
        let path = found.path.display();
        match version::major(&found.version) {
            Some(major) => format!("{major}, {path}"),
            None => path.to_string(),
        }
    };
    let fonts = browser::missing_fonts();
    vec![
        Row::new(
            "Chromium",
            "for the tests",
            chromium.map(shown),
            |_| true,
            browser::remedy(),
        ),
        Row::new(
            "its driver",
            "of its version",
            driver.map(shown),
            |_| mismatch.is_none(),
            mismatch.clone().unwrap_or_else(browser::remedy),
        ),
        Row::new(
            "fonts",
            "for the tests",
            fonts.is_empty().then(|| "there".to_owned()),
            |_| true,
            format!("apt-get install {}", fonts.join(" ")),
        ),
    ]
}

fn print(rows: &[Row]) {
    let width = |cell: fn(&Row) -> &str| rows.iter().map(|row| cell(row).len()).max().unwrap_or(0);
    let (name, wanted) = (width(|row| &row.name), width(|row| &row.wanted));
    for row in rows {
        let mark = if row.good { "ok     " } else { "MISSING" };
        let found = match (&row.found, row.good) {
            (Some(found), true) => found.clone(),
            (Some(found), false) => format!("{found} is there; {}", row.remedy),
            (None, _) => row.remedy.clone(),
        };
        println!(
            "{mark}  {:name$}  {:wanted$}  {found}",
            row.name, row.wanted
        );
    }
}
