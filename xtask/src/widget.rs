//! The smallest page that shows a feed, built as for a release: what a reader of the widget loads.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::names::{self, Names};
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

/// What Binaryen does beside its usual, for a release. The least addresses are the far end of the
/// stack, which is never reached, so that sums of an address and a small number may become offsets.
const PASSES: [&str; 5] = [
    "--strip-producers",
    "--strip-target-features",
    "--low-memory-unused",
    "--optimize-added-constants-propagate",
    "-Oz",
];

/// Builds the widget; returns its module, its JavaScript and its styles.
pub(crate) fn build(project: &Project) -> Result<[PathBuf; 3]> {
    node::ensure_packages(project)?;
    let bindgen = tools::wasm_bindgen(project)?;
    bindgen.ensure()?;
    process::run(
        rust::small(&mut cargo(), "build")?
            .args(["--package", "article-cards", "--example", "widget"])
            .args(["--target-dir", "target"]),
    )?;
    let example = format!("target/{}/release/examples/widget.wasm", rust::TARGET);
    bind(
        &bindgen,
        &["--target", "web", "--out-dir", FOLDER, &example],
    )?;
    let folder = Path::new(FOLDER);
    let (module, script) = (folder.join("widget.wasm"), folder.join("widget.js"));
    let names = optimise(project, &folder.join("widget_bg.wasm"), &module)?;
    let long =
        fs::read_to_string(&script).context(|| format!("cannot read {}", script.display()))?;
    fs::write(&script, names.apply(&long)?)
        .context(|| format!("cannot write {}", script.display()))?;
    Ok([module, script, STYLES.into()])
}

/// Makes the JavaScript around a module.
pub(crate) fn bind(bindgen: &Tool, args: &[&str]) -> Result<()> {
    process::run(
        Command::new(bindgen.program("wasm-bindgen"))
            .arg("--no-typescript")
            .args(args),
    )
}

/// Makes a module small, and gives it short names that its JavaScript must be given as well.
pub(crate) fn optimise(project: &Project, from: &Path, to: &Path) -> Result<Names> {
    let page = fs::read_to_string(PAGE).context(|| format!("cannot read {PAGE}"))?;
    let printed = process::answer(
        Command::new(node::bin(project).join("wasm-opt"))
            .arg("-Oz")
            .args(flags(&page)?)
            .args(PASSES)
            .arg(names::PASS)
            .arg(from)
            .arg("-o")
            .arg(to),
    )?;
    Names::read(&printed)
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
