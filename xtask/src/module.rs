//! Optimizing the WebAssembly module for a release.

mod names;

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use xshell::cmd;

pub(crate) use names::Names;

use crate::node;
use crate::process::shell;
use crate::project::Project;

/// The page with the flags for Binaryen: Trunk reads them only there.
const PAGE: &str = "index.html";

/// Binaryen's passes for a release, beyond `-Oz`:
///
/// - `--low-memory-unused`: the lowest addresses are the far end of the stack, which is never
///   reached, so a small addend of an address may become an offset.
/// - `--flatten --rereloop`, twice: split everything into single steps and restructure it. This
///   finds more than the compiler's own structure allows.
/// - `--dealign`: browsers ignore the alignment of accesses.
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

/// Writes the optimized module. Returns the short names of its imports and exports, which its
/// JavaScript needs.
pub(crate) fn optimize(project: &Project, from: &Path, to: &Path) -> Result<Names> {
    let page = page()?;
    let (wasm_opt, flags) = (node::bin(project).join("wasm-opt"), flags(&page)?);
    let names = names::PASS;
    let sh = shell();
    let printed = cmd!(
        sh,
        "{wasm_opt} -Oz {flags...} {PASSES...} {names} {from} -o {to}"
    );
    let printed = printed.read()?;
    pack(to)?;
    Names::read(&printed)
}

/// Puts the functions of a module into the order that compresses best.
fn pack(file: &Path) -> Result<()> {
    let name = file.display();
    let module = fs::read(file).with_context(|| format!("cannot read {name}"))?;
    let packed = wasm_reorder::pack(&module, gzip_size)
        .with_context(|| format!("cannot reorder the functions of {name}"))?;
    fs::write(file, packed).with_context(|| format!("cannot write {name}"))
}

/// Writes the optimized module with the names of its functions, for analysis.
pub(crate) fn optimize_with_names(project: &Project, from: &Path, to: &Path) -> Result<()> {
    let page = page()?;
    let (wasm_opt, flags) = (node::bin(project).join("wasm-opt"), flags(&page)?);
    cmd!(
        shell(),
        "{wasm_opt} -Oz --debuginfo {flags...} {PASSES...} {from} -o {to}"
    )
    .run()?;
    Ok(())
}

fn page() -> Result<String> {
    fs::read_to_string(PAGE).with_context(|| format!("cannot read {PAGE}"))
}

/// The WebAssembly features that Binaryen may use, from the page.
fn flags(page: &str) -> Result<impl Iterator<Item = &str>> {
    page.split_once("data-wasm-opt-params=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(flags, _)| flags.split_whitespace())
        .with_context(|| format!("{PAGE} has no data-wasm-opt-params"))
}

/// The size of a file that a server compresses with gzip at the highest level.
pub(crate) fn gzip_size(bytes: &[u8]) -> usize {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)
        .and_then(|()| gzip.finish())
        .map(|compressed| compressed.len())
        .expect("writing to memory does not fail")
}

#[cfg(test)]
mod tests {
    use super::flags;

    #[test]
    fn flags_are_read_from_the_page() {
        let page = "<link data-wasm-opt=\"z\" data-wasm-opt-params=\"--a\n --b\" />";
        let read = flags(page).map(|flags| flags.collect::<Vec<_>>());
        assert_eq!(read.ok(), Some(vec!["--a", "--b"]));
        assert!(flags("<link>").is_err());
    }
}
