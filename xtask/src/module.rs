//! A module for a release: the JavaScript around it, and how it becomes small.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::error::{Context, Error, Result};
use crate::names::{self, Names};
use crate::node;
use crate::process;
use crate::project::Project;
use crate::size::gzip_size;
use crate::tools::Tool;

/// The page that names Binaryen's flags, for Trunk can read them from nowhere else.
const PAGE: &str = "index.html";

/// What Binaryen does beside its usual, for a release.
///
/// - The least addresses are the far end of the stack, which is never reached, so that sums of an
///   address and a small number may become offsets.
/// - Twice all is taken apart into single steps and put together anew, which finds more than what
///   the compiler's own structure shows.
/// - No access says how it is aligned: no browser asks.
const PASSES: [&str; 11] = [
    "--strip-producers",
    "--strip-target-features",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--dealign",
];

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
    pack(to)?;
    Names::read(&printed)
}

/// Puts the functions of a module into the order that compresses best.
fn pack(file: &Path) -> Result<()> {
    let name = file.display();
    let module = fs::read(file).context(|| format!("cannot read {name}"))?;
    let packed = wasm_reorder::pack(&module, gzip_size)
        .context(|| format!("cannot reorder the functions of {name}"))?;
    fs::write(file, packed).context(|| format!("cannot write {name}"))
}

/// The same, with the names that functions had, to see what is in it.
pub(crate) fn with_names(project: &Project, from: &Path, to: &Path) -> Result<()> {
    let page = fs::read_to_string(PAGE).context(|| format!("cannot read {PAGE}"))?;
    process::run(
        Command::new(node::bin(project).join("wasm-opt"))
            .args(["-Oz", "--debuginfo"])
            .args(flags(&page)?)
            .args(PASSES)
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
