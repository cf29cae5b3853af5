//! The smallest page that shows a feed, built as for a release: what a reader of the widget loads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::process::{self, cargo};
use crate::project::Project;
use crate::tools::Tool;
use crate::{node, rust, tools};

/// Where it is built.
const FOLDER: &str = "target/widget";

/// The page that names Binaryen's flags, for Trunk can read them from nowhere else.
const PAGE: &str = "index.html";

/// The widget's style sheet.
const STYLES: &str = "styles/cards.css";

/// Builds the widget; returns its module, its JavaScript and its styles.
pub(crate) fn build(project: &Project) -> Result<[PathBuf; 3]> {
    rust::ensure_target()?;
    node::ensure_packages(project)?;
    let bindgen = tools::wasm_bindgen(project)?;
    bindgen.ensure()?;
    process::run(
        cargo()
            .args([
                "build",
                "--release",
                "--package",
                "article-cards",
                "--example",
                "widget",
            ])
            .args(["--target", rust::TARGET, "--target-dir", "target"]),
    )?;
    let example = format!("target/{}/release/examples/widget.wasm", rust::TARGET);
    bind(
        &bindgen,
        &["--target", "web", "--out-dir", FOLDER, &example],
    )?;
    let folder = Path::new(FOLDER);
    let module = folder.join("widget.wasm");
    optimise(project, &folder.join("widget_bg.wasm"), &module)?;
    Ok([module, folder.join("widget.js"), STYLES.into()])
}

/// Makes the JavaScript around a module.
pub(crate) fn bind(bindgen: &Tool, args: &[&str]) -> Result<()> {
    process::run(
        Command::new(bindgen.program("wasm-bindgen"))
            .arg("--no-typescript")
            .args(args),
    )
}

/// Makes a module small, in the way that the page names.
pub(crate) fn optimise(project: &Project, from: &Path, to: &Path) -> Result<()> {
    let page = fs::read_to_string(PAGE).context(|| format!("cannot read {PAGE}"))?;
    process::run(
        Command::new(node::bin(project).join("wasm-opt"))
            .arg("-Oz")
            .args(flags(&page)?)
            .arg(from)
            .arg("-o")
            .arg(to),
    )
}

/// The features that Binaryen is told of, as the page names them for Trunk.
fn flags(page: &str) -> Result<impl Iterator<Item = &str>> {
    page.split_once("data-wasm-opt-params=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(flags, _)| flags.split_whitespace())
        .ok_or_else(|| Error::new(format!("{PAGE} names no data-wasm-opt-params")))
}

#[cfg(test)]
mod tests {
    use super::flags;

    #[test]
    fn binaryens_flags_are_read_from_the_page() {
        let page = "<link data-wasm-opt=\"z\" data-wasm-opt-params=\"--a\n --b\" />";
        let read = flags(page).map(|flags| flags.collect::<Vec<_>>());
        assert_eq!(read.ok(), Some(vec!["--a", "--b"]));
        assert!(flags("<link>").is_err());
    }
}
